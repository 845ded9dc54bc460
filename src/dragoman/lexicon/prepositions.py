"""French prepositions before a name, with the article that a state's takes: of("Vietnam") → "du Vietnam"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.lexicon.loader import load_rows
from dragoman.lexicon.sides import fold

_VOWEL = re.compile(r"[aeiouyàâéèêëîïôûœ]", re.IGNORECASE)


@cache
def _articles() -> dict[str, str]:
    """A state's folded name → its article, with an f where the state is feminine."""
    return {
        fold(row["name"]): row["article"] + ("f" if row["gender"] == "f" else "")
        for row in load_rows("states")
    }


def of(name: str) -> str:
    """ "de Hanoï", "d'Oslo", "du Caire", "du Vietnam"; nothing of nothing."""
    if not name:
        return ""
    if name.startswith("Le "):
        return f"du {name[3:]}"
    article = _articles().get(fold(name), "")
    if article.startswith("les"):
        return f"des {name}"
    if article.startswith("le"):
        return f"du {name}"
    return f"d'{name}" if _VOWEL.match(name) else f"de {name}"


def at(place: str | None) -> str:
    """ "à Hanoï", "au Caire", "en Corée du Nord", "aux États-Unis"; a place that is no proper name as it is."""
    if not place:
        return ""
    article = _articles().get(fold(place))
    if article is None:
        if place.startswith("Le "):
            return f"au {place[3:]}"
        if place == "Maison-Blanche":
            return f"à la {place}"
        return f"à {place}" if place[0].isupper() else f"({place})"
    if article.startswith("les"):
        return f"aux {place}"
    if article.endswith("f") or _VOWEL.match(place):
        return f"en {place}" if article else f"à {place}"
    return f"au {place}" if article else f"à {place}"
