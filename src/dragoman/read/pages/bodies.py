"""The part of a page that is its article's text: what the page marks as such, else what trafilatura takes for it.

<div itemprop="articleBody"> → that element; a page that marks nothing → trafilatura's choice.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from copy import deepcopy

from lxml import etree

from dragoman.read.encodings import compose
from dragoman.read.pages.declared import Declared
from dragoman.read.pages.paragraphs import Line, drop_boxes, find_lines

# A body shorter than this is a teaser or a caption; another reading is tried.
SHORTEST = 250
# JSON-LD's text is taken where the page shows less than this part of it.
SHOWN = 0.6
# The element that holds the story shows at least this part of it.
HELD = 0.85

_NO_WORD = re.compile(r"\W+")


def find_body(tree: etree._Element, declared: Declared) -> list[Line]:
    """The lines of the article; empty where the page holds none."""
    lines = _marked(tree)
    if _length(lines) < SHORTEST:
        lines = max(lines, _extracted(tree), key=_length)
    if declared.body and _length(lines) < SHOWN * len(declared.body):
        return [Line(line, "p") for part in declared.body.split("\n") if (line := part.strip())]
    return lines


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _marked(tree: etree._Element) -> list[Line]:
    """The text of the elements marked as the article's body, none twice."""
    found = [
        e
        for e in tree.iterfind(".//*[@itemprop]")
        if "articleBody" in (e.get("itemprop") or "").split() and e.tag not in ("meta", "script")
    ]
    held = set(found)
    outer = [e for e in found if not any(a in held for a in e.iterancestors())]
    return [line for element in outer for line in find_lines(element)]


def _extracted(tree: etree._Element) -> list[Line]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    story = deepcopy(tree)
    drop_boxes(story)
    try:
        found = bare_extraction(
            story, include_comments=False, include_tables=False, include_formatting=True, with_metadata=False
        )
    except Exception:  # a library's slip on odd markup must not stop the batch: the page is then read plainly
        found = None
    body = getattr(found, "body", None)
    if body is None:
        return _plain(tree)
    taken = _bare(body)
    lines = find_lines(_holder(tree, taken))
    known = [k for k, line in enumerate(lines) if _key(line.text) in taken]
    if not known:
        return find_lines(body)
    first, last = known[0], known[-1] + 1
    # what the page has between is the story, what it has before and after is, as long as it reads like prose
    while first > 0 and _is_prose(lines[first - 1]):
        first -= 1
    while last < len(lines) and _is_prose(lines[last]):
        last += 1
    return lines[first:last]


def _is_prose(line: Line) -> bool:
    return len(line.text) > 60 and line.text.rstrip('"”»)] \u00a0\u202f')[-1:] in tuple(".!?…")


def _holder(tree: etree._Element, taken: str) -> etree._Element:
    """The innermost element that shows nearly all of the text that was taken for the story."""
    weights: dict[etree._Element, int] = defaultdict(int)
    for element in tree.iter():
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            if text and owner is not None and len(text) > 25 and _key(text) in taken:
                weights[owner] += len(text)
    for element in reversed(list(tree.iter())):
        parent = element.getparent()
        if parent is not None and element in weights:
            weights[parent] += weights[element]
    held = tree
    while True:
        heavy = [child for child in held if weights.get(child, 0) >= HELD * weights[tree]]
        if not heavy or weights[tree] == 0:
            return held
        held = heavy[0]


def _bare(element: etree._Element) -> str:
    """All its letters and figures, so that two readings of one text compare."""
    return _NO_WORD.sub("", compose("".join(map(str, element.itertext()))))


def _key(text: str) -> str:
    return _NO_WORD.sub("", compose(text))[:60] or "\0"


def _plain(tree: etree._Element) -> list[Line]:
    """All paragraphs of the page that read like prose."""
    return [
        line
        for p in tree.iter("p")
        for line in find_lines(p)
        if len(line.text) > 80 and line.text.rstrip('"”»)] ')[-1:] in ".!?…"
    ]
