"""What one article has to say to one part of the story, and which leads belong together.

Three reports of Trump meeting Kim → three leads under the key "Donald Trump"; they are one block.

A part of the story (a family: acts, meetings, shifts…) is told in blocks. Each article gives leads to it, each under
the keys by which leads of other articles can be about the same: an actor and a month for an act, a party and an issue
for a shift. Leads that share a key, directly or through others, are one block, and a block is told by itself: nothing
outside it has a say. So a new article has only those blocks told again that its own leads touch, and the order in
which articles come plays no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Lead(NamedTuple):
    """`day` is that of the article (EDTF), `start` where it stands in the text, `claim` the claim's id ("" for none).

    `told` is all that the telling needs of it, as lists, strings and numbers. `number` is its own in a record.
    """

    family: str
    keys: tuple[str, ...]
    article: str
    day: str | None
    start: int
    claim: str = ""
    told: Sequence[Any] = ()
    number: int = 0

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By the day of publication (undated last), then by article and place in it."""
        return (self.day or "9999", self.article, self.start, self.claim)


Block = tuple[Lead, ...]


def in_text_order(block: Block) -> list[Lead]:
    """Leads of which each tells first where its passage ends: of two that begin in one place the shorter is first."""
    return sorted(block, key=lambda lead: (*lead.order[:3], lead.told[0], lead.claim))


def join_leads(leads: Iterable[Lead]) -> list[Block]:
    """The leads of one family in blocks, each in order."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while (above := parent.setdefault(key, key)) != key:
            parent[key] = parent[above]
            key = above
        return key

    told = list(leads)
    for lead in told:
        first = root(lead.keys[0])
        for key in lead.keys[1:]:
            parent[root(key)] = first
    blocks: dict[str, list[Lead]] = defaultdict(list)
    for lead in told:
        blocks[root(lead.keys[0])].append(lead)
    return [tuple(sorted(block, key=lambda lead: lead.order)) for block in blocks.values()]
