"""A file that a reader takes in: whole within a limit, or as a stream, unpacked where it is gzipped.

Source(Path("presse.csv.gz")).content() → the table's bytes; a file over the limit raises ReadError with the remedy.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ReadError
from dragoman.read.topics import Topic

# A press export of a thousand articles has 10 MB; what is read whole into memory is no larger than this.
LARGEST = 64 * 2**20
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Source:
    """`columns` is what the user told of a table's columns: ours → theirs; `topic` what alone is wanted;
    `fetch` whether the web may be asked."""

    path: Path
    columns: Mapping[str, str] = field(default_factory=dict)
    topic: Topic | None = None
    fetch: bool = False

    @property
    def label(self) -> str:
        return str(self.path)

    @property
    def stem(self) -> str:
        """The file's name without its endings: `presse` for `presse.csv.gz`."""
        name = Path(self.path.stem if self.path.suffix.lower() == ".gz" else self.path.name)
        return name.stem

    @property
    def suffix(self) -> str:
        """Its ending, small, that of what is packed where it is packed."""
        path = Path(self.path.stem) if self.path.suffix.lower() == ".gz" else self.path
        return path.suffix.lower()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Its bytes, unpacked. Raises ReadError where it cannot be opened; reading on may raise it as well."""
        try:
            raw = self.path.open("rb")
        except OSError as e:
            raise ReadError(self.label, f"cannot be read ({e.strerror or e}): check its permissions") from e
        with raw:
            packed = raw.peek(2)[:2] == GZIP if isinstance(raw, io.BufferedReader) else False
            stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
            try:
                yield stream
            except (EOFError, zlib.error, gzip.BadGzipFile) as e:
                raise ReadError(self.label, f"the archive is cut short or damaged ({e}): get it again") from e
            except OSError as e:
                raise ReadError(self.label, f"cannot be read ({e.strerror or e}): check the disk") from e

    def content(self, largest: int = LARGEST) -> bytes:
        """All its bytes. Raises ReadError where they are more than `largest`."""
        with self.open() as stream:
            packed = isinstance(stream, gzip.GzipFile)
            large = not packed and self.path.stat().st_size > largest
            content = b"" if large else stream.read(largest + 1)
        if large or len(content) > largest:
            raise ReadError(self.label, f"over {largest // 2**20} MB: split it into smaller files")
        return content

    def head(self, size: int = 8192) -> bytes:
        """The first bytes, by which a format is known."""
        with self.open() as stream:
            return stream.read(size)

    def aside(self, reason: str, entry: object = None) -> SetAside:
        """The file, or an entry of it, that cannot be read."""
        return SetAside(self.label if entry is None else f"{self.label}#{entry}", reason)


Found: TypeAlias = Iterator[Article | SetAside]
Reader: TypeAlias = Callable[[Source], Found]
