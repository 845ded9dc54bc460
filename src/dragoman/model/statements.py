"""Who said what: one passage in which somebody's words or expressed thought are reported.

"Donald Trump a affirmé que Pyongyang avait exigé la levée…" → speaker Donald Trump, kind indirect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dragoman.model.claims import Claim
from dragoman.model.spans import Span

STATEMENT_KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """Codebook section 3. `start`/`end` is the content, marks and cue left out.

    `kind`: direct, indirect, mixed. `fragments` are the verbatim pieces. `speaker` is a canonical actor or
    None where nobody is named. `relayed_by` runs from the nearest to the reader. `cue_lemma` and `cue_class`
    (say, claim, deny, ask, promise, threaten, hope, fear, judge, perceive, …) come from the lexicon.
    `speaker_span` is the phrase that named the speaker. `on_behalf_of` is the side a spokesperson speaks for.
    `said_on` (EDTF) and `said_at` tell when and where it was said; `hearsay` marks a conditional of hearsay.
    """

    layer: ClassVar[str] = "statement"

    kind: str
    fragments: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_span: Span | None = None
    relayed_by: tuple[str, ...] = ()
    on_behalf_of: str | None = None
    addressee: str | None = None
    medium: str | None = None
    said_on: str | None = None
    said_at: str | None = None
    cue_lemma: str | None = None
    cue_class: str | None = None
    negative: bool = False
    hearsay: bool = False
