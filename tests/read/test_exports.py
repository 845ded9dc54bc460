# ruff: noqa: E501
"""Press databases: each layout that we know, both languages, and what is told of one that we do not know."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.exporting import LAST, LEAD, MORE, docx, read, rtf, written

from dragoman.lexicon import load_yaml
from dragoman.read.exports.lexisnexis import _labelled, _labels, is_nexis

# --- Europresse ---------------------------------------------------------------------------------------

OLD = """<html xmlns:n1="http://www.cedrom-sni.com/schema/newsv1.xsd"><body><table><tr><td>
<table id="tbHeaderImages"><tr><td><img src="x"></td></tr></table>
<span class="DocPublicationName">Le Courrier de Klow, no. 1234</span><br><span class="DocHeader">Monde, </span>
<span class="DocHeader">lundi </span><span class="DocHeader">3 mai 2021</span><span class="DocHeader">, p. 4</span><br><br>
<span class="TitreArticleVisu">Klow <span style="color:red">attend</span></span><br><br>Jeanne Morel<br><p></p>{lead}<p></p>
{more}<font style="font-weight:bold;"> {last}</font><p></p><b><i>© 2021 Le Courrier. Tous droits réservés.</i></b><p></p>
Numéro de document : news·20210503·CK·1234<br><table><tr><td>Ce certificat est émis à <b>X</b></td></tr></table></td></tr></table>
</body></html>"""

ARTICLE = """<article><header><img sourcecode="CK"><div><span class="DocPublicationName">Le Courrier de Klow  </span></div>
<div><span class="DocHeader">Monde, lundi 3 mai 2021, p. 4</span></div><div><p>SYLDAVIE</p></div>
<div class="titreArticle"><p class="titreArticleVisu">Klow attend</p></div><div>Jeanne Morel</div></header>
<section><div class="DocText"><div class="docOcurrContainer"><p>{lead}</p><p>{more} {last}</p></div></div></section>
<aside><p><b>Illustration(s) :</b></p><p>Une photo.</p></aside><footer><small>© 2021 Le Courrier.</small>
<p>Numéro de document : news·20210503·CK·1234</p></footer></article>"""

RECENT = """<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier de Klow</span></div>
<span class="DocHeader">lundi 3 mai 2021</span><div class="titreArticle"><p class="rdp__articletitle">Klow attend</p>
<p class="rdp__subtitle">Trois jours pour s'entendre</p></div><div class="sm-margin-bottomNews">Jeanne Morel</div></header>
<section><div class="docOcurrContainer"><p>{lead}</p><p>{more} {last}</p></div></section>
<footer><div class="publiC-lblNodoc">news·20210503·CK·1234</div></footer></article>"""


def told(layout: str) -> str:
    return layout.format(lead=LEAD, more=MORE, last=LAST)


@pytest.mark.parametrize("layout", [OLD, ARTICLE, RECENT], ids=["table", "article", "recent"])
def test_europresse(tmp_path: Path, layout: str) -> None:
    page = (
        told(layout)
        if layout is OLD
        else f"<html><body>{told(layout)}{told(layout).replace('1234', '99')}</body></html>"
    )
    articles, aside = read(written(tmp_path, "presse.html", page))
    assert aside == [] and len(articles) == (1 if layout is OLD else 2)
    article = articles[0]
    assert article.name == "presse-news·20210503·CK·1234"
    assert (article.title, article.outlet, article.published) == (
        "Klow attend",
        "Le Courrier de Klow",
        "2021-05-03",
    )
    assert (article.author, article.section) == ("Jeanne Morel", None if layout is RECENT else "Monde")
    expected = [article.standfirst] if article.standfirst else []
    assert article.text.split("\n\n") == ["Klow attend", *expected, LEAD, f"{MORE} {LAST}"]
    assert article.standfirst == ("Trois jours pour s'entendre" if layout is RECENT else None)


def test_europresse_without_author(tmp_path: Path) -> None:
    page = told(OLD).replace("Jeanne Morel<br><p></p>", "")
    article = read(written(tmp_path, "presse.html", page))[0][0]
    assert article.author is None and LEAD in article.text


# --- Factiva ------------------------------------------------------------------------------------------

ROWS = (
    ("SE", "Monde"), ("HD", "Klow attend"), ("BY", "Par Jeanne Morel"), ("WC", "143 mots"), ("PD", "3 mai 2021"),
    ("ET", "10:15"), ("SN", "Le Courrier de Klow"), ("SC", "LECOUR"), ("LA", "Français"), ("CY", "(c) Le Courrier."),
    ("LP", f"<p class='articleParagraph'>{LEAD}</p>"),
    ("TD", f"<p class='articleParagraph'>{MORE}</p>\n<p class='articleParagraph'>{LAST}</p>"),
    ("NS", "gpol : Politique"), ("AN", "Document LECOUR0020210503eh530001r"),
)  # fmt: skip


def factiva(articles: str) -> str:
    return (
        f"<html><head><title>Factiva</title></head><body><h1>Factiva</h1><div>{articles}</div></body></html>"
    )


def test_factiva_html_with_codes(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>" for code, cell in ROWS)
    page = factiva(f'<div class="article frArticle"><table>{rows}</table></div>' * 2)
    articles, aside = read(written(tmp_path, "presse.html", page))
    assert aside == [] and len(articles) == 2
    article = articles[0]
    assert article.name == "presse-LECOUR0020210503eh530001r" and article.published == "2021-05-03T10:15:00"
    assert (article.title, article.outlet, article.author) == (
        "Klow attend",
        "Le Courrier de Klow",
        "Jeanne Morel",
    )
    assert article.section == "Monde" and article.text.split("\n\n") == ["Klow attend", LEAD, MORE, LAST]


UNCODED = (
    "Klow attend la délégation de Bordurie", "Jeanne Morel", "143 mots", "3 mai 2021", "10:15", "Le Courrier de Klow",
    "LECOUR", "Français", "© 2021 Le Courrier.",
)  # fmt: skip


def test_factiva_html_without_codes(tmp_path: Path) -> None:
    head = "".join(f"<div>{line}</div>" for line in UNCODED)
    body = "".join(f'<p class="articleParagraph frarticleParagraph">{p}</p>' for p in (LEAD, MORE, LAST))
    page = factiva(
        f'<div class="article frArticle">{head}{body}<p>Document LECOUR0020210503eh530001r</p></div>'
    )
    (article,), aside = read(written(tmp_path, "presse.html", page))
    assert aside == [] and article.published == "2021-05-03T10:15:00"
    assert (article.title, article.outlet, article.author) == (
        UNCODED[0],
        "Le Courrier de Klow",
        "Jeanne Morel",
    )
    assert article.text.split("\n\n")[1:] == [LEAD, MORE, LAST]


@pytest.mark.parametrize("coded", [True, False])
def test_factiva_rtf(tmp_path: Path, coded: bool) -> None:
    rows = [(c, t) for c, t in ROWS if c not in ("LP", "TD", "AN")]
    lines = (
        [
            *(f"{c}\t{t}" for c, t in rows),
            f"LP\t{LEAD}",
            f"TD\t{MORE}",
            LAST,
            "AN\tDocument LECOUR0020210503eh530001r",
        ]
        if coded
        else [*UNCODED, LEAD, MORE, LAST, "Document LECOUR0020210503eh530001r"]
    )
    articles, aside = read(written(tmp_path, "presse.rtf", rtf([*lines, *lines])))
    assert aside == [] and len(articles) == 2
    assert articles[0].published == "2021-05-03T10:15:00" and articles[0].outlet == "Le Courrier de Klow"
    assert articles[0].text.split("\n\n")[1:] == [LEAD, MORE, LAST]
    assert articles[0].author == "Jeanne Morel"


XML = f"""<?xml version="1.0" encoding="utf-8"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
<ppsarticleResultSet count="1"><ppsarticle><article><accessionNo>LECOUR0020210503eh530001r</accessionNo>
<baseLanguage>FR</baseLanguage><headline><paragraph><hlt>Klow</hlt> attend</paragraph></headline>
<byline>Par Jeanne Morel</byline><leadParagraph><paragraph>{LEAD}</paragraph></leadParagraph>
<publicationDate><dateTime>2021-05-03T10:15:00Z</dateTime></publicationDate><sourceName>Le Courrier de Klow</sourceName>
<tailParagraphs><paragraph>{MORE}</paragraph><paragraph>{LAST}</paragraph></tailParagraphs></article></ppsarticle>
</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"""


def test_factiva_xml(tmp_path: Path) -> None:
    (article,), aside = read(written(tmp_path, "presse.xml", XML))
    assert aside == [] and article.published == "2021-05-03T10:15:00Z" and article.author == "Jeanne Morel"
    assert article.text.split("\n\n") == ["Klow attend", LEAD, MORE, LAST]


def test_factiva_xml_with_bare_text(tmp_path: Path) -> None:
    bare = XML.replace(
        f"<paragraph>{LEAD}</paragraph>", "\n" + LEAD.replace("lundi à", "lundi\nà") + f"\n    {MORE}\n    "
    )
    (article,), _ = read(written(tmp_path, "presse.xml", bare))
    assert article.text.split("\n\n")[1:3] == [LEAD, MORE]


# --- LexisNexis ---------------------------------------------------------------------------------------


def lexis(*groups: str) -> str:
    docs = "".join(
        f"<a name=DOC_ID_0_{n}></a><!-- <DOC NUMBER={n + 1}><DOCFULL> --><br><div class=c0><p>{n + 1} of 2 DOCUMENTS</p></div>"
        + "".join(f"<br><div class=c5>{group}</div>" for group in groups)
        + "<!-- </DOCFULL></DOC> --><div class=c10/>"
        for n in range(2)
    )
    return f'<html><head><meta topic="null" documents="2"></head><body>{docs}</body></html>'


@pytest.mark.parametrize(
    ("date", "author", "section", "length"),
    [
        ("3 mai 2021 lundi", "AUTEUR", "RUBRIQUE", "LONGUEUR"),
        ("May 3, 2021 Monday, Late Edition", "BYLINE", "SECTION", "LENGTH"),
    ],
)
def test_lexisnexis_html(tmp_path: Path, date: str, author: str, section: str, length: str) -> None:
    page = lexis(
        "<p>Le Courrier de Klow</p>",
        f"<p><span>{date.split()[0]}</span><span> {date.partition(' ')[2]}</span></p>",
        "<p>Klow attend;<br>la Bordurie aussi</p>",
        f"<p><span>{author}: </span><span>Jeanne Morel</span></p>",
        f"<p><span>{section}: </span><span>MONDE; Pg. 4</span></p>",
        f"<p><span>{length}: </span><span>143 mots</span></p>",
        f"<p>{LEAD}</p><p>{MORE}</p><p></p>",
        "<p><span>SUJET: </span><span>SYLDAVIE (90%)</span></p>",
        "<p>Copyright 2021 Le Courrier<br>Tous Droits Réservés</p>",
    )
    articles, aside = read(written(tmp_path, "presse.html", page))
    assert aside == [] and len(articles) == 2
    article = articles[0]
    assert (article.title, article.outlet) == ("Klow attend; la Bordurie aussi", "Le Courrier de Klow")
    assert (article.published, article.author, article.section) == ("2021-05-03", "Jeanne Morel", "MONDE")
    assert article.text.split("\n\n") == [article.title, LEAD, MORE]


FRENCH = ("Longueur", "Signature", "Rubrique", "Corps", "Date de chargement", "Fin du document")
ENGLISH = ("Length", "Byline", "Section", "Body", "Load-Date", "End of Document")


@pytest.mark.parametrize("labels", [FRENCH, ENGLISH], ids=["fr", "en"])
@pytest.mark.parametrize("contents", [True, False])
def test_nexis_docx(tmp_path: Path, labels: tuple[str, ...], contents: bool) -> None:
    length, byline, section, body, loaded, end = labels
    document = [
        ("Heading1", "Klow attend"), ("", "Le Courrier de Klow"), ("", "3 mai 2021 lundi"), ("", "Copyright 2021 X"),
        ("", f"{section}: MONDE; Pg. 4"), ("", f"{length}: 143 mots"), ("", f"{byline}: Jeanne Morel"), ("", body),
        ("", LEAD), ("", MORE), ("", f"{loaded}: May 4, 2021"), ("", end),
    ]  # fmt: skip
    front = [("", "Date and Time: Tuesday"), ("", "Job Number: 1"), ("", "Documents (2)"), ("", "1. Klow attend"),
             ("", "2. Klow attend"), ("", "Client/Matter: -None-"), ("", "Search Terms: klow")]  # fmt: skip
    path = written(tmp_path, "presse.docx", docx([*(front if contents else []), *document, *document]))
    articles, aside = read(path)
    assert aside == [] and len(articles) == 2
    for article in articles:
        assert (article.title, article.outlet) == ("Klow attend", "Le Courrier de Klow")
        assert (article.published, article.author, article.section) == ("2021-05-03", "Jeanne Morel", "MONDE")
        assert article.text.split("\n\n") == ["Klow attend", LEAD, MORE]


def test_a_word_document_of_ones_own(tmp_path: Path) -> None:
    (article,), _ = read(
        written(tmp_path, "note.docx", docx([("Title", "Klow attend"), ("", LEAD), ("", MORE)]))
    )
    assert article.title == "Klow attend" and article.text.split("\n\n") == ["Klow attend", LEAD, MORE]


@pytest.mark.parametrize("entry", load_yaml("exports"), ids=lambda e: str(e["field"]))
def test_every_label_of_the_lexicon(entry: dict[str, str]) -> None:
    _, body, end, error = _labels()
    lines = {"body": body, "end": end, "error": error}
    if entry["field"] in lines:
        assert lines[entry["field"]].fullmatch(entry["example"])
    else:
        found = _labelled(entry["example"])
        assert found is not None and found[0] == entry["field"]


# --- what we do not know ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "a.html",
            "<html cedrom-sni.com><body><div class=nouveau>Klow attend</div></body></html>",
            "Europresse",
        ),
        ("a.html", "<title>Factiva</title><section>Klow</section>", "Factiva"),
        ("a.html", "<!-- <DOCFULL> --><div>Klow</div>", "LexisNexis"),
        ("a.xml", "<PPSResponse><autre/></PPSResponse>", "Factiva"),
        ("a.rtf", r"{\rtf1 Factiva autre chose}", "Factiva"),
        ("a.xml", "<inconnu/>", "form that we do not know"),
        ("a.rtf", r"{\rtf1 une lettre}", "no Factiva"),
    ],
)
def test_an_unknown_layout_is_told_with_what_was_expected(
    tmp_path: Path, name: str, content: str, expected: str
) -> None:
    articles, aside = read(written(tmp_path, name, content))
    assert articles == [] and len(aside) == 1 and expected in aside[0].reason
    if "form that" not in expected and "no " not in expected:
        assert "expected" in aside[0].reason and "docs/formats.md" in aside[0].reason


def test_an_entry_that_lacks_its_date_or_text_is_not_half_read(tmp_path: Path) -> None:
    damaged = told(ARTICLE).replace("lundi 3 mai 2021, ", "").replace("20210503", "CK")
    page = f"<html><body>{told(ARTICLE)}{damaged}{told(ARTICLE).replace('docOcurrContainer', 'x').replace('<p>', '<q>')}</body></html>"
    articles, aside = read(written(tmp_path, "presse.html", page))
    assert len(articles) + len(aside) == 3 and any("without date" in a.reason for a in aside)
    assert all("#" in a.path for a in aside)


def test_a_document_that_the_database_could_not_show(tmp_path: Path) -> None:
    error = "<p>We are sorry but there is an error in this document and it is not possible to display it.</p>"
    page = lexis("<p>Le Courrier</p>", "<p>3 mai 2021</p>", "<p><span>LENGTH: </span>44 words</p>", error)
    articles, aside = read(written(tmp_path, "presse.html", page))
    assert articles == [] and all("could not show" in a.reason for a in aside) and len(aside) == 2


def test_a_list_is_no_export_of_nexis() -> None:
    assert not is_nexis(["Klow attend", LEAD, MORE])
