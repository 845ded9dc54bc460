# ruff: noqa: E501
"""Bad input of every kind, for every format: a reason comes back, never an exception, and memory stays bounded."""

from __future__ import annotations

import gzip
import io
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.read.exporting import LAST, LEAD, MORE, docx, written
from tests.read.test_exports import XML

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles
from dragoman.read.formats import FORMATS
from dragoman.read.sources import LARGEST

STORY = f"{LEAD}\n\n{MORE}\n\n{LAST}\n"
ENDINGS = tuple(FORMATS)


def read(path: Path) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles([path]))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


def refused(path: Path) -> str:
    articles, aside = read(path)
    assert articles == [] and aside and all(a.path.startswith(str(path)) and a.reason for a in aside)
    return aside[0].reason


@pytest.mark.parametrize("ending", ENDINGS)
def test_empty(tmp_path: Path, ending: str) -> None:
    assert "empty" in refused(written(tmp_path, f"a{ending}", b""))
    refused(written(tmp_path, f"b{ending}", b"  \n\n "))


@pytest.mark.parametrize("ending", ENDINGS)
def test_binary(tmp_path: Path, ending: str) -> None:
    noise = bytes((n * 7919 + n // 3) % 256 for n in range(4000))
    refused(written(tmp_path, f"a{ending}", b"\x89PNG\r\n\x1a\n\0\0" + noise))


@pytest.mark.parametrize("ending", ENDINGS)
def test_truncated_gzip(tmp_path: Path, ending: str) -> None:
    packed = gzip.compress(os.urandom(3000) + STORY.encode())
    articles, aside = read(written(tmp_path, f"a{ending}.gz", packed[: len(packed) // 2]))
    assert articles == [] and aside
    if not FORMATS[ending].single:
        return  # what is read row by row may end at the first row
    assert "cut short or damaged" in aside[0].reason


@pytest.mark.parametrize("ending", ENDINGS)
def test_two_hundred_megabytes_take_no_memory(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    with path.open("wb") as f:
        f.truncate(200 * 2**20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    articles, aside = read(path)
    assert articles == [] and len(aside) == 1
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 120, f"{grown:.0f} MB"


def test_a_bomb_in_gzip_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = written(tmp_path, "a.html.gz", gzip.compress(b"<p>" + b"a" * (LARGEST + 10)))
    assert path.stat().st_size < 2**20
    assert f"over {LARGEST // 2**20} MB" in refused(path)


def test_a_bomb_in_a_word_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.read.docx.LARGEST_TEXT", 2**20)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (2**20 + 10))
    assert "MB" in refused(written(tmp_path, "a.docx", out.getvalue()))


@pytest.mark.parametrize(
    ("opening", "closing"), [("<div>", "</div>"), ("<b>", "</b>"), ("<table><tr><td>", "")]
)
def test_deeply_nested_html(tmp_path: Path, opening: str, closing: str) -> None:
    page = f"<html><body>{opening * 50000}<p>{LEAD}</p>{closing * 50000}</body></html>"
    articles, aside = read(written(tmp_path, "a.html", page))
    assert len(articles) + len(aside) == 1


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_deeply_nested_json(tmp_path: Path, name: str) -> None:
    refused(written(tmp_path, name, "[" * 100000 + "]" * 100000))
    refused(written(tmp_path, "b" + name, '{"text": ' * 50000 + "1" + "}" * 50000))


BOMB = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))


def test_an_entity_bomb_expands_nothing(tmp_path: Path) -> None:
    bomb = XML.replace("<PPSResponse>", f'<!DOCTYPE x [<!ENTITY a "haha">{BOMB}]><PPSResponse>').replace(
        LAST, "&i;"
    )
    articles, aside = read(written(tmp_path, "a.xml", bomb))
    assert len(articles) + len(aside) == 1 and all(len(a.text) < 2000 for a in articles)
    feed = f'<!DOCTYPE x [<!ENTITY a "haha">{BOMB}]><rss><channel><item><title>&i;</title></item></channel></rss>'
    assert all(len(a.text) < 2000 for a in read(written(tmp_path, "b.xml", feed))[0])


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.md", "SECRET")
    told = XML.replace(
        "<PPSResponse>", f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{secret}">]><PPSResponse>'
    ).replace(LAST, "&s;")
    articles, _ = read(written(tmp_path, "a.xml", told))
    assert all("SECRET" not in a.text for a in articles)
    page = f'<html><body><iframe src="file://{secret}"></iframe><p>{STORY * 3}</p><img src="{secret}"></body></html>'
    assert all("SECRET" not in a.text for a in read(written(tmp_path, "b.html", page))[0])


def test_an_xml_export_that_is_cut_short_is_not_half_read(tmp_path: Path) -> None:
    assert "cut short" in refused(written(tmp_path, "a.xml", XML[: len(XML) - 120]))


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    for name in (b"klow-\xe9t\xe9.txt", b"\xff.html"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as f:  # noqa: PTH118, PTH123 (bytes, as the name is)
            f.write(STORY.encode() if name.endswith(b"txt") else b"")
    articles, aside = read(tmp_path)
    assert len(articles) == len(aside) == 1 and LEAD in articles[0].text
    for arguments in (["articles", str(tmp_path)], ["articles", str(tmp_path), "--json"]):
        code = "import sys; from dragoman.show.cli import main; main(sys.argv[1:])"
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=False)
        assert done.returncode == 0 and b"Traceback" not in done.stderr, done.stderr


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    written(tmp_path, "b.txt", STORY)
    real = os.scandir

    def refuse(path: object = ".") -> object:
        if str(path).endswith("/a"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", refuse)
    articles, aside = read(tmp_path)
    assert len(articles) == 1 and len(aside) == 1 and "permissions" in aside[0].reason


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    written(tmp_path / "a", "b.txt", STORY)
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    articles, aside = read(tmp_path)
    assert len(articles) == 1 and len(aside) == 1


@pytest.mark.parametrize(
    "date", ["2199-05-03", "0000-00-00", "31/02/2021", "99/99/9999", "demain", "-1", "1e9"]
)
def test_impossible_dates_are_no_dates(tmp_path: Path, date: str) -> None:
    page = f'<meta property="article:published_time" content="{date}"><article><p>{STORY}</p></article>'
    (article,), _ = read(written(tmp_path, "a.html", page))
    assert article.published is None
    (row,), _ = read(written(tmp_path, "a.csv", f'date,text\n{date},"{STORY.replace(chr(34), "")}"\n'))
    assert row.published is None


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    for ending in ENDINGS:
        written(tmp_path, f"m{ending}", b"\0\1\2\3")
    written(tmp_path, "a.txt", STORY)
    written(tmp_path, "z.docx", docx([("Title", "Klow attend"), ("", LEAD)]))
    articles, aside = read(tmp_path)
    assert [a.name for a in articles] == ["a", "z"] and len(aside) == len(ENDINGS)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Syldavian delegation arrived in Klow on Monday for three days of talks, the foreign ministry said. "
         "No date has been set for the next round, and both sides refused to answer questions from reporters.", "English"),
        ("La delegación de Sildavia llegó el lunes a Klow para tres días de negociaciones, anunció el ministerio de "
         "Asuntos Exteriores. No se ha fijado ninguna fecha para la próxima ronda, y ambas partes callan.", "Spanish"),
    ],
)  # fmt: skip
def test_another_language_is_set_aside_by_name(tmp_path: Path, text: str, named: str) -> None:
    assert f"in {named}" in refused(written(tmp_path, "a.txt", text))


def test_short_french_texts_and_quotations_stay(tmp_path: Path) -> None:
    for n, text in enumerate(
        ["Klow attend.", f"{LEAD} « No comment », a dit en anglais le ministre. {MORE} {LAST}", "AFP"]
    ):
        assert len(read(written(tmp_path, f"{n}.txt", text))[0]) == 1
