"""The README's pictures: `python -m bench.pictures` reads the example, opens the application, and takes two screens.

An existing record may be given instead: `python -m bench.pictures hanoi.db`.
Needs `pip install "dragoman[web,browser]"` and Chromium; writes docs/pictures/.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.browsing import browsing

ROOT = Path(__file__).parents[1]
SCREENS = {
    "timeline": "/timeline?lang=fr&from=2018-06&to=2019-10",
    "reader": "/articles?lang=fr",
}


def main() -> None:
    """Take the pictures."""
    out = ROOT / "docs" / "pictures"
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(sys.argv[1] if len(sys.argv) > 1 else Path(folder) / "hanoi.db")
        if len(sys.argv) == 1:
            examples = str(ROOT / "examples" / "hanoi")
            command = [sys.executable, "-m", "dragoman", "read", examples, "--record", str(record)]
            subprocess.run(command, check=True)
        with browsing(record) as (browser, address):
            page: Any = browser.new_page(viewport={"width": 1280, "height": 960})
            for name, path in SCREENS.items():
                page.goto(address + path)
                if name == "reader":
                    page.click("text=Le sommet de Hanoï tourne court")
                    page.wait_for_selector("article.text")
                page.screenshot(path=str(out / f"{name}.png"))


if __name__ == "__main__":
    main()
