"""What stands around every page: the menu, the two dates, the filters, the languages, the exports."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from dragoman.show.messages import LANGUAGES
from dragoman.show.web.views import View
from dragoman.version import __version__


@dataclass(frozen=True, slots=True)
class Layout:
    """`menu` has name, address and whether it is this screen; `languages` code and address.

    `scoped` says whether the filters of days and actor stand here; `wrong` are the dates that are none; `names`
    the actors to choose from; `token` goes into every form that changes something; `back` is this view's address.
    """

    screen: str
    path: str
    record: str
    menu: tuple[tuple[str, str, bool], ...]
    languages: tuple[tuple[str, str], ...]
    exports: str
    scoped: bool
    wrong: tuple[str, ...]
    names: tuple[str, ...]
    token: str
    who: str
    back: str
    version: str


def lay(view: View, screen: str, menu: list[tuple[str, str]], *, filtered: bool, token: str) -> Layout:
    """The layout of a screen; `menu` has names and paths."""
    asked = view.asked
    kept = {n: asked.get(n) for n in ("from", "to", "actor")}
    return Layout(
        screen,
        view.path,
        view.shelf.path.name,
        tuple(
            (name, asked.link(path, from_=kept["from"], to=kept["to"], actor=kept["actor"]), name == screen)
            for name, path in menu
        ),
        tuple((lang, asked.here(view.path, lang=lang, page=asked.get("page"))) for lang in LANGUAGES),
        asked.here("/exports"),
        filtered,
        asked.wrong,
        tuple(list(view.whole.cast)[:400]),
        token,
        view.who,
        local(asked.here(view.path, page=asked.get("page"))),
        __version__,
    )


def local(address: str) -> str:
    """The address where it is one of this site's, else the front page: nobody is led away."""
    parts = urlsplit(address)
    plain = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//")
    return address if plain and "\\" not in address and address.isprintable() else "/"
