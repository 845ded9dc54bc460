"""How long a filter of the timeline takes in the browser: `python -m bench.filters big.db` (see bench/crowd.py).

Each filter is chosen as a reader does, five times; told is the time from the choice to the new picture painted, the
median of the five, and beside it the same with scripts turned off: a whole page, asked for anew.
Needs `pip install "dragoman[web,browser]"` and Chromium.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import Any

from bench.browsing import browsing

TIMES = 5
# Resolves once what the choice brought is painted: two frames after the page says that it is shown.
PAINTED = """(act) => new Promise((done) => {
  const start = performance.now();
  document.addEventListener("shown", () => requestAnimationFrame(() => requestAnimationFrame(
    () => done(performance.now() - start))), { once: true });
  const target = document.querySelector(act.where);
  if (act.value === null) return target.click();
  target.value = act.value;
  target.dispatchEvent(new Event("change", { bubbles: true }));
})"""
ACTS = {
    "type": ("select[name=type]", "REQUEST"),
    "status": ("select[name=status]", "planned"),
    "issue": ("select[name=issue]", "sanctions"),
    "clear the filters": ("form.facets a.clear", None),
    "by day of publication": (".switches .switch a:nth-of-type(2)", None),
    "by day of the fact": (".switches .switch a:nth-of-type(1)", None),
    "closer": ("[data-move=closer]", None),
    "the whole period": (".moves a:last-child", None),
}


def main() -> None:
    """Measure each."""
    with browsing(sys.argv[1]) as (browser, address):
        page: Any = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(300_000)
        page.goto(address + "/timeline?lang=en")
        print(page.inner_text(".pager >> nth=0"))
        taken: dict[str, list[float]] = {name: [] for name in ACTS}
        for _ in range(TIMES):
            for name, (where, value) in ACTS.items():
                taken[name].append(page.evaluate(PAINTED, {"where": where, "value": value}))
        plain: Any = browser.new_context(java_script_enabled=False).new_page()
        start = time.perf_counter()
        plain.goto(address + "/timeline?lang=en&type=REQUEST")
        whole = 1000 * (time.perf_counter() - start)
        for name, times in taken.items():
            print(f"{name:>24}: {statistics.median(times):5.0f} ms (of {min(times):.0f} to {max(times):.0f})")
        print(f"{'a whole page':>24}: {whole:5.0f} ms")


if __name__ == "__main__":
    main()
