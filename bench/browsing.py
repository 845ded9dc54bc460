"""The application in a browser, for what is measured and pictured there.

with browsing(record) as (browser, address): … → Chromium, and where `dragoman serve` answers.
Needs `pip install "dragoman[web,browser]"` and Chromium.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextmanager
def browsing(record: str | Path) -> Iterator[tuple[Any, str]]:
    """A browser and the address of the record's pages, for as long as it lasts."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "dragoman", "serve", str(record), "--port", "0"]
    told = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told) as server:
        try:
            assert server.stdout
            found = re.search(r"http://\S+?(?=/)", server.stdout.readline())
            assert found
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
                yield browser, found[0]
                browser.close()
        finally:
            server.terminate()
