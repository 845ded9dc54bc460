"""The application: every screen by its address, the exports, the judgements.

build_application(Path("hanoi.db")) → an ASGI application that `dragoman serve` runs.
"""

from __future__ import annotations

import secrets
import threading
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from dragoman.gather import refresh_story
from dragoman.model.errors import DragomanError, UsageError
from dragoman.record import is_story_stale, open_record, undo_judgement, write_judgement
from dragoman.show.cues import DOUBTED
from dragoman.show.export import export, find_format
from dragoman.show.marks import legible, quoted
from dragoman.show.messages import language
from dragoman.show.web.asked import ask
from dragoman.show.web.guards import LOOPBACK, Guard, Keys
from dragoman.show.web.pages.layouts import lay, local
from dragoman.show.web.screens import SCREENS, Screen, find_page
from dragoman.show.web.shelves import Shelf
from dragoman.show.web.sieves import sift
from dragoman.show.web.views import View
from dragoman.show.words import Words

SESSION, WHO = "dragoman", "dragoman_who"
LONGEST = 500  # characters of what a reviewer writes


@cache
def environment() -> Environment:
    """The templates; what a page does not document cannot be shown."""
    made = Environment(
        loader=PackageLoader("dragoman.show.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        lstrip_blocks=True,
    )
    made.filters.update(note=lambda mark, notes: notes[mark], legible=legible, quoted=quoted)
    made.globals["doubted"] = DOUBTED
    return made


class Desk:
    """What all answers need: the record, the secrets."""

    def __init__(self, path: Path, keys: Keys) -> None:
        self.shelf = Shelf(path)
        self.keys = keys

    def view(self, request: Request) -> View:
        """The view that a request asks for."""
        asked = ask(request.query_params.multi_items(), language())
        who = request.cookies.get(WHO, "")[:80]
        return View(self.shelf, asked, request.url.path, Words(asked.lang, "web"), who)

    def answer(self, request: Request, screen: Screen, name: str | None) -> Response:
        """A screen as HTML; 404 where it is of one thing and there is no such thing."""
        view = self.view(request)
        page = find_page(screen, view, name)
        if page is None:
            raise HTTPException(404)
        return self.show(request, view, screen.name, page, filtered=screen.filtered)

    def show(
        self, request: Request, view: View, name: str, page: Any, *, filtered: bool, status: int = 200
    ) -> Response:
        """A page in its layout."""
        session = request.cookies.get(SESSION) or secrets.token_urlsafe(18)
        menu = [(s.name, s.path) for s in SCREENS if s.menu]
        layout = lay(view, name, menu, filtered=filtered, token=self.keys.token(session))
        html = environment().get_template(f"{name}.html").render(
            page=page, layout=layout, asked=view.asked, words=view.words, view=view
        )  # fmt: skip
        answer = HTMLResponse(html, status)
        if SESSION not in request.cookies:
            answer.set_cookie(SESSION, session, httponly=True, samesite="strict")
        return answer

    def check(self, request: Request, token: str) -> None:
        """Raises 403 where a form was not given to this session."""
        if not self.keys.owns(request.cookies.get(SESSION), token):
            raise HTTPException(403)

    def refresh(self) -> None:
        """Tell the story anew where it is no longer true, after the answer is sent."""
        with open_record(self.shelf.path, write=True) as record:
            if is_story_stale(record):
                refresh_story(record)


def build_application(
    path: Path, *, hosts: frozenset[str] = LOOPBACK, password: str | None = None, ahead: bool = False
) -> Guard:
    """The application over one record, which must exist. Raises RecordError where it cannot be opened.

    With `ahead` the record is read before anybody asks.
    """
    open_record(path).close()
    keys = Keys(password)
    desk = Desk(path, keys)
    if ahead:
        threading.Thread(target=desk.shelf.read_ahead, daemon=True).start()
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)  # their pages ask other hosts for scripts
    for screen in SCREENS:
        if "{name}" in screen.path:
            app.get(screen.path, name=screen.name)(_of_name(desk, screen))
        else:
            app.get(screen.path, name=screen.name)(_of_view(desk, screen))
    app.get("/export/{name}")(partial(_export, desk))
    app.post("/judgements")(_judge(desk))
    app.post("/judgements/{number}/undo")(_undo(desk))
    app.post("/reviewer")(_reviewer(desk))
    app.mount("/static", StaticFiles(packages=[("dragoman.show.web", "static")]))
    app.add_exception_handler(HTTPException, partial(_trouble, desk))
    app.add_exception_handler(DragomanError, partial(_trouble, desk))
    return Guard(app, hosts=hosts, keys=keys)


