"""Whether two spellings may be one name: transliterations differ in vowels, in doubled letters, in a few digraphs.

"Abdullah Abdullah" and "Abdallah Abdallah" may; "Kim Jong-un" and "Kim Jong-il" may not.
"""

from __future__ import annotations

import re
from functools import lru_cache

# One sound, several ways to write it; applied in this order.
_SOUNDS = (
    ("tch", "ch"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("w", "v"), ("y", "i"), ("x", "ks"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_MUTE = re.compile(r"(?<=[a-z]{3}n)e$")
_VOWELS = re.compile(r"(?<!^)[aeiou]")
# In shorter words a vowel makes another name.
LONG = 5


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A folded word in one way of writing its sounds."""
    for told, plain in _SOUNDS:
        word = word.replace(told, plain)
    return _DOUBLED.sub(r"\1", _MUTE.sub("", word))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a folded name, what two of its transliterations have in common."""
    return " ".join(_VOWELS.sub("", sound(w)) for w in name.split())


def same_spelling(a: str, b: str) -> bool:
    """Whether two folded names are one, word by word: alike in sound, vowels apart in long words only."""
    x, y = [sound(w) for w in a.split()], [sound(w) for w in b.split()]
    return len(x) == len(y) and all(
        p == q or (min(len(p), len(q)) >= LONG and p[0] == q[0] and _VOWELS.sub("", p) == _VOWELS.sub("", q))
        for p, q in zip(x, y, strict=True)
    )
