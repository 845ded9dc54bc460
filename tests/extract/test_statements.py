"""Who said what: kinds, spans, cues, speakers and the other things that a statement tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.extract.statements import find_statements
from dragoman.extract.statements.zones import trim
from dragoman.model.documents import Document
from dragoman.model.statements import Statement

Annotate = Callable[..., Document]


def read(annotate_text: Annotate, text: str) -> list[tuple[str, str, str | None]]:
    """(content, kind, speaker) of each statement."""
    document = annotate_text(text, published="2021-03-10")
    return [(s.span.of(text), s.kind, s.speaker) for s in find_statements(document)]


def only(annotate_text: Annotate, text: str) -> Statement:
    document = annotate_text(text, published="2021-03-10")
    (statement,) = find_statements(document)
    return statement


def test_indirect(annotate_text: Annotate) -> None:
    text = "La Chine a affirmé que la trêve tenait toujours."
    assert read(annotate_text, text) == [("la trêve tenait toujours", "indirect", "Chine")]


def test_direct_with_incise(annotate_text: Annotate) -> None:
    text = "« La trêve tient toujours », a déclaré le président chinois Xi Jinping."
    assert read(annotate_text, text) == [("La trêve tient toujours", "direct", "Xi Jinping")]


def test_mixed_with_fragment(annotate_text: Annotate) -> None:
    text = "La Russie a estimé que cette rencontre était « une perte de temps » pour les deux pays."
    statement = only(annotate_text, text)
    assert statement.kind == "mixed"
    assert [f.of(text) for f in statement.fragments] == ["une perte de temps"]


def test_an_infinitive_is_the_authors_clause_though_all_of_it_is_quoted(annotate_text: Annotate) -> None:
    text = "La Russie a promis de « ne pas toucher aux silos »."
    statement = only(annotate_text, text)
    assert (statement.span.of(text), statement.kind) == ("ne pas toucher aux silos", "mixed")


def test_incise_inside_one_sentence_joins(annotate_text: Annotate) -> None:
    text = '"Nous avons perdu un an", a dit Angela Merkel, "et nous ne voulons plus attendre".'
    ((content, kind, speaker),) = read(annotate_text, text)
    assert content.startswith("Nous avons") and content.endswith("attendre")
    assert (kind, speaker) == ("direct", "Angela Merkel")


def test_sentence_after_the_incise_is_another(annotate_text: Annotate) -> None:
    text = '"Nous avons perdu un an", a dit Angela Merkel. "Nous ne voulons plus attendre la réponse de Londres".'
    statements = read(annotate_text, text)
    assert [(s[1], s[2]) for s in statements] == [("direct", "Angela Merkel")] * 2


def test_sentences_in_one_pair_of_marks_are_one(annotate_text: Annotate) -> None:
    text = '"Nous avons perdu un an. Nous ne voulons plus attendre", a dit Angela Merkel.'
    assert len(read(annotate_text, text)) == 1


def test_inverted_pronoun_carries_on(annotate_text: Annotate) -> None:
    text = (
        "Angela Merkel est arrivée lundi à Londres.\n\n« La route sera longue », a déclaré Angela Merkel devant"
        " la presse. « Il nous faut un calendrier précis », a-t-elle ajouté."
    )
    assert [s for _, _, s in read(annotate_text, text)] == ["Angela Merkel", "Angela Merkel"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Séoul accuse Pyongyang d'avoir tiré un missile.", "avoir tiré un missile"),
        ("La France a promis de retirer ses soldats du pays.", "retirer ses soldats du pays"),
        ("L'Iran a exhorté la Chine à rouvrir sa frontière.", "rouvrir sa frontière"),
        ("Le gouvernement français dit vouloir apaiser les tensions.", "vouloir apaiser les tensions"),
    ],
)
def test_infinitive_is_a_clause(annotate_text: Annotate, text: str, content: str) -> None:
    assert content in [c for c, _, _ in read(annotate_text, text)]


def test_judging_verb_with_quoted_object(annotate_text: Annotate) -> None:
    text = "La Chine a salué « un pas historique » vers la paix."
    ((content, kind, speaker),) = read(annotate_text, text)
    assert content.startswith("un pas historique")
    assert (kind, speaker) == ("mixed", "Chine")


def test_preposition(annotate_text: Annotate) -> None:
    text = "Selon la Turquie, les navires ont quitté la zone dans la nuit."
    assert read(annotate_text, text) == [
        ("les navires ont quitté la zone dans la nuit", "indirect", "Turquie")
    ]


def test_participle_takes_the_same_speaker(annotate_text: Annotate) -> None:
    text = "La Chine a dénoncé « une provocation », affirmant que ses eaux avaient été violées."
    statements = read(annotate_text, text)
    assert [s for _, _, s in statements] == ["Chine", "Chine"]
    assert statements[1][0] == "ses eaux avaient été violées"


def test_noun_alone_is_no_statement(annotate_text: Annotate) -> None:
    assert read(annotate_text, "La Russie a demandé la levée des sanctions.") == []


def test_scare_quotes_are_none(annotate_text: Annotate) -> None:
    assert read(annotate_text, "Les « casques bleus » ont quitté la ville mardi matin.") == []


def test_denial_is_negative(annotate_text: Annotate) -> None:
    statement = only(annotate_text, "L'Iran nie que des armes aient été livrées.")
    assert statement.negative and statement.cue_class == "deny"


def test_circumstances(annotate_text: Annotate) -> None:
    text = "« La trêve tient toujours », a déclaré lundi la Chine dans un communiqué."
    statement = only(annotate_text, text)
    assert statement.said_on == "2021-03-08"
    assert statement.medium == "communiqué"
    assert statement.cue is not None and statement.cue.of(text) == "a déclaré"
    assert statement.cue_lemma == "déclarer"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("À propos du sommet du 2 avril, la Chine a affirmé que la trêve tenait toujours.", None),
        ("La Chine dira le 2 avril que la trêve tient toujours.", "2021-04-02"),
    ],
)
def test_a_day_to_come_is_no_sayings_unless_it_is_to_come_itself(
    annotate_text: Annotate, text: str, day: str | None
) -> None:
    assert only(annotate_text, text).said_on == day


def test_addressee(annotate_text: Annotate) -> None:
    statement = only(annotate_text, "L'Iran a exhorté la Chine à rouvrir sa frontière.")
    assert statement.addressee == "Chine"


def test_evidence(annotate_text: Annotate) -> None:
    text = "La Chine a affirmé que la trêve tenait toujours."
    statement = only(annotate_text, text)
    assert statement.rule == "que/affirmer"
    assert statement.speaker_span is not None and "Chine" in statement.speaker_span.of(text)
    assert statement.resolved[0].actors == ("Chine",)
    assert 0.5 < statement.confidence <= 1


def test_a_higher_floor_leaves_more_out(annotate_text: Annotate) -> None:
    document = annotate_text("La Chine a affirmé que la trêve tenait toujours.", published="2021-03-10")
    assert find_statements(document, floor=2.0) == []


def test_order_and_spans(annotate_text: Annotate) -> None:
    text = (
        "« Rien n'est joué », a dit Xi Jinping. Selon la Turquie, le sommet est annulé.\n\n"
        "L'Iran a assuré que ses centrifugeuses étaient arrêtées."
    )
    statements = find_statements(annotate_text(text))
    assert [s.start for s in statements] == sorted(s.start for s in statements)
    assert all(0 <= s.start < s.end <= len(text) for s in statements)
    assert all(s.start <= f.start < f.end <= s.end for s in statements for f in s.fragments)


def test_trim_keeps_brackets_and_drops_marks() -> None:
    text = '"Il part (enfin)", dit-il.'
    assert trim(text, 0, 17).of(text) == "Il part (enfin)"


PIECES = (
    *("« ", " »", '"', ", a dit Paris", "que ", "Selon ", "a-t-il ", "affirmé ", ". ", "\n", "la paix ", "("),
    *(")", ": ", "l'", "accuse ", "de ", "partir ", "\u202f", "🙂 ", "-t-il"),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_no_text_raises(annotate_text: Annotate, pieces: list[str]) -> None:
    text = "".join(pieces)
    for s in find_statements(annotate_text(text)):
        assert 0 <= s.start < s.end <= len(text)


def test_quoted_words_that_the_article_repeats_in_quotes_stay_words(annotate_text: Annotate) -> None:
    text = (
        "La Chine a salué des « progrès » à Rome. « Des progrès », répète la presse. "
        "Le ministre a lui aussi évoqué des « progrès » mardi, puis des « progrès » encore mercredi."
    )
    document = annotate_text(text, published="2021-03-10")
    first = min(find_statements(document), key=lambda s: s.start)
    assert first.kind == "mixed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« C'est mûr », a estimé la sinologue Alice Durand.", "Alice Durand"),
        ("« Personne ne signera », assurait leur meneur, le général Marc Blanc.", "Marc Blanc"),
        ("« Rien ne va », a soupiré un vieux potier à Marc Blanc.", "vieux potier"),
    ],
)
def test_a_noun_that_no_lexicon_knows_goes_with_its_name(
    annotate_text: Annotate, text: str, speaker: str
) -> None:
    assert only(annotate_text, text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« La réponse est claire », explique-t-on à Tokyo, tandis que Séoul attend.", "Japon"),
        ("« On y pense », dit-on au ministère russe des Affaires étrangères.", "Russie"),
        ("La trêve tient, assure-t-on de source diplomatique.", "source diplomatique"),
        ("La trêve tient, a-t-on confié à l'AFP.", None),
    ],
)
def test_an_inverted_on_is_whom_its_place_stands_for(
    annotate_text: Annotate, text: str, speaker: str | None
) -> None:
    assert only(annotate_text, text).speaker == speaker


def test_a_preposition_that_ends_the_text_raises_nothing(annotate_text: Annotate) -> None:
    find_statements(annotate_text("«  »accuse Selon "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever speaks, though no list knows the noun
        ("La direction de la clinique a affirmé que la trêve tenait.", "direction de la clinique"),
        ("Le boulanger du port a affirmé que la route était coupée.", "boulanger du port"),
        # a writing is nobody
        ("Eva Lind a écrit. Son souhait affirme que la trêve tient.", "Eva Lind"),
    ],
)
def test_a_subject_that_no_mention_tells_of_speaks_as_described(
    annotate_text: Annotate, text: str, expected: str
) -> None:
    assert [s for _, _, s in read(annotate_text, text)][-1:] == [expected]


def test_what_another_says_fills_a_quotation_and_is_told_too(annotate_text: Annotate) -> None:
    text = '"La Russie a affirmé que la trêve tenait toujours", a raconté le général Paul Ruiz.'
    found = read(annotate_text, text)
    assert [(c, s) for c, _, s in found] == [
        ("La Russie a affirmé que la trêve tenait toujours", "Paul Ruiz"),
        ("la trêve tenait toujours", "Russie"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A en croire la Russie, la trêve tient toujours.", "la trêve tient toujours"),
        ("La Russie s'est déclarée partisane d'un arrêt « immédiat » des combats.", "partisane d'un arrêt"),
    ],
)
def test_contents_that_a_capital_or_a_noun_opens(annotate_text: Annotate, text: str, content: str) -> None:
    assert any(c.startswith(content) for c, _, _ in read(annotate_text, text))
