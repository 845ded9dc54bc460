"""The walk on Ray: partitions of the input → claims as Parquet, by many machines → the record, by one.

read_on_cluster(record, ["s3://archive/2019/02/"], claims="s3://bucket/claims") → the record of a local reading.
"""

from __future__ import annotations

from dragoman.cluster.engine import read_on_cluster

__all__ = ["read_on_cluster"]
