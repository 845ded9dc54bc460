"""Libraries that only some formats need: asked for by name, told with the remedy where they are missing.

need("openpyxl", "xlsx", "export") → the module, or UsageError naming `pip install -e ".[export]"`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from dragoman.model.errors import UsageError


def need(module: str, what: str, extra: str) -> Any:
    """The module. Raises UsageError where it is not installed."""
    try:
        return import_module(module)
    except ImportError as e:
        name = module.partition(".")[0]
        remedy = f'in the folder of Dragoman, run `pip install -e ".[{extra}]"`'
        raise UsageError(f"{what}: needs {name}: {remedy}") from e
