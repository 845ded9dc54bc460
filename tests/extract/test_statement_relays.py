"""Who says the words and who only passes them on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.statements import find_statements
from dragoman.model.documents import Document


def test_words_that_an_agency_passes_on_are_not_its_own(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text(
        "« La trêve tient toujours », a assuré le roi Hamad à Genève, selon l'agence SANA."
    )
    (found,) = find_statements(document)
    assert (found.speaker, found.relayed_by) == ("Hamad", ("SANA",))


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("« La trêve tient », a assuré le roi Hamad, cité par l'agence SANA.", ("SANA",)),
        ("Le roi Hamad, cité par l'agence SANA, a assuré que la trêve tenait.", ("SANA",)),
        ("La trêve tient, d'après le roi Hamad, cité par l'agence SANA.", ("SANA",)),
        ("« La trêve tient », a assuré le roi Hamad, cité par l'AFP.", ()),
        ("« Les faits cités par la SANA sont faux », a assuré le roi Hamad.", ()),
    ],
)
def test_who_is_said_to_cite_passes_on(
    annotate_text: Callable[..., Document], text: str, relays: tuple[str, ...]
) -> None:
    (found,) = find_statements(annotate_text(text))
    assert (found.speaker, found.relayed_by) == ("Hamad", relays)


def test_no_content_closes_with_who_passes_it_on(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text(
        "Le roi Hamad a dit au président Emmanuel Macron que la trêve tenait, selon l'agence SANA."
    )
    assert not any(
        document.text[s.start : s.end].endswith("selon l'agence SANA") for s in find_statements(document)
    )


def test_the_same_source_is_the_one_before(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text(
        "« La trêve tient », a déclaré une source diplomatique. Selon la même source, les convois passeront demain."
    )
    first, second = find_statements(document)
    assert first.speaker == second.speaker == "source diplomatique"
