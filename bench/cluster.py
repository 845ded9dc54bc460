"""What a page and an article cost on a cluster, in CPU time of one core: the figures that docs/cluster.md multiplies.

    python bench/cluster.py [--articles 60]

Texts: those of bench/speed.py. Pages: ../shared/pages where they are present, else our own dispatches as pages; each is
put into a web archive, and none is read twice by one pipeline. Needs pyarrow, and no Ray.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.speed import OWN, ROOT, cpu, drain, load_texts

from dragoman.analysis import analyse
from dragoman.cluster.landings import Landed, Landing
from dragoman.model.articles import Article
from dragoman.model.tallies import Tally
from dragoman.pipeline import read_found
from dragoman.read import read_articles
from dragoman.record import find_articles, open_record, write_article
from dragoman.workers import Analysed

PAGES = ROOT.parent / "shared" / "pages"
WARM = 8  # articles that fill the caches before the clock starts
NOBODY = "Vanuatu, Tonga"  # whom no page names


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--articles", type=int, default=60)
    articles = load_texts(asked.parse_args().articles)
    with tempfile.TemporaryDirectory() as folder:
        measure_pages(Path(folder))
        measure_articles(Path(folder), articles)


def measure_pages(folder: Path) -> None:
    """Reading a web archive: pages that are passed over by `--about`, and pages that are read."""
    pages = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))] if PAGES.exists() else own_pages()
    first, second = pages[: len(pages) // 4], pages[len(pages) // 4 :]
    warm, archive = folder / "warm.warc.gz", folder / "pages.warc.gz"
    warm.write_bytes(b"".join(map(packed, first)))
    archive.write_bytes(b"".join(map(packed, second)))
    drain(read_articles([warm], about=NOBODY))
    passed = cpu(lambda: drain(read_articles([archive], about=NOBODY)))
    drain(read_articles([warm]))
    read = cpu(lambda: drain(read_articles([archive])))
    size, n = sum(map(len, second)), len(second)
    print(f"{n} pages, {size / n / 1000:.0f} kB each, {archive.stat().st_size / size:.2f} of it packed")
    print(f"a page passed over by --about: {1000 * passed / n:.1f} ms")
    print(f"a page read: {1000 * read / n:.1f} ms")


def own_pages() -> list[bytes]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.txt"))]
    paragraphs = ["".join(f"<p>{part}</p>" for part in text.split("\n") if part) for text in texts]
    return [f"<html lang=fr><body><article>{p}</article></body></html>".encode() for p in paragraphs]


def packed(page: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n".encode()
    told = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courrier.example/{len(page)}\r\n"
        "WARC-Date: 2021-03-08T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(head) + len(page)}\r\n\r\n"
    )
    return gzip.compress(told.encode() + head + page + b"\r\n\r\n")


def measure_articles(folder: Path, articles: list[Article]) -> None:
    """Analysis, landing, folding."""
    drain(analyse(articles[:WARM], print))
    texts = articles[WARM:]
    analysed: list[Analysed] = []
    spent = cpu(lambda: analysed.extend(analyse(texts, print)))
    for one in analysed:
        assert isinstance(one, tuple)
        one[0].tokens = []
    rows = [Landed(n, article, one) for n, (article, one) in enumerate(zip(texts, analysed, strict=True))]
    landing = Landing(str(folder / "claims"))
    stretch = landing.write("ab", rows[:WARM])
    drain(landing.read(stretch))
    stretches = []
    landed = cpu(lambda: stretches.append(landing.write("cd", rows[WARM:])))
    taken = cpu(lambda: drain(landing.read(stretches[0])))
    size = sum(path.stat().st_size for path in folder.glob("claims/partition=cd/*"))
    n, m, characters = len(texts), len(texts) - WARM, sum(len(a.text) for a in texts)
    print(f"{n} articles, {characters / n:.0f} characters each")
    print(
        f"an article analysed: {1000 * spent / n:.0f} ms; a thousand characters: {1e6 * spent / characters:.1f} ms"
    )
    print(
        f"landed: {1000 * landed / m:.2f} ms, {size / m / 1000:.1f} kB; taken up again: {1000 * taken / m:.2f} ms"
    )
    measure_record(folder / "r.db", analysed)


def measure_record(file: Path, analysed: list[Analysed]) -> None:
    with open_record(file, write=True) as record:

        def write() -> None:
            for one in analysed:
                assert isinstance(one, tuple)
                document, claims = one
                every = [*claims.statements, *claims.events, *claims.meetings, *claims.positions]
                write_article(record, document, every)

        spent = cpu(write)
        story = cpu(lambda: read_found(record, [], Tally()))
        n = len(find_articles(record))
    size = file.stat().st_size
    print(
        f"written: {1000 * spent / n:.2f} ms, {size / n / 1000:.1f} kB; their story: {1000 * story / n:.1f} ms"
    )


if __name__ == "__main__":
    main()
