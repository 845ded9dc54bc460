"""What stands beside a content, and what it begins with: the kinds of a neighbouring token.

"…la trêve tenait, ajoutant que…" → after the content: comma, then ant; before it: que; it begins with DET.
"""

from __future__ import annotations

from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.zones import Zone

AFTER = ("end", "comma", "stop", "close", "dash", "and", "but", "rel", "time", "selon", "ant", "cue", "det", "adp",
         "fin", "quote", "pron", "other")  # fmt: skip
BEFORE = ("start", "que", "de", "comma", "colon", "verb", "noun", "adp", "quote", "cc", "other")
FIRSTS = ("DET", "PRON", "INF", "NAME", "QUOTE", "ADJ", "ADP", "SCONJ", "ADV", "VERB", "OTHER")
PLAIN = ("DET", "PRON", "ADJ", "ADP", "SCONJ", "ADV")


def after_of(zone: Zone, k: int) -> str:
    """What the token at `k` is, as a neighbour of a content."""
    if k >= zone.last:
        return "end"
    t = zone.tokens[k]
    low = zone.lows[k]
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
    """What stands before token `k`."""
    if k <= zone.first:
        return "start"
    t = zone.tokens[k - 1]
    low = zone.lows[k - 1]
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
    """What a content that begins at token `begin` begins with."""
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
