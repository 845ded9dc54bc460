"""A small press in every form that a cluster is asked to read, for these tests."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

TOWNS = ("Oslo", "Tallinn", "Riga", "Vilnius", "Varsovie", "Prague")


def dispatch(n: int) -> str:
    town = TOWNS[n % len(TOWNS)]
    return (
        f"La ministre Kari Moen a annoncé lundi à {town} que les deux délégations se retrouveraient le {n % 8 + 12} "
        "mars 2021. « Nous sommes prêts à parler de tout », a-t-elle déclaré devant la presse après une rencontre "
        f"de deux heures. L'Érythrie exige la levée de l'embargo, selon un diplomate. Dépêche numéro {n}."
    )


def page(n: int) -> bytes:
    body = f"<h1>Kari Moen attendue, jour {n}</h1><article><p>{dispatch(n)}</p></article>"
    return f"<html lang=fr><body>{body}</body></html>".encode()


def archive(numbers: range) -> bytes:
    """A web archive with a page for each number, and one without article."""
    out = []
    for n in (*numbers, -1):
        markup = page(n) if n >= 0 else b"<html><form>Connexion</form></html>"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(markup)}\r\n\r\n"
        body = head.encode() + markup
        told = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courrier.example/{n}\r\n"
            f"WARC-Date: 2021-03-08T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{n + 1:032x}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        out.append(gzip.compress(told.encode() + body + b"\r\n\r\n"))
    return b"".join(out)


def make_press(folder: Path) -> Path:
    """Texts with their metadata, a folder of pages, a table in JSON Lines and in Parquet, an archive, and an empty
    file; one text is told twice."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in (0, 1, 1, 2, 3):
        name = f"d{n}.txt" if not (folder / f"d{n}.txt").exists() else f"d{n}-encore.txt"
        (folder / name).write_text(dispatch(n), encoding="utf-8")
    (folder / "metadata.csv").write_text(
        "file,date,outlet\nd0.txt,2021-03-05,Le Courrier\n", encoding="utf-8"
    )
    (folder / "vide.txt").write_bytes(b"")
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    for n in range(10, 13):
        (pages / f"p{n}.html").write_bytes(page(n))
    rows = [
        {"texte": dispatch(n), "date": f"2021-03-{n - 10:02}", "titre": f"Oslo, jour {n}"}
        for n in range(20, 24)
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows[:2])
    (folder / "table.jsonl").write_text(lines + "pas du JSON\n", encoding="utf-8")
    pyarrow: Any = pytest.importorskip("pyarrow")
    files: Any = pytest.importorskip("pyarrow.parquet")
    files.write_table(pyarrow.Table.from_pylist(rows[2:]), folder / "table.parquet")
    (folder / "web.warc.gz").write_bytes(archive(range(30, 33)))
    return folder
