"""Drafts → statements: the kind, the verbatim pieces and the speakers, in text order."""

from __future__ import annotations

import re

from dragoman.extract.statements.choose import strength
from dragoman.extract.statements.details import chain, find_details
from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.scorer import confidence_of
from dragoman.extract.statements.speakers import Voice, find_voice
from dragoman.extract.statements.spoken import Story, open_story, tell
from dragoman.extract.statements.trees import Trees
from dragoman.extract.statements.zones import EDGES, Zone
from dragoman.model.actors import Mention
from dragoman.model.documents import Document
from dragoman.model.spans import Span
from dragoman.model.statements import Statement

# Frames whose content is a statement for its quoted words alone.
JUDGED = ("object", "attr", "verb")
# How often a phrase stands without marks where it is the author's own.
PLAIN = 2


def assemble(document: Document, drafts: list[Draft], voices: Trees | None = None) -> list[Statement]:
    """The statements that the chosen `drafts` make; `voices` ranks the speakers (the learned trees by default)."""
    story, found = find_voices(document, drafts, voices)
    beside: dict[int, list[tuple[Span, str | None]]] = {}
    for draft, voice in zip(drafts, found, strict=True):
        beside.setdefault(draft.zone.sentence, []).append((draft.span, voice.name))
    return [
        _statement(
            document,
            draft,
            voice,
            chain(draft.span, voice.name, beside[draft.zone.sentence]),
            story.heads.get(draft.zone.sentence, []),
        )
        for draft, voice in zip(drafts, found, strict=True)
    ]


def find_voices(document: Document, drafts: list[Draft], voices: Trees | None) -> tuple[Story, list[Voice]]:
    """The speaker of each draft, one after the other: who has spoken is likely to go on."""
    story = open_story(document)
    by_zone: dict[int, dict[str, bool]] = {}
    found = []
    for draft in drafts:
        zone_speakers = by_zone.setdefault(id(draft.zone), {})
        voice = find_voice(story, draft, zone_speakers, voices)
        found.append(voice)
        if voice.name is not None and not draft.zone.nested:
            tell(story, voice.name, draft.zone.sentence)
            zone_speakers[voice.name] = zone_speakers.get(voice.name, False) or draft.source == "incise"
    return story, found


def _statement(
    document: Document, draft: Draft, voice: Voice, holders: tuple[str, ...], mentions: list[Mention]
) -> Statement:
    fragments, kind = verbatim(draft)
    details = find_details(document, draft, voice.name, mentions)
    actor = document.actors.get(voice.name) if voice.name else None
    cue = draft.cue
    return Statement(
        article=document.article.id,
        start=draft.span.start,
        end=draft.span.end,
        rule=draft.rule,
        cue=draft.cue_span,
        resolved=voice.resolution(),
        confidence=round(confidence_of(strength(draft), voice.score), 3),
        kind=kind,
        fragments=fragments,
        speaker=voice.name,
        speaker_span=voice.span,
        relayed_by=tuple(dict.fromkeys((*details.relays, *holders))),
        on_behalf_of=actor.side if actor is not None and actor.side != voice.name else None,
        addressee=details.addressee,
        medium=details.medium,
        said_on=details.said_on,
        said_at=details.said_at,
        cue_lemma=draft.lemma,
        cue_class=draft.cls,
        negative=(draft.cls == "deny") != (cue is not None and cue.refused),
        hearsay=draft.frame == "hearsay",
    )


def verbatim(draft: Draft) -> tuple[tuple[Span, ...], str]:
    """The verbatim pieces of the content and the kind that follows from what is left."""
    span, zone = draft.span, draft.zone
    if zone.nested:
        return (), "indirect"
    pieces = zone.fragments(span)
    if draft.frame not in JUDGED:  # there the quoted words are what makes it a statement
        pieces = [p for p in pieces if not _is_name(zone, p, span)]
    if not pieces:
        return (), "indirect"
    text = zone.document.text
    rest = []
    cursor = span.start
    for gap in sorted([*pieces, *draft.holes]):
        rest.append(text[cursor : max(cursor, gap.start)])
        cursor = max(cursor, gap.end)
    rest.append(text[cursor : max(cursor, span.end)])
    left = "".join(c for c in "".join(rest) if c not in EDGES and c not in "!?()[]…").removeprefix("et")
    if left:
        return tuple(pieces), "mixed"
    # What the author's verb takes as its object or infinitive is the author's clause, quoted whole or not.
    phrase = (
        draft.frame in ("object", "attr", "verb", "inf", "noun-inf")
        and not text[span.start : span.start + 1].isupper()
    )
    return tuple(pieces), "mixed" if phrase else "direct"


def _is_name(zone: Zone, piece: Span, span: Span) -> bool:
    """Whether the quoted piece is a name or a set expression inside an author's clause ("gilets jaunes"): in capitals,
    or a phrase that the article also uses without marks."""
    document = zone.document
    quoted = document.text[piece.start : piece.end]
    words = quoted.split()
    if len(words) > 3 or piece.end - piece.start > 0.5 * (span.end - span.start):
        return False
    if all(w[:1].isupper() for w in words if len(w) > 3) and any(len(w) > 3 for w in words):
        return piece.start > span.start + 3
    plain = 0
    for m in re.finditer(rf"(?<!\w){re.escape(quoted)}(?!\w)", document.text):
        quote = document.quote_at(m.start())
        plain += quote is None or quote.inner != Span(m.start(), m.end())
    return plain >= PLAIN
