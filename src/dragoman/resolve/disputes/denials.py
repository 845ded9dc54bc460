"""One side says that something happened or charges another with it, the other denies it.

"Washington accuse Téhéran d'avoir attaqué deux navires, ce que l'Iran dément" → blame; "Il y aura une rencontre, dit
Oslo. Bergen dément." → occurrence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.events import Event
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.accounts import Account, account
from dragoman.resolve.disputes.charges import WANTED, accuser_of
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.named import named_in
from dragoman.resolve.reported import Charge
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings

# This part of the shorter one's content words must be shared for two passages to be of one matter, and so many.
SAME_CONTENT, SAME_WORDS = 0.5, 4
# A denial answers the charge that stands at most this many characters before it.
BEFORE = 600
# Who denies is named this near to the verb, in characters.
NEAR = 60
LONGEST = 200
# Around a verb of accusing, its auxiliary is looked for within so many characters.
GAP = 40
# A denial takes up so many words of what it answers.
TAKEN_UP = 2


@dataclass(frozen=True, slots=True)
class Denial:
    """`account` denies; `accusers` are those whose accusations it names; `statement` is what it says, where told so.

    `of_clause` is the end of what "ce que Klow conteste" takes up in its sentence, None elsewhere. `rightful` where it
    says no more than that what was done was right: that answers a charge of having broken a law or a text.
    """

    account: Account
    accusers: frozenset[str] = frozenset()
    statement: Statement | None = None
    of_clause: int | None = None
    rightful: bool = False

    @property
    def start(self) -> int:
        return self.account.span.start


def find_denials(tellings: Tellings, article: str) -> list[Denial]:
    """All denials of an article, in text order."""
    found = (*_said(tellings, article), *_told(tellings, article))
    return sorted(found, key=lambda d: (d.account.span, d.account.claim))


def find_answered(
    tellings: Tellings, denials: Sequence[Denial], charges: Sequence[Charge]
) -> Iterator[tuple[str, Account, Account, bool]]:
    """The kind of the matter, what is denied, and the denial, where a denial answers something."""
    for denial in denials:
        answered = _answered(tellings, denial, charges)
        if answered is not None:
            yield (*answered, denial.account, True)


def _said(tellings: Tellings, article: str) -> Iterator[Denial]:
    """The statements that deny, by their verb or in their words."""
    for s in tellings.statements_of(article):
        if s.speaker is None:
            continue
        denies = _denies(tellings, s)
        if not denies and not _is_rightful(tellings, s):
            continue
        told = account(tellings, s)
        accusers = _accusers(tellings, article, s.span) or _so_called(tellings, s, told.party)
        if told.party not in accusers:
            yield Denial(told, accusers, s, rightful=not denies)


def _denies(tellings: Tellings, s: Statement) -> bool:
    return s.negative or tellings.find_words(s.article, "denies", s.span) is not None


def _is_rightful(tellings: Tellings, s: Statement) -> bool:
    """Whether it says of nobody but who speaks that they are in their right, or keep to what was agreed."""
    found = tellings.find_words(s.article, "rightful", s.span)
    if found is None or s.cue_class in WANTED:
        return False
    own = tellings.cast.side(s.on_behalf_of or s.speaker)
    return all(side == own for side, _ in named_in(tellings, s.article, Span(s.start, found.start())))


def _so_called(tellings: Tellings, s: Statement, own: str | None) -> frozenset[str]:
    """Who speaks of what it calls so only: "ce que Klow présente comme de prétendues violations"."""
    found = tellings.find_words(s.article, "so_called", s.span)
    if found is None:
        return frozenset()
    named = named_in(tellings, s.article, Span(max(s.start, found.start() - BEFORE), found.start()))
    return frozenset([side for side, _ in named if side != own][-1:])


def _told(tellings: Tellings, article: str) -> Iterator[Denial]:
    """The denials that the article tells in its own words: "Klow a toujours nié toute implication"."""
    text = tellings.text(article)
    for found in tellings.find_all_words(article, "denied"):
        at = Span(*found.span())
        sentence = tellings.sentence(article, at.start)
        if tellings.find_words(article, "shifting", Span(at.start, sentence.end)):
            continue  # who lays the blame on another denies nothing
        by_another = found[0].endswith(
            " par"
        )  # "…, des informations démenties par Klow": no words of whom it answers
        if not by_another and any(_is_told_by(s, at) for s in tellings.statements_of(article)):
            continue
        claims = _claims_at(tellings, article, sentence, at)
        by = _denier(tellings, article, sentence, at, claims)
        if by is None or not claims:
            continue
        says = shorten(sentence.of(text), LONGEST)
        side = tellings.cast.side(by)
        told = Account(article, at, says, tellings.id_of(claims[0]), tellings.cast.name(by), side)
        relative = at.start if by_another or found[0].startswith(("ce ", "chose ")) else None
        accusers = _accusers(tellings, article, Span(at.start, sentence.end))
        if side not in accusers:
            yield Denial(told, accusers, None, relative)


def _is_told_by(s: Statement, at: Span) -> bool:
    """Whether the statement is the denial, or holds it."""
    return (s.cue is not None and s.cue.touches(at) and s.speaker is not None) or s.span.holds(at)


def _claims_at(tellings: Tellings, article: str, sentence: Span, at: Span) -> list[Event]:
    """The acts of the sentence, the one at the denial first."""
    events = tellings.events_in(article, sentence)
    return sorted(events, key=lambda e: (not e.span.touches(at), e.type != "REJECT", abs(e.start - at.end)))


def _denier(
    tellings: Tellings, article: str, sentence: Span, at: Span, claims: Sequence[Event]
) -> str | None:
    """Who stands right before the verb, or within "ce que Klow conteste", or after it: "ce que conteste Klow"."""
    text = tellings.text(article)
    by = text[at.end - 3 : at.end] == "par"
    if text[at.start : at.start + 2].lower() == "ce" or by:
        after = Span(at.end if by else at.start, min(sentence.end, at.end + NEAR))
        # "les médecins russes" are not Russia
        acting = (a for e in claims if e.span.touches(at) for a in e.actors if a[:1].islower())
        if (who := next((a for a in acting if a in after.of(text)), None)) is not None:
            return who
        named = [side for side, _ in named_in(tellings, article, after)]
        return named[0] if named else None
    start = max(sentence.start, at.start - NEAR)
    for side, where in reversed(named_in(tellings, article, Span(start, at.start))):
        relative = Wordings.load().find("relative", text[where.end : at.start])
        if relative or not Wordings.load().find("placed", text[max(0, where.start - 12) : where.start]):
            return side
    # "des médecins russes" and others who are known by a description
    before = text[start : at.start]
    acting = (a for e in claims if e.span.touches(at) for a in e.actors if a[:1].islower())
    return next((a for a in acting if a in before), None)


def _accusers(tellings: Tellings, article: str, span: Span) -> frozenset[str]:
    """Whose accusations the passage names: "les accusations infondées de Klow", "par Klow d'accusations"."""
    text, wordings = tellings.text(article), Wordings.load()
    found = wordings.find("accusation", span.of(text))
    if found is None:
        return frozenset()
    at, end = span.start + found.start(), span.start + found.end()
    before = named_in(tellings, article, Span(max(span.start, at - NEAR), at))
    after = named_in(tellings, article, Span(end, min(span.end, end + NEAR)))
    by = [named for named, where in before if wordings.find("by", text[where.start - 30 : where.start])]
    by += [named for named, where in after[:1] if not wordings.find("against", text[end : where.start])]
    return frozenset(by[:1])


def _answered(tellings: Tellings, denial: Denial, charges: Sequence[Charge]) -> tuple[str, Account] | None:
    """The kind of the matter and what is denied: the charge named, the clause taken up, the charge before, or the
    assertion in like words."""
    side = denial.account.party
    against = [c for c in charges if c.side != side and side in c.charged]
    if denial.rightful:
        return _of_breach(tellings, denial, against)
    named = [c for c in against if c.side in denial.accusers]
    if not named and side == denial.account.by:  # whose envoy he is no article tells
        named = [c for c in charges if c.side in denial.accusers]
    if named:
        return "blame", min(named, key=lambda c: abs(c.account.span.start - denial.start)).account
    if denial.accusers:
        return _at_noun(tellings, denial)
    if denial.of_clause is not None:
        return _clause_before(tellings, denial, denial.of_clause, charges)
    before = [c for c in against if 0 <= denial.start - c.account.span.start <= BEFORE]
    before = [c for c in before if _told_alike(tellings, c.account, denial)]
    # "Klow l'accuse d'avoir…": who is charged is told by who denies right after
    before += [c for c in charges if c.side != side and _next(tellings, c.account, denial)]
    if before:
        return "blame", max(before, key=lambda c: c.account.span).account
    s = denial.statement
    told = _same_words(tellings, denial) if s is None else _act_before(tellings, s) or _alike(tellings, s)
    return ("occurrence", account(tellings, told)) if told else None


def _of_breach(tellings: Tellings, denial: Denial, against: Sequence[Charge]) -> tuple[str, Account] | None:
    """The charge of having broken a law or a text that stands near one's word that one was in one's right."""
    near = [c for c in against if abs(denial.start - c.account.span.start) <= BEFORE]
    breaches = [c for c in near if tellings.find_words(c.account.article, "unlawful", c.account.span)]
    if not breaches:
        return None
    return "blame", min(breaches, key=lambda c: abs(denial.start - c.account.span.start)).account


def _told_alike(tellings: Tellings, charge: Account, denial: Denial) -> bool:
    """Whether the charge is no older news ("qu'elle avait accusé") than what the denial answers."""
    wordings, text = Wordings.load(), tellings.text(charge.article)
    told = next((s for s in tellings.statements_of(charge.article) if s.span == charge.span), None)
    verb = told.cue if told and told.cue else Span(charge.span.start, charge.span.start + GAP)
    background = wordings.find("background", verb.of(text)[:GAP])
    here = tellings.sentence(charge.article, denial.start).of(text)
    return background is None or wordings.find("background", here) is not None


def _same_words(tellings: Tellings, denial: Denial) -> Statement | None:
    """What another side says right before, in words that the denial takes up: "tout rôle dans la présence de…"."""
    article, party = denial.account.article, denial.account.party
    sentence = tellings.sentence(article, denial.start)
    rest = Span(denial.account.span.end, sentence.end).of(tellings.text(article))
    content = _singular(stems(rest))
    for s in reversed(tellings.statements_of(article)):
        if not 0 <= denial.start - s.end <= BEFORE or s.negative:
            continue
        if (
            account(tellings, s).party not in (None, party)
            and len(_singular(stems(tellings.surface(s))) & content) >= TAKEN_UP
        ):
            return s
    return None


def _singular(words: frozenset[str]) -> set[str]:
    """Stems of which one number is as good as the other: "russes", "russe"."""
    return {w.rstrip("sx") for w in words}


def _at_noun(tellings: Tellings, denial: Denial) -> tuple[str, Account] | None:
    """The accusation that the denial names with its author: "les accusations infondées de Klow"."""
    article = denial.account.article
    by = min(denial.accusers)
    sentence = tellings.sentence(article, denial.start)
    text = tellings.text(article)
    for e in tellings.events_in(article, sentence):
        if e.type == "ACCUSE" and Wordings.load().find("accusation", e.span.of(text)):
            says = shorten(text[e.start : sentence.end], LONGEST)
            return "blame", Account(article, Span(e.start, sentence.end), says, tellings.id_of(e), by, by)
    return None


def _next(tellings: Tellings, charge: Account, denial: Denial) -> bool:
    """Whether the denial opens the sentence after an accusation that names nobody."""
    sentence = tellings.sentence(charge.article, charge.span.start)
    lead = Span(sentence.start, charge.span.end)
    pronoun = Wordings.load().find("accused_pronoun", lead.of(tellings.text(charge.article)))
    following = tellings.sentence(charge.article, min(sentence.end + 1, denial.start))
    return pronoun is not None and following.start <= denial.start < following.end


def _clause_before(
    tellings: Tellings, denial: Denial, end: int, charges: Sequence[Charge]
) -> tuple[str, Account] | None:
    """What stands before "ce que Klow conteste" in its sentence: a charge, or what somebody says."""
    article, side = denial.account.article, denial.account.party
    text = tellings.text(article)
    start = tellings.sentence(article, end - 1).start
    for c in charges:
        if start <= c.account.span.start < end and c.side != side:
            return "blame", c.account
    for s in reversed(tellings.statements_of(article)):
        other = account(tellings, s)
        if start <= s.start < end and other.party not in (None, side):
            return "occurrence", other
    for e in tellings.events_in(article, Span(start, end)):
        actor = accuser_of(tellings, e)
        party = tellings.cast.side(actor)
        if actor and party != side:
            says, by = shorten(text[start:end], LONGEST), tellings.cast.name(actor)
            return "occurrence", Account(article, Span(start, end), says, tellings.id_of(e), by, party)
    return None


def _act_before(tellings: Tellings, denial: Statement) -> Statement | None:
    """The telling of the act denied that stands right before, by another side."""
    side = tellings.cast.side(denial.on_behalf_of or denial.speaker)
    # "Klow dément être convenue d'un rendez-vous": what stands after the verb is denied
    verb = Wordings.load().find("denial", tellings.surface(denial))
    after = denial.start + verb.end() if verb else denial.end
    acts = tellings.events_in(denial.article, denial.span)
    negated = {e.type for e in acts if denial.negative or e.status == "negated" or e.start > after}
    for s in reversed(tellings.statements_of(denial.article)):
        if s.end > denial.start or denial.start - s.end > BEFORE or s.negative or s.cue_class in WANTED:
            continue
        if tellings.cast.side(s.on_behalf_of or s.speaker) in (None, side):
            continue
        acts = [
            e for e in tellings.events_in(s.article, s.span) if e.type in negated and e.status != "negated"
        ]
        if any(side in tellings.cast.sides((*e.actors, *e.recipients)) for e in acts):
            return s
    return None


def _alike(tellings: Tellings, denial: Statement) -> Statement | None:
    """The assertion of another side that has most of the denial's words."""
    if not denial.negative:
        return None
    side = tellings.cast.side(denial.on_behalf_of or denial.speaker)
    content = stems(tellings.surface(denial))
    best: tuple[float, str] | None = None
    chosen: Statement | None = None
    for s in tellings.statements_of(denial.article):
        if s.negative or tellings.cast.side(s.on_behalf_of or s.speaker) in (None, side):
            continue
        words = stems(tellings.surface(s))
        same = words & content
        shared = len(same) / max(1, min(len(words), len(content)))
        if len(same) < SAME_WORDS or shared < SAME_CONTENT:
            continue
        if best is None or (shared, s.id) > best:
            best, chosen = (shared, s.id), s
    return chosen
