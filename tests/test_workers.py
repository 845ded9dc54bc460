"""Reading shared among processes: the record of one process, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from multiprocessing import active_children
from pathlib import Path
from types import ModuleType

import pytest
from tests.record.dumps import rows

from dragoman import workers
from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import LexiconError
from dragoman.model.tallies import Tally
from dragoman.pipeline import read_paths
from dragoman.record import open_record
from dragoman.workers import Analysed, cores, in_processes, share_work

TOWNS = ("Oslo", "Tallinn", "Riga", "Vilnius", "Varsovie", "Prague", "Vienne", "Berne")


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dozen dispatches, one of them in another newspaper too, and a file that holds none."""
    folder = tmp_path_factory.mktemp("presse")
    for n in range(24):
        town = TOWNS[n % len(TOWNS)]
        (folder / f"d{n:02}.txt").write_text(
            f"{town.upper()}, {n % 8 + 1} mars 2021 (NTB) - La ministre Kari Moen a annoncé lundi à {town} que les "
            f"deux délégations se retrouveraient le {n % 8 + 12} mars. « Nous sommes prêts », a-t-elle déclaré. "
            f"L'Érythrie exige la levée de l'embargo, selon un diplomate. Dépêche {n // 2 if n < 4 else n}.\n",
            encoding="utf-8",
        )
    (folder / "reprise.txt").write_bytes((folder / "d05.txt").read_bytes())
    (folder / "metadata.csv").write_text("file,outlet\nreprise.txt,Le Soir\n", encoding="utf-8")
    (folder / "vide.txt").write_bytes(b"")
    return folder


def read(press: Path, file: Path, jobs: int | None) -> tuple[Tally, list[str]]:
    with open_record(file, write=True) as record:
        tally = read_paths(record, [press], analysis=share_work(jobs))
    return tally, rows(file)


@pytest.fixture(scope="module")
def alone(press: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Tally, list[str]]:
    return read(press, tmp_path_factory.mktemp("record") / "un.db", 1)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of two dispatches, so that a short text is shared too."""
    monkeypatch.setattr(workers, "CHUNK", 500)


@pytest.mark.usefixtures("small")
def test_two_processes_write_the_record_of_one_and_one_may_die(
    press: Path, tmp_path: Path, alone: tuple[Tally, list[str]]
) -> None:
    killed: list[int] = []

    def kill(tally: Tally) -> None:
        if tally.read == 3 and not killed:
            victim = active_children()[0].pid
            assert victim is not None
            killed.append(victim)
            os.kill(victim, signal.SIGTERM)

    with open_record(tmp_path / "deux.db", write=True) as record:
        tally = read_paths(record, [press], analysis=share_work(2), on_progress=kill)
    assert killed
    expected, told = alone
    assert (tally.read, tally.known, len(tally.aside)) == (expected.read, expected.known, len(expected.aside))
    assert rows(tmp_path / "deux.db") == told


def test_little_is_read_in_one_process(
    press: Path, tmp_path: Path, alone: tuple[Tally, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 8)
    monkeypatch.setattr(workers, "in_processes", lambda *_: pytest.fail("workers for two dozen dispatches"))
    assert read(press, tmp_path / "auto.db", None)[1] == alone[1]


def test_much_is_read_in_as_many_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def count(jobs: int, articles: Iterator[Article]) -> list[Analysed]:
        asked.append(jobs)
        return [SetAside(a.name, "vu") for a in articles]

    monkeypatch.setattr(workers, "cores", lambda: 8)
    monkeypatch.setattr(workers, "in_processes", count)
    seen: list[SetAside] = []
    texts = [Article(name=str(n), text="a" * 150_000) for n in range(5)]
    assert list(share_work(None)(iter(texts), seen.append)) == []
    assert asked == [8]
    assert [s.path for s in seen] == ["0", "1", "2", "3", "4"]
    assert cores() >= 1


STRANGE = """
import os
from dragoman.model.articles import SetAside
from dragoman.model.errors import LexiconError

def fatal(articles):
    for article in articles:
        if article.name == "7":
            os._exit(9)
    return [SetAside(article.name, "vu") for article in articles]

def broken(articles):
    raise LexiconError(f"lexicon x.yaml: missing ({articles[0].name})")
"""


@pytest.fixture
def strange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Work of the tests, in a module that a worker can import."""
    (tmp_path / "strange_work.py").write_text(STRANGE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return import_module("strange_work")


def test_an_article_that_kills_its_worker_is_set_aside_and_stops_no_other(strange: ModuleType) -> None:
    articles = [Article(name=str(n), text="texte") for n in range(12)]
    found = list(in_processes(2, articles, strange.fatal, chunk=12))
    assert [f.path for f in found if isinstance(f, SetAside)] == [a.name for a in articles]
    assert [f.path for f in found if isinstance(f, SetAside) and f.reason == workers.KILLED] == ["7"]


def test_an_error_of_ours_in_a_worker_is_told_here(strange: ModuleType) -> None:
    with pytest.raises(LexiconError, match=r"x\.yaml"):
        list(in_processes(2, [Article(name="a", text="texte")], strange.broken))
    assert active_children() == []


@pytest.mark.usefixtures("small")
def test_an_interruption_leaves_what_was_read_and_no_process(
    press: Path, tmp_path: Path, alone: tuple[Tally, list[str]]
) -> None:
    def impatient(tally: Tally) -> None:
        if tally.read == 5:
            raise KeyboardInterrupt

    file = tmp_path / "r.db"
    with open_record(file, write=True) as record, pytest.raises(KeyboardInterrupt):
        read_paths(record, [press], analysis=share_work(2), on_progress=impatient)
    assert active_children() == []
    tally, told = read(press, file, 1)
    assert (tally.read, tally.known) == (alone[0].read - 5, alone[0].known + 5)
    assert told == alone[1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_workers_go_with_the_process_that_hired_them(strange: ModuleType) -> None:
    code = (
        "import os, sys, time\n"
        "from multiprocessing import active_children\n"
        "from dragoman.model.articles import Article\n"
        "from dragoman.workers import in_processes\n"
        "from strange_work import fatal\n"
        "if __name__ == '__main__':\n"
        "    many = (Article(name='un', text='Il part.') for _ in range(100000))\n"
        "    found = in_processes(2, many, fatal, chunk=1)\n"
        "    next(found)\n"
        "    print(*(c.pid for c in active_children()), flush=True)\n"
        "    time.sleep(60)\n"
    )
    place = {**os.environ, "PYTHONPATH": str(Path(str(strange.__file__)).parent)}
    hirer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=place)
    assert hirer.stdout is not None
    pids = [int(p) for p in hirer.stdout.readline().split()]
    assert len(pids) == 2
    hirer.kill()
    hirer.wait()
    hirer.stdout.close()
    deadline = time.monotonic() + 20
    while any(map(is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, pids))


def is_alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    if not state.exists():
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        return not Path("/proc/self/stat").exists()
    return state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
