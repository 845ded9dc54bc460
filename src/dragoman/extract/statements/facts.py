"""What the drafts of one sentence share, counted once: verbs, quotations, links, the cues' own numbers.

ZoneFacts(zone).finite[k] → how many finite verbs stand before the k-th token of the zone.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.zones import MARKS, Zone

ME = words("self")
PLAIN = ("DET", "PRON", "ADJ", "ADP", "SCONJ", "ADV")


def after_of(zone: Zone, k: int) -> str:
    """What the token at `k` is, as a neighbour of a content."""
    if k >= zone.last:
        return "end"
    t = zone.tokens[k]
    low = t.lower
    if zone.quote_of(k) >= 0:
        return "quote"
    if low in (".", "!", "?"):
        return "end" if k >= zone.last - 1 else "stop"
    if low == ",":
        return "comma"
    if low in (";", ":"):
        return "stop"
    if low in (")", "]"):
        return "close"
    if low in ("-", "–", "--", "("):
        return "dash"
    if low in ("et", "ou", "puis"):
        return "and"
    if low in ("mais", "car", "si"):
        return "but"
    if low in ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle"):
        return "rel"
    if low in words("subordinate"):
        return "time"
    if low in ("selon", "d'après"):
        return "selon"
    if low.endswith("ant") and t.pos in ("VERB", "AUX", "ADJ"):
        return "ant"
    if k in zone.starts:
        return "cue"
    if t.pos == "DET" or t.pos == "PROPN":
        return "det"
    if t.pos == "ADP":
        return "adp"
    if t.morph.get("VerbForm") == "Fin":
        return "fin"
    if t.pos == "PRON":
        return "pron"
    return "other"


def before_of(zone: Zone, k: int) -> str:
    if k <= zone.first:
        return "start"
    t = zone.tokens[k - 1]
    low = t.lower
    if zone.quote_of(k - 1) >= 0:
        return "quote"
    if low in ("que", "qu'", "si", "qui"):
        return "que"
    if low in ("de", "d'"):
        return "de"
    if low == ",":
        return "comma"
    if low in (":", ";"):
        return "colon"
    if t.pos in ("VERB", "AUX"):
        return "verb"
    if t.pos in ("NOUN", "PROPN"):
        return "noun"
    if t.pos == "ADP":
        return "adp"
    return "cc" if t.pos == "CCONJ" else "other"


def first_of(zone: Zone, begin: int) -> str:
    if zone.quote_of(begin) >= 0:
        return "QUOTE"
    t = zone.tokens[begin]
    if t.morph.get("VerbForm") == "Inf":
        return "INF"
    if t.pos in ("NOUN", "PROPN"):
        return "NAME"
    if t.pos in ("VERB", "AUX"):
        return "VERB"
    return t.pos if t.pos in PLAIN else "OTHER"


class ZoneFacts:
    """Counts up to each token, and the arcs (token, governor) that are no punctuation's, both from 0.

    `index` tells the place of each number by its name.
    """

    def __init__(self, zone: Zone, previous: ZoneFacts | None, index: Mapping[str, int]) -> None:
        self.zone = zone
        n = zone.last - zone.first
        self.finite = [0] * (n + 1)
        self.outside = [0] * (n + 1)
        self.quoted = [0] * (n + 1)
        self.me = [0] * (n + 1)
        self.main = [0] * (n + 1)
        self.subjects = [0] * (n + 1)
        self.arcs: list[tuple[int, int]] = []
        for j in range(n):
            t = zone.tokens[zone.first + j]
            fin = t.morph.get("VerbForm") == "Fin"
            inside = zone.inside[j] >= 0
            dep = t.dep.split(":")[0]
            self.finite[j + 1] = self.finite[j] + fin
            self.outside[j + 1] = self.outside[j] + (fin and not inside)
            self.quoted[j + 1] = self.quoted[j] + (inside and t.text not in MARKS)
            self.me[j + 1] = self.me[j] + (t.lower in ME)
            own = fin and not inside and dep not in ("acl", "advcl", "aux", "cop")
            self.main[j + 1] = self.main[j] + own
            subject = dep == "nsubj" and not inside and t.morph.get("PronType") != "Rel"
            self.subjects[j + 1] = self.subjects[j] + subject
            if t.pos != "PUNCT":
                self.arcs.append((j, -1 if t.head == t.i else t.head - zone.first))
        self.has_quote = bool(zone.quotes)
        self.has_cue = bool(zone.cues)
        sentence = zone.document.sentences[zone.sentence]
        self.block = sentence.block
        self.block_first = previous is None or previous.block != sentence.block
        self.previous_quoted = previous is not None and previous.has_quote
        self.previous_cue = previous is not None and previous.has_cue
        self._index = index
        self._cues: dict[int, list[tuple[int, float]]] = {}

    def links(self, begin: int, end: int) -> tuple[int, int, int]:
        """The arcs that leave tokens `begin`..`end`, and those that enter it from the right and the left."""
        out = right = left = 0
        for k, head in self.arcs:
            if begin <= k < end:
                out += not begin <= head < end
            elif begin <= head < end:
                if k >= end:
                    right += 1
                else:
                    left += 1
        return out, right, left

    def of_cue(self, cue: Cue) -> list[tuple[int, float]]:
        """The numbers of a cue with their places."""
        known = self._cues.get(cue.anchor)
        if known is None:
            told = self._describe(cue)
            known = [(self._index[name], value) for name, value in told.items() if name in self._index]
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
