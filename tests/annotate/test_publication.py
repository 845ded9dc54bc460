"""Publication: what a text tells of its own date, place and provider."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.blocks import find_blocks
from dragoman.annotate.publication import infer_published
from dragoman.lexicon import load_yaml
from dragoman.model.articles import Article
from dragoman.model.documents import Document
from dragoman.model.edtf import is_edtf

BODY = "La délégation est arrivée à Genève. Elle a refusé de parler aux journalistes.\n"


def test_the_told_date_wins(annotate_text: Callable[..., Document]) -> None:
    text = "Publié le 3 mai 2018 à 10h15\n\n" + BODY
    assert annotate_text(text, "2018-05-04").published == "2018-05-04"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Publié le 3 mai 2018 à 10h15\n\n" + BODY, "2018-05-03"),
        ("Ce contenu a été publié le 12 mai 2018 20:36 12. mai 2018 - 20:36\n\n" + BODY, "2018-05-12"),
        ("Genève, 3 mai 2018 (AFP) – " + BODY, "2018-05-03"),
        ("date 2018-05 Genève, 3 mai (AFP) – " + BODY, "2018-05-03"),
        ("date 2018-12 " + BODY, "2018-12"),
        ("date 2018-12 Le médiateur a échoué, a-t-il reconnu ce jeudi.\n\n" + BODY, "2018-12-06/2018-12-27?"),
        (
            "date 2018-12 Le médiateur s'est rendu à Genève le 15 décembre 2018.\n\n" + BODY,
            "2018-12-15/2018-12-31?",
        ),
        (BODY, None),
        ("La trêve, signée le 12 juin 2018, est rompue.\n" + BODY, None),
    ],
)
def test_what_the_text_tells(
    annotate_text: Callable[..., Document], text: str, published: str | None
) -> None:
    assert annotate_text(text).published == published


def test_a_quoted_weekday_is_not_the_authors(annotate_text: Callable[..., Document]) -> None:
    text = 'date 2018-12 "Nous avons refusé ce jeudi", a écrit le médiateur dans ses mémoires.\n\n' + BODY
    assert annotate_text(text).published == "2018-12"


@pytest.mark.parametrize("entry", load_yaml("fr/agencies"), ids=lambda e: e["lemma"])
def test_every_agency(annotate_text: Callable[..., Document], entry: dict[str, str]) -> None:
    document = annotate_text(entry["example"])
    assert document.agency == (entry["lemma"],)
    assert document.dateline == entry["example"].partition(",")[0].partition(" (")[0].title()


@pytest.mark.parametrize("entry", load_yaml("fr/publication"), ids=lambda e: e["lemma"])
def test_every_word_of_publication(annotate_text: Callable[..., Document], entry: dict[str, str]) -> None:
    document = annotate_text(entry["example"] + "\n\n" + BODY)
    if entry["class"] == "stamp":
        assert document.published == "2018-05-03"
    else:
        assert document.agency == ("AFP",)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Le médiateur a renoncé, a-t-il dit à l'AFP. " + BODY, ("AFP",)),
        ("Selon l'agence KCNA, le médiateur a renoncé. " + BODY, ()),
        ("Le médiateur a renoncé, a rapporté Yonhap. " + BODY, ()),
        (BODY + "\nabc-de/fgh/ij\n", ("AFP",)),
        (BODY + "\nAvec AFP et Reuters\n", ("AFP", "Reuters")),
    ],
)
def test_providers_and_the_merely_quoted(
    annotate_text: Callable[..., Document], text: str, agency: tuple[str, ...]
) -> None:
    assert annotate_text(text).agency == agency


def test_what_the_article_tells_is_kept() -> None:
    article = Article(name="essai", text=BODY, dateline="Oslo", agency=("ATS",), published="2018-05")
    document = Document(article=article)
    infer_published(document)
    assert (document.dateline, document.agency, document.published) == ("Oslo", ("ATS",), "2018-05")


PIECES = (
    "date 2018-12",
    "date 2018-13",
    "Publié le",
    "31 février 2019",
    "3 mai",
    "ce jeudi",
    "GENÈVE (AFP) -",
    "(",
    "\n",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=12),
    st.sampled_from([None, "2018-12", "x"]),
)
def test_any_text_can_be_read(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    document = Document(
        article=Article(name="essai", text=text, published=published), blocks=find_blocks(text)
    )
    infer_published(document)
    assert document.published is None or document.published == published or is_edtf(document.published)
