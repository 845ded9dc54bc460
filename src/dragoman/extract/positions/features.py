"""What the models see of a candidate: the cue and who is bound by it, then the stretch that it may take.

"exige la levée des sanctions" → {"lemma=exiger", "kind=noun", "party=state", …} and {"end=base", "in=levée", …}.
"""

from __future__ import annotations

from dragoman.extract.positions.candidates import Candidate
from dragoman.extract.positions.issues import Topics
from dragoman.extract.positions.tones import tones_about, tones_in
from dragoman.model.documents import Document, Token

WORDS = ("NOUN", "VERB", "ADJ", "PROPN", "ADV")
# The words at the edges that are told apart by themselves.
SMALL = ("PUNCT", "CCONJ", "SCONJ", "ADP", "PRON")
SIZES = ((3, "1-2"), (6, "3-5"), (13, "6-12"), (26, "13-25"))
# What tells that a passage is a position, and nothing of its stance.
EDGES = (
    *("before=", "after=", "size=", "end=", "first=", "last=", "speaker=", "block=", "head=", "issue="),
    *("early", "late", "about", "starts="),
)
Features = dict[str, float]


def features_of(document: Document, c: Candidate, party: str, topics: Topics) -> Features:
    """All that is seen of the candidate as a position of `party`."""
    return {
        **frame_features(document, c),
        **party_features(document, c, party),
        **extent_features(document, c, topics),
    }


def frame_features(document: Document, c: Candidate) -> Features:
    """What holds for the candidate wherever it ends and whomever it binds."""
    head, cue = document.tokens[c.head], document.token_at(c.cue.start)
    morph = head.morph
    names = [
        "bias",
        f"rule={c.rule}",
        f"stance={c.stance}",
        f"content={c.content}",
        f"sure={c.sure}",
        f"sure={c.sure} {c.content}",
        f"head={head.lemma.lower()}",
        f"headform={head.pos} {morph.get('VerbForm')} {morph.get('Tense')} {morph.get('Mood')}",
        f"block={document.block_of(c.head).kind}",
        f"speakers={min(3, len(c.speakers))}",
        *(sign for sign in c.signs if not sign.startswith("end=")),
        *(f"{sign} {c.content}" for sign in c.signs if sign.startswith("lemma=")),
        *(f"with {other}" for other in sorted(c.company)),
        *sorted(tones_about(document, c)),
    ]
    if cue is not None:
        names.append(f"cueform={cue.morph.get('Tense')} {cue.morph.get('Mood')} {cue.morph.get('VerbForm')}")
    said = c.statement
    names.append(f"in statement={said is not None}")
    if said is not None:
        whole = c.content in ("sentence", "piece")
        names += [f"said={said.kind} {c.content}", f"says={said.cue_class} {whole}", f"says={said.cue_lemma}"]
        names += [name for name, told in (("hearsay", said.hearsay), ("says not", said.negative)) if told]
    kids = [document.tokens[k] for k in head.children]
    told = {
        "alone": not c.company,
        "negated": c.negated,
        "condition": c.condition is not None,
        "early": head.sent < 4,
        "ce": any(k.lower in ("ce", "c'", "c’", "cela", "ça") for k in kids),
        "impersonal": any(k.lower == "il" and k.dep.startswith("expl") for k in kids),
    }
    names += [name for name, value in told.items() if value]
    out = dict.fromkeys(names, 1.0)
    out["late"] = head.sent / max(1, len(document.sentences))
    return out


def party_features(document: Document, c: Candidate, party: str) -> Features:
    """Who speaks and who is bound."""
    speaker, side = document.actors.get(c.speakers[0]), document.actors.get(party)
    kinds = (speaker.kind if speaker else "unknown", side.kind if side else "unknown")
    out = {f"speaker={kinds[0]}": 1.0, f"party={kinds[1]}": 1.0, f"bound={kinds[0] != kinds[1]}": 1.0}
    if speaker is not None and speaker.side is None:
        out["unsided"] = 1.0
    return out


def extent_features(document: Document, c: Candidate, topics: Topics) -> Features:
    """What the stretch holds and where it ends."""
    tokens = document.tokens_in(c.span)
    if not tokens:
        return {}
    size = next((name for least, name in SIZES if len(tokens) < least), "26+")
    before, after = tokens[0].i - 1, tokens[-1].i + 1
    out = {
        f"size={size}": 1.0,
        f"first={tokens[0].pos}": 1.0,
        f"last={tokens[-1].pos}": 1.0,
        f"before={_edge(document.tokens[before]) if before >= 0 else None}": 1.0,
        f"after={_edge(document.tokens[after]) if after < len(document.tokens) else None}": 1.0,
    }
    for sign in c.signs:
        if sign.startswith("end="):
            out[sign] = 1.0
    if c.statement is not None:
        out[f"starts={c.statement.start == c.span.start} ends={c.statement.end == c.span.end}"] = 1.0
    out.update(dict.fromkeys(sorted(tones_in(tokens)), 1.0))
    points = topics.points(c.span)
    out["about"] = min(sum(points.values()), 8.0) / 8
    for issue, value in points.items():
        out[f"issue={issue}"] = min(value, 6.0) / 6
    for token in tokens:
        if token.pos in WORDS:
            out["in=" + token.lemma.lower()] = 1.0
        if token.lower in ("nous", "je", "j'", "on"):
            out["speaks=" + token.lower] = 1.0
        morph = token.morph
        if morph.get("Mood") == "Cnd":
            out["has conditional"] = 1.0
        if morph.get("Tense") == "Fut":
            out["has future"] = 1.0
        if morph.get("Polarity") == "Neg":
            out["has ne"] = 1.0
    return out


def stance_features(c: Candidate, features: Features) -> Features:
    """What tells the stance: the features of the passage but its edges, its tones by who speaks of what and how."""
    said = c.content in ("sentence", "piece")
    own = "first" in c.signs or "own" in c.signs
    says = c.statement.cue_class if c.statement is not None else None
    told = {"own": own, "future": "has future" in features, "ne": "has ne" in features}
    manners = [f"said={said}", c.stance, f"says={says}", *(name for name, value in told.items() if value)]
    out: Features = {}
    for name, value in features.items():
        if name.startswith(EDGES):
            continue
        # many words, each seen seldom: half as loud as what is seen often
        out[name] = value / 2 if name.startswith("in=") else value
        if name.startswith(("tone=", "head tone=")):
            out.update(dict.fromkeys((f"{manner} {name}" for manner in manners), 1.0))
    out[f"said={said} {c.stance} {c.sure}"] = 1.0
    out[f"says={says} {c.stance}"] = 1.0
    out[" ".join(f"{name}={value}" for name, value in told.items())] = 1.0
    return out


def issue_features(c: Candidate, topics: Topics) -> Features:
    """What tells the issue: the lexicon's choice, the points and the likeness of each issue, its share of all."""
    out = {"bias": 1.0, f"ruled={topics.issue_of(c.span)}": 1.0}
    for issue, value in topics.points(c.span).items():
        out[f"issue={issue}"] = min(value, 6.0) / 3
    for issue, share in topics.shares.items():
        out[f"article={issue}"] = 2 * share
    for issue, value in topics.likeness(c.span).items():
        out[f"like={issue}"] = 2 * value
    return out


def _edge(token: Token) -> str:
    return token.lower if token.pos in SMALL else token.pos
