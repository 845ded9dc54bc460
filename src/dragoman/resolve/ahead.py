"""Whether a passage speaks of what is to come: by a future, by "doit" or "prévu", by who hopes or promises it.

"La rencontre aura lieu en mars" does; "la rencontre serait un tournant" and "la rencontre qui devait avoir lieu en mars
a été annulée" do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# What kind of expectation a speaker's cue makes of what they say will come.
KINDS = {
    "hope": "hoped",
    "promise": "promised",
    "threaten": "threatened",
    "ask": "proposed",
    "propose": "proposed",
    "plan": "planned",
}
# "a dit espérer que…": the verb of hope stands so near before the content, in characters.
LEAD = 40
# And so near after its beginning.
OWN = 20
# So many clauses before it may be needed to read one.
REACH = 3
# A comma and its space.
COMMA = 2
# Where a clause begins or ends.
_EDGE = re.compile(r"[.;:!?«»“”\"()–—\n]|, | - ")
# Where a sentence ends; "M. Sotek" ends none.
_FULL_STOP = re.compile(r"[!?…\n]|(?<!\b[A-ZÀ-Ý])\.(?=\s|$)")


def clause_of(tellings: Tellings, article: str, span: Span) -> Span:
    """The stretch between two marks of punctuation around a span."""
    text, sentence = tellings.text(article), tellings.sentence(article, span.start)
    start = max([sentence.start, *(m.end() for m in _EDGE.finditer(text, sentence.start, span.start))])
    after = _EDGE.search(text, span.end, max(sentence.end, span.end))
    return Span(start, after.start() if after else max(sentence.end, span.end))


def words_around(tellings: Tellings, article: str, clause: Span) -> Span:
    """The clause as it can be read by itself: "qui doit venir à Klow" with whom it is said of."""
    text, broken_off = tellings.text(article), Wordings.load()
    for _ in range(REACH):
        words = clause.of(text).lstrip()
        if clause.start < COMMA or not words[:1].islower() or not broken_off.find("broken_off", words):
            break
        before = clause_of(tellings, article, Span(clause.start - COMMA, clause.start - COMMA))
        if before.end >= clause.start or before.start >= clause.start:
            break
        clause = Span(before.start, clause.end)
    start = clause.start + len(clause.of(text)) - len(clause.of(text).lstrip(" ,\n"))
    return Span(min(start, clause.end), clause.end)


@lru_cache(maxsize=1024)  # rules of several kinds ask it of the statements and clauses of one article
def looks_ahead(text: str, before: str = "", after: str = "", ought: bool = True) -> bool:
    """Whether the words tell of something to come that nobody denies; `before` and `after` stand around them.

    `ought` where "doit" may tell a plan, and not only what should be.
    """
    wordings = Wordings.load()
    if wordings.find("supposed", text):
        return False
    return any(
        not wordings.find("undone", text[max(0, m.start() - LEAD) : m.start()])
        and not wordings.find("never", text[m.end() : m.end() + LEAD // 2])
        and (ought or not wordings.find("ought", m[0]))
        and not (wordings.find("foregone", m[0]) and _is_off(before + text + after, len(before) + m.start()))
        for m in wordings.find_all("coming", text)
    )


def _is_off(text: str, at: int) -> bool:
    """Whether the sentence tells that what was to come was called off: "qui devait se tenir en mars, a été reporté"."""
    start = max((m.end() for m in _FULL_STOP.finditer(text, 0, at)), default=0)
    after = _FULL_STOP.search(text, at)
    return Wordings.load().find("called_off", text[start : after.start() if after else len(text)]) is not None


def clause_looks_ahead(
    tellings: Tellings, article: str, clause: Span, whole: Span, said: bool = False
) -> bool:
    """The same of a clause, in the `whole` that it is a part of (a sentence, a statement: then it is `said`)."""
    text = tellings.text(article)
    before, after = (
        Span(min(whole.start, clause.start), clause.start),
        Span(clause.end, max(whole.end, clause.end)),
    )
    # "l'Europe doit parler à Klow", says somebody who sets no day: that it should
    ought = not said or bool(tellings.times_in(article, whole))
    return looks_ahead(clause.of(text), before.of(text), after.of(text), ought)


def attitude_of(tellings: Tellings, s: Statement) -> str | None:
    """The kind of expectation that the speaker's verb makes of the content, None where it only tells."""
    if s.cue_class in KINDS:
        return KINDS[s.cue_class]
    # "a dit espérer que…", "qu'il souhaitait revoir…"
    lead = tellings.text(s.article)[max(0, s.start - LEAD) : min(s.start + OWN, s.end)]
    return "hoped" if Wordings.load().find("hoping", lead) else None


def is_ahead(tellings: Tellings, article: str, span: Span, holder: Statement | None) -> bool:
    """Whether what stands at `span` is to come, as the article or the statement around it tells."""
    if holder is not None and attitude_of(tellings, holder) is not None:
        return True
    clause = clause_of(tellings, article, span)
    if holder is None:
        return clause_looks_ahead(tellings, article, clause, tellings.sentence(article, clause.start))
    clause = _across_incise(tellings, clause, holder)
    clause = Span(max(clause.start, holder.start), min(clause.end, holder.end))
    return clause_looks_ahead(tellings, article, clause, holder.span, said=True)


def _across_incise(tellings: Tellings, clause: Span, holder: Statement) -> Span:
    """The clause with its other half, where only the speaker's incise parts them: "cela permettra, dit-il, une…"."""
    if holder.cue is None or not holder.span.holds(holder.cue):
        return clause
    incise = clause_of(tellings, holder.article, holder.cue)
    if 0 <= clause.start - incise.end <= COMMA:
        before = clause_of(tellings, holder.article, Span(incise.start - COMMA, incise.start - COMMA))
        return Span(before.start, clause.end)
    if 0 <= incise.start - clause.end <= COMMA:
        after = clause_of(tellings, holder.article, Span(incise.end + COMMA, incise.end + COMMA))
        return Span(clause.start, after.end)
    return clause
