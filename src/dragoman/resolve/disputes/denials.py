"""One side says that something happened or charges another with it, the other denies it.

"Washington accuse Téhéran d'avoir attaqué deux navires, ce que l'Iran dément" → blame; "Il y aura une rencontre, dit
Oslo. Bergen dément." → occurrence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.model.disputes import Dispute
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.accounts import account
from dragoman.resolve.disputes.versions import make_dispute, near, shorten
from dragoman.resolve.leads import Lead
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings

# This part of the shorter one's content words must be shared for two passages to be of one matter.
SAME_CONTENT = 0.5
# A denial answers the charge that stands at most this many characters before it.
BEFORE = 450
# A word that more passages have tells nothing of their matter.
COMMON = 200


def find_denials(tellings: Tellings) -> list[Dispute]:
    """Charges and assertions with the denial that answers them."""
    denied: set[str] = set()
    for s in tellings.statements:
        if s.negative and s.speaker is not None:
            denied |= stems(tellings.surface(s))
    holders: dict[str, list[Statement]] = defaultdict(list)
    for s in tellings.statements:
        if s.speaker is not None and not s.negative:
            for word in stems(tellings.surface(s)) & denied:
                holders[word].append(s)
    pairs: dict[tuple[str, str, str | None, str | None], list[tuple[Statement, Statement]]] = defaultdict(
        list
    )
    for denial in tellings.statements:
        if denial.speaker is None or not _denies(tellings, denial):
            continue
        answered = _before(tellings, denial) or (
            _alike(tellings, denial, holders) if denial.negative else None
        )
        if answered is not None:
            kind = "blame" if answered.cue_class == "accuse" else "occurrence"
            # an exchange that goes on over a few sentences is one
            parties = (account(tellings, answered).party, account(tellings, denial).party)
            pairs[kind, answered.article, *parties].append((answered, denial))
    out = []
    for (kind, *_), told in pairs.items():
        matter = shorten(tellings.surface(told[0][0]))
        sides = [[account(tellings, a) for a, _ in told], [account(tellings, d) for _, d in told]]
        out.append(make_dispute(tellings, kind, matter, sides))
    return out


def find_denial_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The statements of an article in which something is denied: an exchange is told where both sides are."""
    told = tellings.statements_of(article)
    if any(s.speaker is not None and _denies(tellings, s) for s in told):
        for s in told:
            yield Lead(
                "denials", (f"denials|{article}",), article, tellings.day(article), s.start, tellings.id_of(s)
            )


def _denies(tellings: Tellings, s: Statement) -> bool:
    return s.negative or Wordings.load().find("rebuttal", tellings.surface(s)) is not None


def _before(tellings: Tellings, denial: Statement) -> Statement | None:
    """The charge against the denier's side, or the telling of the act denied, that stands right before."""
    side = tellings.cast.side(denial.on_behalf_of or denial.speaker)
    negated = {e.type for e in tellings.events_in(denial.article, denial.span) if e.status == "negated"}
    for s in reversed(tellings.statements_of(denial.article)):
        if s.end > denial.start or denial.start - s.end > BEFORE or s.negative:
            continue
        other = tellings.cast.side(s.on_behalf_of or s.speaker)
        if other in (None, side):
            continue
        within = tellings.events_in(s.article, s.span)
        charged = s.cue_class == "accuse" and _charges(tellings, s, side)
        told = any(
            e.type in negated
            and e.status != "negated"
            and side in _all_sides(tellings, e.actors + e.recipients)
            for e in within
        )
        if charged or told:
            return s
    return None


def _charges(tellings: Tellings, s: Statement, side: str | None) -> bool:
    """Whether the side is charged: it is a party to an act that the charge holds or makes."""
    lead = Span(max(0, s.start - 80), s.end)
    return any(
        side in _all_sides(tellings, e.actors + e.recipients) for e in tellings.events_in(s.article, lead)
    )


def _all_sides(tellings: Tellings, names: tuple[str, ...]) -> frozenset[str]:
    return tellings.cast.sides(names)


def _alike(tellings: Tellings, denial: Statement, holders: dict[str, list[Statement]]) -> Statement | None:
    """The assertion of another side that has most of the denial's words."""
    side = tellings.cast.side(denial.on_behalf_of or denial.speaker)
    content = stems(tellings.surface(denial))
    counts: dict[int, int] = defaultdict(int)
    found: dict[int, Statement] = {}
    for word in content:
        if len(holders.get(word, ())) > COMMON:
            continue
        for s in holders.get(word, ()):
            counts[id(s)] += 1
            found[id(s)] = s
    best: tuple[float, str] | None = None
    chosen: Statement | None = None
    for key, n in counts.items():
        s = found[key]
        if n < 3 or tellings.cast.side(s.on_behalf_of or s.speaker) in (None, side):
            continue
        words = stems(tellings.surface(s))
        same = words & content
        shared = len(same) / max(1, min(len(words), len(content)))
        if len(same) < 4 or shared < SAME_CONTENT or not near(tellings, s.article, denial.article):
            continue
        if best is None or (shared, s.id) > best:
            best, chosen = (shared, s.id), s
    return chosen