def _of_view(desk: Desk, screen: Screen) -> Any:
    def answer(request: Request) -> Response:
        return desk.answer(request, screen, request.query_params.get(screen.of) if screen.of else None)

    return answer


def _of_name(desk: Desk, screen: Screen) -> Any:
    def answer(request: Request, name: str) -> Response:
        return desk.answer(request, screen, name)

    return answer


def _export(desk: Desk, request: Request, name: str) -> Response:
    view = desk.view(request)
    wanted, _, manifest = name.partition(".")
    table = view.asked.get("table")
    found = find_format(wanted, table)
    content, told = export(sift(view), wanted, table)
    file = f"{desk.shelf.path.stem}-{table or wanted}{found.ending(table)}"
    media = found.type_of(table)
    if manifest == "manifest":
        content, file, media = told, f"{file}.manifest.json", "application/json"
    named = f"attachment; filename*=UTF-8''{quote(file)}"
    return Response(content, media_type=media, headers={"content-disposition": named})


def _judge(desk: Desk) -> Any:
    def judge(
        request: Request,
        token: Annotated[str, Form()],
        kind: Annotated[str, Form()],
        about: Annotated[str, Form()],
        who: Annotated[str, Form()] = "",
        value: Annotated[str, Form()] = "",
        why: Annotated[str, Form()] = "",
        back: Annotated[str, Form()] = "/",
    ) -> Response:
        desk.check(request, token)
        reviewer = " ".join(who.split())[:80] or "–"
        with open_record(desk.shelf.path, write=True) as record:
            write_judgement(
                record,
                kind=kind,
                about=about[:LONGEST],
                value=value[:LONGEST],
                why=why[:LONGEST],
                who=reviewer,
            )
        answer = RedirectResponse(local(back), 303, background=BackgroundTask(desk.refresh))
        _remember(answer, reviewer)
        return answer

    return judge


def _reviewer(desk: Desk) -> Any:
    def reviewer(
        request: Request, token: Annotated[str, Form()], who: Annotated[str, Form()] = "",
        back: Annotated[str, Form()] = "/review",
    ) -> Response:  # fmt: skip
        """Who reviews from this browser from now on."""
        desk.check(request, token)
        answer = RedirectResponse(local(back), 303)
        _remember(answer, " ".join(who.split())[:80])
        return answer

    return reviewer


def _remember(answer: Response, who: str) -> None:
    answer.set_cookie(WHO, who, httponly=True, samesite="strict", max_age=365 * 86400)


def _undo(desk: Desk) -> Any:
    def undo(
        request: Request,
        number: int,
        token: Annotated[str, Form()],
        who: Annotated[str, Form()] = "",
        back: Annotated[str, Form()] = "/review",
    ) -> Response:
        desk.check(request, token)
        with open_record(desk.shelf.path, write=True) as record:
            undo_judgement(record, number, " ".join(who.split())[:80] or "–")
        return RedirectResponse(local(back), 303, background=BackgroundTask(desk.refresh))

    return undo


def _trouble(desk: Desk, request: Request, error: Exception) -> Response:
    """An error as a page, in the language that was asked for."""
    status = (
        error.status_code
        if isinstance(error, HTTPException)
        else 400
        if isinstance(error, UsageError)
        else 500
    )
    view = desk.view(request)
    told = str(error) if isinstance(error, DragomanError) else ""
    key = f"error_{status}" if view.words.has(f"error_{status}") else "error_other"
    try:
        return desk.show(
            request, view, "error", (status, view.words(key), told), filtered=False, status=status
        )
    except DragomanError as again:  # the record itself cannot be read
        return Response(f"{status}: {again}\n", status, media_type="text/plain")
