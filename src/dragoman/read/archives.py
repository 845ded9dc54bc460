"""A ZIP of files, as the databases send them → each file in it, put down in a folder of its own for its reader.

presse.zip with "Klow.docx" in it → (a path to Klow.docx, "Klow.docx"); what is no article is told.

A member is written under a name that we make, so that no name in an archive reaches outside the folder.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from dragoman.model.errors import ReadError
from dragoman.read.sources import LARGEST, Source

MOST = 20_000  # files in one archive


def unpack(source: Source) -> Iterator[tuple[Path, str]]:
    """Each file with its name in the archive, there until the next is asked for. Raises ReadError for damage."""
    try:
        with zipfile.ZipFile(source.path) as archive, tempfile.TemporaryDirectory() as folder:
            members = [m for m in archive.infolist() if not m.is_dir()]
            if len(members) > MOST:
                raise ReadError(source.label, f"over {MOST} files in one archive: split it")
            for member in members:
                name = PurePosixPath(member.filename).name
                if name.startswith(".") or "__MACOSX" in member.filename:
                    continue
                with archive.open(member) as part:
                    content = part.read(LARGEST + 1)
                if len(content) > LARGEST:
                    raise ReadError(
                        f"{source.label}#{member.filename}", f"over {LARGEST // 2**20} MB: split it"
                    )
                path = Path(folder) / (re.sub(r"[^\w .-]", "_", name)[-100:] or "file")
                path.write_bytes(content)
                yield path, member.filename
                path.unlink()
    except ReadError:
        raise
    except (
        Exception
    ) as e:  # a damaged archive breaks the library in ways without number; none may stop the batch
        raise ReadError(source.label, f"the archive is cut short or damaged ({e}): get it again") from e
