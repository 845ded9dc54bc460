"""The part that knows Ray: partitions → what has landed, by a pool of actors on the machines of a cluster.

run([Partition(…), …], "s3://bucket/claims", jobs=64) → Stretch("3f2a…", 0, 241), … in the order in which they land.

Ray Data passes small blocks from the tasks that read to the actors that analyse, holds the reading back where these
cannot follow, and begins again what a machine that is gone was at; what it had written by then is written again.
"""

from __future__ import annotations

import logging
import os
import pickle
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dragoman.cluster.analysts import Analyst
from dragoman.cluster.landings import Stretch
from dragoman.cluster.partitions import Partition
from dragoman.cluster.reading import read_partition
from dragoman.model.errors import ClusterError, DragomanError
from dragoman.needs import need
from dragoman.version import __version__
from dragoman.workers import cores

# What passes to an actor at a time, in bytes: some 200 articles, and what a machine that is gone costs at most.
BLOCK = 2**20
PATIENCE = 10.0  # seconds that a cluster has to answer
ROWS = 16  # that pass from a reader to Ray at a time
STORE = 256 * 2**20  # bytes of shared memory on this machine; blocks under way are all that it holds


@contextmanager
def connected(address: str | None, jobs: int | None) -> Iterator[None]:
    """Ray, for as long as it lasts: what is connected already, the cluster at `address`, or one of this machine.

    Raises ClusterError where nothing answers.
    """
    ray = need("ray", "--engine ray", "cluster")
    if ray.is_initialized():
        yield
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing goes to the web that nobody asked for
    os.environ.setdefault(
        "RAY_BACKEND_LOG_LEVEL", "fatal"
    )  # its warnings of itself are no errors of the reading
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    try:
        if address is None:
            ray.init(
                "local", num_cpus=jobs or cores(), object_store_memory=STORE, include_dashboard=False, **quiet
            )
        else:
            _knock(address)
            ray.init(address, **quiet)
    except (ConnectionError, RuntimeError, ValueError, OSError) as e:
        raise ClusterError(
            f"--address {address}: no cluster answers ({_line(e)}): start one (`ray up cluster.yaml`, `ray start "
            "--head`), or leave --address out to use this machine alone"
        ) from e
    try:
        yield
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Ray would wait for minutes. Raises OSError where nothing listens."""
    host, colon, port = address.rpartition("://")[2].rpartition(":")
    if colon and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE).close()


def run(partitions: Sequence[Partition], claims: str, jobs: int | None) -> Iterator[Stretch]:
    """Read and analyse all partitions. Raises ClusterError where the run ends before its end."""
    data = need("ray.data", "--engine ray", "cluster")
    failures = need("ray.exceptions", "--engine ray", "cluster")
    most = jobs or max(1, int(need("ray", "--engine ray", "cluster").cluster_resources().get("CPU", 1)))
    with _settings(data):
        parts = [{"partition": pickle.dumps(partition)} for partition in partitions]
        # A reader counts for no processor: on a machine of one, the analyst has it.
        landed = (
            data.from_items(parts, override_num_blocks=len(parts))
            .map_batches(_read, batch_size=1, num_cpus=0, compute=data.TaskPoolStrategy(most))
            .map_batches(
                Analyst,
                fn_constructor_args=(claims, __version__),
                batch_size=None,
                batch_format="pyarrow",
                num_cpus=1,
                compute=data.ActorPoolStrategy(min_size=1, max_size=most),
            )
        )
        try:
            for batch in landed.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0):
                for row in batch.to_pylist():
                    yield Stretch(**row)
        except failures.RayError as e:
            raise _ours(e) or ClusterError(
                f"the cluster failed ({_line(e)}): what has landed in {claims} stays, the same command goes on"
            ) from e


@contextmanager
def _settings(data: Any) -> Iterator[None]:
    context = data.DataContext.get_current().copy()
    context.target_max_block_size = BLOCK
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    told = logging.getLogger("ray.data")
    level = told.level
    told.setLevel(logging.ERROR)
    try:
        with data.DataContext.current(context):
            yield
    finally:
        told.setLevel(level)


def _read(parts: Any) -> Iterator[dict[str, list[Any]]]:
    """The rows of the one partition that it is given, some at a time."""
    (told,) = parts["partition"]
    columns: dict[str, list[Any]] = {}
    for row in read_partition(pickle.loads(told)):
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
        if len(columns["nth"]) == ROWS:
            yield columns
            columns = {}
    if columns:
        yield columns


def _ours(error: BaseException) -> DragomanError | None:
    """The error of ours that made a task fail."""
    seen: set[int] = set()
    todo: list[BaseException | None] = [error]
    while todo:
        one = todo.pop()
        if isinstance(one, DragomanError):
            return one
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            todo += [one.__cause__, getattr(one, "cause", None)]
    return None


def _line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[-1].strip()
