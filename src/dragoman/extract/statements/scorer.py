"""How likely each draft is a statement with the right bounds: boosted trees over the features.

The trees (ends.npz, begins.npz for the edges, weights.npz for the whole), the priors of the cues and the calibration
are learned by bench/train_statements.py from annotated articles; here they are only applied.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from dragoman.extract.statements.drafts import Draft
from dragoman.extract.statements.edges import Chains, begin_chains, end_chains
from dragoman.extract.statements.features import describe_all, read_facts
from dragoman.extract.statements.trees import load_trees

# How many unseen cues of its frame a rare cue is averaged with.
WEIGHT = 3.0


def prior_key(d: Draft) -> str:
    """What the prior of a draft is counted by: its frame and its cue's lemma."""
    return f"{d.frame}/{d.lemma or ''}"


class Priors:
    """How often a cue in a frame gives a statement: `cues` and `frames` map to (given, seen)."""

    def __init__(self, cues: dict[str, list[float]], frames: dict[str, list[float]]) -> None:
        self.cues, self.frames = cues, frames

    def of(self, d: Draft, less: tuple[float, float] = (0.0, 0.0)) -> float:
        """The rate, smoothed towards that of the frame; `less` is taken off the counts (leave one out)."""
        given, seen = self.frames.get(d.frame, [0.0, 0.0])
        base = (given + 1) / (seen + 3)
        given, seen = self.cues.get(prior_key(d), [0.0, 0.0])
        return (given - less[0] + WEIGHT * base) / (seen - less[1] + WEIGHT)


@cache
def load_priors() -> Priors:
    """The priors that were learned."""
    told = json.loads(files(__package__).joinpath("priors.json").read_text(encoding="utf-8"))
    return Priors(told["cues"], told["frames"])


def score_drafts(drafts: list[Draft]) -> None:
    """Set the score of each draft."""
    if not drafts:
        return
    facts = read_facts(drafts)
    chances = np.concatenate(
        [_chances(end_chains(drafts, facts), "ends"), _chances(begin_chains(drafts, facts), "begins")], axis=1
    )
    scores = load_trees("weights").grow(describe_all(drafts, facts, load_priors().of, chances))
    for d, s in zip(drafts, scores.tolist(), strict=True):
        d.score = s


def _chances(chains: Chains, name: str) -> Any:
    going_on = load_trees(name).grow(chains.rows) if len(chains.rows) else np.zeros(0)
    return chains.chances((1 / (1 + np.exp(-going_on))).tolist())


def confidence_of(score: float, voice: float) -> float:
    """How often a statement whose draft has that score, and its speaker `voice`, is right in both, in 0..1."""
    return load_trees("weights").confidence(score) * load_trees("speakers").confidence(voice)
