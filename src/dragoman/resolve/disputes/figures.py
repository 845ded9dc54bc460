"""Two sides give different figures for one thing.

Séoul: "six missiles"; Pyongyang: "deux missiles", on the same day → figure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.statements import Statement
from dragoman.model.stories import Story
from dragoman.resolve.accounts import Account, account, read_account
from dragoman.resolve.disputes.versions import make_dispute, near
from dragoman.resolve.leads import Block, Lead, in_text_order
from dragoman.resolve.tellings import Tellings, stems
from dragoman.resolve.wordings import Wordings

_COUNTED = re.compile(
    r"\b(\d{1,3}(?:[\u00a0\u202f .]\d{3})+|\d+)(,\d+)?\s+(?:(millions?|milliards?) (?:de |d['’])|(mille) )?"
    r"([a-zà-ÿ]{4,})"
)
TIMES = {"millions": 1e6, "million": 1e6, "milliards": 1e9, "milliard": 1e9, "mille": 1e3}
# Figures that differ by less are the same one, rounded.
ROUNDED = 1.15
AROUND = 80
# What is counted changes: two figures are of one matter where their articles lie within this many days.
SAME_DAYS = 7
# In one article, an answer stands at most this many characters after what it answers.
ANSWER = 700


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a side gives for a thing, with the words around it; `told` as the text has both.

    `answers` where it is put as an answer ("a répliqué").
    """

    number: float
    told: str
    words: frozenset[str]
    account: Account
    answers: bool


def tell_figures(block: Block, tellings: Tellings) -> Story:
    """Different numbers for one counted noun: of one matter by their words, or one in answer to the other."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for lead in in_text_order(block):
        _, packed, answers, figures = lead.told
        for noun, number, text, words in figures:
            told[noun].append(Figure(number, text, frozenset(words), read_account(packed), answers))
    out, used = [], set()
    for noun, rows in sorted(told.items()):
        for i, a in enumerate(rows):
            for b in rows[i + 1 :]:
                if not _differ(a, b) or a.account.party == b.account.party:
                    continue
                if not (_answers(a, b) or _same_matter(tellings, a, b)):
                    continue
                key = (noun, a.account.article, frozenset((a.account.party, b.account.party)))
                if key not in used:
                    used.add(key)
                    matter = f"{a.told} / {b.told}"
                    out.append(make_dispute(tellings, "figure", matter, [[a.account], [b.account]]))
    return Story(disputes=tuple(out))


def find_figure_leads(tellings: Tellings, article: str) -> Iterator[Lead]:
    """The article's statements with figures, under each counted noun and the month of the article."""
    day = tellings.day(article)
    for s in tellings.statements_of(article):
        if s.speaker is not None and (told := _figures(tellings, s)):
            keys = tuple(sorted({f"figures|{noun}|{(day or '')[:7]}" for noun, *_ in told}))
            cue = s.cue.of(tellings.text(article)) if s.cue else ""
            answers = Wordings.load().find("reply", cue) is not None
            packed = (s.end, account(tellings, s).packed(), answers, told)
            yield Lead("figures", keys, article, day, s.start, tellings.id_of(s), packed)


def _figures(tellings: Tellings, s: Statement) -> list[tuple[str, float, str, list[str]]]:
    """The noun, the number, both as the text has them, and the stems around, of each figure of a statement."""
    out = []
    text = tellings.surface(s)
    for m in _COUNTED.finditer(text):
        noun = m[5]
        # "30 des 141 migrants" are some of them
        if re.search(r"\d\s+(?:des|de|sur)\s+$", text[: m.start()]) or re.match(
            r"\s+(?:des|sur les) \d", text[m.end() :]
        ):
            continue
        if Wordings.load().find("time_unit", noun):
            continue
        number = float(re.sub(r"\D", "", m[1])) + float((m[2] or ",0").replace(",", "0."))
        number *= TIMES.get(m[3] or m[4] or "", 1)
        window = text[max(0, m.start() - AROUND) : m.end() + AROUND]
        words = stems(window) - stems(noun)
        told = " ".join(m[0].split())
        out.append((noun.rstrip("sx"), number, told, sorted(words)))
    return out


def _differ(a: Figure, b: Figure) -> bool:
    low, high = sorted((a.number, b.number))
    return high > low * ROUNDED


def _same_matter(tellings: Tellings, a: Figure, b: Figure) -> bool:
    return len(a.words & b.words) >= 2 and near(tellings, a.account.article, b.account.article, SAME_DAYS)


def _answers(a: Figure, b: Figure) -> bool:
    """Whether the later of the two, in the same article, is put as an answer."""
    if a.account.article != b.account.article:
        return False
    first, second = sorted((a, b), key=lambda f: f.account.span.start)
    return second.answers and second.account.span.start - first.account.span.end <= ANSWER
