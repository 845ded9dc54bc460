"""The sentences of the blocks that are parsed.

"Il a reçu M. Arnaud.Les talks « ont échoué. Il faut partir », dit-il." → three sentences: "Il a reçu M. Arnaud.",
"Les talks « ont échoué.", "Il faut partir », dit-il."; none is cut in a name, a number or a one-sentence quotation.

A closing mark goes with the sentence that it ends, and so does the incise behind it. Abbreviations and the words
that tell a beginning are in lexicon/fr/abbreviations.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Block, Quote
from dragoman.model.spans import Span

PARSED = ("title", "standfirst", "paragraph", "heading")

_END = re.compile(r"[.!?…]+(?:\s?[\])])?")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]['’])?([\w°-]+)$")
_WORD_AFTER = re.compile(r"[\"“«‹„'‘(\[—–\s-]*(\w+)")
_INITIAL = re.compile(r"(?:^|[\s(«\"“.'’-])[A-ZÀ-Ý]$")
_ACRONYM = re.compile(r"(?:[A-ZÀ-Ý]\.-?){1,}[A-ZÀ-Ý]$")
_LIST_NUMBER = re.compile(r"^\W{0,3}(?:\d{1,2}|[IVX]{1,4})$")
_GLUED = re.compile(r"(?:[a-zà-ÿ]{2}|[\d»”\")\]%])$")
_GLUED_START = re.compile(r"[«“\"]?\s?[A-ZÀ-Ý](?:[a-zà-ÿ’'\s]|[A-Z]{2,}\b)")
# Parentheses longer than this are taken for unclosed ones.
LONGEST_ASIDE = 300


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    told = load_yaml("fr/abbreviations")
    out = {key: frozenset(told[key]) for key in ("starters", "particles", "no_end")}
    for key in ("before_name", "may_end"):
        out[key] = frozenset(entry["form"] for entry in told[key])
    return out


def find_sentences(text: str, blocks: list[Block], quotes: list[Quote]) -> list[tuple[Span, int]]:
    """(span, index of the block) of every sentence, in text order."""
    closings = sorted({(q.inner.end, q.outer.end) for q in quotes if q.closed})
    openings = {q.outer.start for q in quotes}
    out = []
    for k, block in enumerate(blocks):
        if block.kind not in PARSED:
            continue
        start = block.span.start
        for end in _ends(text, block.span, closings, openings):
            if (span := _strip(text, start, end)).end > span.start:
                out.append((span, k))
            start = end
        if (span := _strip(text, start, block.span.end)).end > span.start:
            out.append((span, k))
    return out


def _ends(text: str, block: Span, closings: list[tuple[int, int]], openings: set[int]) -> Iterator[int]:
    """The offsets inside the block where a sentence ends."""
    asides = _asides(text, block)
    start = block.start
    for m in _END.finditer(text, block.start, block.end):
        if m.start() < start:
            continue
        end = _past_marks(text, m.end(), block.end, closings, openings)
        if end >= block.end:
            return
        aside = asides[bisect_right(asides, (m.start(), block.end)) - 1] if asides else None
        if aside and aside[0] < m.start() and end < aside[1]:
            continue
        if _is_end(text, start, m, end, block):
            yield end
            start = end


def _past_marks(text: str, end: int, limit: int, closings: list[tuple[int, int]], openings: set[int]) -> int:
    """The end of the closing marks that follow a full stop, with the spaces before them."""
    moved = True
    while moved and end < limit:
        moved = False
        k = bisect_right(closings, (end, limit + 1)) - 1
        for inner, outer in closings[max(0, k - 1) : k + 1]:
            if inner <= end < outer:
                end, moved = outer, True
        if not moved and text[end] in "»”)]" and end not in openings:
            end, moved = end + 1, True
        elif not moved and text[end] == '"' and end not in openings:
            following = text[end + 1] if end + 1 < limit else " "
            if following.isspace():
                end, moved = end + 1, True
        elif not moved and text[end] in ".!?…":
            end, moved = end + 1, True
    return end


def _is_end(text: str, start: int, m: re.Match[str], end: int, block: Span) -> bool:
    rest = end
    while rest < block.end and text[rest].isspace():
        rest += 1
    if rest >= block.end:
        return False
    after = _WORD_AFTER.match(text, rest, min(block.end, rest + 40))
    if after is None:
        return False
    word = after[1]
    if not (word[0].isupper() or (word[0].isdigit() and rest > end)):
        return False
    before = text[max(start, m.start() - 40) : m.start()].rstrip()
    glued = rest == end
    if glued and not (
        _GLUED.search(text[max(start, end - 3) : m.start()] + text[m.end() : end])
        and _GLUED_START.match(text, rest, block.end)
    ):
        return False
    lexicon = _lexicon()
    lower = word.lower()
    initial = len(word) == 1 and text[after.end() : after.end() + 1] in (".", "-")  # `J.` is no `j'`
    opens = lower in lexicon["starters"] and not initial
    if m[0].startswith(("...", "…", "..")):
        held = _WORD_BEFORE.search(before)
        if before.endswith(("(", "[")):
            return opens
        return opens or not (held is None or held[1].lower() in lexicon["no_end"])
    if m[0][0] != "." or end > m.start() + 1:
        return True
    last = _WORD_BEFORE.search(before)
    if last is None:
        return True
    told = last[1]
    if told in lexicon["before_name"] or told.lower() in lexicon["before_name"] - {"me", "m"}:
        return False
    if _INITIAL.search(before):
        if _ACRONYM.search(before):
            return opens
        return opens and lower not in lexicon["particles"]
    if told in lexicon["may_end"] or told.lower() in lexicon["may_end"]:
        return opens
    return not _LIST_NUMBER.match(text[block.start : m.start()])


def _asides(text: str, block: Span) -> list[tuple[int, int]]:
    """The parentheses of the block as (opening, closing) offsets, in order, outermost only."""
    out: list[tuple[int, int]] = []
    opened = -1
    depth = 0
    for m in re.finditer(r"[()\[\]]", text[block.start : block.end]):
        at = block.start + m.start()
        if m[0] in "([":
            if depth == 0 or at - opened > LONGEST_ASIDE:
                opened, depth = at, 0
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and at - opened <= LONGEST_ASIDE:
                out.append((opened, at))
    return out


def _strip(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
