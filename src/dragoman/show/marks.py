"""A passage as it is shown: on one line, its quotation marks in pairs.

A statement's words may begin or end inside a quotation: `a été « amicale` → `a été « amicale »`. The record keeps the
passage as it stands in the text; only what people read is made whole.
"""

from __future__ import annotations

import re

PAIRS = (("«", "»", "« ", " »"), ("“", "”", "“", "”"))
STRAIGHT = '"'
QUOTED = ("«»", "“”", STRAIGHT * 2)
APART = re.compile(r"(?<=«) | (?=[»?!;:])")


def one_line(words: str) -> str:
    """`words` with each stretch of white space as one space."""
    return " ".join(words.split())


def legible(words: str, most: int | None = None) -> str:
    """`words` on one line, with the quotation marks that they lack; as much as `most` characters hold."""
    line = one_line(words)
    if most is not None and len(line) > most:
        line = (line[:most].rpartition(" ")[0] or line[: most - 1]).rstrip("«“,;: ") + "…"
    line = line.rstrip("«“ ").lstrip("»” ")  # a mark that holds nothing of the passage
    if line.endswith(f" {STRAIGHT}") and not _is_open(line[:-2]):
        line = line[:-2]
    for opening, closing, before, after in PAIRS:
        depth = least = 0
        for mark in line:
            depth += (mark == opening) - (mark == closing)
            least = min(least, depth)
        line = before * -least + line + after * (depth - least)
    if line.count(STRAIGHT) % 2:
        # an odd mark at the end of a word closes what began before the passage
        at = line.rindex(STRAIGHT)
        closes = at > 0 and not line[at - 1].isspace()
        line = STRAIGHT + line if closes else line + STRAIGHT
    return bound(line)


def bound(line: str) -> str:
    """`line` with no break between a mark and the word that it belongs to, as French sets them."""
    return APART.sub("\u00a0", line)


def quoted(words: str, most: int | None = None) -> str:
    """`words` in quotation marks; those within become the inner ones.

    What is in marks already from its first word to its last (`« A », dit-il, « B »`) gets no others around it.
    """
    line = legible(words, most)
    if line and line[0] + line[-1] in QUOTED:
        return line
    inner = re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", line))
    return f"«\u00a0{inner}\u00a0»"


def _is_open(line: str) -> bool:
    """Whether the last straight mark opens a quotation: it stands before a word, or between two spaces."""
    at = line.rfind(STRAIGHT)
    return at == 0 or (at > 0 and line[at - 1].isspace())
