"""The way through the parse from an act to another word: `<acl>obl.par`, up the relations and then down.

"accusés par Moscou": accusés → Moscou, `>obl.par`.
"""

from __future__ import annotations

from dragoman.model.documents import Document

LONG = 5


def climb(document: Document, head: int) -> list[int]:
    """The token and what governs it, from below."""
    return [head, *(t.i for t in document.ancestors(head))][: LONG + 1]


def path_between(document: Document, up: list[int], word: int) -> str:
    """The relations from the first token of `up` to `word`, the last one with its preposition; far beyond LONG."""
    tokens = document.tokens
    down: list[str] = []
    i = word
    while i not in up:
        if len(down) >= LONG or tokens[i].head == i:
            return "far"
        token = tokens[i]
        case = next((tokens[k].lower for k in token.children if tokens[k].dep == "case"), "")
        down.append(f"{token.dep.split(':')[0]}.{case}" if not down else token.dep.split(":")[0])
        i = token.head
    upwards = "".join(f"<{tokens[k].dep.split(':')[0]}" for k in up[: up.index(i)])
    return upwards + "".join(f">{d}" for d in reversed(down))
