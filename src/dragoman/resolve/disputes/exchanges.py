"""What two sides set against each other in one article: a charge or an assertion and its denial, charges of both.

"Washington accuse Téhéran d'avoir attaqué deux navires, ce que l'Iran dément" → Dispute(kind="blame").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.model.stories import Story
from dragoman.resolve.accounts import Account, read_account
from dragoman.resolve.disputes.charges import find_charges
from dragoman.resolve.disputes.denials import find_answered, find_denials
from dragoman.resolve.disputes.mutual import find_mutual
from dragoman.resolve.disputes.versions import make_dispute, name_matter
from dragoman.resolve.leads import Block, Lead
from dragoman.resolve.tellings import Tellings


def find_exchange_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The exchanges of an article: one lead for each pair of accounts that stand against each other."""
    denials = find_denials(tellings, article)
    charges = [c for c in find_charges(tellings, article) if c.plain]
    day = tellings.day(article)
    answered, mutual = find_answered(tellings, denials, charges), find_mutual(tellings, article, charges)
    for kind, a, b, sure in (*answered, *mutual):
        told = (kind, name_matter(tellings, a), a.packed(), b.packed(), sure)
        yield Lead("exchanges", (f"exchanges|{article}",), article, day, b.span.start, b.claim, told)


def tell_exchanges(block: Block, tellings: Tellings) -> Story:
    """The exchanges of an article; one that goes on over a few sentences is one."""
    pairs: dict[tuple[str, str | None, str | None], list[tuple[Account, Account]]] = defaultdict(list)
    matters: dict[tuple[str, str | None, str | None], str] = {}
    surely = set()
    # what is not surely of one matter proves nothing of what is
    for lead in sorted(block, key=lambda lead: not lead.told[4]):
        kind, matter, first, second, sure = lead.told
        pair = read_account(first), read_account(second)
        key = kind, pair[0].party, pair[1].party
        if sure:
            surely.add(key)
        elif key in surely or (kind, pair[1].party, pair[0].party) in surely:
            continue
        pairs[key].append(pair)
        matters.setdefault(key, matter)
    out = []
    for key, told in pairs.items():
        versions = [[a for a, _ in told], [b for _, b in told]]
        out.append(make_dispute(tellings, key[0], matters[key], versions, key in surely))
    return Story(disputes=tuple(out))
