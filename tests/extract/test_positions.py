"""Positions of one article: who is bound, to what, on which condition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.extract.positions import find_candidates, find_positions
from dragoman.extract.positions.bindings import Bindings
from dragoman.extract.positions.conditions import condition_in
from dragoman.extract.positions.extents import extents
from dragoman.extract.positions.issues import Topics
from dragoman.extract.positions.tones import tones_in
from dragoman.extract.positions.words import cue_of
from dragoman.extract.statements import find_statements
from dragoman.lexicon import load_yaml
from dragoman.model.documents import Document
from dragoman.model.positions import ISSUES, STANCES, Position
from dragoman.model.spans import Span

Annotate = Callable[..., Document]
CUES = [e for entries in load_yaml("fr/stances").values() for e in entries]
CONDITIONS = [e for kind in ("clause", "noun") for e in load_yaml("fr/conditions")[kind]]
ISSUE_WORDS = load_yaml("fr/issues")
MODALITIES = load_yaml("fr/modalities")
TONES = load_yaml("fr/tones")


def positions(annotate: Annotate, text: str) -> list[Position]:
    document = annotate(text, published="2019-03-05")
    return find_positions(document, find_statements(document), [])


@pytest.mark.parametrize("entry", CUES, ids=lambda e: e["lemma"])
def test_each_cue_is_found_in_its_example(entry: dict[str, Any], annotate_text: Annotate) -> None:
    for frame in ("inf", "que", "noun", "self", "stance"):
        assert entry.get(frame, "demand") in STANCES
    document = annotate_text(entry["example"], published="2019-03-05")
    found = [c for t in document.tokens if (c := cue_of(document, t)) is not None]
    assert entry["lemma"] in {e["lemma"] for _, e in found}
    if entry.get("sure") == 2:
        assert find_candidates(document, find_statements(document))


@pytest.mark.parametrize("entry", CONDITIONS, ids=lambda e: e["form"])
def test_each_condition_is_found_in_its_example(entry: dict[str, Any], annotate_text: Annotate) -> None:
    document = annotate_text(entry["example"], published="2019-03-05")
    found, start = condition_in(document, Span(0, len(document.text)))
    assert found is not None and start is not None
    assert found.start > start


@pytest.mark.parametrize("entry", load_yaml("fr/conditions")["exchange"], ids=lambda e: e["form"])
def test_each_half_of_an_exchange_tells_the_other(entry: dict[str, Any], annotate_text: Annotate) -> None:
    document = annotate_text(entry["example"], published="2019-03-05")
    found = {c.stance: c for c in find_candidates(document, []) if c.content in ("inf", "condition")}
    given, asked = found["offer"], found["demand"]
    assert given.span.of(document.text) == "fermer le réacteur"
    assert asked.span.of(document.text) == "une levée des sanctions"
    assert (given.condition, asked.condition) == (asked.span, given.span)


def test_what_one_fights_against_is_no_price(annotate_text: Annotate) -> None:
    document = annotate_text("Paris propose de lutter contre le terrorisme.")
    assert all(c.condition is None for c in find_candidates(document, []))


@pytest.mark.parametrize("issue", list(ISSUE_WORDS))
def test_each_issue_is_told_by_its_example(issue: str, annotate_text: Annotate) -> None:
    assert issue in ISSUES
    document = annotate_text(ISSUE_WORDS[issue]["example"], published="2019-03-05")
    assert Topics(document).issue_of(Span(0, len(document.text))) == issue


@pytest.mark.parametrize("kind", list(MODALITIES))
def test_each_modality_is_found_in_its_example(kind: str, annotate_text: Annotate) -> None:
    document = annotate_text(MODALITIES[kind]["example"], published="2019-03-05")
    signs = {s for c in find_candidates(document, find_statements(document)) for s in c.signs}
    assert f"modal={kind}" in signs


@pytest.mark.parametrize("tone", list(TONES))
def test_each_tone_is_heard_in_its_example(tone: str, annotate_text: Annotate) -> None:
    document = annotate_text(TONES[tone]["example"], published="2019-03-05")
    assert f"tone={tone}" in tones_in(document.tokens)


def test_a_word_that_the_lexicon_does_not_know_is_like_those_that_it_knows(annotate_text: Annotate) -> None:
    document = annotate_text("Ils veulent des obus et des roquettes.")
    near = Topics(document).likeness(Span(0, len(document.text)))
    assert max(near, key=lambda issue: near[issue]) in ("arms", "troops", "ceasefire")
    assert set(near) <= set(ISSUES)


def test_the_issue_tells_by_which_words_and_whether_it_is_unsure(annotate_text: Annotate) -> None:
    text = "Téhéran exige que Washington lève les sanctions. Moscou exige une chose."
    found = positions(annotate_text, text)
    told = [r for p in found for r in p.resolved if r.how.startswith("issue")]
    assert told[0].actors == ("sanctions",)
    assert told[0].how == "issue by sanctions"
    assert all(r.how.endswith("unsure") for r in told[1:])


def test_one_cue_may_bind_several_parties(annotate_text: Annotate) -> None:
    text = "La France et l'Allemagne exigent un cessez-le-feu immédiat en Libye."
    found = positions(annotate_text, text)
    assert {p.party for p in found} == {"France", "Allemagne"}
    assert len({(p.start, p.end) for p in found}) == 1


def test_a_demand_binds_the_side_and_leaves_the_cue_out(annotate_text: Annotate) -> None:
    text = "Téhéran exige que Washington lève les sanctions."
    found = positions(annotate_text, text)
    assert [(p.party, p.stance, p.issue) for p in found] == [("Iran", "demand", "sanctions")]
    assert text[found[0].start : found[0].end] == "Washington lève les sanctions"


def test_a_refusal_keeps_its_condition(annotate_text: Annotate) -> None:
    text = "Ankara refuse de déclarer un cessez-le-feu tant que la menace demeure."
    found = [p for p in positions(annotate_text, text) if p.stance == "refusal"]
    assert [p.party for p in found] == ["Turquie"]
    assert text[slice(*(found[0].conditional_on or (0, 0)))] == "la menace demeure"
    assert text[found[0].start : found[0].end] == "déclarer un cessez-le-feu"


def test_not_wanting_is_a_refusal(annotate_text: Annotate) -> None:
    found = positions(annotate_text, "Londres ne veut pas négocier un nouveau report du Brexit.")
    assert {(p.party, p.stance) for p in found} >= {("Royaume-Uni", "refusal")}


def test_a_plain_act_is_none(annotate_text: Annotate) -> None:
    assert not positions(annotate_text, "Le train est arrivé à Lyon hier soir avec deux heures de retard.")


@pytest.mark.parametrize("text", ["", "\n", "exige", "« … »", "🙂 Téhéran exige que", "si " * 200, "«" * 50])
def test_odd_texts_do_no_harm(text: str, annotate_text: Annotate) -> None:
    assert all(0 <= p.start < p.end <= len(text) for p in positions(annotate_text, text))


def test_a_content_that_the_parse_hangs_elsewhere_is_found(annotate_text: Annotate) -> None:
    document = annotate_text("Le ministre grec s'est dit jeudi soir prêt à rencontrer son homologue turc.")
    found = find_candidates(document, [])
    assert any(c.span.of(document.text).startswith("rencontrer son homologue") for c in found)


def test_a_content_may_end_at_the_comma_or_before_its_purpose(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Paris exige un retrait des troupes afin de reprendre le dialogue, selon Berlin."
    )
    candidate = next(c for c in find_candidates(document, []) if c.stance == "demand")
    ends = {span.of(document.text) for span in extents(document, candidate)}
    assert "un retrait des troupes" in ends
    assert "un retrait des troupes afin de reprendre le dialogue" in ends


def test_the_second_of_two_contents_stands_by_itself_too(annotate_text: Annotate) -> None:
    document = annotate_text("Paris appelle Ankara à retirer ses troupes et à reprendre le dialogue.")
    spans = {c.span.of(document.text) for c in find_candidates(document, [])}
    assert "reprendre le dialogue" in spans


def test_a_person_binds_the_state_whose_office_the_article_gives(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Le Premier ministre Hugo Valmont a reçu les syndicats. La France attend. "
        "L'ancien ministre Paul Dorval a critiqué la réforme."
    )
    bindings = Bindings(document)
    told = {name: bindings.of((name,)) for name in document.actors}
    assert told["Hugo Valmont"] == ("France",)
    assert told["Paul Dorval"] == ("Paul Dorval",)


def test_nous_sommes_is_no_summons(annotate_text: Annotate) -> None:
    document = annotate_text("« Nous sommes ici de passage », a dit Hugo Valmont.")
    assert all(cue_of(document, t) is None for t in document.tokens)


@pytest.mark.parametrize(
    ("text", "content", "condition"),
    [
        (
            "Lima refuse de lever les sanctions tant que Quito n'aura pas retiré ses troupes.",
            "lever les sanctions",
            "Quito n'aura pas retiré ses troupes",
        ),
        (
            "Quito accepte un sommet à condition que Lima reconnaisse sa souveraineté.",
            "un sommet",
            "Lima reconnaisse sa souveraineté",
        ),
        (
            "Tant que les combats dureront, Lima refusera de négocier avec Quito.",
            "négocier avec Quito",
            "les combats dureront",
        ),
        (
            "Les rebelles conditionnent tout cessez-le-feu au départ du gouverneur.",
            "tout cessez-le-feu",
            "départ du gouverneur",
        ),
    ],
)
def test_a_condition_is_the_whole_clause_or_phrase(
    annotate_text: Annotate, text: str, content: str, condition: str
) -> None:
    document = annotate_text(text)
    candidates = find_candidates(document, [])
    told = {c.span.of(text): c.condition and c.condition.of(text) for c in candidates}
    assert told[content] == condition


def test_what_a_condition_holds_does_not_depend_on_it(annotate_text: Annotate) -> None:
    document = annotate_text("Quito menace de quitter l'accord si Lima impose de nouveaux droits de douane.")
    inside = [c for c in find_candidates(document, []) if "droits" in c.span.of(document.text)]
    assert all(c.condition is None for c in inside)


def test_who_speaks_behind_an_incise_is_no_content(annotate_text: Annotate) -> None:
    text = "Lima lèvera les sanctions, a promis le président Hugo Valmont."
    spans = {c.span.of(text) for c in find_candidates(annotate_text(text), [])}
    assert "le président Hugo Valmont" not in spans


def test_a_party_or_an_army_binds_itself_and_an_agency_its_state(annotate_text: Annotate) -> None:
    document = annotate_text(
        "Les talibans exigent un retrait. La CGT refuse le texte. L'agence KCNA menace Séoul."
    )
    bindings = Bindings(document)
    told = {name: bindings.of((name,)) for name in document.actors}
    assert told["talibans"] == ("talibans",)
    assert told["CGT"] == ("CGT",)
    assert told["KCNA"] == ("Corée du Nord",)
