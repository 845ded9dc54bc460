"""Each format is read back by the tool that it is for, or by its schema."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.record.samples import sample
from tests.show.conftest import Ask

from dragoman.gather import refresh_story
from dragoman.lexicon import load_rows
from dragoman.model.errors import UsageError
from dragoman.model.events import PLOVER_TYPES
from dragoman.record import Scope, open_record, write_article
from dragoman.show.export import FORMATS, export, find_format
from dragoman.show.export.tables import TABLES, make_tables
from dragoman.show.selections import Selection, select

EVIL = '=cmd|"/c calc"!A1 <script>\x07\n**** *x_1 ]]>'


@pytest.fixture(scope="module")
def selection(record_file: Path) -> Selection:
    with open_record(record_file) as record:
        return select(record, Scope())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Selection:
    """A record whose outlet, title and names are hostile."""
    document, claims = sample("hostile", "2021-03-05")
    document.article = replace(document.article, outlet=EVIL, title=EVIL)
    moved = [replace(c, article=document.article.id) for c in claims]
    file = tmp_path_factory.mktemp("hostile") / "r.db"
    with open_record(file, write=True) as record:
        write_article(record, document, moved)
        refresh_story(record)
        return select(record, Scope())


def skip_where_missing(name: str) -> None:
    pytest.importorskip({"xlsx": "openpyxl", "parquet": "pyarrow"}.get(name, "json"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_each_time_and_takes_hostile_words(
    selection: Selection, hostile: Selection, name: str
) -> None:
    skip_where_missing(name)
    assert export(selection, name) == export(selection, name)
    assert export(hostile, name)[0]


@pytest.mark.parametrize("table", [t for t in TABLES if t != "articles"])
def test_every_row_has_its_quote_and_its_address(selection: Selection, table: str) -> None:
    for row in make_tables(selection)[table].records():
        assert row["quote"]
        assert str(row["url"]).startswith(("http", "urn:dragoman:"))
        if table != "actors":
            assert str(row["quote"]) in str(row["sentence"])


def test_csv_has_a_mark_that_spreadsheets_know(selection: Selection) -> None:
    content, _ = export(selection, "csv", "statements")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [r["speaker"] for r in rows] == ["Kari Moen"] * 3
    assert rows[0]["relayed_by"] == "NTB; AFP"


def test_no_cell_of_csv_is_a_formula(hostile: Selection) -> None:
    content, _ = export(hostile, "csv", "articles")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert row["title"].startswith("'=")


def test_csv_of_all_tables_is_a_zip(selection: Selection) -> None:
    content, _ = export(selection, "csv")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [f"{t}.csv" for t in TABLES]
        assert archive.testzip() is None


def test_openpyxl_takes_xlsx(selection: Selection, hostile: Selection) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(export(selection, "xlsx")[0]))
    assert book.sheetnames == list(TABLES)
    assert book["statements"].max_row == 4
    book = openpyxl.load_workbook(io.BytesIO(export(hostile, "xlsx")[0]))
    assert all(c.data_type != "f" for sheet in book for row in sheet.iter_rows() for c in row)


def test_json_lines_have_lists(selection: Selection) -> None:
    rows = [json.loads(line) for line in export(selection, "jsonl")[0].decode().splitlines()]
    assert {r["table"] for r in rows} <= set(TABLES)
    assert next(r for r in rows if r["table"] == "statements")["relayed_by"] == ["NTB", "AFP"]
    assert all(isinstance(r["articles"], int) for r in rows if r["table"] == "actors")


def test_pyarrow_takes_parquet(selection: Selection) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(export(selection, "parquet", "events")[0]))
    assert table.num_rows == 3
    assert table.column("start").to_pylist()[0] >= 0


def test_plover_has_every_act_and_cameo_every_pair(selection: Selection) -> None:
    plover = list(csv.DictReader(io.StringIO(export(selection, "plover")[0].decode()), delimiter="\t"))
    assert [r["Event Type"] for r in plover] == ["REQUEST"] * 3
    assert plover[0]["Recipient Country"] == "NOR"
    assert plover[0]["Quad Code"] == "Q3"
    cameo = list(csv.DictReader(io.StringIO(export(selection, "cameo")[0].decode()), delimiter="\t"))
    assert [(r["CAMEO Code"], r["Target Name"]) for r in cameo] == [("104", "Norvège"), ("104", "ONU")] * 3


def test_the_map_to_cameo_covers_plover() -> None:
    rows = load_rows("cameo")
    assert {r["type"] for r in rows} == set(PLOVER_TYPES)
    assert all(re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", r["cameo"]) for r in rows)
    assert all(r["quad"] in "1234" and r["when"] in ("", "done", "to_come") and r["note"] for r in rows)
    assert len({(r["type"], r["mode"], r["when"]) for r in rows}) == len(rows)
    for kind in PLOVER_TYPES:  # each type has a code of its own for whatever time it is told of
        whens = {r["when"] for r in rows if r["type"] == kind and not r["mode"]}
        assert whens in ({""}, {"done", "to_come"})


def test_dna_statements_agree_or_not(selection: Selection) -> None:
    rows = list(csv.DictReader(io.StringIO(export(selection, "dna")[0].decode("utf-8-sig"))))
    assert {(r["organization"], r["concept"], r["agreement"]) for r in rows} == {
        ("Érythrie", "verification", "0")
    }


def test_networkx_takes_both_graphs(selection: Selection, hostile: Selection) -> None:
    networkx: Any = pytest.importorskip("networkx")
    gexf = networkx.read_gexf(io.BytesIO(export(selection, "gexf")[0]), version="1.3")
    graphml = networkx.read_graphml(io.BytesIO(export(selection, "graphml")[0]))
    assert {n["label"] for _, n in gexf.nodes(data=True)} == {n["label"] for _, n in graphml.nodes(data=True)}
    assert gexf.number_of_edges() == graphml.number_of_edges() == 2
    edge = next(data for *_, data in gexf.edges(data=True))
    assert (edge["start"], edge["end"], edge["kind"]) == ("2021-03-05", "2021-03-20", "REQUEST")
    for name in ("gexf", "graphml"):
        ElementTree.fromstring(export(hostile, name)[0])


def test_timelinejs_has_what_its_reader_asks_for(selection: Selection, hostile: Selection) -> None:
    told = json.loads(export(selection, "timelinejs")[0])
    assert told["events"]
    for event in told["events"]:
        assert {"start_date", "text", "unique_id"} <= set(event)
        assert {"year", "month", "day"} == set(event["start_date"])
        assert event["text"]["headline"]
    assert b"<script" not in export(hostile, "timelinejs")[0]


def test_icalendar_takes_meetings_to_come(record_file: Path) -> None:
    icalendar: Any = pytest.importorskip("icalendar")
    with open_record(record_file) as record:
        before, after = (select(record, Scope(known_by=day)) for day in ("2021-03-06", "2021-03-25"))
    calendar = icalendar.Calendar.from_ical(export(before, "ics")[0])
    (event,) = calendar.walk("VEVENT")
    assert str(event["LOCATION"]) == "Oslo"
    assert event.decoded("DTSTART").isoformat() == "2021-03-12"
    assert not icalendar.Calendar.from_ical(export(after, "ics")[0]).walk("VEVENT")
    assert all(len(line) <= 75 for line in export(before, "ics")[0].split(b"\r\n"))


# What our entities use of FollowTheMoney 4: held here too, since its library needs ICU to install.
FTM = {
    "Article": {"title", "fileName", "publisher", "publishedAt", "sourceUrl", "bodyText", "language"},
    "Person": {"name", "alias", "description", "position"},
    "PublicBody": {"name", "alias", "description"},
    "Organization": {"name", "alias", "description"},
    "Event": {"name", "location", "summary", "involved", "startDate", "endDate", "description", "sourceUrl",
              "publisher", "proof"},
    "UnknownLink": {"subject", "object", "role", "startDate", "endDate", "description", "sourceUrl", "publisher",
                    "proof"},
}  # fmt: skip


def test_followthemoney_entities_are_whole(selection: Selection) -> None:
    entities = [json.loads(line) for line in export(selection, "ftm")[0].decode().splitlines()]
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        assert set(entity["properties"]) <= FTM[entity["schema"]]
        for name in ("involved", "subject", "object", "proof"):
            assert set(entity["properties"].get(name, [])) <= ids


def test_followthemoney_takes_our_entities(selection: Selection) -> None:
    library: Any = pytest.importorskip("followthemoney")
    for line in export(selection, "ftm")[0].decode().splitlines():
        told = json.loads(line)
        entity = library.model.get_proxy(told)
        assert {k: set(v) for k, v in told["properties"].items()} == {
            k: set(entity.get(k)) for k in told["properties"]
        }


def test_json_ld_refers_only_to_what_it_has(selection: Selection) -> None:
    graph = json.loads(export(selection, "jsonld")[0])["@graph"]
    ids = [node["@id"] for node in graph]
    assert len(ids) == len(set(ids))
    for node in graph:
        for value in node.values():
            for link in value if isinstance(value, list) else [value]:
                if isinstance(link, dict) and set(link) == {"@id"}:
                    assert link["@id"] in ids
    assert {n["@type"] for n in graph} >= {"NewsArticle", "Person", "Country", "Event", "Claim"}


def test_iramuteq_has_one_line_of_stars_for_each_text(selection: Selection, hostile: Selection) -> None:
    told = export(selection, "iramuteq")[0].decode()
    stars = [line for line in told.splitlines() if line.startswith("****")]
    assert len(stars) == 3
    assert all(re.fullmatch(r"\*\*\*\*( \*[a-z]+_[a-z0-9_-]+)+", line) for line in stars)
    assert export(hostile, "iramuteq")[0].decode().count("****") == 1
    assert "*locuteur_kari_moen" in export(selection, "iramuteq", "statements")[0].decode()


def test_txm_has_a_text_for_each_line_of_its_metadata(selection: Selection, hostile: Selection) -> None:
    for held in (selection, hostile):
        with zipfile.ZipFile(io.BytesIO(export(held, "txm")[0])) as archive:
            rows = list(csv.DictReader(io.StringIO(archive.read("metadata.csv").decode("utf-8-sig"))))
            assert next(iter(rows[0])) == "id"
            assert {f"{r['id']}.xml" for r in rows} == set(archive.namelist()) - {"metadata.csv"}
            for row in rows:
                text = ElementTree.fromstring(archive.read(f"{row['id']}.xml"))
                (said,) = text.iter("{http://www.tei-c.org/ns/1.0}said")
                assert said.get("who") == "Kari Moen"


def test_a_manifest_tells_what_it_was_made_from(record_file: Path) -> None:
    with open_record(record_file) as record:
        held = select(record, Scope(actor="moen", known_by="2021-03-06"))
    _, manifest = export(held, "csv", "events")
    told = json.loads(manifest)
    assert (told["known_by"], told["as_of"], told["filter"]["actor"]) == ("2021-03-06", None, "moen")
    assert [i["name"] for i in told["inputs"]] == ["un"]
    assert all(re.fullmatch(r"[0-9a-f]{64}", h) for h in (told["sha256"], told["inputs"][0]["sha256"]))


def test_a_format_or_table_that_we_have_not_is_told() -> None:
    with pytest.raises(UsageError, match="ask for csv"):
        find_format("docx")
    with pytest.raises(UsageError, match="has no --table"):
        find_format("gexf", "events")
    with pytest.raises(UsageError, match="has no table clouds"):
        find_format("csv", "clouds")


def test_the_command_writes_file_and_manifest(ask: Ask, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    told = ask("export", "csv", "--table", "events", "-o", str(target))
    assert told.code == 0
    assert told.out.split() == [str(target), f"{target}.manifest.json"]
    assert ask("export", "csv", "-o", str(tmp_path / "none" / "x.zip")).code == 2
    assert "demandez csv" in ask("export", "nothing").err


def test_every_format_has_its_line_in_the_docs() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in docs for name in FORMATS)
