"""The language of a text: surely French by its small words, asked of the identifier otherwise, unknown where short."""

from __future__ import annotations

import pytest
from tests.read.exporting import LAST, LEAD, MORE

from dragoman.lexicon import load_rows, load_yaml
from dragoman.model.articles import Article, SetAside
from dragoman.read.languages import _is_surely_french, find_language, only_french

OTHERS = {
    "it": "La delegazione sildava è arrivata lunedì a Klow per tre giorni di colloqui con la Borduria, ha annunciato "
    "il ministero degli Esteri. I due paesi non si parlano dalla rottura dello scorso autunno.",
    "es": "La delegación de Sildavia llegó el lunes a Klow para tres días de negociaciones, anunció el ministerio de "
    "Asuntos Exteriores. Ambos países no se hablan desde la ruptura del otoño pasado.",
    "ca": "La delegació siriana va arribar dilluns a Klow per a tres dies de converses amb Bordúria, va anunciar el "
    "ministeri d'Afers Exteriors. Els dos països no es parlen des de la ruptura de la tardor passada.",
    "en": "The Syldavian delegation arrived in Klow on Monday for three days of talks, the foreign ministry said. The "
    "two countries have not been on speaking terms since last autumn.",
    "de": "Die syldavische Delegation ist am Montag zu dreitägigen Gesprächen mit Bordurien in Klow eingetroffen, "
    "teilte das Außenministerium mit. Die beiden Länder sprechen seit dem Herbst nicht mehr miteinander.",
}


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_other_languages(code: str) -> None:
    assert not _is_surely_french(OTHERS[code]) and find_language(OTHERS[code]) == code
    aside = only_french(Article(name="a", text=OTHERS[code]), "a.txt")
    assert isinstance(aside, SetAside) and f"({code})" in aside.reason
    assert code in {row["code"] for row in load_rows("languages")}


def test_french() -> None:
    assert find_language(f"{LEAD} {MORE} {LAST}") == "fr"
    assert find_language("Klow attend.") is None


def test_a_french_article_with_a_long_quotation_in_english() -> None:
    text = OTHERS["en"] * 30 + f"{LEAD} {MORE} {LAST} " * 60
    assert isinstance(only_french(Article(name="a", text=text), "a.txt"), Article)


@pytest.mark.parametrize("entry", load_yaml("fr/function_words"), ids=lambda e: str(e["class"]))
def test_every_class_of_small_words(entry: dict[str, list[str]]) -> None:
    words = (
        str(entry["example"])
        .lower()
        .replace("'", " ")
        .replace("qu ", "qu ")
        .replace(",", " ")
        .replace(".", " ")
        .split()
    )
    assert len(set(words) & set(entry["lemmas"])) >= 2
