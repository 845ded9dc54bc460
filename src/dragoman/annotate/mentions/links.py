"""Which persons and which states the text puts together, and how strongly.

"Duval a rencontré Ruiz", "entre Lima et Quito", "le sommet Duval-Ruiz" → links, from which "les deux
dirigeants" and "les deux capitales" choose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from dragoman.annotate.mentions.scenes import Scene
from dragoman.model.actors import Mention
from dragoman.model.documents import Document

_JOINED, _COORDINATED, _ACTED_ON, _BESIDE = 3.0, 2.5, 1.5, 0.3
_HERE = 100.0
_JOINTS = frozenset(("et", "le", "la", "l'", "l’", "les"))
# A sentence with more names than this is a list.
_MOST = 10


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that stand together, the one told first before; `at` is the sentence."""

    first: str
    second: str
    at: int
    weight: float


def find_links(scene: Scene) -> list[Link]:
    """Every link between two mentions of one sentence; demonyms as adjectives and places are not spoken of."""
    sentences: dict[int, list[Mention]] = defaultdict(list)
    tokens = scene.document.tokens
    out: list[Link] = []
    for head in sorted(scene.mentions):
        mention = scene.mentions[head]
        if mention.place or mention.how == "adjective" or not mention.actors:
            continue
        at = tokens[head].sent
        sentences[at].append(mention)
        if len(mention.actors) == 2:
            out.append(Link(*mention.actors, at, _JOINED))
    for at, mentions in sentences.items():
        for a, b in combinations(mentions[:_MOST], 2):
            if len(a.actors) == len(b.actors) == 1 and a.actors != b.actors:
                out.append(Link(a.actors[0], b.actors[0], at, _weigh(scene.document, a.head, b.head)))
    return out


def _weigh(document: Document, a: int, b: int) -> float:
    """How the token `b` stands to `a` before it: coordinated, at the other end of the verb, or just beside."""
    first, second = document.tokens[a], document.tokens[b]
    if (second.head == a and second.dep == "conj") or _are_joined(document, a, b):
        return _COORDINATED
    governor = document.head_of(b)
    for _ in range(3):
        if first.dep.startswith("nsubj") and first.head == governor.i and not second.dep.startswith("nsubj"):
            return _ACTED_ON
        governor = document.head_of(governor.i)
    return _BESIDE


def _are_joined(document: Document, a: int, b: int) -> bool:
    """Whether nothing but "et" and an article stands between the two, whatever the parse makes of them."""
    between = {t.lower for t in document.tokens[a + 1 : b]} if b - a <= 4 else set()
    return "et" in between and between <= _JOINTS


def strongest(
    links: list[Link],
    at: int,
    stands_for: Callable[[str], str | None],
    apart: Callable[[str, str], bool] | None = None,
) -> list[str]:
    """The two most strongly linked up to sentence `at`, near links before far ones; [] where no two are.

    `stands_for` gives what a name counts as (None: not at all), `apart` whether two may be opposite.
    """
    scores: dict[tuple[str, str], float] = defaultdict(float)
    order: dict[tuple[str, str], tuple[str, str]] = {}
    for link in links:
        a, b = stands_for(link.first), stands_for(link.second)
        if a is None or b is None or a == b or (apart is not None and not apart(a, b)):
            continue
        key = (a, b) if a < b else (b, a)
        # what follows counts as well, for want of something before
        distance = at - link.at if link.at <= at else 6 + link.at - at
        whole = 1.0 if (a, b) == (link.first, link.second) else 0.7
        if distance == 0 and link.weight >= _COORDINATED:
            # "la guerre entre Lima et Quito … les deux pays": nothing else counts
            scores[key] += _HERE
        scores[key] += whole * link.weight * (0.12 + 0.88 * 0.7**distance)
        if link.at <= at or key not in order:
            order[key] = (a, b)
    if not scores:
        return []
    return list(order[max(scores, key=lambda key: scores[key])])
