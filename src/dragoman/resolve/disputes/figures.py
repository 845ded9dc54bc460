"""Two sides give different figures for one thing.

Séoul: "six missiles"; Pyongyang: "deux missiles", on the same day → figure.
"""

from __future__ import annotations

import re
from collections import defaultdict

from dragoman.model.disputes import Dispute
from dragoman.resolve.disputes.versions import Account, account, make_dispute, near
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings

_COUNTED = re.compile(
    r"\b(\d[\d\u00a0\u202f .]*(?:,\d+)?)\s+(?:millions? de |milliards? de |mille )?([a-zà-ÿ]{4,})"
)


def find_figures(tellings: Tellings) -> list[Dispute]:
    """Different numbers for one counted noun, in statements of two sides that share their other words."""
    told: dict[str, list[tuple[str, frozenset[str], Account]]] = defaultdict(list)
    for s in tellings.statements:
        if s.speaker is None:
            continue
        text = tellings.surface(s)
        for m in _COUNTED.finditer(text):
            if Wordings.load().find("time_unit", m[2]):
                continue
            window = text[max(0, m.start() - 80) : m.end() + 80]
            number = re.sub(r"\D", "", m[1])
            told[m[2].rstrip("s")].append((number, stems(window) - stems(m[2]), account(tellings, s)))
    out = []
    for noun, rows in sorted(told.items()):
        for i, (n1, w1, a) in enumerate(rows):
            for n2, w2, b in rows[i + 1 :]:
                if (
                    n1 == n2
                    or a.party == b.party
                    or len(w1 & w2) < 2
                    or not near(tellings, a.article, b.article)
                ):
                    continue
                out.append(make_dispute(tellings, "figure", noun, [[a], [b]]))
    return out
