"""Whether a person's name is one that people of a state bear, as lexicon/origins.py knows: "Nguyen" → Vietnam."""

from __future__ import annotations

from dragoman.lexicon.origins import fits_state, origins_of

__all__ = ["fits_state", "origins_of"]
