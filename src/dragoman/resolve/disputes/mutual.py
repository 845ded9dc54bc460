"""Two sides charge each other in one article: surely at odds in one breath, or where the title has it, of one matter.

"Klow accuse Oslo d'avoir rompu la trêve, tandis qu'Oslo l'accuse de l'avoir violée" → blame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.spans import Span
from dragoman.resolve.accounts import Account
from dragoman.resolve.disputes.charges import GAP, LONGEST
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.named import named_in
from dragoman.resolve.reported import Charge
from dragoman.resolve.tellings import Tellings, stems

PAIR = 2
# Two charges of one matter share so many words.
SHARED = 2


def find_mutual(
    tellings: Tellings, article: str, charges: Sequence[Charge]
) -> Iterator[tuple[str, Account, Account, bool]]:
    """Charges against each other, and "X et Y se rejettent la responsabilité de…"; whether they are sure."""
    for n, a in enumerate(charges):
        for b in charges[n + 1 :]:
            if a.side in b.charged and b.side in a.charged and a.side != b.side:
                about = _in_title(tellings, a) or _in_title(tellings, b)
                near = (a.accuses and b.accuses and about) or _in_one_breath(tellings, a, b)
                yield "blame", a.account, b.account, near and _of_one_matter(tellings, a, b)
    text = tellings.text(article)
    for found in tellings.find_all_words(article, "mutual"):
        sentence = tellings.sentence(article, found.start())
        span = Span(max(sentence.start, found.start() - GAP), found.start())
        sides = list(dict.fromkeys(side for side, _ in named_in(tellings, article, span)))
        acts = tellings.events_in(article, sentence)
        if len(sides) == PAIR and acts:
            act = min(acts, key=lambda e: abs(e.start - found.start()))
            says = shorten(text[span.start : sentence.end], LONGEST)
            told = [Account(article, sentence, says, tellings.id_of(act), side, side) for side in sides]
            yield "blame", told[0], told[1], True


def _of_one_matter(tellings: Tellings, a: Charge, b: Charge) -> bool:
    """Whether both charges cannot well hold: each says that the other broke what both had, or is to blame.

    That the one lied and the other is greedy may both be true.
    """
    if all(tellings.find_words(c.account.article, "fault", c.account.span) for c in (a, b)):
        return True
    names = stems(" ".join((a.side, b.side)))
    return len(stems(a.account.says) & stems(b.account.says) - names) >= SHARED


def _in_title(tellings: Tellings, charge: Charge) -> bool:
    """Whether the charge stands in the article's first line: then it is what the article is about."""
    first = tellings.text(charge.account.article).lstrip().find("\n")
    return charge.account.span.start < first


def _in_one_breath(tellings: Tellings, a: Charge, b: Charge) -> bool:
    """Whether the second stands in the sentence of the first, or in the next."""
    article = a.account.article
    first = tellings.sentence(article, a.account.span.start)
    following = tellings.sentence(article, first.end)
    return first.start <= b.account.span.start < following.end
