"""What a person judged of meetings: which are one, which are two, which are right; it is laid over what articles tell.

"same" of a visit to Klow and of the talks there → the two, each with all of its reports, are parts of one meeting.

The judgement is of the meetings as they stood when it was made, and not of the one report that it names: whole
meetings are joined, so that none of them leaves a part of itself behind, or loses whom it had.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from dragoman.model.meetings import MeetingReport
from dragoman.resolve.gatherings import Gathering

NONE: frozenset[str] = frozenset()
Pairs = Mapping[str, frozenset[str]]


class Judged:
    """The judgements on reports, by the reports' ids; `others` are the reports that were judged by themselves."""

    def __init__(self, same: Pairs, apart: Pairs, others: Set[str]) -> None:
        self._same, self._apart = same, apart
        self._seen = same.keys() | apart.keys() | others

    def has_seen(self, reports: Iterable[MeetingReport]) -> bool:
        """Whether a person judged the meeting of these reports, and so knows which it is."""
        return any(r.id in self._seen for r in reports)

    def apart(self, report: str) -> frozenset[str]:
        """The reports that are of another meeting than this one, and than those that are one with it."""
        if not self._apart:
            return NONE
        return NONE.union(*(self._apart.get(one, NONE) for one in self._ones(report)))

    def join(self, gatherings: Sequence[Gathering]) -> list[list[Gathering]]:
        """The parts of each meeting; most have one."""
        if not self._same:
            return [[g] for g in gatherings]
        wholes: dict[int, list[Gathering]] = defaultdict(list)
        root = {report: n for n, g in enumerate(gatherings) for report in g.ids}
        above = list(range(len(gatherings)))

        def top(n: int) -> int:
            while above[n] != n:
                n = above[n]
            return n

        for report, others in self._same.items():
            for other in others:
                if report in root and other in root:
                    first, last = sorted((top(root[report]), top(root[other])))
                    above[last] = first
        for n, gathering in enumerate(gatherings):
            wholes[top(n)].append(gathering)
        return list(wholes.values())

    def _ones(self, report: str) -> set[str]:
        found, new = {report}, [report]
        while new:
            new = [o for r in new for o in self._same.get(r, NONE) if o not in found]
            found.update(new)
        return found
