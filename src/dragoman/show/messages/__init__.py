"""What the screens say, one file per language: say("read.done", n=3) → "lus : 3".

The language is French, or that of the variable DRAGOMAN_LANG (`fr`, `en`).
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.model.errors import UsageError

LANGUAGES = ("fr", "en")
VARIABLE = "DRAGOMAN_LANG"


def language() -> str:
    """The language of the screens. Raises UsageError for one that we do not speak."""
    told = (os.environ.get(VARIABLE) or LANGUAGES[0]).lower()[:2]
    if told not in LANGUAGES:
        raise UsageError(f"--lang {told}: the screens speak {' or '.join(LANGUAGES)}")
    return told


@cache
def messages(lang: str) -> dict[str, Any]:
    """All messages of one language."""
    path = files("dragoman.show.messages").joinpath(f"{lang}.yaml")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    told: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return told


def say(key: str, **values: object) -> str:
    """The message `key` (`section.name`) with its values filled in; of two forms, the one for `n`."""
    section, _, name = key.partition(".")
    told = messages(language())[section][name]
    if isinstance(told, dict):
        told = told[form_for(values["n"], language())]
    return str(told).format(**values)


def form_for(n: object, lang: str) -> str:
    """Which form of a message counts `n`, one or many: French says one for 0 and 1."""
    return "one" if n == 1 or (n == 0 and lang == "fr") else "many"


def word_for(field: str, code: object) -> str:
    """The word for a code of the model (`status`, `held` → `tenue`); the code itself where there is none."""
    words = messages(language())["words"].get(field, {})
    return str(words.get(code, code))


def in_our_words(message: str, section: str = "errors", lang: str | None = None) -> str:
    """What a stage says, in the language of the screens; as it is, in English, where we have no words for it.

    The stages speak English; `errors` and `reasons` of a language's file pair their sentences, with `{places}`, with
    ours.
    """
    for pattern, ours in _sentences(section, lang or language()):
        if m := pattern.fullmatch(message):
            return ours.format(**m.groupdict())
    return message


@cache
def _sentences(section: str, lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(theirs), ours) for theirs, ours in messages(lang).get(section, {}).items())


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", sentence)
    told = [f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts)]
    return re.compile("".join(told), re.S)
