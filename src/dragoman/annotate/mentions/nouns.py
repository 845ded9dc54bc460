"""The noun of an office, an organ or a group, with its determiner.

"le nouveau ministre" → NounPhrase(layer="offices", noun at *ministre*, determiner "def").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.annotate.mentions.people import Person
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import Match, Phrase, load_class, load_phrases, match_phrases, singular
from dragoman.lexicon.sides import find_twins, fold, words_of
from dragoman.model.documents import Document


@cache
def _kind_of() -> dict[str, str]:
    """Each determiner's kind: def, indef, poss or dem."""
    kinds = ("def", "indef", "poss", "dem")
    return {word: kind for kind in kinds for word in load_class("fr/determiners", kind)}


@dataclass(slots=True)
class NounPhrase:
    """Words `first` (determiner and preposed adjectives included) to `last`; `noun` is the word of the noun.

    `layer` is offices, organs or groups; `told` is where the description begins (`haut` of `haut diplomate`).
    `side` is a state, `body` another body, `owner` a person of the complement; `bound` are the names tied to
    the phrase, up to word `name_last` where they follow it at once. `nested` tells that the complement is
    itself an office, which then takes the name ("la soeur du président Ruiz"). `sides` are the states of a
    plural that is one for each ("les ministres russe et chilien"), `parts` the phrases that it stands for.
    """

    layer: str
    phrase: Phrase
    first: int
    told: int
    noun: int
    last: int
    plural: bool
    determiner: str
    number: str = ""
    former: bool = False
    same: bool = False
    feminine: bool | None = None
    side: str | None = None
    body: str | None = None
    owner: Person | None = None
    domain: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    bound: list[Person] = field(default_factory=list)
    name_last: int = -1
    nested: bool = False
    sent: int = -1
    clause: int = 0
    sides: list[str] = field(default_factory=list)
    parts: list[NounPhrase] = field(default_factory=list)


@lru_cache(maxsize=65536)
def may_begin(folded: str) -> bool:
    """Whether a phrase may begin with this word; cheap, it is asked of every word."""
    index = load_phrases("fr/organs", "fr/offices", "fr/groups")
    return folded in index or singular(folded) in index


def begin_phrase(document: Document, words: Words, k: int) -> NounPhrase | None:
    """The phrase whose noun is at word `k`, not extended yet; None where no such noun stands there."""
    matches = match_phrases(load_phrases("fr/organs", "fr/offices", "fr/groups"), words.folded, k)
    if not words.capital[k]:
        # accents tell *retraité* from *retraite*; only a capital may go without
        accented = words.text[k].lower() != words.folded[k]
        matches = [m for m in matches if _is_accented(m.phrase.lemma) is accented]
    if not matches:
        return None
    token = document.tokens[words.token[k]]
    # the tagger takes "L'opposant" at the start of a sentence for a participle
    begins = not words.folded[k - 2] and words.capital[k - 1] and words.folded[k - 1] in ("l", "le", "la")
    # it takes "Les deux Corées" there for a verb
    begins = begins or (words.folded[k - 1] == "deux" and bool(find_twins(words.text[k].removesuffix("s"))))
    # no present participle follows an article, but "l'opposant à lui" is one
    begins = begins or (
        words.folded[k].endswith("ant")
        and words.folded[k - 1] in ("l", "le", "un", "cet", "ce")
        and words.folded[k + 1] not in ("a", "au", "aux")
    )
    if token.pos not in ("NOUN", "PROPN", "ADJ", "X") and matches[0].length == 1 and not begins:
        return None
    first, word, former, number, told = _read_determiner(words, k)
    capital = words.capital[k] and bool(words.folded[k - 1])
    best = _choose(matches, word in load_class("fr/determiners", "plural") or bool(number), number, capital)
    if best is None:
        return None
    noun_follows = document.tokens[token.head].start > token.start and token.dep == "amod"
    if token.pos == "ADJ" and best.length == 1 and (not word or noun_follows):
        return None
    plural = best.plural or word in load_class("fr/determiners", "plural") or bool(number)
    same = any(words.folded[n] in load_class("fr/determiners", "same") for n in range(first, k))
    out = NounPhrase(
        best.phrase.source.removeprefix("fr/"), best.phrase, first, told, k, k + best.length - 1, plural,
        _kind_of().get(word, ""), number, former, same, side=best.phrase.entry.get("side"), sent=token.sent,
        clause=words.clause[k],
    )  # fmt: skip
    if word in load_class("fr/determiners", "feminine"):
        out.feminine = True
    elif word in load_class("fr/determiners", "masculine"):
        out.feminine = False
    elif not _is_either(words.folded[k]):
        ends = singular(words.folded[k]).endswith(("e", "soeur"))
        out.feminine = ends and token.morph.get("Gender") == "Fem"
    return out


