"""The data dictionary, from the schema's own comments: `python -m dragoman.record.dictionary docs/data-dictionary.md`.

"published TEXT, -- EDTF: the day…" → | `published` | text | EDTF: the day… |
"""

from __future__ import annotations

import re
import sys
from importlib.resources import files
from pathlib import Path

from dragoman.record.schema import STEPS

HEAD = """# Data dictionary

The tables of a record, a SQLite file that any tool opens (Datasette, DB Browser, pandas, R).
Written from the schema by `python -m dragoman.record.dictionary docs/data-dictionary.md`; do not edit by hand.

Every `start` and `end` counts Unicode code points of `articles.text`, end exclusive; dates are EDTF
(`2019-02-28`, `2019-02`, `2018-12-06/2018-12-27`).
"""
TITLES = {
    "0001_articles": "Articles, and what annotation found in them",
    "0002_claims": "Claims: what one passage of one article says",
    "0003_story": "The story: computed from all claims, rewritten after each reading",
    "0005_searches": "Searches and judgements",
    "0006_feeds": "The feeds that are watched",
    "0009_leads": "From what the story is told: leads, blocks, names, copies",
    "0015_coverage": "What the articles tell of together",
    "0011_names": "The names of claims",
    "0007_ledgers": "What a negotiation leaves behind, acts told several times, and what each waits for",
}

_TABLE = re.compile(r"CREATE TABLE (\w+) \( -- (.+)")
_COLUMN = re.compile(r"  (\w+) (TEXT|INTEGER|REAL)\b(.*?),? -- (.+)")
_ADDED = re.compile(r"ALTER TABLE (\w+) ADD COLUMN (\w+) (TEXT|INTEGER|REAL)\b(.*?); -- (.+)")
_REFERENCE = re.compile(r"REFERENCES (\w+)")


def write_dictionary() -> str:
    """The dictionary as Markdown."""
    out = [HEAD]
    steps = {
        s: files("dragoman.record").joinpath(f"migrations/{s}.sql").read_text(encoding="utf-8") for s in STEPS
    }
    added = [m for told in steps.values() for line in told.splitlines() if (m := _ADDED.match(line))]
    for step, told in steps.items():
        if "CREATE TABLE" not in told:
            continue
        out.append(f"\n## {TITLES.get(step, step)}\n")
        table = None
        for line in told.splitlines():
            if table and line.startswith(")"):
                out += [f"| `{m[2]}` | {_type(m[3], m[4])} | {m[5]} |\n" for m in added if m[1] == table[1]]
            if found := _TABLE.match(line):
                table = found
                out.append(f"\n### {table[1]}\n\n{table[2]}\n\n| column | type | what |\n|---|---|---|\n")
            elif column := _COLUMN.match(line):
                out.append(f"| `{column[1]}` | {_type(column[2], column[3])} | {column[4]} |\n")
    return "".join(out)


def _type(told: str, rest: str) -> str:
    reference = _REFERENCE.search(rest)
    return told.lower() + (f" → [{reference[1]}](#{reference[1]})" if reference else "")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(write_dictionary(), encoding="utf-8")
