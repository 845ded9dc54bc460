"""A text file's bytes → its text, code point for code point as the file holds it.

b"\xef\xbb\xbfLe sommet…\r\n" → "Le sommet…\r\n": no byte order mark, line ends as they are.
"""

from __future__ import annotations

import codecs

LARGEST = 20 * 1024 * 1024  # bytes: more is a dump, not an article
# A text may hold a few control characters (form feeds of old exports); more are the mark of another format.
MOST_CONTROLS = 0.02

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode_text(content: bytes) -> str:
    """UTF-8, with or without a byte order mark, else Windows-1252. Raises ValueError, saying why, for no text."""
    for mark, codec in _WIDE:
        if content.startswith(mark):
            return _checked(content.decode(codec, "replace"))
    if b"\0" in content:
        raise ValueError("not a text (it holds NUL bytes): export the article as .txt or .html")
    try:
        return _checked(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    # Five bytes are no character of Windows-1252; Latin-1 has them as controls, so that nothing is lost.
    text = "".join(
        bytes((b,)).decode("cp1252", "ignore") or chr(b) if 0x80 <= b < 0xA0 else chr(b) for b in content
    )
    return _checked(text)


def _checked(text: str) -> str:
    if not text.strip("\ufeff\u200b \t\r\n\v\f\u00a0"):
        raise ValueError("empty: there is no article in it")
    controls = sum(1 for c in text[:20000] if c < " " and c not in "\t\n\r\v\f\x1c\x1d\x1e\x1f")
    if controls > MOST_CONTROLS * len(text[:20000]):
        raise ValueError("not a text (it holds control characters): export the article as .txt or .html")
    return text
