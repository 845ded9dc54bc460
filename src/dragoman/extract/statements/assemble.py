"""Drafts → statements: the kind, the verbatim pieces and the speakers, in text order."""

from __future__ import annotations

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.scorer import confidence_of
from dragoman.extract.statements.speakers import Voice, find_voice
from dragoman.extract.statements.zones import EDGES
from dragoman.model.documents import Document
from dragoman.model.spans import Span
from dragoman.model.statements import Statement


def assemble(document: Document, drafts: list[Draft]) -> list[Statement]:
    """The statements that the chosen `drafts` make."""
    out: list[Statement] = []
    previous: Voice | None = None
    for draft in drafts:
        voice = find_voice(document, draft, previous)
        fragments, kind = verbatim(draft)
        out.append(
            Statement(
                article=document.article.id,
                start=draft.span.start,
                end=draft.span.end,
                rule=draft.rule,
                cue=draft.cue_span,
                resolved=voice.resolution(),
                confidence=round(confidence_of(draft.score), 3),
                kind=kind,
                fragments=fragments,
                speaker=voice.name,
                speaker_span=voice.span,
                cue_lemma=draft.lemma,
                cue_class=draft.cls,
                negative=draft.cls == "deny",
                hearsay=draft.frame == "hearsay",
            )
        )
        if voice.name is not None and not draft.zone.nested:
            previous = voice
    return out


def verbatim(draft: Draft) -> tuple[tuple[Span, ...], str]:
    """The verbatim pieces of the content and the kind that follows from what is left."""
    span = draft.span
    if draft.zone.nested:
        return (), "indirect"
    pieces = draft.zone.fragments(span)
    if not pieces:
        return (), "indirect"
    text = draft.zone.document.text
    rest = []
    cursor = span.start
    for gap in sorted([*pieces, *draft.holes]):
        rest.append(text[cursor : max(cursor, gap.start)])
        cursor = max(cursor, gap.end)
    rest.append(text[cursor : max(cursor, span.end)])
    left = "".join(c for c in "".join(rest) if c not in EDGES and c not in "!?()[]…").removeprefix("et")
    return tuple(pieces), "mixed" if left else "direct"
