"""Scores one set of layers against gold, figure by figure: what `make accuracy` uses where no other scorer is at hand.

Gold and prediction are the objects that `dragoman annotate` prints, the gold's with `aliases` too. Spans are paired
one to one, best overlap first. A figure is (right, in gold, predicted) for an F1, (right, of) for an accuracy; figures
are summed over articles before they are divided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.resolve.cast import fold

Entry = dict[str, Any]
Figures = dict[str, tuple[int, ...]]


def overlap(a: list[int], b: list[int]) -> float:
    """Shared characters over covered characters of two spans (Jaccard)."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def match(
    gold: list[Entry], told: list[Entry], fit: Callable[[Entry, Entry], float]
) -> list[tuple[Entry, Entry]]:
    """One-to-one pairs, the best first; pairs of fit 0 are none."""
    ranked = sorted(
        ((fit(g, t), -i, -j) for i, g in enumerate(gold) for j, t in enumerate(told)), reverse=True
    )
    left, right, out = set(range(len(gold))), set(range(len(told))), []
    for value, i, j in ranked:
        if value > 0 and -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            out.append((gold[-i], told[-j]))
    return out


class Same:
    """Whether a told name is one that the gold's aliases accept for an actor."""

    def __init__(self, aliases: dict[str, list[str]]) -> None:
        self._known = {fold(k): {fold(k), *(fold(v) for v in names)} for k, names in aliases.items()}

    def one(self, gold: str | None, told: str | None) -> bool:
        """Both nobody, or the same."""
        if not gold or not told:
            return not gold and not told
        return fold(told) in self._known.get(fold(gold), {fold(gold)})

    def any(self, gold: Iterable[str], told: Iterable[str]) -> bool:
        """Whether one of the gold's is told; nothing asked, nothing missed."""
        wanted = list(gold)
        return not wanted or any(self.one(g, t) for g in wanted for t in told)

    def share(self, gold: list[str], told: list[str]) -> float:
        """Shared actors over all actors."""
        hits = sum(any(self.one(g, t) for t in told) for g in gold)
        return hits / max(1, len(gold) + len(told) - hits)


def near_dates(a: str | None, b: str | None) -> bool:
    """Whether the first days agree as far as the coarser of the two goes."""
    if not a or not b:
        return False
    x, y = a.split("/")[0], b.split("/")[0]
    return x.startswith(y) or y.startswith(x)


def score_article(gold: Entry, told: Entry) -> Figures:
    """All figures of one article."""
    same = Same(gold.get("aliases", {}))
    return {
        **_times(gold["times"], told["times"]),
        **_statements(gold["statements"], told["statements"], same),
        **_events(gold["events"], told["events"], same),
        **_meetings(gold["meetings"], told["meetings"], same),
        **_positions(gold["positions"], told["positions"], same),
    }


def _spans(g: Entry, t: Entry) -> float:
    return overlap(g["span"], t["span"])


def _times(gold: list[Entry], told: list[Entry]) -> Figures:
    pairs = match(gold, told, _spans)
    total = (len(gold), len(told))
    return {
        "times.span.f1": (len(pairs), *total),
        "times.value.f1": (sum(g["value"] == t["value"] for g, t in pairs), *total),
    }


def _statements(gold: list[Entry], told: list[Entry], same: Same) -> Figures:
    total = (len(gold), len(told))
    close = match(gold, told, lambda g, t: v if (v := _spans(g, t)) >= 0.8 else 0.0)
    pairs = match(gold, told, lambda g, t: v if (v := _spans(g, t)) >= 0.5 else 0.0)
    right = sum(
        any(same.one(s, t["speaker"]) for s in (g["speaker"], *g.get("speaker_also", []))) for g, t in pairs
    )
    return {
        "statements.content@0.8.f1": (len(close), *total),
        "statements.content@0.5.f1": (len(pairs), *total),
        "statements.attributed.f1": (right, *total),
        "statements.kind.acc": (sum(g["kind"] == t["kind"] for g, t in pairs), len(pairs)),
    }


def _events(gold: list[Entry], told: list[Entry], same: Same) -> Figures:
    total = (len(gold), len(told))
    pairs = match(gold, told, lambda g, t: _spans(g, t) if g["type"] == t["type"] else 0.0)
    coded = sum(
        same.any(g["actors"], t["actors"]) and same.any(g["recipients"], t["recipients"]) for g, t in pairs
    )
    dated = [(g, t) for g, t in pairs if g.get("date")]
    return {
        "events.trigger.f1": (len(match(gold, told, _spans)), *total),
        "events.type.f1": (len(pairs), *total),
        "events.coded.f1": (coded, *total),
        "events.status.acc": (sum(g["status"] == t["status"] for g, t in pairs), len(pairs)),
        "events.date.acc": (sum(near_dates(g["date"], t["date"]) for g, t in dated), len(dated)),
        "events.according_to.acc": (
            sum(same.one(g["according_to"], t["according_to"]) for g, t in pairs),
            len(pairs),
        ),
    }


def _meetings(gold: list[Entry], told: list[Entry], same: Same) -> Figures:
    def fit(g: Entry, t: Entry) -> float:
        touching = any(overlap(a, b) > 0 for a in g["mentions"] for b in t["mentions"])
        share = same.share(g["participants"], t["participants"])
        if touching or (near_dates(g["date"], t["date"]) and share >= 0.5):
            return touching + share
        return 0.0

    pairs = match(gold, told, fit)
    return {
        "meetings.f1": (len(pairs), len(gold), len(told)),
        "meetings.status.acc": (sum(g["status"] == t["status"] for g, t in pairs), len(pairs)),
    }


def _positions(gold: list[Entry], told: list[Entry], same: Same) -> Figures:
    def fit(g: Entry, t: Entry) -> float:
        return v if (v := _spans(g, t)) >= 0.5 and same.one(g["party"], t["party"]) else 0.0

    pairs = match(gold, told, fit)
    total = (len(gold), len(told))
    full = sum(g["stance"] == t["stance"] and g["issue"] == t["issue"] for g, t in pairs)
    return {
        "positions.party.f1": (len(pairs), *total),
        "positions.stance.acc": (sum(g["stance"] == t["stance"] for g, t in pairs), len(pairs)),
        "positions.issue.acc": (sum(g["issue"] == t["issue"] for g, t in pairs), len(pairs)),
        "positions.full.f1": (full, *total),
    }


def score(gold: dict[str, Entry], told: dict[str, Entry]) -> dict[str, dict[str, Any]]:
    """Figure → value, and precision and recall for an F1, over all articles; `n` is how many the gold has."""
    sums: dict[str, list[int]] = defaultdict(list)
    for name, entry in gold.items():
        for figure, counts in score_article(entry, told[name]).items():
            known = sums[figure] or [0] * len(counts)
            sums[figure] = [a + b for a, b in zip(known, counts, strict=True)]
    return {figure: _cell(counts) for figure, counts in sums.items()}


def _cell(counts: list[int]) -> dict[str, Any]:
    def ratio(a: float, b: float) -> float | None:
        return a / b if b else None

    if len(counts) == 2:
        return {"value": ratio(*counts), "n": counts[1]}
    right, wanted, told = counts
    return {
        "value": ratio(2 * right, wanted + told),
        "precision": ratio(right, told),
        "recall": ratio(right, wanted),
        "n": wanted,
    }
