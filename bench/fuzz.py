"""A bounded fuzz run of the readers with atheris (`pip install atheris`): stops at the first exception not ours.

    python bench/fuzz.py .html 60        one format for a minute
    python bench/fuzz.py all 20          every format, twenty seconds each

The seeds are the samples of tests/read/test_fuzz.py. The libraries' own C code is not instrumented.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
# some installed package may be called `tests` too: ours is meant
sys.modules["tests"] = types.ModuleType("tests")
sys.modules["tests"].__path__ = [str(ROOT / "tests")]


def run(ending: str, seconds: int) -> int:
    """One format in a process of its own, as the fuzzer never comes back."""
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(
            [sys.executable, __file__, "--one", ending, folder, str(seconds)], check=False
        ).returncode


def one(ending: str, folder: str, seconds: str) -> None:
    import atheris

    with atheris.instrument_imports(include=["dragoman.read"]):
        from dragoman.read import read_articles
    from tests.read.test_fuzz import SAMPLES

    for n, sample in enumerate(SAMPLES[ending]):
        Path(folder, f"seed{n}").write_bytes(sample)
    path = Path(tempfile.mkdtemp()) / f"a{ending}"

    def test(content: bytes) -> None:
        path.write_bytes(content)
        for _ in read_articles([path]):
            pass

    limits = [
        f"-artifact_prefix={folder}/",
        f"-max_total_time={seconds}",
        "-max_len=20000",
        "-rss_limit_mb=2048",
        "-timeout=20",
        "-print_final_stats=0",
    ]
    atheris.Setup([sys.argv[0], *limits, folder], test)
    atheris.Fuzz()


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:5])
        return 0
    from tests.read.test_fuzz import SAMPLES

    asked, seconds = sys.argv[1], int(sys.argv[2])
    failed = [e for e in (sorted(SAMPLES) if asked == "all" else [asked]) if run(e, seconds)]
    print(f"failed: {', '.join(failed) or 'none'}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
