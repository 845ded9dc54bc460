"""Offices learned from where a name stands with them, and whom each office without a name refers to.

"le ministre chilien Paul Duval … le ministre" → the second phrase is Paul Duval.
"""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person, Role
from dragoman.lexicon.origins import fits_state
from dragoman.lexicon.sides import load_sides

TOP = frozenset(("head", "government", "leader"))
_SAME_DUTY = frozenset(("diplomacy", "minister", "spokesperson", "director", "lawmaker"))
# The press read here is French: an office without a state is rather one of France.
HOME = "France"
_LOOSE = frozenset(("citizen", "lawmaker", "opponent"))
_STEADY = frozenset((*TOP, "diplomacy", "minister", "spokesperson", "lawmaker", "press", "expert"))
# Offices whose holder the press hardly leaves without a name.
_NAMED = frozenset((*TOP, "minister", "diplomacy", "lawmaker", "director", "vice", "noble", "citizen"))
# how many sentences back the holder of an office may be named when somebody else is just before
_FAR = 4
# how many sentences after a title bring in whom it announces
_SOON = 4
# The offices of who leads a body that is no state.
_LEADS = frozenset((*TOP, "director", "minister", "lawmaker"))
_VAGUE = frozenset(("membership", "colleague", "kin"))


def learn_roles(phrases: list[NounPhrase]) -> None:
    """Give each bound person the role of the phrase."""
    for phrase in phrases:
        for person in phrase.bound:
            if phrase.layer != "offices":
                continue
            person.person = True
            role = role_of(phrase)
            if phrase.phrase.group == "colleague" and role.side is None:
                continue
            if role not in person.roles:
                person.roles.append(role)
            if person.gender is None:
                person.gender = role.gender


def role_of(phrase: NounPhrase) -> Role:
    """What the phrase says of its holder."""
    side = phrase.side or phrase.body
    if side is None and phrase.owner is not None:
        side = phrase.owner.side
    if side is None and not phrase.domain and phrase.phrase.group == "government":
        side = phrase.phrase.entry.get("usual")
    gender = None if phrase.plural or phrase.feminine is None else "f" if phrase.feminine else "m"
    group = phrase.phrase.group
    domain = " ".join(w for w in phrase.domain if len(w) > 2)
    if group == "minister" and "etrangeres" in domain:
        group = "diplomacy"
    if group == "diplomacy":
        domain = ""
    return Role(group, phrase.phrase.lemma, side, domain, gender, phrase.former)


def resolve_role(phrase: NounPhrase, people: People) -> Person | None:
    """The person that an office without a name refers to; None where no one of the article fits."""
    group = phrase.phrase.group
    if phrase.plural or group in _VAGUE or phrase.determiner == "poss":
        return None
    wanted = role_of(phrase)
    if phrase.determiner == "indef" and phrase.sent == 0:
        announced = _find_announced(wanted, people)
        if announced is not None:
            return announced
    most = people.most
    least = 4.0 if phrase.determiner == "indef" else 0.5
    best, found = -1.0, None
    for person in people.persons:
        if not person.person or (wanted.side and person.side and person.side != wanted.side):
            continue
        if wanted.gender and person.gender and person.gender != wanted.gender:
            continue
        score = max(
            # "un agent" is no "entraîneur", "un dissident" no "opposant"
            (
                _fit(wanted, r)
                for r in person.roles
                if phrase.determiner != "indef" or wanted.lemma == r.lemma or wanted.group in TOP
            ),
            default=-1.0,
        )
        if score <= 0 and phrase.determiner in ("def", "dem") and group != "citizen":
            score = max(score, _likely(wanted, person, phrase))
        if score <= 0:
            continue
        score += _salience(person, phrase, most)
        if score <= least:
            continue
        if person.firsts[0] > phrase.first and phrase.determiner != "indef":
            # somebody named before, rather than one to come
            score -= 1
        if score > best:
            best, found = score, person
    bare = phrase.determiner == "def" and not (wanted.side or phrase.domain or phrase.adjectives)
    if found is not None and wanted.group in TOP and bare:
        told = found.named_before(phrase.first)
        if told is None or phrase.sent - told.sent > _FAR:
            return _find_heir(wanted, phrase, people) or found
    return found


