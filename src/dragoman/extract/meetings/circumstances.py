"""When and where a meeting that a noun or verb names takes place: "un sommet à Hanoï jeudi" → Hanoï, that day.

In: the Document and the token. Out: an EDTF date or None; the place as named or None.
"""

from __future__ import annotations

from dragoman.model.documents import Document, Token
from dragoman.model.edtf import is_edtf
from dragoman.model.times import Time

PLACE_CASES = ("à", "en", "au", "aux", "dans", "sur", "chez")


def edtf_of(time: Time) -> str | None:
    """The day or interval that a DATE or TIME points to."""
    if time.type not in ("DATE", "TIME"):
        return None
    if time.edtf:
        return time.edtf
    value = time.value[:10] if time.value[:4].isdigit() else ""
    return value if value and is_edtf(value) else None


def scope(document: Document, token: Token) -> tuple[set[int], set[int]]:
    """Tokens of the phrase itself (no clause in it), and those of the clause that it stands in."""
    own = _plain(document, token.i)
    governor = token
    while governor.pos not in ("VERB", "AUX") and document.head_of(governor.i).i != governor.i:
        governor = document.head_of(governor.i)
    clause = _plain(document, governor.i) if governor.i != token.i else own
    return own, clause


def _plain(document: Document, i: int) -> set[int]:
    out, todo = {i}, [i]
    while todo:
        k = todo.pop()
        for kid in document.children(k):
            if kid.i in out or kid.dep in ("advcl", "ccomp", "acl:relcl", "parataxis"):
                continue
            if kid.dep == "conj" and kid.pos in ("VERB", "AUX"):
                continue
            out.add(kid.i)
            todo.append(kid.i)
    return out


def date_of(document: Document, token: Token) -> str | None:
    """A date inside the phrase, else the date of its clause where it has one alone."""
    sentence = document.sentence_of(token.i)
    times = [(t, e) for t in document.times_in(sentence.span) if (e := edtf_of(t))]
    if not times:
        return None
    own, clause = scope(document, token)

    def within(ids: set[int]) -> list[str]:
        return [
            e
            for t, e in times
            if (k := document.token_at(t.span.start)) and any(j in ids for j in range(k.i, k.i + 3))
        ]

    near = [e for t, e in times if 0 <= t.span.start - token.end <= 25]
    for found in (within(own), near[:1], within(clause)):
        if found:
            return found[0]
    return None


def place_of(document: Document, token: Token) -> str | None:
    """The name under `à, en, au, dans…` in the phrase, else in the clause."""
    own, clause = scope(document, token)
    for ids in (own, clause):
        for i in sorted(ids):
            kid = document.tokens[i]
            if kid.pos != "PROPN" or i == token.i:
                continue
            cases = {c.lower for c in document.children(i, "case")}
            if cases & set(PLACE_CASES):
                mention = document.mention_of(i)
                if mention is not None and mention.actors and not mention.place and mention.kind == "name":
                    actor = document.actors.get(mention.actors[0])
                    if actor is not None and actor.kind in ("person", "organisation", "media"):
                        continue
                if kid.lower.isdigit() or (kid.text.isupper() and any(ch.isdigit() for ch in kid.text)):
                    continue
                return _name(document, kid)
            if ids is own and "de" in cases and kid.dep == "nmod" and kid.head == token.i:
                mention = document.mention_of(i)
                if mention is not None and mention.place:
                    return _name(document, kid)
    return None


def _name(document: Document, token: Token) -> str:
    last = token
    for kid in document.children(token.i, "flat"):
        if kid.i == last.i + 1:
            last = kid
    return document.text[token.start : last.end]
