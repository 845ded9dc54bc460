"""Every example of the lexicons of speech goes through the rule that it serves."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.annotate import annotate_articles
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.candidates import find_drafts
from dragoman.extract.statements.cues import find_cues
from dragoman.extract.statements.details import media
from dragoman.extract.statements.forms import forms_of
from dragoman.extract.statements.nouns import nouns
from dragoman.lexicon import load_yaml
from dragoman.model.articles import Article
from dragoman.model.documents import Document

VERBS = load_yaml("fr/speech_verbs")
NOUNS = load_yaml("fr/speech_nouns")
PREPOSITIONS = load_yaml("fr/speech_prepositions")["prepositions"]
MEDIA = load_yaml("fr/speech_media")
PAPERS = load_yaml("fr/speech_documents")
CLASSES = {
    "say", "claim", "deny", "ask", "promise", "threaten", "hope", "fear", "judge", "perceive", "write", "relay",
    "read", "accuse", "admit", "propose", "warn", "predict",
}  # fmt: skip


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Each example, annotated alone; all are parsed in one go."""
    examples = [row["example"] for row in [*VERBS, *NOUNS, *PREPOSITIONS, *MEDIA, *PAPERS]]
    articles = [Article(name=str(k), text=text) for k, text in enumerate(examples)]
    return {d.article.text: d for d in annotate_articles(articles)}


def test_entries_are_sound() -> None:
    lemmas = [row["lemma"] for row in VERBS]
    assert len(set(lemmas)) == len(lemmas)
    assert {row["class"] for row in [*VERBS, *NOUNS, *PREPOSITIONS]} <= CLASSES
    assert all(row["frames"] for row in VERBS)
    assert set(nouns()) == {row["lemma"] for row in NOUNS}
    assert media() == {row["lemma"] for row in MEDIA}


@pytest.mark.parametrize("row", VERBS, ids=lambda row: str(row["lemma"]))
def test_verb_is_a_cue_with_content(row: dict[str, Any], documents: dict[str, Document]) -> None:
    document = documents[row["example"]]
    cues = find_cues(document, [t.lower for t in document.tokens], 0, len(document.tokens))
    assert row["lemma"] in [c.entry.lemma for c in cues]
    assert row["lemma"] in [d.lemma for d in find_drafts(document)]


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: str(row["lemma"]))
def test_noun_introduces_a_content(row: dict[str, Any], documents: dict[str, Document]) -> None:
    drafts = find_drafts(documents[row["example"]])
    assert row["lemma"] in [d.lemma for d in drafts if d.source == "noun"]


@pytest.mark.parametrize("row", PREPOSITIONS, ids=lambda row: str(row["words"]))
def test_preposition_attributes_a_clause(row: dict[str, Any], documents: dict[str, Document]) -> None:
    drafts = find_drafts(documents[row["example"]])
    assert row["words"] in [d.lemma for d in drafts if d.frame == "preposition"]


@pytest.mark.parametrize("row", MEDIA, ids=lambda row: str(row["lemma"]))
def test_medium_is_told(row: dict[str, Any], documents: dict[str, Document]) -> None:
    (statement,) = find_statements(documents[row["example"]])
    assert statement.medium is not None
    assert row["lemma"] in statement.medium.lower().replace("journalistes", "journaliste").replace(
        "députés", "député"
    )


@pytest.mark.parametrize("row", load_yaml("fr/conjugations"), ids=lambda row: str(row["ending"]))
def test_conjugation_gives_its_example(row: dict[str, Any]) -> None:
    infinitive, form = row["example"]
    assert form in forms_of(infinitive)


def test_spelling_changes_of_verbs_in_er() -> None:
    assert "dénonçait" in forms_of("dénoncer")
    assert "jugeait" in forms_of("juger")
    assert "espère" in forms_of("espérer")
    assert "rappelle" in forms_of("rappeler")
    assert "martèle" in forms_of("marteler")
    assert "appuie" in forms_of("appuyer")


@pytest.mark.parametrize("row", PAPERS, ids=lambda row: str(row["lemma"]))
def test_a_paper_does_not_speak_itself(row: dict[str, Any], documents: dict[str, Document]) -> None:
    told = [s.speaker for s in find_statements(documents[row["example"]]) if s.speaker]
    assert not [name for name in told if name.split()[0].lower() == row["lemma"]]
