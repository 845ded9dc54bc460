"""The walk on Ray, as its user sees it: one call, one record, and claims as Parquet on the way.

read_on_cluster(record, ["s3://archive/2019/02/"], claims="s3://bucket/claims", address="auto") → Tally(read=41_000, …).
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Unpack

from dragoman.cluster.folding import Fold
from dragoman.cluster.landings import Landing, Stretch
from dragoman.cluster.partitions import Partition, find_partitions
from dragoman.cluster.running import connected, run
from dragoman.model.errors import UsageError
from dragoman.model.tallies import Tally
from dragoman.pipeline import Progress, read_found
from dragoman.read import Reading, read_listed
from dragoman.record import Record


def read_on_cluster(
    record: Record,
    paths: Sequence[str],
    *,
    claims: str,
    address: str | None = None,
    jobs: int | None = None,
    tally: Tally | None = None,
    on_progress: Progress = lambda _: None,
    **how: Unpack[Reading],
) -> Tally:
    """Read every article under `paths` (paths, or addresses of an object store) into `record`; `how` as for read_paths.

    `claims` is where the claims land: a folder that all machines share, or an address. `address` is that of the
    cluster; without it, one is started on this machine. `jobs` analysts work at most (one a processor). Interrupted
    at any point, the same call goes on from the partitions that are whole. Raises UsageError or ClusterError, with
    the remedy.
    """
    if how.get("fetch"):
        raise UsageError(
            "--fetch --engine ray: many machines would ask one site at a time: fetch with --engine local"
        )
    list(read_listed((), **how))  # a wrong date or topic is told before the work
    landing = Landing(claims)
    whole = landing.whole()
    partitions = list(find_partitions(paths, how))
    todo = [partition for partition in partitions if partition.key not in whole]
    with closing(_coming(todo, landing, address, jobs)) as coming:
        fold = Fold(landing, [partition.key for partition in partitions], whole, coming)
        return read_found(record, fold.found(), tally or Tally(), on_progress, fold.analysis)


def _coming(
    todo: Sequence[Partition], landing: Landing, address: str | None, jobs: int | None
) -> Generator[Stretch]:
    if todo:
        with connected(address, jobs):
            yield from run(todo, landing.where, jobs)
