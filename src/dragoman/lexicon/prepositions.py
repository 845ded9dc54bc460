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


@cache
def _bodies() -> dict[str, str]:
    """An organisation's folded name → it with "de" and its article."""
    made = {"le": "du {}", "la": "de la {}", "l'": "de l'{}", "les": "des {}"}
    return {
        fold(row["name"]): made[row["article"]].format(row["name"])
        for row in load_rows("organisations")
        if row["article"] in made
    }


@cache
def _capitals() -> frozenset[str]:
    """The folded names of capitals that are called with an article, without it: "caire"."""
    capitals = (part for row in load_rows("states") for part in row["capital"].split("|"))
    return frozenset(fold(c[3:]) for c in capitals if c.startswith("Le "))


# What stands before the nouns that tell a place with a name: "au fort de Brégançon", "du fort de Brégançon".
_SITES = {
    "au": ("fort", "château", "palais", "manoir", "domaine", "palace", "ranch", "monastère"),
    "à la": ("villa", "résidence", "citadelle"),
    "à l'": ("hôtel", "abbaye"),
    "sur la": ("base",),
    "sur l'": ("île",),
    "dans la": ("capitale",),
}
_AT_SITE = {noun: before for before, nouns in _SITES.items() for noun in nouns}


def _at_site(place: str) -> str | None:
    before = _AT_SITE.get(place.split(" ")[0])
    return None if before is None else before + ("" if before.endswith("'") else " ") + place


def of_body(name: str) -> str | None:
    """ "du G7", "de l'ONU"; None for a body of which we do not know the article."""
    return _bodies().get(fold(name))


def of(name: str) -> str:
    """ "de Hanoï", "d'Oslo", "du Caire", "du Vietnam", "de l'ONU"; nothing of nothing."""
    if not name:
        return ""
    if (body := of_body(name)) is not None:
        return body
    if name.startswith("Le "):
        return f"du {name[3:]}"
    if fold(name) in _capitals():
        return f"du {name}"
    if _seat(name):
        return f"de la {name}"
    article = _articles().get(fold(name), "")
    if (site := _at_site(name)) is not None:
        return f"du {name}" if site.startswith("au ") else f"de l{site.partition(' l')[2]}"
    if article.startswith("les"):
        return f"des {name}"
    if article.startswith("le"):
        return f"du {name}"
    return f"d'{name}" if _VOWEL.match(name) else f"de {name}"


def _seat(place: str) -> bool:
    return fold(place).replace(" ", "-") == "maison-blanche"


def at(place: str | None) -> str:
    """ "à Hanoï", "au Caire", "en Corée du Nord", "aux États-Unis"; a place that is no proper name as it is."""
    if not place:
        return ""
    article = _articles().get(fold(place))
    if article is None:
        if place.startswith("Le "):
            return f"au {place[3:]}"
        if fold(place) in _capitals():
            return f"au {place}"
        if _seat(place):
            return f"à la {place}"
        if fold(place) == "elysee":
            return f"à l'{place}"
        if (site := _at_site(place)) is not None:
            return site
        return f"à {place}" if place[0].isupper() else f"({place})"
    if article.startswith("les"):
        return f"aux {place}"
    if article.endswith("f") or _VOWEL.match(place):
        return f"à {place}" if article in ("", "f") else f"en {place}"  # Chypre, Cuba, Malte
    return f"au {place}" if article else f"à {place}"
