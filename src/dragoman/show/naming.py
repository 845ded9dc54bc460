"""What a meeting is called in the language of the screens: "sommet de Hanoï"; in English "summit in Hanoï".

The record's label is made of the articles' French; for other readers one is made of what is told of the meeting.
"""

from __future__ import annotations

from dragoman.lexicon import load_yaml
from dragoman.model.meetings import Meeting
from dragoman.show.messages import language

# A name tells of so many who take part.
MOST = 3


def meeting_name(meeting: Meeting, lang: str | None = None) -> str:
    """The label of a meeting in a language, by default that of the screens."""
    if (lang or language()) == "fr":
        return meeting.label
    told = load_yaml("en/meeting_labels")
    kind, people = told["kinds"][meeting.kind], meeting.participants
    where = (
        told["to" if meeting.kind == "visit" else "in"].format(place=meeting.place) if meeting.place else ""
    )
    if meeting.kind == "visit" and people:
        # the visitor is whom the record's own label names
        visitors = [p for p in people if p in meeting.label] or list(people)
        what = told["visit"].format(who=", ".join(visitors[:MOST]))
    elif meeting.kind in ("summit", "session") and len(people) == 1:
        what = told["of"].format(who=people[0], kind=kind)
    elif people and not (meeting.kind == "summit" and where):
        what = told["between"].format(kind=kind, who="–".join(people[:MOST]))
    else:
        what = kind
    return f"{what} {where}".strip()
