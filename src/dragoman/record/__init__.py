"""Claims → one SQLite file that keeps them, and views of it as of a date; the only home of SQL."""

from dragoman.record.analyses import find_analysis, inputs_of, is_analysed
from dragoman.record.articles import forget_set_aside, news_in, write_article, write_set_aside
from dragoman.record.feeds import find_feed, is_entry_known, write_entry, write_feed
from dragoman.record.judgements import (
    Rulings,
    find_judgements,
    find_rulings,
    import_judgements,
    undo_judgement,
    write_judgement,
)
from dragoman.record.names import named
from dragoman.record.passages import Mark, Passages, find_marks, find_passages, find_sentences
from dragoman.record.records import Record, open_record
from dragoman.record.roles import Role, find_role_days, find_roles, sum_roles
from dragoman.record.scopes import Scope
from dragoman.record.searches import search_statements
from dragoman.record.stories import is_story_stale
from dragoman.record.told_stories import read_story
from dragoman.record.views import (
    Evidence,
    Told,
    find_articles,
    find_claims,
    find_days,
    find_evidence,
    find_set_aside,
    story_claims,
)

__all__ = [
    "Evidence",
    "Mark",
    "Passages",
    "Record",
    "Role",
    "Rulings",
    "Scope",
    "Told",
    "find_analysis",
    "find_articles",
    "find_claims",
    "find_days",
    "find_evidence",
    "find_feed",
    "find_judgements",
    "find_marks",
    "find_passages",
    "find_role_days",
    "find_roles",
    "find_rulings",
    "find_sentences",
    "find_set_aside",
    "forget_set_aside",
    "import_judgements",
    "inputs_of",
    "is_analysed",
    "is_entry_known",
    "is_story_stale",
    "named",
    "news_in",
    "open_record",
    "read_story",
    "search_statements",
    "story_claims",
    "sum_roles",
    "undo_judgement",
    "write_article",
    "write_entry",
    "write_feed",
    "write_judgement",
    "write_set_aside",
]
