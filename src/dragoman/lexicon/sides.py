"""States and organisations by every form that names them: names, capitals, seats of power, demonyms.

"la Maison-Blanche" → Form(side=États-Unis, use="seat"); "nord-coréennes" → Form(side=Corée du Nord, use="demonym").
The tables are states.csv and organisations.csv.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.lexicon.loader import load_rows

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "’": "'", "ł": "l", "Ł": "L", "ı": "i"}
)
_WORD = re.compile(r"[^\W_]+(?:\+)?")
_ARTICLE = re.compile(r"(?:le|la|les|l)$")
# A feminine is made from the masculine by its ending; "grec/grecque" in the table tells an exception.
_FEMININES = (
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("on", "onne"),
    ("e", "e"),
    ("é", "ée"),
    ("è", "è"),
    ("", "e"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """A state, body, armed group or medium; `side` is the one it speaks for (a state is its own)."""

    name: str
    kind: str
    side: str | None
    gender: str
    plural: bool
    capital: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a side. `use`: name, capital, seat, abbreviation, demonym; gender and number are its own."""

    text: str
    side: Side
    use: str
    gender: str
    plural: bool


@dataclass(slots=True)
class Node:
    """A step of the trie over folded words; `forms` end here, best first."""

    next: dict[str, Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents: `États` → `etats`."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The words of `text`, hyphens and apostrophes being breaks: `Maison-Blanche` → (`Maison`, `Blanche`)."""
    return tuple(m.group() for m in _WORD.finditer(text))


def inflect(told: str) -> list[tuple[str, str, bool]]:
    """The four forms of a demonym as (form, gender, plural): `turc/turque` → turc, turque, turcs, turques."""
    parts = told.split("/")
    masculine = parts[0]
    if len(parts) > 1:
        feminine = parts[1]
    else:
        old, new = next((o, n) for o, n in _FEMININES if masculine.endswith(o))
        feminine = masculine[: len(masculine) - len(old)] + new
    out = [(masculine, "m", False), (feminine, "f", False)]
    out += [(w if w[-1] in "sxz" else w + "s", g, True) for w, g, _ in list(out)]
    # "chypriotes grecs", not "suds-coréens"
    out += [(w.replace("e-", "es-", 1), g, True) for w, g, plural in out if plural and "e-" in w]
    return out


def _split(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def _state_forms(row: Mapping[str, str], side: Side) -> Iterator[Form]:
    for name in [row["name"], *_split(row["long"]), *_split(row["variants"])]:
        yield Form(name, side, "name", side.gender, side.plural)
    for name in _split(row["abbreviations"]):
        yield Form(name, side, "abbreviation", side.gender, side.plural)
    for name in _split(row["capital"]):
        yield Form(name, side, "capital", "m", False)
        if name.startswith("Le "):
            yield Form(name[3:], side, "capital", "m", False)
    for name in _split(row["seats"]):
        gender = (
            "f" if name.startswith(("Maison", "Casa", "Cité", "Sublime", "Villa", "place", "chanc")) else "m"
        )
        yield Form(name, side, "seat", gender, False)
    for told in _split(row["demonyms"]):
        for text, gender, plural in inflect(told):
            yield Form(text, side, "demonym", gender, plural)


@cache
def load_sides() -> dict[str, Side]:
    """Every side by its canonical name."""
    return {form.side.name: form.side for form in load_forms()}


@cache
def load_forms() -> tuple[Form, ...]:
    """Every form of every side, the tables' order kept."""
    out: list[Form] = []
    for row in load_rows("states"):
        capital = (_split(row["capital"]) or [""])[0]
        plural = row["article"] == "les"
        side = Side(row["name"], "state", row["name"], row["gender"], plural, capital)
        out.extend(_state_forms(row, side))
    for row in load_rows("organisations"):
        side = Side(row["name"], row["kind"], row["side"] or None, row["gender"], row["article"] == "les")
        names = [row["name"], *_split(row["variants"])]
        out.extend(Form(name, side, "name", side.gender, side.plural) for name in names)
        out.extend(Form(name, side, "capital", "m", False) for name in _split(row["seats"]))
    return tuple(out)


@cache
def load_trie() -> Node:
    """The forms as a trie over folded words."""
    root = Node()
    for form in load_forms():
        node = root
        for word in words_of(form.text):
            node = node.next.setdefault(fold(word), Node())
        node.forms.append(form)
    return root


@cache
def _capitals(form: str) -> tuple[bool, ...]:
    """Which words of a form must keep their capital: all that have one, a leading article excepted."""
    words = words_of(form)
    return tuple(w[0].isupper() and not (n == 0 and _ARTICLE.match(w.lower())) for n, w in enumerate(words))


def written_as(form: Form, words: Sequence[str]) -> bool:
    """Whether the text's `words` have the capitals that the form has (`UN` is not `un`)."""
    if form.use == "demonym":
        return True
    if len(form.text) <= 4 and form.text.isupper():  # an acronym
        told, whole = "".join(words), re.sub(r"\W", "", form.text)
        return told == whole or (len(whole) == 4 and told == whole.capitalize())
    return all(w[0].isupper() for w, must in zip(words, _capitals(form.text), strict=True) if must)


def match_form(words: Sequence[str], folded: Sequence[str], k: int) -> tuple[Form, int] | None:
    """The longest form that starts at word `k`, with the number of its words; None where none does."""
    node: Node | None = load_trie()
    best: tuple[Form, int] | None = None
    n = k
    while n < len(folded) and node is not None:
        node = node.next.get(folded[n])
        n += 1
        if node is None:
            break
        for form in node.forms:
            if written_as(form, words[k:n]):
                best = form, n - k
                break
    return best


@lru_cache(maxsize=8192)
def find_side(text: str) -> Side | None:
    """The side that `text` names as a whole, its article aside; None where it names none."""
    words = words_of(text)
    for skip in (0, 1):
        if skip and not (words and _ARTICLE.match(words[0].lower())):
            break
        rest = words[skip:]
        found = match_form(rest, tuple(map(fold, rest)), 0)
        if found and found[1] == len(rest):
            return found[0].side
    return None


@lru_cache(maxsize=1024)
def find_twins(lemma: str) -> tuple[str, ...]:
    """The two states whose names begin so: "Corée" of "les deux Corées"; none for any other word."""
    found = [s.name for s in load_sides().values() if s.kind == "state" and s.name.startswith(f"{lemma} du ")]
    return tuple(found) if len(found) == 2 else ()
