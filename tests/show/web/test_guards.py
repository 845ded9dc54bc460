"""Who may ask, and what a page elsewhere may not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.show.web.conftest import browse

from dragoman.model.errors import UsageError
from dragoman.model.events import Event
from dragoman.record import find_claims, find_judgements, open_record
from dragoman.show.web.pages.layouts import local
from dragoman.show.web.server import serve

OURS = {"origin": "http://127.0.0.1:8417"}


def form(client: Any, **values: str) -> dict[str, str]:
    """A form as a page gave it, token and all."""
    html = client.get("/review").text
    token = re.search(r'name="token" value="([0-9a-f]{64})"', html)
    assert token
    return {"token": token[1], "who": "ana", **values}


def claim(served: Path) -> str:
    with open_record(served) as record:
        return find_claims(record, Event)[0].claim.id


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8417"]
)
def test_another_name_for_this_machine_is_refused(client: Any, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "Kari Moen" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:1", "LOCALHOST", "[::1]:8417"])
def test_this_machine_is_not(client: Any, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_every_answer_tells_the_browser_what_it_may_not_do(client: Any) -> None:
    for path in ("/", "/nothing", "/static/screen.css", "/export/jsonl"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
    client.cookies.clear()
    for cookie in client.get("/").headers.get_list("set-cookie"):
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie


def test_the_interface_of_programs_is_not_served(client: Any) -> None:
    for path in (
        "/docs",
        "/redoc",
        "/openapi.json",
        "/static/",
        "/static/../application.py",
        "/static/%2e%2e/server.py",
    ):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({**OURS, "sec-fetch-site": "cross-site"}, 403),
        ({**OURS, "content-type": "text/plain"}, 415),
        ({**OURS, "content-type": "multipart/form-data; boundary=x"}, 415),
        ({**OURS, "content-type": "application/json"}, 415),
    ],
)
def test_a_form_from_elsewhere_changes_nothing(
    client: Any, served: Path, headers: dict[str, str], status: int
) -> None:
    values = form(client, kind="reject", about=claim(served))
    assert client.post("/judgements", data=values, headers=headers).status_code == status
    with open_record(served) as record:
        assert find_judgements(record) == []


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_token_of_this_browser_changes_nothing(
    client: Any, served: Path, token: str
) -> None:
    values = {**form(client, kind="reject", about=claim(served)), "token": token}
    assert client.post("/judgements", data=values, headers=OURS).status_code in (403, 422)
    client.cookies.clear()
    values = {**values, "token": "0" * 64}
    assert client.post("/judgements", data=values, headers=OURS).status_code == 403
    with open_record(served) as record:
        assert find_judgements(record) == []


def test_a_form_that_is_too_large_is_refused(client: Any, served: Path) -> None:
    values = {**form(client, kind="reject", about=claim(served)), "why": "x" * 70_000}
    assert client.post("/judgements", data=values, headers=OURS).status_code == 413


def test_other_methods_are_refused(client: Any) -> None:
    assert client.put("/", headers=OURS).status_code == 405
    assert client.delete("/judgements", headers=OURS).status_code == 405


def test_another_site_may_lead_here_but_not_read(client: Any) -> None:
    visit = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/", headers=visit).status_code == 200
    assert client.get("/", headers={**visit, "sec-fetch-mode": "no-cors"}).status_code == 403


def test_a_judgement_is_made_listed_and_undone(client: Any, served: Path) -> None:
    about = claim(served)
    values = form(client, kind="reject", about=about, why="<b>no act</b>", back="/review?kind=event")
    answer = client.post("/judgements", data=values, headers=OURS, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?kind=event")
    page = client.get("/review").text
    assert "&lt;b&gt;no act&lt;/b&gt;" in page
    assert "ana" in page
    with open_record(served) as record:
        assert about not in {t.claim.id for t in find_claims(record, Event)}
        (judgement,) = find_judgements(record)
    undone = client.post(f"/judgements/{judgement.number}/undo", data=form(client), headers=OURS)
    assert undone.status_code == 200
    with open_record(served) as record:
        assert about in {t.claim.id for t in find_claims(record, Event)}
    assert client.post("/judgements/99/undo", data=form(client), headers=OURS).status_code == 400
    assert (
        client.post("/judgements", data=form(client, kind="burn", about=about), headers=OURS).status_code
        == 400
    )


def test_an_actor_is_merged_with_another(client: Any) -> None:
    values = form(client, kind="rename", about="Érythrie", value="Norvège", back="//evil.example/")
    answer = client.post("/judgements", data=values, headers=OURS, follow_redirects=False)
    assert answer.headers["location"] == "/"
    assert client.get("/actor?about=%C3%89rythrie").status_code == 404
    assert "Érythrie → Norvège" in client.get("/actor?about=Norv%C3%A8ge").text


def test_reviewers_that_differ_are_counted(client: Any, served: Path) -> None:
    about = claim(served)
    client.post("/judgements", data=form(client, kind="accept", about=about), headers=OURS)
    client.post(
        "/judgements", data={**form(client, kind="reject", about=about), "who": "boris"}, headers=OURS
    )
    page = client.get("/review").text
    assert "ana – boris" in page
    assert "0 %" in page
    assert "ana\u00a0: juste" in page
    assert "boris\u00a0: faux" in page


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "http://evil.example", "/\\evil.example", "evil", "javascript:alert(1)", "/\n//x"],
)
def test_nobody_is_led_away(address: str) -> None:
    assert local(address) == "/"
    assert local("/review?page=2") == "/review?page=2"


def test_beyond_this_machine_a_password_is_needed(served: Path) -> None:
    with pytest.raises(UsageError, match="DRAGOMAN_PASSWORD"):
        serve(served, host="0.0.0.0", port=0, password=None, names=(), on_ready=lambda _: None)
    from dragoman.show.web.application import build_application

    app: Any = build_application(served, hosts=frozenset({"records.example"}), password="sésame")
    with browse(app, "http://records.example") as client:
        assert client.get("/").status_code == 401
        assert client.get("/static/screen.css").status_code == 401
        assert client.get("/", auth=("ana", "wrong")).status_code == 401
        assert client.get("/", headers={"authorization": "Basic !!!"}).status_code == 401
        assert client.get("/", auth=("ana", "sésame".encode())).status_code == 200
