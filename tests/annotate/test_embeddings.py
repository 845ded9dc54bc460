"""What the model makes of a word by itself is remembered, and is what it would make of it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc
from thinc.api import Model

from dragoman.annotate.embeddings import remember_words
from dragoman.annotate.loading import load_model

WORDS = [
    "Le",
    "négociateur",
    "de",
    "Vardelande",
    ",",
    "le",
    "3",
    "mars",
    ",",
    "a",
    "revu",
    "le",
    "Négociateur",
]


@pytest.fixture
def docs() -> list[Any]:
    vocab = load_model().vocab
    spaced = [n % 3 > 0 for n in range(len(WORDS))]
    return [Doc(vocab, WORDS, spaced), Doc(vocab, [], []), Doc(vocab, WORDS[::-1], spaced)]


@pytest.fixture
def embed() -> Iterator[Model[Any, Any]]:
    (inner,) = load_model().get_pipe("tok2vec").model.layers[0].layers  # type: ignore[attr-defined]
    yield inner


@pytest.mark.parametrize("kept", [1000, 20, 3])
def test_rows_are_those_of_the_layer(embed: Model[Any, Any], docs: list[Any], kept: int) -> None:
    layer = remember_words(embed, kept)
    for told in (docs, docs[:1], docs[1:2], docs[2:], []):
        rows = layer.predict(told)
        assert [len(r) for r in rows] == [len(d) for d in told]
        if any(map(len, told)):
            for got, right in zip(rows, embed.predict(told), strict=True):
                assert np.array_equal(got, right)


def test_a_word_is_asked_for_once(embed: Model[Any, Any], docs: list[Any]) -> None:
    asked: list[list[str]] = []

    def forward(_: Model[Any, Any], told: list[Any], is_train: bool) -> tuple[Any, None]:
        assert not is_train
        asked.extend([token.text_with_ws for token in doc] for doc in told)
        return embed.predict(told), None

    counting: Model[Any, Any] = Model("counting", forward, dims={"nO": embed.get_dim("nO")})
    layer = remember_words(counting)
    layer.predict(docs[:1])
    layer.predict(docs[:1])
    (once,) = asked
    assert sorted(once) == sorted({token.text_with_ws for token in docs[0]})


def test_a_layer_that_looks_at_the_words_beside_is_not_taken() -> None:
    looking: Model[Any, Any] = Model("looking", lambda *told: told, attrs={"columns": ["NORM", "DEP"]})
    with pytest.raises(ValueError, match="DEP"):
        remember_words(looking)


def test_it_is_not_trained(embed: Model[Any, Any], docs: list[Any]) -> None:
    with pytest.raises(NotImplementedError):
        remember_words(embed)(docs, is_train=True)
