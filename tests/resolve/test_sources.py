from __future__ import annotations

from dragoman.model.stories import Sourced
from dragoman.resolve.sources import Sources, shared_part

DISPATCH = "Les deux délégations se sont quittées sans accord mardi soir à Klow après six heures d'entretiens tendus."


def test_a_reprint_is_no_second_source() -> None:
    texts = {
        "a1": DISPATCH + " La Bordurie n'a pas commenté.",
        "a2": "Notre envoyé. " + DISPATCH,
        "a3": "À Klow, rien n'a été signé et chacun rejette la faute sur l'autre, selon nos informations.",
    }
    sources = Sources.of([Sourced(article_id=k, name=k, text=v) for k, v in texts.items()])
    assert sources.count(["a1", "a2"]) == 1
    assert sources.count(["a1", "a2", "a3"]) == 2


PARAGRAPHS = (
    "Les deux délégations se sont quittées sans accord mardi soir à Klow après six heures d'entretiens tendus.",
    "La Bordurie exige le retrait préalable des troupes syldaves de la vallée du Wladir, ce que Klow refuse.",
    "« Nous reviendrons quand on nous écoutera », a lancé le chef de la délégation bordure en quittant le palais.",
    "Les pourparlers avaient repris en mars, sous l'égide des Nations unies, après cinq mois d'interruption.",
)


def sourced(key: str, *lines: str, day: str | None = "2021-05-03", outlet: str | None = None) -> Sourced:
    return Sourced(article_id=key, name=key, text="\n\n".join(lines), published=day, outlet=outlet)


def test_an_update_of_the_next_day_is_the_same_source_and_later_news_is_not() -> None:
    fresh = (
        "Klow a rappelé son ambassadeur mercredi, au lendemain de l'échec des entretiens avec la Bordurie.",
        "Le gouvernement syldave n'exclut pas de fermer la frontière, a prévenu un conseiller du palais royal.",
        "Le marché de la ville basse est resté fermé, et les écoles n'ont pas ouvert leurs portes.",
    )
    first = sourced("a", *PARAGRAPHS)
    update = sourced("b", fresh[0], fresh[1], *PARAGRAPHS[2:], day="2021-05-04")
    late = sourced("c", fresh[0], fresh[1], *PARAGRAPHS[2:], day="2021-05-14")
    news = sourced("d", *fresh, PARAGRAPHS[3][:60], day="2021-05-04")
    assert Sources.of([first, update]).count("ab") == 1
    assert Sources.of([first, news]).count("ad") == 2
    undated = sourced("e", *PARAGRAPHS[:3], day=None)
    assert Sources.of([first, undated]).count("ae") == 1
    assert Sources.of([late, first]).count("ac") == (1 if shared_part(late.text, first.text) >= 0.5 else 2)


def test_a_dispatch_printed_by_forty_houses_is_one() -> None:
    articles = [sourced(f"h{n:02}", *PARAGRAPHS, f"Lu dans le journal numéro {n}.") for n in range(40)]
    sources = Sources.of(articles)
    assert sources.count(a.article_id for a in articles) == 1 and len(sources.clusters()) == 1


def test_texts_without_words_are_nobodys_reprint() -> None:
    sources = Sources.of([sourced("a", ""), sourced("b", "…"), sourced("c", "Klow.")])
    assert sources.clusters() == []
