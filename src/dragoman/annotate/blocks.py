"""The blocks of an article: which stretches are title, paragraph, heading, byline, dateline, boilerplate.

"date 2019-02 Photo : YONHAP News" → Block(boilerplate) "date 2019-02", Block(caption) "Photo : YONHAP News".

A block is a line, or a part of one where a header, a dateline or a signature is glued to the story; hard-wrapped
lines make one block. Nothing is taken out of the text. Patterns: lexicon/fr/blocks.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Block
from dragoman.model.spans import Span

# A title or a heading is shorter than this; a dateline opens one of the first paragraphs.
LONGEST_TITLE, LONGEST_HEADING, LONGEST_STANDFIRST, DATELINE_WITHIN = 220, 90, 420, 3

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…:;][\"”»)\]\s]*$")
_STOPPED = re.compile(r"[.…;:,][\"”»)\]\s]*$")
_DECORATED = re.compile(r"[-–—=*#►▶•■●]{1,3}\s?\S.*\S\s?[-–—=*#]{1,3}$|[►▶•■●#]+\s?\S")
_GLUED_HEADING = re.compile(r"[a-zà-ÿ»”\")][.!?…]([A-ZÀ-Ý][a-zà-ÿ]+(?:[ '’][\wÀ-ÿ]+){0,4})$")
_GOES_ON = re.compile(r"[\"“«]?\s?[a-zà-ÿ]")
_NO_STORY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    where: str
    regex: re.Pattern[str]
    needs: re.Pattern[str] | None
    first: bool
    last: bool


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    """The lexicon's patterns by the place where they apply."""
    forms = {"line": r"(?:{})\s*\Z", "start": r"(?:{})", "end": r"(?:{})\s*\Z", "phrase": r"(?:{})"}
    out: dict[str, list[_Pattern]] = {where: [] for where in forms}
    for entry in load_yaml("fr/blocks"):
        flags = re.NOFLAG if entry.get("cased") else re.IGNORECASE
        needs = re.compile(entry["needs"], re.IGNORECASE) if "needs" in entry else None
        regex = re.compile(forms[entry["where"]].format(entry["pattern"]), flags)
        told = bool(entry.get("first")), bool(entry.get("last"))
        out[entry["where"]].append(_Pattern(entry["kind"], entry["where"], regex, needs, *told))
    return {where: tuple(found) for where, found in out.items()}


def find_blocks(text: str, title: str | None = None) -> list[Block]:
    """Every stretch of `text` that is not white space as a block, in text order; blocks never overlap."""
    lines = _merge_wrapped(text, [s for m in _LINE.finditer(text) if (s := _strip(text, *m.span()))])
    pieces: list[Block] = []
    story = 0
    for n, line in enumerate(lines):
        found = list(_pieces(text, line, story < DATELINE_WITHIN, n == len(lines) - 1))
        story += any(b.kind == "paragraph" for b in found)
        pieces.extend(found)
    return _name_story(text, pieces, title)


def _pieces(text: str, line: Span, early: bool, last: bool) -> Iterator[Block]:
    """The parts of one line; what no pattern claims is a paragraph, to be named later."""
    patterns = _patterns()
    surface = line.of(text)
    if _NO_STORY.fullmatch(surface):
        yield Block(line, "boilerplate")
        return
    tail: list[Block] = []
    rest: Span | None = line
    moved = True
    while moved and rest:
        moved = False
        if kind := _whole(rest.of(text)):
            yield Block(rest, kind)
            rest = None
            break
        for p in patterns["start"]:
            m = p.regex.match(text, rest.start, rest.end) if early or not p.first else None
            if m and m.end() > rest.start and (cut := _strip(text, rest.start, m.end())):
                yield Block(cut, p.kind)
                rest, moved = _strip(text, m.end(), rest.end), True
                break
    if rest:
        for p in patterns["end"]:
            # A signature is short: searching the tail alone keeps long lines cheap.
            m = (
                p.regex.search(text, max(rest.start, rest.end - 120), rest.end)
                if last or not p.last
                else None
            )
            if m and m.start() > rest.start and (cut := _strip(text, m.start(), rest.end)):
                tail.append(Block(cut, p.kind))
                rest = _strip(text, rest.start, m.start())
                break
    if rest:
        yield from _phrases(text, rest)
    yield from tail


