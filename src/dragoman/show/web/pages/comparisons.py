"""Two versions of a dispatch, paragraph by paragraph, with the words that one of them alone has.

compare("Ils sont suspendus.", "Ils sont rompus.") → "Ils sont", -suspendus, +rompus.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.5  # two paragraphs of which so much is the same are one, changed
SAME, CHANGED, ADDED, DROPPED = "same", "changed", "added", "dropped"
_WORD = re.compile(r'\s*(?:[«»“”"]|[^\s«»“”"]+)')
_PLAIN = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\xa0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph: `kind` is same, changed, added or dropped; `pieces` pairs words with that of theirs."""

    kind: str
    pieces: tuple[tuple[str, str], ...]


def compare(earlier: str, later: str) -> tuple[Row, ...]:
    """What became of the paragraphs of `earlier` in `later`, in the order of the later one.

    A change of quotation marks or apostrophes alone is none.
    """
    before, after = _paragraphs(earlier), _paragraphs(later)
    matcher = SequenceMatcher(None, [_plain(p) for p in before], [_plain(p) for p in after], autojunk=False)
    rows: list[Row] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            rows += [Row(SAME, ((p, SAME),)) for p in after[c:d]]
        else:
            rows += _changed(before[a:b], after[c:d])
    return tuple(rows)


def _changed(before: list[str], after: list[str]) -> list[Row]:
    """Each later paragraph against the first earlier one that is like it; what is left of either is its own."""
    left, rows = list(before), []
    for p in after:
        near = next((o for o in left if _likeness(o, p) >= ALIKE), None)
        if near is None:
            rows.append(Row(ADDED, ((p, ADDED),)))
            continue
        k = left.index(near)
        rows += [Row(DROPPED, ((o, DROPPED),)) for o in left[:k]]
        rows.append(Row(CHANGED, _pieces(near, p)))
        left = left[k + 1 :]
    return rows + [Row(DROPPED, ((o, DROPPED),)) for o in left]


def _pieces(before: str, after: str) -> tuple[tuple[str, str], ...]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, [_plain(w) for w in old], [_plain(w) for w in new], autojunk=False)
    out: list[tuple[str, str]] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            out.append(("".join(new[c:d]), SAME))
            continue
        if b > a:
            out.append(("".join(old[a:b]), DROPPED))
        if d > c:
            out.append(("".join(new[c:d]), ADDED))
    return tuple(out)


def _likeness(one: str, other: str) -> float:
    a, b = _plain(one).split(), _plain(other).split()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _plain(words: str) -> str:
    return " ".join(re.sub(r'\s*"\s*', ' " ', words.translate(_PLAIN)).split()).casefold()


def _paragraphs(text: str) -> list[str]:
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]
