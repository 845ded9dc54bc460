from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.show.conftest import Ask

from dragoman.lexicon import load_yaml
from dragoman.show.cli.app import COMMANDS, build
from dragoman.show.messages import LANGUAGES, in_our_words, messages
from dragoman.version import __version__

NAMES = list(COMMANDS)
LAYERS = ["statements", "events", "positions"]
STORY = ["meetings", "disputes", "expectations", "actors", "chronology"]


def test_the_version_and_nothing_else(ask: Ask) -> None:
    assert ask("--version") == (0, f"dragoman {__version__}\n", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_help_is_an_essay_with_examples(ask: Ask, name: str, lang: str) -> None:
    told = ask(name, "--help", "--lang", lang)
    assert told.code == 0
    assert f"\n    dragoman {name} " in told.out or f"\n    dragoman {name}\n" in told.out
    assert ("Cette page." in told.out) is (lang == "fr")


def examples() -> list[str]:
    """Every command line that a help shows."""
    texts = [text for lang in LANGUAGES for text in messages(lang)["help"].values()]
    return sorted(
        {line.strip() for text in texts for line in text.splitlines() if line.startswith("  dragoman")}
    )


@pytest.mark.parametrize("line", examples())
def test_every_example_of_the_help_is_a_command(line: str) -> None:
    words = shlex.split(re.split(r" [|>] ", line)[0])
    command = build().commands[words[1]]
    command.make_context(words[1], words[2:])  # raises for an unknown option


def test_both_languages_say_the_same_things() -> None:
    fr, en = messages("fr"), messages("en")
    for section in fr:
        if section not in ("words", "errors", "reasons"):  # what is English already
            assert list(fr[section]) == list(en[section])
    assert set(en["words"]) <= set(fr["words"])


@pytest.mark.parametrize("name", [*LAYERS, *STORY])
def test_json_is_a_list_of_rows(ask: Ask, name: str) -> None:
    told = ask(name, "--json")
    assert told.code == 0
    rows = json.loads(told.out)
    assert isinstance(rows, list)
    assert rows or name in ("disputes", "expectations")


@pytest.mark.parametrize("name", [*LAYERS, *STORY])
def test_csv_has_the_rows_of_json(ask: Ask, name: str) -> None:
    rows = json.loads(ask(name, "--json").out)
    table = list(csv.DictReader(io.StringIO(ask(name, "--csv").out)))
    assert len(table) == len(rows)
    assert [r.get("id", r.get("name")) for r in table] == [r.get("id", r.get("name")) for r in rows]


@pytest.mark.parametrize("name", [*LAYERS, "meetings", "actors", "chronology"])
def test_a_table_speaks_french(ask: Ask, name: str) -> None:
    told = ask(name)
    assert told.code == 0
    header = told.out.splitlines()[1]
    assert messages("fr")["columns"]["id" if name != "actors" else "name"] in header


@pytest.mark.parametrize("command", ["statements", "events", "positions"])
def test_a_list_may_be_cut_short(ask: Ask, command: str) -> None:
    whole = json.loads(ask(command, "--json").out)
    assert len(whole) == 3
    assert json.loads(ask(command, "--json", "--limit", "2").out) == whole[:2]


def test_statements_are_filtered(ask: Ask) -> None:
    def count(*words: str) -> int:
        return len(json.loads(ask("statements", "--json", *words).out))

    assert count() == 3
    assert count("--speaker", "moen") == 3
    assert count("--speaker", "nobody") == 0
    assert count("--known-by", "2021-03-06") == 1
    assert count("--known-by", "2021") == 2
    assert count("--from", "2021-03-10") == 1
    assert count("--to", "2021-03-10") == 1
    assert count("--kind", "direct") == 0
    assert count("--min-confidence", "0.9") == 3
    assert count("--min-confidence", "0.95") == 0


def test_events_and_positions_are_filtered(ask: Ask) -> None:
    assert len(json.loads(ask("events", "--json", "--type", "request").out)) == 3
    assert json.loads(ask("events", "--json", "--status", "planned").out) == []
    assert (
        len(json.loads(ask("positions", "--json", "--party", "erythree", "--issue", "verification").out)) == 0
    )
    assert len(json.loads(ask("positions", "--json", "--party", "Erythrie", "--stance", "refusal").out)) == 3


def test_a_meeting_is_one_however_many_tell_of_it(ask: Ask) -> None:
    (meeting,) = json.loads(ask("meetings", "--json").out)
    assert meeting["place"] == "Oslo"
    assert json.loads(ask("meetings", "--json", "--actor", "danemark").out) == []
    assert "Oslo" in ask("meetings").out


def test_one_act_told_twice_is_one_line_of_the_chronology(ask: Ask) -> None:
    rows = json.loads(ask("chronology", "--json").out)
    assert [(r["type"], r["tellings"]) for r in rows if r["day"] == "2021-03-05"] == [("REQUEST", 1)]
    assert [r["type"] for r in rows].count("MEETING") == 1


def test_nothing_to_show_is_said(ask: Ask) -> None:
    told = ask("statements", "--speaker", "nobody")
    assert (told.code, told.out) == (0, "")
    assert told.err.strip() == messages("fr")["show"]["nothing"]


def test_the_brief_leads_to_explanations(ask: Ask) -> None:
    told = ask("brief")
    assert told.code == 0
    assert "Où en sont les pourparlers" in told.out
    assert "Kari Moen" in told.out
    for row in [line.split()[-1] for line in told.out.splitlines() if line[:4] in ("2021", "–   ")]:
        assert ask("explain", row).code == 0


def test_one_article_is_not_told_as_many(ask: Ask) -> None:
    assert "\n1 article, du 2021-03-05" in ask("brief", "--known-by", "2021-03-06").out
    assert "\n2 articles" in ask("brief", "--known-by", "2021-03-31").out
    assert "Depuis 2021-03-06 : 1 article de plus" in ask("brief", "--since", "2021-03-06").out


def test_the_brief_as_json_has_its_parts(ask: Ask) -> None:
    told = json.loads(ask("brief", "--json", "--known-by", "2021-03-06").out)
    assert [a["name"] for a in told["articles"]] == ["un"]
    assert {t["article"] for t in told["last_words"]} == {"un"}


@pytest.mark.parametrize("name", LAYERS)
def test_every_claim_is_explained(ask: Ask, name: str) -> None:
    for row in json.loads(ask(name, "--json").out):
        told = ask("explain", row["id"])
        assert told.code == 0
        assert f"⟦{row['surface']}⟧" in told.out
        assert row["rule"] in told.out
        assert json.loads(ask("explain", row["id"], "--json").out)["evidence"][0]["surface"] == row["surface"]


def test_a_statement_is_explained_with_what_was_resolved(ask: Ask) -> None:
    row = json.loads(ask("statements", "--json").out)[0]
    told = ask("explain", row["id"]).out
    assert "Kari Moen → Kari Moen (nom)" in told
    assert "Kari Moen → Kari Moen (name)" in ask("explain", row["id"], "--lang", "en").out
    assert "a affirmé" in told


def test_a_meeting_of_the_story_is_explained_by_its_reports(ask: Ask) -> None:
    (meeting,) = json.loads(ask("meetings", "--json").out)
    told = ask("explain", meeting["id"])
    assert told.out.count("⟦se revoir⟧") == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("brief", "--record", "none.db"), "ce registre n'existe pas"),
        (("brief", "--record", "none.db", "--lang", "en"), "there is no such record"),
        (("brief", "--as-of", "demain"), "n'est pas une date EDTF"),
        (("explain", "x000"), "x000"),
        (("statements", "--json", "--csv"), "--json --csv"),
        (("brief", "--lang", "de"), "fr or en"),
        (("read", "presse", "--date", "hier"), "EDTF"),
        (("statements", "--kind", "directe"), "demandez direct, indirect, mixed"),
        (("events", "--type", "x", "--lang", "en"), "ask for AGREE"),
        (("export", "csv", "-o", "all.csv"), "nommez-le .zip"),
        (("read", "presse", "--record", "none/of/these.db"), "créez-le d'abord"),
    ],
)  # fmt: skip
def test_an_error_of_ours_is_one_line(ask: Ask, words: tuple[str, ...], says: str) -> None:
    told = ask(*words)
    assert told.code == 2
    assert says in told.err
    assert told.err.count("\n") == 1
    assert told.err.startswith("dragoman")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nothing",), "il n'y a pas de commande 'nothing'"),
        (("brief", "--foo"), "il n'y a pas d'option --foo"),
        (("brief", "--limit", "x"), "--limit : un nombre entier est attendu"),
        (("brief", "--limit", "0"), "--limit : au moins 1"),
        (("explain",), "il manque l'argument ID"),
        (("explain", "a", "b"), "de trop : b"),
        (("export", "csv", "--table"), "l'option --table demande une valeur"),
    ],
)
def test_a_command_that_is_wrongly_written_is_told_in_french(
    ask: Ask, words: tuple[str, ...], says: str
) -> None:
    told = ask(*words)
    assert told.code == 2
    assert says in told.err
    assert says not in ask(*words, "--lang", "en").err


