"""The commands on what the story holds beside meetings: ledgers, deadlocks, news, judgements."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.record.samples import sample
from tests.show.conftest import Ask

from dragoman.gather import refresh_story
from dragoman.record import Scope, open_record, write_article
from dragoman.show.news import make_news

TEXT = (
    "Oslo, 3 mars. La Norvège maintient l'embargo imposé à l'Iran. Téhéran a ouvert un bureau de liaison avec Oslo. "
    "L'accord de Lima, signé en mai, prévoit un retrait. La ministre norvégienne Kari Moen a affirmé que l'Érythrie "
    "avait exigé le retrait des troupes. Les deux délégations doivent se revoir à Oslo le 12 mars. "
    "L'Érythrie refuse toute inspection tant que l'embargo demeure."
)


@pytest.fixture
def ledgers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask) -> Ask:
    file = tmp_path / "ledgers.db"
    with open_record(file, write=True) as record:
        write_article(record, *sample("lima", "2021-03-05", TEXT))
        refresh_story(record)
    monkeypatch.setenv("DRAGOMAN_RECORD", str(file))
    return ask


@pytest.mark.parametrize(
    ("command", "label"),
    [
        ("agreements", "accord de Lima"),
        ("measures", "embargo"),
        ("channels", "bureau de liaison Iran–Norvège"),
    ],
)
def test_each_ledger_is_listed_filtered_and_dated(ledgers: Ask, command: str, label: str) -> None:
    (row,) = json.loads(ledgers(command, "--json").out)
    assert row["label"].startswith(label)
    assert row["life"][0]["article"]
    assert label.split(" ")[0] in ledgers(command).out
    assert "rencontre" not in ledgers(command).out.splitlines()[1]  # what is no meeting is not headed so
    assert json.loads(ledgers(command, "--state", row["state"], "--from", "2021-03-01", "--json").out) == [
        row
    ]
    for words in (
        ("--as-of", "2021-03-04"),
        ("--known-by", "2021-03-04"),
        ("--actor", "nobody"),
        ("--from", "2022"),
    ):
        assert json.loads(ledgers(command, *words, "--json").out) == [], words
    assert "⟦" not in ledgers("explain", row["id"]).out
    told = ledgers("explain", row["id"]).out
    assert "  nom : " in told
    assert "  rencontre : " not in told
    assert row["life"][0]["says"] in " ".join(ledgers("explain", row["id"]).out.split())


def test_deadlocks_may_be_none(ask: Ask) -> None:
    assert json.loads(ask("deadlocks", "--kind", "circle", "--json").out) == []
    assert ask("deadlocks", "--as-of", "2021-03-06").code == 0


def test_the_news_since_a_day(ask: Ask, record_file: Path) -> None:
    told = json.loads(ask("brief", "--since", "2021-03-06", "--json").out)
    assert told["articles"] == 1
    assert all(p["article"] == "deux" for p in told["positions"])
    assert told["meetings"] == [] or told["meetings"][0]["kind"] in ("new", "status", "date", "place")
    assert "2021-03-06" in ask("brief", "--since", "2021-03-06").out
    assert json.loads(ask("brief", "--since", "2022", "--json").out)["positions"] == []
    with open_record(record_file) as record:
        assert make_news(record, "2021-03-20", Scope()).articles == 0


def test_judging_from_the_command_line(ledgers: Ask, tmp_path: Path) -> None:
    event = json.loads(ledgers("events", "--json").out)[0]["id"]
    assert ledgers("judge", "reject", event, "--who", "ana", "--why", "no act").code == 0
    assert json.loads(ledgers("events", "--json").out) == []
    told = ledgers("judgements", "--json").out
    assert [(j["kind"], j["who"], j["why"]) for j in json.loads(told)] == [("reject", "ana", "no act")]
    assert ledgers("judge", "undo", "1", "--who", "boris").code == 0
    assert len(json.loads(ledgers("events", "--json").out)) == 1
    (tmp_path / "judgements.json").write_text(told, encoding="utf-8")
    assert ledgers("judge", "import", str(tmp_path / "judgements.json")).code == 0
    assert ledgers("judge", "import", str(tmp_path / "none.json")).code == 2
    assert ledgers("judge", "undo", "x").code == 2
    assert "le registre n'a rien de ce nom" in ledgers("judge", "reject", "e000").err
    assert ledgers("judge", "status", "m1", "eaten", "--who", "ana").code == 2


def test_a_shift_is_marked_in_the_history(ask: Ask) -> None:
    rows = json.loads(ask("positions", "--json").out)
    assert all("shift_from" in row for row in rows)


def test_who_is_less_sure_to_have_said_it_has_a_question_mark(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not re.search(r"Kari Moen\s\?", ask("statements").out)
    file = tmp_path / "doubt.db"
    with open_record(file, write=True) as record:
        document, claims = sample("doute", "2021-03-25")
        write_article(record, document, [replace(c, confidence=0.3) for c in claims])
        refresh_story(record)
    monkeypatch.setenv("DRAGOMAN_RECORD", str(file))
    assert re.search(r"Kari Moen\s\?", ask("statements").out)
    assert json.loads(ask("statements", "--json").out)[0]["speaker"] == "Kari Moen"
