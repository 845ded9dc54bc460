"""Contents that follow their cue: que-clause, infinitive, quotation after a colon, object with quoted words.

Le ministre a affirmé que la trêve tenait. → content "la trêve tenait", cue "a affirmé".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.extract.statements.cues import CLITICS, Cue
from dragoman.extract.statements.drafts import Draft, of_cue
from dragoman.extract.statements.grammar import words
from dragoman.extract.statements.prepositions import closes_with_source
from dragoman.extract.statements.zones import Zone

QUE = ("que", "qu'")
BEFORE_QUE = words("before_que")
LINKS = words("links")


def follow(zone: Zone, cue: Cue) -> list[Draft]:
    """The drafts whose content stands after `cue`, each in its variants; empty where no frame is there."""
    found: list[tuple[str, int]] = []
    for reader in (_clause, _colon, _infinitive, _attribute, _comme, _object):
        found.extend(reader(zone, cue))
    out: list[Draft] = []
    seen: set[tuple[int, int]] = set()
    for frame, begin in found:
        main = _main_clause(zone, cue, frame)
        ends = zone.ends(begin, _root(zone, begin))
        if main is not None and begin < ends[0] <= main:
            ends = [end for end in ends if end <= main]
        for end in ends:
            d = of_cue(zone, cue, begin, end, frame)
            if d is None or d.span in seen:
                continue
            if closes_with_source(zone, begin, end):
                continue
            if frame == "object" and not _holds_quote(zone, begin, end):
                continue
            seen.add(d.span)
            out.append(d)
    return out


def _main_clause(zone: Zone, cue: Cue, frame: str) -> int | None:
    """The comma before the main clause, after a cue that stands in a clause of its own at the sentence's head.

    "Après avoir dit que la trêve tenait, le roi est parti", "Si le roi a dit que…, il a…": the parser often hangs the
    main clause on the content, so that only its comma, opening and finite verb are asked for.
    """
    tokens = zone.tokens
    if zone.nested or not _subordinate(zone, cue):
        return None
    stated = frame == "inf"
    commas = [k for k in range(cue.last + 1, zone.last) if tokens[k].text == "," and zone.quote_of(k) < 0]
    for k, stop in pairwise([*commas, zone.last]):
        stated = stated or zone.finite(cue.last + 1, k)
        if stated and k + 1 < zone.last and tokens[k + 1].pos in ("DET", "PROPN", "PRON"):
            relative = tokens[k + 1].morph.get("PronType") == "Rel"
            if not relative and zone.finite(k + 1, stop):
                return k
    return None


def _subordinate(zone: Zone, cue: Cue) -> bool:
    """Whether the cue stands in a clause that opens the sentence and is not its main one."""
    ahead = [t for t in zone.tokens[zone.first : cue.first] if t.pos != "PUNCT"]
    if cue.form != "finite":
        return all(t.pos in ("ADP", "SCONJ", "ADV", "CCONJ") for t in ahead)
    opens = next((t.lower for t in ahead if t.pos != "CCONJ"), "")
    return opens in words("fronting") and not zone.finite(zone.first, cue.first)


def _holds_quote(zone: Zone, begin: int, end: int) -> bool:
    return any(zone.quote_of(k) >= 0 for k in range(begin, end))


def _root(zone: Zone, begin: int) -> int | None:
    """The token of the content that its other tokens hang on: the first whose governor stands before."""
    for t in zone.tokens[begin : min(begin + 12, zone.last)]:
        if not begin <= t.head < zone.last or t.head == t.i:
            if t.pos in ("PUNCT", "SCONJ", "ADP"):
                continue
            return t.i
    return None


def _below(zone: Zone, i: int, cue: Cue) -> bool:
    return any(a.i == cue.anchor for a in zone.document.ancestors(i))


def _clause(zone: Zone, cue: Cue) -> Iterator[tuple[str, int]]:
    frames = cue.entry.frames
    if not frames & {"que", "si", "pour", "à", "obj_à"}:
        return
    tokens = zone.tokens
    if "si" in frames and (asked := _question(zone, cue)) is not None:
        yield "que", asked
        return
    k, verbs = cue.last + 1, 0
    while k < min(zone.last, cue.last + 40):
        t = tokens[k]
        if zone.quote_of(k) >= 0 and not (t.pos == "PUNCT" and k + 1 < zone.last):
            if zone.lows[k] in QUE and k - cue.last <= 3:
                yield "que", k + 1
                return
            k = zone.after_quote(k)
            verbs += 1
            continue
        if t.text in (":", ";"):
            return
        if zone.lows[k] in QUE and (t.pos != "ADV" or t.dep == "mark"):
            near = k - cue.last <= 2
            goal = zone.lows[k - 1] == "pour" and "pour" in frames
            goal = goal or (zone.lows[k - 2 : k] == ["à", "ce"] and bool(frames & {"à", "obj_à"}))
            if goal and k + 1 < zone.last:
                yield "que", k + 1
                return
            if not frames & {"que", "si"}:
                return
            if (zone.lows[k - 1] in BEFORE_QUE and k - 1 > cue.last) or (
                near and cue.negated and not cue.refused
            ):
                k += 1
                continue
            if (near or verbs == 0 or _below(zone, k, cue)) and k + 1 < zone.last:
                yield "que", k + 1
            return
        verbs += t.morph.get("VerbForm") == "Fin"
        k += 1


def _question(zone: Zone, cue: Cue) -> int | None:
    """Where a question told indirectly begins: "a demandé si | la trêve tenait", "a demandé | comment…"."""
    for k in range(cue.last + 1, min(cue.last + 6, zone.last - 1)):
        low = zone.lows[k]
        if zone.quote_of(k) >= 0 or low in QUE or zone.tokens[k].text in (":", ";"):
            return None
        if low in ("si", "s'"):
            return k + 1
        if low in words("questions") or (low == "ce" and zone.lows[k + 1] in ("que", "qu'", "qui")):
            return k
    return None


def _colon(zone: Zone, cue: Cue) -> Iterator[tuple[str, int]]:
    tokens = zone.tokens
    k = cue.last + 1
    while k < zone.last and k - cue.last < 30:
        if zone.quote_of(k) >= 0:
            return
        if tokens[k].text == ":":
            if k + 1 < zone.last and (zone.quote_of(k + 1) >= 0 or "quote" in cue.entry.frames):
                yield "colon", k + 1
            return
        if tokens[k].morph.get("VerbForm") == "Fin":
            return
        k += 1


def _infinitive(zone: Zone, cue: Cue) -> Iterator[tuple[str, int]]:
    tokens = zone.tokens
    frames = cue.entry.frames
    wanted: set[str] = set()
    if frames & {"de", "obj_de"}:
        wanted.update(("de", "d'"))
    if frames & {"à", "obj_à"}:
        wanted.add("à")
    plain = bool(frames & {"inf", "que"})
    if not plain and not wanted:
        return
    inside, first = zone.inside, zone.first
    k, verbs = cue.last + 1, 0
    most = min(zone.last, cue.last + 30)
    conditional = k + 1 < zone.last and tokens[k].text == "," and zone.lows[k + 1] in words("fronting")
    # A bare infinitive stands before the first word of another phrase, or is that word.
    reach = next((j for j in range(k, most) if tokens[j].pos in ("ADP", "VERB", "AUX", "DET")), most)
    while k < most:
        t = tokens[k]
        form = t.morph.get("VerbForm")
        if plain:
            far = form == "Inf" and tokens[k - 1].pos in ("NOUN", "PROPN", "NUM", "PUNCT")
            if (k <= reach and _infinitive_at(zone, k)) or (far and _below(zone, k, cue)):
                yield "inf", k
                return
        linked = zone.lows[k] in wanted and k + 1 < zone.last and _infinitive_at(zone, k + 1)
        if linked:
            governor = tokens[t.head].head if t.head > k else t.head
            if verbs == 0 or governor == cue.anchor:
                yield "inf", k + 1
                return
        if inside[k - first] >= 0:
            k = zone.after_quote(k)
            continue
        if t.text in (":", ";"):
            return
        verbs += form == "Fin"
        if t.text == "," and conditional:
            verbs = 0  # "promet, s'il est élu, de rouvrir la route"
        k += 1


def _infinitive_at(zone: Zone, k: int) -> bool:
    """Whether an infinitive begins at token `k`, past its negation, clitics and opening mark."""
    for t in zone.tokens[k : min(k + 6, zone.last)]:
        if t.morph.get("VerbForm") == "Inf" or (t.pos == "VERB" and t.lower.endswith(("er", "oir"))):
            return True
        if t.text in (",", ":", ";") or (
            t.pos not in ("PRON", "ADV", "PUNCT", "PART") and t.lower not in CLITICS
        ):
            return False
    return False


def _attribute(zone: Zone, cue: Cue) -> Iterator[tuple[str, int]]:
    if "attr" not in cue.entry.frames:
        return
    tokens = zone.tokens
    k = past_aside(zone, cue.last + 1)
    if k >= zone.last:
        return
    if (
        zone.quote_of(k) >= 0
        or tokens[k].pos in ("ADJ", "VERB", "ADV", "ADP")
        or tokens[k].lower in ("prêt", "prête")
        or (cue.reflexive and tokens[k].pos == "NOUN")
        or (
            tokens[k].pos in ("DET", "PROPN")
            and any(
                (t.pos == "ADJ" or t.morph.get("VerbForm") == "Part")
                and t.head in (cue.anchor, k, k + 1)
                and t.dep in ("xcomp", "amod", "obj", "acl")
                for t in tokens[k + 1 : min(k + 6, zone.last)]
            )
        )
    ):
        yield "attr", k


def _comme(zone: Zone, cue: Cue) -> Iterator[tuple[str, int]]:
    if "attr_comme" not in cue.entry.frames:
        return
    tokens = zone.tokens
    for k in range(cue.last + 1, min(cue.last + 14, zone.last - 1)):
        if tokens[k].lower == "comme":
            yield "attr", k + 1
            begin = past_aside(zone, cue.last + 1)
            if begin < k and tokens[begin].pos in ("DET", "PROPN", "NOUN"):
                yield "attr", begin
            return
        if tokens[k].text in (":", ";") or tokens[k].morph.get("VerbForm") == "Fin":
            return


def past_aside(zone: Zone, k: int) -> int:
    """Past the adverbs, times and "à la presse" that stand between a cue and its content."""
    document = zone.document
    while k < zone.last and zone.quote_of(k) < 0:
        t = document.tokens[k]
        end = next((x.span.end for x in document.times if x.span.start <= t.start < x.span.end), None)
        if end is not None and not any(
            x.dep == "obj" for x in document.tokens[k : min(k + 4, zone.last)] if x.start < end
        ):
            while k < zone.last and document.tokens[k].start < end:
                k += 1
            continue
        if t.pos == "ADV" and t.lower not in ("plus", "très", "non", "pas", "trop", "moins"):
            k += 1
            continue
        if t.lower in words("days"):
            k += 1
            continue
        break
    return k


def _object(zone: Zone, cue: Cue) -> Iterator[tuple[str, int]]:
    """The object from its first word, from its preposition's complement, and from the quotation itself."""
    tokens = zone.tokens
    k = past_aside(zone, cue.last + 1)
    if k >= zone.last:
        return
    quote = next((j for j in range(k, min(zone.last, k + 40)) if zone.quote_of(j) >= 0), None)
    if quote is None or (quote > k and (tokens[quote - 1].text == ":" or zone.finite(k, quote))):
        return
    if quote == k and cue.passive and cue.form == "past":
        return  # a name: une cérémonie appelée "Le Salut aux héros"
    if zone.lows[k] in QUE or tokens[k].text in (",", ";"):
        return
    starts = [k + 1] if zone.lows[k] in LINKS and zone.quote_of(k) < 0 else [k]
    if starts[0] > k and tokens[k].pos == "DET":
        starts.append(k)  # "redoute des « pannes »"
    starts.extend(_object_starts(zone, cue, k, quote))
    starts.extend(j + 1 for j in range(max(k + 1, quote - 6), quote) if zone.lows[j] in LINKS)
    if quote > k + 1 and tokens[quote - 1].pos != "DET":
        starts.append(quote)
    for begin in dict.fromkeys(starts[:5]):
        yield "object", begin


def _object_starts(zone: Zone, cue: Cue, k: int, quote: int) -> list[int]:
    """Where an object that holds the quotation begins past a circumstance: "a promis au roi | un accord « juste »"."""
    for t in zone.document.children(cue.anchor, "obj"):
        begin = next(iter(zone.document.subtree(t.i)), t.i)
        if k < begin < quote <= t.i + 4 and zone.quote_of(begin) < 0:
            return [begin]
    tokens, begin = zone.tokens, quote
    while begin - 1 > k and tokens[begin - 1].pos in ("NOUN", "ADJ", "DET"):
        begin -= 1
        if tokens[begin].pos == "DET":
            led = tokens[begin - 1].pos == "ADP"
            return [] if led else [begin]
    return []
