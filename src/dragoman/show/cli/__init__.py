"""The command `dragoman`: main() runs one command, and prints an error of ours as one line."""

from __future__ import annotations

import os
import sys

from dragoman.model.errors import DragomanError
from dragoman.show.messages import VARIABLE, in_our_words, say


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 where all went well, 2 where the user can mend it."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        words = _take_language(words)
        from dragoman.show.cli.app import run

        sys.exit(run(words))
    except DragomanError as error:
        if not _speaks():
            os.environ[VARIABLE] = ""
        line = " ".join(in_our_words(str(error)).split())
        sys.stderr.write(say("show.error", message=line) + "\n")
        sys.exit(2)


def _take_language(words: list[str]) -> list[str]:
    """`--lang en` may stand anywhere: it is needed before the help is written."""
    out: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            return [*out, word, *rest]
        if word == "--lang":
            os.environ[VARIABLE] = next(rest, "?")
        elif word.startswith("--lang="):
            os.environ[VARIABLE] = word.removeprefix("--lang=")
        else:
            out.append(word)
    return out


def _speaks() -> bool:
    from dragoman.show.messages import language

    try:
        language()
    except DragomanError:
        return False
    return True
