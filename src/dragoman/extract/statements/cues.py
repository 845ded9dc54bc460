"""The words that report speech: where each verb of saying stands and in what form.

"…", a-t-il ensuite ajouté. → Cue(entry ajouter, group "a-t-il ensuite ajouté", form "finite", clitic "il").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document, Token
from dragoman.model.spans import Span

# The inverted clitic as dispatches write it: "-t-il", "-il", " t-il", "-t-elle".
INVERTED = re.compile(r"(?:[-‑–]t[-‑–]|[-‑–]|\st[-‑–])(?P<who>ils?|elles?|on|je|nous)\b", re.IGNORECASE)
REFLEXIVE = ("se", "s'", "me", "m'", "nous", "vous")
CLITICS = ("le", "la", "l'", "les", "lui", "leur", "y", "en", "ne", "n'", *REFLEXIVE)
NEGATIVE = ("pas", "plus", "jamais", "point", "guère")
PAIRED = ("-t", "-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-on", "t", "il", "elle", "ils",
          "elles", "on", "-je")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb of the lexicon: `frames` are the shapes of content that it takes."""

    lemma: str
    cls: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """One occurrence: `anchor` is the verb that carries the content, `first`..`last` its group of tokens.

    `form`: finite, participle (`ajoutant`), past (a bare past participle: `accusé de`), infinitive.
    `clitic` is the span of an inverted subject pronoun, `negated` whether `ne … pas` bears on the verb.
    """

    entry: Entry
    anchor: int
    first: int
    last: int
    form: str
    span: Span
    clitic: Span | None = None
    negated: bool = False
    reflexive: bool = False
    passive: bool = False


@cache
def verbs() -> dict[str, dict[str, Entry]]:
    """Entries by the lemma of their anchor, then by their whole lemma (`savoir` → `faire savoir`)."""
    out: dict[str, dict[str, Entry]] = {}
    for row in load_yaml("fr/speech_verbs"):
        lemma = row["lemma"]
        entry = Entry(lemma, row["class"], frozenset(row["frames"]))
        words = re.sub(r"^(?:se |s')", "", lemma).split()
        anchor = words[-1] if words[0] in ("faire", "laisser") and words[-1].endswith("r") else words[0]
        out.setdefault(anchor, {})[lemma] = entry
    return out


def find_cues(document: Document, first: int, last: int) -> list[Cue]:
    """The cues among tokens `first`..`last` (exclusive), in text order."""
    known = verbs()
    out = []
    for i in range(first, last):
        token = document.tokens[i]
        entries = known.get(token.lemma.lower()) or known.get(_guess(token))
        if entries and (cue := _read(document, token, entries, first, last)):
            out.append(cue)
    return out


def _guess(token: Token) -> str:
    """A lemma for the forms that the lemmatizer leaves as they are (`tweeté`, `prévient`)."""
    low = token.lower
    for end, lemma in (("é", "er"), ("ée", "er"), ("és", "er"), ("ant", "er"), ("ent", "er"), ("e", "er")):
        if low.endswith(end) and low[: -len(end)] + lemma in verbs():
            return low[: -len(end)] + lemma
    return low


def _read(document: Document, token: Token, entries: dict[str, Entry], first: int, last: int) -> Cue | None:
    tokens = document.tokens
    form = _form(document, token)
    if form is None:
        return None
    # The group: clitics, auxiliary, inverted clitic and adverbs to the left of the verb.
    start, aux, clitic, reflexive, negated, passive = token.i, False, None, False, False, False
    k = token.i - 1
    steps = 0
    while k >= first and steps < 7:
        t = tokens[k]
        steps += 1
        low = t.lower
        if (
            low in PAIRED
            and k > first
            and not (low in ("il", "elle", "ils", "elles", "on") and not _after_aux(tokens, k))
        ):
            k -= 1
            continue
        if t.lemma in ("avoir", "être") and t.pos in ("AUX", "VERB") and form in ("past", "finite"):
            if t.morph.get("VerbForm") == "Part" and tokens[k - 1].lemma == "avoir":
                passive, start = True, k
            else:
                aux, start = True, k
                if t.lemma == "être":
                    passive = True
                if t.morph.get("VerbForm") == "Inf":
                    form = "infinitive"
                elif t.lower in ("ayant", "étant"):
                    form = "participle"
                elif form == "past":
                    form = "finite"
            k -= 1
            continue
        if low in CLITICS and (t.pos in ("PRON", "ADV", "PART") or low in REFLEXIVE or k == start - 1):
            if t.pos == "DET" and not aux and form == "past":
                break
            if low in REFLEXIVE:
                reflexive = True
            if low in ("ne", "n'"):
                negated = True
            start = k
            k -= 1
            continue
        if (t.pos == "ADV" or low in NEGATIVE) and (form != "finite" or aux or start == token.i):
            k -= 1
            continue
        if (
            low in ("de", "pour", "son", "sa", "leur", "côté", "part", "lui", "elle", "eux", "quant", "à")
            and form == "past"
        ):
            k -= 1
            continue
        break
    if form == "past" and not aux:
        passive = True
    head = tokens[start]
    if reflexive:
        passive = False
    entry = _choose(document, token, entries, reflexive)
    if entry is None:
        return None
    end = token.i
    finite = next(
        (tokens[j] for j in range(start, token.i + 1) if tokens[j].morph.get("VerbForm") == "Fin"), token
    )
    m = INVERTED.match(document.text, finite.end)
    if m:
        clitic = Span(m.start("who"), m.end("who"))
    elif finite.i + 1 < token.i and tokens[finite.i + 1].lower in ("il", "elle", "ils", "elles", "on"):
        clitic = tokens[finite.i + 1].span
    if clitic:
        while end + 1 < last and tokens[end + 1].end <= clitic.end:
            end += 1
    words = entry.lemma.replace("s'", "").replace("se ", "").split()
    if len(words) > 1 and words[0] in ("faire", "laisser"):
        start = min(start, _light_start(document, token, first))
    elif len(words) > 1:
        end = max(end, _phrase_end(document, token.i, words, last))
    span = Span(head.start if start == head.i else tokens[start].start, tokens[end].end)
    return Cue(
        entry, token.i, start, end, form, span, clitic, negated, reflexive, passive and form != "participle"
    )