def test_no_command_at_all_gives_the_help(ask: Ask) -> None:
    told = ask()
    assert told.code == 0
    assert "dragoman brief" in told.out


def test_looking_at_a_record_loads_no_parser(record_file: Path) -> None:
    code = """
import sys
from dragoman.show.cli import main
for words in (["--help"], ["read", "--help"], *([n] for n in sys.argv[1:])):
    try:
        main(words)
    except SystemExit as left:
        assert not left.code, words
heavy = {"spacy", "thinc", "dragoman.annotate", "dragoman.extract"} & set(sys.modules)
sys.exit(f"loaded: {heavy}" if heavy else 0)
"""
    names = ["brief", *LAYERS, *STORY]
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        capture_output=True,
        text=True,
        env={**os.environ, "DRAGOMAN_RECORD": str(record_file)},
    )
    assert done.returncode == 0, done.stderr


def test_every_code_that_an_explanation_tells_has_a_word() -> None:
    words = messages("fr")["words"]
    assert set(words["contexts"]) == set(load_yaml("fr/contexts"))
    assert set(words["mode"]) >= {"third-party", "ceasefire", "yield", "disapprove", "expel", "heavy-weapons"}


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("capital of Norvège", "capitale : Norvège"),
        ("role: ministre + Norvège", "fonction : ministre + Norvège"),
        ("issue by likeness, unsure", "sujet par ressemblance, peu sûr"),
        ("issue by embargo, levée", "sujet d'après : embargo, levée"),
        ("elle: -t-elle", "elle : t-elle"),
        ("il: le ministre", "il : le ministre"),
    ],
)
def test_how_a_phrase_was_understood_is_told_in_the_language_of_the_screens(theirs: str, ours: str) -> None:
    assert in_our_words(theirs, "reasons", "fr") == ours
