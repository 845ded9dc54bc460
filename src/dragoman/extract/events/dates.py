"""The day of an act: the time expression of its clause, else of its sentence, else the article's day.

"a exigé mercredi la levée" → the Wednesday that the times layer found.
"""

from __future__ import annotations

from dragoman.extract.events.triggers import Trigger
from dragoman.model.documents import Document


def find_date(document: Document, trigger: Trigger, status: str) -> str | None:
    """EDTF, or None where nothing tells."""
    sentence = document.sentence_of(trigger.head)
    times = [t for t in document.times_in(sentence.span) if t.edtf and t.type in ("DATE", "TIME")]
    at = document.tokens[trigger.head].start
    if times:
        return min(times, key=lambda t: abs(t.span.start - at)).edtf
    if status == "occurred" and document.block_of(trigger.head).kind in ("title", "standfirst"):
        return document.published
    return None
