"""How well each earlier mention fits a pronoun: features of the pair, summed by learned weights.

"« Rien n'est signé », a dit Anne Durand. « Nous verrons », a-t-elle ajouté." → Anne Durand, who spoke last. The
weights are those of lexicon/antecedent_weights.csv, learned by bench/train_mentions.py; one feature a line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.annotate.mentions.candidates import Candidate
from dragoman.annotate.mentions.scenes import Scene
from dragoman.lexicon import load_rows
from dragoman.model.documents import Token

Features = dict[str, float]
# how many told sentences (those that are not all quotation) back a pronoun looks
REACH = 5
# how many for "a-t-il dit", which takes up who spoke
_SPOKEN = 12
# what a clause depends by that another says or that tells of another
_INSIDE = ("ccomp", "acl")
# what the subject of the clause that follows weighs
_AHEAD = 4.0
# as many actors as a pronoun chooses among
_MOST = 24


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A phrase that takes up an earlier one. `form` tells its kind: pronoun, clitic, possessive, demonstrative.

    `speech` tells that its words are reported ("a-t-il dit", "selon lui"), `inverted` that it follows its verb.
    """

    token: Token
    kind: str
    gender: str | None
    plural: bool
    inverted: bool
    speech: bool
    quoted: bool


@cache
def _weights(side: str) -> Features:
    """The weights for one kind of phrase: those of all, and its own on top."""
    out: Features = {}
    for row in load_rows("antecedent_weights"):
        kind, _, own = row["feature"].partition(": ")
        if kind in ("all", side):
            out[own] = out.get(own, 0.0) + float(row["weight"])
    return out


def side_of(anaphor: Anaphor) -> str:
    """The kind of phrase that has weights of its own."""
    if anaphor.kind == "role":
        return "noun"
    if anaphor.speech:
        return "speech" if anaphor.inverted or not anaphor.token.dep.startswith("nsubj") else "says"
    return "quoted" if anaphor.quoted else "plain"


