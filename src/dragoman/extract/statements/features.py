"""What is known of a draft, as numbers: the frame, the cue, the edges of the content, its links in the parse.

Draft("la trêve tenait", frame que, cue a affirmé) → 1.0 for frame=que, 3.0 for the tokens, …
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.facts import ZoneFacts, after_of, before_of, first_of
from dragoman.extract.statements.zones import MARKS

FRAMES = ("que", "inf", "colon", "object", "attr", "incise", "preposition", "noun-que", "noun-inf", "noun-quote",
          "carry-quote", "carry-colon", "carry-sentence", "title", "verb", "hearsay")  # fmt: skip
CLASSES = ("say", "claim", "deny", "ask", "promise", "threaten", "hope", "fear", "judge", "perceive", "write", "relay",
           "read", "accuse", "admit", "propose", "warn", "predict")  # fmt: skip
FORMS = ("finite", "participle", "past", "infinitive")
AFTER = ("end", "comma", "stop", "close", "dash", "and", "but", "rel", "time", "selon", "ant", "cue", "det", "adp",
         "fin", "quote", "pron", "other")  # fmt: skip
BEFORE = ("start", "que", "de", "comma", "colon", "verb", "noun", "adp", "quote", "cc", "other")
FIRSTS = ("DET", "PRON", "INF", "NAME", "QUOTE", "ADJ", "ADP", "SCONJ", "ADV", "VERB", "OTHER")
DEPS = ("ROOT", "acl", "advcl", "xcomp", "ccomp", "conj", "parataxis")
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


def describe(
    d: Draft, facts: ZoneFacts, ranks: tuple[int, int, int, int], prior: Callable[[Draft], float]
) -> list[float]:
    """The numbers of `d` in the order of NAMES; `ranks` are its place among its variants."""
    zone, tokens = d.zone, d.zone.tokens
    document = zone.document
    edge = d.end
    while edge < zone.last and zone.quote_of(edge) < 0 and tokens[edge].text in MARKS:
        edge += 1
    told: dict[str, float] = {
        f"frame={d.frame}": 1.0,
        f"class={d.cls}": 1.0,
        f"after={after_of(zone, edge)}": 1.0,
        f"before={before_of(zone, d.begin)}": 1.0,
        f"first={first_of(zone, d.begin)}": 1.0,
    }
    if edge < zone.last and tokens[edge].text in (",", "-", "–", "--", "("):
        told[f"second={after_of(zone, edge + 1)}"] = 1.0
    cue = d.cue
    if cue is not None:
        objects = document.children(cue.anchor, "obj")
        told["object_noun"] = any(k.pos == "NOUN" and k.i < d.begin for k in objects)
        follows = d.begin > cue.last
        if follows and d.begin > zone.first:
            before = tokens[d.begin - 1]
            told["que_below"] = before.head == cue.anchor or tokens[before.head].head == cue.anchor
            relative = tokens[before.head].dep.startswith("acl")
            told["que_relative"] = before.pos == "PRON" and relative
        told["gap"] = d.begin - cue.last if follows else d.end - cue.first
        told["gap_comma"] = follows and any(t.text == "," for t in tokens[cue.last + 1 : d.begin])
        told["cue_side"] = 1.0 if follows else -1.0
    if d.who is not None:
        who = tokens[d.who]
        told["who_pronoun"] = who.pos == "PRON" or who.lower in ("lui", "elle", "eux")
        told["who_name"] = who.pos == "PROPN"
        told["who_actor"] = bool(document.actors_of(d.who))
    if d.frame == "preposition":
        told[f"word={d.lemma}"] = 1.0
        told["source_first"] = d.cue_span is not None and d.cue_span.start <= zone.start + 2
    begin, end = d.begin - zone.first, d.end - zone.first
    inside = zone.inside
    quoted = facts.quoted[end] - facts.quoted[begin]
    opening, closing = inside[begin], inside[end - 1]
    cut = (end < len(inside) and closing >= 0 and inside[end] == closing) or (
        begin > 0 and opening >= 0 and inside[begin - 1] == opening
    )
    out, right, left = facts.links(begin, end)
    text = document.text
    x = [0.0] * len(NAMES)
    if cue is not None:
        for place, value in facts.of_cue(cue):
            x[place] = value
    for name, value in told.items():
        if (place := INDEX.get(name, -1)) >= 0:
            x[place] = value
    x[FIRST:] = (
        end - begin,
        d.span.end - d.span.start,
        facts.finite[end] - facts.finite[begin],
        facts.outside[end] - facts.outside[begin],
        quoted / (end - begin),
        quoted,
        len({n for n in inside[begin:end] if n >= 0}),
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
        zone.title,
        zone.nested,
        zone.last - zone.first,
        len(zone.cues),
        len(zone.quotes),
        sum(d.begin <= c.anchor < d.end for c in zone.cues),
        len(d.holes),
        sum(h.end - h.start for h in d.holes),
        ranks[0],
        ranks[1],
        ranks[2],
        ranks[3],
        facts.block_first,
        facts.previous_quoted,
        facts.previous_cue,
        quoted > 0 and facts.me[end] > facts.me[begin],
        prior(d),
    )
    return x


def describe_all(drafts: list[Draft], prior: Callable[[Draft], float]) -> list[list[float]]:
    """The numbers of all drafts of a document, in their order."""
    facts: dict[int, ZoneFacts] = {}
    previous: ZoneFacts | None = None
    groups: dict[tuple[int, tuple[str, int]], list[Draft]] = {}
    for d in drafts:
        if id(d.zone) not in facts:
            facts[id(d.zone)] = ZoneFacts(d.zone, previous, INDEX)
            if not d.zone.nested:
                previous = facts[id(d.zone)]
        groups.setdefault((id(d.zone), d.key), []).append(d)
    ranks: dict[int, tuple[int, int, int, int]] = {}
    for members in groups.values():
        begins = sorted({d.begin for d in members})
        ends = sorted({d.end for d in members})
        for n, d in enumerate(members):
            ranks[id(d)] = (begins.index(d.begin), len(ends) - 1 - ends.index(d.end), n, len(members))
    return [describe(d, facts[id(d.zone)], ranks[id(d)], prior) for d in drafts]
