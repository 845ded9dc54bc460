"""The README's pictures: `python -m bench.pictures` reads the example, opens the application, and takes two screens.

An existing record may be given instead: `python -m bench.pictures hanoi.db`.
Needs `pip install "dragoman[web,browser]"` and Chromium; writes docs/pictures/.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SCREENS = {
    "timeline": "/timeline?lang=fr&from=2018-06&to=2019-10",
    "reader": "/articles?lang=fr",
}
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def main() -> None:
    """Take the pictures."""
    from playwright.sync_api import sync_playwright

    out = ROOT / "docs" / "pictures"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(sys.argv[1] if len(sys.argv) > 1 else Path(folder) / "hanoi.db")
        dragoman = [sys.executable, "-m", "dragoman"]
        if len(sys.argv) == 1:
            examples = str(ROOT / "examples" / "hanoi")
            subprocess.run([*dragoman, "read", examples, "--record", str(record)], check=True)
        told = {**os.environ, "PYTHONUNBUFFERED": "1"}
        command = [*dragoman, "serve", str(record), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=told) as server:
            try:
                assert server.stdout
                found = re.search(r"http://\S+?(?=/)", server.stdout.readline())
                assert found
                with sync_playwright() as playwright:
                    chromium = shutil.which("chromium")
                    browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
                    page: Any = browser.new_page(viewport={"width": 1280, "height": 960})
                    for name, path in SCREENS.items():
                        page.goto(found[0] + path)
                        if name == "reader":
                            page.click("text=Le sommet de Hanoï tourne court")
                            page.wait_for_selector("article.text")
                        page.screenshot(path=str(out / f"{name}.png"))
                    browser.close()
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