class Fit:
    """What the article tells of its actors while its pronouns are resolved in text order."""

    __slots__ = ("_scene", "_told", "_top")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        document = scene.document
        # sentences that are quotation from end to end do not part a pronoun from whom it takes up
        self._told: list[int] = []
        count = 0
        for sentence in document.sentences:
            inside = [
                document.quote_at(t.start) is not None
                for t in document.tokens[sentence.first : sentence.last]
                if t.pos == "VERB"
            ]
            count += not (inside and all(inside))
            self._told.append(count)
        named = Counter(a for m in scene.mentions.values() if not m.place for a in m.actors)
        most = max(named.values(), default=1)
        self._top = {name: n / most for name, n in named.items()}

    def distance(self, candidate: Candidate, token: Token) -> int:
        """How many told sentences lie between."""
        return self._told[token.sent] - self._told[candidate.token.sent]

    def describe(self, anaphor: Anaphor, candidates: list[Candidate]) -> Iterator[tuple[Candidate, Features]]:
        """Each candidate that may be meant, the nearest first, with its features."""
        token = anaphor.token
        document = self._scene.document
        chain = [token, *document.ancestors(token.i)]
        governors = {t.i for t in chain[1:]}
        near = []
        for candidate in reversed(candidates):
            distance = self.distance(candidate, token)
            if distance > (_SPOKEN if anaphor.inverted else REACH):
                break
            if distance <= REACH or (candidate.speaker and candidate.person and not candidate.quoted):
                near.append(candidate)
        often = Counter(c.actors for c in near if c.actors)
        acting = Counter(c.actors for c in near if c.actors and c.subject and not c.quoted)
        seen: dict[tuple[str, ...], int] = {}
        spoken = False
        for candidate in near:
            if len(seen) >= _MOST:
                break
            if not self._agrees(anaphor, candidate):
                continue
            rank = seen.setdefault(candidate.actors, len(seen))
            distance = self.distance(candidate, token)
            told = dict(self._features(anaphor, candidate, distance, rank, governors))
            told["often"] = often[candidate.actors] / max(1, often.total())
            told["often subject"] = acting[candidate.actors] / max(1, acting.total())
            if candidate.speaker and not candidate.quoted and not self._is_reported(candidate):
                if not spoken:
                    told["spoke last"] = 1.0
                spoken = True
            yield candidate, told

    def _agrees(self, anaphor: Anaphor, candidate: Candidate) -> bool:
        token = anaphor.token
        if candidate.plural != anaphor.plural or (
            anaphor.gender and candidate.gender and candidate.gender != anaphor.gender
        ):
            return False
        if anaphor.inverted and (candidate.quoted or candidate.mention is None):
            # "a-t-il dit" takes up who spoke before, never whom the quotation names, nor a thing
            return False
        if candidate.token.sent == token.sent:
            if anaphor.inverted and not candidate.speaker:
                return False
            if anaphor.kind != "possessive" and self._is_beside(candidate, token):
                return False
            if anaphor.kind == "possessive" and self._is_within(candidate, token):
                return False
            if anaphor.quoted and not candidate.quoted and candidate.subject and candidate.speaker:
                return False
        return True

    def _is_reported(self, candidate: Candidate) -> bool:
        """Whether it is the subject of what somebody else says: "rapporte que le ministre a confirmé"."""
        verb = self._scene.document.head_of(candidate.token.i)
        return candidate.token.dep.startswith("nsubj") and verb.dep.startswith(_INSIDE)

    def _is_within(self, candidate: Candidate, token: Token) -> bool:
        """Whether it is somebody nameless whose own description holds the pronoun: "un membre de son parti"."""
        mention = candidate.mention
        if mention is None or not mention.span.holds(token.span):
            return False
        return all(self._scene.actors[name].kind in ("official", "group") for name in candidate.actors)

    def _is_beside(self, candidate: Candidate, token: Token) -> bool:
        """Whether the verb of the pronoun has the candidate, or another phrase for the same, beside it."""
        document = self._scene.document
        governor = document.head_of(token.i)
        if candidate.token.head == governor.i and candidate.token.i != governor.i:
            return True
        for other in document.children(governor.i, "nsubj", "nsubj:pass", "obl:arg", "iobj"):
            mention = self._scene.mentions.get(other.i)
            if other.i != token.i and mention is not None and mention.actors == candidate.actors:
                return True
        return False

    def _features(
        self, anaphor: Anaphor, candidate: Candidate, distance: int, rank: int, governors: set[int]
    ) -> Iterator[tuple[str, float]]:
        token, document = anaphor.token, self._scene.document
        here = candidate.token
        yield f"back {min(distance, 4)}", 1.0
        yield f"rank {min(rank, 4)}", 1.0
        if here.sent == token.sent:
            yield "same sentence", 1.0
        if document.sentences[here.sent].block == document.sentences[token.sent].block:
            yield "same paragraph", 1.0
        if candidate.subject:
            yield "subject", 1.0
            if self._is_reported(candidate):
                yield "subject of a clause", 1.0
            elif candidate.speaker or document.head_of(here.i).dep == "ROOT":
                yield "subject of the sentence", 1.0
            if here.head in governors and here.sent == token.sent:
                yield "subject of what governs", 1.0
        if candidate.speaker:
            yield "speaker", 1.0
        if candidate.quoted != anaphor.quoted:
            yield "quoted" if candidate.quoted else "told", 1.0
        if candidate.idle:
            yield "idle", 1.0
        if anaphor.gender and not candidate.gender:
            yield "gender unknown", 1.0
        if candidate.mention is None:
            yield "thing", 1.0
            return
        mention = candidate.mention
        actor = self._scene.actors.get(candidate.actors[0])
        yield f"is {actor.kind if actor is not None else 'nobody'}", 1.0
        yield f"by {mention.kind}", 1.0
        if len(candidate.actors) > 1:
            yield "several", 1.0
        yield "named", self._top.get(candidate.actors[0], 0.0)
        if here.sent == 0:
            yield "title", 1.0
        if anaphor.kind == "demonstrative":
            yield f"demonstrative {'subject' if candidate.subject else 'rank ' + str(min(rank, 1))}", 1.0

    def choose(
        self, anaphor: Anaphor, candidates: list[Candidate], ahead: Candidate | None
    ) -> Candidate | None:
        """The one that fits best; `ahead` is a subject that follows a clause put first."""
        weights = _weights(side_of(anaphor))
        best, found = (_AHEAD, ahead) if ahead is not None else (float("-inf"), None)
        for candidate, told in self.describe(anaphor, candidates):
            score = sum(weights.get(k, 0.0) * v for k, v in told.items())
            if score > best:
                best, found = score, candidate
        return found
