"""`dragoman articles`: fields, paragraphs, who follows whom, what was set aside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.show.cli import main

LEAD = (
    "La délégation syldave est arrivée lundi à Klow pour trois jours de pourparlers avec la Bordurie, a annoncé le "
    "ministère des Affaires étrangères."
)
MORE = "« Nous ne signerons rien sans garanties », a prévenu le chef de la délégation devant le palais royal."
LAST = "Une nouvelle séance est prévue mardi, sous l'égide des Nations unies, dans une salle plus grande."


@pytest.fixture
def press(tmp_path: Path) -> Path:
    rows = [
        ("k1", "Klow attend", "2021-05-03", "Le Courrier", f"KLOW, 3 mai (AFP) - {LEAD}\n\n{MORE}\n\n{LAST}"),
        (
            "k2",
            "Klow attend toujours",
            "2021-05-04",
            "L'Écho",
            f"{LEAD}\n\n{MORE}\n\nRien n'a filtré de la nuit.",
        ),
        ("k3", "Vide", "2021-05-04", "L'Écho", ""),
    ]
    lines = [
        json.dumps(dict(zip(("id", "titre", "date", "journal", "corps du texte"), row, strict=True)))
        for row in rows
    ]
    path = tmp_path / "presse.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main([*words, "--lang", "fr"])
    out, err = capsys.readouterr()
    return int(stop.value.code or 0), out, err


def test_json(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "articles", str(press), "--map", "text=corps du texte", "--json")
    told = json.loads(out)
    first, second = told["articles"]
    assert code == 0 and first["name"] == "k1" and first["outlet"] == "Le Courrier"
    assert (first["agency"] == ["AFP"] and first["dateline"] == "Klow") or first["dateline"] == "KLOW"
    assert first["paragraphs"][1:] == [f"KLOW, 3 mai (AFP) - {LEAD}", MORE, LAST] and first["reprint"] is None
    assert second["reprint"]["of_name"] == "k1" and second["reprint"]["kind"] == "rewrite"
    assert "Rien n'a filtré de la nuit." in second["reprint"]["added"]
    assert told["set_aside"] == [{"path": f"{press}#k3", "reason": "a row without text"}]


def test_screen(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "articles", str(press), "--map", "text=corps du texte")
    assert code == 0
    for line in ("Klow attend toujours", "réécrit k1 (Le Courrier)", "une ligne sans texte", "2 articles"):
        assert line in out


def test_nothing_to_read_and_wrong_words(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "articles", str(press))
    assert code == 1 and "aucune colonne" in out and "Rien à lire" in err
    code, _, err = run(capsys, "articles", str(press), "--map", "titre")
    assert code == 2 and "--map titre" in err
    code, _, err = run(capsys, "articles", str(press), "--about", " , ")
    assert code == 2 and "--about" in err


def test_only_about_the_parties(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("articles", str(press), "--map", "text=corps du texte", "--json")
    assert len(json.loads(run(capsys, *words, "--about", "Syldavie, Bordurie")[1] or "{}")["articles"]) == 0
