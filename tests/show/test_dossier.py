from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.record.samples import sample

from dragoman.gather import refresh_story
from dragoman.model.errors import UsageError
from dragoman.model.statements import Statement
from dragoman.record import Scope, find_articles, open_record, write_article
from dragoman.show.dossier import render_dossier, write_dossier
from dragoman.show.dossier.contexts import gather_dossier
from dragoman.show.words import Words


class Page(HTMLParser):
    """The anchors, the links, the tags and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src") and value:
                self.links.append(value)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def html(record_file: Path) -> str:
    with open_record(record_file) as record:
        return render_dossier(record, lang="fr")


def test_every_link_leads_to_a_sentence_on_the_page(html: str) -> None:
    page = Page(html)
    assert len(page.links) > 10
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_page_needs_nothing_from_elsewhere(html: str) -> None:
    assert not Page(html).tags & {"script", "img", "iframe", "link"}
    assert not re.search(r"url\(|@import|https?://", html)


def test_the_texts_are_there_whole(html: str, record_file: Path) -> None:
    flat = re.sub(r"\s+", "", Page(html).text)
    with open_record(record_file) as record:
        for article in find_articles(record, text=True):
            assert re.sub(r"\s+", "", article.text) in flat


def test_the_text_of_an_article_is_never_markup(tmp_path: Path) -> None:
    document, claims = sample("hostile", "2021-03-05")
    evil = '<script>alert(1)</script>"><img src=x>'
    document.article = replace(document.article, outlet=evil, title=evil)
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        moved = [replace(c, article=document.article.id) for c in claims]
        write_article(record, document, moved)
        refresh_story(record)
        html = render_dossier(record)
    assert "<script" not in html
    assert "<img" not in html


def test_english(record_file: Path) -> None:
    with open_record(record_file) as record:
        html = render_dossier(record, lang="en")
    assert '<html lang="en">' in html
    assert "Who said what" in html


def test_a_file_that_cannot_be_written_says_so(record_file: Path, tmp_path: Path) -> None:
    with open_record(record_file) as record, pytest.raises(UsageError, match="-o"):
        write_dossier(record, tmp_path / "none" / "page.html")


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2019-02-28", "28 février 2019"),
        ("2019-02", "février 2019"),
        ("2019", "2019"),
        ("2019-02-27/2019-02-28", "27–28 février 2019"),
        ("2018-12-06/2018-12-27?", "6–27 décembre 2018 (approximatif)"),
        ("../2019-03-02", "jusqu'au 2 mars 2019"),
        ("2018-12-30/2019-01-02", "30 décembre 2018 – 2 janvier 2019"),
        (None, "sans date"),
    ],
)
def test_dates_for_people(edtf: str | None, told: str) -> None:
    assert Words("fr").date(edtf) == told


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert Words("fr").date("2019-03-01") == "1er mars 2019"
    assert Words("fr").date("2019-03-01/2019-03-02") == "1er–2 mars 2019"
    assert Words("en").date("2019-03-01") == "1 March 2019"


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2019-02-28", "le 28 février 2019"),
        ("2019-02", "février 2019"),
        ("2019", "2019"),
        (None, "sans date"),
    ],
)
def test_a_day_has_its_article_after_since(edtf: str | None, told: str) -> None:
    assert Words("fr").that_day(edtf) == told
    assert Words("en").that_day("2019-02-28") == "28 February 2019"


def test_a_part_cites_only_its_sources(record_file: Path) -> None:
    with open_record(record_file) as record:
        words = Words("fr")
        whole = gather_dossier(record, words, Scope())
        part = gather_dossier(record, words, Scope(since="2021-03-10", until="2021-03-31"))
        issue = gather_dossier(record, words, Scope(), "verification")
        none = gather_dossier(record, words, Scope(), "arms")
    assert (len(whole.sources), whole.statement_count) == (3, 3)
    assert part.statement_count == 1
    assert {s.article.name for s in part.sources} >= {"deux"}
    assert [name for _, name, _ in issue.stands] == ["verification"]
    assert issue.statement_count == 0  # it stands in another sentence
    assert none.stands == ()


def test_markdown_has_a_footnote_for_each_sentence(record_file: Path, tmp_path: Path) -> None:
    with open_record(record_file) as record:
        told = write_dossier(record, tmp_path / "d.md", lang="en").read_text(encoding="utf-8")
    called = set(re.findall(r"\[\^(\d+)\](?!:)", told))
    noted = re.findall(r"^\[\^(\d+)\]: (.+)", told, re.M)
    assert called == {n for n, _ in noted}
    assert len(noted) == 9
    assert any("Kari Moen a affirmé" in note for _, note in noted)
    assert "## Who said what" in told


def test_markdown_takes_the_words_of_the_press_as_words(tmp_path: Path) -> None:
    document, claims = sample("hostile", "2021-03-05")
    document.article = replace(
        document.article, outlet="# [x](http://evil) <script>", url="https://a.example/)>"
    )
    file = tmp_path / "r.db"
    with open_record(file, write=True) as record:
        write_article(record, document, [replace(c, article=document.article.id) for c in claims])
        refresh_story(record)
        told = write_dossier(record, tmp_path / "d.md").read_text(encoding="utf-8")
        write_dossier(record, tmp_path / "d.docx")
    assert "<script" not in told.replace("\\<", "")
    assert "[x](" not in told
    assert "https://a.example/)%3E" in told


def test_word_opens_with_its_notes(record_file: Path, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="needs python-docx")
    with open_record(record_file) as record:
        file = write_dossier(record, tmp_path / "d.docx", lang="fr")
    opened = docx.Document(str(file))
    styles = {p.style.name for p in opened.paragraphs}
    assert {"Title", "Heading 1", "List Bullet"} <= styles
    assert any("Kari Moen" in p.text for p in opened.paragraphs)
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        notes = archive.read("word/footnotes.xml").decode()
        body = archive.read("word/document.xml").decode()
    called = set(re.findall(r'<w:footnoteReference w:id="(\d+)"', body))
    assert called == set(re.findall(r'<w:footnote w:id="(\d+)"', notes))
    assert len(called) == 9


def test_another_ending_is_told(record_file: Path, tmp_path: Path) -> None:
    with open_record(record_file) as record, pytest.raises(UsageError, match=r"\.docx"):
        write_dossier(record, tmp_path / "d.pdf")


def test_a_denial_keeps_its_verb_on_the_page(tmp_path: Path) -> None:
    document, claims = sample("nie", "2021-03-05")
    assert isinstance(claims[0], Statement)
    denied = replace(claims[0], cue_class="deny", negative=True)
    with open_record(tmp_path / "nie.db", write=True) as record:
        write_article(record, document, [denied])
        refresh_story(record)
        html = render_dossier(record, lang="fr")
        dossier = gather_dossier(record, Words("fr"), Scope())
    assert "<i>a affirmé</i>" in html
    assert [line.link.cue for _, lines in dossier.said for line in lines] == ["a affirmé"]


@pytest.mark.parametrize(("confidence", "marked"), [(0.3, 1), (0.9, 0)])
def test_a_statement_that_is_less_sure_says_so(tmp_path: Path, confidence: float, marked: int) -> None:
    document, claims = sample("doute", "2021-03-05")
    with open_record(tmp_path / "doubt.db", write=True) as record:
        write_article(record, document, [replace(claims[0], confidence=confidence)])
        refresh_story(record)
        told = write_dossier(record, tmp_path / "d.md", lang="fr").read_text(encoding="utf-8")
        html = render_dossier(record, lang="fr")
    assert html.count("moins sûr") == told.count("moins sûr") == marked


def test_a_meeting_whose_day_went_by_says_so(record_file: Path, tmp_path: Path) -> None:
    with open_record(record_file) as record:
        later = render_dossier(record, lang="fr")
        told = write_dossier(record, tmp_path / "d.md", lang="fr").read_text(encoding="utf-8")
        before = render_dossier(record, lang="fr", scope=Scope(as_of="2021-03-06", known_by="2021-03-06"))
    assert later.count("date passée, suite inconnue") == 2  # in brief, and among the meetings
    assert "date passée, suite inconnue" in told
    assert "date passée" not in before
