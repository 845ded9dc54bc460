"""Merging, splitting and renaming actors: each is a judgement that can be undone, and the trail stays."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.record.samples import TEXT, sample
from tests.show.web.test_guards import OURS, form

from dragoman.gather import refresh_story
from dragoman.model.actors import Actor
from dragoman.model.statements import Statement
from dragoman.model.stories import ResolvedActor
from dragoman.record import find_judgements, open_record, write_article
from dragoman.show.web.pages.actors import _roles


@pytest.fixture
def moen(client: Any, served: Path) -> Any:
    """An article that names a Moen alone, whom resolution takes for Kari Moen."""
    document, claims = sample("autre", "2021-05-05", TEXT + " Rien de plus.")
    document.actors = {"Moen": Actor(name="Moen", kind="person", side="Norvège", roles=("négociatrice",))}
    told = [replace(c, speaker="Moen") if isinstance(c, Statement) else c for c in claims]
    with open_record(served, write=True) as record:
        write_article(record, document, told)
        refresh_story(record)
    return client


def test_what_is_told_under_another_spelling_is_on_the_actors_page(moen: Any) -> None:
    page = moen.get("/actor?about=Kari+Moen").text
    assert "Moen" in page
    assert re.search(r"Propos <small>4</small>", page)
    assert moen.get("/actor?about=Moen").text.count("<h1>Kari Moen</h1>") == 1
    assert "4 propos" in moen.get("/statements?speaker=Kari+Moen").text


def test_roles_have_their_days(moen: Any) -> None:
    page = moen.get("/actor?about=Kari+Moen").text
    roles = page.partition('<dl class="roles">')[2].partition("</dl>")[0]
    assert "<dt>négociatrice</dt><dd>5 mai 2021" in roles
    assert "<dt>ministre</dt><dd>5 mars 2021 – 20 mars 2021" in roles
    early = moen.get("/actor?about=Kari+Moen&known_by=2021-03-06").text
    assert "négociatrice" not in early


def test_a_name_is_split_off_and_joined_again(moen: Any, served: Path) -> None:
    values = form(moen, kind="apart", about="Moen", value="Kari Moen", why="sa sœur")
    moen.post("/judgements", data=values, headers=OURS)
    page = moen.get("/actor?about=Kari+Moen").text
    assert re.search(r"Propos <small>3</small>", page)
    assert "sa sœur" in page  # the trail
    assert "<h1>Moen</h1>" in moen.get("/actor?about=Moen").text
    with open_record(served) as record:
        (judgement,) = find_judgements(record)
    moen.post(f"/judgements/{judgement.number}/undo", data=form(moen), headers=OURS)
    page = moen.get("/actor?about=Kari+Moen").text
    assert re.search(r"Propos <small>4</small>", page)
    assert "défait par ana" in page


def test_the_network_follows_the_days(client: Any) -> None:
    assert "<svg" in client.get("/actors").text
    assert "<svg" not in client.get("/actors?from=2022").text


def test_a_role_is_told_once() -> None:
    actor = ResolvedActor(
        name="Kari Moen", kind="person", roles=("ministre", "ministre (Norvège)", "émissaire")
    )
    assert _roles(actor) == ("ministre (Norvège)", "émissaire")
