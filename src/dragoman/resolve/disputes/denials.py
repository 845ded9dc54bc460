"""One side says that something happened, another denies it.

"Washington accuse Téhéran d'avoir attaqué deux navires, ce que l'Iran dément" → occurrence.
"""

from __future__ import annotations

from dragoman.model.disputes import Dispute
from dragoman.model.statements import Statement
from dragoman.resolve.disputes.versions import account, make_dispute, near
from dragoman.resolve.tellings import Tellings, stems

# This part of the shorter one's content words must be shared for two passages to be of one matter.
SAME_CONTENT = 0.5
# A denial without content answers a charge that stands at most this many characters before it.
BEFORE = 500


def find_denials(tellings: Tellings) -> list[Dispute]:
    """Charges and assertions with the denial that answers them."""
    out: list[Dispute] = []
    for denial in tellings.statements:
        if not denial.negative or denial.speaker is None:
            continue
        answered = _answered(tellings, denial)
        if answered is not None:
            sides = [[account(tellings, answered)], [account(tellings, denial)]]
            out.append(make_dispute(tellings, "occurrence", tellings.surface(answered), sides))
    return out


def _answered(tellings: Tellings, denial: Statement) -> Statement | None:
    """The assertion that the denial contradicts: same content, another side, the nearest."""
    side = tellings.cast.side(denial.on_behalf_of or denial.speaker)
    content = stems(tellings.surface(denial))
    best: tuple[float, Statement] | None = None
    for s in tellings.statements:
        other = tellings.cast.side(s.on_behalf_of or s.speaker)
        if (
            s.id == denial.id
            or s.negative
            or other in (None, side)
            or not near(tellings, s.article, denial.article)
        ):
            continue
        words = stems(tellings.surface(s))
        shared = len(words & content) / max(1, min(len(words), len(content)))
        if len(words & content) >= 3 and shared >= SAME_CONTENT and (best is None or shared > best[0]):
            best = (shared, s)
    return best[1] if best else None
