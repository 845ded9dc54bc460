"""Who is at the head of which state, where the article never says it in one phrase.

"Duval a reçu Ruiz. Le président français … le président chilien": each office goes to the name that stands
most often near that state's, and no name gets two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import permutations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person, Role
from dragoman.annotate.mentions.roles import HOME, TOP, compatible, role_of
from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.origins import fits_state
from dragoman.lexicon.sides import load_sides
from dragoman.model.documents import Document

Office = tuple[str, str]
# what it weighs that the text says who holds the office
_SAID = 3.0
_BECOMES = frozenset(("être", "devenir", "rester"))
# what a name that is one of the state's weighs
_ORIGIN = 0.8


def assign_heads(
    document: Document, words: Words, units: list[Unit], people: People, phrases: list[NounPhrase]
) -> None:
    """Give the heads of state and of government that are spoken of without a name to those who may be."""
    wanted = _find_wanted(phrases, people)
    if not wanted:
        return
    scene = _Sentences(document, words, units, people, phrases)
    if not scene.is_home():
        wanted = _without_bare(wanted, people)
    free = [n for n, p in enumerate(people.persons) if p.person and p.side is None and _may_head(p)]
    most = max((scene.named[n] for n in free), default=1)
    scores: dict[tuple[int, Office], float] = {}
    for office, told in wanted.items():
        evidence = scene.weigh(told)
        ours = office[1] == HOME
        for n in free:
            person = people.persons[n]
            near = scene.near[n, office[1]]
            origin = fits_state(person.words, office[1]) if _is_state(office[1]) else 0
            if not ours and not near and evidence[n] <= 0 and origin <= 0:
                continue
            score = (
                _ORIGIN * origin
                + evidence[n] / len(told)
                + 0.5 * near / scene.named[n]
                + 0.5 * scene.named[n] / most
            )
            if any(compatible(role.group, office[0]) for role in person.roles):
                # a president without a state is ours in an article on us, elsewhere the one sought
                score += 0.5 if ours else 0.3 if scene.is_home() else 0.8
            if score > 0 and all(not p.feminine or person.gender != "m" for p in told):
                scores[n, office] = score
    assigned = _assign(scores)
    for n, office in assigned:
        bare = all(p.side is None and p.body is None for p in wanted[office])
        side = None if bare and not scene.is_home() else office[1]
        # "le président" alone is then who was called so, not "le dirigeant" of the other
        lemmas = {p.phrase.lemma for p in wanted[office]}
        others = any(o != office and o[0] == office[0] and HOME not in (o[1], office[1]) for _, o in assigned)
        lemma = lemmas.pop() if len(lemmas) == 1 and others else ""
        people.persons[n].roles.append(Role(office[0], lemma, side, "", people.persons[n].gender))


def _assign(scores: dict[tuple[int, Office], float]) -> list[tuple[int, Office]]:
    """One person for each office and one office for each person, for the highest sum where few are in play."""
    offices = list(dict.fromkeys(office for _, office in scores))
    persons = list(dict.fromkeys(n for n, _ in scores))
    if len(offices) <= 3 and len(persons) <= 6:
        seats: list[int | None] = [*persons, *[None] * len(offices)]
        best = max(
            permutations(seats, len(offices)),
            key=lambda row: sum(
                scores.get((n, o), -1.0) for n, o in zip(row, offices, strict=True) if n is not None
            ),
        )
        return [(n, o) for n, o in zip(best, offices, strict=True) if n is not None and (n, o) in scores]
    out: dict[int, Office] = {}
    for n, office in sorted(scores, key=lambda pair: -scores[pair]):
        if n not in out and office not in out.values():
            out[n] = office
    return list(out.items())


def _find_wanted(phrases: list[NounPhrase], people: People) -> dict[Office, list[NounPhrase]]:
    """The offices spoken of without a name that nobody of the article is told to hold."""
    wanted: dict[Office, list[NounPhrase]] = {}
    for phrase in [part for whole in phrases for part in (whole.parts or (whole,))]:
        if phrase.layer != "offices" or phrase.bound or phrase.plural or phrase.determiner != "def":
            continue
        role = role_of(phrase)
        if role.group not in TOP or role.former or (role.domain and not role.side):
            continue
        side = role.side
        if side is None:
            if phrase.adjectives:
                continue
            side = HOME
        held = any(
            compatible(r.group, role.group) and r.side == side and not r.former
            for p in people.persons
            for r in p.roles
        )
        if not held:
            office = "head" if role.group == "leader" else role.group
            wanted.setdefault((office, side), []).append(phrase)
    return wanted


def _without_bare(wanted: dict[Office, list[NounPhrase]], people: People) -> dict[Office, list[NounPhrase]]:
    """Those of some state: "le dirigeant" alone, unlike "le président de la République", is one of them, if any is."""
    told = {
        office: phrases
        for office, phrases in wanted.items()
        if any(p.side or p.body or len(p.phrase.words) > 1 for p in phrases)
    }
    held = any(r.group in TOP and r.side and not r.former for p in people.persons for r in p.roles)
    return told if told or held else wanted


def _may_head(person: Person) -> bool:
    """Whether nothing that the text tells of the person stands against it; "Duval-Ruiz" is two."""
    if len(person.words) == 2 and "-" in person.name and not person.roles:
        return False
    return all(role.group in TOP for role in person.roles) and len(person.words) > 0


class _Sentences:
    """Which persons and states each sentence names, and how often persons are named."""

    def __init__(
        self, document: Document, words: Words, units: list[Unit], people: People, phrases: list[NounPhrase]
    ) -> None:
        offices = [p for p in phrases if p.layer == "offices"]
        self.owned = {k for p in offices for k in range(p.noun + len(p.phrase.words), p.last + 1)}
        index = {id(p): n for n, p in enumerate(people.persons)}
        self.document, self.words = document, words
        self.persons: dict[int, list[tuple[int, int, bool]]] = {}
        self.named: Counter[int] = Counter()
        self.near: Counter[tuple[int, str]] = Counter()
        sides: dict[int, set[str]] = {}
        self.states: Counter[str] = Counter()
        for unit in units:
            token = document.tokens[words.token[unit.first]]
            if unit.form is not None:
                side = unit.form.side.side or unit.form.side.name
                sides.setdefault(token.sent, set()).add(side)
                self.states[side] += 1
                continue
            n = index[id(people.of_unit[unit.first])]
            subject = token.dep.startswith("nsubj") or document.head_of(token.i).dep.startswith("nsubj")
            self.persons.setdefault(token.sent, []).append((n, unit.first, subject))
            self.named[n] += 1
        for sentence, found in self.persons.items():
            for n in {n for n, _, _ in found}:
                for side in sides.get(sentence, ()):
                    self.near[n, side] += 1

    def _beside(self, first: int, phrase: NounPhrase) -> float:
        """What it tells that somebody is named at word `first` in the sentence of the phrase.

        He is whom a verb of being says to be that; he is none of those beside him, but may be one whom the clause that
        is reported names: "Duval viendra, a-t-on dit après un appel du président".
        """
        tokens = self.document.tokens
        name, office = tokens[self.words.token[first]], tokens[self.words.token[phrase.noun]]
        if name.dep.startswith("flat"):  # "M. Duval"
            name = self.document.head_of(name.i)
        verb = self.document.head_of(name.i)
        if (
            name.dep.startswith("nsubj")
            and (office.head == verb.i or name.head == office.i)
            and (self.document.children(office.i, "cop") or verb.lemma in _BECOMES)
        ):
            return _SAID
        said = verb.dep in ("ccomp", "parataxis") and office.i not in self.document.subtree(verb.i)
        return 0.0 if said else -1.0

    def is_home(self) -> bool:
        """Whether the article speaks of France as much as of any other state."""
        return self.states[HOME] > 0 and self.states[HOME] >= 0.5 * max(self.states.values())

    def weigh(self, told: list[NounPhrase]) -> dict[int, float]:
        """For each person, what the places of the phrases tell: who stands beside one is somebody else, who
        was the subject just before is the one."""
        out: dict[int, float] = defaultdict(float)
        for phrase in told:
            sentence = self.document.tokens[self.words.token[phrase.noun]].sent
            named = self.persons.get(sentence, ())
            for n in {n for n, _, _ in named}:
                out[n] += max(self._beside(first, phrase) for m, first, _ in named if m == n)
            for back in (1, 2):
                before = self.persons.get(sentence - back)
                if before:
                    lead = next((n for n, _, subject in before if subject), before[0][0])
                    for n in {n for n, _, _ in before}:
                        # "l'ex-collaborateur du président": who was the subject is rather the collaborator
                        out[n] += (1.0 if n == lead and phrase.noun not in self.owned else 0.3) / back
                    break
        return out


def _is_state(name: str) -> bool:
    side = load_sides().get(name)
    return side is not None and side.kind == "state"
