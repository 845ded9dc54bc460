from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.record.samples import sample

from dragoman.gather import refresh_story
from dragoman.model.actors import Actor
from dragoman.record import Scope, open_record, write_article
from dragoman.show.portraits import make_portraits


def test_an_actor_has_roles_with_their_days_counterparts_words_and_meetings(record_file: Path) -> None:
    with open_record(record_file) as record:
        (moen,) = make_portraits(record, Scope(actor="moen"))
        (role,) = moen.roles
        assert (role.role, role.first, role.last) == ("ministre", "2021-03-05", "2021-03-20")
        assert (moen.statements, moen.last_said) == (3, "2021-03-20")
        others = {p.actor.name: p for p in make_portraits(record, Scope())}
        assert [m.place for m in others["Érythrie"].meetings] == ["Oslo"]
        assert "Norvège" in dict(others["Érythrie"].counterparts)
        (early,) = make_portraits(record, Scope(actor="moen", known_by="2021-03-10"))
        assert (early.roles[0].last, early.statements) == ("2021-03-05", 1)


def test_the_command_tells_them(ask: Any) -> None:
    rows = json.loads(ask("actors", "--actor", "moen", "--json").out)
    assert rows[0]["dated_roles"][0]["first"] == "2021-03-05"
    assert "ministre (2021-03-05 → 2021-03-20)" in " ".join(ask("actors", "--actor", "moen").out.split())


def test_those_with_a_name_come_first(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        for name in ("un", "deux"):
            document, claims = sample(name, "2021-03-05")
            document.actors["alliés"] = Actor(name="alliés", kind="group")
            write_article(record, document, claims)
        refresh_story(record)
        names = [p.actor.name for p in make_portraits(record, Scope())]
    assert len(names) > 2
    assert names[-1] == "alliés"
