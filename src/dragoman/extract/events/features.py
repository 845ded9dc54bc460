"""What a candidate word looks like to the learned model: one string per observation.

"Pyongyang a rejeté l'offre": rejeté → ["l=rejeter", "e=REJECT", "k=obj/offre", "t=PartPastInd", …].
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.dates import Dates
from dragoman.extract.events.roles import in_passive
from dragoman.extract.events.triggers import Trigger, is_reflexive
from dragoman.extract.syntax import is_negated, subject_of
from dragoman.model.documents import Document, Token

CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "AUX")


class Observer:
    """Observes the candidates of one article; `fired` are the lexicon's triggers by their head."""

    def __init__(self, document: Document, accounts: Accounts, fired: Mapping[int, Trigger]) -> None:
        self.document, self.accounts, self.fired = document, accounts, fired
        self.dates = Dates(document)
        self.size = max(1, len(document.tokens))
        self.seen: Counter[str] = Counter()
        self.people = Counter(document.tokens[m.head].sent for m in document.mentions if m.actors)
        self._tenses: dict[int, str] = {}
        self._negated: dict[int, bool] = {}

    def observe(self, trigger: Trigger) -> list[str]:
        """The observations on one candidate; candidates come in text order."""
        document = self.document
        token = document.tokens[trigger.head]
        lemma = trigger.entries[0].lemma if trigger.entries else token.lemma.lower()
        kind = trigger.entries[0].type if trigger.entries else "none"
        out = ["bias", f"l={lemma}", f"lp={lemma}/{trigger.pos}", f"p={trigger.pos}", f"d={token.dep}/{kind}"]
        self._lexicon(out, trigger)
        self._governor(out, token, lemma, kind)
        self._dependents(out, token, trigger, lemma, kind)
        if trigger.pos == "noun":
            self._determiner(out, token, kind)
        else:
            self._inflection(out, token, lemma, kind)
        self._neighbours(out, token, lemma)
        self._account(out, token, lemma, kind)
        self._time(out, trigger, lemma, kind)
        out.append(f"rep={min(self.seen[lemma], 3)}/{kind}")
        self.seen[lemma] += 1
        return out

    def _lexicon(self, out: list[str], trigger: Trigger) -> None:
        if not trigger.entries:
            out.append("e=none")
            return
        best = trigger.entries[0]
        out += (
            f"e={best.type}",
            f"en={best.name}",
            f"em={best.type}/{best.mode}",
            f"ew={min(best.weight, 4)}/{best.type}",
        )
        for entry in trigger.entries[1:3]:
            if entry.type != best.type:
                out.append(f"e2={entry.type}/{best.type}")

    def _governor(self, out: list[str], token: Token, lemma: str, kind: str) -> None:
        tokens = self.document.tokens
        governor = tokens[token.head]
        if governor.i == token.i:
            out.append(f"root/{kind}")
            return
        dep = token.dep.split(":")[0]
        out += (
            f"g={governor.lemma}",
            f"dg={dep}/{governor.lemma}",
            f"gl={lemma}<{governor.lemma}",
            f"gp={governor.pos}/{kind}",
        )
        known = self.fired.get(governor.i)
        if known:
            out += (f"ge={known.entries[0].type}", f"ge={known.entries[0].type}/{kind}")
        verb = governor
        steps = 0
        while verb.pos not in ("VERB", "AUX") and verb.head != verb.i and steps < 4:
            verb, steps = tokens[verb.head], steps + 1
        if verb.pos in ("VERB", "AUX"):
            out += (f"v={verb.lemma}", f"v={verb.lemma}/{kind}", f"vt={self._tense(verb)}/{kind}")
            if self._is_negated(verb.i):
                out.append(f"vneg/{kind}")
        if verb.i != governor.i:
            known = self.fired.get(verb.i)
            if known:
                out.append(f"ve={known.entries[0].type}/{kind}")

    def _is_negated(self, verb: int) -> bool:
        known = self._negated.get(verb)
        if known is None:
            known = self._negated[verb] = is_negated(self.document, verb)
        return known

    def _tense(self, verb: Token) -> str:
        known = self._tenses.get(verb.i)
        if known is None:
            known = self._tenses[verb.i] = self._read_tense(verb)
        return known

    def _read_tense(self, verb: Token) -> str:
        told = verb.morph.get("VerbForm", "") + verb.morph.get("Tense", "") + verb.morph.get("Mood", "")
        for i in verb.children:
            kid = self.document.tokens[i]
            if kid.dep.startswith(("aux", "cop")):
                told += "+" + kid.morph.get("Tense", "") + kid.morph.get("Mood", "")
        return told

    def _dependents(self, out: list[str], token: Token, trigger: Trigger, lemma: str, kind: str) -> None:
        document = self.document
        actors = 0
        for i in token.children:
            kid = document.tokens[i]
            dep = kid.dep.split(":")[0]
            if dep in ("punct", "cc"):
                continue
            out.append(f"k={dep}/{kind}")
            if kid.pos in CONTENT or dep in ("det", "expl", "advmod", "case", "mark"):
                out += (f"k={dep}/{kid.lemma}", f"kl={lemma}>{kid.lemma}")
            mention = document.mention_of(i)
            if mention is not None and mention.actors:
                actors += 1
                out.append(f"ka={dep}/{kind}")
            for j in kid.children:
                grand = document.tokens[j]
                if grand.dep in ("case", "mark"):
                    out += (f"kc={lemma}/{grand.lower}", f"kt={kind}/{grand.lower}")
                    if kid.pos in CONTENT:
                        out.append(f"kk={grand.lower}+{kid.lemma}")
                elif grand.pos in CONTENT and dep in ("obj", "nmod", "obl", "xcomp"):
                    out.append(f"gk={grand.lemma}")
        out.append(f"na={min(actors, 2)}/{kind}/{trigger.pos}")

    def _determiner(self, out: list[str], token: Token, kind: str) -> None:
        document = self.document
        told, bare = "none", True
        for i in token.children:
            kid = document.tokens[i]
            if kid.dep == "det":
                told = kid.morph.get("PronType", "") + kid.morph.get("Definite", "")
                told += "Poss" if kid.morph.get("Poss") else ""
            elif kid.dep not in ("case", "punct"):
                bare = False
        number = token.morph.get("Number", "")
        out += (f"det={told}/{kind}", f"num={number}/{kind}", f"bare={bare}/{told}", f"bare={bare}/{kind}")

    def _inflection(self, out: list[str], token: Token, lemma: str, kind: str) -> None:
        document = self.document
        tense = self._tense(token)
        negated, passive = self._is_negated(token.i), in_passive(document, token.i)
        reflexive = is_reflexive(document, token.i)
        out += (
            f"t={tense}",
            f"t={tense}/{kind}",
            f"tl={tense}/{lemma}",
            f"neg={negated}/{kind}",
            f"nl={negated}/{lemma}",
        )
        out += (f"pas={passive}/{kind}", f"pl={passive}/{lemma}", f"rl={reflexive}/{lemma}")
        subject = subject_of(document, token.i)
        if subject is None:
            out.append(f"s=none/{kind}")
            return
        who = bool(document.actors_of(subject.i))
        out += (f"s={subject.lemma}", f"sp={subject.pos}/{kind}", f"sa={who}/{kind}", f"sa={who}/{lemma}")
        out.append(f"s1={subject.morph.get('Person', '')}/{kind}")

    def _neighbours(self, out: list[str], token: Token, lemma: str) -> None:
        document = self.document
        sentence = document.sentences[token.sent]
        before = document.tokens[token.i - 1].lower if token.i > sentence.first else "^"
        after = document.tokens[token.i + 1].lower if token.i + 1 < sentence.last else "$"
        out += (f"b={before}", f"a={after}", f"bl={before}_{lemma}", f"al={lemma}_{after}")
        if token.i - 2 >= sentence.first:
            out.append(f"b2={document.tokens[token.i - 2].lower}_{before}")
        if token.i + 2 < sentence.last:
            out.append(f"a2={after}_{document.tokens[token.i + 2].lower}")

    def _account(self, out: list[str], token: Token, lemma: str, kind: str) -> None:
        document = self.document
        block = document.blocks[document.sentences[token.sent].block].kind
        out += (
            f"block={block}/{kind}",
            f"place={min(5, 6 * token.i // self.size)}",
            f"sm={min(self.people[token.sent], 4)}/{kind}",
        )
        statement = self.accounts.around(token.span)
        out.append(f"in={statement.kind if statement else ''}/{kind}")
        if statement:
            out += (f"stc={statement.cue_lemma}", f"stk={statement.cue_class}/{kind}")
        cue = self.accounts.cued_by(token.span)
        if cue:
            out += (f"cue={cue.kind}/{kind}", f"cuek={cue.kind}/{lemma}", f"cuec={cue.cue_class}")
            found = Counter(
                self.fired[t.i].entries[0].type for t in document.tokens_in(cue.span) if t.i in self.fired
            )
            out += [f"cf={x}" for x in found]
            out += [f"cfk={x}/{kind}" for x in found]
            out += [
                f"cw={t.lemma}" for t in document.tokens_in(cue.span)[:40] if t.pos in ("VERB", "NOUN", "ADJ")
            ]

    def _time(self, out: list[str], trigger: Trigger, lemma: str, kind: str) -> None:
        time, steps = self.dates.nearest(trigger.head)
        relation = self.dates.when(time.edtf if time else None)
        if time is None:
            out.append("wp=" + ("none" if self.dates.last_before(trigger.head) is None else "some"))
        out += (f"w={relation}/{kind}", f"wd={relation}/{min(steps, 4)}", f"wl={relation}/{lemma}")
