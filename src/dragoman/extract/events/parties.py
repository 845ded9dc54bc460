"""Which of the names around an act are its actors and its recipients: the rules' reading, weighed by the model.

"Les rebelles, a dit Kiev, ont été accusés par Moscou" → actors (Moscou,), recipients (rebelles,).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dragoman.extract.events.accounts import Accounts
from dragoman.extract.events.model import Head
from dragoman.extract.events.paths import climb, path_between
from dragoman.extract.events.roles import Roles, find_roles, in_passive
from dragoman.extract.events.sets import Shares, part, shares, weigh, weighing
from dragoman.extract.events.triggers import Trigger
from dragoman.extract.syntax import subject_of
from dragoman.model.actors import Mention
from dragoman.model.documents import Document

# A name is taken at this chance: then about as many actors are told as there are, on articles not learned from; of
# recipients 1.3 an act where gold has 0.8, since who looks for one would rather strike out than miss.
ACTOR, RECIPIENT = 0.27, 0.14
# So many sets of actors are thought of before the recipients are told.
LIKELY = 2


@dataclass(slots=True)
class Names:
    """The names around one act: what is observed on each, the mention that told it; `places` stand as such alone."""

    told: dict[str, list[str]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    by: dict[str, int] = field(default_factory=dict)
    rules: Roles = field(default_factory=Roles)


class Parties:
    """The roles of the acts of one article, asked in text order."""

    def __init__(self, document: Document, accounts: Accounts) -> None:
        self.document, self.accounts = document, accounts
        self.mentions: dict[int, list[Mention]] = defaultdict(list)
        frequent: Counter[str] = Counter()
        for mention in document.mentions:
            if mention.actors:
                self.mentions[document.tokens[mention.head].sent].append(mention)
                if not mention.place:
                    frequent.update(mention.actors)
        self.frequent = [name for name, _ in frequent.most_common(4)]
        self.before: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.acts: dict[int, tuple[str, tuple[str, ...], tuple[str, ...]]] = {}
        self.last: int | None = None
        # Who has acted on whom so far.
        self.towards: set[tuple[str, str]] = set()

    def names(self, trigger: Trigger, type_: str) -> Names:
        """The names that may take part in the act, with the observations on each."""
        document = self.document
        token = document.tokens[trigger.head]
        out = Names(rules=find_roles(document, trigger, self.accounts, type_))
        kind = f"{type_}/{trigger.pos}"
        voice = "pas" if trigger.pos != "noun" and in_passive(document, token.i) else trigger.pos
        up = climb(document, token.i)
        seen: dict[str, int] = {}
        here = self.mentions[token.sent]
        out.places = {n for m in here if m.place for n in m.actors}
        out.places -= {n for m in here if not m.place for n in m.actors}
        for mention in here:
            path = path_between(document, up, mention.head)
            place = "place" if mention.place else mention.kind
            side = "after" if mention.head > token.i else "before"
            gap = min(abs(mention.head - token.i) // 4, 5)
            where = (
                f"path={path}",
                f"path={path}/{voice}",
                f"path={path}/{kind}",
                f"place={place}",
                f"side={side}/{voice}",
                f"gap={side}{gap}",
                f"pp={place}/{path}",
                f"pl={path}/{token.lemma}",
            )
            for name in mention.actors:
                self._side(out, name, path, kind)
                out.told.setdefault(name, ["bias"]).extend(where)
                out.by.setdefault(name, mention.head)
                seen.setdefault(name, len(seen))
        for mention in self.mentions[token.sent - 1] if token.sent else ():
            for name in mention.actors:
                out.told.setdefault(name, ["bias"]).append(f"previous/{trigger.pos}")
                out.by.setdefault(name, mention.head)
        for rank, name in enumerate(self.frequent):
            out.told.setdefault(name, ["bias"]).append(f"frequent={rank}")
        self._speakers(out, trigger, kind)
        self._acts_above(out, up[1:], kind, token.sent)
        self._rest(out, trigger, kind, seen)
        return out

    def _side(self, out: Names, name: str, path: str, kind: str) -> None:
        """The state or body that a person speaks for may be the party, by whatever the person's place is."""
        actor = self.document.actors.get(name)
        if actor is not None and actor.side and actor.side != name:
            told = out.told.setdefault(actor.side, ["bias"])
            told += (f"side={actor.kind}/{kind}", f"sidepath={path}")

    def _acts_above(self, out: Names, up: list[int], kind: str, sentence: int) -> None:
        """In "X exige la levée", who lifts is who is asked: the roles of the act that governs this one."""
        above = next((i for i in up if i in self.acts), None)
        told = [("above", above)] if above is not None else []
        if self.last is not None and self.document.tokens[self.last].sent == sentence and self.last != above:
            told.append(("last", self.last))
        for where, i in told:
            type_, actors, recipients = self.acts[i]
            for role, names in (("a", actors), ("r", recipients)):
                for name in names:
                    out.told.setdefault(name, ["bias"]).extend(
                        (f"{where}.{role}/{kind}", f"{where}.{role}/{type_}/{kind}", f"{where}.{role}")
                    )

    def _speakers(self, out: Names, trigger: Trigger, kind: str) -> None:
        span = self.document.tokens[trigger.head].span
        around, cued = self.accounts.around(span), self.accounts.cued_by(span)
        first = ""
        if around and trigger.pos != "noun":
            subject = subject_of(self.document, trigger.head)
            first = subject.morph.get("Person", "3") if subject else "0"
        if around and around.speaker:
            out.told.setdefault(around.speaker, ["bias"]).append(f"speaker{first}/{trigger.pos}")
            out.told.setdefault(around.speaker, ["bias"]).append(f"speaker/{kind}")
        if cued and cued.speaker:
            out.told.setdefault(cued.speaker, ["bias"]).append(f"says/{kind}")

    def _rest(self, out: Names, trigger: Trigger, kind: str, seen: dict[str, int]) -> None:
        lemma = self.document.tokens[trigger.head].lemma.lower()
        before = self.before[lemma]
        size = f"{min(len(seen), 4)}"
        for name, told in out.told.items():
            actor = self.document.actors.get(name)
            told.append(f"kind={actor.kind if actor else '?'}/{kind}")
            told.append(f"nth={seen.get(name, 9)}/{size}/{trigger.pos}")
            if name in out.rules.actors:
                told += ("ra", f"ra/{kind}")
            if name in out.rules.recipients:
                told += ("rr", f"rr/{kind}")
            if not out.rules.actors:
                told.append(f"ra0/{trigger.pos}")
            actor_side = actor.side if actor else None
            if actor_side and actor_side != name and (actor_side in out.rules.actors or actor_side in seen):
                told.append(f"sideseen/{kind}")
            told += [f"was={role}/{trigger.pos}" for role, names in before.items() if name in names]

    def remember(
        self, trigger: Trigger, type_: str, actors: tuple[str, ...], recipients: tuple[str, ...]
    ) -> None:
        """Keep the roles of this telling for the next one with the same word."""
        before = self.before[self.document.tokens[trigger.head].lemma.lower()]
        before["actor"].update(actors)
        before["recipient"].update(recipients)
        self.acts[trigger.head] = (type_, actors, recipients)
        ends = [[y for x in names for y in self._with_side(x)] for names in (actors, recipients)]
        self.towards.update((a, b) for a in ends[0] for b in ends[1])
        self.last = trigger.head

    def against(self, name: str, type_: str, actors: tuple[str, ...]) -> list[str]:
        """What is observed besides on a name once the actors are known and it is none of them."""
        out = [f"left/{type_}/{min(len(actors), 2)}"]
        known = self.document.actors
        side = known[name].side if name in known else None
        for actor in actors:
            its = known[actor].side if actor in known else None
            if name == its or actor == side:
                out += ("own", f"own/{type_}")
            elif side and side == its:
                out.append("ours")
            if (actor, name) in self.towards:
                out += ("again", f"again/{type_}")
            elif (name, actor) in self.towards:
                out += ("back", f"back/{type_}")
            elif side and its and ((its, side) in self.towards or (side, its) in self.towards):
                out.append("sides again")
        return out

    def _with_side(self, name: str) -> tuple[str, ...]:
        actor = self.document.actors.get(name)
        return (name, actor.side) if actor is not None and actor.side else (name,)

    def find(self, trigger: Trigger, type_: str, actor: Head, recipient: Head) -> Roles:
        """The roles of one act."""
        around = self.names(trigger, type_)
        if not around.told:
            return around.rules
        weights = weighing(actor)
        acting = shares(weigh(around.told, weights), type_, weights)
        bearing = self._bearing(around, acting, type_, recipient)
        actors, recipients = part(acting, bearing, (ACTOR, RECIPIENT))
        self.remember(trigger, type_, actors, recipients)
        evidence = tuple(around.by[n] for n in (*actors, *recipients) if n in around.by)
        return Roles(actors, recipients, evidence)

    def _bearing(self, around: Names, acting: Shares, type_: str, recipient: Head) -> Shares:
        """The share of each set of recipients: who bears an act hangs on who does it, and each of the likeliest answers
        to that has its say."""
        out: Shares = {}
        weights = weighing(recipient)
        known = weigh(around.told, weights)
        likely = sorted(acting.items(), key=lambda x: (-x[1], x[0]))[:LIKELY]
        every = sum(share for _, share in likely)
        for actors, share in likely:
            # Where two act together a name that stands only as the place bears nothing (of a hundred in gold two do).
            left = around.told.keys() - actors - (around.places if len(actors) > 1 else set())
            more = weigh({n: self.against(n, type_, actors) for n in around.told if n in left}, weights)
            others = {n: {**known[n], **added} for n, added in more.items()}
            given = shares(others, type_, weights) if others else {(): 1.0}
            for names, portion in given.items():
                out[names] = out.get(names, 0.0) + share * portion / every
        return out
