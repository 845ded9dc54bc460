"""Two sides charge each other in one breath.

"Kovar accuse Sotek d'avoir menti, tandis que celui-ci l'accuse d'avoir armé les rebelles" → blame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.spans import Span
from dragoman.resolve.accounts import Account
from dragoman.resolve.disputes.charges import GAP, LONGEST
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.named import named_in
from dragoman.resolve.reported import Charge
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

PAIR = 2


def find_mutual(
    tellings: Tellings, article: str, charges: Sequence[Charge]
) -> Iterator[tuple[str, Account, Account]]:
    """Charges against each other in one sentence or the next, and "X et Y se rejettent la responsabilité de…"."""
    for n, a in enumerate(charges):
        for b in charges[n + 1 :]:
            mutual = a.side in b.charged and b.side in a.charged and a.side != b.side
            if mutual and _in_one_breath(tellings, a, b):
                yield "blame", a.account, b.account
    text = tellings.text(article)
    for found in Wordings.load().find_all("mutual", text):
        sentence = tellings.sentence(article, found.start())
        span = Span(max(sentence.start, found.start() - GAP), found.start())
        sides = list(dict.fromkeys(side for side, _ in named_in(tellings, article, span)))
        acts = tellings.events_in(article, sentence)
        if len(sides) == PAIR and acts:
            act = min(acts, key=lambda e: abs(e.start - found.start()))
            says = shorten(text[span.start : sentence.end], LONGEST)
            told = [Account(article, sentence, says, tellings.id_of(act), side, side) for side in sides]
            yield "blame", told[0], told[1]


def _in_one_breath(tellings: Tellings, a: Charge, b: Charge) -> bool:
    """Whether the second stands in the sentence of the first, or in the next."""
    article = a.account.article
    first = tellings.sentence(article, a.account.span.start)
    following = tellings.sentence(article, first.end)
    return first.start <= b.account.span.start < following.end