def _whole(surface: str) -> str | None:
    if len(surface) > 500:
        return None
    for p in _patterns()["line"]:
        if p.regex.match(surface) and (p.needs is None or p.needs.search(surface)):
            return p.kind
    return None


def _phrases(text: str, span: Span) -> Iterator[Block]:
    """Boilerplate sentences and a glued heading taken out of a line; the remains are paragraphs."""
    start = span.start
    for p in _patterns()["phrase"]:
        for m in p.regex.finditer(text, span.start, span.end):
            if before := _strip(text, start, m.start()):
                yield Block(before, "paragraph")
            if cut := _strip(text, max(start, m.start()), m.end()):
                yield Block(cut, p.kind)
            start = max(start, m.end())
    if not (rest := _strip(text, start, span.end)):
        return
    glued = _GLUED_HEADING.search(text, max(rest.start, rest.end - 60), rest.end)
    if glued and glued.start() > rest.start + LONGEST_HEADING:
        yield Block(Span(rest.start, glued.start(1)), "paragraph")
        yield Block(Span(glued.start(1), rest.end), "heading")
    else:
        yield Block(rest, "paragraph")


def _name_story(text: str, blocks: list[Block], title: str | None) -> list[Block]:
    """Tell title, standfirst and headings among the paragraphs."""
    out = list(blocks)
    story = [k for k, b in enumerate(out) if b.kind == "paragraph"]
    if not story:
        return out
    first = story[0]
    surface = out[first].span.of(text)
    told = title is not None and _same(surface, title)
    looks = (
        len(story) > 1
        and len(surface) <= LONGEST_TITLE
        and not _STOPPED.search(surface)
        and all(b.kind != "dateline" for b in out[:first])
        and len(out[story[1]].span.of(text)) > 20
    )
    if told or looks:
        out[first] = Block(out[first].span, "title")
        if len(story) > 3 and len(lead := out[story[1]].span.of(text)) <= LONGEST_STANDFIRST:
            opened = story[1] > first + 1
            if not opened and not _is_heading(lead):
                out[story[1]] = Block(out[story[1]].span, "standfirst")
    for k in story[:-1]:
        b = out[k]
        if b.kind == "paragraph" and _is_heading(b.span.of(text)):
            out[k] = Block(b.span, "heading")
    return out


def _is_heading(surface: str) -> bool:
    if len(surface) > LONGEST_HEADING:
        return False
    if _DECORATED.match(surface):
        return True
    opening = surface.lstrip("\"“«'‘([ \u00a0\u202f")
    if _STOPPED.search(surface) or not (opening[:1].isupper() or opening[:1].isdigit()):
        return False
    # A line cut in the middle of a quotation is no heading.
    return surface.count('"') % 2 == 0 and surface.count("«") == surface.count("»")


def _same(surface: str, title: str) -> bool:
    return " ".join(surface.split()) == " ".join(title.split())


def _merge_wrapped(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of a hard-wrapped text: most lines are cut short of a sentence's end and go on below."""
    if len(lines) < 3:
        return lines
    gaps = [len(_BREAK.findall(text, a.end, b.start)) for a, b in pairwise(lines)]
    close = [k for k, gap in enumerate(gaps) if gap == 1]
    cut = [k for k in close if not _ENDED.search(text, lines[k].start, lines[k].end)]
    longest = sorted(s.end - s.start for s in lines)[(9 * len(lines)) // 10]
    wrapped = len(cut) >= 3 and 2 * len(cut) > len(close) and longest <= 120
    out = [lines[0]]
    for k, line in enumerate(lines[1:]):
        goes_on = gaps[k] == 1 and bool(
            (wrapped and 2 * (lines[k].end - lines[k].start) > longest)
            or (_GOES_ON.match(text, line.start) and not _ENDED.search(text, lines[k].start, lines[k].end))
        )
        if goes_on:
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def _strip(text: str, start: int, end: int) -> Span | None:
    """The stretch without the white space at its edges; None where nothing is left."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b\0"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b\0"):
        start += 1
    return Span(start, end) if end > start else None
