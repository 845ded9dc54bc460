"""Who is referred to where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.annotate.mentions import find_mentions
from dragoman.lexicon import load_yaml
from dragoman.model.actors import Mention
from dragoman.model.articles import Article
from dragoman.model.documents import Document, Sentence, Token
from dragoman.model.spans import Span

Annotate = Callable[..., Document]


def mention_at(document: Document, phrase: str, nth: int = 1) -> Mention:
    """The first mention that begins inside the nth occurrence of `phrase`."""
    at = -1
    for _ in range(nth):
        at = document.text.index(phrase, at + 1)
    return next(m for m in document.mentions if at <= m.span.start < at + len(phrase))


def test_an_office_is_learned_with_its_name(annotate_text: Annotate) -> None:
    d = annotate_text(
        "Le ministre chilien des Finances Paul Duval a signé. Le ministre a ensuite quitté Lima."
    )
    first = mention_at(d, "Le ministre")
    assert first.kind == "role" and first.actors == ("Paul Duval",)
    assert first.span.of(d.text) == "Le ministre chilien des Finances Paul Duval"
    assert d.tokens[first.head].text == "ministre"
    assert mention_at(d, "Le ministre", 2).actors == ("Paul Duval",)
    actor = d.actors["Paul Duval"]
    assert (actor.kind, actor.side) == ("person", "Chili")


def test_the_name_answers_for_itself_too(annotate_text: Annotate) -> None:
    d = annotate_text("Le porte-parole du Kremlin, Oleg Sorokine, a démenti.")
    for token in d.tokens:
        if token.text in ("porte-parole", "Oleg Sorokine", "Oleg"):
            assert d.actors_of(token.i) == ("Oleg Sorokine",)
    assert d.actors["Oleg Sorokine"].side == "Russie"


def test_coordinated_actors(annotate_text: Annotate) -> None:
    d = annotate_text("Washington et Pékin ont repris leurs discussions.")
    head = next(t for t in d.tokens if t.text == "Washington")
    assert d.actors_of(head.i) == ("États-Unis", "Chine")


@pytest.mark.parametrize(
    ("text", "phrase", "actors", "place"),
    [
        ("Washington a refusé.", "Washington", ("États-Unis",), False),
        ("La rencontre aura lieu à Washington.", "Washington", ("États-Unis",), True),
        ("L'émissaire s'envolera pour Washington.", "Washington", ("États-Unis",), True),
        ("Le Sénat a demandé à Washington de céder.", "Washington", ("États-Unis",), False),
        ("Le sommet de Lima a échoué.", "Lima", ("Pérou",), True),
        ("Lima (Pérou) accueille les ministres.", "Pérou", ("Pérou",), True),
    ],
)
def test_a_capital_is_the_place_or_the_state(
    annotate_text: Annotate, text: str, phrase: str, actors: tuple[str, ...], place: bool
) -> None:
    mention = mention_at(annotate_text(text), phrase)
    assert mention.place is place and mention.actors == actors


def test_a_shared_family_name_is_not_merged(annotate_text: Annotate) -> None:
    d = annotate_text("Anne Durand et Paul Durand se sont vus. Mme Durand a parlé. M. Durand a répondu.")
    assert mention_at(d, "Mme Durand").actors == ("Anne Durand",)
    assert mention_at(d, "M. Durand").actors == ("Paul Durand",)


def test_the_title_is_resolved_by_the_body(annotate_text: Annotate) -> None:
    title = "Lindqvist met Oslo en garde"
    d = annotate_text(f"{title}\nLa ministre suédoise Eva Lindqvist a haussé le ton.", title=title)
    assert mention_at(d, "Lindqvist").actors == ("Eva Lindqvist",)


def test_the_family_name_comes_first_in_some_languages(annotate_text: Annotate) -> None:
    d = annotate_text("Le dirigeant nord-coréen Pak Chol-su est venu. Pak a signé. M. Pak repart lundi.")
    assert mention_at(d, "Pak a signé").actors == ("Pak Chol-su",)
    assert mention_at(d, "M. Pak").actors == ("Pak Chol-su",)


def test_an_unnamed_official_keeps_the_description(annotate_text: Annotate) -> None:
    d = annotate_text("Un haut responsable de la présidence kényane a démenti.")
    actor = d.actors["haut responsable de la présidence kényane"]
    assert (actor.kind, actor.side) == ("official", "Kenya")


def test_an_impersonal_pronoun_is_nobody(annotate_text: Annotate) -> None:
    d = annotate_text("Paul Duval est parti. Il faut attendre. Il s'agit d'un revers.")
    assert [m for m in d.mentions if m.span.of(d.text) == "Il"] == []


LEXICONS = {
    "offices": ("role",),
    "organs": ("metonym",),
    "groups": ("group", "role", "name"),
    "places": ("metonym", "name"),
    "capitals": ("name", "role", "metonym"),
    "determiners": ("role", "name", "group"),
}


@pytest.mark.parametrize(
    ("kinds", "entry"),
    [(kinds, entry) for name, kinds in LEXICONS.items() for entry in load_yaml(f"fr/{name}")],
    ids=lambda value: value["class"] if isinstance(value, dict) else None,
)
def test_the_lexicon_examples(annotate_text: Annotate, kinds: tuple[str, ...], entry: dict[str, str]) -> None:
    d = annotate_text(entry["example"])
    if entry["class"] in ("domain", "institution", "thing") and kinds == LEXICONS["capitals"]:
        assert not any(m.kind == "name" and d.actors[m.actors[0]].kind == "person" for m in d.mentions)
        return
    if entry["class"] == "thing":
        assert not any(m.kind in kinds and " de l'homme" in m.span.of(d.text) for m in d.mentions)
        return
    assert any(m.kind in kinds for m in d.mentions)
    if entry["class"] in ("placing", "motion", "meeting"):
        assert any(m.place for m in d.mentions)
    if entry["class"] == "dative":
        assert not any(m.place for m in d.mentions)


@pytest.mark.parametrize("entry", load_yaml("fr/pronouns"), ids=lambda entry: entry["lemmas"][0])
def test_the_pronoun_examples(annotate_text: Annotate, entry: dict[str, str]) -> None:
    mentions = annotate_text(entry["example"]).mentions
    if entry["class"] in ("impersonal", "expletive", "neuter", "happening"):
        assert not any(m.kind in ("pronoun", "clitic") for m in mentions)
    else:
        kind = "demonstrative" if entry["class"] == "ordinal" else entry["class"]
        assert any(m.kind == kind and m.actors for m in mentions)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(min_size=1, max_size=12), max_size=20))
def test_any_tokens_are_survived(pieces: list[str]) -> None:
    """Whatever the tokens are, offsets stay inside the text and every actor is known."""
    pieces = [p for p in pieces if p.strip()] or ["Le", "ministre", "de", "la"]
    text = " ".join(pieces)
    tokens: list[Token] = []
    at = 0
    for i, piece in enumerate(pieces):
        head = 0
        tokens.append(Token(i, piece, piece, "NOUN", "nsubj", head, at, at + len(piece), 0, {}))
        at += len(piece) + 1
    document = Document(
        article=Article(name="x", text=text),
        tokens=tokens,
        sentences=[Sentence(Span(0, len(text)), 0, len(tokens), 0)],
    )
    find_mentions(document)
    for mention in document.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert all(name in document.actors for name in mention.actors)


@pytest.mark.parametrize(
    "text", ["", "…", "M.", "Le ministre", "le président de", "M. ", "(", "à Washington"]
)
def test_short_texts_are_survived(annotate_text: Annotate, text: str) -> None:
    annotate_text(text)
