"""Scores the story that the articles tell together, item by item: `python bench/story.py [--items] [--gold]`.

With `--gold` resolution is fed with the claims that a person annotated (bench/gold/hanoi, ../shared/gold/articles), so
that its own doing is told apart from what extraction missed; what rests on articles that nobody annotated is left out.

Truth: bench/gold/story/hanoi.json over examples/hanoi (ours), and ../shared/gold/story/seeds.json over ../shared/seeds
where it is present. A meeting is found where one of ours shares its participants (or sides) and its date or place;
a dispute where one has its kind and its parties; an expectation where one has its speaker and shares its words; a
shift where one has its party and issue.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.gold_claims import load_gold

from dragoman.gather import tell_story
from dragoman.model.disputes import Dispute
from dragoman.model.edtf import bounds, meets
from dragoman.model.expectations import Expectation
from dragoman.model.meetings import Meeting
from dragoman.model.stories import Story
from dragoman.pipeline import read_paths
from dragoman.record import open_record, story_claims
from dragoman.resolve import resolve_story
from dragoman.resolve.cast import Cast, fold
from dragoman.resolve.places import same_place
from dragoman.resolve.tellings import stems

ROOT = Path(__file__).resolve().parent.parent
STORIES = {
    "hanoi": (ROOT / "bench" / "gold" / "story" / "hanoi.json", ROOT / "examples" / "hanoi"),
    "seeds": (
        ROOT.parent / "shared" / "gold" / "story" / "seeds.json",
        ROOT.parent / "shared" / "seeds",
    ),
}
# Where the annotated claims and their texts lie.
GOLD = {
    "hanoi": (ROOT / "bench" / "gold" / "hanoi", ROOT / "examples" / "hanoi"),
    "seeds": (ROOT.parent / "shared" / "gold" / "articles",) * 2,
}
# What the truth calls "not held" may stand in the record as any of these.
NOT_HELD = ("proposed", "planned", "postponed", "refused", "cancelled")


def find_meeting(gold: dict[str, Any], found: list[Meeting], cast: Cast) -> Meeting | None:
    """The meeting that shares most with the truth's, None where none is the same."""

    def fit(m: Meeting) -> float:
        people = {fold(cast.name(p)) for p in gold["participants"]}
        sides = {fold(s) for s in cast.sides(gold["participants"])}
        ours = {fold(p) for p in m.participants}
        our_sides = {fold(s) for s in cast.sides(m.participants)}
        shared = len(people & ours) + 0.5 * len(sides & our_sides)
        if shared == 0 or (len(people) > 1 and shared < 1):
            return 0.0
        date = bool(gold["date"] and m.date and meets(gold["date"], m.date))
        place = bool(gold["place"] and m.place and same_place(gold["place"], m.place))
        apart = bool(gold["date"] and m.date) and not date
        # a hall or a hotel may lie in any town
        elsewhere = bool(gold["place"] and m.place and m.place[0].isupper()) and not place
        if apart or elsewhere:
            return 0.0
        same_words = len(stems(gold["label"]) & stems(m.label))
        undated = not gold["date"] and not gold["place"] and not m.date and not m.place
        return (shared + date + place + 0.4 * same_words) if date or place or undated else 0.0

    return max((m for m in found if fit(m) > 0), key=fit, default=None)


def find_dispute(gold: dict[str, Any], found: list[Dispute]) -> Dispute | None:
    """The dispute of that kind between those parties (and perhaps a third), that shares most words with it."""
    parties = {fold(v["party"] or "") for v in gold["versions"]}
    words = stems(" ".join([gold["matter"], *(v["says"] for v in gold["versions"])]))

    def fit(d: Dispute) -> int:
        return len(words & stems(" ".join([d.matter, *(v.says for v in d.versions)])))

    same = [
        d for d in found if d.kind == gold["kind"] and {fold(v.party or "") for v in d.versions} >= parties
    ]
    return max((d for d in same if fit(d)), key=fit, default=None)


def find_expectation(gold: dict[str, Any], found: list[Expectation], cast: Cast) -> Expectation | None:
    """The expectation of that speaker, made about that day, that shares most words with the truth's."""
    by = fold(cast.name(gold["by"])) if gold["by"] else ""

    def fit(e: Expectation) -> float:
        if fold(e.by or "") != by:
            return 0.0
        if e.made_on and gold["made_on"] and not meets(e.made_on[:7], gold["made_on"][:7]):
            return 0.0
        words = stems(gold["what"])
        return len(words & stems(e.what)) / max(1, len(words)) + 0.01

    best = max(found, key=fit, default=None)
    return best if best is not None and fit(best) >= 0.25 else None


