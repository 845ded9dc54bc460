"""The working state of one article while its mentions are found: what is where, and who is who so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person
from dragoman.annotate.mentions.places import is_place
from dragoman.annotate.mentions.units import Unit, is_given
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.sides import Side, load_sides
from dragoman.model.actors import Actor, Mention
from dragoman.model.documents import Document
from dragoman.model.spans import Span


@dataclass(slots=True)
class Scene:
    """`mentions` by head token: the first that claims a head keeps it."""

    document: Document
    words: Words
    units: list[Unit]
    people: People
    phrases: list[NounPhrase]
    mentions: dict[int, Mention] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    described: dict[tuple[str, bool], str] = field(default_factory=dict)
    pairs: dict[int, NounPhrase] = field(default_factory=dict)
    sames: dict[int, NounPhrase] = field(default_factory=dict)
    nouns: dict[int, NounPhrase] = field(default_factory=dict)
    bodies: dict[int, NounPhrase] = field(default_factory=dict)
    called: dict[str, set[str]] = field(default_factory=dict)
    halves: dict[str, Side] = field(default_factory=dict)
    defined: dict[int, str] = field(default_factory=dict)
    phrase_at: dict[int, NounPhrase] = field(default_factory=dict)
    possessed: set[int] = field(default_factory=set)
    unit_at: dict[int, Unit] = field(default_factory=dict)
    person_of: dict[str, Person] = field(default_factory=dict)
    by_family: dict[str, Person] = field(default_factory=dict)
    states: list[tuple[int, str]] = field(default_factory=list)
    adjectives: list[tuple[int, str]] = field(default_factory=list)
    placed: list[tuple[int, str]] = field(default_factory=list)
    media: list[tuple[int, Side]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.phrase_at = {phrase.noun: phrase for phrase in self.phrases}
        self.unit_at = {unit.first: unit for unit in self.units}
        self.person_of = {person.name: person for person in self.people.persons}
        for person in self.people.persons:
            if person.person and "-" not in person.name.split(" ")[-1]:
                self.by_family.setdefault(person.words[-1], person)
            if person.person and len(person.words) > 1 and is_given(person.words[0]):
                # "Kim" of "Kim Jong-un"
                self.by_family.setdefault(person.words[0], person)
        for unit in self.units:
            if unit.form is None:
                side = self.people.of_unit[unit.first].side
                if side in load_sides() and load_sides()[side].kind == "state":
                    self.states.append((unit.first, side))
            elif unit.form.side.kind == "state":
                side = unit.form.side.name
                if self._is_place(unit):
                    self.placed.append((unit.first, side))
                    continue
                adjective = unit.form.use == "demonym" and not self.words.capital[unit.first]
                (self.adjectives if adjective else self.states).append((unit.first, side))
                if side.endswith((" du Nord", " du Sud")):
                    self.halves[side.rsplit(" ", 1)[-1].lower()] = unit.form.side
            elif unit.form.side.kind == "media":
                self.media.append((unit.first, unit.form.side))

    def _is_place(self, unit: Unit) -> bool:
        """Whether a capital is where something happens, no more."""
        if unit.form is None or unit.form.use != "capital":
            return False
        root = self.document.tokens[self.roots(unit.first, unit.last)[0]]
        return is_place(self.document, self.words, unit, root)

    def roots(self, first: int, last: int) -> list[int]:
        """The tokens of words `first`..`last` whose governor lies outside of them."""
        words, tokens = self.words, self.document.tokens
        low, high = words.token[first], words.token[last]
        out = [
            t.i
            for t in tokens[low : high + 1]
            if t.pos != "PUNCT" and (t.head == t.i or not low <= t.head <= high)
        ]
        return out or [low]

    def head_of(self, phrase: NounPhrase) -> int:
        """The token of a phrase's noun, of however many words, by which it hangs: its mention stands there."""
        return self.roots(phrase.noun, phrase.noun + len(phrase.phrase.words) - 1)[0]

    def span(self, first: int, last: int) -> Span:
        """The stretch of words `first`..`last`."""
        return Span(self.words.start[first], self.words.end[last])

    def add(
        self, head: int, span: Span, kind: str, actors: tuple[str, ...], how: str, place: bool = False
    ) -> None:
        """Add a mention unless its head has one."""
        if head not in self.mentions:
            self.mentions[head] = Mention(
                span=span, head=head, kind=kind, actors=actors, how=how, place=place
            )

    def know_side(self, side: Side) -> str:
        """The name of a side, entered among the actors."""
        if side.name not in self.actors:
            self.actors[side.name] = Actor(name=side.name, kind=side.kind, side=side.side)
        return side.name

    def know_state(self, name: str) -> str:
        """The same by name; a name that no table has is an organisation."""
        side = load_sides().get(name)
        if side is not None and name not in self.actors:
            return self.know_side(side)
        return self.know(name, "organisation", None)

    def know_person(self, person: Person) -> str:
        """The name of a person, or of a body where nothing tells a person."""
        if person.name not in self.actors:
            kind = "person" if person.person else "organisation"
            self.actors[person.name] = Actor(name=person.name, kind=kind)
        return person.name

    def tell_persons(self) -> None:
        """Give the persons among the actors their side and roles, now that all are learned."""
        for name, person in self.person_of.items():
            if name in self.actors:
                roles = dict.fromkeys(
                    f"{r.lemma} ({r.side})" if r.side else r.lemma for r in person.roles if r.lemma
                )
                self.actors[name] = replace(self.actors[name], side=person.side, roles=tuple(roles))

    def know(self, name: str, kind: str, side: str | None) -> str:
        """A name with what is known of it, entered among the actors."""
        if name not in self.actors:
            self.actors[name] = Actor(name=name, kind=kind, side=side)
        return name
