"""Whom a statement may be from: the actors about it, each with what speaks for him.

"…", a-t-il ajouté. → options: what *il* refers to, the one who spoke before, who else the sentence names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.phrases import bare, unknown_phrase
from dragoman.extract.statements.spoken import Story
from dragoman.extract.statements.standing import above, before_put_in, before_relative, beside
from dragoman.extract.syntax import agent_of, is_passive, subject_of
from dragoman.model.actors import Mention
from dragoman.model.documents import Document
from dragoman.model.spans import Span

KINDS = ("name", "role", "metonym", "demonym", "group", "pronoun", "clitic", "demonstrative", "possessive")
ACTORS = ("person", "state", "organisation", "armed_group", "media", "official", "group")
SOURCES = ("subject", "incise", "complement", "noun", "carry", "nobody")
DEPS = ("nsubj", "obj", "obl", "nmod", "appos", "conj", "ROOT", "flat")
FRAMES = ("que", "inf", "colon", "object", "attr", "incise", "preposition", "carry-quote", "carry-sentence", "title",
          "verb", "hearsay")  # fmt: skip
# What can speak for an option, strongest first: the order breaks ties.
SIGNS = ("who", "direct", "agent", "clitic", "path", "left_subject", "nearest_left", "nearest_right", "first",
         "zone_speaker", "incise_speaker", "previous", "before_previous", "previous_first", "previous_subject",
         "next_first", "in_content", "object_of_cue", "surface", "nobody", "owner_subject", "in_zone", "who_span",
         "apposition", "main", "adjacent", "root_subject", "put_in", "above", "lead", "relative",
         "described")  # fmt: skip

# How many of the last statements are looked through for who spoke in the paragraph.
RECENT = 8

NAMES: tuple[str, ...] = (
    *SIGNS,
    *(f"kind={x}" for x in KINDS),
    *(f"actor={x}" for x in ACTORS),
    *(f"source={x}" for x in SOURCES),
    *(f"frame={x}" for x in FRAMES),
    *(f"dep={x}" for x in DEPS),
    "left", "right", "commas", "mentions_before", "spoken_before", "clitic_given", "plural_clitic", "feminine_clitic",
    "participle", "past", "passive", "infinitive", "reflexive", "nested", "title", "me", "place", "options", "rank",
    "who_given", "who_pronoun", "who_resolved", "direct_given", "path_given", "carry_gap", "several", "agrees",
    "clashes", "said_last_block", "mentions", "share", "singular_clash", "me_in",
    "how_nobody", "how_told", "how_bare_role", "how_role", "how_seat", "previous_person", "spoke_last_sentence",
    "after_mark", "opens_block", "same_block", "blocks_back", "named_back", "acted_back", "spoke_in_block",
    "voices_in_block",
)  # fmt: skip
INDEX = {name: k for k, name in enumerate(NAMES)}
KIND = {x: INDEX[f"kind={x}"] for x in KINDS}
ACTOR = {x: INDEX[f"actor={x}"] for x in ACTORS}
DEP = {x: INDEX[f"dep={x}"] for x in DEPS}
SIGN = {x: INDEX[x] for x in SIGNS}


@dataclass(slots=True)
class Option:
    """A possible speaker: `name` None for nobody; `span` of the phrase that names him nearest."""

    name: str | None
    span: Span | None
    how: str
    signs: set[str] = field(default_factory=set)
    mention: Mention | None = None
    distance: int = 999


def find_options(story: Story, d: Draft, zone_speakers: dict[str, bool]) -> list[Option]:
    """Whom `d` may be from; `zone_speakers` are those of the sentence so far, true for an incise's."""
    document, zone = story.document, d.zone
    tokens = document.tokens
    found: dict[str | None, Option] = {}

    def add(name: str | None, sign: str, mention: Mention | None, distance: int = 900) -> None:
        option = found.get(name)
        if option is None:
            span = mention.span if mention else None
            option = found[name] = Option(name, span, mention.how if mention else sign, mention=mention)
            option.distance = distance
        elif mention is not None and (option.mention is None or distance < option.distance):
            option.span, option.how, option.mention, option.distance = (
                mention.span,
                mention.how,
                mention,
                distance,
            )
        option.signs.add(sign)

    cue = d.cue
    anchor = cue.anchor if cue else d.who if d.who is not None else d.begin
    marks: dict[int, str] = {}
    who = d.who if d.frame != "verb" else None
    same = who is not None and any(
        t.lower in ("même", "mêmes") for t in document.children(who, "amod", "det", "advmod")
    )
    if who is not None:
        marks[who] = "who"
    verb = cue.anchor if cue else d.who if d.frame == "verb" else None
    if verb is not None and tokens[verb].pos != "PUNCT":
        for kid in document.children(verb, "nsubj"):
            marks.setdefault(kid.i, "direct")
        if cue is None or not cue.passive or cue.reflexive:
            path = subject_of(document, verb)
            if path is not None:
                marks.setdefault(path.i, "path")
        elif is_passive(document, verb) and (agent := agent_of(document, verb)) is not None:
            marks[agent.i] = "agent"
        for kid in document.children(verb, "obj", "iobj", "obl"):
            marks.setdefault(kid.i, "object_of_cue")
    if d.source == "noun":
        head = tokens[document.token_at(d.cue_span.start).i] if d.cue_span else tokens[d.begin]  # type: ignore[union-attr]
        for a in document.ancestors(head.i):
            if a.pos in ("VERB", "AUX"):
                subject = subject_of(document, a.i)
                if subject is not None:
                    marks.setdefault(subject.i, "owner_subject")
                break
    if who is not None and (owner := document.mention_of(who)) is not None and owner.kind == "possessive":
        for name in owner.actors[:2]:
            add(name, "who", owner, 0)  # "à ses yeux"
    left_subject = None
    first = True
    nearest_left: Mention | None = None
    nearest_right: Mention | None = None
    inside = [m for s in range(zone.sentence, tokens[zone.last - 1].sent + 1) for m in story.heads.get(s, ())]
    for m in inside:
        quoted = zone.quote_of(m.head) >= 0
        if who is not None and m.head != who and m.span.start <= tokens[who].start < m.span.end:
            marks.setdefault(m.head, "who_span")
        elif who is not None and d.source == "incise" and who < m.head <= who + 14 and m.kind == "name":
            gap = tokens[who + 1 : m.head]
            if any(t.text == "," for t in gap) and not any(t.morph.get("VerbForm") == "Fin" for t in gap):
                before = document.token_at(m.span.start - 1) if m.span.start else None
                if before is not None and before.text == ",":
                    marks.setdefault(m.head, "apposition")
        in_content = d.begin <= m.head < d.end and not any(
            h.start <= tokens[m.head].start < h.end for h in d.holes
        )
        if quoted and not zone.nested:
            continue
        sign = marks.get(m.head)
        if sign == "who" and same:
            continue
        distance = abs(m.head - anchor)
        for name in m.actors[:2]:
            add(name, "in_zone", m, distance if not in_content else distance + 300)
            if sign:
                found[name].signs.add(sign)
                found[name].distance = 0 if sign not in ("object_of_cue",) else found[name].distance
                if sign != "object_of_cue":
                    found[name].span, found[name].mention, found[name].how = m.span, m, m.how
            if d.clitic is not None and m.span.touches(d.clitic):
                found[name].signs.add("clitic")
                found[name].mention, found[name].span, found[name].how = m, m.span, m.how
            if in_content:
                found[name].signs.add("in_content")
            elif first:
                found[name].signs.add("first")
        if in_content:
            continue
        first = False
        if m.head < anchor:
            nearest_left = m
            if tokens[m.head].dep.startswith("nsubj"):
                left_subject = m
        elif nearest_right is None and m.head > anchor:
            nearest_right = m
    if d.source == "subject" and cue is not None:
        for i, sign in marks.items():
            if sign in ("direct", "path") and (told := unknown_phrase(document, zone, i)) is not None:
                words_of = bare(document, tokens[i], told)
                add(words_of, "described", None, abs(i - anchor))
                found[words_of].signs.add(sign)
                found[words_of].span, found[words_of].how = told, "as described"
    spots = [(before_relative(document, anchor, who), "relative")]
    if cue is not None:
        at, higher = beside(zone, cue), above(document, cue.anchor)
        spots += [
            (at, "adjacent"),
            (before_put_in(zone, at), "put_in"),
            (higher.i if higher else -1, "above"),
        ]
    for o in found.values():
        for spot, sign in spots if "described" in o.signs and o.span is not None else ():
            if spot >= 0 and o.span.start <= tokens[spot].start < o.span.end:  # type: ignore[union-attr]
                o.signs.add(sign)
    for m in inside:
        if m.actors and m.actors[0] in found and not d.begin <= m.head < d.end:
            for spot, sign in spots:
                if spot >= 0 and m.span.start <= tokens[spot].start < m.span.end:
                    found[m.actors[0]].signs.add(sign)
    for m in inside:
        head = tokens[m.head]
        if (
            m.actors
            and head.dep.startswith("nsubj")
            and tokens[head.head].dep == "ROOT"
            and m.actors[0] in found
        ):
            found[m.actors[0]].signs.add("root_subject")
    nearest: tuple[tuple[Mention | None, str], ...] = (
        (left_subject, "left_subject"),
        (nearest_left, "nearest_left"),
        (nearest_right, "nearest_right"),
    )
    for near, sign in nearest:
        if near is not None and near.actors:
            found[near.actors[0]].signs.add(sign)
    for name, incise in zone_speakers.items():
        add(name, "incise_speaker" if incise else "zone_speaker", None)
    if story.voices:
        add(story.voices[-1][0], "who" if same else "previous", None)
        for name, _ in reversed(story.voices):
            if name != story.voices[-1][0]:
                add(name, "before_previous", None)
                break
    for name in story.main:
        add(name, "main", None)
    _around(story, zone.sentence - 1, "previous", add)
    story.trail.reach(zone.sentence)
    if d.source in ("carry", "subject") or d.clitic is not None:
        if story.trail.lead is not None:
            add(story.trail.lead, "lead", None)
        last = tokens[zone.last - 1].sent + 1
        nxt = next((m for m in story.heads.get(last, ()) if m.actors and m.kind != "pronoun"), None)
        if nxt is not None:
            add(nxt.actors[0], "next_first", nxt, 700)
    # "Il est accusé d'avoir…": by whom is not always told.
    unsaid = cue is not None and cue.passive and not cue.reflexive
    if (
        unsaid
        or d.source in ("nobody", "carry", "complement", "noun")
        or d.lemma in ("apprendre", "lire")
        or d.clitic
    ):
        add(None, "nobody", None)
    return list(found.values())


