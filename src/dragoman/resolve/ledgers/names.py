"""What an agreement is called: by where or on what it was made, by its matter, by whom it joins, by its own name.

"la déclaration commune de Singapour" → "déclaration de Singapour"; "un accord intercoréen conclu en 2018" → "accord
intercoréen". "La déclaration d'Anna Kovar" are somebody's words, "l'accord de l'Église" is somebody's consent.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.actors import BODIES
from dragoman.model.spans import Span
from dragoman.resolve.cast import Cast
from dragoman.resolve.ledgers.sightings import one_of

_NAME = (
    r"\b(?P<noun>{nouns})(?: (?:{qualities}))*"
    r"(?:"
    r" (?P<link>(?:de |d['’]|du |des )(?:la |l['’]|paix de )?)"
    r"(?P<of>(?!M\.|Mm?e\b|MM\b)[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w-]+)*)"
    r"| sur (?:le |la |les |l['’])?"
    r"(?P<on>[A-ZÀ-Ý][\w-]+|climat|(?:(?!l[ea]s? |une? )[a-zà-ÿ]+ ){{1,2}}[a-zà-ÿ]+ien(?:ne)?s?\b)"
    r"| (?:de |d['’])(?P<matter>{matters})\b(?: (?P<pair>[A-ZÀ-Ý]\w+-[A-ZÀ-Ý]\w+))?"
    r"| (?:(?:{joining}) )?(?P<own>[A-ZÀ-Ý]\w+-[A-ZÀ-Ý]\w+|[A-Z]{{2,6}}\b|[A-Z]\w+ [A-Z]\w+)"
    r"| (?P<joined>{joining})\b"
    r"| (?:{made})(?: [^.;,()]{{0,30}})? à (?P<at>[A-ZÀ-Ý][\w-]+)"
    r")"
)
# No more characters than this stand before a name in what tells that one knows it, or that it was made.
BEFORE = 24
# What is called by its matter alone is one that the reader knows, or one that is made.
_KNOWN = re.compile(
    r"(?:\b(?:l|d)['’]|\b(?:le|la|du|au|cet|cette|ce|son|leur|notre) )[\"«“]?\s?$", re.IGNORECASE
)


@cache
def names() -> re.Pattern[str]:
    """The pattern of an agreement's name."""
    told = load_yaml("fr/agreements")
    kinds = ("nouns", "qualities", "matters", "joining", "made")
    return re.compile(_NAME.format(**{kind: one_of(told[kind]) for kind in kinds}))


@cache
def _made() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says, before and behind its noun, that it was made."""
    made = one_of(load_yaml("fr/agreements")["made"])
    return re.compile(rf"\b(?:{made}) (?:une? )$"), re.compile(rf"[^.;:]{{0,30}}?\b(?:{made})\b")


def name_in(text: str, noun: Span, cast: Cast) -> str | None:
    """The name that stands at `noun` of the text; None where it is no agreement's."""
    m = names().match(text, noun.start)
    if m is None:
        return None
    kind = m["noun"].lower()
    one = kind.rstrip("s")
    if m["of"]:
        whose = cast.kind(m["of"])
        told = bool(re.search(r"l['’]|la $|du |des ", m["link"]))
        if whose in ("person", "official") or (told and whose in BODIES):
            return None
        return f"{kind} {m['link']}{m['of']}"
    if m["on"]:
        return f"{one}{m[0][len(kind) : m.start('on') - m.start()]}{m['on']}"
    if m["own"]:
        return None if cast.kind(m["own"]) == "person" else f"{one} {m['own']}"
    if m["at"]:
        return f"{one} de {m['at']}"
    before, behind = _made()
    if kind != one or not (
        _KNOWN.search(text, max(0, noun.start - BEFORE), noun.start)
        or before.search(text, max(0, noun.start - BEFORE), noun.start)
        or behind.match(text, m.end())
    ):
        return None
    if m["joined"]:
        return f"{one} {m['joined']}"
    matter = next(
        e["name"] for e in load_yaml("fr/agreements")["matters"] if re.fullmatch(e["pattern"], m["matter"])
    )
    link = "d'" if matter[0] in "aeiou" else "de "
    return f"{one} {link}{matter}" + (f" {m['pair']}" if m["pair"] else "")
