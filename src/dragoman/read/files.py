"""The paths that the user names → the files to read, in a stable order.

["presse/", "note.txt"] → every .txt and .html under presse/, then note.txt; what cannot be read is told, not raised.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dragoman.model.articles import SetAside
from dragoman.read.formats import FORMATS
from dragoman.read.metadata import NAME
from dragoman.read.sources import Source

# What a folder of articles commonly holds besides them; passed over in silence.
NO_ARTICLES = ("readme", "license", "licence", "copying", "changelog", "thumbs", "desktop")
NO_ARTICLE_ENDINGS = (
    ".md",
    ".db",
    ".db-shm",
    ".db-wal",
    ".db-journal",
    ".ini",
    ".gold",
    ".dragoman",
    ".dragoman-shm",
    ".dragoman-wal",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `root` is the folder that the user named, or the file's own where he named the file."""

    path: Path
    root: Path


# Before the files of a folder that is walked comes the folder itself.
Listed: TypeAlias = Found | Path | SetAside


def find_files(paths: Sequence[Path]) -> Iterator[Listed]:
    """The files under `paths`, each once, with the folders that are walked."""
    seen: set[Path] = set()
    for path in paths:
        try:
            if path.is_dir():
                yield from _walk(path, path, seen, frozenset())
            elif path.is_file():
                yield from choose(path, path.parent, seen, named=True)
            elif path.exists() or path.is_symlink():
                yield SetAside(str(path), "neither a file nor a folder: name a file, or a folder")
            else:
                yield SetAside(str(path), "no such file or folder: check the path")
        except (OSError, ValueError) as e:
            yield SetAside(str(path), f"cannot be reached ({_why(e)}): check the path and its permissions")


def _walk(folder: Path, root: Path, seen: set[Path], above: frozenset[tuple[int, int]]) -> Iterator[Listed]:
    """Files first by name, folders in their place among them; a link to a folder above is not followed."""
    try:
        status = folder.stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            return
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as e:
        yield SetAside(str(folder), f"cannot be listed ({_why(e)}): check its permissions")
        return
    yield folder
    for entry in entries:
        if is_passed_over(entry.name):
            continue
        path = Path(entry.path)
        try:
            if entry.is_dir():
                yield from _walk(path, root, seen, above | {here})
            elif entry.is_file():
                yield from choose(path, root, seen, named=False)
            elif entry.is_symlink():
                yield SetAside(str(path), "a link that leads nowhere: take it out or mend it")
        except OSError as e:
            yield SetAside(str(path), f"cannot be reached ({_why(e)}): check its permissions")


def is_passed_over(name: str) -> bool:
    """Whether a folder's entry is never looked at: hidden, or the claims that a cluster left."""
    return name.startswith(".") or name.endswith(".claims")


def choose(path: Path, root: Path, seen: set[Path], *, named: bool) -> Iterator[Found | SetAside]:
    """The file if it is one to read, and has not been `seen`; of others those that want a word."""
    real = path.resolve()
    if real in seen:
        return
    seen.add(real)
    if (
        Source(path).suffix in FORMATS
        and path.name != NAME
        and (named or path.stem.lower() not in NO_ARTICLES)
    ):
        yield Found(path, root)
        return
    ordinary = (
        path.stem.lower() in NO_ARTICLES or path.suffix.lower() in NO_ARTICLE_ENDINGS or path.name == NAME
    )
    if named or not ordinary:
        yield SetAside(
            str(path), f"unknown format '{path.suffix or path.name}': known are {', '.join(FORMATS)}"
        )


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
