"""Each screen shows what its page documents, in both languages, and leads to sentences."""

from __future__ import annotations

import re
import sys
from dataclasses import fields, replace
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jinja2 import nodes
from tests.record.samples import TEXT, sample

from dragoman.gather import refresh_story, tell_story
from dragoman.model.errors import UsageError
from dragoman.model.events import Event
from dragoman.model.measures import Measure
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import find_articles, find_claims, open_record, write_article
from dragoman.show.messages import LANGUAGES
from dragoman.show.web.application import environment
from dragoman.show.web.pages.ledgers import is_telling_of
from dragoman.show.web.pages.meetings import CARDS
from dragoman.show.web.screens import SCREENS, Screen
from dragoman.show.web.server import serve
from dragoman.show.words import load_messages


class Page(HTMLParser):
    """The links, the anchors, the tags and the text of a page."""

    VOID = frozenset({"meta", "link", "input", "br", "line", "rect", "circle", "path", "stop"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.clears = "".join(
            re.findall(r'href="([^"]*)"[^>]*>(?:Tout effacer|Clear all)<', html)[:1]
        ).replace("&amp;", "&")
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.links += [v for k, v in attrs if k in ("href", "src") and v]

    def handle_data(self, data: str) -> None:
        self.text += data


def paths(record_file: Path) -> list[str]:
    """An address of each screen."""
    with open_record(record_file) as record:
        article = find_articles(record)[0].article_id
        claim = find_claims(record, Statement)[0].claim.id
    out = []
    for screen in SCREENS:
        name = {"reader": article, "explanation": claim}.get(screen.name, "")
        out.append(screen.path.replace("{name}", name) + ("?about=Kari+Moen" if screen.of == "about" else ""))
    return out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_screen_speaks_both_languages_and_carries_the_dates(
    client: Any, record_file: Path, lang: str
) -> None:
    for path in paths(record_file):
        joint = "&" if "?" in path else "?"
        answer = client.get(f"{path}{joint}lang={lang}&known_by=2021-12&as_of=2021-12-01")
        assert answer.status_code == 200, path
        page = Page(answer.text)
        assert f'<html lang="{lang}">' in answer.text
        assert {("name", "as_of"), ("name", "known_by")} <= set(page.attributes)
        assert ("value", "2021-12-01") in page.attributes
        assert len(page.ids) == len(set(page.ids)), path
        own = [a for a in page.links if a.startswith("/") and not a.startswith(("/static", "/judgements"))]
        assert own
        for link in own:  # the two dates go along wherever one goes
            if "?" in link and page.clears != link:
                assert "known_by=2021-12" in link, link


def test_every_link_leads_somewhere(client: Any, record_file: Path) -> None:
    seen: set[str] = set()
    for path in paths(record_file):
        for link in Page(client.get(path).text).links:
            where = link.partition("#")[0]
            if where.startswith("/") and "/judgements" not in where and where not in seen:
                seen.add(where)
                missing = 400 if "/export/parquet" in where and not find_spec("pyarrow") else 200
                assert client.get(where).status_code == missing, link
    assert len(seen) > 60


def test_an_entry_leads_to_its_sentence(client: Any) -> None:
    page = Page(client.get("/statements").text)
    links = [a for a in page.links if a.startswith("/articles/") and "#" in a]
    assert links
    for link in links:
        where, _, anchor = link.partition("#")
        reader = Page(client.get(where).text)
        assert anchor in reader.ids
        assert f"e-{re.search('claim=(s[0-9a-f]+)', where)[1]}" in reader.ids  # type: ignore[index]


def test_the_reader_has_the_text_whole(client: Any, record_file: Path) -> None:
    with open_record(record_file) as record:
        article = find_articles(record)[0].article_id
    html = client.get(f"/articles/{article}").text
    body = html.partition('<article class="text"')[2].partition(">")[2].partition("</article>")[0]
    text = Page(body).text.replace("§", "")
    assert " ".join(text.split()) == " ".join(TEXT.split())


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.name)
def test_what_is_shown_is_what_the_page_documents(screen: Screen) -> None:
    """Every field of a page is shown, and its template asks for no other."""
    env = environment()
    source, *_ = env.loader.get_source(env, f"{screen.name}.html")  # type: ignore[union-attr]
    asked = {
        node.attr
        for node in env.parse(source).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "page"
    }
    assert asked == {f.name for f in fields(screen.page)}
    assert screen.page.__doc__


def places(message: str | dict[str, str]) -> set[str]:
    """What is to be filled in a message, the same in both forms of one that counts."""
    if isinstance(message, str):
        return set(re.findall(r"{(\w+)}", message))
    assert set(message) == {"one", "many"}
    assert "n" in places(message["many"])
    return places(message["one"]) | places(message["many"])


def test_both_languages_have_the_same_messages_and_all_that_templates_say() -> None:
    fr, en = (load_messages("web", lang)["messages"] for lang in LANGUAGES)
    assert list(fr) == list(en)
    for key in fr:
        assert places(fr[key]) == places(en[key]), key
    env = environment()
    for name in env.list_templates(extensions=["html"]):
        source, *_ = env.loader.get_source(env, name)  # type: ignore[union-attr]
        for call in env.parse(source).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "words":
                key = call.args[0]
                if isinstance(key, nodes.Const):
                    assert key.value in fr, f"{name}: {key.value}"


def test_views_are_as_they_were_known(client: Any) -> None:
    assert "3 propos" in client.get("/statements").text
    assert "1 propos" in client.get("/statements?known_by=2021-03-06").text
    assert client.get("/timeline?known_by=2021-03-06&type=REQUEST").status_code == 200


def test_a_wrong_date_is_told_and_left_out(client: Any) -> None:
    answer = client.get("/?known_by=demain")
    assert answer.status_code == 200
    assert "Connu au" in answer.text
    assert 'role="alert"' in answer.text


def test_words_are_found_without_accents_and_marked(client: Any) -> None:
    page = client.get("/statements?q=erythrie")
    assert page.text.count("<mark>Érythrie</mark>") == 3
    assert "<mark>" not in client.get("/statements?q=zzz").text


def test_filters_narrow_and_lists_have_parts(client: Any) -> None:
    assert "0 propos" in client.get("/statements?speaker=Nobody").text
    assert client.get("/timeline?page=999&status=planned&by=published&issue=verification").status_code == 200
    assert client.get("/positions?party=%C3%89rythrie&issue=verification&stance=refusal").status_code == 200
    assert client.get("/statements?page=%C2%B2&kind=none").status_code == 200


def test_what_there_is_not_is_told(client: Any) -> None:
    for path in ("/nothing", "/articles/a0", "/why/s0", "/actor?about=Nobody", "/actor", "/export/docx"):
        answer = client.get(path)
        assert answer.status_code in (400, 404), path
        assert "<h1>" in answer.text


def test_articles_that_are_added_meanwhile_are_shown(client: Any, served: Path) -> None:
    assert "3 propos" in client.get("/statements").text
    with open_record(served, write=True) as record:
        write_article(record, *sample("quatre", "2021-04-01"))
    assert "4 propos" in client.get("/statements").text


def test_exports_are_of_the_view(client: Any) -> None:
    answer = client.get("/export/csv?table=statements&known_by=2021-03-06")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.text.count("Kari Moen") >= 1
    assert len(answer.text.strip().splitlines()) == 2
    told = client.get("/export/csv.manifest?table=statements&known_by=2021-03-06").json()
    assert told["known_by"] == "2021-03-06"
    assert [i["name"] for i in told["inputs"]] == ["un"]
    one = client.get("/export/csv?table=statements&speaker=Nobody")
    assert len(one.text.strip().splitlines()) == 1
    told = client.get("/export/csv.manifest?table=statements&speaker=Nobody&from=2021").json()
    assert told["filter"] == {"actor": None, "from": "2021", "to": None, "speaker": "Nobody"}


def test_what_the_timeline_shows_of_an_issue_is_what_it_exports(client: Any, served: Path) -> None:
    """The act and the refusal of inspections stand in two sentences: it is on no issue until they share one."""
    text = "L'Érythrie exige la levée de l'embargo. " + TEXT
    document, claims = sample("sujet", "2021-05-05", text)
    asked = next(c for c in claims if isinstance(c, Event))
    stand = next(c for c in claims if isinstance(c, Position))
    one = replace(stand, start=asked.start, end=asked.end, issue="sanctions", conditional_on=None)
    with open_record(served, write=True) as record:
        write_article(record, document, [*claims, one])
        refresh_story(record)
    page = Page(client.get("/timeline?issue=sanctions").text)
    rows = client.get("/export/csv?table=events&issue=sanctions").text.strip().splitlines()
    assert len(rows) == 2
    assert asked.id in rows[1]
    assert asked.id in page.ids
    assert len(client.get("/export/csv?table=events").text.strip().splitlines()) == 5


def test_the_text_of_an_article_is_never_markup(client: Any, served: Path) -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    text = f"{TEXT} {evil}."
    document, claims = sample("hostile", "2021-05-05", text)
    document.article = replace(document.article, outlet=evil, title=evil, url="javascript:alert(1)")
    moved = [replace(c, article=document.article.id) for c in claims]
    with open_record(served, write=True) as record:
        write_article(record, document, moved)
        refresh_story(record)
    reader = f"/articles/{document.article.id}"
    for path in [*(p for p in paths(served) if not p.startswith("/articles/")), reader, f"/statements?q={evil}",
                 f"/timeline?actor={evil}", "/?since=2021-03-06", f"/?since={evil}"]:  # fmt: skip
        answer = client.get(path)
        page = Page(answer.text)
        assert page.tags.count("script") == 1, path  # ours
        assert "img" not in page.tags
        assert not [k for k, _ in page.attributes if k.startswith("on") or k == "style"]
        assert all(urlsplit(link).scheme in ("", "http", "https") for link in page.links)


def test_long_lists_come_in_parts(client: Any, served: Path) -> None:
    """Two hundred meetings: the board shows some of each status, the rest is a click away."""
    with open_record(served, write=True) as record:
        for n in range(30):
            text = TEXT.replace("à Oslo", f"à Ville{n:02d}")
            document, claims = sample(f"longue{n}", f"2021-06-{n + 1:02d}", text)
            changed = [
                replace(
                    c, place=f"Ville{n:02d}", label=f"rencontre de Ville{n:02d}", date=f"2021-07-{n + 1:02d}"
                )
                if isinstance(c, MeetingReport)
                else c
                for c in claims
            ]
            write_article(record, document, changed)
        refresh_story(record)
    board = client.get("/meetings").text
    assert board.count('<article class="card"') <= 2 * CARDS
    assert "status=planned" in board
    alone = client.get("/meetings?status=planned").text
    assert alone.count('<article class="card"') > CARDS


def test_a_noun_of_the_story_is_explained_by_what_it_rests_on(client: Any, served: Path) -> None:
    with open_record(served) as record:
        (meeting,) = tell_story(record).meetings
    page = client.get(f"/why/{meeting.id}").text
    assert "Oslo" in page
    assert page.count("<blockquote>") == len(meeting.reports)
    assert "meeting/se_revoir" in page
    assert "participants" in page


def test_what_a_phone_shows_needs_no_heading(client: Any) -> None:
    assert {"data-told"} <= {name for name, _ in Page(client.get("/articles").text).attributes}
    lanes = re.search(r'<div class="lanes".*?</div>', client.get("/timeline").text)
    assert lanes
    assert "Érythrie" in lanes[0]


def test_the_undated_come_last(client: Any) -> None:
    page = client.get("/articles").text
    days = re.findall(r"<tr><td>([^<]+)</td>", page)
    assert days == ["20 mars 2021", "5 mars 2021", "sans date"]


def test_a_list_that_is_empty_leads_out(client: Any) -> None:
    page = client.get("/statements?q=zzz&known_by=2021-12")
    assert "Effacer les filtres" in page.text
    assert 'href="/statements?known_by=2021-12"' in page.text


def test_nothing_to_filter_is_no_filter(client: Any) -> None:
    assert 'class="facets"' not in client.get("/timeline?known_by=2001").text


def test_versions_of_one_dispatch_are_compared(client: Any, served: Path) -> None:
    more = (
        TEXT
        + " "
        + " ".join(f"La délégation numéro {n} est arrivée par le train de nuit." for n in range(20))
    )
    ids = []
    with open_record(served, write=True) as record:
        for name, text in (
            ("midi", more),
            ("soir", more + "\n\nLes pourparlers sont rompus, dit-on à Oslo."),
        ):
            document, claims = sample(name, "2021-06-01", text)
            write_article(record, document, claims)
            ids.append(document.article.id)
        refresh_story(record)
    page = client.get(f"/articles/{ids[1]}").text
    assert 'id="versions"' in page
    assert f"/articles/{ids[0]}" in page.partition('id="versions"')[2]


def test_a_server_without_its_libraries_says_what_to_install(
    served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(UsageError, match=r"pip install -e \"\.\[web\]\""):
        serve(served, host="127.0.0.1", port=0, password=None, names=(), on_ready=lambda _: None)


def test_the_timeline_has_an_unsure_meeting_for_who_asks_for_all(client: Any, served: Path) -> None:
    document, claims = sample("vague", "2021-06-05")
    vague = next(c for c in claims if isinstance(c, MeetingReport))
    with open_record(served, write=True) as record:
        write_article(record, document, [replace(vague, confidence=0.1, date="2023-06-08", place="Lima")])
        refresh_story(record)
        (meeting,) = (m for m in tell_story(record).meetings if m.place == "Lima")
    assert not meeting.sure
    assert meeting.id not in (page := Page(client.get("/timeline").text)).ids
    assert any("all=1" in href for href in page.links)
    assert meeting.id in Page(client.get("/timeline?all=1").text).ids


def test_what_is_less_sure_to_have_been_said_is_marked(client: Any, served: Path) -> None:
    assert "moins sûr" not in client.get("/statements").text + client.get("/").text
    with open_record(served, write=True) as record:
        document, claims = sample("doute", "2021-03-25")
        write_article(record, document, [replace(c, confidence=0.3) for c in claims])
        refresh_story(record)
    for address in ("/statements", "/"):
        assert client.get(address).text.count("moins sûr") == 1


@pytest.mark.parametrize(
    ("state", "by", "on", "sources", "shown"),
    [
        ("told", ("ONU",), ("Iran",), 4, True),
        ("told", ("ONU",), ("Iran",), 1, False),
        ("told", ("ONU",), (), 4, False),
        ("lifted", ("ONU",), (), 1, True),
    ],
)
def test_a_measure_that_several_tell_of_is_shown(
    state: str, by: tuple[str, ...], on: tuple[str, ...], sources: int, *, shown: bool
) -> None:
    measure = Measure(
        id="q1", label="sanctions", kind="sanctions", by=by, on=on, since=None, state=state, life=(),
        sources=sources,
    )  # fmt: skip
    assert is_telling_of(measure) is shown


def test_the_colours_of_the_actors_are_told(client: Any) -> None:
    caption = client.get("/actors").text.partition("<figcaption>")[2].partition("</figcaption>")[0]
    assert re.findall(r'class="dot (\w+)"></span> (\S+)', caption)[-1] == ("state", "État")
