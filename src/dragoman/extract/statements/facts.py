"""What the drafts of one sentence share, counted once: verbs, quotations, links, the cues' own numbers.

ZoneFacts(zone).finite[k] → how many finite verbs stand before the k-th token of the zone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.neighbours import after_of, before_of, first_of
from dragoman.extract.statements.zones import MARKS, Zone
from dragoman.model.documents import Token
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.extract.statements.segments import Segment

ME = words("self")
# Relations of a finite verb that heads no clause of its own.
HUNG = ("acl", "advcl", "aux", "cop")


class ZoneFacts:
    """Counts up to each token, and the arcs (token, governor) that are no punctuation's, both from 0.

    `index` tells the place of each number by its name.
    """

    def __init__(self, zone: Zone, previous: ZoneFacts | None, index: Mapping[str, int]) -> None:
        self.zone = zone
        n = zone.last - zone.first
        finite, outside, quoted, me, main, subjects, commas = [0], [0], [0], [0], [0], [0], [0]
        self.finite, self.outside, self.quoted = finite, outside, quoted
        self.me, self.main, self.subjects, self.commas = me, main, subjects, commas
        self.arcs: list[tuple[int, int]] = []
        first, inside, lows = zone.first, zone.inside, zone.lows
        for j, t in enumerate(zone.tokens[first : zone.last]):
            morph = t.morph
            fin = morph.get("VerbForm") == "Fin"
            free = inside[j] < 0
            dep = t.dep if ":" not in t.dep else t.dep.split(":")[0]
            finite.append(finite[j] + fin)
            outside.append(outside[j] + (fin and free))
            quoted.append(quoted[j] if free else quoted[j] + (t.text not in MARKS))
            me.append(me[j] + (lows[first + j] in ME))
            commas.append(commas[j] + (lows[first + j] == ","))
            main.append(main[j] + (fin and free and dep not in HUNG))
            subjects.append(subjects[j] + (dep == "nsubj" and free and morph.get("PronType") != "Rel"))
            if t.pos != "PUNCT":
                self.arcs.append((j, -1 if t.head == t.i else t.head - first))
        self.has_quote = bool(zone.quotes)
        self.has_cue = bool(zone.cues)
        sentence = zone.document.sentences[zone.sentence]
        self.block = sentence.block
        # What all drafts of the zone have: the zone's own numbers, and those of what stands ahead of it.
        self.whole = (zone.title, zone.nested, n, len(zone.cues), len(zone.quotes))
        self.ahead = (
            previous is None or previous.block != sentence.block,
            previous is not None and previous.has_quote,
            previous is not None and previous.has_cue,
        )
        self.anchors = sorted(c.anchor for c in zone.cues)
        self._index = index
        self._cues: dict[int, list[tuple[int, float]]] = {}
        self._starts: dict[tuple[int, int], list[tuple[int, float]]] = {}
        self._whos: dict[int, list[tuple[int, float]]] = {}
        self._edges: dict[tuple[str, int], int | None] = {}
        self.segments: dict[tuple[int, int], Segment] = {}
        self._kinds: dict[tuple[str, int], str] = {}
        self._finites = [
            t.i for j, t in enumerate(zone.tokens[first : zone.last]) if finite[j + 1] > finite[j]
        ]
        self._times: list[Span] | None = None
        self._links: dict[tuple[int, int], tuple[int, int, int]] = {}

    def links(self, begin: int, end: int) -> tuple[int, int, int]:
        """The arcs that leave tokens `begin`..`end`, and those that enter it from the right and the left."""
        known = self._links.get((begin, end))
        if known is None:
            out = right = left = 0
            for k, head in self.arcs:
                if begin <= head < end:
                    if k >= end:
                        right += 1
                    elif k < begin:
                        left += 1
                elif begin <= k < end:
                    out += 1
            known = self._links[begin, end] = (out, right, left)
        return known

    def kind_after(self, k: int) -> str:
        """What stands at token `k`, as a neighbour of a content."""
        if ("after", k) not in self._kinds:
            self._kinds["after", k] = after_of(self.zone, k)
        return self._kinds["after", k]

    def kind_before(self, k: int) -> str:
        """What stands before a content that begins at token `k`."""
        if ("before", k) not in self._kinds:
            self._kinds["before", k] = before_of(self.zone, k)
        return self._kinds["before", k]

    def kind_first(self, k: int) -> str:
        """What a content that begins at token `k` begins with."""
        if ("first", k) not in self._kinds:
            self._kinds["first", k] = first_of(self.zone, k)
        return self._kinds["first", k]

    def next_finite(self, first: int, last: int, *, quoted: bool = False) -> Token | None:
        """The first finite verb of tokens `first`..`last` outside quotations; with `quoted`, anywhere."""
        for i in self._finites[bisect_left(self._finites, first) :]:
            if i >= last:
                break
            if quoted or self.zone.quote_of(i) < 0:
                return self.zone.tokens[i]
        return None

    def dated(self, k: int) -> bool:
        """Whether a time expression holds the token after `k`, past its preposition."""
        zone = self.zone
        if self._times is None:
            self._times = [
                t.span for t in zone.document.times if t.span.end > zone.start and t.span.start < zone.end
            ]
        at = zone.tokens[min(k + 1, zone.last - 1)].start
        return any(s.start <= at < s.end for s in self._times)

    def breaks_line(self, first: int, last: int) -> bool:
        """Whether a line ends among tokens `first`..`last`."""
        tokens = self.zone.tokens
        return "\n" in self.zone.document.text[tokens[max(first - 1, 0)].end : tokens[last - 1].end]

    def after(self, k: int, name: str) -> int | None:
        """The place of what stands at token `k`, after a content (`name` after) or after its comma (second)."""
        if (name, k) not in self._edges:
            self._edges[name, k] = self._index.get(f"{name}={self.kind_after(k)}")
        return self._edges[name, k]

    def before(self, begin: int) -> int | None:
        """The place of what stands before a content that begins at token `begin`."""
        if ("before", begin) not in self._edges:
            self._edges["before", begin] = self._index.get(f"before={self.kind_before(begin)}")
        return self._edges["before", begin]

    def opening(self, begin: int) -> int | None:
        """The place of what a content begins with."""
        if ("first", begin) not in self._edges:
            self._edges["first", begin] = self._index.get(f"first={self.kind_first(begin)}")
        return self._edges["first", begin]

    def of_who(self, who: int) -> list[tuple[int, float]]:
        """The numbers of the token that heads the speaker's phrase, with their places."""
        known = self._whos.get(who)
        if known is None:
            token = self.zone.tokens[who]
            known = self._whos[who] = [
                (self._index["who_pronoun"], token.pos == "PRON" or token.lower in ("lui", "elle", "eux")),
                (self._index["who_name"], token.pos == "PROPN"),
                (self._index["who_actor"], bool(self.zone.document.actors_of(who))),
            ]
        return known

    def of_start(self, cue: Cue, begin: int) -> list[tuple[int, float]]:
        """The numbers of what lies between a cue and a content that begins at token `begin`."""
        known = self._starts.get((cue.anchor, begin))
        if known is None:
            zone, tokens = self.zone, self.zone.tokens
            told: dict[str, float] = {
                "object_noun": any(
                    k.pos == "NOUN" and k.i < begin for k in zone.document.children(cue.anchor, "obj")
                )
            }
            follows = begin > cue.last
            if follows and begin > zone.first:
                before = tokens[begin - 1]
                told["que_below"] = before.head == cue.anchor or tokens[before.head].head == cue.anchor
                relative = tokens[before.head].dep.startswith("acl")
                told["que_relative"] = before.pos == "PRON" and relative
            told["gap_comma"] = follows and "," in zone.lows[cue.last + 1 : begin]
            known = [(self._index[name], value) for name, value in told.items() if value]
            self._starts[cue.anchor, begin] = known
        return known

    def of_cue(self, cue: Cue) -> list[tuple[int, float]]:
        """The numbers of a cue with their places."""
        known = self._cues.get(cue.anchor)
        if known is None:
            told = self._describe(cue)
            known = [
                (self._index[name], value) for name, value in told.items() if value and name in self._index
            ]
            self._cues[cue.anchor] = known
        return known

    def _describe(self, cue: Cue) -> dict[str, float]:
        document, tokens = self.zone.document, self.zone.tokens
        anchor = tokens[cue.anchor]
        group = [t.morph for t in tokens[cue.first : cue.last + 1]]
        told: dict[str, float] = {
            f"form={cue.form}": 1.0,
            f"dep={anchor.dep.split(':')[0]}": 1.0,
            "reflexive": cue.reflexive,
            "negated": cue.negated,
            "passive": cue.passive,
            "gerund": cue.gerund,
            "clitic": cue.clitic is not None,
            "who_pronoun": cue.clitic is not None,
            "group": cue.last - cue.first + 1,
            "first_person": any(m.get("Person") == "1" for m in group),
            "conditional": any(m.get("Mood") == "Cnd" for m in group),
            "future": any(m.get("Tense") == "Fut" for m in group),
            "present": cue.first == cue.anchor
            and anchor.morph.get("Tense") == "Pres"
            and cue.form == "finite",
            "tagged_verb": anchor.pos in ("VERB", "AUX"),
        }
        for kid in document.children(cue.anchor, "nsubj"):
            names = document.actors_of(kid.i)
            actor = document.actors.get(names[0]) if names else None
            told["subject"] = 1.0
            told["subject_pronoun"] = kid.pos == "PRON"
            told["subject_name"] = kid.pos == "PROPN"
            told["self"] = kid.lower in ME
            told["subject_ce"] = kid.lower in ("ce", "c'", "cela", "ça", "qui", "tout")
            told["subject_actor"] = bool(names)
            told["subject_person"] = actor is not None and actor.kind == "person"
        return told
