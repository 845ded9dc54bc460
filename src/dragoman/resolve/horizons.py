"""By when something said to come was to come.

"un accord d'ici quelques semaines", said on 28 February 2019 → ../2019-04-14.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.edtf import bounds, interval, is_edtf
from dragoman.model.spans import Span
from dragoman.resolve.tellings import Tellings
from dragoman.resolve.wordings import Wordings

# A duration that is told in full: P2W.
_DURATION = re.compile(r"P(\d{1,3})([DWMY])")
# The day of an hour: 2018-07-12T16:00.
_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


@cache
def _vague() -> dict[str, int]:
    return {entry["value"]: int(entry["days"]) for entry in load_yaml("fr/horizons")}


def find_horizon(
    tellings: Tellings, article: str, span: Span, told: str | None, said_on: str | None = None
) -> str | None:
    """EDTF of the term: `told` where it lies ahead of the day on which it was said, else the last time in `span`
    that does; "dans deux semaines" runs from that day.

    None where the passage sets no term, or where the article is undated.
    """
    made = bounds(said_on) if said_on else tellings.day_bounds(article)
    if made is None:
        return told
    if told and bounds(told)[1] > made[1]:
        return told
    for time in reversed(tellings.times_in(article, span)):
        edtf = time.edtf or (time.value if is_edtf(time.value) else None)
        hour = _HOUR.match(time.value)
        if hour and bounds(hour[1])[0] >= made[0]:
            return hour[1]  # "mardi vers 16H00", told on that day
        if edtf and bounds(edtf)[1] > made[1]:
            return edtf
        if Wordings.load().find("past_term", time.span.of(tellings.text(article))):
            continue
        if time.value in _vague():
            return interval(made[0], made[1] + timedelta(days=_vague()[time.value]))
        within = _DURATION.fullmatch(time.value)
        before = tellings.text(article)[max(span.start, time.span.start - 12) : time.span.start]
        if within and Wordings.load().find("within", before):
            days = int(within[1]) * DAYS[within[2]]
            return interval(made[0], made[1] + timedelta(days=days))
    return None
