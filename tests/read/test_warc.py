"""Web archives: each page an article, one record at a time; what is no page or cut short is told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles

STORY = (
    "La délégation syldave est arrivée lundi à Klow pour trois jours de pourparlers avec la Bordurie, a annoncé le "
    "ministère des Affaires étrangères dans un communiqué. Aucun calendrier n'a été arrêté pour la suite."
)


def record(kind: str, url: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-05-03T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(markup: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    body = markup.encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def page(n: int) -> bytes:
    return answer(
        f"<html><body><h1>Klow attend, jour {n}</h1><article><p>{STORY}</p></article></body></html>"
    )


def archive() -> list[bytes]:
    return [
        record("warcinfo", "file:x", b"software: x\r\n"),
        record("response", "https://courrier.example/1", page(1)),
        record("request", "https://courrier.example/1", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://courrier.example/x.png", answer("x", "image/png")),
        record("response", "https://courrier.example/404", answer("non", status="404 Not Found")),
        record("response", "https://courrier.example/login", answer("<html><form>Connexion</form></html>")),
        record("response", "https://courrier.example/2", page(2)),
    ]


def read(path: Path) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles([path]))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(r) if packed else r for r in archive()))
    articles, aside = read(path)
    assert [a.url for a in articles] == ["https://courrier.example/1", "https://courrier.example/2"]
    assert articles[0].title == "Klow attend, jour 1" and STORY in articles[0].text
    assert len(aside) == 1 and aside[0].reason.startswith("1 of its")


def test_an_archive_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = b"".join(gzip.compress(r) for r in archive())
    path.write_bytes(whole[:-60])
    articles, aside = read(path)
    assert [a.url for a in articles] == ["https://courrier.example/1"]
    assert any("cut short" in a.reason for a in aside)


@pytest.mark.parametrize("content", [b"", b"WARC", b"WARC/1.0\r\n", b"GIF89a", b"\x1f\x8b\x08\x00"])
def test_no_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(content)
    articles, aside = read(path)
    assert not articles and len(aside) == 1 and aside[0].path == str(path)
