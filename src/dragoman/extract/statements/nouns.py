"""Contents that a noun introduces: "sa promesse de…", "l'espoir que…", "l'idée selon laquelle…".

Le roi a renouvelé sa promesse de retirer ses troupes. → content "retirer ses troupes", cue "promesse".
"""

from __future__ import annotations

from functools import cache

from dragoman.extract.statements.drafts import Draft, draft
from dragoman.extract.statements.zones import Zone
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Token


@cache
def nouns() -> dict[str, tuple[str, frozenset[str]]]:
    """Each noun with its class and frames (que, de, à, quote)."""
    return {row["lemma"]: (row["class"], frozenset(row["frames"])) for row in load_yaml("fr/speech_nouns")}


def of_nouns(zone: Zone) -> list[Draft]:
    """The drafts that the nouns of the zone introduce."""
    known = nouns()
    out: list[Draft] = []
    for t in zone.tokens[zone.first : zone.last]:
        if t.pos != "NOUN":
            continue
        k = t.i
        found = known.get(t.lemma.lower()) or known.get(zone.lows[k])
        if found is None or zone.quote_of(k) >= 0:
            continue
        for begin, frame in _contents(zone, t, found[1]):
            for end in zone.ends(begin):
                d = draft(zone, begin, end, f"noun-{frame}", "noun", ("noun", k))
                if d is not None:
                    d.cue_span, d.lemma, d.cls, d.who = t.span, t.lemma.lower(), found[0], _owner(zone, t)
                    out.append(d)
    return out


def _contents(zone: Zone, noun: Token, frames: frozenset[str]) -> list[tuple[int, str]]:
    tokens = zone.tokens
    for j in range(noun.i + 1, min(noun.i + 12, zone.last - 1)):
        t = tokens[j]
        if zone.quote_of(j) >= 0:
            return [(j, "quote")] if "quote" in frames and j - noun.i <= 4 else []
        if t.lower in ("que", "qu'") and "que" in frames and (t.pos == "SCONJ" or j <= noun.i + 2):
            return [(j + 1, "que")]
        if t.lower in ("laquelle", "lequel", "lesquels") and tokens[j - 1].lower in ("selon", "suivant"):
            return [(j + 1, "que")]
        if t.text == ":" and "quote" in frames:
            return [(j + 1, "quote")]
        link = {"de": "de", "d'": "de", "à": "à"}.get(t.lower)
        if (
            link in frames
            and any(
                x.morph.get("VerbForm") == "Inf"
                for x in tokens[j + 1 : j + 4]
                if x.pos not in ("NOUN", "DET")
            )
            and tokens[j + 1].pos in ("VERB", "PRON", "ADV", "AUX", "PUNCT")
        ):
            return [(j + 1, "inf")]
        if t.text in (",", ";") or t.morph.get("VerbForm") == "Fin":
            return []
    return []


def _owner(zone: Zone, noun: Token) -> int | None:
    """The token that names whose words they are: "de X" after the noun, else the verb's subject."""
    for kid in zone.document.children(noun.i, "nmod"):
        if kid.pos in ("PROPN", "NOUN", "PRON") and noun.i < kid.i < noun.i + 8:
            case = zone.document.children(kid.i, "case")
            if case and case[0].lower in ("de", "du", "des", "d'"):
                return kid.i
    return None
