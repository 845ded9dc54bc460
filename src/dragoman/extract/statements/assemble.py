"""Drafts → statements: the choice among those that overlap, the kind, the speakers in text order."""

from __future__ import annotations

from dragoman.extract.statements.contents import EDGES
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.speakers import Voice, find_voice
from dragoman.model.documents import Document
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


def assemble(document: Document, drafts: list[Draft], floor: float = 0.0) -> list[Statement]:
    """The statements among `drafts`; those whose score is under `floor` are left out."""
    out: list[Statement] = []
    previous: Voice | None = None
    block = -1
    for draft in _choose([d for d in drafts if d.score >= floor]):
        here = document.sentences[draft.sentence].block
        if here != block and draft.source == "carry" and here > block + 3:
            previous = None
        block = here
        voice = find_voice(document, draft, previous)
        fragments, kind = _kind(document, draft)
        out.append(
            Statement(
                article=document.article.id,
                start=draft.span.start,
                end=draft.span.end,
                rule=draft.rule,
                cue=draft.cue_span,
                resolved=voice.resolution(),
                confidence=round(draft.score, 3),
                kind=kind,
                fragments=fragments,
                speaker=voice.name,
                speaker_span=voice.span,
                cue_lemma=draft.lemma,
                cue_class=draft.cls,
                negative=draft.negative,
                hearsay=draft.hearsay,
            )
        )
        if voice.name is not None:
            previous = voice
    return out


def _choose(drafts: list[Draft]) -> list[Draft]:
    """Without those that say the same passage twice: the higher score stays, then the longer."""
    kept: list[Draft] = []
    for d in sorted(drafts, key=lambda d: (-d.score, -(d.span.end - d.span.start))):
        if all(_share(d.span, k.span) < 0.5 for k in kept):
            kept.append(d)
    return sorted(kept, key=lambda d: (d.span.start, -d.span.end))


def _share(a: Span, b: Span) -> float:
    inter = min(a.end, b.end) - max(a.start, b.start)
    return 0.0 if inter <= 0 else inter / (max(a.end, b.end) - min(a.start, b.start))


def _kind(document: Document, draft: Draft) -> tuple[tuple[Span, ...], str]:
    """The verbatim pieces and the kind that follows from them."""
    span = draft.span
    pieces = []
    for q in document.quotes:
        if q.depth == 0 and q.outer.touches(span):
            start, end = max(span.start, q.inner.start), min(span.end, q.inner.end)
            if start < end:
                pieces.append(Span(start, end))
    if not pieces:
        return (), "indirect"
    rest = []
    cursor = span.start
    for gap in sorted([*pieces, *draft.holes]):
        rest.append(document.text[cursor : max(cursor, gap.start)])
        cursor = max(cursor, gap.end)
    rest.append(document.text[cursor : max(cursor, span.end)])
    left = "".join(rest)
    words = "".join(c for c in left if c not in EDGES + "!?()[]…").removeprefix("et")
    return tuple(pieces), "mixed" if words else "direct"
