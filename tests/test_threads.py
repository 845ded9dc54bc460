"""The numerical libraries held to one thread."""

from __future__ import annotations

from threadpoolctl import threadpool_info, threadpool_limits

from dragoman.threads import one_thread


def threads() -> set[int]:
    """Those of the library under numpy; one that is loaded later, as scipy's, is not held."""
    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return {pool["num_threads"] for pool in pools if "numpy" in pool["filepath"]}


def test_products_keep_one_core_busy_and_what_was_set_before_comes_back() -> None:
    with threadpool_limits(2, user_api="blas"):
        with one_thread():
            assert threads() == {1}
        assert threads() == {2}
