"""Zotero: RIS and CSL JSON; what holds no text tells its page."""

from __future__ import annotations

import json
from pathlib import Path

from tests.read.exporting import LAST, LEAD, MORE, read, written

RIS = f"""TY  - NEWS
TI  - Klow attend
T2  - Le Courrier de Klow
AU  - Morel, Jeanne
DA  - 2021/05/03/
UR  - https://c.example/1
N2  - {LEAD}
{MORE} {LAST}
ER  -

TY  - NEWS
TI  - Sans texte
UR  - https://c.example/2
ER  -
"""


def test_ris(tmp_path: Path) -> None:
    (article,), aside = read(written(tmp_path, "z.ris", RIS))
    assert (article.title, article.outlet, article.published) == (
        "Klow attend",
        "Le Courrier de Klow",
        "2021-05-03",
    )
    assert article.author == "Morel, Jeanne" and article.text.split("\n\n") == [
        "Klow attend",
        LEAD,
        f"{MORE} {LAST}",
    ]
    assert len(aside) == 1 and "https://c.example/2" in aside[0].reason


def test_csl_json(tmp_path: Path) -> None:
    item = {
        "id": "http://zotero.org/users/1/items/ABC", "type": "article-newspaper", "title": "Klow attend",
        "container-title": "Le Courrier", "URL": "https://c.example/1", "issued": {"date-parts": [["2021", 5, 3]]},
        "author": [{"family": "Morel", "given": "Jeanne"}, {"literal": "AFP"}],
        "note": f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>", "abstract": "Court.",
    }  # fmt: skip
    empty = {"id": "2", "type": "webpage", "title": "Sans texte", "issued": {"raw": "mai 2021"}}
    (article,), aside = read(written(tmp_path, "z.json", json.dumps([item, empty])))
    assert (article.name, article.published, article.author) == ("ABC", "2021-05-03", "Jeanne Morel, AFP")
    assert article.text.split("\n\n") == ["Klow attend", LEAD, MORE, LAST] and article.agency == ("AFP",)
    assert len(aside) == 1 and "Sans texte" in aside[0].reason


def test_no_ris(tmp_path: Path) -> None:
    assert "no RIS" in read(written(tmp_path, "z.ris", "Bonjour"))[1][0].reason
