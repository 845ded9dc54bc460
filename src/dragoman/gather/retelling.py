"""The story of a record told again where it has to be: after a reading, or for a view as of a date.

100 articles come into a record of 10,000 → their leads, the blocks that these join, and nothing else.

1. The articles that were read, and those that name somebody behind whom another stands now, give their leads anew.
2. Blocks are told again that hold a lead of theirs, that share a key with one, that count articles of a dispatch
   which has more copies now, or whose day has passed (a term that runs out, a stand that is too old to stand).
3. All other blocks stay as they were told. Disputes are settled over all blocks; actors are written where they changed.

A view does the same without writing: what it leaves out is gone, and blocks with gone or late articles are told again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from typing import Any, NamedTuple

from dragoman.gather.casts import changed_articles, find_casting, present_cast, write_cast
from dragoman.gather.entries import rewrite_entries
from dragoman.gather.sources import moved, update_copies
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import Day, bounds
from dragoman.model.stories import Sourced, Story, StoryClaims, join_stories
from dragoman.record import Record, Scope, find_articles, find_days, find_rulings, story_claims
from dragoman.record.copies import find_pairs
from dragoman.record.coverage import (
    covered_by,
    find_asked,
    find_coverage,
    forget_coverage,
    write_asked,
    write_coverage,
)
from dragoman.record.layers import names_of
from dragoman.record.leads import (
    BlockRow,
    LeadRow,
    blocks_of,
    blocks_turning,
    blocks_under,
    delete_blocks,
    families_of,
    find_blocks,
    find_dispute_lines,
    find_lead_rows,
    forget_leads,
    keys_of_new,
    last_block,
    write_blocks,
    write_leads,
)
from dragoman.record.namings import find_names, find_presented, write_strange_names
from dragoman.record.packing import pack_story, unpack_story
from dragoman.record.stories import (
    delete_disputes,
    find_held,
    find_stale,
    forget_story,
    mark_told,
    write_entries,
)
from dragoman.record.views import STORIED
from dragoman.resolve import uncollected
from dragoman.resolve.cast import fold
from dragoman.resolve.coverage import Coverage, Question, last_told, sides_told
from dragoman.resolve.disputes import settle_disputes
from dragoman.resolve.families import FAMILIES, find_leads, tell_block, turning_days
from dragoman.resolve.leads import Block, Lead, join_leads
from dragoman.resolve.sources import Sources
from dragoman.resolve.tellings import Tellings

# So many articles give their leads at a time.
BATCH = 400
# After which day, and up to which, a block is told so that no day turns.
ALWAYS = (Day.min.isoformat(), Day.max.isoformat())


class Found(NamedTuple):
    """What articles have to say: leads; (article, folded name) of claims by which it presents nobody; (article, sides)
    of which it tells acts together."""

    leads: list[Lead]
    strange: list[tuple[str, str]]
    together: list[tuple[str, frozenset[str]]]


class Retelling:
    """What is told again of the articles within a scope (its two dates), and what stays."""

    def __init__(self, record: Record, scope: Scope | None = None) -> None:
        self._record = record
        self._scope = scope or Scope()
        self._known = Scope(known_by=self._scope.known_by)
        self._rulings = find_rulings(record)
        with uncollected():
            self._casting = find_casting(record, self._rulings, self._known)
        self._articles = find_days(record, self._known)
        self._days = {
            name: Sourced(article_id=name, name="", published=day) for name, day in self._articles.items()
        }
        days = [bounds(day)[1] for day in self._articles.values() if day]
        self._last = max(days).isoformat() if days else None
        self._today = bounds(self._scope.as_of or self._last or "9999")[1]
        self._sources = Sources()
        self._coverage = Coverage({})

    def write(self) -> None:
        """After a reading: into the record's tables, inside the caller's transaction."""
        record = self._record
        read = find_stale(record)
        with record.transaction() as db, uncollected():
            if read is None:
                forget_story(db)
                read = set(self._articles)
            moving = update_copies(record, read)
            self._sources = Sources(find_pairs(record))
            names = find_names(record)
            stale = read | changed_articles(record, self._casting, names)
            again, covered = blocks_of(record, read), find_coverage(record)
            touched = again | blocks_of(record, stale | moving)
            touched |= blocks_turning(record, self._today.isoformat())
            forget_leads(db, stale)
            changed = covered_by(record, stale)
            forget_coverage(db, stale)
            for leads, strange, together in self._leads_of(stale & self._articles.keys()):
                write_leads(
                    db, ((x.family, x.keys, x.article, x.day, x.start, x.claim, x.told) for x in leads)
                )
                write_strange_names(db, {x for x, _ in strange}, strange)
                write_coverage(db, self._articles, together)
                changed |= {sides for _, sides in together}
            same = {sides: day for sides, day in covered.items() if sides not in changed}
            self._coverage = Coverage(same | find_coverage(record, among=changed))
            touched |= blocks_under(record, keys_of_new(record)) | self._answered(Coverage(covered))
            old = list(find_blocks(record, touched))
            free, numbers = set(touched), count(last_block(record) + 1)
            delete_blocks(db, touched)
            own = families_of(record, touched)
            for family in FAMILIES:
                rows = {
                    row.number: row for row in find_lead_rows(record, family, own.get(family, ()), new=True)
                }
                come: dict[str, Any] = {}
                kept: list[BlockRow] = []
                moves: list[tuple[int, int]] = []
                for block, story, asked in self._tell(map(_lead, rows.values())):
                    told = [rows[lead.number] for lead in block]
                    number = next((row.block for row in told if row.block in free), None) or next(numbers)
                    free.discard(number)
                    moves.extend((number, row.number) for row in told if row.block != number)
                    lines, stands = pack_story(story), self._stands(block, story)
                    if lines or stands != ALWAYS:  # what tells nothing today may have told something
                        kept.append(BlockRow(number, family, *stands, tuple(lines)))
                        write_asked(db, number, asked)
                        come |= lines
                write_blocks(db, kept, moves)
                were = [row for row in old if row.family == family]
                before = {line for row in were for line in row.lines}
                sound = {line for row in were if row.number not in again for line in row.lines}
                rewrite_entries(record, before, sound, come)
            delete_disputes(db)
            raw = unpack_story(find_dispute_lines(record)).disputes
            write_entries(db, Story(disputes=self._settle(raw)))
            write_cast(record, self._casting, self._rulings, read, names)
            mark_told(db)

    def story(self) -> Story:
        """For a view: what is told within the scope."""
        record = self._record
        with uncollected():
            gone = find_days(record).keys() - self._articles.keys()
            late = {name for name, day in self._articles.items() if self._scope.as_of and self._is_late(day)}
            every = find_pairs(record)
            pairs = {pair for pair in every if self._articles.keys() >= set(pair)}
            self._sources = Sources(pairs)
            moving = moved(every, pairs, within=self._articles.keys())
            renamed = changed_articles(record, self._casting, find_names(record)) & self._articles.keys()
            touched = blocks_of(record, gone | late | moving | renamed)
            touched |= blocks_turning(record, self._today.isoformat())
            fresh: dict[str, list[Lead]] = defaultdict(list)
            known = bounds(self._scope.known_by or "9999")[1]
            last = list(find_coverage(record, self._today, known, without=renamed).items())
            for leads, _, together in self._leads_of(renamed):
                for lead in leads:
                    fresh[lead.family].append(lead)
                last.extend((sides, bounds(day)[0]) for a, sides in together if (day := self._articles[a]))
            self._coverage = Coverage(last_told(last, self._today))
            touched |= self._answered(Coverage(find_coverage(record)))
            touched |= blocks_under(record, {key for told in fresh.values() for x in told for key in x.keys})
            parts = [
                unpack_story(block.lines) for block in find_blocks(record) if block.number not in touched
            ]
            heard, own = self._articles.keys() - renamed, families_of(record, touched)
            for family in FAMILIES:
                rows = find_lead_rows(record, family, own.get(family, ()), articles=heard)
                told = self._tell([*map(_lead, rows), *fresh[family]])
                parts.extend(story for _, story, _ in told)
            parts.append(Story(actors=present_cast(record, self._casting, self._rulings, self._known)))
            return join_stories(parts, self._settle)

    def _is_late(self, day: str | None) -> bool:
        """Whether what an article of that day tells may lie ahead."""
        return day is None or bounds(day)[0] > self._today

    def _answered(self, before: Coverage) -> set[int]:
        """The blocks that asked what is answered otherwise now than `before`."""
        now = self._coverage
        asked = find_asked(self._record, now.other_sides(before))
        blocks = {
            block for block, sides, after in asked if now.tells(sides, after) != before.tells(sides, after)
        }
        now.take_asked()
        return blocks

    def _leads_of(self, articles: Collection[str]) -> Iterator[Found]:
        """What some articles have to say, so many of them at a time."""
        ordered = sorted(articles)
        for n in range(0, len(ordered), BATCH):
            batch = ordered[n : n + BATCH]
            tellings, claims = self._tellings(batch, (*STORIED, "times"))
            presented = {
                (article, fold(actor.name))
                for article, actor in find_presented(self._record, self._rulings, articles=batch)
            }
            names = {
                (c.article, fold(name))
                for layer in STORIED
                for c in getattr(claims, layer)
                for name in names_of(c)
            }
            together = [
                (a, sides) for a in batch for sides in sides_told(tellings.cast, tellings.events_of(a))
            ]
            leads = [lead for a in batch for lead in find_leads(tellings, a)]
            yield Found(leads, sorted(names - presented), together)

    def _tell(self, leads: Iterable[Lead]) -> Iterator[tuple[Block, Story, set[Question]]]:
        """The blocks that leads of one family make, each with what it tells and what it asked of the coverage."""
        tellings, _ = self._tellings((), ())
        for block in join_leads(leads):
            yield block, tell_block(block, tellings), self._coverage.take_asked()

    def _tellings(self, articles: Collection[str], layers: Collection[str]) -> tuple[Tellings, StoryClaims]:
        """The tellings of some articles, with some layers of claims; the days of all articles."""
        told = self._days | {
            a.article_id: a for a in find_articles(self._record, text=True, articles=articles)
        }
        claims = story_claims(self._record, articles=articles, layers=layers)
        return self._of(told.values(), claims), claims

    def _of(
        self, articles: Iterable[Sourced], claims: StoryClaims, held: dict[str, str] | None = None
    ) -> Tellings:
        return Tellings(
            articles,
            claims,
            self._casting.cast,
            self._sources,
            self._scope.as_of,
            self._last or "9999",
            held,
            self._coverage,
        )

    def _settle(self, disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
        found = tuple(disputes)
        held = find_held(self._record, {c for d in found for v in d.versions for c in v.claims})
        return settle_disputes(self._of(self._days.values(), StoryClaims(), held), found)

    def _stands(self, block: Block, story: Story) -> tuple[str, str]:
        """After which day and up to which one the block is told so."""
        turns = turning_days(block, story)
        since = max((day for day in turns if day < self._today), default=Day.min)
        until = min((day for day in turns if day >= self._today), default=Day.max)
        return since.isoformat(), until.isoformat()


def _lead(row: LeadRow) -> Lead:
    return Lead(row.family, row.keys, row.article, row.day, row.start, row.claim, row.told, row.number)
