"""Offices learned from where a name stands with them, and whom each office without a name refers to.

"le ministre chilien Paul Duval … le ministre" → the second phrase is Paul Duval.
"""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person, Role

_TOP = frozenset(("head", "government", "leader"))
_SAME_DUTY = frozenset(("diplomacy", "minister", "spokesperson", "director", "lawmaker"))
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
            person.roles.append(role)
            if person.gender is None:
                person.gender = role.gender


def role_of(phrase: NounPhrase) -> Role:
    """What the phrase says of its holder."""
    side = phrase.side or phrase.body
    if side is None and phrase.owner is not None:
        side = phrase.owner.side
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
    best: tuple[float, int] | None = None
    found = None
    for person in people.persons:
        score = max((_fit(wanted, role) for role in person.roles), default=-1.0)
        if wanted.side and person.side and person.side != wanted.side:
            continue
        if score <= (4 if phrase.determiner == "indef" else 0):
            continue
        before = [u.first for u in person.units if u.first < phrase.first]
        nearness = before[-1] if before else -(person.units[0].first)
        if best is None or (score, nearness) > best:
            best, found = (score, nearness), person
    if found is None and phrase.determiner in ("def", "dem") and group in (*_TOP, "citizen"):
        return _spoken_of(phrase, wanted, people)
    return found


def _spoken_of(phrase: NounPhrase, wanted: Role, people: People) -> Person | None:
    """Who the text speaks of most, among those whose office it does not tell: `le chef de l'État` alone."""
    if wanted.domain and wanted.group != "government":
        return None
    fits = [
        p
        for p in people.persons
        if p.person
        and not any(r.group in _TOP for r in p.roles)
        and (p.side is None or p.side == wanted.side)
        and not (wanted.gender and p.gender and wanted.gender != p.gender)
        and len(p.units) > 1
        and p.units[0].first < phrase.first
    ]
    if wanted.side is None or len(fits) == 1:
        return max(fits, key=lambda p: len(p.units), default=None)
    return None


def _fit(wanted: Role, held: Role) -> float:
    """How well an office fits one that a person holds; 0 or less where it does not."""
    if wanted.gender and held.gender and wanted.gender != held.gender:
        return -1
    if wanted.side and held.side and wanted.side != held.side:
        return -1
    if wanted.lemma == held.lemma:
        score = 3.0
    elif wanted.group == held.group:
        score = 2.0
    elif {wanted.group, held.group} <= _TOP:
        score = 1.0
    else:
        return -1
    if wanted.side and held.side == wanted.side:
        score += 3
    elif wanted.side:
        # the side of the holder is not told: possible for an office, not for a trade
        score -= 1.5
    elif held.side is None:
        # "le président" after "le président Duval", rather than another state's
        score += 1
    if wanted.domain and held.domain:
        if wanted.domain == held.domain:
            score += 2
        elif wanted.side is None or wanted.group in _SAME_DUTY:
            return -1
    elif wanted.domain and not wanted.side:
        score -= 1.5
    return score - (0.5 if wanted.former != held.former else 0)


def resolve_colleague(phrase: NounPhrase, people: People, before: Person | None) -> Person | None:
    """`son homologue russe`: who holds, on that side, the office of the person just named."""
    if phrase.phrase.lemma != "homologue" or phrase.side is None:
        return None
    offices = {role.group for role in before.roles} if before else set()
    fits = [p for p in people.persons if p.side == phrase.side and p is not before]
    same = [
        p for p in fits if any(r.group in offices or (r.group in _TOP and offices & _TOP) for r in p.roles)
    ]
    if same:
        return same[0]
    return fits[0] if len(fits) == 1 and not offices else None
