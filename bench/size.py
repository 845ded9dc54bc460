"""The record at size: how long a million statements take to write, how big they are, how soon each view answers.

The record is made from the dispatches of examples/: each is analysed once, then written again and again with other
names (letters changed one for one, so that every offset holds), other actors, other days. What is measured is the
record alone. `--statements N` sets the size, `--record FILE` keeps the file and takes it as it is where it exists.
Warm: a view is asked twice and the second answer counts.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dragoman.analysis import analyse
from dragoman.model.articles import Article
from dragoman.model.claims import Claim
from dragoman.model.documents import Document
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.statements import Statement
from dragoman.record import (
    Record,
    Scope,
    find_articles,
    find_claims,
    find_evidence,
    find_marks,
    find_passages,
    open_record,
    search_statements,
    write_article,
)

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
LIMIT = 0.3  # seconds, for the first page of a view
COUNTED = ("articles", "statements", "events", "positions", "meeting_reports")
LINES = 50  # of a page
BASE = 5000  # articles that are written, before their rows are copied
GROUP = 200  # articles to a transaction while the record is made
CASTS = 400  # stories that the record tells, each with names of its own
# In this order each row finds the row that it hangs on.
TABLES = (
    "articles", "blocks", "sentences", "times", "mentions", "article_actors", "claims", "resolutions", "statements",
    "statement_fragments", "statement_relays", "events", "event_actors", "event_recipients", "meeting_reports",
    "meeting_report_participants", "meeting_report_mentions", "positions", "position_toward",
)  # fmt: skip
ACTORS = (
    "speaker",
    "on_behalf_of",
    "actor",
    "according_to",
    "party",
    "said_by",
    "host",
    "cancelled_by",
    "side",
)
WORDS = (
    "INSERT OR IGNORE INTO name_words SELECT w.value, n.name FROM (SELECT DISTINCT name FROM article_actors) n "
    "JOIN json_each(words_of(n.name)) w"
)
VOWELS, CONSONANTS = "aeiou", "bcdfglmnprstv"

Made = tuple[Document, list[Claim]]


def dispatches() -> list[Made]:
    """The examples, analysed."""
    files = sorted(EXAMPLES.rglob("*.txt"))
    articles = [Article(name=p.stem, text=p.read_text(encoding="utf-8"), outlet=p.parent.name) for p in files]
    return [
        (document, [*claims.statements, *claims.events, *claims.meetings, *claims.positions])
        for document, claims in analyse(articles, lambda _: None)
    ]


def vary(made: Made, k: int) -> Made:
    """The dispatch with the names of cast `k % CASTS`, its own number in its title, some days later."""
    document, claims = made
    cast = random.Random(k % CASTS)
    letters = {
        old: new
        for told in (VOWELS, CONSONANTS)
        for old, new in zip(told, cast.sample(told, len(told)), strict=True)
    }
    letters |= {old.upper(): new.upper() for old, new in letters.items()}
    table = str.maketrans(letters)

    def name(told: str | None) -> str | None:
        return told and told.translate(table)

    def names(told: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one.translate(table) for one in told)

    text = list(document.text)
    for mention in document.mentions:
        if mention.kind == "name":
            text[mention.span.start : mention.span.end] = mention.span.of(document.text).translate(table)
    day = dt.date(2000, 1, 1) + dt.timedelta(days=k * 7919 % 9000)
    article = replace(
        document.article,
        text="".join(text),
        name=f"{document.article.name}-{k}",
        outlet=f"Journal {k % 40}",
        url=f"https://exemple.fr/{k}",
        published=day.isoformat(),
    )
    shifted = replace(
        document,
        article=article,
        tokens=[],
        published=day.isoformat(),
        mentions=[replace(m, actors=names(m.actors)) for m in document.mentions],
        actors={a.name.translate(table): replace(a, name=a.name.translate(table), side=name(a.side))
                for a in document.actors.values()},
    )  # fmt: skip
    out: list[Claim] = []
    for c in claims:
        c = replace(
            c, article=article.id, resolved=tuple(replace(r, actors=names(r.actors)) for r in c.resolved)
        )
        if isinstance(c, Statement):
            c = replace(
                c, speaker=name(c.speaker), on_behalf_of=name(c.on_behalf_of), relayed_by=names(c.relayed_by)
            )
        elif isinstance(c, Event):
            c = replace(
                c, actors=names(c.actors), recipients=names(c.recipients), according_to=name(c.according_to)
            )
        elif isinstance(c, MeetingReport):
            c = replace(c, participants=names(c.participants))
        elif isinstance(c, Position):
            c = replace(c, party=c.party.translate(table), toward=names(c.toward), by=name(c.by))
        out.append(c)
    return shifted, out


def fill(file: Path, statements: int) -> None:
    """Write BASE articles, then copy all their rows under other ids, with other actors and other days."""
    told = dispatches()
    with open_record(file, write=True) as record:
        db = record.connection
        db.execute("PRAGMA cache_size = -1000000")
        db.execute("PRAGMA synchronous = OFF")
        for first in range(0, BASE, GROUP):
            with record.transaction():
                for n in range(first, first + GROUP):
                    write_article(record, *vary(told[n % len(told)], n))
        (once,) = db.execute("SELECT count(*) FROM statements").fetchone()
        for k in range(1, -(-statements // once)):
            with record.transaction():
                copy(record, k)
            print(f"  {(k + 1) * once} statements", flush=True)
        db.execute(WORDS)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy(record: Record, k: int) -> None:
    """All that was written first once more: ids, names of actors and days are those of copy `k`."""
    db = record.connection
    for table in TABLES:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        places = ", ".join(_changed(table, column, k) for column in columns)
        key = "id" if "id" in columns else "claim" if "claim" in columns else "article"
        # Ids of copies hold a point, those of what was written first do not.
        db.execute(f"INSERT INTO {table} SELECT {places} FROM {table} WHERE instr({key}, '.') = 0")


def _changed(table: str, column: str, k: int) -> str:
    if column in ("id", "article", "claim"):
        return f"{column} || '.{k}'"
    if column in ACTORS or (table, column) == ("article_actors", "name"):
        return f"{column} || ' {k}'"
    if column in ("published_from", "published_to", "day_from", "day_to", "published"):
        return f"coalesce(date({column}, '+{k * 37} days'), {column})"
    return column


def measure_writing(record: Record) -> tuple[float, float]:
    """Articles written in a second of the clock, and in a second of work, each in its own transaction."""
    told = dispatches()
    made = [vary(told[k % len(told)], 10_000_000 + k) for k in range(500)]
    began, cpu = time.monotonic(), time.process_time()
    for document, claims in made:
        write_article(record, document, claims)
    return len(made) / (time.monotonic() - began), len(made) / (time.process_time() - cpu)


def views(record: Record) -> dict[str, Callable[[], object]]:
    """What a person first sees of each list, with the filters that there are."""
    few, many = _speakers(record)
    (day,) = record.connection.execute("SELECT max(published_from) FROM articles").fetchone()
    middle = "2015-06"
    article = find_articles(record, most=1)[0].article_id
    claim = find_claims(record, Statement, most=1)[0].claim.id
    out: dict[str, Callable[[], object]] = {
        "articles": lambda: find_articles(record, most=LINES),
        "articles, the thousandth page": lambda: find_articles(record, first=1000 * LINES, most=LINES),
        "articles known by a day": lambda: find_articles(record, Scope(known_by=middle), most=LINES),
        "statements by kind": lambda: find_claims(record, Statement, kind="direct", most=LINES),
        "statements of the busiest speaker": lambda: find_claims(record, Statement, speaker=many, most=LINES),
        "statements of a rare speaker": lambda: find_claims(record, Statement, speaker=few, most=LINES),
        "statements, sure ones": lambda: find_claims(record, Statement, least=0.9, most=LINES),
        "words in statements, frequent": lambda: search_statements(record, "sanctions", most=LINES),
        "words in statements, a phrase": lambda: search_statements(
            record, '"levée des sanctions"', most=LINES
        ),
        "events by type": lambda: find_claims(record, Event, type="ASSAULT", most=LINES),
        "positions by issue": lambda: find_claims(record, Position, issue="sanctions", most=LINES),
        "one claim with its sentence": lambda: find_evidence(record, claim),
        "one article's passages and marks": lambda: (
            find_passages(record, article),
            find_marks(record, article),
        ),
    }
    scopes = {
        "": Scope(),
        " about a rare actor": Scope(actor=few),
        " about the busiest actor": Scope(actor=many),
        " of a month": Scope(since=middle, until=middle),
        " of the last days": Scope(since=day),
        " until a day": Scope(until=middle),
        " as of a day": Scope(as_of=middle),
        " known by a day": Scope(known_by=middle),
        " about an actor in a month": Scope(actor=many, since=middle, until=middle),
    }
    for noun, name in ((Statement, "statements"), (Event, "events"), (MeetingReport, "meeting reports"),
                       (Position, "positions")):  # fmt: skip
        for told, scope in scopes.items():
            out[f"{name}{told}"] = partial(find_claims, record, noun, scope, most=LINES)
    return out


def _speakers(record: Record) -> tuple[str, str]:
    """Names that few and that most statements have."""
    told = record.connection.execute(
        "SELECT speaker, count(*) AS n FROM statements WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY n"
    ).fetchall()
    return told[0][0], told[-1][0]


def measure_views(record: Record) -> list[tuple[float, float, str]]:
    """Seconds of each view, warm: by the clock and at work, the best of three after a first one."""
    out = []
    for name, view in views(record).items():
        view()
        spans = []
        for _ in range(3):
            began, cpu = time.monotonic(), time.process_time()
            view()
            spans.append((time.monotonic() - began, time.process_time() - cpu))
        out.append((*min(spans), name))
    return sorted(out, reverse=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--record", type=Path, metavar="FILE")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        file = told.record or Path(place, "r.db")
        if not file.exists():
            fill(file, told.statements)
        with open_record(file) as record:
            counts = [record.connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in COUNTED]
            times = measure_views(record)
        print(", ".join(f"{count:,} {table}" for table, count in zip(COUNTED, counts, strict=True)))
        print(
            f"{file.stat().st_size / 1e9:.2f} GB, {file.stat().st_size / counts[0] / 1e3:.1f} kB an article\n"
        )
        print(f"{'first page, warm':44} clock   work")
        for clock, work, name in times:
            print(f"{name:44} {clock * 1e3:5.0f} {work * 1e3:6.0f} ms{'  OVER' if work > LIMIT else ''}")
        with open_record(file, write=True) as record:
            clock, work = measure_writing(record)
        print(f"\nwritten: {clock:.0f} articles a second, {work:.0f} a second of work")
    return 0


if __name__ == "__main__":
    sys.exit(main())
