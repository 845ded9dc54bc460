"""The quotations of an article, by their marks.

"« Nous sommes prêts », a-t-il dit" → Quote(outer on "« Nous sommes prêts »", inner on "Nous sommes prêts").

A quotation that runs on over paragraphs, reopened at each or not, is one Quote from its first mark to its last. One
that nothing closes ends with its block, its sentence or before its incise. Apostrophes are no marks. A straight mark
opens or closes by what stands beside it, else in turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.model.documents import Block, Quote
from dragoman.model.spans import Span

OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›", "<<": ">>", "‟": "”"}
CLOSING = {"»": "«", "”": "“", "›": "‹", ">>": "<<"}
STRAIGHT = ('"', "''", "＂")

_MARKS = re.compile(r"<<|>>|''|[«»“”„‟‹›\"＂]")
_BEFORE_OPENING = frozenset("([{-–—/'’:=,;>*►•")
_AFTER_CLOSING = frozenset(".,;:!?)]}…-–—/%*")
_NEVER_FIRST = frozenset(".,;:!?)]}»”›")
_PADDING = " \t\n\r\v\f\u00a0\u202f\u2009\u200b"
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[A-ZÀ-Ý«\"“(]|\s*$)")
_INCISE = re.compile(
    r",\s(?:(?:a|ont|avait|avaient|aurait|a-t-il|a-t-elle|ont-ils)\s(?:\w+\s){0,2}?\w+(?:é|i|it|u|ait|t)\b"
    r"|\w{3,}(?:e|t|nd)(?:-t)?(?:-ils?|-elles?|-on)\b"
    r"|\w{4,}(?:e|t|nd)(?<!que)(?<!tre)(?<!omme)(?<!ment)\s(?:le\s|la\s|les\s|l['’]|M\.|Mme\s|[A-Z]))"
)
# A quotation opened in one paragraph may be closed at most this many paragraphs further down without a mark between.
CARRIED = 3
# What `_closes` says of a mark that opens while the one before it was never closed.
LOST = -1
# How many marks are looked at to tell a nested quotation from one that lost its closing mark.
AHEAD = 12


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int
    depth: int


def find_quotes(text: str, blocks: list[Block]) -> list[Quote]:
    """Every quotation, outer before inner, in text order."""
    out: list[Quote] = []
    story = [b for b in blocks if b.kind != "boilerplate"]
    scans = [_scan(text, b.span) for b in story]
    running: tuple[int, int] | None = None  # opening mark and first character of one that runs on over blocks
    left = 0
    for k, (block, (found, orphan)) in enumerate(zip(story, scans, strict=True)):
        if running and left == 0:
            running = None
        if running:
            reopened = next((q for q in found if q.depth == 0 and q.outer.start == block.span.start), None)
            if reopened and reopened.closed:
                found = [q for q in found if q is not reopened]
                out.append(_quote(text, *running, reopened.inner.end, reopened.outer.end, 0, True))
                running = None
            elif reopened:
                found = [q for q in found if q is not reopened]
                left = CARRIED
            elif orphan:
                out.append(_quote(text, *running, *orphan, 0, True))
                running = None
            else:
                left -= 1
        elif orphan and (rescued := _rescue(text, block.span, orphan, found)):
            found = [*found, rescued]
        last = next(
            (q for q in found if not q.closed and not q.depth and q.outer.end == block.span.end), None
        )
        if last and not running:
            told = _INCISE.search(text, last.inner.start, last.inner.end)
            if not told and _goes_on(scans, story, k + 1):
                found = [q for q in found if q is not last]
                running, left = (last.outer.start, last.inner.start), CARRIED
            else:
                whole = last.outer.start == block.span.start
                end = _sentence_end(text, last.inner.start, last.outer.end, within_sentence=not whole)
                settled = _quote(text, last.outer.start, last.inner.start, end, end, 0, False)
                found = [settled if q is last else q for q in found]
        out.extend(found)
    return sorted(
        (q for q in out if q.inner.end > q.inner.start), key=lambda q: (q.outer.start, -q.outer.end)
    )


Scan = tuple[list[Quote], tuple[int, int] | None]


def _goes_on(scans: list[Scan], story: list[Block], first: int) -> bool:
    """Whether the blocks from `first` take up an unclosed quotation and close it, within CARRIED of a mark."""
    left = CARRIED
    for k in range(first, len(story)):
        if left == 0 or story[k].kind not in ("paragraph", "standfirst"):
            return False
        found, orphan = scans[k]
        if orphan and not (found and found[0].outer.start < orphan[0]):
            return True
        opening = next((q for q in found if q.depth == 0 and q.outer.start == story[k].span.start), None)
        if opening is None and found:
            return False
        if opening and opening.closed:
            return True
        left = CARRIED if opening else left - 1
    return False


def _scan(text: str, span: Span) -> tuple[list[Quote], tuple[int, int] | None]:
    """The quotations of one block, and the span of its first mark where that closes what nothing opened."""
    marks = list(_MARKS.finditer(text, span.start, span.end))
    stack: list[_Open] = []
    out: list[Quote] = []
    orphan: tuple[int, int] | None = None
    for n, m in enumerate(marks):
        closes = _closes(text, span, m, stack, marks[n + 1 : n + 1 + AHEAD])
        if closes is LOST:
            lost = stack.pop()
            end = _sentence_end(text, lost.inner, m.start(), within_sentence=True)
            out.append(_quote(text, lost.start, lost.inner, end, end, lost.depth, False))
            closes = None
        if closes is None:
            stack.append(_Open(m[0], m.start(), m.end(), len(stack)))
            continue
        if not stack:
            if orphan is None and _can_close(text, span, m):
                orphan = m.span()
            continue
        while len(stack) > closes + 1:  # what was opened inside and never closed ends here too
            lost = stack.pop()
            out.append(_quote(text, lost.start, lost.inner, m.start(), m.start(), lost.depth, False))
        top = stack.pop()
        out.append(_quote(text, top.start, top.inner, m.start(), m.end(), top.depth, True))
    end = span.end
    out += [_quote(text, lost.start, lost.inner, end, end, lost.depth, False) for lost in stack]
    return out, orphan


def _closes(
    text: str, span: Span, m: re.Match[str], stack: list[_Open], later: list[re.Match[str]]
) -> int | None:
    """The index in the stack of what the mark closes (0 where nothing is open), or None where it opens."""
    mark = m[0]
    if mark == "“":  # closes „, else opens
        return next((k for k in range(len(stack) - 1, -1, -1) if stack[k].mark == "„"), None)
    if mark in CLOSING:
        for k in range(len(stack) - 1, -1, -1):
            if OPENING.get(stack[k].mark) == mark or (mark == "”" and stack[k].mark in ("”", *STRAIGHT)):
                return k
        if not stack and _can_open(text, span, m) and not _can_close(text, span, m):
            return None
        return len(stack) - 1 if stack and stack[-1].mark in STRAIGHT else 0 if not stack else len(stack) - 1
    if mark not in STRAIGHT:
        return None
    same = next((k for k in range(len(stack) - 1, -1, -1) if stack[k].mark == mark), None)
    opens, ends = _can_open(text, span, m), _can_close(text, span, m)
    if same is None:
        if ends and not opens:
            return len(stack) - 1 if stack and stack[-1].mark in ("“", "”") else (0 if not stack else None)
        return None
    if opens and not ends:
        # An opening mark while one is open: nested when enough closing marks follow, else the first was lost.
        return None if _nests(text, span, mark, later) else LOST if same == len(stack) - 1 else same
    return same


def _nests(text: str, span: Span, mark: str, later: list[re.Match[str]]) -> bool:
    depth = 1
    for m in later:
        if m[0] != mark:
            continue
        if _can_open(text, span, m) and not _can_close(text, span, m):
            depth += 1
        else:
            depth -= 1
            if depth < 0:
                return True
            if depth == 0:
                continue
    return False


def _can_open(text: str, span: Span, m: re.Match[str]) -> bool:
    before = text[m.start() - 1] if m.start() > span.start else " "
    after = text[m.end()] if m.end() < span.end else " "
    return not (after.isspace() or after in _NEVER_FIRST) and (
        before.isspace() or before in _BEFORE_OPENING or before in OPENING
    )


def _can_close(text: str, span: Span, m: re.Match[str]) -> bool:
    before = text[m.start() - 1] if m.start() > span.start else " "
    after = text[m.end()] if m.end() < span.end else " "
    return not before.isspace() and (after.isspace() or after in _AFTER_CLOSING or after in CLOSING)


def _quote(text: str, start: int, inner: int, last: int, end: int, depth: int, closed: bool) -> Quote:
    while last > inner and text[last - 1] in _PADDING:
        last -= 1
    while inner < last and text[inner] in _PADDING:
        inner += 1
    if not closed:
        end = last
    return Quote(Span(start, max(end, last)), Span(inner, last), depth, closed)


def _rescue(text: str, span: Span, orphan: tuple[int, int], found: list[Quote]) -> Quote | None:
    """The sentence that a lone closing mark and a comma end: its opening mark was forgotten."""
    if not re.match(r"[ \u00a0]?,\s", text[orphan[1] : orphan[1] + 3]):
        return None
    floor = max((q.outer.end for q in found if q.outer.end <= orphan[0]), default=span.start)
    start = floor
    for m in _SENTENCE_END.finditer(text, floor, orphan[0]):
        if m.end() < orphan[0] - 1:
            start = m.end()
    if start == floor != span.start:
        return None
    return _quote(
        text,
        start + len(text[start : orphan[0]]) - len(text[start : orphan[0]].lstrip()),
        start,
        *orphan,
        0,
        True,
    )


def _sentence_end(text: str, start: int, end: int, *, within_sentence: bool) -> int:
    """Where an unclosed quotation ends at the latest: before its incise, with its sentence, or at `end`."""
    if within_sentence and (m := _SENTENCE_END.search(text, start, end)):
        end = m.end()
    if m := _INCISE.search(text, min(start + 8, end), end):
        end = m.start()
    return end
