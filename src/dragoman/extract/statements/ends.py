"""Whether a content goes on past a place where it may end, as numbers.

"…que la trêve tenait | , alors que les combats reprenaient" → what the piece after the bar is, and what came before.
"""

from __future__ import annotations

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.facts import ZoneFacts
from dragoman.extract.statements.grammar import CLASSES, FORMS, FRAMES
from dragoman.extract.statements.neighbours import AFTER
from dragoman.extract.statements.segments import NAMES as SEGMENT
from dragoman.extract.statements.segments import TENSES, attached, read_segment, tense_of

OWN = ("index", "ends", "left", "final", "comma", "bracket", "after_quote", "participle_cue", "ant", "relative",
       "depth", "conj_of_cue", "no_subject", "capital", "so_tokens", "so_finite", "so_quoted", "so_me",
       "so_commas", "like_cue")  # fmt: skip
NAMES: tuple[str, ...] = (
    *(f"frame={x}" for x in FRAMES),
    *(f"class={x}" for x in CLASSES),
    *(f"form={x}" for x in FORMS),
    *(f"after={x}" for x in AFTER),
    *(f"second={x}" for x in AFTER),
    *(f"tense={x}" for x in TENSES),
    *(f"so_tense={x}" for x in TENSES),
    *(f"cue_tense={x}" for x in TENSES),
    *SEGMENT,
    *OWN,
)
INDEX = {name: k for k, name in enumerate(NAMES)}
SEGMENTS = INDEX[SEGMENT[0]]
FIRST = INDEX[OWN[0]]
# The places of the names that a value of a kind has, by the value.
FRAME, CLASS, FORM, KIND, SECOND, TENSE, SO_TENSE, CUE_TENSE = (
    {name.split("=")[1]: k for name, k in INDEX.items() if name.startswith(f"{kind}=")}
    for kind in ("frame", "class", "form", "after", "second", "tense", "so_tense", "cue_tense")
)
OPENING_MARKS = (",", "-", "–", "--", "(")


def describe_end(d: Draft, facts: ZoneFacts, ends: list[int], k: int) -> list[tuple[int, float]]:
    """The numbers, by place in NAMES, of going past `ends[k]` for a content that begins where `d` does."""
    zone, tokens = d.zone, d.zone.tokens
    end = ends[k]
    segment = read_segment(facts, end, ends[k + 1] if k + 1 < len(ends) else zone.last)
    first, last, root, cue, verb = segment.first, segment.last, segment.root, d.cue, segment.verb
    told = [(SEGMENTS + n, v) for n, v in segment.told]
    hangs = attached(segment, d.begin, end, cue)
    if hangs is not None:
        told.append((SEGMENTS + hangs, 1.0))
    mark = tokens[end].text
    so = facts.next_finite(d.begin, end, quoted=True)
    said = facts.next_finite(cue.first, cue.last + 1, quoted=True) if cue is not None else None
    tense, so_tense, cue_tense = tense_of(verb), tense_of(so), tense_of(said)
    bare = verb is not None and not segment.subject
    places = [
        FRAME.get(d.frame),
        CLASS.get(d.cls or ""),
        KIND.get(facts.kind_after(end)),
        SECOND.get(facts.kind_after(end + 1 if mark in OPENING_MARKS else end)),
        TENSE.get(tense),
        SO_TENSE.get(so_tense),
    ]
    if cue is not None:
        places.append(FORM.get(cue.form))
        places.append(CUE_TENSE.get(cue_tense))
    told += [(place, 1.0) for place in places if place is not None]
    starts = zone.starts.get(first)
    inside = root is not None and d.begin <= root.head < end
    a, b = d.begin - zone.first, end - zone.first
    numbers = (
        k,
        len(ends),
        zone.last - end,
        last >= zone.last - 1,
        mark == ",",
        mark == "(",
        end > zone.first and zone.quote_of(end - 1) >= 0,
        starts is not None and starts.form == "participle",
        first < last and zone.lows[first].endswith("ant"),
        segment.relative,
        (root.head - d.begin) / (end - d.begin) if root is not None and inside else 0.0,
        root is not None and cue is not None and root.dep == "conj" and cue.first <= root.head <= cue.last,
        bare,
        tokens[min(first, last - 1)].text[:1].isupper(),
        end - d.begin,
        facts.finite[b] - facts.finite[a],
        facts.quoted[b] - facts.quoted[a],
        facts.me[b] > facts.me[a],
        facts.commas[b] - facts.commas[a],
        # "a dit que la trêve tenait et a quitté la salle"
        bare and cue_tense != "" and tense == cue_tense != so_tense,
    )
    told += [(FIRST + n, float(v)) for n, v in enumerate(numbers) if v]
    return told
