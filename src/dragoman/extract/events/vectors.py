"""What the parser's vectors say of a candidate: its own, its governor's, and those of what stands around it.

"Pyongyang a rejeté l'offre": rejeté → one row, the readings of rejeté, of its verb, of Pyongyang and of offre in turn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import CONTEXT, Document, Token

Rows = NDArray[np.float32]
ALONE = 300
WIDTH = CONTEXT + ALONE
# The candidate and its governor whole; their verb, subject and object alone; what depends on the candidate, its
# sentence and what it announces as means of the words alone.
SIZE = 2 * WIDTH + 6 * ALONE
CONTENT = ("NOUN", "VERB", "ADJ", "PROPN")
NEAR, SPOKEN = (*CONTENT, "PRON"), (*CONTENT, "ADV")
SAID = 60


class Vectors:
    """The vectors of one article's words, a row each; the last row is nothing."""

    def __init__(self, document: Document) -> None:
        self.document = document
        nothing = np.zeros(WIDTH, dtype=np.float16)
        told = [nothing if t.vector is None else t.vector for t in document.tokens]
        self.rows: Rows = np.array([*told, nothing], dtype=np.float32)
        self.sentences: dict[int, tuple[int, ...]] = {}

    def around(self, triggers: Sequence[Trigger], accounts: Accounts) -> Rows:
        """One row of SIZE numbers for each candidate."""
        document, none = self.document, len(self.document.tokens)
        places: list[tuple[int, int, int, int, int]] = []
        words: list[Sequence[int]] = []  # those of each mean, three a candidate
        for trigger in triggers:
            token = document.tokens[trigger.head]
            kids = [document.tokens[k] for k in token.children]
            governor = token.head if token.head != token.i else none
            places.append(
                (token.i, governor, self._verb(token), _first(kids, SUBJECTS), _first(kids, OBJECTS))
            )
            cue = accounts.cued_by(token.span)
            said = document.tokens_in(cue.span) if cue else ()
            words.append([k.i for k in kids if k.pos in NEAR])
            words.append(self._sentence(token.sent))
            words.append([t.i for t in said if t.pos in SPOKEN][:SAID])
        at = np.array(places, dtype=np.intp).reshape(-1, 5)
        alone = self.rows[:, CONTEXT:]
        parts = [self.rows[at[:, 0]], self.rows[at[:, 1]], *(alone[at[:, k]] for k in (2, 3, 4))]
        parts.append(self._means(words).reshape(len(triggers), 3 * ALONE))
        return np.concatenate(parts, axis=1)

    def _verb(self, token: Token) -> int:
        """The nearest verb above."""
        for n, governor in enumerate(self.document.ancestors(token.i)):
            if governor.pos in ("VERB", "AUX"):
                return governor.i
            if n == 4:
                break
        return len(self.document.tokens)

    def _sentence(self, number: int) -> tuple[int, ...]:
        if number not in self.sentences:
            sentence = self.document.sentences[number]
            words = self.document.tokens[sentence.first : sentence.last]
            self.sentences[number] = tuple(t.i for t in words if t.pos in CONTENT)
        return self.sentences[number]

    def _means(self, words: Sequence[Sequence[int]]) -> Rows:
        """The mean of the words alone of each list; the same list is counted once."""
        lists: dict[tuple[int, ...], int] = {}
        where = [lists.setdefault(tuple(told), len(lists)) for told in words]
        picked = [i for told in lists for i in (told or (-1,))]
        sizes = np.array([len(told) or 1 for told in lists], dtype=np.intp)
        starts = np.cumsum(sizes) - sizes
        if not picked:
            return self.rows[:0, CONTEXT:]
        means: Rows = np.add.reduceat(self.rows[picked, CONTEXT:], starts, axis=0)
        means /= sizes[:, None].astype(np.float32)
        return means[where]


SUBJECTS = ("nsubj",)
OBJECTS = ("obj", "xcomp", "ccomp", "nmod")


def _first(kids: Sequence[Token], relations: Sequence[str]) -> int:
    return next((k.i for k in kids if k.dep.split(":")[0] in relations), -1)
