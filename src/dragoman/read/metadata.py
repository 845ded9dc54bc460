"""A folder's metadata.csv → what it tells of each article of the folder.

"file,date,outlet\nhanoi.txt,2019-02-28,Le Courrier" → {"hanoi.txt": Row(date="2019-02-28", outlet="Le Courrier")}.

The separator is a comma, a semicolon or a tab. A row that cannot be used is told with its line and what to do, and
the other rows stand.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.model.articles import SetAside
from dragoman.model.edtf import bounds
from dragoman.model.errors import DateError
from dragoman.read.text import LARGEST, decode_text

NAME = "metadata.csv"
# Column names as people write them, without accents, → ours.
COLUMNS = {
    "file": "file", "fichier": "file", "filename": "file", "nom": "file",
    "date": "date", "published": "date",
    "outlet": "outlet", "source": "outlet", "media": "outlet", "journal": "outlet",
    "agency": "agency", "agence": "agency",
    "title": "title", "titre": "title",
    "url": "url", "lien": "url", "adresse": "url",
    "author": "author", "auteur": "author", "auteurs": "author",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the file tells of one article; None where the cell is empty."""

    date: str | None = None
    outlet: str | None = None
    agency: tuple[str, ...] = ()
    title: str | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """`rows` by the file's path as the table writes it, with `/`; `faults` are what could not be used."""

    rows: dict[str, Row] = field(default_factory=dict)
    faults: list[SetAside] = field(default_factory=list)

    def row(self, path: str) -> Row | None:
        """The row of the file at `path` (relative to the table's folder, with `/`)."""
        return self.rows.get(unicodedata.normalize("NFC", path))


def read_metadata(folder: Path) -> Metadata:
    """The metadata.csv of `folder`; empty where there is none. Never raises for what the file holds."""
    path = folder / NAME
    out = Metadata()
    if not path.is_file():
        return out

    def fault(reason: str) -> None:
        out.faults.append(SetAside(str(path), reason))

    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(f"larger than {LARGEST // 2**20} MB: split it")
        content = path.read_bytes()
        text = decode_text(content)
    except OSError as e:
        fault(f"cannot be read ({e.strerror or e}): check its permissions")
        return out
    except ValueError as e:
        fault(str(e))
        return out
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    columns: list[str | None] = []
    try:
        for cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = [COLUMNS.get(_plain(cell)) for cell in cells]
                if "file" not in columns:
                    fault(
                        f"line {lines.line_num}: no column 'file': name the columns file,date in the first line"
                    )
                    return out
                continue
            _take(out, folder, columns, cells, lines.line_num, fault)
    except csv.Error as e:
        fault(f"line {lines.line_num}: not a table ({e}): save it as CSV with commas")
    return out


def _take(
    out: Metadata,
    folder: Path,
    columns: list[str | None],
    cells: list[str],
    line: int,
    fault: Callable[[str], None],
) -> None:
    """One line of the table into `out.rows`, or a fault."""
    told: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and cell.strip():
            told.setdefault(column, cell.strip())
    name = unicodedata.normalize("NFC", told.get("file", "").replace("\\", "/").removeprefix("./"))
    if not name:
        fault(f"line {line}: no file named: write the article's file name in the column 'file'")
        return
    if not _exists(folder, name):
        fault(f"line {line}: there is no file '{name}' in {folder}: correct the name or take the line out")
        return
    if name in out.rows:
        fault(f"line {line}: '{name}' already has a line, which stands: take this one out")
        return
    date = told.get("date")
    if date is not None:
        try:
            bounds(date)
        except DateError as e:
            fault(f"line {line}: {e}; '{name}' is read without this date")
            date = None
    out.rows[name] = Row(
        date=date,
        outlet=told.get("outlet"),
        agency=tuple(a for part in told.get("agency", "").split(";") for a in _agencies(part)),
        title=told.get("title"),
        url=told.get("url"),
        author=told.get("author"),
    )


def _agencies(cell: str) -> list[str]:
    return [a.strip() for a in cell.replace("/", ",").split(",") if a.strip()]


def _exists(folder: Path, name: str) -> bool:
    """Whether the file is there, whichever way its accents are composed."""
    if "\0" in name:
        return False
    try:
        return any((folder / unicodedata.normalize(form, name)).is_file() for form in ("NFC", "NFD"))
    except OSError:  # a name too long for the file system
        return False


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _plain(cell: str) -> str:
    told = unicodedata.normalize("NFD", cell.strip().lower())
    return "".join(c for c in told if not unicodedata.combining(c))
