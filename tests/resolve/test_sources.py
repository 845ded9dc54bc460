from __future__ import annotations

from dragoman.model.stories import Sourced
from dragoman.resolve.sources import Sources

DISPATCH = "Les deux délégations se sont quittées sans accord mardi soir à Klow après six heures d'entretiens tendus."


def test_a_reprint_is_no_second_source() -> None:
    texts = {
        "a1": DISPATCH + " La Bordurie n'a pas commenté.",
        "a2": "Notre envoyé. " + DISPATCH,
        "a3": "À Klow, rien n'a été signé et chacun rejette la faute sur l'autre, selon nos informations.",
    }
    sources = Sources([Sourced(article_id=k, name=k, text=v) for k, v in texts.items()])
    assert sources.count(["a1", "a2"]) == 1
    assert sources.count(["a1", "a2", "a3"]) == 2
