"""Who is meant in the passages of mention_passages.yaml: each phrase with the actors that it stands for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.model.documents import Document

PASSAGES = yaml.safe_load(Path(__file__).with_name("mention_passages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:30])
def test_who_is_meant(annotate_text: Callable[..., Document], passage: dict[str, Any]) -> None:
    document = annotate_text(passage["text"])
    told, expected = {}, {}
    for phrase, actors in passage["actors"].items():
        at = document.text.index(phrase)
        inside = [m for m in document.mentions if at <= m.span.start < at + len(phrase)]
        inside = [m for m in inside if m.kind != "possessive" and m.how != "adjective"]
        told[phrase] = set(inside[0].actors) if inside and not inside[0].place else set()
        expected[phrase] = set(actors.split(" + "))
    assert told == expected
