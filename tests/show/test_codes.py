"""An option takes a code or the word that the tables show for it, and nothing else."""

from __future__ import annotations

import pytest

from dragoman.model.disputes import DISPUTE_KINDS
from dragoman.model.errors import UsageError
from dragoman.show.cli.codes import to_code


@pytest.mark.parametrize("told", ["scope", "Scope", "étendue", "ETENDUE"])
def test_a_code_is_told_as_it_is_or_as_the_tables_show_it(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LANG", "fr")
    assert to_code("--kind", "kind", told, DISPUTE_KINDS) == "scope"


def test_what_is_no_code_is_told_with_those_that_are() -> None:
    assert to_code("--kind", "kind", None, DISPUTE_KINDS) is None
    with pytest.raises(UsageError, match=r"--kind scoop: .*occurrence, scope"):
        to_code("--kind", "kind", "scoop", DISPUTE_KINDS)