def _find_announced(wanted: Role, people: People) -> Person | None:
    """Whom a title announces by his office: "Un sénateur chilien proteste. Paul Ruiz, sénateur de Lota, a…": the one
    person of that office whom the sentences just after bring in."""
    fits = [
        p for p in people.persons
        if p.person
        and 1 <= p.units[0].sent <= _SOON
        and not (wanted.side and p.side and p.side != wanted.side)
        and not (wanted.gender and p.gender and p.gender != wanted.gender)
        and any(r.lemma == wanted.lemma and r.former == wanted.former for r in p.roles)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _find_heir(wanted: Role, phrase: NounPhrase, people: People) -> Person | None:
    """`Ruiz joue gros. … Le président`: the subject just before, where the one told to hold the office is far."""
    fits = [
        p for p in people.persons
        if p.person and not p.roles and not (wanted.gender and p.gender and p.gender != wanted.gender)
        and _just_before(p, phrase) and (before := p.named_before(phrase.first)) is not None and before.subject
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _salience(person: Person, phrase: NounPhrase, most: int) -> float:
    """How present the person is where the phrase stands: named often, named just before."""
    score = 1.5 * len(person.units) / most
    before = person.named_before(phrase.first)
    distance = phrase.first - before.first if before else 999
    return score + (1.5 if distance < 40 else 0.75 if distance < 120 else 0)


def _likely(wanted: Role, person: Person, phrase: NounPhrase) -> float:
    """How likely the office is that of somebody whose own the article does not tell."""
    if any(compatible(role.group, wanted.group) is False and role.group in _STEADY for role in person.roles):
        return -1
    if any(unit.sent == phrase.sent and unit.clause == phrase.clause for unit in person.units):
        # "L'eurodéputé a critiqué Duval": who is named beside is somebody else
        return -1
    if not person.roles and wanted.group in _NAMED and not wanted.former and _just_before(person, phrase):
        # "Anne Durand a démissionné. La ministre des Sports…": the office tells more of the one just named
        return 0.3
    elsewhere = wanted.side not in (None, person.side)
    if wanted.domain or (elsewhere and (wanted.group not in TOP or person.side or len(person.units) < 2)):
        return -1
    if person.firsts[0] > phrase.first:
        return -1
    if wanted.group in TOP:
        return 0.25 if len(person.units) > 1 else -1
    return 0.1 if wanted.group in _LOOSE and not wanted.side else -1


def _just_before(person: Person, phrase: NounPhrase) -> bool:
    """Whether the person is named in one of the two sentences before and not in the phrase's own clause."""
    before = person.named_before(phrase.first)
    if before is not None and before.sent == phrase.sent:
        return before.clause < phrase.clause
    return before is not None and 1 <= phrase.sent - before.sent <= 2


def compatible(held: str, wanted: str) -> bool:
    """Whether two classes of office may be one man's: a leader may be a head of state or of government."""
    return held == wanted or (held != wanted and {held, wanted} <= TOP and "leader" in (held, wanted))


def _fit(wanted: Role, held: Role) -> float:
    """How well an office fits one that a person holds; 0 or less where it does not."""
    duty = wanted.group == "minister" and held.group == "diplomacy" and not wanted.domain
    if _lead_one_body(wanted, held):
        return 5.0 if wanted.lemma != held.lemma else 6.0
    if not (duty or compatible(held.group, wanted.group)) or (
        wanted.side and held.side and wanted.side != held.side
    ):
        return -1
    score = 1.0 if wanted.group != held.group else 3.0 if wanted.lemma == held.lemma else 2.0
    if wanted.side and held.side == wanted.side:
        score += 3
    elif wanted.side:
        # the side of the holder is not told: possible for an office, not for a trade
        score -= 1.5
    elif held.side is None:
        # "le président" after "le président Duval", rather than another state's
        score += 1
    elif held.side == HOME and wanted.group in TOP:
        score += 1.5
    if wanted.domain and held.domain:
        if wanted.domain == held.domain:
            score += 2
        elif wanted.side is None or wanted.group in _SAME_DUTY:
            return -1
    elif wanted.domain and not wanted.side:
        if wanted.group in ("head", "leader"):
            # "le dirigeant d'un cabinet" leads no state
            return -1
        score -= 1.5
    late = 2.0 if wanted.group in TOP else 0.5
    return score - (1.5 if held.former > wanted.former else late if wanted.former > held.former else 0)


def _lead_one_body(wanted: Role, held: Role) -> bool:
    """Whether both lead one body, whatever the office's name: its *secrétaire général* is its *patron*."""
    side = load_sides().get(wanted.side or "")
    both = {wanted.group, held.group}
    return wanted.side == held.side and side is not None and side.kind != "state" and both <= _LEADS


def resolve_colleague(phrase: NounPhrase, people: People, before: Person | None) -> Person | None:
    """`son homologue russe`: who holds, on that side, the office of the person just named."""
    if phrase.phrase.lemma != "homologue" or phrase.side is None:
        return None
    offices = {role.group for role in before.roles} if before else set()
    fits = [p for p in people.persons if p.side == phrase.side and p is not before]
    if not fits:
        # nobody is told to be of that state: whoever has one of its names
        fits = [p for p in people.persons if p.person and not p.side and fits_state(p.words, phrase.side) > 0]
        return fits[0] if len(fits) == 1 and fits[0] is not before else None
    same = [p for p in fits if _shares(p, offices)]
    if same:
        return same[0]
    if not offices:
        return fits[0] if len(fits) == 1 else None
    free = [
        p for p in people.persons
        if p.person and p is not before and p.side is None and fits_state(p.words, phrase.side) > 0
        and (not p.roles or _shares(p, offices))
    ]  # fmt: skip
    last = [p for p in free if (told := p.named_before(phrase.first)) and phrase.sent - told.sent <= 2]
    return max(last or free, key=lambda p: _last_before(p, phrase), default=None)


def _last_before(person: Person, phrase: NounPhrase) -> int:
    told = person.named_before(phrase.first)
    return told.first if told is not None else -1


def _shares(person: Person, offices: set[str]) -> bool:
    """Whether the person holds one of the offices; a head of state and one of government are at one rank."""
    return any(r.group in offices or (r.group in TOP and offices & TOP) for r in person.roles)
