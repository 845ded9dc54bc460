from __future__ import annotations

import pytest

from dragoman.model.errors import UsageError
from dragoman.show.cli.tables import GAP, cell_of, fit, share, show_rows, write_csv
from dragoman.show.messages import in_our_words, word_for

COLUMNS = ("day", "type", "status", "actors", "recipients", "surface", "according_to", "outlet", "id")


def test_a_narrow_terminal_spares_the_lesser_columns_and_never_the_id() -> None:
    assert fit(COLUMNS, 200) == list(COLUMNS)
    assert "outlet" not in fit(COLUMNS, 120)
    assert {"day", "surface", "id"} <= set(fit(COLUMNS, 20))


@pytest.mark.parametrize("width", [80, 120, 160, 200])
@pytest.mark.parametrize("columns", [COLUMNS, ("day", "party", "stance", "issue", "toward", "surface", "id")])
def test_the_words_have_room_and_the_table_fits(columns: tuple[str, ...], width: int) -> None:
    shown = fit(columns, width)
    widths = dict(zip(shown, share(shown, [40] * len(shown), width), strict=True))
    assert sum(widths.values()) + GAP * len(shown) <= width
    assert widths["id"] == 11
    assert widths["surface"] == max(widths.values()) or width < 100


def test_cells_have_words_for_codes_and_lists_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LANG", "fr")
    assert cell_of("status", "held") == "tenu"
    assert cell_of("actors", ["Norvège", "ONU"]) == "Norvège, ONU"
    assert cell_of("surface", "deux\n  lignes") == "deux lignes"
    assert cell_of("place", None) == ""
    assert word_for("status", "unheard-of") == "unheard-of"


def test_csv_joins_names_and_keeps_spans(capsys: pytest.CaptureFixture[str]) -> None:
    write_csv([{"id": "s1", "actors": ["A", "B"], "cue": [1, 4], "place": None}], ("id",))
    assert capsys.readouterr().out == 'id,actors,cue,place\ns1,A; B,"[1, 4]",\n'
    write_csv([], ("id", "day"))
    assert capsys.readouterr().out == "id,day\n"


def test_json_and_csv_at_once_are_refused() -> None:
    with pytest.raises(UsageError):
        show_rows([], ("id",), as_json=True, as_csv=True)


def test_an_error_without_words_of_ours_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LANG", "fr")
    assert in_our_words("an error of tomorrow") == "an error of tomorrow"
    assert in_our_words("a.db: the folder a does not exist: make it first").startswith(
        "a.db : le dossier a n'existe"
    )
    monkeypatch.setenv("DRAGOMAN_LANG", "en")
    assert in_our_words("a.db: the folder a does not exist: make it first").endswith("make it first")
