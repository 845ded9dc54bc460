"""Dragoman reads the press coverage of a negotiation and keeps the negotiation's record."""

from dragoman.version import __version__

__all__ = ["__version__"]
