"""Articles and claims made by hand, so that the record is tested without the parser."""

from __future__ import annotations

from dragoman.model.actors import Actor, Mention
from dragoman.model.articles import Article
from dragoman.model.claims import Claim, Resolution
from dragoman.model.documents import Block, Document, Sentence
from dragoman.model.events import Event
from dragoman.model.meetings import MeetingReport
from dragoman.model.positions import Position
from dragoman.model.spans import Span
from dragoman.model.statements import Statement
from dragoman.model.times import Time

TEXT = (
    "La ministre norvégienne Kari Moen a affirmé que l'Érythrie avait exigé le retrait des troupes. "
    "Les deux délégations doivent se revoir à Oslo le 12 mars. "
    "L'Érythrie refuse toute inspection tant que l'embargo demeure."
)


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`, first occurrence."""
    start = text.index(words)
    return Span(start, start + len(words))


def sample(
    name: str = "depeche", published: str | None = "2021-03-05", text: str = TEXT
) -> tuple[Document, list[Claim]]:
    """One article on a made-up negotiation with a claim of each layer."""
    article = Article(
        name=name, text=text, published=published, outlet=name.title(), path=f"/presse/{name}.txt"
    )
    ends = [k + 1 for k, c in enumerate(text) if c == "."]
    starts = [0, *(e + 1 for e in ends[:-1])]
    document = Document(
        article=article,
        blocks=[Block(Span(0, len(text)), "paragraph")],
        sentences=[Sentence(Span(s, e), 0, 0, 0) for s, e in zip(starts, ends, strict=True)],
        times=[
            Time(
                span=span(text, "le 12 mars"), type="DATE", value="2021-03-12", edtf="2021-03-12", rule="day"
            )
        ],
        mentions=[
            Mention(span=span(text, "Kari Moen"), head=0, kind="name", actors=("Kari Moen",), how="name")
        ],
        actors={
            "Kari Moen": Actor(name="Kari Moen", kind="person", side="Norvège", roles=("ministre",)),
            "Érythrie": Actor(name="Érythrie", kind="state", side="Érythrie"),
        },
        published=published,
        agency=("AFP",),
    )
    said = span(text, "l'Érythrie avait exigé le retrait des troupes")
    asked = span(text, "avait exigé")
    meet = span(text, "se revoir")
    refused = span(text, "toute inspection")
    moen = Resolution(span(text, "Kari Moen"), ("Kari Moen",), "name")
    claims: list[Claim] = [
        Statement(
            article=article.id, start=said.start, end=said.end, rule="cue/affirmer", kind="mixed",
            cue=span(text, "a affirmé"), resolved=(moen,), fragments=(span(text, "le retrait"),),
            speaker="Kari Moen", speaker_span=span(text, "La ministre norvégienne Kari Moen"),
            relayed_by=("NTB", "AFP"), on_behalf_of="Norvège", cue_lemma="affirmer", cue_class="claim",
            hearsay=True, confidence=0.9,
        ),
        Event(
            article=article.id, start=asked.start, end=asked.end, rule="request/exiger", type="REQUEST",
            mode="change", actors=("Érythrie",), recipients=("Norvège", "ONU"), according_to="Kari Moen",
        ),
        MeetingReport(
            article=article.id, start=meet.start, end=meet.end, rule="meeting/se_revoir", label="rencontre d'Oslo",
            kind="talks", participants=("Érythrie", "Norvège"), date="2021-03-12", place="Oslo", status="planned",
            mentions=(meet,), host="Norvège",
        ),
        Position(
            article=article.id, start=refused.start, end=refused.end, rule="refusal/refuser", party="Érythrie",
            stance="refusal", toward=("ONU",), issue="verification", by="Érythrie",
            conditional_on=span(text, "l'embargo demeure"),
        ),
    ]  # fmt: skip
    return document, claims
