# ruff: noqa: E501
"""Every reader on noise and on damaged samples of its own format: an article or a reason, never another exception."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.exporting import LAST, LEAD, MORE, docx, rtf
from tests.read.test_archives import packed
from tests.read.test_exports import ARTICLE, OLD, ROWS, UNCODED, XML, factiva, lexis, told
from tests.read.test_feeds import ATOM, RSS
from tests.read.test_pdf import LINES, pdf
from tests.read.test_warc import archive
from tests.read.test_zotero import RIS

from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles
from dragoman.read.formats import FORMATS

TABLE = f'titre;date;texte\nKlow attend;03/05/2021;"{LEAD}"\n'
ROW = json.dumps({"title": "Klow", "text": [LEAD, MORE], "date": "2021-05-03"})
CSL = json.dumps(
    [
        {
            "type": "webpage",
            "title": "Klow",
            "issued": {"date-parts": [[2021, 5]]},
            "note": f"<p>{LEAD}{MORE}{LAST}</p>",
        }
    ]
)
PAGE = (
    '<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Klow","datePublished":"2021-05-03"}'
    f'</script></head><body><h1>Klow</h1><article itemprop="articleBody"><p>{LEAD}<br>{MORE}</p></article></body></html>'
)
CODED = factiva(
    '<div class="article frArticle"><table>'
    + "".join(f"<tr><td><b>{c}</b></td><td>{t}</td></tr>" for c, t in ROWS) + "</table></div>"
)  # fmt: skip
LEXIS = lexis(
    "<p>Le Courrier</p>", "<p>3 mai 2021</p>", "<p>Klow</p>", "<p>LENGTH: 4 words</p>", f"<p>{LEAD}</p>"
)
NEXIS = docx(
    [
        ("Heading1", "Klow"),
        ("", "Le Courrier"),
        ("", "3 mai 2021"),
        ("", "Copyright 2021"),
        ("", "Body"),
        ("", LEAD),
    ]
)
SAMPLES: dict[str, tuple[bytes, ...]] = {
    ".txt": (LEAD.encode(), LEAD.encode("utf-16"), "GenÃ¨ve".encode()),
    ".html": (PAGE.encode(), told(OLD).encode(), told(ARTICLE).encode(), CODED.encode(), LEXIS.encode()),
    ".docx": (NEXIS,),
    ".pdf": (pdf([LINES]),),
    ".xml": (XML.encode(), RSS.encode(), ATOM.encode()),
    ".rtf": (rtf([*UNCODED, LEAD, "Document LECOUR0020210503eh530001r"]), rtf([f"HD\t{LEAD}", "AN\tDocument LECOUR0020210503eh530001r"])),
    ".csv": (TABLE.encode(), TABLE.encode("utf-16")),
    ".jsonl": (f"{ROW}\n{ROW}".encode(),),
    ".json": (f"[{ROW}]".encode(), CSL.encode()),
    ".ris": (RIS.encode(),),
    ".warc": (b"".join(archive()), b"".join(gzip.compress(r) for r in archive())),
    ".urls": (b"https://c.example/1\n",),
    ".zip": (packed(**{"a.txt": LEAD.encode(), "b.html": PAGE.encode()}),),
}  # fmt: skip


def tried(ending: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(content)
        for found in read_articles([path]):
            assert isinstance(found, (Article, SetAside))
            if isinstance(found, Article):
                assert found.text and found.id
            else:
                assert found.reason


bounded = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("ending", sorted(FORMATS))
@bounded
@given(content=st.binary(max_size=400))
def test_noise(ending: str, content: bytes) -> None:
    tried(ending, content)


@pytest.mark.parametrize("ending", sorted(SAMPLES))
@bounded
@given(data=st.data())
def test_damaged_samples(ending: str, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(SAMPLES[ending])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 40))
        put = data.draw(
            st.binary(max_size=20)
            | st.just(bytes(content[at : at + length]))
            | st.sampled_from([b"<", b">", b'"', b"{", b"\\u-9", b"\0", b"&x;"])
        )
        content[at : at + length] = put * data.draw(st.sampled_from([1, 1, 1, 50]))
    tried(ending, bytes(content))
