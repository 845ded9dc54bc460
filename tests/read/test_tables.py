"""Tables: the usual names of columns, named ones, separators, encodings, rows that hold nothing."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from tests.read.exporting import LAST, LEAD, MORE, written

from dragoman.lexicon import load_yaml
from dragoman.model.articles import Article, SetAside
from dragoman.read import read_articles
from dragoman.read.tables import FIELDS, _usual, plain

ROW = {
    "identifiant": "k1", "titre": "Klow attend", "date de publication": "03/05/2021 10:15", "journal": "Le Courrier",
    "agence": "AFP", "auteur": "Jeanne Morel", "rubrique": "Monde", "lien": "https://c.example/k1",
    "chapô": "Trois jours pour s'entendre.", "texte": f"{LEAD}\n\n{LAST}",
}  # fmt: skip


def read(path: Path, **columns: str) -> tuple[list[Article], list[SetAside]]:
    found = list(read_articles([path], columns=columns))
    return [a for a in found if isinstance(a, Article)], [a for a in found if isinstance(a, SetAside)]


def whole(article: Article) -> None:
    assert (article.name, article.title, article.published) == ("k1", "Klow attend", "2021-05-03T10:15:00")
    assert (article.outlet, article.agency, article.author) == ("Le Courrier", ("AFP",), "Jeanne Morel")
    assert (article.section, article.url) == ("Monde", "https://c.example/k1")
    assert article.standfirst == "Trois jours pour s'entendre."
    assert article.text.split("\n\n") == ["Klow attend", "Trois jours pour s'entendre.", LEAD, LAST]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv(tmp_path: Path, separator: str, codec: str) -> None:
    lines = [separator.join(ROW), separator.join('"' + v.replace('"', '""') + '"' for v in ROW.values())]
    (article,), aside = read(written(tmp_path, "t.csv", "\r\n".join(lines).encode(codec)))
    assert aside == []
    whole(article)


def test_json_lines_and_a_list(tmp_path: Path) -> None:
    line = json.dumps(ROW, ensure_ascii=False)
    for name, content in (("a.jsonl", f"{line}\n\n{line}\n"), ("b.json", f"[{line}, {line}]")):
        articles, aside = read(written(tmp_path, name, content))
        assert len(articles) == 2 and aside == []
        whole(articles[0])
    packed = written(tmp_path, "c.jsonl.gz", gzip.compress(f"{line}\n".encode()))
    whole(read(packed)[0][0])


def test_lists_of_paragraphs_and_nested_names(tmp_path: Path) -> None:
    row = {
        "title": "Klow",
        "paragraphs": [LEAD, LAST],
        "source": {"name": "Le Courrier"},
        "authors": ["J. Morel", "P. Roux"],
    }
    (article,), _ = read(written(tmp_path, "a.jsonl", json.dumps(row)))
    assert article.text == f"Klow\n\n{LEAD}\n\n{LAST}"
    assert (article.outlet, article.author) == ("Le Courrier", "J. Morel, P. Roux")


def test_columns_that_the_user_names(tmp_path: Path) -> None:
    path = written(tmp_path, "t.csv", f'quand,quoi,le reste\n2021-05-03,Klow,"{LEAD}"\n')
    assert "no column holds the text (found quand, quoi, le reste)" in read(path)[1][0].reason
    (article,), _ = read(path, text="le reste", title="Quoi", date="quand")
    assert (article.title, article.published) == ("Klow", "2021-05-03") and LEAD in article.text
    assert "no column 'absent'" in read(path, text="absent")[1][0].reason
    assert "is none of text" in read(path, texte="quoi")[1][0].reason


def test_a_row_without_text_is_told_and_the_others_stand(tmp_path: Path) -> None:
    path = written(tmp_path, "t.csv", f'id,texte\nk1,"{LEAD}"\nk2,\nk3,"{LAST}"\n')
    articles, aside = read(path)
    assert [a.name for a in articles] == ["k1", "k3"] and aside == [
        SetAside(f"{path}#k2", "a row without text")
    ]


def test_a_line_that_is_no_json_is_told_and_the_others_stand(tmp_path: Path) -> None:
    path = written(tmp_path, "t.jsonl", f'{{"text": "{LEAD}"}}\n{{"text": \n[1]\n{{"text": "{LAST}"}}\n')
    articles, aside = read(path)
    assert len(articles) == 2 and [a.path for a in aside] == [f"{path}#2", f"{path}#3"]


def test_mixed_encodings_and_mojibake(tmp_path: Path) -> None:
    content = (
        b"id,texte\nk1,R\xe9uni \xe0 Klow\nk2,"
        + "Réuni à Klow".encode()
        + b"\nk3,"
        + "Réuni à Klow l’été".encode().decode("cp1252").encode()
        + b"\n"
    )
    articles, _ = read(written(tmp_path, "t.csv", content))
    assert [a.text for a in articles] == ["Réuni à Klow", "Réuni à Klow", "Réuni à Klow l’été"]
    assert [a.original is not None for a in articles] == [False, False, True]


@pytest.mark.parametrize("entry", load_yaml("columns"), ids=lambda e: str(e["field"]))
def test_every_name_of_the_lexicon(entry: dict[str, str]) -> None:
    assert entry["field"] in FIELDS and _usual()[plain(entry["example"])] == entry["field"]


def test_offsets_hold_in_what_is_stored(tmp_path: Path) -> None:
    row = {"texte": f"{MORE}\u00a0: la dé\u00adlé\u00adga\u00adtion s’est re\u0301unie"}
    (article,), _ = read(written(tmp_path, "t.jsonl", json.dumps(row)))
    assert article.text.endswith("\u00a0: la délégation s’est réunie")
