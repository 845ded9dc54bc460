"""The dossier in Markdown, with a footnote for each sentence (as Pandoc, GitHub and Obsidian read them).

"- **Donald Trump** : « … »[^3]" and below "[^3]: Le Courrier du Large, 28 février 2019 : …".
"""

from __future__ import annotations

import re

from dragoman.show.dossier.outlines import Line, Note, Outline, Run
from dragoman.show.words import Words

BEFORE = {"title": "# ", "heading": "\n## ", "subheading": "\n### ", "paragraph": "\n", "item": "- "}
STYLES = {"": "{}", "bold": "**{}**", "italic": "*{}*"}
SIGNS = re.compile(r"([\\`*_\[\]<>|#~$^])")


def write_markdown(outline: Outline, words: Words) -> bytes:
    """The whole file."""
    lines = [_line(line) for line in outline.lines]
    notes = [_note(n, note, words) for n, note in enumerate(outline.notes, start=1)]
    return ("\n".join([*lines, "", *notes]) + "\n").encode("utf-8", "replace")


def _line(line: Line) -> str:
    return BEFORE[line.kind] + "".join(_run(r) for r in line.runs).strip()


def _run(run: Run) -> str:
    if run.note is not None:
        return f"[^{run.note}]"
    inside = run.text.strip()
    if not inside:
        return run.text
    return run.text.replace(inside, STYLES[run.style].format(_plain(inside)))


def _note(number: int, note: Note, words: Words) -> str:
    url = note.url if note.url and note.url.startswith(("http://", "https://")) else None
    where = f"{_plain(note.source)}, {words.date(note.day)}"
    linked = f"[{where}](<{url.replace('<', '%3C').replace('>', '%3E')}>)" if url else where
    return f"[^{number}]: {linked}{words('colon')}{_plain(note.sentence)}"


def _plain(text: str) -> str:
    """The press's words as words: no sign of theirs is markup, and none begins a line."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))
