"""What sides lay to each other's charge, by the statement's verb, by its words, or by an act of accusing.

"Washington a été de mauvaise foi", says Kim Jong-un → Charge(side="Corée du Nord", charged={"États-Unis"}).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.accounts import Account, account
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.named import named_in
from dragoman.resolve.reported import Charge
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings, lowered

# What A tells of B's doings is laid to B's charge where it is one of these.
CHARGES = ("ACCUSE", "REJECT", "THREATEN")
DONE = ("occurred", "ongoing")
WANTED = ("ask", "hope", "promise", "propose")
# An act of accusing that no statement tells counts where it is this sure.
SURE = 0.8
# Whom a word of blame is said of stands before it, or this near after it, in characters.
AFTER = 40
# Between a verb of accusing and what is charged stand at most so many characters.
GAP = 120
LONGEST = 160


def find_charges(tellings: Tellings, article: str) -> list[Charge]:
    """What sides lay to each other's charge in an article, in text order."""
    return tellings.once(article, "charges", _find_charges)


def _find_charges(tellings: Tellings, article: str) -> list[Charge]:
    out: list[Charge] = []
    told: list[Span] = []
    for s in tellings.statements_of(article):
        charge = _of_statement(tellings, s)
        if charge is not None:
            out.append(charge)
            told += [s.span, *([s.cue] if s.cue else [])]
    for e in tellings.events_of(article):
        if e.type == "ACCUSE" and not any(span.touches(e.span) for span in told):
            out += filter(None, [_of_act(tellings, e)])
    return sorted(out, key=lambda c: (c.account.span, c.account.claim))


def with_nearness(tellings: Tellings, report: MeetingReport, charges: Iterable[Charge]) -> list[Charge]:
    """The charges of the report's article, with which of them stand near a mention of its meeting."""
    return [
        replace(
            c,
            near=any(
                _close(tellings, report.article, m.start, c.account.span.start) for m in report.mentions
            ),
        )
        for c in charges
    ]


def _of_statement(tellings: Tellings, s: Statement) -> Charge | None:
    told = account(tellings, s)
    if s.cue_class == "accuse" and s.cue is not None:
        told = _accuser(tellings, s, s.cue, told)
    by = told.party
    if by is None or s.negative or s.cue_class in WANTED:
        return None  # what is asked of somebody is no judgement of what they did
    accused = frozenset(_accused(tellings, s, by))
    plain = accused or frozenset(_blamed(tellings, s, by))
    charged = plain or frozenset(_by_acts(tellings, s, by)) or frozenset(_asked_all(tellings, s, by))
    if not charged:
        return None
    return Charge(told, by, charged, near=False, plain=bool(plain), accuses=bool(accused))


def _accuser(tellings: Tellings, s: Statement, cue: Span, told: Account) -> Account:
    """Who accuses: whom the act takes for it where only that one is named before the verb, or right before it."""
    sentence, text = tellings.sentence(s.article, cue.start), tellings.text(s.article)
    before = named_in(tellings, s.article, Span(sentence.start, cue.start))
    if before and Wordings.load().find("relative", text[before[-1][1].end : cue.start]):
        before = before[-1:]
    named = {side for side, _ in before}
    for e in tellings.events_in(s.article, cue):
        actor = accuser_of(tellings, e) if e.type == "ACCUSE" and told.party not in named else None
        if actor and (side := tellings.cast.side(actor)) in named:
            return replace(told, by=tellings.cast.name(actor), party=side)
    return told


def _accused(tellings: Tellings, s: Statement, by: str) -> Iterator[str]:
    """ "accuse Klow d'avoir…": those named between the verb and the content, else the act's recipients."""
    if s.cue_class != "accuse":
        return
    verb = s.cue or Span(s.start, s.start)
    start = verb.end if s.cue else max(tellings.sentence(s.article, s.start).start, s.start - GAP)
    named = []
    if start <= s.start <= start + GAP:
        named = [side for side, _ in named_in(tellings, s.article, Span(start, s.start)) if side != by]
    if not named:
        content = {side for side, _ in named_in(tellings, s.article, s.span)}
        for e in tellings.events_in(s.article, Span(min(verb.start, s.start), max(verb.end, s.end))):
            if e.span.touches(verb):
                taken = tellings.cast.sides(e.recipients) - {by}
                named += sorted(taken & content or taken)  # whom the words name, where they name any
    yield from named


