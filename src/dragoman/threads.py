"""The libraries under numpy held to one thread: a second one waits for the next product rather than helps.

with one_thread(): … → the products within it keep one core busy.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[Any]:
    """A context in which the numerical libraries that were loaded by its first call use one thread."""
    limit: AbstractContextManager[Any] = _pools().limit(limits=1, user_api="blas")
    return limit


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()
