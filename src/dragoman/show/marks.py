"""A passage as it is shown: on one line, its quotation marks in pairs.

A statement's words may begin or end inside a quotation: `a été « amicale` → `a été « amicale »`. The record keeps the
passage as it stands in the text; only what people read is made whole.
"""

from __future__ import annotations

PAIRS = (("«", "»", "« ", " »"), ("“", "”", "“", "”"))
STRAIGHT = '"'


def one_line(words: str) -> str:
    """`words` with each stretch of white space as one space."""
    return " ".join(words.split())


def legible(words: str) -> str:
    """`words` on one line, with the quotation marks that they lack."""
    line = one_line(words).rstrip("«“ ").lstrip("»” ")  # a mark that holds nothing of the passage
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
    return line
