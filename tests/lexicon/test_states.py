"""The table of states and that of organisations: well formed, without two rows for one thing."""

from __future__ import annotations

import re

import pytest

from dragoman.lexicon import load_rows
from dragoman.lexicon.sides import find_side, inflect, load_forms, load_sides

STATES = load_rows("states")
ORGANISATIONS = load_rows("organisations")
KINDS = {"organisation", "armed_group", "media", "group"}


def test_names_are_unique() -> None:
    names = [row["name"] for row in (*STATES, *ORGANISATIONS)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", STATES, ids=lambda row: row["name"])
def test_each_state_is_well_formed(row: dict[str, str]) -> None:
    assert None not in row and None not in row.values()
    assert row["article"] in ("le", "la", "l'", "les", "")
    assert row["gender"] in ("m", "f")
    assert re.fullmatch(r"([A-Z]{2})?", row["alpha2"]) and re.fullmatch(r"([A-Z]{3})?", row["alpha3"])
    assert row["article"] != "la" or row["gender"] == "f"
    assert row["article"] != "le" or row["gender"] == "m"


def test_codes_are_unique() -> None:
    for key in ("alpha2", "alpha3"):
        codes = [row[key] for row in STATES if row[key]]
        assert len(codes) == len(set(codes))


@pytest.mark.parametrize("row", ORGANISATIONS, ids=lambda row: row["name"])
def test_each_organisation_is_well_formed(row: dict[str, str]) -> None:
    assert None not in row and None not in row.values()
    assert row["kind"] in KINDS and row["gender"] in ("m", "f")
    assert not row["side"] or row["side"] in load_sides()


def test_every_form_resolves_to_its_side() -> None:
    # two states share one demonym: the first of the table has it
    shared = {"congolais", "congolaise", "congolaises"}
    wrong = [
        f"{form.text}: {side.name if side else None}, not {form.side.name}"
        for form in load_forms()
        if (side := find_side(form.text)) != form.side and form.text not in shared
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("told", "forms"),
    [
        ("nord-coréen", ["nord-coréen", "nord-coréenne", "nord-coréens", "nord-coréennes"]),
        ("turc/turque", ["turc", "turque", "turcs", "turques"]),
        ("français", ["français", "française", "français", "françaises"]),
        ("russe", ["russe", "russe", "russes", "russes"]),
        ("letton", ["letton", "lettonne", "lettons", "lettonnes"]),
    ],
)
def test_demonyms_are_inflected(told: str, forms: list[str]) -> None:
    assert [form for form, _, _ in inflect(told)] == forms


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("la Maison Blanche", "États-Unis"),
        ("Etats-Unis", "États-Unis"),
        ("l’Elysée", "France"),
        ("RPDC", "Corée du Nord"),
        ("Caire", "Égypte"),
        ("Myanmar", "Birmanie"),
        ("Daech", "État islamique"),
    ],
)
def test_common_spellings(text: str, name: str) -> None:
    side = find_side(text)
    assert side is not None and side.name == name


@pytest.mark.parametrize("text", ["un", "maison blanche", "temps", "le monde", "", "…", "Tombouctou"])
def test_what_is_no_side(text: str) -> None:
    assert find_side(text) is None
