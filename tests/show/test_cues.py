"""The cue that is read with a statement's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.record import samples
from tests.record.samples import sample, span
from tests.show.conftest import Ask

from dragoman.model.disputes import Dispute, Version
from dragoman.model.statements import Statement
from dragoman.record import find_claims, open_record, write_article
from dragoman.show.cues import cue_of, find_cues, find_version_cues, with_cue

TEXT = (
    "Oslo a toujours nié y avoir pris part. La ministre espère que le sommet aura lieu. "
    "Elle a dit que le port rouvrirait. « Rien n'est signé », dément-elle."
)


def said(content: str, cue: str, **told: object) -> Statement:
    place, at = span(TEXT, content), span(TEXT, cue)
    fields = {"speaker": "Oslo", "kind": "indirect", **told}
    return Statement(article="a1", start=place.start, end=place.end, rule="inf/nier", cue=at, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "cue", "told", "shown"),
    [
        ("y avoir pris part", "a toujours nié", {"cue_class": "deny", "negative": True}, "a toujours nié"),
        ("le sommet aura lieu", "espère", {"cue_class": "hope"}, "espère"),
        ("le port rouvrirait", "a dit", {"cue_class": "say"}, ""),
        ("le port rouvrirait", "a dit", {"cue_class": "say", "negative": True}, "a dit"),
        ("Rien n'est signé", "dément-elle", {"cue_class": "deny"}, ""),
    ],
)
def test_what_the_speaker_does_not_say_to_be_so_keeps_its_cue(
    content: str, cue: str, told: dict[str, object], shown: str
) -> None:
    assert cue_of(said(content, cue, **told), TEXT) == shown


def test_cues_are_found_in_the_record_and_shown_in_brackets(tmp_path: Path, ask: Ask) -> None:
    file = tmp_path / "nie.db"
    document, _ = sample("nie", "2021-03-05", f"{TEXT} {samples.TEXT}")
    denied = replace(
        said("y avoir pris part", "a toujours nié", cue_class="deny"), article=document.article.id
    )
    with open_record(file, write=True) as record:
        write_article(record, document, [denied])
        (told,) = find_claims(record, Statement)
        assert find_cues(record, [told]) == {told.claim.id: "a toujours nié"}
        version = Version(party="Oslo", by="Oslo", says=told.surface, claims=(told.claim.id,))
        other = Version(party=None, by=None, says="Oslo y était", claims=(told.claim.id,))
        dispute = Dispute(id="d1", matter="le sabotage", kind="blame", versions=(other, version))
        assert find_version_cues(record, [dispute]) == {version: "a toujours nié"}
    answer = ask("statements", "--record", str(file))
    assert "[a toujours nié] y avoir pris part" in " ".join(answer.out.split())
    assert with_cue("rien", None) == "rien"
