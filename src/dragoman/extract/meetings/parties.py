"""Who takes part in a gathered meeting: every actor of the article is weighed by how the text ties it to the tellings.

"L'Otan … tiendra vendredi une réunion d'urgence" → Otan, the subject of what carries the meeting. Rules propose
(extract/meetings/participants.py); sums of weights choose (the column `party` of lexicon/meeting_weights.csv).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from dragoman.extract.meetings.circumstances import clause_of, own_tokens
from dragoman.extract.meetings.participants import PAIR, is_its_name
from dragoman.extract.meetings.tellings import Telling
from dragoman.extract.meetings.told import Told
from dragoman.extract.meetings.weights import Features, probability
from dragoman.extract.meetings.words import words
from dragoman.extract.syntax import agent_of, subject_of
from dragoman.lexicon.bodies import members_of_body
from dragoman.model.actors import Mention
from dragoman.model.documents import Document

# The probability from which an actor takes part.
LEAST = 0.4
# That from which the head of a state takes part in the summit of a body in which that state sits.
LEAST_HEAD = 0.28
# Prepositions that tell a party from others, as they stand before it.
CASES = (
    "entre",
    "avec",
    "de",
    "du",
    "des",
    "d'",
    "par",
    "à",
    "au",
    "en",
    "sur",
    "pour",
    "chez",
    "contre",
    "après",
)
# Actors that an article names most often are what its bare "négociations" are between.
RANKS = 4


def choose_parties(document: Document, told: Told, status: str) -> tuple[str, ...]:
    """The actors that probably take part, in the order of the text; those that the rules found come first.

    Of a summit that is still to come, who is named with it may yet stay away.

    A state stands back where its envoy is as probable, and who is only described where two are named.
    """
    sure = {n: probability("party", f) for n, f in party_features(document, told).items()}
    chosen = {n for n, p in sure.items() if p >= LEAST}
    if told.kind == "summit" and status in ("held", "ongoing"):
        likely = {n for n, p in sure.items() if p >= LEAST_HEAD}
        chosen |= {n for body in chosen for n in likely if _heads_member(document, n, members_of_body(body))}
    both = {n for t in told.tellings for n in t.between if n in sure}
    if len(both) == PAIR and all(is_person(document, n) for n in both):
        chosen = {n for n in chosen if not is_person(document, n)} | both  # nobody else is between them
    chosen -= {n for t in told.tellings for n in t.absent}
    # Of several envoys of one side the surest counts; sets are put in order, which they have not from run to run.
    ranked = sorted(chosen, key=lambda n: (sure[n], n))
    envoys = {a.side: n for n in ranked if (a := document.actors.get(n)) and a.side not in (None, n)}
    chosen -= {n for n in chosen if n in envoys and sure[envoys[n]] >= sure[n]}
    if sum(not n[:1].islower() for n in chosen) > 1:
        chosen = {n for n in chosen if not n[:1].islower()}
    order = [*told.participants, *(a for m in document.mentions for a in m.actors)]
    return tuple(dict.fromkeys(n for n in order if n in chosen))


def party_features(document: Document, told: Told) -> dict[str, Features]:
    """Every actor that the article mentions → what ties it to the meeting."""
    ties: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    sentences: dict[int, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.place and (told.kind != "visit" or not _may_be_there(document, told, mention)):
            continue  # only who is visited is told by the place
        if any(is_its_name(document, t.head, mention) for t in told.tellings if t.how == "noun"):
            continue
        counts.update(mention.actors)
        if not _is_beside_it(document, told, mention):
            sentences[document.tokens[mention.head].sent].append(mention)
        if document.block_of(mention.head).kind == "title":
            for name in mention.actors:
                ties[name].add("title")
    for nth, telling in enumerate(told.tellings):
        for name, tie in _ties(document, telling, sentences):
            ties[name].add(tie)
            if nth == 0:
                ties[name].add(f"first: {tie}")
    for name in told.participants:
        ties[name].add("ruled")
    for rank, (name, _) in enumerate(sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:RANKS]):
        ties[name].add(f"rank {rank}")
    return {name: _features(document, told, name, found) for name, found in ties.items()}


def _may_be_there(document: Document, told: Told, mention: Mention) -> bool:
    """Whether the place may be the meeting's: who "defends in Tokyo his visit to Klow" visits nobody in Tokyo."""
    named = mention.span.of(document.text)
    return told.place is None or named in told.place or told.place in named


