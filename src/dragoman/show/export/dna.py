"""Statements as Discourse Network Analyzer has them: document, actor, concept, agreement, date.

"Pyongyang refuse toute inspection" → organization Corée du Nord, concept verification, agreement 0.
"""

from __future__ import annotations

from dragoman.show.export.csv_tables import write_csv
from dragoman.show.export.tables import Table
from dragoman.show.selections import Selection

COLUMNS = (
    "ID", "date", "document_id", "title", "source", "person", "organization", "concept", "agreement",
    "qualifier", "text", "sentence", "url",
)  # fmt: skip
# Whoever asks for a thing, offers it or yields on it is for it; whoever refuses, resists or threatens is not.
AGAINST = frozenset({"refusal", "opposition", "threat"})


def write(selection: Selection, table: str | None = None) -> bytes:  # noqa: ARG001
    """Every position as a statement; the stance is kept beside the yes or no."""
    rows = []
    for told in selection.positions:
        p, source = told.claim, selection.source(told)
        person = p.by if p.by and selection.kinds.get(p.by) == "person" else None
        rows.append(
            (
                p.id, told.day, source.article.article_id, source.article.title or source.article.name,
                source.article.outlet, person, p.party, p.issue, 0 if p.stance in AGAINST else 1, p.stance,
                source.quote, source.sentence, source.url,
            )
        )  # fmt: skip
    return write_csv(Table("dna", COLUMNS, tuple(rows)))
