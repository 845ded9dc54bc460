"""PDF: lines joined to paragraphs, cut words made whole, what has no text told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.read.exporting import read, written

from dragoman.read.pdf import _paragraphs

LINES = (
    "Klow attend la délégation de Bordurie",
    "Lundi 3 mai 2021",
    "La délégation syldave est arrivée lundi à Klow pour trois jours de pour-",
    "parlers avec la Bordurie, a annoncé le ministère des Affaires étrangères.",
    "Rien n'est signé.",
    "Une nouvelle séance est prévue mardi, sous l'égide des Nations unies, et",
    "le chef de la délégation doit parler à la presse.",
)


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of our own, its text in Windows-1252."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for lines in pages:
        told = b"".join(
            b"("
            + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj T*\n"
            for line in lines
        )
        stream = b"BT /F1 12 Tf 14 TL 40 800 Td\n" + told + b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1<</Type/Font"
            b"/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for n, told in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, told)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def test_an_article(tmp_path: Path) -> None:
    (article,), aside = read(written(tmp_path, "klow.pdf", pdf([LINES])))
    assert aside == [] and article.published == "2021-05-03" and article.name == "klow"
    assert "trois jours de pourparlers avec la Bordurie" in article.text
    assert "Nations unies, et le chef" in article.text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [["Le Courrier de Klow", LINES[2 + n], "", f"{n + 1}"] for n in range(4)]
    told = "\n".join(_paragraphs(pages))
    assert "Courrier" not in told and "\n2" not in told and "parlers" in told


def test_a_hyphen_that_the_text_has_elsewhere_stays() -> None:
    told = _paragraphs(
        [["Le vice-premier ministre a vu le vice-", "premier ministre et la délé-", "gation de Klow."]]
    )
    assert told == ["Le vice-premier ministre a vu le vice-premier ministre et la délégation de Klow."]


def test_pictures_of_pages_and_damage_are_told(tmp_path: Path) -> None:
    assert "OCR" in read(written(tmp_path, "a.pdf", pdf([[]])))[1][0].reason
    whole = pdf([LINES])
    for n in (20, 200, 500):
        articles, aside = read(written(tmp_path, "b.pdf", whole[:n]))
        assert articles == [] and len(aside) == 1
