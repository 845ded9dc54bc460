"""Blocks: what is title, heading, dateline, signature and boilerplate, and what is the story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.blocks import find_blocks
from dragoman.lexicon import load_yaml

BODY = (
    "La ministre a reçu hier ses homologues à Genève, où les pourparlers doivent reprendre dans la semaine. "
    "Aucun calendrier n'a été arrêté."
)


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(b.kind, b.span.of(text)) for b in find_blocks(text, title)]


def test_title_standfirst_heading_paragraphs() -> None:
    text = f"Genève : reprise des pourparlers\n\n{BODY}\n\nUn long silence\n\n{BODY}\n\n- « Non » -\n\n{BODY}"
    assert [k for k, _ in kinds(text)] == [
        "title",
        "standfirst",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_first_paragraph_that_ends_with_a_full_stop_is_no_title() -> None:
    assert [k for k, _ in kinds(f"{BODY}\n\n{BODY}")] == ["paragraph", "paragraph"]


def test_the_title_told_is_the_title_whatever_its_end() -> None:
    assert kinds(f"Genève, le retour.\n\n{BODY}", "Genève, le retour.")[0][0] == "title"


def test_a_header_glued_to_the_story_is_cut_from_it() -> None:
    assert kinds(f" date 2021-05 {BODY}\n\n{BODY}")[:2] == [
        ("boilerplate", "date 2021-05"),
        ("paragraph", BODY),
    ]
    assert kinds(f"date 2021-05 Photo : AGENCE Centrale\n\n{BODY}")[:2] == [
        ("boilerplate", "date 2021-05"),
        ("caption", "Photo : AGENCE Centrale"),
    ]


@pytest.mark.parametrize(
    "dateline", ["(Genève)", "(Genève, 3 mai, Agence) -", "GENÈVE (Agence) –", "Genève, 3 mai 2021 –"]
)
def test_dateline_is_cut_from_the_first_paragraph(dateline: str) -> None:
    assert kinds(f"{dateline} {BODY}\n\n{BODY}")[:2] == [("dateline", dateline), ("paragraph", BODY)]


@pytest.mark.parametrize("signature", ["J. M./Agences", "(avec AFP)", "Avec AFP et Reuters", "avec AFP"])
def test_signature_at_the_end(signature: str) -> None:
    assert kinds(f"{BODY}\n\n{BODY} {signature}")[-1] == ("agency", signature)


def test_a_parenthesis_in_the_middle_of_a_story_is_no_dateline() -> None:
    text = "\n\n".join([BODY] * 4 + [f"(Genève) {BODY}"])
    assert {k for k, _ in kinds(text)} == {"paragraph"}


def test_a_heading_glued_to_the_paragraph_before() -> None:
    assert kinds(f"{BODY}Économie\n\n{BODY}")[:2] == [("paragraph", BODY), ("heading", "Économie")]


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    lines = (
        "La ministre a reçu hier ses homologues\nà Genève, où les pourparlers doivent\n"
        "reprendre dans la semaine. Aucun calendrier\nn'a été arrêté.\n\nLa délégation de Bergame\n"
        "attend. Elle a quitté son hôtel dans la\nnuit et n'a rien dit à la presse."
    )
    assert [k for k, _ in kinds(lines)] == ["paragraph", "paragraph"]


def test_line_ends_of_all_systems() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        text = f"Reprise des pourparlers{end}{end}{BODY}{end}{end}{BODY}"
        assert [k for k, _ in kinds(text)] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize("entry", load_yaml("fr/blocks"), ids=lambda e: e["id"])
def test_every_pattern_finds_its_example(entry: dict[str, str]) -> None:
    text = entry["example"] if entry.get("first") else f"{BODY}\n\n{entry['example']}"
    assert entry["kind"] in {k for k, _ in kinds(text)}


@pytest.mark.parametrize(
    "line",
    [
        "Publiée le 3 mai, l'enquête du ministère a conclu que 12 soldats étaient présents sur le site.",
        "Partager le pouvoir à Bergame reste le but des deux camps, selon la ministre de la Justice.",
        "Par ailleurs, la délégation a quitté Genève.",
        "Réagir vite, c'est ce que demande la ministre.",
    ],
)
def test_story_that_looks_like_boilerplate_stays_story(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1][0] == "paragraph"


@given(st.text(max_size=400) | st.text(alphabet=' \n\r"«».-A aé(1', max_size=300))
def test_blocks_cover_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for block in find_blocks(text):
        assert end <= block.span.start < block.span.end <= len(text)
        assert (
            not text[end : block.span.start].strip(" \ufeff\u200b\0")
            or text[end : block.span.start].isspace()
            or all(c.isspace() or c in "\ufeff\u200b\0" for c in text[end : block.span.start])
        )
        end = block.span.end
