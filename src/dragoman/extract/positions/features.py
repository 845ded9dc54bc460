"""What the model sees of a candidate: the cue, the form of the content, who speaks, what it is about.

"exige la levée des sanctions" → {"lemma=exiger", "kind=noun", "issue=sanctions", "in=levée", …}.
"""

from __future__ import annotations

from dragoman.extract.positions.candidates import Candidate
from dragoman.extract.positions.issues import Topics
from dragoman.model.documents import Document

WORDS = ("NOUN", "VERB", "ADJ", "PROPN", "ADV")


def issue_features(c: Candidate, topics: Topics) -> dict[str, float]:
    """What tells the issue: points of the content, share of each issue in the article, the lexicon's choice."""
    out = {"bias": 1.0, f"ruled={topics.issue_of(c.span)}": 1.0}
    for issue, value in topics.points(c.span).items():
        out[f"issue={issue}"] = min(value, 6.0) / 3
    for issue, share in topics.shares.items():
        out[f"article={issue}"] = 2 * share
    return out


def features_of(document: Document, c: Candidate, party: str, topics: Topics) -> dict[str, float]:
    """Feature → value; all values are 0..1 or small counts."""
    tokens = document.tokens_in(c.span)
    out: dict[str, float] = {
        "bias": 1.0,
        f"rule={c.rule}": 1.0,
        f"stance={c.stance}": 1.0,
        f"content={c.content}": 1.0,
    }
    out[f"sure={c.sure}"] = 1.0
    for sign in c.signs:
        out[sign] = 1.0
    for other in c.company:
        out[f"with {other}"] = 1.0
    if not c.company:
        out["alone"] = 1.0
    at = document.tokens[c.head].sent
    out["early"] = float(at < 4)
    out["late"] = at / max(1, len(document.sentences))
    if c.negated:
        out["negated"] = 1.0
    if c.condition is not None:
        out["condition"] = 1.0
    out[f"in statement={c.statement is not None}"] = 1.0
    actor = document.actors.get(c.speakers[0])
    out[f"speaker={actor.kind if actor else 'unknown'}"] = 1.0
    side = document.actors.get(party)
    out[f"party={side.kind if side else 'unknown'}"] = 1.0
    if actor is not None and actor.side is None:
        out["unsided"] = 1.0
    block = document.block_of(c.head)
    out[f"block={block.kind}"] = 1.0
    size = len(tokens)
    out[
        f"size={'1-2' if size < 3 else '3-5' if size < 6 else '6-12' if size < 13 else '13-25' if size < 26 else '26+'}"
    ] = 1.0
    if tokens:
        out[f"first={tokens[0].pos}"] = 1.0
        out[f"last={tokens[-1].pos}"] = 1.0
    if c.toward:
        out["toward"] = 1.0
    points = topics.points(c.span)
    total = sum(points.values())
    out["about"] = min(total, 8.0) / 8
    for issue, value in points.items():
        out[f"issue={issue}"] = min(value, 6.0) / 6
    for issue, share in topics.shares.items():
        out[f"article={issue}"] = share
    for token in tokens:
        if token.pos in WORDS:
            out[f"in={token.lemma.lower()}"] = 1.0
        if token.lower in ("nous", "je", "j'", "on"):
            out[f"says={token.lower}"] = 1.0
        if token.morph.get("Mood") == "Cnd":
            out["has conditional"] = 1.0
        if token.morph.get("Tense") == "Fut":
            out["has future"] = 1.0
        if token.morph.get("Polarity") == "Neg":
            out["has ne"] = 1.0
    return out
