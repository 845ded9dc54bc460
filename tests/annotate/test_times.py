"""Times: every example of the lexicons, then what the rules must tell apart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.annotate.times import find_times
from dragoman.annotate.times.words import LEXICONS, read_words
from dragoman.lexicon import load_yaml
from dragoman.model.articles import Article
from dragoman.model.documents import Document
from dragoman.model.edtf import is_edtf
from dragoman.model.times import Time

THURSDAY = "2019-02-28"


def read(text: str, published: str | None = THURSDAY) -> list[Time]:
    """The times of a text that was not parsed: no tense, the nearest date wins."""
    document = Document(article=Article(name="essai", text=text), published=published)
    find_times(document)
    return document.times


def told(text: str, published: str | None = THURSDAY) -> list[tuple[str, str]]:
    return [(t.span.of(text), t.value) for t in read(text, published)]


EXAMPLES = [(e["lemma"], e["class"], e["example"]) for name in LEXICONS for e in load_yaml(name)]


@pytest.mark.parametrize(("lemma", "kind", "example"), EXAMPLES, ids=[f"{k}-{le}" for le, k, _ in EXAMPLES])
def test_every_example_of_the_lexicons(
    lemma: str, kind: str, example: str, annotate_text: Callable[..., Document]
) -> None:
    marked, _, value = example.partition(" | ")
    text = marked.replace("[", "").replace("]", "") + ("" if marked.endswith(".") else ".")
    found = [(t.span.of(text), t.value) for t in annotate_text(text, THURSDAY).times]
    if kind == "never":
        assert found == []
        return
    inside = re.search(r"\[(.*?)\]", marked)
    assert inside, f"the example of {lemma} marks nothing"
    assert (inside[1], value) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il est venu mercredi et jeudi.", [("mercredi", "2019-02-27"), ("jeudi", "2019-02-28")]),
        ("Le congrès siège du 24 au 26 août.", [("24", "2019-08-24"), ("26 août", "2019-08-26")]),
        ("Le sommet de novembre dernier fut bref.", [("novembre dernier", "2018-11")]),
        ("Le sommet de mai dernier fut bref.", [("mai dernier", "2018-05")]),
        ("Le texte du 3 mars dernier est là.", [("3 mars dernier", "2018-03-03")]),
        ("Ils siègent les 5 et 6 mars.", [("les 5", "2019-03-05"), ("6 mars", "2019-03-06")]),
        ("Il part lundi 4 mars à 20h30.", [("lundi 4 mars à 20h30", "2019-03-04T20:30")]),
        ("La trêve prend effet à 15H00 GMT.", [("15H00 GMT", "2019-02-28T15:00Z")]),
        ("Le siège (1992-1996) fut long.", [("1992-1996", "1992/1996")]),
        ("Depuis les années 60, rien.", [("les années 60", "196X")]),
        ("La guerre prit feu au début des années 90.", [("début des années 90", "199X")]),
        ("Ils ont parlé une heure et demie.", [("une heure et demie", "PT1H30M")]),
        ("Il a tenu plus de deux ans et demi.", [("plus de deux ans et demi", "P2Y6M")]),
        ("Cela finira dans les deux ou trois prochains mois.", [("les deux ou trois prochains mois", "2019-05")]),
        ("Il repart dans deux ou trois semaines.", [("deux ou trois semaines", "2019-03")]),
        ("Il repart dans trois ou quatre jours.", [("trois ou quatre jours", "2019-W10")]),
        ("Il a fui au cours des deux dernières années.", [("deux dernières années", "P2Y")]),
        ("Dans la nuit du 17 au 18 février, ils ont fui.", [("la nuit du 17 au 18 février", "2019-02-17TNI")]),
        ("Tous les vendredis, ils marchent.", [("Tous les vendredis", "XXXX-WXX-5")]),
        ("Deux fois par an, ils se voient.", [("par an", "P1Y")]),
        ("Il partira demain, vendredi 1er mars.", [("demain", "2019-03-01"), ("vendredi 1er mars", "2019-03-01")]),
        ("Vu le 3 mai 2018. Le lendemain, il part.", [("le 3 mai 2018", "2018-05-03"), ("Le lendemain", "2018-05-04")]),
        ("Il y vint en 1998 et y revint dix ans plus tard.", [("1998", "1998"), ("dix ans plus tard", "2008")]),
        ("Au premier trimestre 2018, ils ont cédé.", [("premier trimestre 2018", "2018-Q1")]),
        ("Dans les trois premiers mois de 2018, rien.", [("les trois premiers mois de 2018", "2018-Q1")]),
        ("La semaine du 21 janvier fut calme.", [("La semaine du 21 janvier", "2019-W04")]),
    ],
)  # fmt: skip
def test_spans_and_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un homme de 37 ans a été arrêté.",
        "Le médiateur, 62 ans, s'est tu.",
        "Il a lu le Journal du Dimanche.",
        "Ils ont reçu 2000 soldats et 1.950 tonnes.",
        "Le rover est sur Mars depuis son atterrissage.",
        "Il a été reçu à Genève.",
        "L'accord du Vendredi saint tient toujours.",
        "Les sanctions et la levée n'ont rien de neuf.",
    ],
)
def test_what_is_no_time(text: str, annotate_text: Callable[..., Document]) -> None:
    assert annotate_text(text, THURSDAY).times == []


def test_weekday_follows_the_tense(annotate_text: Callable[..., Document]) -> None:
    past = annotate_text("La délégation est repartie lundi.", "2019-02-28").times
    future = annotate_text("La délégation repartira lundi.", "2019-02-28").times
    assert [t.value for t in past] == ["2019-02-25"]
    assert [t.value for t in future] == ["2019-03-04"]


def test_month_follows_the_tense(annotate_text: Callable[..., Document]) -> None:
    past = annotate_text("Ils s'étaient rencontrés en juin à Genève.", "2018-12-20").times
    future = annotate_text("Ils se rencontreront en juin à Genève.", "2018-12-20").times
    assert [t.value for t in past] == ["2018-06"]
    assert [t.value for t in future] == ["2019-06"]


def test_a_speaker_counts_from_his_own_day(annotate_text: Callable[..., Document]) -> None:
    document = annotate_text('"Nous partirons demain", a déclaré mardi le ministre.', THURSDAY)
    assert [(t.span.of(document.text), t.value) for t in document.times] == [
        ("demain", "2019-02-27"),
        ("mardi", "2019-02-26"),
    ]


def test_today_is_the_day_or_these_times(annotate_text: Callable[..., Document]) -> None:
    act = annotate_text("Le ministre a rencontré aujourd'hui son homologue.", THURSDAY).times
    state = annotate_text("Le pays traverse aujourd'hui une crise.", THURSDAY).times
    assert [t.value for t in act] == [THURSDAY]
    assert [t.value for t in state] == ["PRESENT_REF"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Entre juin et août 2018, rien.", [("juin", "2018-06"), ("août 2018", "2018-08")]),
        ("La première semaine de mars 2018 fut calme.", [("La première semaine de mars 2018", "2018-03")]),
        ("Il parla le 12 juin 2018 au soir.", [("le 12 juin 2018 au soir", "2018-06-12TEV")]),
        ("Ils se virent mardi midi.", [("mardi midi", "2019-02-26T12:00")]),
        ("Depuis les attentats du 11-Septembre, rien.", [("11-Septembre", "2001-09-11")]),
        ("Le débat a duré 1h30 de suite.", [("1h30", "PT1H30M")]),
        ("Il y a un peu plus d'un an, il céda.", [("Il y a un peu plus d'un an", "2018")]),
        ("La nuit dernière, ils ont fui.", [("La nuit dernière", "2019-02-27TNI")]),
        ("Au XIXe siècle, en 84, puis en 1999.", [("XIXe siècle", "18XX"), ("84", "1984"), ("1999", "1999")]),
    ],
)  # fmt: skip
def test_less_common_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_without_a_known_day_nothing_is_guessed() -> None:
    text = "Il est venu jeudi, puis hier, et reviendra le 12 juin, en août et demain."
    assert told(text, None) == [
        ("jeudi", "XXXX-WXX-4"),
        ("hier", "PAST_REF"),
        ("le 12 juin", "XXXX-06-12"),
        ("août", "XXXX-08"),
        ("demain", "FUTURE_REF"),
    ]


def test_a_month_as_the_known_day_gives_intervals() -> None:
    thursday, june = read("Il l'a dit ce jeudi. Ils se sont vus en juin.", "2018-12")
    assert (thursday.value, thursday.edtf) == ("2018-WXX-4", "2018-12-06/2018-12-27")
    assert (june.value, june.edtf) == ("2018-06", "2018-06")


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=300),
    st.sampled_from([THURSDAY, "2018-12", "0001-01-01", "9999-12-31", "1950/2030", None, "xx"]),
)
def test_any_text_can_be_read(text: str, published: str | None) -> None:
    for t in read(text, published):
        assert 0 <= t.span.start < t.span.end <= len(text)
        assert t.edtf is None or is_edtf(t.edtf)


WORDS = sorted(
    {
        f
        for n in LEXICONS
        for e in load_yaml(n)
        for f in (e["lemma"].replace("[", "").replace("]", ""), *e.get("forms", ()))
    }
)
GRAMMAR = [f for forms in load_yaml("fr/times_grammar").values() for f in forms]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.sampled_from(GRAMMAR), st.integers(0, 2400).map(str)),
        max_size=25,
    ),
    st.sampled_from([THURSDAY, "2018-12", "0001-01-01", "9999-12-31", "1950/2030", None]),
)
@example(["le", "hiver"], "0001-01-01")
@example(["le", "hiver"], "9999-12-31")
def test_any_mixture_of_time_words_can_be_read(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for t in read(text, published):
        assert text[t.span.start : t.span.end].strip()
        assert t.edtf is None or is_edtf(t.edtf)


def test_words_keep_their_offsets() -> None:
    text = "Dès l’après-midi du 1er\u00a0mai 2018,\nà 20\u202fh 30"
    words, line = read_words(text)
    assert len(words) == len(line)
    assert [w.lower for w in words if w.kind == "part"] == ["après-midi"]
    assert all(w.start < w.end for w in words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("À l'automne, il sera candidat.", "2021-FA"),
        ("Il se rendra à Quito en janvier.", "2022-01"),
        ("Au deuxième trimestre, les ventes ont reculé.", "2020-Q2"),
        ("Au troisième trimestre 2020, les ventes ont reculé.", "2020-Q3"),
        ("La guerre a repris à l'automne.", "2020-FA"),
    ],
)
def test_the_tense_tells_which_year(annotate_text: Callable[..., Document], text: str, value: str) -> None:
    assert [t.value for t in annotate_text(text, published="2021-03-10").times] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Leur dîner, prévu à l'origine en novembre à Klow, avait été remis.", "2018-11"),
        ("La rencontre, prévue au départ en novembre, a été remise.", "2018-11"),
        ("Le départ est prévu en novembre.", "2019-11"),
    ],
)
def test_what_was_planned_at_first_lies_behind(
    text: str, value: str, annotate_text: Callable[..., Document]
) -> None:
    assert [t.value for t in annotate_text(text, THURSDAY).times] == [value]
