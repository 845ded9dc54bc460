"""The application in a real browser: every screen, nothing asked of any other host, nothing serious for axe.

Skipped where no browser is installed: `apt-get install chromium` and `pip install -e ".[browser]"`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.show.web.test_screens import paths

sync_api: Any = pytest.importorskip(
    "playwright.sync_api", reason="no playwright: pip install -e '.[browser]'"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if CHROMIUM is None:
    pytest.skip("no browser: apt-get install chromium", allow_module_level=True)

QUIET = (
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic", "--no-first-run",
)  # fmt: skip


@pytest.fixture
def address(served: Path) -> Iterator[str]:
    """`dragoman serve` as a user starts it."""
    command = [sys.executable, "-m", "dragoman", "serve", str(served), "--port", "0", "--lang", "en"]
    told = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told) as server:
        assert server.stdout
        try:
            found = re.search(r"http://\S+?(?=/)", server.stdout.readline())
            assert found
            yield found[0]
        finally:
            server.terminate()


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    """A page whose every request is noted, and must be ours; nothing may be refused or go wrong in it."""
    asked: list[str] = []
    wrong: list[str] = []
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        opened.goto(address + "/")
        yield opened
        browser.close()
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
    assert wrong == []


def test_every_screen_opens_and_axe_finds_nothing_serious(page: Any, address: str, record_file: Path) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="no axe: pip install -e '.[browser]'"
    )
    found: list[str] = []
    for path in paths(record_file):
        page.goto(address + path)
        # axe runs as the tester's own code; the page's policy has no say in it
        answer = axe.Axe().run(page)
        found += [
            f"{path}: {v['id']}: {v['nodes'][0]['html'][:160]}"
            for v in answer.response["violations"]
            if v["impact"] in ("serious", "critical")
        ]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} is wider than the window"
    assert found == []


def test_a_reader_walks_through_the_record(page: Any) -> None:
    page.click("text=Who said what")
    page.fill("input[type=search]", "erythrie")
    page.press("input[type=search]", "Enter")
    page.wait_for_selector("mark")
    assert "q=erythrie" in page.url
    page.select_option("select[name=outlet]", "Un")  # a filter answers in place
    page.wait_for_url("**outlet=Un**")
    page.click(".said .src a >> nth=0")
    page.wait_for_selector("article.text")
    chosen = page.locator(".beside li.chosen")
    assert chosen.count() == 1
    page.wait_for_selector(":target", state="attached")
    page.hover(".beside li.chosen")
    assert page.locator("a.mark.lit").count() >= 1
    page.go_back()
    page.wait_for_selector("mark")
    page.fill("input[name=known_by]", "2021-03-06")
    page.click("form.controls button")
    page.wait_for_url("**known_by=2021-03-06**")
    page.click("text=Meetings")
    page.wait_for_selector(".board")
    assert "known_by=2021-03-06" in page.url
    assert "From what was published by 6 March 2021" in page.inner_text("main")


def test_a_reviewer_judges_by_keyboard_and_undoes(page: Any, address: str) -> None:
    page.goto(address + "/review?kind=event")
    before = page.locator("[data-review]").count()
    page.keyboard.press("j")
    page.fill("[data-review] >> nth=0 >> input[name=who]", "ana")
    page.locator("[data-review]").nth(0).focus()
    page.keyboard.press("r")
    page.wait_for_selector("#log tbody tr")
    assert page.locator("[data-review]").count() == before - 1
    page.click("#log tbody button")
    page.wait_for_selector("#log tr.undone")
    assert page.locator("[data-review]").count() == before


def test_pages_work_without_scripts(address: str) -> None:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(address + "/timeline")
        page.select_option("select[name=type]", "REQUEST")
        page.click("form.facets button")
        assert "type=REQUEST" in page.url
        assert page.locator("tbody tr").count() >= 1
        browser.close()


def test_the_timeline_is_brushed(page: Any, address: str) -> None:
    page.goto(address + "/timeline")
    box = page.locator("svg.timeline").bounding_box()
    y = box["y"] + box["height"] - 4
    page.mouse.move(box["x"] + box["width"] * 0.3, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, y, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=2021-**")
    assert "to=2021-" in page.url


def test_the_timeline_is_walked_by_keyboard(page: Any, address: str) -> None:
    page.goto(address + "/timeline")
    page.locator(".wide").focus()
    page.keyboard.press("ArrowRight")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    assert page.evaluate("document.activeElement.closest('svg.timeline') !== null")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.getAttribute('href')") != first
    page.keyboard.press("+")
    page.wait_for_url("**from=2021-**")
    page.wait_for_function("document.activeElement.classList.contains('wide')")  # it keeps the keyboard
    closer = page.url
    page.keyboard.press("-")
    page.wait_for_function("before => location.href !== before", arg=closer)


def test_a_chosen_entry_is_in_sight(page: Any, address: str) -> None:
    page.goto(address + "/statements")
    page.click(".said .src a >> nth=0")
    page.wait_for_selector(".beside li.chosen")
    assert page.evaluate(
        """() => { const [list, entry] = [document.querySelector('.beside'), document.querySelector('.chosen')];
        const [a, b] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
        return b.top >= a.top - 1 && b.top < a.bottom; }"""
    )


def test_a_filter_keeps_the_keyboard_and_is_cleared_in_place(page: Any, address: str) -> None:
    page.goto(address + "/timeline")
    page.evaluate("window.same = true")  # gone if the page is loaded anew
    page.focus("select[name=type]")
    page.select_option("select[name=type]", "REQUEST")
    page.wait_for_url("**type=REQUEST**")
    assert page.evaluate("document.activeElement.name") == "type"
    page.click("form.facets a.clear")
    page.wait_for_url("**/timeline")
    assert page.evaluate("window.same")


def test_a_narrow_screen_shows_where_one_is(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "/review")
    assert page.evaluate(
        """() => { const box = document.querySelector('.top nav [aria-current]').getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth; }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
