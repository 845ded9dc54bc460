"""Who says in an article that a meeting is to come: each saying once, by its speaker where it has one.

"Un sommet en mars", a title; "Nous nous verrons en mars", Kovar → one outlook, hers.

A saying is known by where it stands: the statement that holds it, or the clause of the article's own voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.ahead import attitude_of, clause_of, is_ahead, words_around
from dragoman.resolve.disputes.versions import shorten
from dragoman.resolve.horizons import find_horizon
from dragoman.resolve.reported import Outlook
from dragoman.resolve.tellings import Tellings

# A report of such a status tells of a meeting to come.
AHEAD = ("proposed", "planned")
# Of a meeting that was put off or called off, too, it may be said that it will be held.
OFF_OR_AHEAD = (*AHEAD, "postponed", "cancelled", "refused", "ongoing")
# What tells that two will meet is of these types.
ARRANGES = ("AGREE", "CONSULT")
# Who says that "elle aura lieu" speaks of the meeting mentioned at most so many characters before.
BEFORE = 450
LONGEST = 160
# What makes a meeting the setting of something else stands within so many characters before it.
NEAR = 45


def find_outlooks(tellings: Tellings, report: MeetingReport) -> list[Outlook]:
    """Who says that the meeting is to come: speakers, and the article once."""
    return tellings.once(report.article, "outlooks", _outlooks)[tellings.id_of(report)]


def tells_which(report: MeetingReport) -> bool:
    """Whether one can tell which meeting it is: the others become no meeting."""
    return len(report.participants) + (report.date is not None) + (report.place is not None) > 1


def _outlooks(tellings: Tellings, article: str) -> dict[str, list[Outlook]]:
    """The outlooks of each report of the article, each statement for one of them.

    Where it mentions several, for one of which one can tell which meeting it is.
    """
    out: dict[str, list[Outlook]] = defaultdict(list)
    reports = [r for r in tellings.reports_of(article) if r.status in OFF_OR_AHEAD]
    reports.sort(key=lambda r: not tells_which(r))
    taken: set[str] = set()
    for find in (_mentioning, _taking_up):
        for report in reports:
            for s in find(tellings, report):
                if tellings.id_of(s) not in taken:
                    taken.add(tellings.id_of(s))
                    out[tellings.id_of(report)].append(_outlook(tellings, report, s))
    held = {tellings.id_of(s): s for s in tellings.statements_of(article)}
    for report in reports:
        said = out[tellings.id_of(report)]
        own = _of_the_article(tellings, report, [(o, held[o.holder].span) for o in said])
        said.extend([own] if own else [])
    return out


def _mentioning(tellings: Tellings, report: MeetingReport) -> Iterator[Statement]:
    """The statements that mention it as to come."""
    if report.status not in AHEAD:
        return
    for mention in report.mentions:
        holder = holder_of(tellings, report.article, mention)
        if (
            holder
            and is_ahead(tellings, report.article, mention, holder)
            and not _is_setting(tellings, report, mention)
        ):
            yield holder


def _is_setting(tellings: Tellings, report: MeetingReport, mention: Span) -> bool:
    """Whether something else is to come there: "les débats qui animeront le sommet", "sera absent du sommet"."""
    before = Span(max(0, mention.start - NEAR), mention.start)
    return tellings.find_words(report.article, "setting", before) is not None


def holder_of(tellings: Tellings, article: str, mention: Span) -> Statement | None:
    """The statement in which a mention begins: it may run on behind its end."""
    return tellings.holder(article, mention) or tellings.holder(
        article, Span(mention.start, mention.start + 1)
    )


def _of_the_article(
    tellings: Tellings, report: MeetingReport, said: list[tuple[Outlook, Span]]
) -> Outlook | None:
    """The first passage in which the article itself says so, and does not only lead to what a speaker `said`."""
    if report.status not in AHEAD:
        return None
    article, text = report.article, tellings.text(report.article)
    told = tellings.articles.get(article)
    title = len(told.title) if told and told.title and text.startswith(told.title) else 0
    for mention in report.mentions:
        if holder_of(tellings, article, mention) or not is_ahead(tellings, article, mention, None):
            continue
        if _is_setting(tellings, report, mention):
            continue
        sentence = tellings.sentence(article, mention.start)
        horizon = find_horizon(tellings, article, sentence, report.date)
        clause = clause_of(tellings, article, mention)
        act = None if mention.start == report.start else act_of_meeting(tellings, report, clause)
        own = Outlook(
            None,
            report.status,
            shorten(words_around(tellings, article, clause).of(text), LONGEST),
            "",
            horizon,
            claim=tellings.id_of(act) if act else "",
        )
        if mention.end <= title and any((own.kind, own.horizon) == (o.kind, o.horizon) for o, _ in said):
            return None  # a title sums up what the text says
        # "Kovar a invité Sotek à le voir mardi": what she says is the rest
        if not any(sentence.touches(span) for _, span in said):
            return own
    return None


def act_of_meeting(tellings: Tellings, report: MeetingReport, clause: Span) -> Event | None:
    """The act in a clause of the article that is the meeting: "Kovar doit revoir Sotek mardi" → "doit"."""
    sides = tellings.cast.sides(report.participants)
    for event in tellings.events_in(report.article, clause):
        if event.type in ARRANGES and not sides.isdisjoint(tellings.cast.sides(event.actors)):
            return event
    return None


def _outlook(tellings: Tellings, report: MeetingReport, holder: Statement) -> Outlook:
    return Outlook(
        by=_who_foresees(tellings, report, holder),
        kind=attitude_of(tellings, holder) or (report.status if report.status in AHEAD else "planned"),
        what=tellings.surface(holder),
        holder=tellings.id_of(holder),
        horizon=find_horizon(
            tellings,
            report.article,
            holder.span,
            report.date if report.status in AHEAD else None,
            holder.said_on,
        ),
        on=holder.said_on,
    )


def _who_foresees(tellings: Tellings, report: MeetingReport, holder: Statement) -> str | None:
    """Who says that they will meet: where an agency says that its state proposes it, who of it would."""
    by, cast = speaker_of(tellings, holder), tellings.cast
    if by is None or holder.speaker is None or cast.kind(holder.speaker) != "media":
        return by
    theirs = [p for p in report.participants if cast.kind(p) == "person" and cast.side(p) == by]
    return cast.name(theirs[0]) if len(theirs) == 1 else by


def _taking_up(tellings: Tellings, report: MeetingReport) -> Iterator[Statement]:
    """Statements that a meeting will be held, where the report's is the one mentioned last before."""
    article = report.article
    for s in tellings.once(article, "convening", _convening):
        before = [
            (m.start, r.id)
            for r in tellings.reports_of(article)
            for m in r.mentions
            if 0 <= s.end - m.start <= BEFORE + s.end - s.start
        ]
        if before and max(before)[1] == report.id:
            yield s


def _convening(tellings: Tellings, article: str) -> list[Statement]:
    """The statements that somebody will meet, whom or what ever they take up."""
    return [
        s
        for s in tellings.statements_of(article)
        if tellings.find_words(article, "convening", s.span) and is_ahead(tellings, article, s.span, s)
    ]


def speaker_of(tellings: Tellings, holder: Statement) -> str | None:
    """Who says that it will come; where an agency of one side tells it, the one who acts in what it tells."""
    if holder.speaker is None:
        return None
    if tellings.cast.kind(holder.speaker) == "media":
        for e in tellings.events_in(holder.article, holder.span):
            if e.actors:
                return tellings.cast.name(e.actors[0])
    return tellings.cast.name(holder.speaker)
