"""The forms of a verb of the lexicon, so that a cue is found where the tagger errs ("…", complète un expert).

forms_of("dénoncer") → {"dénonce": {"finite"}, "dénonçant": {"participle"}, …}
"""

from __future__ import annotations

from dragoman.lexicon import load_yaml

# Verbs that double their consonant before a mute e, where the others take an accent (martèle).
DOUBLING = ("appeler", "rappeler", "grommeler", "rejeter", "projeter", "interpeller")
MUTE = ("e", "es", "ent", "er")


def forms_of(infinitive: str) -> dict[str, set[str]]:
    """Each form of `infinitive` with what it can be: infinitive, finite, participle, past."""
    out: dict[str, set[str]] = {infinitive: {"infinitive"}}
    for row in load_yaml("fr/conjugations"):
        if not infinitive.endswith(row["ending"]):
            continue
        stem = infinitive[: -len(row["ending"])]
        for kind in ("finite", "participle", "past"):
            for ending in row[kind]:
                form = _join(infinitive, stem, ending) if row["ending"] == "er" else stem + ending
                out.setdefault(form, set()).add(kind)
        break
    return out


def _join(infinitive: str, stem: str, ending: str) -> str:
    """Stem and ending of a verb in -er, with what the spelling changes between them."""
    mute = ending in MUTE[:3] or ending.startswith("er")
    if ending[0] in "aâo":
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
        if stem.endswith("g"):
            return stem + "e" + ending
    if mute and len(stem) > 2:
        if infinitive in DOUBLING and stem[-1] in "lt" and stem[-2] == "e":
            return stem + stem[-1] + ending
        if stem.endswith(("oy", "uy")):
            return stem[:-1] + "i" + ending
        if stem.endswith(("égu", "équ")) and not ending.startswith("er"):
            return stem[:-3] + "è" + stem[-2:] + ending
        if infinitive == "tweeter":
            return stem + ending
        if stem[-2] in "eé" and stem[-1] not in "aeiouyé" and not ending.startswith("er"):
            return stem[:-2] + "è" + stem[-1] + ending
        if stem[-2] == "e" and stem[-1] in "lmnrtv":
            return stem[:-2] + "è" + stem[-1] + ending
    return stem + ending
