"""What we know of French and of diplomacy, as data; one loader."""

from dragoman.lexicon.loader import load_rows, load_yaml

__all__ = ["load_rows", "load_yaml"]
