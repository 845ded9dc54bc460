"""Where files lie: on disk, or in an object store that an address names.

open_store("s3://archive/2019/02") → Store(root="archive/2019/02", prefix="s3://", …); "presse/" → this machine's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.model.errors import UsageError
from dragoman.needs import need

ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*://)", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a store; `stamp` changes when it does."""

    path: str
    size: int
    stamp: str


@dataclass(frozen=True, slots=True)
class Store:
    """`root` is the path inside, `prefix` what stands before a path to make it an address (empty on disk)."""

    files: Any
    root: str
    prefix: str

    def list(self) -> Iterator[Entry]:
        """Every file at or under the root, in no order. Raises UsageError where the store does not answer."""
        kinds = need("pyarrow.fs", "--engine ray", "cluster")
        try:
            found = self.files.get_file_info([self.root])
            if found[0].type == kinds.FileType.Directory:
                found = self.files.get_file_info(kinds.FileSelector(self.root, recursive=True))
            for info in found:
                if info.type == kinds.FileType.File:
                    yield Entry(info.path, info.size, f"{info.size}:{info.mtime_ns}")
        except OSError as e:
            raise _unreachable(self.prefix + self.root, e) from e

    def read(self, path: str) -> bytes:
        """All bytes of a file."""
        with self.files.open_input_stream(path, compression=None) as stream:
            content: bytes = stream.read()
        return content

    def fetch(self, path: str, to: Path) -> None:
        """The file onto this machine's disk, piece by piece."""
        to.parent.mkdir(parents=True, exist_ok=True)
        with self.files.open_input_stream(path, compression=None) as stream, to.open("wb") as out:
            while piece := stream.read(2**22):
                out.write(piece)

    def write(self, path: str, content: bytes) -> None:
        """The file whole or not at all: on disk it gets its name when it is complete; an object store sees to it."""
        on_disk = self.files.type_name == "local"
        unfinished = f"{path}.unfinished" if on_disk else path
        if on_disk:
            self.files.create_dir(path.rpartition("/")[0], recursive=True)
        with self.files.open_output_stream(unfinished, compression=None) as stream:
            stream.write(content)
        if on_disk:
            self.files.move(unfinished, path)


def is_address(where: str) -> bool:
    """Whether it names an object store, not a path."""
    return ADDRESS.match(where) is not None


def open_store(where: str) -> Store:
    """The store and the path in it. Raises UsageError for an address that nothing answers to."""
    kinds = need("pyarrow.fs", "--engine ray", "cluster")
    named = ADDRESS.match(where)
    if named is None:
        return Store(kinds.LocalFileSystem(), str(Path(where).absolute()), "")
    try:
        files, root = kinds.FileSystem.from_uri(where)
    except (OSError, ValueError) as e:
        raise _unreachable(where, e) from e
    return Store(files, root.rstrip("/"), named[1])


def _unreachable(where: str, error: Exception) -> UsageError:
    return UsageError(f"{where}: cannot be reached ({error}): check the address and your rights there")
