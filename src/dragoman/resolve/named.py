"""Whom a stretch of text names: states and bodies by any of their forms, persons whom its article knows.

"une provocation de Klow, selon M. Sotek" → Bordurie at "Klow", Bordurie at "Sotek", for whom he speaks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.lexicon.sides import fold as fold_word
from dragoman.lexicon.sides import match_form
from dragoman.model.actors import BODIES
from dragoman.model.spans import Span
from dragoman.resolve.tellings import Tellings

_WORD = re.compile(r"[^\W_]+")
Named = tuple[str, Span]


@lru_cache(maxsize=4096)
def sides_in(text: str, span: Span) -> tuple[Named, ...]:
    """The states and bodies that a stretch of text names, by name, capital or demonym."""
    tokens = [Span(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(span.of(text))]
    words = [t.of(text) for t in tokens]
    folded = [fold_word(w) for w in words]
    out, k = [], 0
    while k < len(words):
        found = match_form(words, folded, k)
        if found is None:
            k += 1
            continue
        form, n = found
        if form.side.kind in BODIES:
            out.append((form.side.name, Span(tokens[k].start, tokens[k + n - 1].end)))
        k += n
    return tuple(out)


def named_in(tellings: Tellings, article: str, span: Span) -> list[Named]:
    """The sides that a stretch of an article names, themselves or by somebody who speaks for them, in text order."""
    text, cast = tellings.text(article), tellings.cast
    out = [(cast.name(side), where) for side, where in sides_in(text, span)]
    told = span.of(text)
    for name, side in tellings.once(article, "known", _known_in).items():
        if name not in told:
            continue
        for m in re.finditer(rf"\b{re.escape(name)}\b", told):
            where = Span(span.start + m.start(), span.start + m.end())
            if not any(where.touches(other) for _, other in out):
                out.append((side, where))
    return sorted(out, key=lambda named: named[1])


def _known_in(tellings: Tellings, article: str) -> dict[str, str]:
    """The last names of those who speak or act in the article, and the names of bodies → their sides.

    None that two sides bear.
    """
    cast = tellings.cast
    names = {s.speaker for s in tellings.statements_of(article) if s.speaker}
    names |= {n for e in tellings.events_of(article) for n in (*e.actors, *e.recipients)}
    bearers: dict[str, set[str]] = {}
    for name in names:
        side, person = cast.side(name), cast.kind(name) == "person"
        if side and name[:1].isupper() and (person or cast.kind(name) in BODIES):
            bearers.setdefault(name.split()[-1] if person else name, set()).add(side)
    return {name: min(sides) for name, sides in sorted(bearers.items()) if len(sides) == 1}
