"""Events: every example of the lexicon fires its own entry, and whole sentences give the claims expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.events import find_events
from dragoman.extract.events.entries import Entry, load_entries
from dragoman.extract.events.forms import index_forms
from dragoman.extract.events.triggers import find_triggers
from dragoman.model.documents import Document
from dragoman.model.events import EVENT_STATUSES, PLOVER_TYPES
from dragoman.model.statements import Statement

ENTRIES = [e for rows in load_entries().values() for e in rows]


def test_every_example_fires_its_entry(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text("\n".join(dict.fromkeys(e.example for e in ENTRIES)))
    fired: dict[str, set[Entry]] = {}
    for trigger in find_triggers(document):
        line = document.block_of(trigger.head).span.of(document.text)
        fired.setdefault(line, set()).update(trigger.entries)
    silent = [f"{e.name}: {e.example}" for e in ENTRIES if e not in fired.get(e.example, set())]
    assert not silent, "\n".join(silent)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("étrille", "étriller"), ("exigea", "exiger"), ("rejette", "rejeter"), ("négocierai", "négocier")],
)
def test_forms_of_regular_verbs(form: str, lemma: str) -> None:
    assert index_forms([lemma])[form] == lemma


@pytest.mark.parametrize("text", ["", "\n\n", "…", "« ", "\u200b\ufeff", "A" * 3000])
def test_odd_texts_raise_nothing(annotate_text: Callable[..., Document], text: str) -> None:
    assert find_events(annotate_text(text), []) == []


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients", "status"),
    [
        (
            "Les rebelles ont été accusés par Moscou de pillage.",
            "ACCUSE",
            ("Russie",),
            ("rebelles",),
            "occurred",
        ),
        (
            "Pyongyang a rejeté la demande de Séoul.",
            "REJECT",
            ("Corée du Nord",),
            ("Corée du Sud",),
            "occurred",
        ),
        ("Pékin a menacé Taipei de représailles.", "THREATEN", ("Chine",), ("Taïwan",), "occurred"),
        ("La Turquie a déployé des navires en Méditerranée.", "MOBILIZE", ("Turquie",), (), "occurred"),
    ],
)
def test_roles_and_status(
    annotate_text: Callable[..., Document],
    text: str,
    type_: str,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    status: str,
) -> None:
    event = find_events(annotate_text(text, published="2019-05-15"), [])[0]
    assert (event.type, event.actors, event.recipients, event.status) == (type_, actors, recipients, status)


def test_a_meeting_to_come_is_an_agreement(annotate_text: Callable[..., Document]) -> None:
    text = "Emmanuel Macron {} Vladimir Poutine à Moscou {}."
    held = find_events(annotate_text(text.format("a rencontré", "lundi"), published="2019-05-15"), [])[0]
    future = text.format("rencontrera", "la semaine prochaine")
    planned = find_events(annotate_text(future, published="2019-05-15"), [])[0]
    assert (held.type, held.status, held.date) == ("CONSULT", "occurred", "2019-05-13")
    assert (planned.type, planned.status) == ("AGREE", "planned")


def test_the_account_is_the_speakers(annotate_text: Callable[..., Document]) -> None:
    text = "Moscou a affirmé que les rebelles avaient attaqué la ville."
    start = text.index("les rebelles")
    said = Statement(
        article="a", start=start, end=len(text) - 1, rule="cue/affirmer", kind="indirect", speaker="Russie"
    )
    event = next(e for e in find_events(annotate_text(text), [said]) if e.type == "ASSAULT")
    assert event.according_to == "Russie"


def test_nothing_political_is_no_event(annotate_text: Callable[..., Document]) -> None:
    assert find_events(annotate_text("Le soleil brille sur la ville et les enfants jouent."), []) == []


def test_events_are_well_formed(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text("\n".join(dict.fromkeys(e.example for e in ENTRIES)), published="2019-05-15")
    events = find_events(document, [])
    assert events
    for event in events:
        assert event.type in PLOVER_TYPES
        assert event.status in EVENT_STATUSES
        assert 0 <= event.start < event.end <= len(document.text)
        assert not set(event.actors) & set(event.recipients)
        assert 0 <= event.confidence <= 1


def test_where_two_meet_is_nobody_they_meet(annotate_text: Callable[..., Document]) -> None:
    text = "Le sommet entre Paul Duval et Anna Kovar s'est achevé jeudi à Hanoï plus tôt que prévu et sans accord."
    events = find_events(annotate_text(text), [])
    assert [e for e in events if len(e.actors) == 2]
    assert not [e for e in events if len(e.actors) == 2 and "Vietnam" in e.recipients]
