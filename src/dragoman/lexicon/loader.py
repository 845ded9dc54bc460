"""Reads the lexicon files of the package: `load_yaml("fr/speech_verbs")`, `load_rows("states")`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.model.errors import LexiconError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_yaml(name: str) -> Any:
    """The content of `lexicon/<name>.yaml`. Raises LexiconError where it is missing or malformed."""
    path = files("dragoman.lexicon").joinpath(f"{name}.yaml")
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as e:
        raise LexiconError(f"lexicon {name}.yaml: {e}") from e


@cache
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicon/<name>.csv` by their header. Raises LexiconError where it is missing."""
    path = files("dragoman.lexicon").joinpath(f"{name}.csv")
    try:
        return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    except OSError as e:
        raise LexiconError(f"lexicon {name}.csv: {e}") from e
