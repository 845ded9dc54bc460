"""Who is who over all articles: one actor for every spelling, surnames joined only where nobody else bears them.

"Kim Jong Un" (one outlet) and "Kim Jong-un" (another) → one ResolvedActor with two names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dragoman.model.actors import BODIES, COLLECTIVE, Actor
from dragoman.model.stories import ResolvedActor
from dragoman.resolve.spellings import same_spelling, skeleton

# The letters of French without their accents, one for one; the rest is told by Unicode, where there is any.
_PLAIN = str.maketrans("àâäáãçéèêëíîïìñóôöòõúùûüÿ’", "aaaaaceeeeiiiinooooouuuuy'")
_SIGNS = re.compile(r"\W+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without accents, case and punctuation: "Kim Jong-un" → "kim jong un"."""
    plain = name.casefold()
    if not plain.isascii() and not (plain := plain.translate(_PLAIN)).isascii():
        plain = unicodedata.normalize("NFKD", name).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    if plain.replace(" ", "").isalnum():  # most names; then only the spaces may be too many
        return " ".join(plain.split())
    return _SIGNS.sub(" ", plain).strip()


# How an article presents somebody: name, kind, side; and how many articles do so.
Presented = tuple[str, str, str | None]
Counts = Mapping[Presented, int]


class Naming(NamedTuple):
    """Who stands behind a name: the record's `name`, what it is, the record's name of the side it speaks for."""

    name: str
    kind: str
    side: str | None


class Cast:
    """The actors of a set of articles; `name` maps what an article calls somebody to the record's name."""

    def __init__(
        self,
        told: Iterable[tuple[str, Actor]],
        binds: Iterable[tuple[str, str]] = (),
        same: Iterable[tuple[str, str]] = (),
        apart: Iterable[tuple[str, str]] = (),
        *,
        counts: Counts | None = None,
    ) -> None:
        """`told` are pairs of article id and actor; `counts` says the same in short, where no actors are asked for.

        `binds` are pairs of a speaker and the side that the words bound: a side where no article tells one.
        `same` and `apart` are pairs of names that a person judged to be one actor or two.
        """
        self._told = tuple(told)
        if counts is None:
            counts = Counter((a.name, a.kind, a.side) for _, a in self._told)
        full: dict[str, dict[Presented, int]] = {}
        for presented, n in counts.items():
            full.setdefault(fold(presented[0]), {})[presented] = n
        self._key = {key: key for key in sorted(full)}
        most = {key: _most(members) for key, members in full.items()}
        self._join_titled(most)
        self._join_spellings(full, most)
        self._join_surnames(full)
        for a, b in same:
            if fold(a) in full and fold(b) in full:
                self._key[self._last(fold(a))] = self._last(fold(b))
        for a, b in apart:
            x, y = fold(a), fold(b)
            if x in full and y in full and self._last(x) == self._last(y):
                rarer = x if self._last(x) != x else y
                self._key[rarer] = rarer
        for key, above in self._key.items():
            if above != key:
                self._key[key] = self._last(above)
        self._sides: dict[str, str] = {}
        self._names: dict[str, str] = {}
        groups: dict[str, list[Counts]] = defaultdict(list)
        for key, members in full.items():
            groups[self._key[key]].append(members)
        self._actors = {key: _resolve(_together(told)) for key, told in groups.items()}
        self._bind(binds)

    def _last(self, key: str) -> str:
        """The key that stands for a key so far."""
        while self._key[key] != key:
            key = self._key[key]
        return key

    def _bind(self, binds: Iterable[tuple[str, str]]) -> None:
        """Who spoke for one state or body, and only for that one, is of its side."""
        bound: dict[str, set[str]] = defaultdict(set)
        for speaker, party in binds:
            key = self._key.get(fold(speaker), "")
            actor, side = self._actors.get(key), self._actors.get(self._key.get(fold(party), ""))
            if actor and side and not actor.side and actor.kind not in COLLECTIVE and side.kind in BODIES:
                bound[key].add(side.name)
        for key, sides in bound.items():
            if len(sides) == 1:
                self._actors[key] = self._actors[key]._replace(side=next(iter(sides)))

    def _join_titled(self, most: Mapping[str, Presented]) -> None:
        """ "chef de l'État Anna Kovar" joins Anna Kovar; "alliés d'Anna Kovar" are others."""
        for key, (told, _, _) in most.items():
            if not told[:1].islower():
                continue
            words = key.split()
            for n in range(1, len(words) - 1):
                if words[n - 1] in ("de", "d", "du", "des"):
                    continue
                name = " ".join(words[n:])
                if name in most and most[name][1] == "person" and most[name][0][:1].isupper():
                    self._key[key] = name
                    break

    def _join_spellings(self, full: Mapping[str, Counts], most: Mapping[str, Presented]) -> None:
        """Transliterations of one person's full name join the spelling that most articles use."""
        alike: dict[str, list[str]] = defaultdict(list)
        for key, (_, kind, _) in most.items():
            if kind == "person" and " " in key and self._key[key] == key:
                alike[skeleton(key)].append(key)
        for keys in alike.values():
            if len(keys) == 1:
                continue
            ordered = sorted(keys, key=lambda k: (-sum(full[k].values()), k))
            for n, key in enumerate(ordered):
                first = next((k for k in ordered[:n] if same_spelling(k, key)), None)
                if first is not None and _may_be_one(full[first], full[key]):
                    self._key[key] = self._key[first]

    def _join_surnames(self, full: Mapping[str, Counts]) -> None:
        """A person known by one word joins the only person whose full name holds that word at either end."""
        ends: dict[str, set[str]] = defaultdict(set)
        for key, members in full.items():
            words = key.split()
            if self._key[key] == key and len(words) > 1 and any(kind == "person" for _, kind, _ in members):
                ends[words[0]].add(key)
                ends[words[-1]].add(key)
        for key, members in full.items():
            if " " in key or not all(kind == "person" for _, kind, _ in members):
                continue
            sides = _sides(members)
            bearers = [b for b in ends.get(key, ()) if not sides or sides & (_sides(full[b]) or sides)]
            if len(bearers) == 1:
                self._key[key] = bearers[0]

    def name(self, told: str) -> str:
        """The record's name of an actor; the name itself where no article presents it."""
        if told not in self._names:
            key = fold(told)
            actor = self._actors.get(self._key.get(key, key))
            self._names[told] = actor.name if actor else told
        return self._names[told]

    def names(self, told: Iterable[str]) -> tuple[str, ...]:
        """The record's names, each once, in the order told."""
        return tuple(dict.fromkeys(self.name(t) for t in told))

    def kind(self, told: str) -> str | None:
        """The actor's kind, None where no article presents it."""
        key = fold(told)
        actor = self._actors.get(self._key.get(key, key))
        return actor.kind if actor else None

    def side(self, told: str | None) -> str | None:
        """The side an actor speaks for: a state is its own side, somebody without one stands for themselves."""
        if told is None:
            return None
        if told not in self._sides:
            key = fold(told)
            actor = self._actors.get(self._key.get(key, key))
            if actor is None or actor.kind in COLLECTIVE or not actor.side:
                self._sides[told] = actor.name if actor else told
            else:
                self._sides[told] = self.name(actor.side)
        return self._sides[told]

    def sides(self, told: Iterable[str]) -> frozenset[str]:
        """The sides of several actors."""
        return frozenset(s for t in told if (s := self.side(t)))

    def namings(self) -> dict[str, Naming]:
        """Who stands behind each folded name that articles present."""
        told = {
            key: a._replace(side=self.name(a.side) if a.side and a.kind not in COLLECTIVE else a.name)
            for key, a in self._actors.items()
        }
        return {key: told[own] for key, own in self._key.items()}

    def actors(self, told: Iterable[tuple[str, Actor]] | None = None) -> tuple[ResolvedActor, ...]:
        """Everybody whom the pairs of article id and actor present, those most written about first."""
        groups: dict[str, list[tuple[str, Actor]]] = defaultdict(list)
        for article, actor in self._told if told is None else told:
            groups[self._key[fold(actor.name)]].append((article, actor))
        found = [self._present(key, members) for key, members in groups.items()]
        return tuple(sorted(found, key=lambda a: (-len(a.articles), a.name)))

    def _present(self, key: str, members: list[tuple[str, Actor]]) -> ResolvedActor:
        naming = self._actors[key]
        members.sort(key=lambda row: (row[0], row[1].name))
        return ResolvedActor(
            name=naming.name,
            kind=naming.kind,
            side=naming.side,
            roles=tuple(dict.fromkeys(r for _, a in members for r in a.roles)),
            aliases=tuple(sorted({a.name for _, a in members} - {naming.name})),
            articles=tuple(sorted({article for article, _ in members})),
        )