def _around(story: Story, sentence: int, sign: str, add: object) -> None:
    """The first mention and the subjects of a sentence nearby."""
    assert callable(add)
    document = story.document
    first = True
    for m in story.heads.get(sentence, ()):
        if not m.actors:
            continue
        if first:
            add(m.actors[0], f"{sign}_first", m, 600)
            first = False
        if document.tokens[m.head].dep.startswith("nsubj"):
            add(m.actors[0], f"{sign}_subject", m, 600)


def describe_options(story: Story, d: Draft, options: list[Option]) -> list[list[float]]:
    """The numbers of each option in the order of NAMES, once `find_options` has found them for `d`."""
    document, zone, at = story.document, d.zone, INDEX
    tokens = document.tokens
    shared = [0.0] * len(NAMES)

    for name in (f"source={d.source}", f"frame={d.frame}"):
        if name in at:
            shared[at[name]] = 1.0
    cue = d.cue
    if cue is not None:
        shared[at["participle"]] = cue.form == "participle"
        shared[at["past"]] = cue.form == "past"
        shared[at["infinitive"]] = cue.form == "infinitive"
        shared[at["passive"]] = cue.passive
        shared[at["reflexive"]] = cue.reflexive
    if d.clitic is not None:
        word = d.clitic.of(document.text).lower()
        shared[at["clitic_given"]] = 1.0
        shared[at["plural_clitic"]] = word.endswith("s") and word != "nous"
        shared[at["feminine_clitic"]] = word.startswith("elle")
    shared[at["nested"]], shared[at["title"]] = zone.nested, zone.title
    if d.who is not None and d.frame != "verb":
        shared[at["who_given"]] = 1.0
        shared[at["who_pronoun"]] = tokens[d.who].pos == "PRON"
        shared[at["who_resolved"]] = bool(document.actors_of(d.who))
    shared[at["direct_given"]] = any("direct" in o.signs for o in options)
    shared[at["path_given"]] = any("path" in o.signs for o in options)
    shared[at["options"]] = len(options)
    if story.voices:
        last = document.actors.get(story.voices[-1][0])
        shared[at["previous_person"]] = last is not None and last.kind == "person"
        shared[at["spoke_last_sentence"]] = zone.sentence - story.voices[-1][1] <= 1
        shared[at["carry_gap"]] = min(zone.sentence - story.voices[-1][1], 20)
    trail, block = story.trail, document.sentences[zone.sentence].block
    here = {name for name, told in story.voices[-RECENT:] if document.sentences[told].block == block}
    shared[at["voices_in_block"]] = len(here)
    if cue is not None:
        before = beside(zone, cue)
        shared[at["after_mark"]] = before >= 0 and zone.breaks(before)
    gender, plural = _asked(document, d)
    shared[at["me_in"]] = any(low in ("je", "j'", "nous") for low in zone.lows[d.begin : d.end])
    anchor = cue.anchor if cue else d.who if d.who is not None else d.begin
    order = sorted(range(len(options)), key=lambda k: options[k].distance)
    ranks = {k: n for n, k in enumerate(order)}
    rows = []
    for k, o in enumerate(options):
        x = shared.copy()
        for sign in o.signs:
            if sign in SIGN:
                x[SIGN[sign]] = 1.0
        m = o.mention
        if m is not None:
            if m.kind in KIND:
                x[KIND[m.kind]] = 1.0
            x[at["place"]] = m.place
            x[at["several"]] = len(m.actors) > 1
            x[at["how_nobody"]] = m.how.endswith("nobody is named")
            x[at["how_told"]] = m.how == "told before"
            x[at["how_role"]] = m.how.startswith("role: ")
            x[at["how_bare_role"]] = m.how.startswith("role: ") and "+" not in m.how and "name" not in m.how
            x[at["how_seat"]] = m.how.startswith(("seat", "organ"))
            head = tokens[m.head]
            if (dep := head.dep.split(":")[0]) in DEP:
                x[DEP[dep]] = 1.0
            gap = m.head - anchor
            x[at["left"]] = -gap if gap < 0 else 0
            x[at["right"]] = gap if gap > 0 else 0
            low, high = min(m.head, anchor), max(m.head, anchor)
            if high - low < 80:
                x[at["commas"]] = zone.lows[low:high].count(",")
        if o.name is not None:
            actor = document.actors.get(o.name)
            if actor is not None:
                if actor.kind in ACTOR:
                    x[ACTOR[actor.kind]] = 1.0
                if gender and actor.kind in ("person", "official"):
                    tone = story.genders.get(o.name, 0)
                    x[at["agrees"]] = tone * gender > 0
                    x[at["clashes"]] = tone * gender < 0
                x[at["singular_clash"]] = plural != (actor.kind == "group")
            x[at["mentions"]] = story.mentions.get(o.name, 0)
            x[at["share"]] = story.mentions.get(o.name, 0) / max(1, len(document.mentions))
            x[at["spoken_before"]] = story.counts.get(o.name, 0)
            x[at["opens_block"]] = o.name == trail.opens
            x[at["same_block"]] = trail.blocks_back(o.name) == 0
            x[at["blocks_back"]] = trail.blocks_back(o.name)
            x[at["named_back"]] = trail.back(trail.named, o.name)
            x[at["acted_back"]] = trail.back(trail.acted, o.name)
            x[at["spoke_in_block"]] = o.name in here
        x[at["rank"]] = ranks[k]
        rows.append(x)
    return rows


def _asked(document: Document, d: Draft) -> tuple[int, bool]:
    """The gender (1 feminine, -1 masculine, 0 unknown) and plural of the pronoun that stands for the speaker."""
    word = ""
    if d.clitic is not None:
        word = d.clitic.of(document.text).lower()
    elif d.cue is not None:
        subjects = document.children(d.cue.anchor, "nsubj")
        word = subjects[0].lower if subjects and subjects[0].pos == "PRON" else ""
    elif d.who is not None:
        word = document.tokens[d.who].lower
    gender = {"il": -1, "elle": 1, "ils": -1, "elles": 1, "lui": -1}.get(word.lstrip("-"), 0)
    return gender, word in ("ils", "elles", "eux")
