"""By when something said to come was to come.

"un accord d'ici quelques semaines", said on 28 February 2019 → ../2019-04-14.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from dragoman.lexicon import load_yaml
from dragoman.model.edtf import bounds, interval, is_edtf
from dragoman.model.spans import Span
from dragoman.resolve.tellings import Tellings


@cache
def _vague() -> dict[str, int]:
    return {entry["value"]: int(entry["days"]) for entry in load_yaml("fr/horizons")}


def find_horizon(tellings: Tellings, article: str, span: Span, told: str | None) -> str | None:
    """EDTF of the term: `told` where it lies ahead of the article, else the last time in `span` that does.

    None where the passage sets no term, or where the article is undated.
    """
    made = tellings.day_bounds(article)
    if made is None:
        return told
    if told and bounds(told)[1] > made[1]:
        return told
    for time in reversed(tellings.times_in(article, span)):
        edtf = time.edtf or (time.value if is_edtf(time.value) else None)
        if edtf and bounds(edtf)[1] > made[1]:
            return edtf
        if time.value in _vague():
            return interval(made[0], made[1] + timedelta(days=_vague()[time.value]))
    return None
