"""An element of a page → its lines of text in reading order, without captions, boxes and links to elsewhere.

<p>Elle a dit <b>non</b>.</p><figure>…</figure><p>Il part.</p> → "Elle a dit non.", "Il part."

Two breaks end a paragraph as </p> does; text that stands bare between boxes is text. Names of boxes: lexicon/pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from dragoman.lexicon import load_yaml
from dragoman.read.encodings import compose

# HTML's own grammar: what starts a line, what holds no text of the story.
BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "head", "item", "list", "quote",
))  # fmt: skip
MUTE = frozenset((
    "aside", "audio", "button", "canvas", "dialog", "embed", "figcaption", "figure", "footer", "form",
    "iframe", "input", "label", "map", "math", "menu", "meter", "nav", "noscript", "object", "option",
    "picture", "progress", "script", "select", "source", "style", "svg", "template", "textarea", "title",
    "video", "graphic", "meta", "link",
))  # fmt: skip
# What is part of a line, and never a box of its own.
INLINE = frozenset(("a", "abbr", "b", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"))
PARAGRAPHS = frozenset(("p", "h2", "h3", "h4", "h5", "h6", "blockquote"))
# A box never holds more than this part of what it is taken out of.
LARGEST_BOX = 0.4
LONGEST_LINK = 220

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CUT = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?…][\"”»)\]\s]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """`bold` and `linked` tell whether all of the line is; `breaks` whether it only follows a <br>."""

    text: str
    tag: str
    bold: bool = False
    linked: bool = False
    breaks: bool = False


@cache
def _patterns() -> tuple[dict[bool, tuple[re.Pattern[str], re.Pattern[str]]], re.Pattern[str]]:
    """What names a box, in one word and in class and id as they stand; and what a whole line is no story.

    The names are by whether a paragraph is asked about.
    """
    entries = load_yaml("pages")

    def named(where: str, paragraph: bool) -> re.Pattern[str]:
        told = [
            e["pattern"] for e in entries if e["where"] == where and (e.get("paragraphs") or not paragraph)
        ]
        return re.compile("|".join(told), re.IGNORECASE)

    boxes = {paragraph: (named("name", paragraph), named("names", paragraph)) for paragraph in (False, True)}
    told = [e["pattern"] for e in entries if e["where"] == "line"]
    lines = [e["pattern"] for e in load_yaml("fr/blocks") if e["where"] == "line" and _is_box(e)]
    return boxes, re.compile("(?:" + "|".join(told + lines) + r")\s*", re.IGNORECASE)


def _is_box(entry: dict[str, str]) -> bool:
    return entry["kind"] in ("boilerplate", "caption") and "needs" not in entry


def is_no_story(line: str) -> bool:
    """Whether a line of a page is about the page."""
    return len(line) < 300 and _patterns()[1].fullmatch(line) is not None


def is_box(element: etree._Element) -> bool:
    """Whether the names that the site gave the element say that it is no part of the story."""
    if element.tag in INLINE:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not named.strip():
        return False
    word, whole = _patterns()[0][element.tag in PARAGRAPHS]
    return whole.search(named) is not None or any(word.fullmatch(w) for w in _CUT.split(named) if w)


def find_lines(body: etree._Element, *, boxes: bool = True) -> list[Line]:
    """The lines of `body`. Boxes within it are left out unless they hold most of it, or `boxes` is false."""
    if not boxes:
        return [line for line in _walk(body, 0) if line.text]
    size = max(1, _size(body))
    lines: list[Line] = []
    for line in _walk(body, size):
        if not line.text or is_no_story(line.text):
            continue
        if line.linked and len(line.text) < LONGEST_LINK and not _SENTENCE_END.search(line.text):
            continue
        lines.append(line)
    return lines


def drop_boxes(tree: etree._Element) -> None:
    """Take the boxes, and the paragraphs that are but a link, out of `tree`; the text after them stays."""
    size = max(1, _size(tree))
    walk = etree.iterwalk(tree, events=("start",))
    boxes: list[etree._Element] = []
    for _, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        linked = name in ("p", "li") and _is_link(element)
        if element is not tree and (
            linked or name == "script" or (is_box(element) and _is_out(element, name, size))
        ):
            walk.skip_subtree()
            boxes.append(element)
    for box in boxes:
        parent, before = box.getparent(), box.getprevious()
        if parent is None:
            continue
        if box.tail and before is not None:
            before.tail = (before.tail or "") + box.tail
        elif box.tail:
            parent.text = (parent.text or "") + box.tail
        parent.remove(box)


def _is_link(element: etree._Element) -> bool:
    """Whether all that the element shows is one link, and no sentence."""
    shown = "".join(map(str, element.itertext())).strip()
    linked = "".join(str(t) for a in element.iter("a") for t in a.itertext()).strip()
    return 0 < len(shown) < LONGEST_LINK and shown == linked and not _SENTENCE_END.search(shown)


def _size(element: etree._Element) -> int:
    return sum(len(t) for t in element.itertext() if not t.isspace())


class _Pen:
    """The line being written: its pieces, and how much of it is bold or a link."""

    __slots__ = ("bold", "breaks", "gap", "length", "linked", "pieces")

    def __init__(self, breaks: bool = False) -> None:
        self.pieces: list[str] = []
        self.bold = self.linked = self.length = 0
        self.breaks = breaks

    def write(self, text: str | None, bold: int, linked: int) -> None:
        if not text:
            return
        self.pieces.append(text)
        n = len(text.strip())
        self.length += n
        self.bold += n if bold else 0
        self.linked += n if linked else 0

    def line(self, tag: str) -> Line:
        text = compose(_SPACE.sub(" ", "".join(self.pieces)).strip(" \u00a0\u202f"))
        whole = self.length > 0
        return Line(
            text, tag, whole and self.bold == self.length, whole and self.linked == self.length, self.breaks
        )


def _walk(body: etree._Element, size: int) -> Iterator[Line]:
    pen = _Pen()
    bold = linked = 0
    tag = "p"
    skipped: etree._Element | None = None
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if element is not body and (not name or _is_out(element, name, size)):
                walk.skip_subtree()
                skipped = element
                continue
            if name in BLOCKS:
                yield pen.line(tag)
                pen = _Pen()
                tag = name if name not in ("div", "section", "article") else "p"
            elif name in ("br", "lb"):
                yield pen.line(tag)
                # after words, one break is a new line of the same paragraph; a second one ends it
                pen = _Pen(breaks=pen.length > 0)
            bold += name in ("b", "strong", "hi") or (name[:1] == "h" and name[1:].isdigit())
            linked += name in ("a", "ref")
            pen.write(element.text, bold, linked)
            continue
        if skipped is not None and element is skipped:
            pen.write(element.tail, bold, linked)
            continue
        bold -= name in ("b", "strong", "hi") or (name[:1] == "h" and name[1:].isdigit())
        linked -= name in ("a", "ref")
        if name in BLOCKS:
            yield pen.line(tag)
            pen = _Pen()
            tag = "p"
        if element is not body:
            pen.write(element.tail, bold, linked)
    yield pen.line(tag)


def _is_out(element: etree._Element, name: str, size: int) -> bool:
    if name in MUTE:
        return True
    return is_box(element) and _size(element) <= LARGEST_BOX * size