def _together(told: list[Counts]) -> Counts:
    """The presentations of names behind which one actor stands."""
    return told[0] if len(told) == 1 else {p: n for members in told for p, n in members.items()}


def _most(members: Counts) -> Presented:
    """How most articles present somebody."""
    if len(members) == 1:
        return next(iter(members))
    return min(members, key=lambda p: (-members[p], p[0], p[1], p[2] or ""))


def _sides(members: Counts) -> set[str]:
    return {fold(side) for _, _, side in members if side}


def _may_be_one(a: Counts, b: Counts) -> bool:
    """Whether no article has them speak for two sides."""
    x, y = _sides(a), _sides(b)
    return not x or not y or bool(x & y)


def _resolve(members: Counts) -> Naming:
    if len(members) == 1:
        return Naming._make(next(iter(members)))
    spellings, kinds, sides = Counter[str](), Counter[str](), Counter[str]()
    for (name, kind, side), n in members.items():
        spellings[name] += n
        kinds[kind] += n
        if side:
            sides[side] += n
    # the spelling most articles use, of the fullest form that is met; ties by the alphabet
    proper = {n: k for n, k in spellings.items() if not n[:1].islower()} or spellings
    words = {n: len(fold(n).split()) for n in proper}
    fullest = max(words.values())
    return Naming(
        name=min((n for n in proper if words[n] == fullest), key=lambda n: (-proper[n], n)),
        kind=min(kinds, key=lambda k: (-kinds[k], k)),
        side=min(sides, key=lambda s: (-sides[s], s)) if sides else None,
    )
