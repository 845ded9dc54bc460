"""The input in partitions, each read by one machine, in the order of a local reading.

["presse/"] → Partition(key="3f2a…", listed=(Path("presse"), Found(presse/a.warc.gz), …), …), …

A partition's key tells all that its claims hang on: the files as they are, how they are read, and the version of the
rules. What has landed under a key is never computed again, and nothing that is out of date has the key of today.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dragoman.cluster.stores import is_address, open_store
from dragoman.model.articles import SetAside
from dragoman.read import Reading
from dragoman.read.files import Found, Listed, choose, find_files, is_passed_over
from dragoman.read.metadata import NAME
from dragoman.version import __version__

# A partition ends with the file that reaches either.
BYTES = 32 * 2**20
FILES = 500
# A path → its size and what changes with it; None where there is no such file.
Stamp = Callable[[Path], tuple[int, str] | None]


@dataclass(frozen=True, slots=True)
class Partition:
    """`folder` is what its paths are relative to, where they are; with a `store`, they are paths in it, and `tables`
    are the metadata.csv that tell of its files."""

    key: str
    listed: tuple[Listed, ...]
    folder: str
    store: str | None
    tables: tuple[Path, ...]
    how: Reading


def find_partitions(inputs: Sequence[str], how: Reading) -> Iterator[Partition]:
    """The partitions of all inputs. Raises UsageError for a store that does not answer."""
    for stored, some in groupby(inputs, is_address):
        if stored:
            for address in some:
                yield from _stored(address, how)
        else:
            yield from _cut(find_files(list(map(Path, some))), _on_disk, None, how)


def _on_disk(path: Path) -> tuple[int, str] | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, f"{status.st_size}:{status.st_mtime_ns}"


def _stored(address: str, how: Reading) -> Iterator[Partition]:
    store = open_store(address)
    entries = {Path(entry.path): entry for entry in store.list()}

    def stamp(path: Path) -> tuple[int, str] | None:
        entry = entries.get(path)
        return None if entry is None else (entry.size, entry.stamp)

    yield from _cut(_walk(sorted(entries), Path(store.root)), stamp, address, how)


def _walk(paths: Sequence[Path], root: Path) -> Iterator[Listed]:
    """As `find_files` walks folders on disk."""
    seen: set[Path] = set()
    folders: set[Path] = set()
    if not paths:
        yield SetAside(str(root), "no such file or folder: check the path")
    for path in paths:
        if path == root:
            yield from choose(path, root.parent, seen, named=True)
        elif not any(map(is_passed_over, path.relative_to(root).parts)):
            for folder in reversed(path.parents):
                if folder not in folders and folder.is_relative_to(root):
                    folders.add(folder)
                    yield folder
            yield from choose(path, root, seen, named=False)


def _cut(listed: Iterator[Listed], stamp: Stamp, store: str | None, how: Reading) -> Iterator[Partition]:
    part: list[Listed] = []
    size = files = 0
    for one in listed:
        part.append(one)
        if isinstance(one, Found):
            files += 1
            size += (stamp(one.path) or (0, ""))[0]
        if size >= BYTES or files >= FILES:
            yield _partition(part, stamp, store, how)
            part, size, files = [], 0, 0
    if part:
        yield _partition(part, stamp, store, how)


def _partition(part: Sequence[Listed], stamp: Stamp, store: str | None, how: Reading) -> Partition:
    tables = {table: told for one in part for table in _tables(one) if (told := stamp(table)) is not None}
    files = [(str(one), stamp(one.path) if isinstance(one, Found) else None) for one in part]
    stamps = [(str(table), told) for table, told in sorted(tables.items())]
    here = store is None and not all(one.path.is_absolute() for one in part if isinstance(one, Found))
    folder = str(Path.cwd()) if here else ""
    whole = json.dumps([__version__, sorted(how.items()), folder, store, files, stamps])
    key = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Partition(key, tuple(part), folder, store, tuple(sorted(tables)), how)


def _tables(one: Listed) -> Iterator[Path]:
    """The tables that may tell of it."""
    if isinstance(one, Path):
        yield one / NAME
    elif isinstance(one, Found):
        for folder in one.path.parents:
            yield folder / NAME
            if folder == one.root:
                return
