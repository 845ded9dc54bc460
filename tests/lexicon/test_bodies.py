"""Who sits in a body is known by the names of the tables."""

from __future__ import annotations

from dragoman.lexicon import load_rows, load_yaml
from dragoman.lexicon.bodies import members_of_body


def test_bodies_and_their_members_have_the_names_of_the_tables() -> None:
    known = {row["name"] for table in ("states", "organisations") for row in load_rows(table)}
    for entry in load_yaml("fr/body_members"):
        assert {entry["body"], *entry["members"]} <= known
        assert entry["example"]


def test_of_other_bodies_nobody_is_known_to_sit_there() -> None:
    assert "Japon" in members_of_body("G7")
    assert not members_of_body("Brics")
