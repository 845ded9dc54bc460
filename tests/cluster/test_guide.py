"""The cluster of docs/cluster.md is one that Ray's launcher takes, and the page's sums are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

GUIDE = (Path(__file__).parents[2] / "docs" / "cluster.md").read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_the_cluster_is_one_that_the_launcher_takes() -> None:
    launcher: Any = pytest.importorskip("ray.autoscaler._private.util", reason="ray is not installed")
    (told,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.S)
    config = yaml.safe_load(told)
    launcher.validate_config(launcher.prepare_config(config))
    assert config["head_node_type"] in config["available_node_types"]


def test_the_sums() -> None:
    told = {name: float(ms) for ms, name in re.findall(r"\| ([\d.]+) ms[^|]*\| `(\w)` \|", GUIDE)}
    p, r, l, a, w, f = (told[name] for name in "prlawf")  # noqa: E741
    pages = 450e9 / 14.7e3
    french, about = pages * 0.05, pages * 0.001
    hours = 1 / 3.6e6
    assert round(pages / 1e6, 1) == 30.6
    one = (pages * p + about * (r + a + w)) * hours
    every = ((pages - french) * (r + l) + french * (r + a + w)) * hours
    for figure in (
        f"= {pages * p * hours:.1f} core hours",
        f"= {about * (r + a + w) * hours:.1f} core hours",
        f"= {1.25 * one:.1f} core hours",
        f"= {about * f * hours * 60:.0f} minutes",
        f"= {(pages - french) * (r + l) * hours:.0f} core hours",
        f"= {french * (r + a + w) * hours:.0f} core hours",
        f"= {1.25 * every:.0f} core hours",
        f"= {french * f * hours:.1f} hours",
        f"{about * 6.8e3 / 1e9:.1f} GB, {about * 69e3 / 1e9:.1f} GB",
        f"{french * 6.8e3 / 1e9:.0f} GB, {french * 69e3 / 1e9:.0f} GB",
    ):
        assert figure in GUIDE, figure
