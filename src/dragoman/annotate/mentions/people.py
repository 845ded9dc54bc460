"""The persons of the article, one for all the forms of their name: "M. Duval" is "Paul Duval".

Units → People: each unit's canonical name, and what the text tells of each person (gender, roles).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from dragoman.annotate.mentions.units import Unit, given_gender, is_given
from dragoman.lexicon.phrases import load_class
from dragoman.lexicon.sides import fold, words_of


@dataclass(slots=True)
class Role:
    """An office that the text gives to somebody: "ministre chilien des Finances" → class, side, domain."""

    group: str
    lemma: str
    side: str | None
    domain: str
    gender: str | None
    former: bool = False


@dataclass(slots=True)
class Person:
    """A name of the article, a person or not; `words` are folded, `name` the fullest form as first spelled."""

    name: str
    words: tuple[str, ...]
    gender: str | None = None
    roles: list[Role] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    person: bool = False
    place: bool = False
    firsts: list[int] = field(default_factory=list)

    def named_before(self, word: int) -> Unit | None:
        """The last time that the person is named before a word."""
        k = bisect_left(self.firsts, word)
        return self.units[k - 1] if k else None

    @property
    def side(self) -> str | None:
        """The side that the person speaks for by the roles that bind one."""
        for wanted in (False, True):
            for role in self.roles:
                if (
                    role.side
                    and role.former is wanted
                    and role.group in load_class("fr/determiners", "speaking")
                ):
                    return role.side
        return None


@dataclass(slots=True)
class People:
    """All names of the article by their fullest form, and the name of each unit by its first word."""

    persons: list[Person]
    of_unit: dict[int, Person]
    most: int = 1


def gather_people(units: list[Unit]) -> People:
    """One Person for each name: the full names first, the shorter ones joined to them afterwards."""
    named = [u for u in units if u.form is None]
    persons: list[Person] = []
    by_words: dict[tuple[str, ...], Person] = {}
    by_word: dict[str, list[Person]] = {}
    of_unit: dict[int, Person] = {}
    for unit in sorted(named, key=lambda u: (-len(u.words), len(u.words[0]) == 1, u.first)):
        person = by_words.get(unit.words)
        if person is None:
            person = _longer(unit, unit.words, by_word)
        if person is None and len(unit.words) > 1 and len(unit.words[0]) == 1:
            # "A. Durand" is Anne Durand
            person = _longer(unit, unit.words[1:], by_word, unit.words[0])
        if person is None:
            person = Person(unit.text, unit.words)
            persons.append(person)
            for word in unit.words:
                by_word.setdefault(word, []).append(person)
            by_words[unit.words] = person
        of_unit[unit.first] = person
        person.units.append(unit)
    families = {p.words[-1] for p in persons if len(p.words) > 1 and "-" not in p.name}
    for person in persons:
        person.units.sort(key=lambda u: u.first)
        person.firsts = [u.first for u in person.units]
        _learn(person)
        if len(person.words) == 2 and "-" in person.name and " " not in person.name:
            # "le tandem Duval-Ruiz" is two
            person.person = person.person and not set(person.words) <= families
    return People(persons, of_unit, max((len(p.units) for p in persons), default=1))


def _longer(
    unit: Unit, words: tuple[str, ...], by_word: dict[str, list[Person]], initial: str = ""
) -> Person | None:
    """The person whose full name holds the words of `unit` as its family name, None where two might."""
    fits = [
        p for p in by_word.get(words[-1], ()) if _is_short_of(words, p) and p.words[0].startswith(initial)
    ]
    if unit.title:
        fits = [p for p in fits if _gender(p) in (None, unit.title)] or fits
    if len(fits) > 1:
        strict = [p for p in fits if p.words[-len(words) :] == words]
        fits = strict or fits
    if len(fits) > 1:
        # a family name shared by two: the one that the article speaks of most, else the last one named in full
        ranked = sorted(fits, key=lambda p: -len(p.units))
        if len(ranked[0].units) > len(ranked[1].units):
            return ranked[0]
        before = [p for p in fits if any(u.first < unit.first for u in p.units)]
        if not before:
            return ranked[0]
        return max(before, key=lambda p: max(u.first for u in p.units if u.first < unit.first))
    return fits[0] if fits else None


def _gender(person: Person) -> str | None:
    told = next((u.title for u in person.units if u.title), None)
    return told or person.gender or given_gender(person.words[0])


def _is_short_of(short: tuple[str, ...], person: Person) -> bool:
    """Whether the words are the part of a fuller name that may stand for it.

    The family name comes first in "Kim Jong-un"; a given name alone is a rarer way to name. A part is made of
    whole words, hyphens being no break: "Ri" is no part of "Punggye-ri".
    """
    full = person.words
    if len(short) >= len(full):
        return False
    pieces = [tuple(fold(w) for w in words_of(piece)) for piece in person.name.split(" ")]
    if len(pieces) < 2 and pieces[0][:1] != ("al",):
        return False
    cuts = {0}
    at = 0
    for piece in pieces:
        at += len(piece)
        cuts.update((at, at - len(piece) + 1) if piece[:1] in (("al",), ("el",)) else (at,))
    begin = next((b for b in cuts if full[b : b + len(short)] == short and b + len(short) in cuts), None)
    return begin is not None


def _is_town_or_ship(person: Person) -> bool:
    """Whether the name is made as those of towns ("Tarvik-sur-Mer") or of ships ("USS Baltica")."""
    pieces = [fold(piece) for piece in person.name.split("-")]
    first = person.name.split(" ")[0]
    ship = len(first) > 2 and first.isupper() and " " in person.name
    return ship or any(piece in load_class("fr/places", "town") for piece in pieces[1:-1])


def _learn(person: Person) -> None:
    person.gender = _gender(person)
    person.person = any(u.titled for u in person.units) or (
        len(person.words) > 1 and is_given(person.words[0])
    )
    if len(person.words) == 1 and is_given(person.words[0]):
        # "Karim hausse les épaules"
        alone = [u for u in person.units if not u.after_article]
        person.person = person.person or any(u.subject and not u.placed for u in alone)
    if not person.person and len(person.words) > 1:
        # two words without an article are more often a person than not
        whole = [u for u in person.units if len(u.words) == len(person.words)]
        person.person = not any(u.after_article or u.placed for u in whole) and not _is_town_or_ship(person)
    if not person.person:
        placed = sum(u.placed for u in person.units)
        most = placed > 0 and 2 * placed >= len(person.units)
        person.place = most and not any(u.subject for u in person.units)
