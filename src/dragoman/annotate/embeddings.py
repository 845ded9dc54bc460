"""What the model makes of a word by itself, before it looks at the words beside it: worked out once for each word.

remember_words(embed) → a layer that gives what `embed` gives, to the last bit, and asks it for new words alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Words that are remembered, at 400 bytes each; when there would be more, all are forgotten.
KEPT = 32_768
# What of a word may be looked at: its letters and whether a blank follows tell all of it.
COLUMNS = frozenset(("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"))


def remember_words(embed: Model[Any, Any], kept: int = KEPT) -> Model[Any, Any]:
    """The layer `embed` (documents → for each an array of float32, a row for each word) with a memory of `kept` words.

    Raises ValueError for a layer that looks at more of a word than COLUMNS.
    """
    if more := {c for layer in embed.walk() for c in layer.attrs.get("columns", ())} - COLUMNS:
        raise ValueError(f"what it makes of a word hangs on {sorted(more)}")
    memory = _Memory(embed, kept)

    def forward(_: Model[Any, Any], docs: list[Any], is_train: bool) -> tuple[list[NDArray[np.float32]], Any]:
        if is_train:
            raise NotImplementedError("a model that remembers is not trained")
        return memory.rows_of(docs), None

    return Model("remembered", forward, layers=[embed])


class _Memory:
    def __init__(self, embed: Model[Any, Any], kept: int) -> None:
        self._embed, self._kept = embed, kept
        self._places: dict[int, int] = {}  # of a word's row in the table
        self._table: NDArray[np.float32] = np.zeros((kept, embed.get_dim("nO")), dtype=np.float32)

    def rows_of(self, docs: list[Any]) -> list[NDArray[np.float32]]:
        """The rows of each document."""
        if not docs:
            return []
        columns = np.concatenate([doc.to_array(["ORTH", "SPACY"]) for doc in docs])
        # One number for both: that of the letters, its last bit turned by a blank.
        keys, first, of = np.unique(columns[:, 0] ^ columns[:, 1], return_index=True, return_inverse=True)
        told = keys.tolist()
        if len(told) > self._kept:
            found: list[NDArray[np.float32]] = self._embed.predict(docs)
            return found
        if len(self._places) + len(told) > self._kept:
            self._places.clear()
        new = [n for n, key in enumerate(told) if key not in self._places]
        if new:
            self._learn([told[n] for n in new], columns[first[new]].tolist(), docs[0].vocab)
        rows = self._table[np.array([self._places[key] for key in told], dtype=int)[of]]
        return np.split(rows, np.cumsum([len(doc) for doc in docs])[:-1])

    def _learn(self, keys: list[int], words: list[list[int]], vocab: Any) -> None:
        from spacy.tokens import Doc

        letters, spaces = [vocab.strings[orth] for orth, _ in words], [bool(space) for _, space in words]
        begin = len(self._places)
        self._table[begin : begin + len(keys)] = self._embed.predict([Doc(vocab, letters, spaces)])[0]
        self._places.update((key, begin + n) for n, key in enumerate(keys))
