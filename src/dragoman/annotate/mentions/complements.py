"""What follows the noun of an office, an organ or a group: adjectives, demonyms, complements, a name.

"ministre" + "chilien des Finances Paul Duval" → side Chili, domain finances, bound to Paul Duval.
"""

from __future__ import annotations

from functools import cache

from dragoman.annotate.mentions.grounds import ARTICLES, OF, TO, Ground
from dragoman.annotate.mentions.nouns import NounPhrase
from dragoman.annotate.mentions.units import Unit, is_given
from dragoman.lexicon.loader import load_yaml
from dragoman.lexicon.phrases import load_class, load_phrases, match_phrases, singular
from dragoman.lexicon.sides import fold
from dragoman.model.documents import Token

_LONGEST = 16
# what a clause begins with after its verb
_OPENERS = ("que", "qu", "des", "du", "de", "d", "avoir", "etre")


@cache
def _spoken_forms() -> frozenset[str]:
    """The third persons of the verbs of speech in -er, which a tagger may take for adjectives: "revendique"."""
    stems = {fold(e["lemma"])[:-1] for e in load_yaml("fr/speech_verbs") if e["lemma"].endswith("er")}
    return frozenset(stems | {stem + "nt" for stem in stems})


class Reader(Ground):
    """Reads one phrase on from its noun."""

    __slots__ = ()

    def extend(self, out: NounPhrase, inside: bool = False) -> None:
        """Fill side, body, domain, `last` and the names bound to the phrase.

        `inside`: the phrase ends another's complement, which takes the name after the comma.
        """
        folded = self.words.folded
        k = out.last + 1
        limit = k + _LONGEST
        while k < limit:
            n = self._step(out, k) if folded[k] else self._skip_bracket(k)
            if n == k:
                break
            k = n
        whose = out.nested and out.determiner == "indef"
        # "un conseiller du prince, Paul Duval": the name is the prince's
        if out.layer == "offices" and not out.plural and not out.bound and not inside and not whose:
            self._bind_over_comma(out)
        elif out.plural and not out.bound:
            self._bind_one_of(out)

    def _step(self, out: NounPhrase, k: int) -> int:
        """The word after what word `k` begins, or `k` where the phrase ends before it."""
        words = self.words
        unit = self.at.get(k)
        if unit is not None:
            return self._named(out, unit, k) if unit.form is None else self._formed(out, unit, k)
        word = words.folded[k]
        if word in OF or (word in TO and self._takes(out, k)):
            return self._complement(out, k, k)
        if word == "et" and len(out.sides) == 1 and k + 1 in self.at:
            form = self.at[k + 1].form
            # "les ministres russe et chilien": one for each
            if form is not None and form.use == "demonym" and not form.plural and not words.capital[k + 1]:
                return k + 1
        if word == "et" and out.adjectives and words.folded[k + 1]:
            following = self.document.tokens[words.token[k + 1]]
            people = load_class("fr/groups", "people")
            sides = {singular(words.folded[k + 1]), singular(out.adjectives[-1])} <= people
            # "les élus républicains et démocrates", not "les ministres européens et ambassadeurs"
            if (
                (following.pos == "ADJ" or (out.plural and sides))
                and following.dep == "conj"
                and not words.capital[k + 1]
            ):
                out.last = self._token_last(k + 1)
                return out.last + 1
        if word == "et" and words.folded[k + 1] in OF and out.phrase.group in ("minister", "diplomacy"):
            return self._complement(out, k + 1, k)
        if word in load_class("fr/capitals", "title") and words.capital[k]:
            return k + 1 if k + 1 in self.at else k
        if f"{word} {words.folded[k + 1]}" in load_class("fr/determiners", "standing"):
            out.last = k + 1
            return k + 2
        if word in ("pro", "anti") and words.start[k + 1] == words.end[k] + 1 and words.folded[k + 1]:
            out.domain.extend(words.folded[k : k + 2])
            out.last = self._token_last(k + 1)
            return out.last + 1
        token = self.document.tokens[words.token[k]]
        end = self._token_last(k)
        if (
            end > k
            and not words.capital[k]
            and token.pos in ("ADJ", "NOUN", "PROPN")
            and self._names(end + 1)
        ):
            out.adjectives += words.folded[k : end + 1]  # "la députée néo-démocrate Eva Lind"
        elif self._qualifies(token, k):
            (out.domain if out.domain else out.adjectives).append(word)
        elif token.pos in ("NOUN", "PROPN", "X") and (
            self._names(k + 1)
            or (words.capital[k] and not self._is_office(k))
            or (k == out.noun + len(out.phrase.words) and self._is_trade(out, k))
        ):
            # "un expert toxicologue russe"
            out.domain.append(word)
        else:
            return k
        out.last = end
        return end + 1

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
        bare = out.last == out.noun + len(out.phrase.words) - 1
        full = len(unit.words) > 1 and is_given(unit.words[0])
        institution = (
            not bare
            and (words.folded[k - 1] in load_class("fr/capitals", "institution") or self._is_firms(out, k))
            and not full
        )
        if out.layer == "offices" and not out.nested and not institution:
            self._bind(out, person, unit.last)
            if out.plural:
                self._bind_coordinated(out, unit.last)
            return k
        if out.phrase.group in ("medium", "firm", "body") and not out.plural:
            self._bind(out, person, unit.last)
            return k
        if out.phrase.group == "weak":
            return k
        if gap == out.last and bare and out.layer == "groups" and out.plural and self._are_two(out, unit):
            self._bind(out, person, unit.last)
            self._bind_coordinated(out, unit.last)
            return k
        if gap != out.last or (out.layer == "groups" and not bare):
            return k
        if out.layer == "groups" and full:
            return k  # "il a présenté à la presse Anne Durand"
        if out.layer == "organs" or out.nested:
            out.owner = out.owner or person
        out.domain.extend(unit.words)
        out.last = unit.last
        return unit.last + 1

    def _is_firms(self, out: NounPhrase, k: int) -> bool:
        """Whether the name at word `k` is that of the firm or body in the complement: "le chef de l'ONG Baltica"."""
        for n in range(k - 1, max(out.last - 3, out.noun + len(out.phrase.words) - 1), -1):
            groups = match_phrases(load_phrases("fr/groups"), self.words.folded, n)
            if any(m.phrase.group in ("firm", "medium", "body") and not m.plural for m in groups):
                return True
        return False

    def _are_two(self, out: NounPhrase, unit: Unit) -> bool:
        """Whether two names follow a plural that is an office too: "les présidents Ruiz et Duval"."""
        offices = match_phrases(load_phrases("fr/offices"), self.words.folded, out.noun)
        if not offices or self.words.folded[unit.last + 1] != "et" or not self._names(unit.last + 2):
            return False
        out.layer, out.phrase = "offices", offices[0].phrase
        return True

    def _formed(self, out: NounPhrase, unit: Unit, k: int) -> int:
        """A demonym, a state or a body that follows at once ("députée LREM", "agence KCNA")."""
        form = unit.form
        assert form is not None
        if form.use == "demonym":
            if self.words.capital[k] and not self.words.capital[out.noun] and unit.first == unit.last:
                return k
            if not (out.domain and self._agrees_not(out, unit)):
                out.side = out.side or form.side.name
            if out.plural and not form.plural:
                out.sides.append(form.side.name)
        elif form.side.kind == "state" and out.layer != "organs":
            return k
        else:
            out.body = out.body or form.side.name
            out.domain.extend(self.words.folded[k : unit.last + 1])
        out.last = unit.last
        return unit.last + 1

    def _agrees_not(self, out: NounPhrase, unit: Unit) -> bool:
        """Whether the demonym is the complement's, by its gender: "le dirigeant de l'ONG allemande"."""
        form = unit.form
        assert form is not None
        private = self._is_firms(out, unit.first) or out.phrase.group in ("head", "leader")
        if out.layer != "offices" or out.plural or form.plural or out.feminine is None or not private:
            return False
        one = form.text.endswith("e") and form.gender == "m"  # "russe", "belge": both
        return not one and (form.gender == "f") is not out.feminine

    def _complement(self, out: NounPhrase, k: int, back: int) -> int:
        """Read the complement whose preposition is word `k`; the next word, or `back` if it is none."""
        words = self.words
        n = k + 1
        while n not in self.at and (
            words.folded[n] in ARTICLES
            or self._is_quote(n)
            or (words.folded[n] in OF and words.folded[n - 1] == "aupres")
        ):
            n += 1
        if words.folded[n] in load_class("fr/capitals", "title") and words.capital[n]:
            n += 1 if words.folded[n + 1] else 2
        unit = self.at.get(n)
        if unit is not None:
            if not self._own(out, unit, n, words.folded[k] in TO):
                return back
            out.domain.extend(words.folded[n : unit.last + 1])
            out.last = unit.last
            return unit.last + 1
        if not words.folded[n]:
            return back
        token = self.document.tokens[words.token[n]]
        if token.pos not in ("NOUN", "PROPN", "X", "ADJ", "VERB") or (
            token.pos == "VERB" and (words.folded[n].endswith("er") or token.morph.get("VerbForm") == "Inf")
        ):
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
        wholes = match_phrases(load_phrases("fr/organs", "fr/groups"), words.folded, n)
        # "le porte-parole des forces armées royales"
        out.last = self._token_last(n + wholes[0].length - 1 if wholes else n)
        out.domain.extend(words.folded[n : out.last + 1])
        return out.last + 1

    def _own(self, out: NounPhrase, unit: Unit, n: int, there: bool) -> bool:
        """Note whose office or organ it is; False where the unit is none that owns.

        `there`: the state, or an envoy's body, is where the holder is sent ("l'émissaire de l'ONU au Soudan", "son
        ambassadeur à l'ONU"), not whose he is.
        """
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
            out.side = out.side or (None if there else side.name)
        else:
            out.body = out.body or (None if there and out.phrase.group == "envoy" else side.name)
        return True

    def _takes(self, out: NounPhrase, k: int) -> bool:
        """Whether the office takes complements with other prepositions than *de* (`conseiller à la sécurité`)."""
        words = self.words
        n = k + 2 if words.folded[k + 1] in ARTICLES else k + 1
        if words.folded[n] in load_class("fr/determiners", "aired"):
            return False  # where it is said: "le député sur Twitter"
        if words.folded[k] in ("a", "au", "aux") and self._sends(out):
            # "les opposants au sommet", "une source à la présidence"
            following = self.document.tokens[words.token[k + 1]]
            return following.morph.get("VerbForm") != "Inf" and bool(words.folded[k + 1])
        if out.layer != "offices" or out.plural:
            return False
        if words.folded[k] == "pour" and out.domain and not out.nested:
            # "le procureur du tribunal spécial pour le Kosovo"
            return n in self.at and self.at[n].form is not None
        if out.phrase.group in load_class("fr/determiners", "wide"):
            n = k + 1
            while words.folded[n] in (*ARTICLES, *OF):
                n += 1
            if words.folded[n] in load_class("fr/capitals", "domain") or (
                words.folded[k] == "pour" and out.phrase.group in ("envoy", "adviser")
            ):
                return True
            if words.folded[k] == "aupres" or (words.folded[k] == "sur" and out.domain):
                return True
        return self._name_ahead(k + 1)

    def _sends(self, out: NounPhrase) -> bool:
        """Whether the noun right before takes a complement with *à*."""
        bare = out.last == out.noun + len(out.phrase.words) - 1
        return bare and fold(out.phrase.lemma) in load_class("fr/determiners", "toward")

    def _qualifies(self, token: Token, k: int) -> bool:
        """Whether the word is an adjective or a past participle of the noun."""
        folded = self.words.folded
        if token.pos == "ADJ":
            if token.text.endswith(("ant", "ants")) and folded[k + 1] in ARTICLES:
                return False  # "le conseil dirigeant la ville"
            clause = folded[k + 1] in ARTICLES or folded[k + 1] in _OPENERS
            if (clause or folded[k + 1] in TO) and folded[k] in _spoken_forms():
                return False  # "l'opposant dénonce une fraude", "l'opposition reproche à"
            infinitive = self.document.tokens[self.words.token[k + 2]].morph.get("VerbForm") == "Inf"
            if folded[k + 1] in ("de", "d") and infinitive:
                return False  # "des experts chargés de surveiller"
            return not (
                token.text.endswith("ant") and any(c.pos in ("NOUN", "PROPN") for c in self._kids(token))
            )
        if token.pos != "VERB" or not token.dep.startswith(("acl", "amod")):
            return False
        if token.morph.get("VerbForm") != "Part" or token.morph.get("Tense") == "Pres":
            return False
        if token.lemma.endswith("er") and not token.lower.rstrip("es").endswith("é"):
            return False  # "l'opposition crie au scandale"
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

    def _is_trade(self, out: NounPhrase, k: int) -> bool:
        """Whether a second trade stands right after the office: "un expert toxicologue russe"."""
        verbal = self.words.folded[k] in load_class("fr/determiners", "verbal")
        offices = match_phrases(load_phrases("fr/offices"), self.words.folded, k)
        return out.layer == "offices" and not verbal and any(m.length == 1 for m in offices)

    def _kids(self, token: Token) -> list[Token]:
        return self.document.children(token.i)
