"""Quotations whose marks also hold the incise, as much of the press writes them.

« La trêve tient, a dit le général. Nous restons. » → contents "La trêve tient" and, carried on, "Nous restons".
"""

from __future__ import annotations

from dragoman.extract.statements.cues import Cue
from dragoman.extract.statements.drafts import Draft, draft, of_cue
from dragoman.extract.statements.incises import incise_end, incise_subject, is_incise
from dragoman.extract.statements.zones import Zone

THIRD = ("il", "elle", "ils", "elles")


def of_swallowed(zone: Zone, sentence: Zone, cues: list[Cue], first: int, last: int) -> list[Draft]:
    """The drafts before and after each incise of `sentence`, which stands in the quotation of tokens `first`..`last`
    (exclusive) of `zone`."""
    tokens = zone.tokens
    out: list[Draft] = []
    for cue in cues:
        if cue.first - 1 <= first or tokens[cue.first - 1].text != "," or not is_incise(sentence, cue):
            continue
        who = None if cue.clitic else incise_subject(sentence, cue)
        if cue.clitic is None and who is None:
            continue
        if cue.clitic is not None and cue.clitic.of(zone.document.text).lower() not in THIRD:
            continue
        if (before := of_cue(zone, cue, first, cue.first - 1, "incise")) is not None:
            before.source, before.who, before.clitic = "incise", who, cue.clitic
            out.append(before)
        begin = incise_end(sentence, cue, who) + 1
        after = draft(zone, begin, last, "carry-quote", "carry", ("swallowed", cue.anchor))
        if begin < last - 1 and after is not None:
            out.append(after)
    return out
