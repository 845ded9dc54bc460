"""Events: every example of the lexicon fires its own entry, and whole sentences give the claims expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.events import find_events
from dragoman.extract.events.entries import Entry, load_entries
from dragoman.extract.events.forms import index_forms
from dragoman.extract.events.triggers import find_triggers
from dragoman.model.documents import Document

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
