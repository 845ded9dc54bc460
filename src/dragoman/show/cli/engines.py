"""Where `dragoman read` has the work done: on this machine, or on a cluster.

choose_engine("ray", claims="s3://bucket/claims", …) → what reads paths into a record there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from dragoman.model.errors import UsageError

if TYPE_CHECKING:
    from dragoman.model.tallies import Tally
    from dragoman.pipeline import Progress
    from dragoman.read import Reading
    from dragoman.record import Record

Engine: TypeAlias = "Callable[[Record, Sequence[str], Tally, Progress, Reading], Tally]"
ENGINES = ("local", "ray")


def choose_engine(
    name: str, paths: Sequence[str], *, jobs: int | None, address: str | None, claims: str | None, record: str
) -> Engine:
    """The engine of that name. Raises UsageError for an unknown one, or for what only the other one can do."""
    if name not in ENGINES:
        raise UsageError(f"--engine {name}: there is no such engine: ask for {', '.join(ENGINES)}")
    if name == "local":
        for option, told in (("--address", address), ("--claims", claims)):
            if told is not None:
                raise UsageError(f"{option} {told}: is for a cluster: add --engine ray")
        for path in paths:
            if "://" in path:
                raise UsageError(f"{path}: an object store is read on a cluster: add --engine ray")
        return _here(jobs)
    return _on_ray(jobs, address, claims or f"{record}.claims")


def _here(jobs: int | None) -> Engine:
    from dragoman.pipeline import read_paths
    from dragoman.workers import share_work

    def read(
        record: Record, paths: Sequence[str], tally: Tally, on_progress: Progress, how: Reading
    ) -> Tally:
        analysis = share_work(jobs)
        return read_paths(record, paths, tally=tally, on_progress=on_progress, analysis=analysis, **how)

    return read


def _on_ray(jobs: int | None, address: str | None, claims: str) -> Engine:
    from dragoman.cluster import read_on_cluster

    def read(
        record: Record, paths: Sequence[str], tally: Tally, on_progress: Progress, how: Reading
    ) -> Tally:
        return read_on_cluster(
            record,
            paths,
            claims=claims,
            address=address,
            jobs=jobs,
            tally=tally,
            on_progress=on_progress,
            **how,
        )

    return read
