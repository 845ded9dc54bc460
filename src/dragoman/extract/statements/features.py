"""What is known of a draft, as numbers: the frame, the cue, the edges of the content, its links in the parse.

Draft("la trêve tenait", frame que, cue a affirmé) → 1.0 for frame=que, 3.0 for the tokens, …
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

import numpy as np

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.edges import CHANCES
from dragoman.extract.statements.facts import ZoneFacts
from dragoman.extract.statements.grammar import CLASSES, FORMS, FRAMES
from dragoman.extract.statements.neighbours import AFTER, BEFORE, FIRSTS
from dragoman.extract.statements.zones import MARKS

DEPS = ("ROOT", "acl", "advcl", "xcomp", "ccomp", "conj", "parataxis")
# Frames of which one, beside another of the same cue, tells against it.
RIVALS = ("que", "inf", "colon", "attr", "object", "incise")
WORDS = ("selon", "d'après", "pour")

# The numbers that every draft has, in the order in which `describe` lists them.
EACH = (
    "tokens",
    "chars",
    "finite",
    "finite_outside",
    "quoted",
    "quote_tokens",
    "quotes",
    "opens_quote",
    "closes_quote",
    "partial_quote",
    "one_word_quote",
    "at_start",
    "at_end",
    "capital",
    "last_punct",
    "main_finite",
    "subjects",
    "out_arcs",
    "in_arcs_right",
    "in_arcs_left",
    "title",
    "nested",
    "zone_tokens",
    "zone_cues",
    "zone_quotes",
    "cues_inside",
    "holes",
    "hole_tokens",
    "begin_rank",
    "end_rank",
    "variant",
    "variants",
    "block_first",
    "previous_quoted",
    "previous_cue",
    "i_in_quote",
    "prior",
    *(f"rival={x}" for x in RIVALS),
    *CHANCES,
)
NAMES: tuple[str, ...] = (
    *(f"frame={x}" for x in FRAMES),
    *(f"class={x}" for x in CLASSES),
    *(f"form={x}" for x in FORMS),
    *(f"after={x}" for x in AFTER),
    *(f"second={x}" for x in AFTER),
    *(f"before={x}" for x in BEFORE),
    *(f"first={x}" for x in FIRSTS),
    *(f"dep={x}" for x in DEPS),
    *(f"word={x}" for x in WORDS),
    "reflexive",
    "negated",
    "passive",
    "gerund",
    "clitic",
    "group",
    "conditional",
    "future",
    "present",
    "self",
    "subject",
    "subject_pronoun",
    "subject_name",
    "gap",
    "gap_comma",
    "cue_side",
    "who_pronoun",
    "who_name",
    "who_actor",
    "source_first",
    "root_end",
    "first_person",
    "subject_actor",
    "subject_person",
    "subject_ce",
    "que_below",
    "que_relative",
    "tagged_verb",
    "object_noun",
    *EACH,
)
INDEX = {name: k for k, name in enumerate(NAMES)}
FIRST = len(NAMES) - len(EACH)
FRAME = {x: INDEX[f"frame={x}"] for x in FRAMES}
CLASS = {x: INDEX[f"class={x}"] for x in CLASSES}
GAP, SIDE, SOURCE_FIRST = INDEX["gap"], INDEX["cue_side"], INDEX["source_first"]


def describe(
    d: Draft, facts: ZoneFacts, ranks: tuple[int, int, int, int], prior: float, rivals: frozenset[str]
) -> tuple[list[tuple[int, float]], tuple[float, ...]]:
    """What is known of `d` by place in NAMES, and the numbers that every draft has (EACH).

    `ranks` are its place among its variants.
    """
    zone, tokens = d.zone, d.zone.tokens
    edge = d.end
    while edge < zone.last and zone.quote_of(edge) < 0 and tokens[edge].text in MARKS:
        edge += 1
    told: list[tuple[int, float]] = []
    cue = d.cue
    if cue is not None:
        follows = d.begin > cue.last
        told += facts.of_cue(cue)
        told += facts.of_start(cue, d.begin)
        told.append((GAP, d.begin - cue.last if follows else d.end - cue.first))
        told.append((SIDE, 1.0 if follows else -1.0))
    names = [
        FRAME.get(d.frame),
        CLASS.get(d.cls or ""),
        facts.after(edge, "after"),
        facts.before(d.begin),
        facts.opening(d.begin),
    ]
    if edge < zone.last and tokens[edge].text in (",", "-", "–", "--", "("):
        names.append(facts.after(edge + 1, "second"))
    if d.who is not None:
        told += facts.of_who(d.who)
    if d.frame == "preposition":
        names.append(INDEX.get(f"word={d.lemma}"))
        told.append((SOURCE_FIRST, float(d.cue_span is not None and d.cue_span.start <= zone.start + 2)))
    told += [(place, 1.0) for place in names if place is not None]
    begin, end = d.begin - zone.first, d.end - zone.first
    inside = zone.inside
    quoted = facts.quoted[end] - facts.quoted[begin]
    opening, closing = inside[begin], inside[end - 1]
    cut = (end < len(inside) and closing >= 0 and inside[end] == closing) or (
        begin > 0 and opening >= 0 and inside[begin - 1] == opening
    )
    out, right, left = facts.links(begin, end)
    text = zone.document.text
    return told, (
        end - begin,
        d.span.end - d.span.start,
        facts.finite[end] - facts.finite[begin],
        facts.outside[end] - facts.outside[begin],
        quoted / (end - begin),
        quoted,
        len({n for n in inside[begin:end] if n >= 0}) if zone.quotes else 0,
        opening >= 0,
        closing >= 0,
        cut,
        0 < quoted <= 3,
        begin == 0,
        d.end >= zone.last - 1,
        text[d.span.start : d.span.start + 1].isupper(),
        text[d.span.end - 1 : d.span.end] in "!?).",
        facts.main[end] - facts.main[begin],
        facts.subjects[end] - facts.subjects[begin],
        out,
        right,
        left,
        *facts.whole,
        bisect_left(facts.anchors, d.end) - bisect_left(facts.anchors, d.begin),
        len(d.holes),
        sum(h.end - h.start for h in d.holes) if d.holes else 0,
        *ranks,
        *facts.ahead,
        quoted > 0 and facts.me[end] > facts.me[begin],
        prior,
        *(x in rivals for x in RIVALS),
    )


def read_facts(drafts: list[Draft]) -> dict[int, ZoneFacts]:
    """The facts of each zone of a document's drafts, by the zone's id."""
    facts: dict[int, ZoneFacts] = {}
    previous: ZoneFacts | None = None
    for d in drafts:
        if id(d.zone) not in facts:
            facts[id(d.zone)] = ZoneFacts(d.zone, previous, INDEX)
            if not d.zone.nested:
                previous = facts[id(d.zone)]
    return facts


def describe_all(
    drafts: list[Draft], facts: dict[int, ZoneFacts], prior: Callable[[Draft], float], chances: Any
) -> Any:
    """The numbers of all drafts of a document: one row each, in the order of NAMES; `chances` are those of CHANCES."""
    groups: dict[tuple[int, tuple[str, int]], list[Draft]] = {}
    for d in drafts:
        groups.setdefault((id(d.zone), d.key), []).append(d)
    ranks: dict[int, tuple[int, int, int, int]] = {}
    rivals: dict[tuple[int, tuple[str, int]], frozenset[str]] = {}
    for members in groups.values():
        begins = sorted({d.begin for d in members})
        rivals[id(members[0].zone), members[0].key] = frozenset(d.frame for d in members)
        ends = sorted({d.end for d in members})
        for n, d in enumerate(members):
            ranks[id(d)] = (begins.index(d.begin), len(ends) - 1 - ends.index(d.end), n, len(members))
    width = len(NAMES)
    places: list[int] = []
    values: list[float] = []
    each = []
    for n, d in enumerate(drafts):
        told, numbers = describe(d, facts[id(d.zone)], ranks[id(d)], prior(d), rivals[id(d.zone), d.key])
        row = n * width
        places += [row + place for place, _ in told]
        values += [value for _, value in told]
        each.append(numbers)
    x = np.zeros((len(drafts), width), dtype=np.float32)
    if drafts:
        x.ravel()[places] = values
        x[:, FIRST : -len(CHANCES)] = each
        x[:, -len(CHANCES) :] = chances
    return x
