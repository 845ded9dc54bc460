"""Contents that follow their cue: que-clause, infinitive, quotation after a colon, object with quoted words.

Le ministre a affirmé que la trêve tenait. → content "la trêve tenait", cue "a affirmé".
"""

from __future__ import annotations

from dragoman.extract.statements.contents import Zone, clause_end, trim
from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.drafts import Draft
from dragoman.model.documents import Token

QUE = ("que", "qu'")
INFINITIVE = {"de": ("de", "d'"), "à": ("à",)}


def follow(zone: Zone, cue: Cue, cues: dict[int, Cue]) -> list[Draft]:
    """The drafts whose content stands after `cue`; empty where none of its frames is there."""
    for reader in (_clause, _colon, _infinitive, _attribute, _object):
        if draft := reader(zone, cue, cues):
            return [draft]
    return []


def _draft(zone: Zone, cue: Cue, begin: int, end: int, rule: str) -> Draft | None:
    tokens = zone.document.tokens
    if end <= begin:
        return None
    span = trim(zone.document.text, tokens[begin].start, tokens[end - 1].end)
    if span.end - span.start < 2:
        return None
    return Draft(span, f"{rule}/{cue.entry.lemma}", "subject", cue, cue.span, cue.entry.lemma, cue.entry.cls,
                 sentence=zone.sentence)  # fmt: skip


def _below(zone: Zone, token: Token, cue: Cue) -> bool:
    return any(a.i == cue.anchor for a in zone.document.ancestors(token.i))


def _clause(zone: Zone, cue: Cue, cues: dict[int, Cue]) -> Draft | None:
    if "que" not in cue.entry.frames:
        return None
    tokens = zone.document.tokens
    k = cue.last + 1
    limit = min(zone.last, cue.last + 30)
    verbs = 0
    while k < limit:
        t = tokens[k]
        if zone.quote_of(k) >= 0:
            k = zone.after_quote(k)
            verbs += 1
            continue
        if t.text in (":", ";"):
            return None
        if t.lower in QUE and t.pos != "ADV":
            near = k - cue.last <= 2
            under = _below(zone, t, cue)
            if near or under or (verbs == 0 and k - cue.last < 12 and t.pos == "SCONJ"):
                if k + 1 >= zone.last:
                    return None
                return _draft(zone, cue, k + 1, clause_end(zone, k + 1, cue, cues), "que")
            return None
        if t.morph.get("VerbForm") == "Fin" and t.i not in range(cue.first, cue.last + 1):
            verbs += 1
        k += 1
    return None


def _colon(zone: Zone, cue: Cue, cues: dict[int, Cue]) -> Draft | None:
    del cues  # what follows a colon runs to the end
    tokens = zone.document.tokens
    k = cue.last + 1
    while k < zone.last and k - cue.last < 25:
        if zone.quote_of(k) >= 0:
            return None
        if tokens[k].text == ":":
            break
        if tokens[k].morph.get("VerbForm") == "Fin":
            return None
        k += 1
    else:
        return None
    if k + 1 >= zone.last or k >= zone.last:
        return None
    begin = k + 1
    if zone.quote_of(begin) >= 0:
        end = zone.after_quote(begin)
        return _draft(zone, cue, begin, end, "colon")
    if "quote" not in cue.entry.frames:
        return None
    return _draft(zone, cue, begin, zone.last, "colon")


def _infinitive(zone: Zone, cue: Cue, cues: dict[int, Cue]) -> Draft | None:
    tokens = zone.document.tokens
    frames = cue.entry.frames
    wanted: set[str] = set()
    if frames & {"de", "obj_de"}:
        wanted.update(INFINITIVE["de"])
    if frames & {"à", "obj_à"}:
        wanted.update(INFINITIVE["à"])
    k = cue.last + 1
    limit = min(zone.last, cue.last + 25)
    while k < limit:
        t = tokens[k]
        if (
            zone.quote_of(k) >= 0
            and k > cue.last + 1
            and zone.quote_of(k - 1) < 0
            and tokens[k - 1].lower not in wanted
        ):
            return None
        if "inf" in frames and k <= cue.last + 4 and _infinitive_at(zone, k) and tokens[k - 1].pos != "ADP":
            return _draft(zone, cue, k, clause_end(zone, k, cue, cues), "inf")
        if t.lower in wanted and k + 1 < zone.last and _infinitive_at(zone, k + 1):
            if k <= cue.last + 3 or _below(zone, t, cue):
                return _draft(zone, cue, k + 1, clause_end(zone, k + 1, cue, cues), "inf")
        if t.text in (":", ";") or (t.morph.get("VerbForm") == "Fin" and not _below(zone, t, cue)):
            return None
        k += 1
    return None


def _infinitive_at(zone: Zone, k: int) -> bool:
    """Whether an infinitive begins at token `k`, past its negation and clitics."""
    tokens = zone.document.tokens
    for t in tokens[k : min(k + 5, zone.last)]:
        if t.morph.get("VerbForm") == "Inf":
            return True
        if t.pos not in ("PRON", "ADV", "PUNCT", "PART"):
            return False
    return False


def _attribute(zone: Zone, cue: Cue, cues: dict[int, Cue]) -> Draft | None:
    if "attr" not in cue.entry.frames:
        return None
    tokens = zone.document.tokens
    k = _skip(zone, cue.last + 1)
    if k >= zone.last:
        return None
    t = tokens[k]
    quoted = zone.quote_of(k) >= 0
    if not quoted and t.pos not in ("ADJ", "VERB", "ADV"):
        return None
    end = clause_end(zone, k, cue, cues, brief=True)
    draft = _draft(zone, cue, k, end, "attr")
    if draft is None or (not zone.fragments(draft.span) and not any(
        tokens[j].lower in ("à", "de", "d'", "que", "qu'") for j in range(k, min(k + 3, end))
    )):  # fmt: skip
        return None
    return draft


def _skip(zone: Zone, k: int) -> int:
    """Past the adverbs and times that stand between a cue and its object."""
    document = zone.document
    times = {t.span.start: t.span.end for t in document.times}
    while k < zone.last and zone.quote_of(k) < 0:
        t = document.tokens[k]
        if t.start in times:
            end = times[t.start]
            while k < zone.last and document.tokens[k].start < end:
                k += 1
            continue
        if t.pos == "ADV" and t.lower not in ("plus", "très", "non", "pas"):
            k += 1
            continue
        break
    return k


def _object(zone: Zone, cue: Cue, cues: dict[int, Cue]) -> Draft | None:
    if not cue.entry.frames & {
        "object",
        "attr",
        "attr_de",
        "attr_comme",
        "quote",
        "obj_de",
        "sur",
        "contre",
        "pour",
    }:
        return None
    tokens = zone.document.tokens
    k = _skip(zone, cue.last + 1)
    if k >= zone.last:
        return None
    end = clause_end(zone, k, cue, cues, brief=True)
    first_quote = next((j for j in range(k, end) if zone.quote_of(j) >= 0), None)
    if first_quote is None:
        return None
    gap = list(tokens[k:first_quote])
    if any(t.text in (",", ":", ";") or t.lower in ("qui", "dont", "où") for t in gap):
        return None
    if any(t.morph.get("VerbForm") == "Fin" for t in gap):
        return None
    if tokens[k].lower in ("de", "d'", "à", "sur", "contre", "pour", "du", "au") and k + 1 < end:
        k += 1
    return _draft(zone, cue, k, end, "object")
