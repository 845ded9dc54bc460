"""What is known of a draft, as numbers: the frame, the cue, the edges of the content, its links in the parse.

Draft("la trêve tenait", frame que, cue a affirmé) → 1.0 for frame=que, 3.0 for the tokens, …
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.zones import MARKS, Zone
from dragoman.model.documents import Token

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
    "reflexive", "negated", "passive", "gerund", "clitic", "group", "conditional", "future", "present", "self",
    "subject",
    "subject_pronoun", "subject_name", "gap", "gap_comma", "tokens", "chars", "finite", "finite_outside", "quoted",
    "quotes", "opens_quote", "closes_quote", "at_start", "at_end", "capital", "out_arcs", "in_arcs_right",
    "in_arcs_left", "title", "nested", "zone_tokens", "zone_cues", "zone_quotes", "cues_inside", "cue_side", "holes",
    "variant", "variants", "begin_rank", "end_rank", "block_first", "previous_quoted", "previous_cue", "i_in_quote",
    "who_pronoun", "who_name", "who_actor", "source_first", "last_punct", "hole_tokens", "root_end", "quote_tokens",
    "partial_quote",
    "main_finite",
    "subjects",
    "first_person",
    "one_word_quote",
    "subject_actor",
    "subject_person",
    "subject_ce",
    "que_below",
    "tagged_verb",
    "object_noun",
 "prior",
)  # fmt: skip
INDEX = {name: k for k, name in enumerate(NAMES)}
ME = ("je", "j'", "nous", "notre", "nos", "mon", "ma", "mes", "moi")


def _after(zone: Zone, k: int) -> str:
    """What the token at `k` is, as a neighbour of a content."""
    if k >= zone.last:
        return "end"
    t = zone.tokens[k]
    low = t.lower
    if zone.quote_of(k) >= 0:
        return "quote"
    if low in (".", "!", "?"):
        return "end" if k >= zone.last - 1 else "stop"
    if low == ",":
        return "comma"
    if low in (";", ":"):
        return "stop"
    if low in (")", "]"):
        return "close"
    if low in ("-", "–", "--", "("):
        return "dash"
    if low in ("et", "ou", "puis"):
        return "and"
    if low in ("mais", "car", "si"):
        return "but"
    if low in ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle"):
        return "rel"
    if low in (
        "alors",
        "tandis",
        "lors",
        "après",
        "avant",
        "peu",
        "quand",
        "lorsque",
        "alors que",
        "au",
        "à",
    ):
        return "time"
    if low in ("selon", "d'après"):
        return "selon"
    if low.endswith("ant") and t.pos in ("VERB", "AUX", "ADJ"):
        return "ant"
    if k in zone.starts:
        return "cue"
    if t.pos == "DET" or t.pos == "PROPN":
        return "det"
    if t.pos == "ADP":
        return "adp"
    if t.morph.get("VerbForm") == "Fin":
        return "fin"
    if t.pos == "PRON":
        return "pron"
    return "other"


def _before(zone: Zone, k: int) -> str:
    if k <= zone.first:
        return "start"
    t = zone.tokens[k - 1]
    low = t.lower
    if zone.quote_of(k - 1) >= 0:
        return "quote"
    if low in ("que", "qu'", "si", "qui"):
        return "que"
    if low in ("de", "d'"):
        return "de"
    if low == ",":
        return "comma"
    if low in (":", ";"):
        return "colon"
    if t.pos in ("VERB", "AUX"):
        return "verb"
    if t.pos in ("NOUN", "PROPN"):
        return "noun"
    if t.pos == "ADP":
        return "adp"
    return "cc" if t.pos == "CCONJ" else "other"


def _first(zone: Zone, d: Draft) -> str:
    if zone.quote_of(d.begin) >= 0:
        return "QUOTE"
    t = zone.tokens[d.begin]
    if t.morph.get("VerbForm") == "Inf":
        return "INF"
    if t.pos in ("NOUN", "PROPN"):
        return "NAME"
    if t.pos in ("VERB", "AUX"):
        return "VERB"
    return t.pos if t.pos in FIRSTS else "OTHER"


class ZoneFacts:
    """What the drafts of one zone share, counted once."""

    def __init__(self, zone: Zone, previous: ZoneFacts | None) -> None:
        self.zone = zone
        n = zone.last - zone.first
        self.finite = [0] * (n + 1)
        self.outside = [0] * (n + 1)
        self.quoted = [0] * (n + 1)
        for j in range(n):
            t = zone.tokens[zone.first + j]
            fin = t.morph.get("VerbForm") == "Fin"
            inside = zone.inside[j] >= 0
            self.finite[j + 1] = self.finite[j] + fin
            self.outside[j + 1] = self.outside[j] + (fin and not inside)
            self.quoted[j + 1] = self.quoted[j] + (inside and t.text not in MARKS)
        self.has_quote = bool(zone.quotes)
        self.has_cue = bool(zone.cues)
        sentence = zone.document.sentences[zone.sentence]
        self.block = sentence.block
        self.block_first = previous is None or previous.block != sentence.block
        self.previous_quoted = previous is not None and previous.has_quote
        self.previous_cue = previous is not None and previous.has_cue


def describe(
    d: Draft, facts: ZoneFacts, ranks: tuple[int, int, int, int], prior: Callable[[Draft], float]
) -> list[float]:
    """The numbers of `d` in the order of NAMES; `ranks` are its place among its variants."""
    zone, tokens = d.zone, d.zone.tokens
    x = [0.0] * len(NAMES)
    at = INDEX

    def on(name: str) -> None:
        k = at.get(name)
        if k is not None:
            x[k] = 1.0

    on(f"frame={d.frame}")
    if d.cls:
        on(f"class={d.cls}")
    edge = d.end
    while edge < zone.last and zone.quote_of(edge) < 0 and tokens[edge].text in MARKS:
        edge += 1
    on(f"after={_after(zone, edge)}")
    if edge < zone.last and tokens[edge].text in (",", "-", "–", "--", "("):
        on(f"second={_after(zone, edge + 1)}")
    on(f"before={_before(zone, d.begin)}")
    on(f"first={_first(zone, d)}")
    cue = d.cue
    if cue is not None:
        anchor = tokens[cue.anchor]
        on(f"form={cue.form}")
        on(f"dep={anchor.dep.split(':')[0]}")
        x[at["reflexive"]] = cue.reflexive
        x[at["negated"]] = cue.negated
        x[at["passive"]] = cue.passive
        x[at["gerund"]] = cue.gerund
        x[at["clitic"]] = cue.clitic is not None
        x[at["group"]] = cue.last - cue.first + 1
        finite = tokens[cue.first : cue.last + 1]
        x[at["first_person"]] = any(t.morph.get("Person") == "1" for t in finite)
        x[at["conditional"]] = any(t.morph.get("Mood") == "Cnd" for t in finite)
        x[at["future"]] = any(t.morph.get("Tense") == "Fut" for t in finite)
        x[at["present"]] = (
            any(t.morph.get("Tense") == "Pres" and t.morph.get("VerbForm") == "Fin" for t in finite)
            and cue.first == cue.anchor
        )
        for kid in zone.document.children(cue.anchor, "nsubj"):
            x[at["subject"]] = 1.0
            x[at["subject_pronoun"]] = kid.pos == "PRON"
            x[at["subject_name"]] = kid.pos == "PROPN"
            x[at["self"]] = kid.lower in ME
            x[at["subject_ce"]] = kid.lower in ("ce", "c'", "cela", "ça", "qui", "tout")
            names = zone.document.actors_of(kid.i)
            x[at["subject_actor"]] = bool(names)
            actor = zone.document.actors.get(names[0]) if names else None
            x[at["subject_person"]] = actor is not None and actor.kind == "person"
        x[at["tagged_verb"]] = anchor.pos in ("VERB", "AUX")
        x[at["object_noun"]] = any(
            k.pos == "NOUN" and k.i < d.begin for k in zone.document.children(cue.anchor, "obj")
        )
        if d.begin > cue.last and d.begin > zone.first:
            before = tokens[d.begin - 1]
            x[at["que_below"]] = before.head == cue.anchor or tokens[before.head].head == cue.anchor
        x[at["gap"]] = d.begin - cue.last if d.begin > cue.last else d.end - cue.first
        if d.begin > cue.last:
            x[at["gap_comma"]] = any(t.text == "," for t in tokens[cue.last + 1 : d.begin])
        x[at["cue_side"]] = 1.0 if d.begin > cue.last else -1.0
        x[at["who_pronoun"]] = cue.clitic is not None
    if d.who is not None:
        who = tokens[d.who]
        x[at["who_pronoun"]] = who.pos == "PRON" or who.lower in ("lui", "elle", "eux")
        x[at["who_name"]] = who.pos == "PROPN"
        x[at["who_actor"]] = bool(zone.document.actors_of(d.who))
    if d.frame == "preposition":
        on(f"word={d.lemma}")
        x[at["source_first"]] = d.cue_span is not None and d.cue_span.start <= zone.start + 2
    begin, end = d.begin - zone.first, d.end - zone.first
    size = d.end - d.begin
    x[at["tokens"]] = size
    x[at["chars"]] = d.span.end - d.span.start
    x[at["finite"]] = facts.finite[end] - facts.finite[begin]
    x[at["finite_outside"]] = facts.outside[end] - facts.outside[begin]
    quoted = facts.quoted[end] - facts.quoted[begin]
    x[at["quoted"]] = quoted / size
    x[at["quote_tokens"]] = quoted
    x[at["quotes"]] = len({zone.inside[k] for k in range(begin, end) if zone.inside[k] >= 0})
    first_quote, last_quote = zone.inside[begin], zone.inside[end - 1]
    x[at["opens_quote"]] = first_quote >= 0
    x[at["closes_quote"]] = last_quote >= 0
    x[at["partial_quote"]] = (
        end < len(zone.inside) and last_quote >= 0 and zone.inside[end] == last_quote
    ) or (begin > 0 and first_quote >= 0 and zone.inside[begin - 1] == first_quote)
    x[at["at_start"]] = d.begin == zone.first
    x[at["at_end"]] = d.end >= zone.last - 1
    x[at["capital"]] = zone.document.text[d.span.start : d.span.start + 1].isupper()
    x[at["last_punct"]] = zone.document.text[d.span.end - 1 : d.span.end] in "!?)."
    out = right = left = 0
    for k in range(d.begin, d.end):
        t = tokens[k]
        if t.pos != "PUNCT":
            out += not d.begin <= t.head < d.end or t.head == k
    for k in range(d.end, zone.last):
        right += d.begin <= tokens[k].head < d.end and tokens[k].pos != "PUNCT"
    for k in range(zone.first, d.begin):
        left += d.begin <= tokens[k].head < d.end and tokens[k].pos != "PUNCT"
    main = subjects = 0
    for t in tokens[d.begin : d.end]:
        if zone.inside[t.i - zone.first] < 0:
            main += t.morph.get("VerbForm") == "Fin" and t.dep.split(":")[0] not in (
                "acl",
                "advcl",
                "aux",
                "cop",
            )
            subjects += t.dep.startswith("nsubj") and t.morph.get("PronType") != "Rel"
    x[at["main_finite"]], x[at["subjects"]] = main, subjects
    x[at["out_arcs"]], x[at["in_arcs_right"]], x[at["in_arcs_left"]] = out, right, left
    x[at["one_word_quote"]] = 0 < quoted <= 3
    x[at["title"]], x[at["nested"]] = zone.title, zone.nested
    x[at["zone_tokens"]] = zone.last - zone.first
    x[at["zone_cues"]] = len(zone.cues)
    x[at["zone_quotes"]] = len(zone.quotes)
    x[at["cues_inside"]] = sum(d.begin <= c.anchor < d.end for c in zone.cues)
    x[at["holes"]] = len(d.holes)
    if d.holes:
        x[at["hole_tokens"]] = sum(h.end - h.start for h in d.holes)
    x[at["begin_rank"]], x[at["end_rank"]], x[at["variant"]], x[at["variants"]] = ranks
    x[at["block_first"]] = facts.block_first
    x[at["previous_quoted"]] = facts.previous_quoted
    x[at["previous_cue"]] = facts.previous_cue
    x[at["i_in_quote"]] = quoted > 0 and any(_me(t) for t in tokens[d.begin : d.end])
    x[at["prior"]] = prior(d)
    return x


def _me(t: Token) -> bool:
    return t.lower in ME


def describe_all(drafts: list[Draft], prior: Callable[[Draft], float]) -> list[list[float]]:
    """The numbers of all drafts of a document, in their order."""
    facts: dict[int, ZoneFacts] = {}
    previous: ZoneFacts | None = None
    groups: dict[tuple[int, tuple[str, int]], list[Draft]] = {}
    for d in drafts:
        if id(d.zone) not in facts:
            facts[id(d.zone)] = ZoneFacts(d.zone, previous)
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
