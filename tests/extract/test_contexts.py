"""What an act is about: PLOVER's contexts by the words of its clause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.extract.events import find_events
from dragoman.extract.events.contexts import Contexts
from dragoman.extract.statements import find_statements
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document
from dragoman.model.events import PLOVER_TYPES

Annotate = Callable[..., Document]
CONTEXTS: dict[str, Any] = load_yaml("fr/contexts")


def test_there_are_as_many_as_in_plover() -> None:
    assert len(CONTEXTS) == 37


@pytest.mark.parametrize("name", list(CONTEXTS))
def test_each_context_is_told_by_its_example(name: str, annotate_text: Annotate) -> None:
    entry = CONTEXTS[name]
    assert {act.split("/")[0] for act in entry.get("acts", ())} <= set(PLOVER_TYPES)
    document = annotate_text(entry["example"])
    root = next(t.i for t in document.tokens if t.head == t.i)
    assert name in [context for context, _ in Contexts(document).of(root, "", None)]


def test_the_clause_tells_it_and_not_the_one_beside(annotate_text: Annotate) -> None:
    text = "Oslo a rappelé son ambassadeur, tandis que Rabat a démantelé un réseau de passeurs."
    document = annotate_text(text)
    recall = next(t.i for t in document.tokens if t.text == "rappelé")
    assert [c for c, _ in Contexts(document).of(recall, "SANCTION", None)] == ["diplomatic"]


def test_a_hint_alone_is_not_enough(annotate_text: Annotate) -> None:
    document = annotate_text("Le musée a fermé sa base de données.")
    closed = next(t.i for t in document.tokens if t.text == "fermé")
    assert Contexts(document).of(closed, "", None) == []


def test_some_acts_tell_it_by_themselves(annotate_text: Annotate) -> None:
    document = annotate_text("Ils se sont vus hier.")
    assert [c for c, _ in Contexts(document).of(3, "CONSULT", None)] == ["diplomatic"]


def test_an_event_carries_its_contexts_and_the_words_that_tell_them(annotate_text: Annotate) -> None:
    document = annotate_text("Kiev a exigé la levée de l'embargo sur le gaz.", published="2019-03-05")
    event = next(e for e in find_events(document, find_statements(document)) if e.type == "REQUEST")
    assert event.contexts == ("economic", "natural_resource")
    told = {r.actors: r.span.of(document.text) for r in event.resolved if r.how == "context"}
    assert told == {("economic",): "embargo", ("natural_resource",): "gaz"}