def judge(gold: dict[str, Any], story: Story, cast: Cast) -> list[tuple[str, str, bool, str]]:
    """(layer, item, right, what we have) for every item of the truth, and for every dispute that it has not."""
    out = []
    meetings = list(story.meetings)
    for g in gold["meetings"]:
        m = find_meeting(g, meetings, cast)
        right = m is not None and (
            m.status == g["status"] or (g["status"] == "not held" and m.status in NOT_HELD)
        )
        if m is not None:
            meetings.remove(m)
        ours = f"{m.label}, {m.date}, {m.place}, {m.status}" if m else "not found"
        out.append(("meetings", f"{g['label']} ({g['status']})", right, ours))
    disputes = [d for d in story.disputes if d.sure]
    for g in gold["disputes"]:
        d = find_dispute(g, disputes)
        if d is not None:
            disputes.remove(d)
        out.append(
            ("disputes", f"{g['matter']} ({g['kind']})", d is not None, d.matter if d else "not found")
        )
    for d in disputes:
        says = " / ".join(f"{v.party}: {v.says[:60]}" for v in d.versions)
        out.append(("false disputes", f"{d.kind}: {d.matter[:60]}", False, says))
    for g in gold["expectations"]:
        e = find_expectation(g, list(story.expectations), cast)
        right = e is not None and e.state == g["state"]
        out.append(
            (
                "expectations",
                f"{g['what']} ({g['state']})",
                right,
                f"{e.state}: {e.what[:60]}" if e else "not found",
            )
        )
    for g in gold.get("shifts", []):
        right = any(fold(s.party) == fold(g["party"]) and s.issue == g["issue"] for s in story.shifts)
        out.append(("shifts", f"{g['party']}, {g['issue']}", right, "" if right else "not found"))
    return out


def judge_gold(name: str, gold: dict[str, Any]) -> tuple[int, list[tuple[str, str, bool, str]]]:
    """How many articles are annotated, and the judgement of what rests on them alone."""
    golds, texts = GOLD[name]
    wanted = {p.stem for p in STORIES[name][1].glob("*.txt")}
    articles, claims = load_gold(golds, texts, wanted)
    have = {a.article_id.split("-")[0].split("_")[0] for a in articles}
    days = [a.published for a in articles if a.published]
    kept = dict(gold)
    kept["meetings"] = [m for m in gold["meetings"] if have & set(m["told_in"])]
    kept["disputes"] = [d for d in gold["disputes"] if have >= {v["article"] for v in d["versions"]}]
    kept["expectations"] = [e for e in gold["expectations"] if any(_same_news(e["made_on"], d) for d in days)]
    told = [[s[k].get("article") for k in ("from", "to") if k in s] for s in gold.get("shifts", [])]
    kept["shifts"] = [
        s for s, names in zip(gold.get("shifts", []), told, strict=True) if have >= {n for n in names if n}
    ]
    story = resolve_story(articles, claims, gold["as_of"])
    return len(articles), judge(kept, story, Cast(claims.actors))


def _same_news(made_on: str, published: str) -> bool:
    """Whether an article of that day may be the one that tells it: said on the day or the day before."""
    (a1, a2), (b1, b2) = bounds(made_on), bounds(published)
    return a1 <= b2 and (b1 - a2).days <= 2


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--items", action="store_true", help="print every item, not only the totals")
    options.add_argument(
        "--gold", action="store_true", help="resolve the annotated claims, not the extracted ones"
    )
    asked = options.parse_args()
    items = asked.items
    for name, (truth, folder) in STORIES.items():
        if not truth.exists() or not folder.exists():
            print(f"{name}: absent, skipped")
            continue
        gold = json.loads(truth.read_text(encoding="utf-8"))
        if asked.gold:
            read, rows = judge_gold(name, gold)
        else:
            with (
                tempfile.TemporaryDirectory() as place,
                open_record(Path(place) / "r.db", write=True) as record,
            ):
                read = read_paths(record, [folder]).read
                story = tell_story(record, as_of=gold["as_of"])
                rows = judge(gold, story, Cast(story_claims(record).actors))
        print(f"\n{name}: {read} articles")
        for layer in dict.fromkeys(row[0] for row in rows):
            of = [row for row in rows if row[0] == layer]
            print(f"{layer:16} {sum(right for *_, right, _ in of)} of {len(of)}")
            if items:
                for _, item, right, ours in of:
                    print(f"   {'✓' if right else '✗'} {item}\n       {ours}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
