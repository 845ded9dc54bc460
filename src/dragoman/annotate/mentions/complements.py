"""What follows the noun of an office, an organ or a group: adjectives, demonyms, complements, a name.

"ministre" + "chilien des Finances Paul Duval" → side Chili, domain finances, bound to Paul Duval.
"""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person
from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import load_class, load_phrases, match_phrases
from dragoman.model.documents import Document, Token

_OF = ("de", "d", "du", "des")
_TO = ("a", "au", "aux", "pour", "aupres", "sur", "en", "chez")
_ARTICLES = (
    "la",
    "le",
    "l",
    "les",
    "son",
    "sa",
    "leur",
    "ses",
    "leurs",
    "un",
    "une",
    "ces",
    "cette",
    "ce",
    "propre",
    "propres",
)
_WIDE = frozenset(["minister", "adviser", "envoy", "lawmaker", "diplomacy", "director", "vice", "soldier"])
_STOPS = (",", ".", ")", "\n", "", ";", ":", "»", '"')
_LONGEST = 16


class Reader:
    """Reads one phrase on from its noun; the article's words, units and people are at hand."""

    __slots__ = ("at", "document", "people", "words")

    def __init__(self, document: Document, words: Words, units: list[Unit], people: People) -> None:
        self.document = document
        self.words = words
        self.at = {u.first: u for u in units}
        self.people = people

    def extend(self, out: NounPhrase) -> None:
        """Fill side, body, domain, `last` and the names bound to the phrase."""
        folded = self.words.folded
        k = out.last + 1
        limit = k + _LONGEST
        while k < limit:
            n = self._step(out, k) if folded[k] else self._skip_bracket(k)
            if n == k:
                break
            k = n
        if out.layer == "offices" and not out.plural and not out.bound and not out.nested:
            self._bind_over_comma(out)

    # --- one step ---------------------------------------------------------------------------------

    def _step(self, out: NounPhrase, k: int) -> int:
        """The word after what word `k` begins, or `k` where the phrase ends before it."""
        words = self.words
        unit = self.at.get(k)
        if unit is not None:
            return self._named(out, unit, k) if unit.form is None else self._formed(out, unit, k)
        word = words.folded[k]
        if word in _OF or (word in _TO and self._takes(out, k)):
            return self._complement(out, k, k)
        if word == "et" and out.adjectives and words.folded[k + 1]:
            following = self.document.tokens[words.token[k + 1]]
            if following.pos == "ADJ" and following.dep == "conj" and not words.capital[k + 1]:
                out.last = self._token_last(k + 1)
                return out.last + 1
        if word == "et" and words.folded[k + 1] in _OF and out.phrase.group in ("minister", "diplomacy"):
            return self._complement(out, k + 1, k)
        if word in load_class("fr/capitals", "title") and words.capital[k]:
            return k + 1 if k + 1 in self.at else k
        if word in ("pro", "anti") and words.start[k + 1] == words.end[k] + 1 and words.folded[k + 1]:
            out.domain.extend(words.folded[k : k + 2])
            out.last = self._token_last(k + 1)
            return out.last + 1
        token = self.document.tokens[words.token[k]]
        if self._qualifies(token, k):
            (out.domain if out.domain else out.adjectives).append(word)
        elif token.pos in ("NOUN", "PROPN", "X") and (
            self._names(k + 1) or (words.capital[k] and not self._is_office(k))
        ):
            out.domain.append(word)
        else:
            return k
        out.last = self._token_last(k)
        return out.last + 1

    def _names(self, k: int) -> bool:
        """Whether a person's name begins at word `k`: what stands before it is a part of the office."""
        return k in self.at and self.at[k].form is None

    def _skip_bracket(self, k: int) -> int:
        """The word after a bracket that holds an acronym only ("(LREM)") and a name follows, else `k`."""
        words, text = self.words, self.document.text
        if text[words.start[k] : words.end[k]] != "(":
            return k
        for n in (k + 2, k + 3):
            if n + 1 < len(words.folded) and text[words.start[n] : words.end[n]] == ")":
                return n + 1 if self._name_ahead(n) else k
        return k

    def _named(self, out: NounPhrase, unit: Unit, k: int) -> int:
        """A name that follows: it is bound to an office, it completes an organ or a group ("le camp Duval")."""
        words = self.words
        person = self.people.of_unit[k]
        gap = k - 1
        while gap > out.last and (
            not words.folded[gap] or words.folded[gap] in load_class("fr/capitals", "title")
        ):
            if words.folded[gap] == "" and self.document.text[words.start[gap] : words.end[gap]] in (
                ",",
                ";",
                ":",
            ):
                return k
            gap -= 1
        institution = words.folded[k - 1] in load_class("fr/capitals", "institution")
        if out.layer == "offices" and not out.nested and not institution:
            self._bind(out, person, unit.last)
            if out.plural:
                self._bind_coordinated(out, unit.last)
            return k
        if out.phrase.group in ("medium", "firm") and not out.plural:
            self._bind(out, person, unit.last)
            return k
        bare = out.last == out.noun + len(out.phrase.words) - 1
        if gap != out.last or (out.layer == "groups" and not bare):
            return k
        if out.layer == "organs" or out.nested:
            out.owner = out.owner or person
        out.domain.extend(unit.words)
        out.last = unit.last
        return unit.last + 1

    def _formed(self, out: NounPhrase, unit: Unit, k: int) -> int:
        """A demonym, a state or a body that follows at once ("députée LREM", "agence KCNA")."""
        form = unit.form
        assert form is not None
        if form.use == "demonym":
            if self.words.capital[k] and not self.words.capital[out.noun]:
                return k
            out.side = out.side or form.side.name
        elif form.side.kind == "state" and out.layer != "organs":
            return k
        else:
            out.body = out.body or form.side.name
            out.domain.extend(self.words.folded[k : unit.last + 1])
        out.last = unit.last
        return unit.last + 1

    def _complement(self, out: NounPhrase, k: int, back: int) -> int:
        """Read the complement whose preposition is word `k`; the next word, or `back` if it is none."""
        words = self.words
        n = k + 1
        while n not in self.at and (
            words.folded[n] in _ARTICLES
            or self._is_quote(n)
            or (words.folded[n] in _OF and words.folded[n - 1] == "aupres")
        ):
            n += 1
        if words.folded[n] in load_class("fr/capitals", "title") and words.capital[n]:
            n += 1 if words.folded[n + 1] else 2
        unit = self.at.get(n)
        if unit is not None:
            if not self._own(out, unit, n):
                return back
            out.domain.extend(words.folded[n : unit.last + 1])
            out.last = unit.last
            return unit.last + 1
        if not words.folded[n]:
            return back
        token = self.document.tokens[words.token[n]]
        if token.pos not in ("NOUN", "PROPN", "X", "ADJ", "VERB") or words.folded[n].endswith("er"):
            return back
        if (
            token.pos == "ADJ"
            and self.document.tokens[words.token[n + 1]].pos == "NOUN"
            and words.folded[n + 1]
        ):
            n += 1
            out.domain.append(words.folded[n - 1])
        if self._is_office(n):
            out.nested = out.layer == "offices"
        out.last = self._token_last(n)
        out.domain.extend(words.folded[n : out.last + 1])
        return out.last + 1

    def _is_quote(self, n: int) -> bool:
        return not self.words.folded[n] and self.document.text[self.words.start[n] : self.words.end[n]] in (
            '"',
            "«",
            "“",
        )

    def _own(self, out: NounPhrase, unit: Unit, n: int) -> bool:
        """Note whose office or organ it is; False where the unit is none that owns."""
        if unit.form is None:
            if out.owner is None and not out.domain:
                out.owner = self.people.of_unit[n]
            return True
        if unit.form.use == "demonym":
            return self.words.capital[n]
        side = unit.form.side
        if out.phrase.group == "weak":
            return False
        if side.kind == "state":
            out.side = out.side or side.name
        else:
            out.body = out.body or side.name
        return True

    def _takes(self, out: NounPhrase, k: int) -> bool:
        """Whether the office takes complements with other prepositions than *de* (`conseiller à la sécurité`)."""
        if out.layer != "offices" or out.plural:
            return False
        words = self.words
        if out.phrase.group in _WIDE:
            n = k + 1
            while words.folded[n] in (*_ARTICLES, *_OF):
                n += 1
            if words.folded[n] in load_class("fr/capitals", "domain") or (
                words.folded[k] == "pour" and out.phrase.group in ("envoy", "adviser")
            ):
                return True
            if words.folded[k] == "aupres":
                return True
        return self._name_ahead(k + 1)

    def _name_ahead(self, k: int) -> bool:
        """Whether a person's name comes soon, with nothing but a noun's words before it: the office's holder."""
        words, text, tokens = self.words, self.document.text, self.document.tokens
        for n in range(k, min(k + 9, len(words.folded) - 1)):
            unit = self.at.get(n)
            if unit is not None and unit.form is None:
                before = words.folded[n - 1]
                return n > k and before not in (*_OF, *_TO, "et", "en", "avec", "que", "par")
            if not words.folded[n]:
                mark = text[words.start[n] : words.end[n]]
                if mark == "," and n + 1 in self.at and self.at[n + 1].form is None:
                    return self._mark_after(self.at[n + 1].last) in _STOPS
                if mark not in "()":
                    return False
            elif tokens[words.token[n]].pos in ("VERB", "AUX", "PRON", "SCONJ", "ADV"):
                return False
        return False

    def _qualifies(self, token: Token, k: int) -> bool:
        """Whether the word is an adjective or a past participle of the noun."""
        if token.pos == "ADJ":
            return not (
                token.text.endswith("ant") and any(c.pos in ("NOUN", "PROPN") for c in self._kids(token))
            )
        if token.pos != "VERB" or not token.dep.startswith(("acl", "amod")):
            return False
        if token.morph.get("VerbForm") != "Part" or token.morph.get("Tense") == "Pres":
            return False
        return self.words.folded[k + 1] not in (
            "par",
            "a",
            "pour",
            "de",
            "dans",
            "en",
            "le",
            "la",
            "aux",
            "d",
        )

    def _kids(self, token: Token) -> list[Token]:
        return self.document.children(token.i)

    def _is_office(self, k: int) -> bool:
        return bool(match_phrases(load_phrases("fr/offices"), self.words.folded, k))

    def _token_last(self, k: int) -> int:
        words = self.words
        while words.token[k + 1] == words.token[k] and words.folded[k + 1]:
            k += 1
        return k

    # --- names tied to the office -----------------------------------------------------------------

    def _bind(self, out: NounPhrase, person: Person, last: int) -> None:
        if person not in out.bound:
            out.bound.append(person)
            out.name_last = last

    def _bind_coordinated(self, out: NounPhrase, last: int) -> None:
        """`les présidents Ruiz et Duval`."""
        words = self.words
        if words.folded[last + 1] != "et":
            return
        n = last + 2
        if n in self.at and self.at[n].form is not None:
            n = self.at[n].last + 1
        unit = self.at.get(n)
        if unit is not None and unit.form is None:
            self._bind(out, self.people.of_unit[n], unit.last)

    def _bind_over_comma(self, out: NounPhrase) -> None:
        """Bind the name that follows after a comma, or that stands before the phrase."""
        words, text = self.words, self.document.text
        k = out.last + 1
        if text[words.end[out.last] : words.end[out.last] + 1] == "," and not words.folded[k]:
            n = k + 1
            if words.folded[n] in load_class("fr/capitals", "title"):
                n += 1 if words.folded[n + 1] else 2
            if words.folded[n] in _ARTICLES and n + 1 in self.at and self.at[n + 1].form is not None:
                # "le président du Parlement, l'Italien Ugo Ferri"
                n = self.at[n + 1].last + 1
            unit = self.at.get(n)
            if unit is not None and unit.form is None and self._mark_after(unit.last) in _STOPS:
                self._bind(out, self.people.of_unit[n], -1)
                return
        before = out.first - 1
        if (
            before > 1
            and not words.folded[before]
            and text[words.start[before] : words.end[before]] in (",", "(")
        ):
            unit = self._unit_ending(before - 1)
            if unit is not None and unit.form is None:
                mark = text[words.end[out.last] : words.end[out.last] + 2].strip()
                if mark[:1] in _STOPS or not out.determiner:
                    self._bind(out, self.people.of_unit[unit.first], -1)

    def _mark_after(self, k: int) -> str:
        end = self.words.end[k]
        return self.document.text[end : end + 1]

    def _unit_ending(self, last: int) -> Unit | None:
        for first in range(last, max(last - 6, 0), -1):
            unit = self.at.get(first)
            if unit is not None:
                return unit if unit.last == last else None
        return None
