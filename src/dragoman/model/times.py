"""A TIMEX3 expression: "fin avril" → DATE 2019-04, with what is known of its bounds.

Source: TIMEX3 as in ISO-TimeML and the French TimeBank (Bittar et al. 2011).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """`type` is DATE, TIME, DURATION or SET; `value` is the TIMEX3 value (`2019-02-28`, `P8M`, `PAST_REF`).

    `edtf` is the EDTF date or interval that the expression points to where it points to one, and `rule` is
    the name of the rule that found it.
    """

    span: Span
    type: str
    value: str
    edtf: str | None = None
    rule: str = ""
