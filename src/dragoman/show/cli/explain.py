"""`dragoman explain ID`: the sentence, the passage marked, the rule, what was resolved and how."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.model.claims import Claim
from dragoman.model.disputes import Dispute
from dragoman.model.ledgers import LedgerEntry
from dragoman.model.spans import Span
from dragoman.record import Evidence, open_record
from dragoman.show.cli.deadlocks import told as arcs_of
from dragoman.show.cli.disputes import told as versions_of
from dragoman.show.cli.options import DEFAULT_RECORD, AsJson, AsOf, KnownBy, RecordFile
from dragoman.show.cli.tables import cell_of, console
from dragoman.show.cues import find_version_cues
from dragoman.show.excerpts import CLOSE, OPEN
from dragoman.show.explanations import explain as find_explanation
from dragoman.show.explanations import explanation_row, in_words
from dragoman.show.marks import legible
from dragoman.show.messages import language, messages, say, word_for
from dragoman.show.rows import plain

if TYPE_CHECKING:
    from rich.console import Console

LEDGERS = ("agreement", "measure", "channel")
COMMON = {f.name for f in fields(Claim)}


def explain(
    claim_id: Annotated[str, typer.Argument(metavar="ID")],
    record: RecordFile = DEFAULT_RECORD,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
) -> None:
    with open_record(record) as opened:
        told = find_explanation(opened, claim_id.strip(), as_of=as_of, known_by=known_by)
        cues = find_version_cues(opened, [told.noun]) if isinstance(told.noun, Dispute) else {}
    if as_json:
        sys.stdout.write(json.dumps(explanation_row(told), ensure_ascii=False, indent=1) + "\n")
        return
    screen = console()
    if told.noun is not None:
        _heading(screen, told.layer, told.id)
        row = plain(told.noun)
        if isinstance(told.noun, Dispute):
            row["versions"] = versions_of(told.noun, cues)
        if told.layer in LEDGERS:  # columns of these names say something else of meetings and positions
            renamed = {"label": "name", "by": "by_whom", "on": "on_whom"}
            row = {renamed.get(name, name): value for name, value in row.items()}
        if told.layer == "deadlock":
            row["arcs"] = arcs_of(told.noun)  # type: ignore[arg-type]
        _fields(screen, row)
        if told.layer in LEDGERS:
            _life(screen, told.noun.life)  # type: ignore[union-attr,arg-type]
            return
        screen.print()
        _heading(screen, None, say("explain.evidence"))
    for n, evidence in enumerate(told.evidence):
        if n or told.noun is not None:
            screen.print()
        _claim(screen, evidence)


def _life(screen: Console, life: Sequence[LedgerEntry]) -> None:
    """The passages that tell of an agreement, a measure or a channel, with who says so."""
    from rich.text import Text

    screen.print()
    _heading(screen, None, say("explain.evidence"))
    for e in life:
        who = e.by or say("brief.press")
        screen.print(
            Text(f"  {e.on or say('explain.undated')} · {word_for('state', e.state)} · {who}", style="dim")
        )
        screen.print(Text(f"  {legible(e.says)}"))


def _heading(screen: Console, layer: str | None, name: str) -> None:
    from rich.text import Text

    told = name if layer is None else say("explain.claim", layer=word_for("layer", layer), id=name)
    screen.print(Text(told, style="bold"))


def _claim(screen: Console, e: Evidence) -> None:
    from rich.text import Text

    text, claim = e.article.text, e.claim
    _heading(screen, claim.layer, claim.id)
    sentence = Text("  ")
    sentence.append(_flat(text[e.sentence.start : claim.start]))
    sentence.append(OPEN + _flat(e.surface) + CLOSE, style="bold reverse")
    sentence.append(_flat(text[claim.end : e.sentence.end]))
    screen.print(sentence)
    where = [e.article.name, e.article.outlet or "", ", ".join(e.article.agency)]
    _line(screen, "explain.article", " · ".join(w for w in where if w))
    _line(screen, "explain.day", e.article.published or say("explain.undated"))
    _line(screen, "explain.rule", f"{claim.rule} ({claim.version})")
    if claim.cue is not None:
        _line(screen, "explain.cue", f"{_at(claim.cue)} {_flat(claim.cue.of(text))}")
    _line(screen, "explain.confidence", f"{claim.confidence:.2f}")
    for r in claim.resolved:
        phrase, taken, how = in_words(r, text, word_for, language())
        whom = taken or say("explain.nobody")
        _line(screen, "explain.resolved", f"{_at(r.span)} {phrase} → {whom} ({how})")
    _fields(screen, {f.name: plain(getattr(claim, f.name)) for f in fields(claim) if f.name not in COMMON})


def _fields(screen: Console, row: dict[str, Any]) -> None:
    """What the row holds, under the names that the tables have for it."""
    names = messages(language())["columns"]
    for name, value in row.items():
        simple = not isinstance(value, list) or all(isinstance(v, str) for v in value)
        if name in names and name not in ("id", "articles") and value not in (None, [], "") and simple:
            _line(screen, f"columns.{name}", cell_of(name, value))


def _line(screen: Console, key: str, told: str) -> None:
    from rich.text import Text

    line = Text(f"  {say(key)}{say('show.colon')}", style="dim")
    line.append(told, style="not dim")
    screen.print(line)


def _at(span: Span) -> str:
    return f"[{span.start}–{span.end}]"


def _flat(words: str) -> str:
    return words.replace("\n", " ")
