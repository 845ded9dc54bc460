"""A reading that is killed at any point leaves a valid record, and the next one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.record.samples import sample

from dragoman.record import find_articles, news_in, open_record, write_article

HERE = Path(__file__).parent
COUNT = 400
READER = """
import sys
from dragoman.record import open_record, write_article
from samples import sample
with open_record(sys.argv[1], write=True) as record:
    for n in range(int(sys.argv[3])):
        write_article(record, *sample(f"{sys.argv[2]}{n}", "2021-03-05"))
        print(n, flush=True)
"""


@pytest.mark.parametrize("after", [0, 7, 61])
def test_a_kill_leaves_whole_articles(tmp_path: Path, after: int) -> None:
    file = tmp_path / "r.db"
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(file), "article", str(COUNT)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE)},
    ) as reader:
        assert reader.stdout is not None
        for line in reader.stdout:
            if int(line) >= after:
                reader.send_signal(signal.SIGKILL)
                break
    with open_record(file) as record:
        db = record.connection
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        found = len(find_articles(record))
        assert after < found <= COUNT
        for table in ("statements", "events", "meeting_reports", "positions", "times"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == found
    with open_record(file, write=True) as record:
        for n in range(after + 5):
            document, claims = sample(f"article{n}", "2021-03-05")
            if news_in(record, document.article) is not None:
                write_article(record, document, claims)
        assert len(find_articles(record)) == max(found, after + 5)


def test_two_readings_at_a_time_take_turns(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(file), name, "20"], stdout=subprocess.DEVNULL, env=environment
        )
        for name in ("un", "deux")
    ]
    assert [reader.wait(timeout=120) for reader in readers] == [0, 0]
    with open_record(file) as record:
        assert len(find_articles(record)) == 40
