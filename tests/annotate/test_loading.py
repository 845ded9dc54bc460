"""The packaged model is loaded with the tokenizer's list of whole words in parts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dragoman.annotate.loading import Alternatives, _cut, load_model

PARTS = (
    "^yo[-–]yo[a-zé]+$",
    "^r?é?entr[-–][a-zé]+$",
    "^lock[-–]out[a-zé]*$",
    "^[a-zé]+[-–]l[èe]s?[-–](?:l['])?[a-zé]+$",
    "^aigues?[-–][a-zé][-–a-zé']*$",
    "^bou(?:c|rg)[-–][a-zé]*$",
)
LIST = "(?iu)" + "|".join(f"(?:{part})" for part in PARTS)


@pytest.mark.parametrize(
    "word",
    ["yo-yote", "Yo–Yoté", "yo-yo", "rentr-ai", "éentr-ouvre", "LOCK-OUT", "lock-outs", "lock", "lockout",
     "Saint-lès-l'eau", "villeneuve-les-bois", "ville-la-grande", "", "-", "yo-yote2",
     "aigue-mort", "Aigues–mortes-l'été", "aigues-", "aigues--a", "aiguess-a", "bourg-", "boug-la", "bouc-l'a"],
)  # fmt: skip
def test_parts_find_what_the_whole_does(word: str) -> None:
    assert bool(Alternatives(LIST).match(word)) == bool(re.compile(LIST).match(word))


@pytest.mark.parametrize(
    "pattern", ["^a$|^b$", "(?iu)(?:^a)|(?:^b-$)", "(?iu)(?:^maison$)|(?:^b[-]a$)", "(?iu)"]
)
def test_a_pattern_of_another_build_is_left_whole(pattern: str) -> None:
    with pytest.raises(ValueError, match="whole words"):
        Alternatives(pattern)


def test_the_letters_that_end_a_part_are_apart() -> None:
    assert [_cut(part)[1] for part in PARTS] == [
        "[a-zé]+$",
        "[a-zé]+$",
        "[a-zé]*$",
        "",  # where its two marks stand in a word is open
        "[a-zé][-–a-zé']*$",
        "[a-zé]*$",
    ]


def test_the_model_keeps_its_whole_words() -> None:
    tokenizer: Any = load_model().tokenizer
    assert isinstance(tokenizer.token_match.__self__, Alternatives)
    assert [t.text for t in tokenizer("Le Premier-ministre d'outre-mer dort.")][1:3] == [
        "Premier-ministre",
        "d'",
    ]
    assert re.compile("a" * 3).__class__ is re.Pattern