def is_person(document: Document, name: str) -> bool:
    """Whether the article knows the name as a person's."""
    actor = document.actors.get(name)
    return actor is not None and actor.kind == "person"


def _heads_member(document: Document, name: str, members: frozenset[str]) -> bool:
    """Whether somebody is told to head one of the states, and so sits at the summit with which they are named."""
    actor = document.actors.get(name)
    if actor is None or actor.kind != "person" or actor.side not in members:
        return False
    return any(role.lower().startswith(tuple(sorted(words("heads")))) for role in actor.roles)


def _is_beside_it(document: Document, told: Told, mention: Mention) -> bool:
    """Whether the name is that of a gathering beside which they met: "en marge de l'Assemblée générale de l'ONU"."""
    before = document.text[max(0, mention.span.start - 14) : mention.span.start].lower()
    own = any(t.how == "name" and t.span.touches(mention.span) for t in told.tellings)
    return "en marge d" in before and not own


def _features(document: Document, told: Told, name: str, ties: set[str]) -> Features:
    actor = document.actors.get(name)
    kind = actor.kind if actor else "unknown"
    ruled = [n for n in told.participants if n != name]
    others = "none" if not ruled else "one" if len(ruled) == 1 else "more"
    bodies = [n for n in ruled if (a := document.actors.get(n)) and a.kind == "organisation"]
    out = {f"party {t}": 1.0 for t in sorted(ties)}
    out["party bias"] = 1.0
    out[f"party {kind}"] = 1.0
    out[f"party {kind} of {told.kind}"] = 1.0
    out[f"party others {others}"] = 1.0
    for tie in sorted(ties):
        if ":" not in tie:
            out[f"party {tie}, others {others}"] = 1.0
            out[f"party {tie}, {kind}"] = 1.0
            if bodies and told.kind in ("summit", "session"):
                out[f"party {tie} of a body's"] = 1.0
    out["party described"] = float(name[:1].islower())
    sides = {document.actors[n].side for n in ruled if n in document.actors}
    out["party spoken for"] = float(name in sides)
    out["party envoy of one"] = float(actor is not None and actor.side in ruled and actor.side != name)
    return {k: v for k, v in out.items() if v}


def _ties(
    document: Document, telling: Telling, sentences: dict[int, list[Mention]]
) -> Iterator[tuple[str, str]]:
    """(actor, tie) for each mention in the telling's sentence or in the one before."""
    head = document.tokens[telling.head]
    governor = clause_of(document, document.head_of(head.i)) if head.pos not in ("VERB", "AUX") else head
    subject, agent = subject_of(document, governor.i), agent_of(document, governor.i)
    own = own_tokens(document, head.i)
    for mention in sentences.get(head.sent, ()):
        token = document.tokens[mention.head]
        case = next((c.lower for c in document.children(token.i, "case") if c.lower in CASES), "none")
        if mention.place:
            tie = "place"
        elif token.i in own:
            tie = f"own {case}"
        elif subject is not None and token.i == subject.i:
            tie = f"subject {_class(governor.lemma)}"
        elif agent is not None and token.i == agent.i:
            tie = "agent"
        elif token.head == governor.i:
            tie = f"with it {case}"
        else:
            tie = "before" if token.i < head.i else "after"
        for name in mention.actors:
            yield name, tie
            if telling.edge and not tie.startswith("own"):
                yield name, f"{tie.split()[0]} of edge"
            yield name, f"far {min(abs(token.i - head.i) // 6, 4)}"
            if telling.span.holds(mention.span):
                yield name, "inside"
            if telling.determiner == "possessive":
                yield name, f"{tie} of possessive"
    for mention in sentences.get(head.sent - 1, ()):
        if mention.place:
            continue
        dep = document.tokens[mention.head].dep
        for name in mention.actors:
            yield name, "told before"
            yield name, "subject before" if dep.startswith("nsubj") else "other before"
            if telling.determiner in ("possessive", "demonstrative", "definite"):
                yield name, f"before {telling.determiner}"


def _class(lemma: str) -> str:
    """What the governor does with the meeting."""
    return next((k for k in ("hosting", "carrying", "happening") if lemma in words(k)), "other")
