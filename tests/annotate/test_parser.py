"""The parser: exact offsets, one token a name, verbs with their lemma."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.annotate import parser
from dragoman.annotate.loading import load_model
from dragoman.annotate.parser import Job, parse, verb_lemma
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

Annotate = Callable[..., Document]


def token(document: Document, text: str) -> Token:
    return next(t for t in document.tokens if t.text == text)


def test_offsets_and_typography(annotate_text: Annotate) -> None:
    text = 'L’accord d\'"hier"\u00a0: «\u202fC’est fini\u202f», a-t-il dit --enfin--.\r\nPark Min-un part.'
    document = annotate_text(text)
    assert document.tokens
    for t in document.tokens:
        assert text[t.start : t.end].replace("’", "'") == t.text
    assert [t.text for t in document.tokens][:5] == ["L'", "accord", "d'", '"', "hier"]


def test_a_name_is_one_token_and_a_subject(annotate_text: Annotate) -> None:
    document = annotate_text("Le dirigeant Park Min-un a affirmé hier que la paix viendrait.")
    name = token(document, "Park Min-un")
    assert (name.pos, name.lemma) == ("PROPN", "Park Min-un")
    verb = token(document, "affirmé")
    subject = next(t for t in document.children(verb.i, "nsubj"))
    assert name.i in document.subtree(subject.i)


def test_an_elided_word_before_a_name(annotate_text: Annotate) -> None:
    document = annotate_text("La visite d'Anne Morel est finie.")
    assert [t.text for t in document.tokens][1:4] == ["visite", "d'", "Anne Morel"]


def test_surname_alone_is_a_proper_noun(annotate_text: Annotate) -> None:
    document = annotate_text("Jeanne Morel part. Selon la presse, Morel a refusé.")
    assert token(document, "Morel").pos == "PROPN"
    assert token(document, "Morel").dep.startswith("nsubj")


def test_heads_and_children_agree(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Le président Jean-Luc Le Goff, reçu par Karl von der Heide, estime que Le Goff a tort."
    )
    for t in document.tokens:
        assert all(document.tokens[k].head == t.i for k in t.children)
        assert len(list(document.ancestors(t.i))) < len(document.tokens)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("estime", "estimer"), ("connait", "connaître"), ("cèderait", "céder"), ("martelé", "marteler"),
     ("œuvrent", "œuvrer"), ("séjournera", "séjourner"), ("dit", "dire"), ("proximité", None)],
)  # fmt: skip
def test_verb_lemma(form: str, lemma: str | None) -> None:
    assert verb_lemma(form) == lemma


@pytest.mark.parametrize("entry", load_yaml("fr/lemmas"), ids=lambda e: f"{e['form']}-{e['pos']}")
def test_lemma_examples(entry: dict[str, str], annotate_text: Annotate) -> None:
    found = [
        t
        for t in annotate_text(entry["example"]).tokens
        if t.lower == entry["form"] and t.pos == entry["pos"]
    ]
    if not found:
        return  # the model gives the word another part of speech here
    assert found[0].lemma == entry["lemma"]


def test_verbs_of_dispatches_have_their_infinitive(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Bergame estime que la paix reste loin et réclame un sommet. La ministre indique son refus."
    )
    verbs = {t.lemma for t in document.tokens if t.pos == "VERB"}
    assert {"estimer", "rester", "réclamer", "indiquer"} <= verbs


def test_nothing_to_parse() -> None:
    assert list(parse([Job("", ()), Job("  ", (Span(0, 2),))])) == [[], []]


def test_new_words_are_forgotten_after_their_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Le ministre Drazovek a affirmé que Mirulande tergiversotait avec Postelbourg."
    job = Job(text, (Span(0, len(text)),))
    known = load_model().vocab.strings
    with monkeypatch.context() as patched:
        patched.setattr(parser, "KEPT", 0)
        (told,) = parse([job])
        assert "Postelbourg" not in known
        size = len(known)
        again = list(parse([job, job]))
        assert len(known) == size
    assert again == [told, told] == [*parse([job]), told]
    assert "Postelbourg" in known


@pytest.mark.parametrize(
    "text", ["\ud800 un texte.", "\0\0", "🙂🙂 « 🙂 ».", "a" * 5000, "Ça. " * 400, "A\u0301 B\u0301 C."]
)
def test_odd_texts_never_break(text: str, annotate_text: Annotate) -> None:
    for t in annotate_text(text).tokens:
        assert 0 <= t.start < t.end <= len(text)


def test_letters_alone_and_before_a_comma_are_cut_by_nothing_of_the_tokenizer() -> None:
    """What the parser does not ask the tokenizer, asked of it for each word of the model and of its exceptions."""
    model = load_model()
    tokenizer: Any = model.tokenizer
    words = {w for w in model.vocab.strings if w.isalpha()}
    assert len(words) > 100_000
    for word in [*sorted(words)[::40], *(w for w in tokenizer.rules if w.isalpha())]:
        assert [t.text for t in tokenizer(word)] == [word]
        assert [t.text for t in tokenizer(word + ",")] == [word, ","]
    assert not [w for w in tokenizer.rules if w[-1] == "," and w[:-1].isalpha()]
