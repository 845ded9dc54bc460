"""The walk on Ray: the record of a local reading, byte for byte, whatever becomes of the machines."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cluster.presses import make_press
from tests.record.dumps import rows

from dragoman.cluster import engine, partitions, read_on_cluster, running
from dragoman.model.errors import ClusterError, UsageError
from dragoman.model.tallies import Tally
from dragoman.pipeline import read_paths
from dragoman.record import open_record

ray: Any = pytest.importorskip("ray", reason="ray is not installed: pip install 'dragoman[cluster]'")
pytest.importorskip("ray.data")
pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own

NODE = {"num_cpus": 1, "object_store_memory": 100 * 2**20, "include_dashboard": False}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_press(tmp_path_factory.mktemp("entrée") / "presse")


@pytest.fixture(scope="module")
def alone(press: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("record") / "r.db"
    with open_record(file, write=True) as record:
        assert read_paths(record, [press]).read == 14
    return rows(file)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A head that does no work, and two machines."""
    utils = pytest.importorskip("ray.cluster_utils")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    made = utils.Cluster(initialize_head=True, head_node_args=NODE | {"num_cpus": 0})
    for _ in range(2):
        made.add_node(**NODE)
    try:
        yield made
    finally:
        ray.shutdown()
        made.shutdown()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Partitions of three files, blocks of a few dispatches."""
    monkeypatch.setattr(partitions, "FILES", 3)
    monkeypatch.setattr(running, "BLOCK", 2000)
    monkeypatch.setattr(running, "ROWS", 2)


def analysts() -> dict[int, int]:
    """The processes of the analysts that hold their model → those of the machines that they are of."""
    out = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
            command = status.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if command.startswith(b"ray::") and b"Analyst" in command:
            out[int(told["Pid"])] = int(told["PPid"])
    return out


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="workers are found by /proc")
def test_a_worker_killed_an_interruption_and_a_machine_gone_change_nothing(
    press: Path, tmp_path: Path, alone: list[str], cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = tmp_path / "claims"
    machines = {node.all_processes["raylet"][0].process.pid: node for node in cluster.worker_nodes}
    done: list[str] = []

    def ours() -> dict[int, Any]:
        return {pid: machines[of] for pid, of in analysts().items() if of in machines}

    def kill_and_interrupt(tally: Tally) -> None:
        if not done and (found := ours()):
            os.kill(next(iter(found)), signal.SIGKILL)
            done.append("worker")
        if tally.read == 6:
            raise KeyboardInterrupt

    def take_a_machine() -> None:
        # Never that to which this process itself is tied: Ray ends a process whose machine is gone. And only one whose
        # analysts have begun: Ray Data gives up where one goes while it starts.
        patience = time.monotonic() + 120
        while time.monotonic() < patience:
            if ray.is_initialized():
                here = ray.get_runtime_context().get_node_id()
                if found := [node for node in ours().values() if node.node_id != here]:
                    cluster.remove_node(found[0], allow_graceful=False)
                    done.append("machine")
                    return
            time.sleep(0.05)

    def read(file: Path, **how: Any) -> Tally:
        with open_record(file, write=True) as record:
            return read_on_cluster(record, [str(press)], claims=str(claims), address=cluster.address, **how)

    with pytest.raises(KeyboardInterrupt):
        read(tmp_path / "r.db", on_progress=kill_and_interrupt)
    whole = {mark.parent: times(mark.parent) for mark in claims.glob("*/_whole")}
    assert whole
    thief = threading.Thread(target=take_a_machine, daemon=True)
    thief.start()
    tally = read(tmp_path / "r.db")
    thief.join(timeout=1)
    assert done[0] == "worker"
    assert (tally.read, tally.known) == (14 - 6, 6 + 1)
    assert rows(tmp_path / "r.db") == alone
    assert {folder: times(folder) for folder in whole} == whole  # what was whole is not computed again
    monkeypatch.setattr(engine, "connected", lambda *_: pytest.fail("a cluster where all is whole"))
    assert read(tmp_path / "other.db").read == 14
    assert rows(tmp_path / "other.db") == alone
    if "machine" not in done:
        pytest.skip("no analyst began on a machine that could be taken away: all else holds")


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_cluster_that_does_not_answer_is_told(press: Path, tmp_path: Path) -> None:
    with (
        open_record(tmp_path / "r.db", write=True) as record,
        pytest.raises(ClusterError, match="no cluster answers"),
    ):
        read_on_cluster(record, [str(press)], claims=str(tmp_path / "claims"), address="127.0.0.1:1")


def test_what_a_cluster_cannot_do_is_told_before_the_work(press: Path, tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        with pytest.raises(UsageError, match="--engine local"):
            read_on_cluster(record, [str(press)], claims=str(tmp_path / "claims"), fetch=True)
        with pytest.raises(ValueError, match="EDTF"):
            read_on_cluster(record, [str(press)], claims=str(tmp_path / "claims"), date="hier")
    assert not (tmp_path / "claims").exists()
