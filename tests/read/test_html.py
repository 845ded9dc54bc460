"""Saved web pages: what schema.org tells, what the page shows, and pages that hold no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.articles import Article, SetAside
from dragoman.read.html import read_html

STORY = "La ministre a reçu hier ses homologues à Genève. Aucun calendrier n'a été arrêté pour la suite."


def page(markup: str, **more: str) -> Article | SetAside:
    return read_html(markup.encode(more.get("codec", "utf-8")), name="p", path="p.html")


def article(markup: str, **more: str) -> Article:
    found = page(markup, **more)
    assert isinstance(found, Article), found
    return found


def test_json_ld_tells_first() -> None:
    found = article(
        """<html><head><title>Autre | Le Courrier</title><script type="application/ld+json">
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"],
        "headline": "La  paix", "datePublished": "2021-05-03T10:15:00+02:00", "publisher": {"name": "Le Courrier"},
        "author": [{"@type": "Person", "name": "J. Morel"}, {"name": "P. Roux"}]}]}</script></head>"""
        f"<body><h1>Autre</h1><article><p>{STORY}</p><p>Fin.</p></article></body></html>"
    )
    assert found.text == f"La paix\n\n{STORY}\n\nFin." and found.title == "La paix"
    assert (found.published, found.outlet, found.author) == ("2021-05-03", "Le Courrier", "J. Morel, P. Roux")


def test_json_ld_body_where_the_page_shows_none() -> None:
    body = "\\n".join([STORY, "Fin."])
    found = article(
        f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{body}"}}</script><h1>T</h1>'
    )
    assert found.text == f"T\n\n{STORY}\n\nFin."


def test_broken_json_ld_is_passed_over() -> None:
    assert (
        article(f'<script type="application/ld+json">{{"@type": </script><h1>T</h1><p>{STORY}</p>').title
        == "T"
    )


def test_what_is_no_story_is_left_out() -> None:
    found = article(
        f"<header><h1>T</h1></header><nav><p>Accueil</p></nav><article><figure><figcaption>Photo</figcaption></figure>"
        f"<p>Elle a dit <b>non</b><br>deux fois.</p><aside><p>Lire aussi</p></aside><h2>Inter</h2><p>{STORY}</p>"
        f"<script>var a;</script><!-- rien --></article><footer><p>Contact</p></footer>"
    )
    assert found.text == f"T\n\nElle a dit non\n\ndeux fois.\n\nInter\n\n{STORY}"


def test_microdata_body_and_time() -> None:
    found = article(
        f'<h1>T</h1><time datetime="2021-05-03T08:00Z">lundi</time>'
        f'<div itemprop="articleBody">Nu.<br><br>{STORY}<p>Fin.</p></div>'
    )
    assert found.text == f"T\n\nNu.\n\n{STORY}\n\nFin." and found.published == "2021-05-03"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-15"])
def test_page_encodings(codec: str) -> None:
    assert article(f'<meta charset="{codec}"><h1>Été</h1><p>{STORY}</p>', codec=codec).title == "Été"


@pytest.mark.parametrize(
    "markup", ["", " ", "<html></html>", "<p>Connexion</p>", "<!-- -->", "<?xml version='1.0'?>"]
)
def test_a_page_without_article_is_set_aside(markup: str) -> None:
    assert isinstance(page(markup), SetAside)


@given(st.text(alphabet="<>/ap=\"' é!-\0[]{}", max_size=120) | st.text(max_size=80))
def test_no_page_breaks_the_reader(markup: str) -> None:
    read_html(markup.encode("utf-8", "replace"), name="p", path="p.html")
    read_html((markup + f"<p>{STORY}</p>").encode("utf-8", "replace"), name="p", path="p.html")


def test_a_page_nested_without_bound() -> None:
    read_html(("<div>" * 20000 + STORY).encode(), name="p", path="p.html")
