"""Something said to come, and what became of it.

Mike Pompeo, 20 December 2018: a second summit "peu après le Nouvel An" → met late on 27 February 2019.
"""

from __future__ import annotations

from dataclasses import dataclass

EXPECTATION_KINDS = ("hoped", "planned", "proposed", "promised", "threatened")
EXPECTATION_STATES = ("open", "met", "met late", "lapsed", "overtaken", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Codebook section 7. `claim` is the id of the claim that holds it, `by` who said it, None for the press.

    `kind`: hoped, planned, proposed, promised, threatened. `made_on` and `horizon` are EDTF, None where not
    told. `state` is as of the date asked; `met_by` is the id of the meeting or event that settled it.
    """

    id: str
    claim: str
    what: str
    by: str | None
    kind: str
    made_on: str | None
    horizon: str | None
    state: str
    met_by: str | None = None
    met_on: str | None = None
