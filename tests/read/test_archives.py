# ruff: noqa: E501
"""A ZIP: each file in its own format, under its own name; nothing in it reaches outside."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.read.exporting import LAST, LEAD, MORE, docx, read, written


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


STORY = f"{LEAD}\n\n{MORE}\n\n{LAST}".encode()


def test_files_of_several_formats(tmp_path: Path) -> None:
    files = {"presse/Klow.docx": docx([("Title", "Klow attend"), ("", LEAD)]), "presse/note.txt": STORY, "x.png": b"\x89PNG",
             "presse/table.csv": f'id,texte\nk1,"{LEAD}"\nk2,\n'.encode(), "__MACOSX/._note.txt": b"x", "in.zip": packed()}  # fmt: skip
    path = written(tmp_path, "presse.zip", packed(**files))
    articles, aside = read(path)
    assert [(a.name, a.path) for a in articles] == [
        ("Klow", f"{path}#presse/Klow.docx"), ("note", f"{path}#presse/note.txt"), ("k1", f"{path}#presse/table.csv"),
    ]  # fmt: skip
    assert {a.path for a in aside} == {f"{path}#x.png", f"{path}#presse/table.csv#k2", f"{path}#in.zip"}


def test_names_that_reach_outside_reach_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "presse.zip", packed(**{"../../dehors.txt": STORY, "/etc/dehors.txt": STORY}))
    articles, _ = read(path)
    assert [a.name for a in articles] == ["dehors", "dehors"]
    assert not (tmp_path.parent / "dehors.txt").exists()


def test_damage(tmp_path: Path) -> None:
    whole = packed(a=STORY)
    for n in (0, 10, len(whole) // 2, len(whole) - 5):
        articles, aside = read(written(tmp_path, "a.zip", whole[:n]))
        assert articles == [] and len(aside) == 1
    assert "no article" in read(written(tmp_path, "b.zip", packed()))[1][0].reason
