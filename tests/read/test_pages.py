"""Web pages: what they declare, where their text is, and what in them is no story."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.lexicon import load_yaml
from dragoman.model.articles import Article, SetAside
from dragoman.read.pages import parse_html, read_page
from dragoman.read.pages.paragraphs import find_lines, is_no_story

PARAGRAPHS = (
    "La délégation syldave est arrivée lundi à Klow pour trois jours de pourparlers avec la Bordurie, a annoncé "
    "le ministère des Affaires étrangères dans un communiqué publié en fin de matinée.",
    "« Nous ne signerons rien sans garanties », a prévenu le chef de la délégation, qui a refusé de répondre aux "
    "questions des journalistes réunis devant le palais royal depuis l'aube.",
    "Les deux pays ne se parlent plus depuis la rupture de l'automne dernier, quand un incident de frontière avait "
    "fait quatre morts dans la vallée du Wladir, selon le bilan de la Croix-Rouge.",
    "Une nouvelle séance est prévue mardi, sous l'égide des Nations unies.",
)


def page(body: str, head: str = "", h1: str = "Klow attend la délégation bordure") -> bytes:
    return f"<!DOCTYPE html><html lang=fr><head>{head}</head><body><h1>{h1}</h1>{body}</body></html>".encode()


def told(**fields: Any) -> str:
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def read(content: bytes) -> Article:
    article = read_page(content, name="klow", path="klow.html")
    assert isinstance(article, Article), article
    return article


def prose(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines or PARAGRAPHS)


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def test_json_ld_tells_who_when_and_where() -> None:
    head = told(
        headline="Klow attend",
        datePublished="2021-05-03T10:15:00+02:00",
        dateModified="2021-05-03T12:00:00+02:00",
        author=[{"@type": "Person", "name": "Jeanne Morel"}, {"name": "AFP"}],
        publisher={"@type": "Organization", "name": "Le Courrier de Klow"},
        articleSection="Monde",
        url="https://courrier.example/klow",
    )
    article = read(page(f"<article>{prose()}</article>", head))
    assert article.published == "2021-05-03T10:15:00+02:00"
    assert article.updated == "2021-05-03T12:00:00+02:00"
    assert (article.author, article.agency) == ("Jeanne Morel, AFP", ("AFP",))
    assert (article.outlet, article.section) == ("Le Courrier de Klow", "Monde")
    assert article.url == "https://courrier.example/klow"
    assert article.title == "Klow attend la délégation bordure"
    assert paragraphs(article) == [article.title, *PARAGRAPHS]


def test_the_graph_holds_the_article_of_this_page_and_others() -> None:
    things = [
        {"@type": "WebSite", "name": "Le Courrier"},
        {"@type": ["NewsArticle"], "headline": "Autre sujet", "datePublished": "2020-01-01", "url": "https://c.example/a"},
        {"@type": "ReportageNewsArticle", "headline": "Klow attend", "datePublished": "2021-05-03", "url": "https://c.example/b"},
    ]  # fmt: skip
    head = '<link rel="canonical" href="https://c.example/b">' + told(**{"@graph": things, "@type": "Thing"})
    assert read(page(prose(), head)).published == "2021-05-03"


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    head += '<meta property="article:published_time" content="2021-05-03T10:15:00Z">'
    assert read(page(prose(), head)).published == "2021-05-03T10:15:00Z"


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        ('<meta itemprop="datePublished" content="2021-05-03">',
         "Publié le lundi 3 mai 2021 à 10h15", "2021-05-03T10:15:00"),
        ("", "Publié le 3 mai 2021 à 10 h 15 - Mis à jour le 4 mai 2021 à 8 h", "2021-05-03T10:15:00"),
        ("", "Mis à jour le 4 mai 2021 à 8 h, publié le 3 mai 2021", "2021-05-03"),
        ('<meta name="date" content="2021-05-03T10:15+02:00">', "", "2021-05-03T10:15:00+02:00"),
        (told(datePublished="2021-05-03"), "Publié le 3/05/2021 à 10:15", "2021-05-03T10:15:00"),
    ],
)  # fmt: skip
def test_the_day_is_told_to_the_minute_where_the_page_shows_it(head: str, line: str, expected: str) -> None:
    article = read(page(f"<p class=date>{line}</p>{prose()}", head))
    assert article.published == expected
    assert "Publié" not in article.text


def test_text_that_stands_bare_between_boxes_is_text() -> None:
    body = (
        f'<div itemprop="articleBody"><p class="date">Agence, publié le lundi 3 mai 2021 à 10h15</p>'
        f"<p><strong>{PARAGRAPHS[0]}</strong><br/><br/>\n{PARAGRAPHS[1]}<br/></p>"
        f'<div class="ms-embed video"><script>play()</script></div>{PARAGRAPHS[2]}<br><br>{PARAGRAPHS[3]}</div>'
    )
    article = read(page(body))
    assert paragraphs(article) == [article.title, *PARAGRAPHS]
    assert article.standfirst == PARAGRAPHS[0]


def test_one_break_is_a_new_line_of_the_same_paragraph() -> None:
    article = read(
        page(
            f'<div itemprop="articleBody"><p>{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}</p>{prose(PARAGRAPHS[2])}</div>'
        )
    )
    assert paragraphs(article)[1] == f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"


BOXES = (
    "<figure><img src=x><figcaption>Le palais royal de Klow, lundi. (photo Agence)</figcaption></figure>",
    '<div class="share-bar"><a href="#">Partager sur Facebook</a></div>',
    '<p>Lire aussi : <a href="/x">Klow, la trêve tient depuis dimanche</a></p>',
    '<aside class="related"><p>La Bordurie rappelle son ambassadeur à Klow pour consultations.</p></aside>',
    '<p><a href="/y">La Bordurie rappelle son ambassadeur</a></p>',
    '<div id="cookie-banner"><p>Nous utilisons des traceurs pour mesurer notre audience.</p></div>',
    '<div class="paywall-offer"><p>Il vous reste 70 % de cet article à lire.</p></div>',
    "<p>La suite après cette publicité</p>",
)


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "found"])
@pytest.mark.parametrize("box", BOXES)
def test_boxes_are_no_story(box: str, marked: bool) -> None:
    inner = prose(PARAGRAPHS[0]) + box + prose(*PARAGRAPHS[1:])
    body = (
        f'<div itemprop="articleBody">{inner}</div>' if marked else f"<main><article>{inner}</article></main>"
    )
    article = read(page(body, told(headline="Klow attend", datePublished="2021-05-03")))
    assert paragraphs(article) == [article.title, *PARAGRAPHS]


@pytest.mark.parametrize("entry", load_yaml("pages"), ids=lambda e: str(e["id"]))
def test_every_box_of_the_lexicon(entry: dict[str, str]) -> None:
    tree = parse_html(f"<html><body><div>{prose()}{entry['example']}{prose()}</div></body></html>")
    assert tree is not None
    assert [line.text for line in find_lines(tree)] == [*PARAGRAPHS, *PARAGRAPHS]


def test_a_name_that_every_paragraph_has_is_no_box() -> None:
    body = "".join(f'<p class="paragraph premium">{p} <span class="tag">Klow</span></p>' for p in PARAGRAPHS)
    article = read(page(f'<div itemprop="articleBody">{body}<p class="legende">Le palais royal.</p></div>'))
    assert paragraphs(article)[1:] == [f"{p} Klow" for p in PARAGRAPHS]


def test_a_standfirst_that_stands_apart_comes_before_the_text() -> None:
    head = told(
        headline="Klow", description="Trois jours de pourparlers s'ouvrent entre la Syldavie et la Bordurie."
    )
    article = read(page(prose(), head))
    assert article.standfirst is not None
    assert paragraphs(article)[:3] == [article.title, article.standfirst, PARAGRAPHS[0]]
    head = told(headline="Klow", description=PARAGRAPHS[0])
    assert read(page(prose(), head)).standfirst is None


def test_the_text_of_json_ld_where_the_page_shows_little() -> None:
    head = told(headline="Klow", articleBody="<p>" + "</p>\n<p>".join(PARAGRAPHS) + "</p>")
    article = read(page("<p>Chargement…</p>", head))
    assert paragraphs(article) == [article.title, *PARAGRAPHS]


def test_the_title_loses_the_name_of_the_site() -> None:
    content = f"<html><head><title>Klow attend | Le Courrier</title></head><body>{prose()}</body></html>"
    assert read(content.encode()).title == "Klow attend"


def test_a_heading_that_is_the_sites_name_is_no_title() -> None:
    head = told(headline="Klow attend la délégation", datePublished="2021-05-03")
    assert read(page(prose(), head, h1="Le Grand Courrier du soir")).title == "Klow attend la délégation"


@pytest.mark.parametrize("codec", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_every_encoding_gives_the_same_text(codec: str) -> None:
    content = f'<html><head><meta charset="{codec}"></head><body><h1>Été à Klow</h1>{prose()}</body></html>'
    text = content.replace("«", '"').replace("»", '"') if codec == "iso-8859-1" else content
    assert "arrivée lundi à Klow" in read(text.encode(codec)).text


def test_composed_characters_and_no_soft_hyphens() -> None:
    article = read(
        page(prose("La dé\u00adlé\u00adga\u00adtion est arrive\u0301e. " + PARAGRAPHS[0], *PARAGRAPHS[1:]))
    )
    assert "La délégation est arrivée." in article.text


def test_mended_text_keeps_what_it_was() -> None:
    wrong = "".join(prose()).encode().decode("latin-1")
    article = read(page(wrong))
    assert PARAGRAPHS[0] in article.text
    assert article.original is not None and "arrivÃ©e" in article.original


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 50, b"<html></html>", b"<html><body><form>Se connecter</form></body></html>", b"\x89PNG\r\n\x1a\n",
     b"<!-- -->", b"<?xml version='1.0'?>"],
)  # fmt: skip
def test_a_page_without_article_is_set_aside(content: bytes) -> None:
    aside = read_page(content, name="x", path="x.html")
    assert isinstance(aside, SetAside) and aside.path == "x.html" and aside.reason


def test_deep_nesting_and_entity_bombs_end() -> None:
    deep = "<div>" * 20000 + prose() + "</div>" * 20000
    assert isinstance(read_page(page(deep), name="x", path="x"), (Article, SetAside))
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><html><body>' + "&b;" * 9999 + prose()
    found = read_page(bomb.encode(), name="x", path="x")
    assert not isinstance(found, Article) or len(found.text) < 10 * len(bomb)


def test_lines_about_the_page() -> None:
    assert is_no_story("Le Courrier avec AFP, publié le lundi 3 mai 2021 à 10h15")
    assert not is_no_story(
        "Le rapport publié le 3 mai 2021 accuse la Bordurie d'avoir rompu la trêve de l'automne, ce qu'elle nie."
    )