def _after_aux(tokens: list[Token], k: int) -> bool:
    return tokens[k - 1].lemma in ("avoir", "être")


def _form(document: Document, token: Token) -> str | None:
    shape = token.morph.get("VerbForm")
    low = token.lower
    if shape == "Fin" and token.pos in ("VERB", "AUX"):
        return "finite"
    if shape == "Inf":
        return "infinitive"
    if token.pos in ("VERB", "AUX", "ADJ") and low.endswith("ant"):
        return "participle"
    if shape == "Part" or (token.pos in ("VERB", "ADJ") and low.rstrip("es").endswith(("é", "i", "u", "t"))):
        return "past"
    if token.pos == "VERB":
        return "finite"
    # The tagger takes some verbs for nouns after a quotation ("…", lance le député).
    if token.pos in ("NOUN", "ADJ", "PROPN", "ADV") and INVERTED.match(document.text, token.end):
        return "finite"
    if token.pos in ("NOUN", "ADJ", "ADP") and low[:1].islower() and token.i > 0:
        before = document.tokens[token.i - 1]
        if before.text in (",", '"', "»", "”"):
            return "finite"
    return None


def _choose(document: Document, token: Token, entries: dict[str, Entry], reflexive: bool) -> Entry | None:
    """The entry that fits: a set phrase before the plain verb, a reflexive one where the clitic is there."""
    found = None
    for lemma, entry in entries.items():
        bare = re.sub(r"^(?:se |s')", "", lemma)
        is_reflexive = bare != lemma
        words = bare.split()
        if len(words) > 1:
            if words[0] in ("faire", "laisser"):
                if _light(document, token) == words[0]:
                    return entry
            elif _phrase_end(document, token.i, words, len(document.tokens)) > token.i:
                return entry
            continue
        if is_reflexive == reflexive or (found is None and reflexive and not is_reflexive):
            found = entry
    return found


def _light(document: Document, token: Token) -> str | None:
    for k in range(token.i - 1, max(-1, token.i - 5), -1):
        t = document.tokens[k]
        if t.lemma in ("faire", "laisser") or t.lower in ("fait", "laissé"):
            return "laisser" if t.lower.startswith("lais") else "faire"
        if t.pos not in ("ADV", "PRON"):
            return None
    return None


def _light_start(document: Document, token: Token, first: int) -> int:
    k = token.i - 1
    while k > first and document.tokens[k].lemma not in ("faire", "laisser"):
        k -= 1
    start = k
    k -= 1
    while k >= first and (
        document.tokens[k].lemma in ("avoir", "être")
        or document.tokens[k].lower in CLITICS
        or document.tokens[k].lower in PAIRED
        or document.tokens[k].pos == "ADV"
    ):
        if document.tokens[k].pos != "ADV":
            start = k
        k -= 1
    return start


def _phrase_end(document: Document, i: int, words: list[str], last: int) -> int:
    """The last token of the set phrase that begins at token `i`, or `i` where it is not there."""
    k = i + 1
    want = 1
    while k < last and want < len(words) and k <= i + 6:
        t = document.tokens[k]
        if t.lower == words[want] or t.lemma == words[want]:
            want += 1
        elif want > 1 or t.pos not in ("ADV", "PRON"):
            return i
        k += 1
    return k - 1 if want == len(words) else i
