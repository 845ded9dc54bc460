from __future__ import annotations

from pathlib import Path

from tests.record.samples import sample

from dragoman.model.agreements import Agreement
from dragoman.model.channels import Channel
from dragoman.model.deadlocks import Condition, Deadlock
from dragoman.model.disputes import Dispute, Version
from dragoman.model.expectations import Expectation
from dragoman.model.happenings import Detail, Happening
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.measures import Measure
from dragoman.model.meetings import LifePoint, Meeting
from dragoman.model.positions import Shift
from dragoman.model.stories import ResolvedActor, Story
from dragoman.record import is_story_stale, open_record, read_story, write_article
from dragoman.record.packing import pack_story, unpack_story
from dragoman.record.stories import delete_actors, delete_entries, mark_told, write_entries


def story_of(article: str, claims: list[str]) -> Story:
    """A story with all that a story can have."""
    summit = Meeting(
        id="m1", label="sommet d'Oslo", kind="summit", participants=("Norvège", "Érythrie"), date="2021-03-12",
        place="Oslo", status="held", life=(LifePoint("2021-03-05", "planned", article, claims[0]),
                                           LifePoint(None, "held", article, claims[1])),
        reports=(claims[0], claims[1]), outcome="accord", sources=2,
    )  # fmt: skip
    lunch = Meeting(
        id="m0", label="déjeuner", kind="other", participants=(), date=None, place=None, status="cancelled",
        life=(), reports=(), cancelled_by="Norvège", part_of="m1",
    )  # fmt: skip
    versions = (
        Version(party="Norvège", by="Kari Moen", says="tout", claims=(claims[0],), first_on="2021-03-05",
                relayed_by=("NTB",), sources=3),
        Version(party=None, by=None, says="une partie", claims=(claims[1], claims[2])),
    )  # fmt: skip
    return Story(
        actors=(
            ResolvedActor(name="Norvège", kind="state", side="Norvège", articles=(article,)),
            ResolvedActor(name="Kari Moen", kind="person", roles=("ministre",), aliases=("Mme Moen",)),
        ),
        meetings=(summit, lunch),
        disputes=(Dispute(id="d1", matter="le retrait", kind="scope", versions=versions, sure=False),),
        expectations=(
            Expectation(id="x1", claim=claims[0], what="se revoir", by="Kari Moen", kind="planned",
                        made_on="2021-03-05", horizon="2021-03", state="met late", met_by="m1", met_on="2021-04"),
        ),
        shifts=(Shift("Érythrie", "verification", claims[2], claims[3]),),
        happenings=(
            Happening(id="h1", type="REQUEST", mode=None, actors=("Érythrie",), recipients=("Norvège",),
                      status="occurred", date="2021-03-05", place="Oslo", tellings=(claims[0], claims[1]),
                      differing=(Detail("place", "Oslo", (claims[0],)), Detail("place", "Bergen", (claims[1],)))),
        ),
        agreements=(
            Agreement(id="g1", label="accord d'Oslo", parties=("Norvège",), date="2021", state="dead",
                      terms=("prévoit un retrait",), sources=2, life=(
                          LedgerEntry(on="2021-03-05", state="dead", by="Norvège", says="caduc", article=article,
                                      start=3, end=9),)),
        ),
        measures=(
            Measure(id="q1", label="embargo", kind="embargo", by=("Norvège",), on=("Érythrie",), since=None,
                    state="lifted", life=()),
        ),
        channels=(
            Channel(id="k1", label="lettres", kind="letter", between=("Norvège", "Érythrie"), state="used", life=()),
        ),
        deadlocks=(
            Deadlock(id="l1", kind="blocked", parties=("Érythrie", "Norvège"), arcs=(
                Condition(claim=claims[3], party="Érythrie", issue="verification", wants="sanctions", of="Norvège",
                          says="toute inspection", condition="l'embargo demeure", on="2021-03-05", met=claims[2]),)),
        ),
    )  # fmt: skip


def test_a_story_comes_back_as_it_went_in(tmp_path: Path) -> None:
    document, claims = sample()
    with open_record(tmp_path / "r.db", write=True) as record:
        assert read_story(record) == Story()
        assert not is_story_stale(record)
        write_article(record, document, claims)
        assert is_story_stale(record)
        story = story_of(document.article.id, [c.id for c in claims])
        with record.transaction() as db:
            write_entries(db, story)
            mark_told(db)
        assert not is_story_stale(record)
        assert read_story(record) == story == unpack_story(pack_story(story))
        with record.transaction() as db:
            delete_entries(db, story)
            delete_actors(db, [a.name for a in story.actors])
        assert read_story(record) == Story()
        assert record.ask("PRAGMA foreign_key_check") == []


def test_an_article_that_is_read_again_makes_the_story_stale(tmp_path: Path) -> None:
    document, claims = sample()
    with open_record(tmp_path / "r.db", write=True) as record:
        write_article(record, document, claims)
        with record.transaction() as db:
            write_entries(db, story_of(document.article.id, [c.id for c in claims]))
            mark_told(db)
        write_article(record, document, claims[:1])
        assert is_story_stale(record)
        assert record.ask("PRAGMA foreign_key_check") == []
