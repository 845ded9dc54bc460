"""An act in the words around it."""

from __future__ import annotations

from pathlib import Path

from tests.show.conftest import Ask

from dragoman.model.events import Event
from dragoman.model.spans import Span
from dragoman.record import find_claims, open_record
from dragoman.show.excerpts import excerpt, find_excerpts

TEXT = "Rien. Réunis à huis clos dans la vieille ville de Tarvik depuis la veille au soir,\n les deux \
camps ont signé la trêve que le médiateur norvégien leur proposait depuis le début du mois. Fin."


def test_an_excerpt_is_cut_between_words_within_the_sentence() -> None:
    sentence = Span(TEXT.index("Réunis"), TEXT.index(" Fin"))
    start = TEXT.index("ont signé")
    assert excerpt(TEXT, sentence, Span(start, start + len("ont signé"))) == (
        "…Tarvik depuis la veille au soir, les deux camps ⟦ont signé⟧ la trêve que le médiateur norvégien leur…"
    )
    assert excerpt(TEXT, Span(0, 5), Span(0, 4)) == "⟦Rien⟧."


def test_tables_of_acts_show_the_words_around_them(record_file: Path, ask: Ask) -> None:
    with open_record(record_file) as record:
        told = find_claims(record, Event)
        found = find_excerpts(record, [t.claim for t in told])
    assert found[told[0].claim.id].endswith("affirmé que l'Érythrie ⟦avait exigé⟧ le retrait des troupes.")
    for command in ("events", "chronology"):
        shown = " ".join(ask(command).out.split())
        assert "⟦avait" in shown
        assert "⟦" not in ask(command, "--json").out + ask(command, "--csv").out


def test_a_status_is_asked_for_by_its_word_in_the_chronology_too(ask: Ask) -> None:
    assert (
        ask("chronology", "--status", "prévu", "--json").out
        == ask("chronology", "--status", "planned", "--json").out
    )
    assert "Oslo" in ask("chronology", "--status", "prévu").out
    assert ask("chronology", "--status", "perdu").code == 2