def _blamed(tellings: Tellings, s: Statement, by: str) -> Iterator[str]:
    """The side of whose conduct the content has a word of blame."""
    wordings, found = Wordings.load(), tellings.find_words(s.article, "blame", s.span)
    if found is None or wordings.find("undone", tellings.text(s.article)[s.start : found.start()]):
        return
    at, end = found.span()
    whole, place = tellings.text(s.article), wordings.patterns["at"]
    before = [
        side
        for side, where in named_in(tellings, s.article, Span(s.start, at))
        if side != by and not place.search(whole[max(0, where.start - 4) : where.start])
    ]
    after = named_in(tellings, s.article, Span(end, min(s.end, end + AFTER)))
    if before:
        yield before[-1]
    elif after and after[0][0] != by:
        yield after[0][0]


def _by_acts(tellings: Tellings, s: Statement, by: str) -> Iterator[str]:
    """Those against whom its own side does, by what it says, something hostile."""
    for e in tellings.events_in(s.article, s.span):
        if e.type in CHARGES and e.status in DONE and by in tellings.cast.sides(e.actors):
            yield from tellings.cast.sides(e.recipients) - {by}


def _asked_all(tellings: Tellings, s: Statement, by: str) -> Iterator[str]:
    """Who asked for all, by what it says: "ils voulaient la levée de toutes les sanctions"."""
    whole = tellings.find_words(s.article, "whole", s.span)
    asked = tellings.find_words(s.article, "demanded", s.span) if whole else None
    if not asked or not whole or asked.start() > whole.start():
        return
    at = Span(s.start, asked.end())
    named = [side for side, _ in named_in(tellings, s.article, at)]
    if named:
        yield from (side for side in named[-1:] if side != by)
        return
    for e in tellings.events_in(s.article, Span(at.start, at.end + 1)):
        if e.type == "REQUEST":
            yield from tellings.cast.sides(e.actors) - {by}


def _of_act(tellings: Tellings, e: Event) -> Charge | None:
    """An act of accusing that the article tells in its own words: one side accuses others, which it names."""
    text = tellings.text(e.article)
    accuses = Wordings.load().find("accusing", e.span.of(text))
    actor = accuser_of(tellings, e) if accuses and e.status in DONE and e.confidence >= SURE else None
    by = tellings.cast.side(actor)
    if actor is None or by is None:
        return None
    span = Span(e.start, max(e.end, tellings.sentence(e.article, e.start).end))
    named = [x for x, _ in named_in(tellings, e.article, Span(e.end, min(span.end, e.end + GAP)))]
    charged = frozenset(named[:1]) - {by}
    if not charged:
        return None
    says = shorten(span.of(text), LONGEST)
    told = Account(e.article, span, says, tellings.id_of(e), tellings.cast.name(actor), by)
    return Charge(told, by, charged, near=False, plain=True, accuses=True)


def accuser_of(tellings: Tellings, e: Event) -> str | None:
    """Which of the act's actors stands nearest before it, in its sentence or in the one before; none where none does.

    More actors than accuse are often taken for it: who is named there is.
    """
    text, cast = tellings.text(e.article), tellings.cast
    sentence = tellings.sentence(e.article, e.start)
    start = tellings.sentence(e.article, max(0, sentence.start - 1)).start
    places = Wordings.load().patterns["placed"]
    named = [
        (where.start, side)
        for side, where in named_in(tellings, e.article, Span(start, e.start))
        if not places.search(lowered(text[max(0, where.start - 12) : where.start]))
        or Wordings.load().find("relative", text[where.end : e.start])
    ]
    best: tuple[int, str] | None = None
    for actor in e.actors:
        # somebody known by a description is there by its first word
        word = actor.split()[0] if actor[:1].islower() else actor
        at = max([text.rfind(word, start, e.start), *(n for n, side in named if side == cast.side(actor))])
        if at >= 0 and (best is None or at > best[0]):
            best = at, actor
    return best[1] if best else None


def _close(tellings: Tellings, article: str, mention: int, statement: int) -> bool:
    """Whether the statement stands in the sentence of the mention or in one of the two after it."""
    span = tellings.sentence(article, mention)
    for _ in range(3):
        if span.start <= statement < span.end:
            return True
        span = tellings.sentence(article, span.end)
    return False
