"""On a machine of the cluster: a partition → what is read in it, as rows.

Partition(key="3f2a…") → {"partition": "3f2a…", "nth": 0, "article": '{"name": …}', …}, …; the last is empty.
"""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.cluster.partitions import Partition
from dragoman.cluster.rows import to_json
from dragoman.cluster.stores import open_store
from dragoman.model.articles import Article, SetAside
from dragoman.model.errors import ClusterError
from dragoman.read import read_listed
from dragoman.read.files import Found


def read_partition(partition: Partition) -> Iterator[dict[str, Any]]:
    """A row for each article and each input set aside, in order, and one more that tells the end."""
    nth = 0
    with _at_hand(partition) as prefix:
        for nth, found in enumerate(read_listed(partition.listed, **partition.how), start=1):
            yield _row(partition, nth - 1, _addressed(found, prefix))
    yield _row(partition, nth, None)


def _row(partition: Partition, nth: int, found: Article | SetAside | None) -> dict[str, Any]:
    told = None if found is None else to_json(found)
    is_article = isinstance(found, Article)
    return {
        "partition": partition.key,
        "nth": nth,
        "article": told if is_article else None,
        "aside": None if is_article else told,
    }


@contextmanager
def _at_hand(partition: Partition) -> Iterator[str]:
    """The partition's files under the paths that it says, and what stands before these in an address."""
    before = Path.cwd()
    try:
        if partition.store is None:
            _enter(partition)
            yield ""
            return
        store = open_store(partition.store)
        with tempfile.TemporaryDirectory() as folder:
            files = [one.path for one in partition.listed if isinstance(one, Found)]
            for path in (*files, *partition.tables):
                store.fetch(str(path), Path(folder, path.relative_to(path.anchor)))
            os.chdir(folder)
            yield store.prefix
            os.chdir(before)
    finally:
        os.chdir(before)


def _enter(partition: Partition) -> None:
    """Raises ClusterError where this machine has not got the files that the calling one has."""
    missing = next(
        (
            one.path
            for one in partition.listed
            if isinstance(one, Found) and not Path(partition.folder, one.path).exists()
        ),
        None,
    )
    if missing is not None:
        raise ClusterError(
            f"{missing}: is not on the machine {platform.node()} of the cluster: name a folder that all its "
            "machines share, or an object store (s3://…)"
        )
    if partition.folder:
        os.chdir(partition.folder)


def _addressed(found: Article | SetAside, prefix: str) -> Article | SetAside:
    return replace(found, path=f"{prefix}{found.path}") if prefix and found.path is not None else found
