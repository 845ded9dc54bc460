"""Encodings: what is told, what is not, what is mixed, what was decoded wrongly before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.encodings import compose, decode, mend
from dragoman.read.rtf import rtf_text

TEXT = "« Été » à Genève : l’accord – 3 €"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_whole_files(codec: str) -> None:
    assert decode(TEXT.encode(codec)) == TEXT


def test_a_mixed_file() -> None:
    assert decode("Réuni ".encode("cp1252") + "à Genève".encode()) == "Réuni à Genève"


def test_what_is_told() -> None:
    assert decode('<meta charset="iso-8859-2">Łódź'.encode("iso-8859-2")).endswith("Łódź")
    assert decode("l’été".encode("cp1252"), "ISO-8859-1") == "l’été"
    assert decode("été".encode("cp1252"), "zip") == decode("été".encode("cp1252"), "inconnu") == "été"


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_mojibake_is_mended_and_kept(codec: str) -> None:
    wrong = "L'été à Genève, déjà".encode().decode(codec)
    assert mend(f"Titre juste à Klow\n{wrong}").text == "Titre juste à Klow\nL'été à Genève, déjà"
    assert mend(wrong).original == wrong


@pytest.mark.parametrize("text", [TEXT, "SÃO PAULO", "L’ÂGE D’OR", "Ålesund", "naïve", "Đại Việt", ""])
def test_right_text_is_left_alone(text: str) -> None:
    assert mend(text).text == text and mend(text).original is None


def test_no_codec_of_that_name() -> None:
    assert rtf_text(rb"{\rtf1\ansicpg1242 \'e9t\'e9}") == "été"
    assert rtf_text(rb"{\rtf1\ansicpg65001 \'c3\'a9t\'c3\'a9}") == "été"


def test_composed() -> None:
    assert compose("re\u0301\u00adunion\u200b") == "réunion"


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "utf-16", "latin-1", "zip", "idna", "punycode", "x"]),
)
def test_any_bytes_decode(content: bytes, told: str | None) -> None:
    mend(compose(decode(content, told)))
