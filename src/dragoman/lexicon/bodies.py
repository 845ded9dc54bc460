"""Which states sit in a body: members_of_body("G7") → {"Allemagne", "Canada", …}; none of a body not in the table."""

from __future__ import annotations

from functools import cache

from dragoman.lexicon.loader import load_yaml


@cache
def _members() -> dict[str, frozenset[str]]:
    return {str(e["body"]): frozenset(map(str, e["members"])) for e in load_yaml("fr/body_members")}


def members_of_body(body: str) -> frozenset[str]:
    """The states and bodies of whom a head sits at the body's summit."""
    return _members().get(body, frozenset())
