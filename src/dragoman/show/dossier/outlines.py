"""The dossier as headings, lines and notes, for formats that have footnotes: Markdown and Word.

A statement → Line("item", (Run("Donald Trump", "bold"), Run(" : « … »"), Run(note=3))); note 3 is its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.show.cues import with_cue
from dragoman.show.dossier.contexts import Dossier, Link
from dragoman.show.marks import legible, quoted
from dragoman.show.words import Words

SAID, ACTS = 40, 400  # what a person reads on paper; the HTML page and the exports have all


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style (``, bold, italic), or the call of a note."""

    text: str = ""
    style: str = ""
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """`kind`: title, heading, subheading, paragraph, item."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence and where it stands."""

    source: str
    day: str | None
    sentence: str
    url: str | None


@dataclass(slots=True)
class Outline:
    """The lines in order; note n is `notes[n - 1]`, one for each sentence however often it is called."""

    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, *runs: Run | str) -> None:
        """A line."""
        self.lines.append(Line(kind, tuple(Run(r) if isinstance(r, str) else r for r in runs if r)))

    def call(self, link: Link) -> Run:
        """The call of the note for a sentence."""
        if link.href not in self.numbers:
            self.notes.append(Note(link.source, link.day, link.sentence, link.url))
            self.numbers[link.href] = len(self.notes)
        return Run(note=self.numbers[link.href])

    def calls(self, links: Iterable[Link]) -> tuple[Run, ...]:
        """The calls for several, each once."""
        return tuple(dict.fromkeys(self.call(link) for link in links))


def outline(dossier: Dossier, words: Words) -> Outline:
    """The dossier, section by section."""
    out = Outline()
    out.add("title", " · ".join(dossier.parties) or words("dossier"))
    first, last = words.date(dossier.first_day), words.date(dossier.last_day)
    out.add("paragraph", words("coverage", n=len(dossier.sources), first=first, last=last))
    for key, day in (("as_of", dossier.as_of), ("known_by", dossier.known_by)):
        if day:
            out.add("paragraph", Run(words(key, date=words.date(day)), "italic"))
    _meetings(out, dossier, words)
    _disputes(out, dossier, words)
    _expectations(out, dossier, words)
    _positions(out, dossier, words)
    _said(out, dossier, words)
    _chronology(out, dossier, words)
    out.add("paragraph", Run(words("footer"), "italic"))
    return out


def _section(out: Outline, words: Words, name: str, filled: bool) -> None:
    out.add("heading", words(f"section_{name}"))
    if not filled:
        out.add("paragraph", Run(words("nothing"), "italic"))


def _meetings(out: Outline, dossier: Dossier, words: Words) -> None:
    _section(out, words, "meetings", bool(dossier.meetings))
    for entry in dossier.meetings:
        m = entry.meeting
        label = words.meeting(m)
        place = f", {m.place}" if m.place and m.place not in label else ""
        names = f" ({', '.join(m.participants)})" if m.participants else ""
        passed = f" ({words('passed')})" if entry.passed else ""
        life = [
            r for status, link in entry.life for r in (f" {words.label('status', status)}", out.call(link))
        ]
        head = Run(label, "bold")
        out.add(
            "item",
            head,
            f", {words.date(m.date)}{passed}{place}{names}{words('colon')}{words.label('status', m.status)}.",
            *life,
        )


def _disputes(out: Outline, dossier: Dossier, words: Words) -> None:
    _section(out, words, "disputes", bool(dossier.disputes))
    for entry in dossier.disputes:
        out.add("subheading", f"{legible(entry.dispute.matter)} ({words.label('kind', entry.dispute.kind)})")
        for version, cue, links in entry.versions:
            whose = version.by or version.party or words("press")
            first = version.first_on
            since = f" ({words('since', date=words.that_day(first))})" if first else ""
            said = with_cue(quoted(version.says), cue)
            out.add("item", Run(whose, "bold"), f"{words('colon')}{said}{since}", *out.calls(links))


def _expectations(out: Outline, dossier: Dossier, words: Words) -> None:
    _section(out, words, "expectations", bool(dossier.expectations))
    for line in dossier.expectations:
        e = line.expectation
        until = f", {words.date(e.horizon)}" if e.horizon else ""
        state = Run(words.label("state", e.state), "bold")
        out.add(
            "item",
            state,
            f"{words('colon')}{legible(e.what)}{until} – {e.by or words('press')}",
            out.call(line.link),
        )


def _positions(out: Outline, dossier: Dossier, words: Words) -> None:
    _section(out, words, "positions", bool(dossier.stands))
    party = None
    for who, issue, lines in dossier.stands:
        if who != party:
            party = who
            out.add("subheading", who)
        for line in lines:
            condition = f" ({words('condition')} {line.condition})" if line.condition else ""
            stance = f"{words.label('issue', issue)}, {words.label('stance', line.stance)}"
            shift = Run(f" [{words('shift')}]", "bold") if line.shifted else ""
            out.add(
                "item",
                Run(stance, "bold"),
                shift,
                f"{words('colon')}{line.words}{condition}",
                out.call(line.link),
            )


def _said(out: Outline, dossier: Dossier, words: Words) -> None:
    _section(out, words, "statements", bool(dossier.said))
    for speaker, lines in dossier.said:
        out.add("subheading", f"{speaker} ({len(lines)})")
        for line in lines[-SAID:]:
            said = with_cue(quoted(line.words) if line.kind == "direct" else line.words, line.link.cue)
            relays = f" ({words('relayed_by', names=', '.join(line.relays))})" if line.relays else ""
            doubt = f" ({words('not_sure')})" if line.doubted else ""
            out.add(
                "item", f"{words.date(line.date)}{words('colon')}{said}{relays}{doubt}", out.call(line.link)
            )


def _chronology(out: Outline, dossier: Dossier, words: Words) -> None:
    _section(out, words, "chronology", bool(dossier.chronology))
    for line in dossier.chronology[:ACTS]:
        whom = f" → {', '.join(line.recipients)}" if line.recipients else ""
        who = ", ".join(line.actors) + whom
        status = words.label("status", line.status)
        out.add(
            "item", Run(words.date(line.date), "bold"),
            f"{words('colon')}{words.label('type', line.type)} ({status}){', ' if who else ''}{who} – {line.words}",
            out.call(line.link),
        )  # fmt: skip
