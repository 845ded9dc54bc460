"""The words around a phrase: what stands at a word, which mark follows, which name comes next or before.

"Oleg Sorokine, porte-parole du Kremlin," → the name before the comma is bound to the office.
"""

from __future__ import annotations

from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.people import People, Person
from dragoman.annotate.mentions.units import Unit
from dragoman.annotate.mentions.words import Words
from dragoman.lexicon.phrases import load_class, load_phrases, match_phrases
from dragoman.model.documents import Document

OF = ("de", "d", "du", "des")
TO = ("a", "au", "aux", "pour", "aupres", "sur", "en", "chez")
ARTICLES = load_class("fr/determiners", "article")
STOPS = (",", ".", ")", "\n", "", ";", ":", "»", '"')


class Ground:
    """The article's words, units and people, and the names that stand by a phrase."""

    __slots__ = ("at", "document", "people", "words")

    def __init__(self, document: Document, words: Words, units: list[Unit], people: People) -> None:
        self.document = document
        self.words = words
        self.at = {u.first: u for u in units}
        self.people = people

    def _name_ahead(self, k: int) -> bool:
        """Whether a person's name comes soon, with nothing but a noun's words before it: the office's holder."""
        words, text, tokens = self.words, self.document.text, self.document.tokens
        for n in range(k, min(k + 9, len(words.folded) - 1)):
            unit = self.at.get(n)
            if unit is not None and unit.form is None:
                before = words.folded[n - 1] if words.folded[n - 1] not in ARTICLES else words.folded[n - 2]
                if before in TO and unit.first == unit.last:
                    continue  # where he is sent: "au Tarvik, Paul Duval"
                return n > k and before not in (*OF, *TO, "et", "en", "avec", "que", "par")
            if not words.folded[n]:
                mark = text[words.start[n] : words.end[n]]
                if mark == "," and n + 1 in self.at and self.at[n + 1].form is None:
                    return self.mark_after(self.at[n + 1].last) in STOPS
                if mark not in "()":
                    return False
            elif tokens[words.token[n]].pos in ("VERB", "AUX", "PRON", "SCONJ", "ADV"):
                return False
        return False

    def _names(self, k: int) -> bool:
        """Whether a person's name begins at word `k`: what stands before it is a part of the office."""
        return k in self.at and self.at[k].form is None

    def _is_quote(self, n: int) -> bool:
        return not self.words.folded[n] and self.document.text[self.words.start[n] : self.words.end[n]] in (
            '"',
            "«",
            "“",
            "»",
            "”",
        )

    def _is_office(self, k: int) -> bool:
        return bool(match_phrases(load_phrases("fr/offices"), self.words.folded, k))

    def _token_last(self, k: int) -> int:
        words = self.words
        while words.token[k + 1] == words.token[k] and words.folded[k + 1]:
            k += 1
        return k

    def mark_after(self, k: int) -> str:
        """The character that follows word `k`."""
        end = self.words.end[k]
        return self.document.text[end : end + 1]

    def after_title(self, k: int) -> int:
        """The word after a title at word `k` and its stop ("M. Duval" → Duval); `k` where no title stands there."""
        if self.words.folded[k] not in load_class("fr/capitals", "title"):
            return k
        return k + 1 if self.words.folded[k + 1] else k + 2

    def whose_name(self, k: int) -> Person | None:
        """Whose name begins at word `k`, where nothing but a stop follows it."""
        if not self._names(k) or self.mark_after(self.at[k].last) not in STOPS:
            return None
        return self.people.of_unit[k]

    def _unit_ending(self, last: int) -> Unit | None:
        for first in range(last, max(last - 6, 0), -1):
            unit = self.at.get(first)
            if unit is not None:
                return unit if unit.last == last else None
        return None

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
        k = self._after_bracket(out.last + 1)
        if out.domain:
            k = self._after_aim(k)
        if self.is_comma(k):
            n = self._skip_office(self.after_title(self._after_clause(k) + 1))
            if words.folded[n] in ARTICLES and n + 1 in self.at and self.at[n + 1].form is not None:
                # "le président du Parlement, l'Italien Ugo Ferri"
                n = self.at[n + 1].last + 1
            unit = self.at.get(n)
            if (
                unit is not None
                and unit.form is None
                and (self.mark_after(unit.last) in STOPS or self._begins_what_says(out, unit))
            ):
                self._bind(out, self.people.of_unit[n], -1)
                return
        before = out.first - 1
        if (
            before > 1
            and not words.folded[before]
            and text[words.start[before] : words.end[before]] in (",", "(")
        ):
            # "Eva Lind", la ministre
            unit = self._unit_ending(before - (2 if self._is_quote(before - 1) else 1))
            if unit is not None and unit.form is None:
                mark = text[words.end[out.last] : words.end[out.last] + 2].strip()
                if mark[:1] in STOPS or not out.determiner:
                    self._bind(out, self.people.of_unit[unit.first], -1)

    def _begins_what_says(self, out: NounPhrase, unit: Unit) -> bool:
        """Whether the office begins the sentence and a verb follows the name: "Le président, Eva Lind a lui dit"."""
        words, tokens = self.words, self.document.tokens
        if words.folded[out.first - 1] or words.start[out.first - 1] < words.end[out.first - 1]:
            return False
        return tokens[words.token[unit.last + 1]].pos in ("AUX", "VERB") and bool(words.folded[unit.last + 1])

    def is_comma(self, k: int) -> bool:
        """Whether a comma stands at word `k`."""
        return not self.words.folded[k] and self.document.text[self.words.start[k] : self.words.end[k]] == ","

    def _after_bracket(self, k: int) -> int:
        """The word after a bracket of a few words that begins at word `k`, else `k`."""
        words, text = self.words, self.document.text
        if text[words.start[k] : words.end[k]] != "(":
            return k
        closing = (n for n in range(k + 2, min(k + 7, len(words.folded))) if not words.folded[n])
        end = next((n for n in closing if text[words.start[n] : words.end[n]] != ","), k)
        return end + 1 if text[words.start[end] : words.end[end]] == ")" else k

    def _after_clause(self, k: int) -> int:
        """The comma that ends a participle put in after the comma at word `k` (", reconnu par l'ONU,"), else `k`."""
        words, tokens = self.words, self.document.tokens
        first = tokens[words.token[k + 1]]
        if first.morph.get("VerbForm") != "Part" and not (
            first.pos == "ADJ" and first.text.endswith(("é", "ée"))
        ):
            return k
        for n in range(k + 2, min(k + 12, len(words.folded))):
            if not words.folded[n]:
                return n if self.is_comma(n) and self._names(n + 1) else k
            if tokens[words.token[n]].morph.get("VerbForm") == "Fin":
                return k
        return k

    def _after_aim(self, k: int) -> int:
        """The comma after what a body is for, at word `k` ("la Coalition contre la faim,"), else `k`."""
        words, tokens = self.words, self.document.tokens
        if words.folded[k] not in load_class("fr/determiners", "aim"):
            return k
        for n in range(k + 1, min(k + 9, len(words.folded))):
            if not words.folded[n]:
                return n if self.is_comma(n) else k
            if tokens[words.token[n]].pos in ("VERB", "AUX"):
                return k
        return k

    def _skip_office(self, n: int) -> int:
        """The word of the name that other offices lead to ("l'émir, cheikh Salim", "l'animateur et chanteur X")."""
        folded = self.words.folded
        k = n + 1 if folded[n] in ARTICLES else n
        for match in match_phrases(load_phrases("fr/offices"), folded, k):
            end = k + match.length
            if not match.plural and self._names(end):
                return end
            if not match.plural and folded[end] == "et" and (name := self._skip_office(end + 1)) != end + 1:
                return name
        return n

    def _bind_one_of(self, out: NounPhrase) -> None:
        """`Marc Blanc, un des commandants`: one who holds the office."""
        words = self.words
        first = out.first - 2
        if words.folded[out.first - 1] != "des" or first < 1 or words.folded[first] not in ("un", "une"):
            return
        offices = match_phrases(load_phrases("fr/offices"), words.folded, out.noun)
        if words.folded[first - 1] == "l":
            first -= 1
        name = self._unit_ending(first - 2) if not words.folded[first - 1] else None
        if offices and name is not None and name.form is None and self.mark_after(name.last) == ",":
            out.layer, out.phrase, out.plural, out.first = "offices", offices[0].phrase, False, first
            self._bind(out, self.people.of_unit[name.first], -1)

    def _skip_bracket(self, k: int) -> int:
        """The word after a bracket that holds an acronym only ("(LREM)") and a name follows, else `k`."""
        words, text = self.words, self.document.text
        if text[words.start[k] : words.end[k]] != "(":
            return k
        for n in (k + 2, k + 3):
            if n + 1 < len(words.folded) and text[words.start[n] : words.end[n]] == ")":
                return n + 1 if self._name_ahead(n) else k
        return k