@lru_cache(maxsize=4096)
def _is_either(folded: str) -> bool:
    """Whether a man and a woman have the same noun ("porte-parole", "ministre"): nothing of it tells a gender."""
    one = singular(folded)
    index = load_phrases("fr/offices", "fr/groups")
    return one.endswith("e") and not one.endswith(("euse", "trice", "ere", "enne")) and one[:-1] not in index


@lru_cache(maxsize=4096)
def _is_accented(lemma: str) -> bool:
    """Whether the first word of the lemma has an accent."""
    first = words_of(lemma)[0].lower()
    return fold(first) != first


def _choose(matches: list[Match], plural: bool, number: str, capital: bool) -> Match | None:
    """An organ and an office stand in the singular, a group in the plural unless it is a collective."""
    ranked: list[tuple[int, Match]] = []
    for match in matches:
        many = plural or match.plural
        layer, group = match.phrase.source, match.phrase.group
        if capital and match.phrase.lemma in ("camp", "pays"):
            # "Camp David", "le Pays basque"
            continue
        if layer == "fr/organs":
            if group == "loose":
                continue
            if not many or match.phrase.lemma in (
                "autorités",
                "autorité",
                "armées",
                "armée",
                "forces armées",
            ):
                ranked.append((0, match))
            elif match.phrase.group == "state":
                # kept where it is one for each of two states: "les gouvernements chilien et russe"
                ranked.append((4, match))
        elif match.phrase.group == "thing":
            ranked.append((-2, match))
        elif layer == "fr/offices":
            ranked.append((3 if many else 1, match))
        elif group in (
            "pair of persons",
            "pair of people",
            "pair of states",
            "said",
            "kindred",
            "abstract",
            "neighbour",
        ):
            continue
        elif group == "pair":
            if number == "deux":
                ranked.append((-1, match))
        elif group == "institution":
            if capital and not many:
                ranked.append((-1, match))
        elif many or group in ("collective", "medium", "firm", "body"):
            ranked.append((3 if group == "firm" and many else 2, match))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def split_phrase(words: Words, phrase: NounPhrase) -> list[NounPhrase]:
    """`les ministres russe et chilien` as two phrases in the singular, one for each side."""
    if len(phrase.sides) < 2:
        return []
    source, noun, layer = phrase.phrase, phrase.noun, phrase.layer
    if layer != "organs":
        offices = match_phrases(load_phrases("fr/offices"), words.folded, noun)
        if not offices:
            return []
        source, layer = offices[0].phrase, "offices"
    return [
        NounPhrase(
            layer, source, phrase.first, phrase.told, noun, phrase.last, False, "def",
            former=phrase.former, side=side, domain=phrase.domain, sent=phrase.sent,
            clause=phrase.clause,
        )
        for side in phrase.sides
    ]  # fmt: skip


def _read_determiner(words: Words, k: int) -> tuple[int, str, bool, str, int]:
    """First word, determiner, whether a former office, the numeral, and where the description begins."""
    preposed = load_class("fr/determiners", "preposed")
    n, told, former, number = k - 1, k, False, ""
    while n > 0 and words.folded[n] in preposed:
        word = words.folded[n]
        if word in load_class("fr/determiners", "numeral"):
            number = word
        elif word in load_class("fr/determiners", "former"):
            former, told = True, n
        elif word in load_class("fr/determiners", "rank"):
            told = n
        n -= 1
    if n > 0 and words.folded[n] in _kind_of():
        # a contraction is a preposition as well: it stays outside
        first = n + 1 if words.folded[n] in ("du", "des", "au", "aux", "de", "d") else n
        return first, words.folded[n], former, number, told
    return n + 1, "", former, number, told
