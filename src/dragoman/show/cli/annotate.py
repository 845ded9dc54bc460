"""`dragoman annotate`: articles → one line of JSON each, and no record."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import typer

from dragoman.model.articles import SetAside
from dragoman.model.edtf import bounds
from dragoman.show.cli.options import About, Columns, Date, Paths, to_columns
from dragoman.show.messages import in_our_words, say

if TYPE_CHECKING:
    from dragoman.read import Reading


def annotate(paths: Paths, date: Date = None, columns: Columns = None, about: About = None) -> None:
    from dragoman.extract.layers import to_layers
    from dragoman.pipeline import annotate_paths

    def tell(aside: SetAside) -> None:
        sys.stderr.write(say("read.aside", path=aside.path, reason=in_our_words(aside.reason)) + "\n")

    if date is not None:
        bounds(date)  # a wrong date is told before the work
    how: Reading = {"date": date, "columns": to_columns(columns), "about": about}
    found = 0
    for document, claims in annotate_paths(paths, on_aside=tell, **how):
        # half a character, which some broken files hold, is written as the escape that JSON has for it
        line = json.dumps(to_layers(document, claims), ensure_ascii=False)
        sys.stdout.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
        found += 1
    if not found:
        sys.stderr.write(say("read.nothing") + "\n")
        raise typer.Exit(1)
