"""The lexicons of meetings, loaded once: nouns, verbs and names by lemma, and the classes of words around them.

"nouveau" → in FRESH.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman.extract.statements.forms import forms_of
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Token

NUMBERED = ("first", "second", "third", "fourth")


@cache
def nouns() -> dict[str, dict[str, Any]]:
    """Lexicon entries of meeting nouns by lemma."""
    return {e["lemma"]: e for e in load_yaml("fr/meeting_nouns")}


@cache
def verbs() -> dict[str, dict[str, Any]]:
    """Lexicon entries of meeting verbs by lemma."""
    return {e["lemma"]: e for e in load_yaml("fr/meeting_verbs")}


@cache
def _verb_forms() -> dict[str, str]:
    """Form → lemma, for words that the parse did not lemmatise."""
    return {form: lemma for lemma in verbs() for form in forms_of(lemma) if len(form) > 4}


def verb_entry(token: Token) -> dict[str, Any] | None:
    """The lexicon entry of a verb, by lemma or by form."""
    return verbs().get(token.lemma) or verbs().get(_verb_forms().get(token.lower, ""))


@cache
def names() -> re.Pattern[str]:
    """One pattern over all names; the group `nK` tells which entry."""
    entries = load_yaml("fr/meeting_names")
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(f"(?P<n{k}>{e['form']})" for k, e in enumerate(entries)) + r")(?!\w)"
    )


def name_entry(found: re.Match[str]) -> dict[str, Any]:
    """The entry of a match of `names()`."""
    k = int(str(found.lastgroup)[1:])
    entry: dict[str, Any] = load_yaml("fr/meeting_names")[k]
    return entry


def which_name(found: re.Match[str]) -> str:
    """Which gathering a match of `names()` is of: its entry, and its number where the name has one."""
    number = "".join(c for c in found.group(0) if c.isdigit())
    return f"{found.lastgroup} {number}"


@cache
def _members() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    return [(re.compile(e["form"]), e) for e in load_yaml("fr/meeting_members")["adjectives"]]


def members_of(adjective: str, kind: str) -> tuple[str, ...]:
    """Who meets in a meeting of that kind that the adjective is said of: "intercoréen" → both Koreas."""
    for form, entry in _members():
        if kind in entry.get("kinds", (kind,)) and form.fullmatch(adjective):
            return tuple(entry["members"])
    return ()


@cache
def words(kind: str) -> frozenset[str]:
    """The lemmas or forms of a class of meeting_grammar.yaml."""
    entry = load_yaml("fr/meeting_grammar")[kind]
    return frozenset(entry.get("lemmas", ())) | frozenset(entry.get("forms", ()))


@cache
def people() -> frozenset[str]:
    """The lemmas of nouns that name people: those of groups.yaml that are several, and the offices."""
    groups = [e for e in load_yaml("fr/groups") if e["class"] in ("pair", "people", "collective")]
    return frozenset(lemma for e in (*groups, *load_yaml("fr/offices")) for lemma in e["lemmas"])


@cache
def ordinals() -> dict[str, int]:
    """Form → number."""
    return {form: k + 1 for k, kind in enumerate(NUMBERED) for form in words(kind)}


def foreign(lemma: str) -> tuple[str, ...]:
    """What the noun is said of where it is no meeting."""
    return tuple(load_yaml("fr/meeting_grammar")["foreign"].get(lemma, ()))


def entry_of(token: Token) -> dict[str, Any] | None:
    """The lexicon entry of a noun, by lemma or by form (compounds keep their form)."""
    table = nouns()
    low = token.lower
    return table.get(token.lemma) or table.get(low) or table.get(low.removesuffix("s"))
