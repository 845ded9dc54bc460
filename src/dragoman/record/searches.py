"""Words looked for in what was said: accents and case do not count, the end of a word may be left out.

search_statements(record, "denucl* verif") → the statements with "dénucléarisation" and "vérification", words marked.
"""

from __future__ import annotations

import re

from dragoman.record.records import Record

OPEN, CLOSE = "\x02", "\x03"  # no text of ours is shown with these, so they part what was found from the rest
MOST = 5_000

Piece = tuple[str, bool]  # words, and whether they were looked for


def search_statements(record: Record, words: str, most: int = MOST) -> dict[str, tuple[Piece, ...]]:
    """The ids of `most` statements that hold all of `words`, each with its words in pieces; "…" is a phrase."""
    asked = _asked(words)
    if not asked:
        return {}
    rows = record.ask(
        """SELECT k.claim, highlight(statement_search, 0, ?, ?) FROM statement_search
        JOIN statement_keys k ON k.key = statement_search.rowid
        WHERE statement_search MATCH ? ORDER BY statement_search.rowid LIMIT ?""",
        (OPEN, CLOSE, asked, most),
    )
    return {claim: tuple(_pieces(told)) for claim, told in rows}


def _asked(words: str) -> str:
    """The words in FTS5's own language; nothing that a user types can be an operator."""
    parts = []
    for phrase, rest in re.findall(r'"([^"]*)"|([^"]+)', words):
        if phrase:
            parts.append('"' + " ".join(re.findall(r"\w+", phrase)) + '"')
        parts += [f'"{word}"*' for word in re.findall(r"\w+", rest)]
    return " AND ".join(p for p in parts if p != '""')


def _pieces(told: str) -> list[Piece]:
    out: list[Piece] = []
    for part in re.split(f"({OPEN}[^{CLOSE}]*{CLOSE})", told):
        found = part.startswith(OPEN)
        plain = part.replace(OPEN, "").replace(CLOSE, "")
        if plain:
            out.append((plain, found))
    return out
