"""Bytes → text, whatever wrote them: UTF-8, UTF-16, Windows-1252, or a file that mixes two of them.

b"R\\xe9uni \\xc3\\xa0 Gen\\xc3\\xa8ve" → "Réuni à Genève", though one word of it is Windows-1252.

Text that was decoded wrongly before it came to us ("GenÃ¨ve") is mended by ftfy where that is beyond doubt; the
caller keeps what it was. Offsets always count what comes out of here.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TOLD = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""")
# What UTF-8 read as a table of one byte looks like: Ã or Â and a sign that no French word has after them.
_MANGLED = re.compile("[ÃÂâÅÐ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡-¿]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`original` is the text before it was mended, None where nothing was."""

    text: str
    original: str | None = None


def decode(content: bytes, told: str | None = None) -> str:
    """The text of `content`; `told` is the encoding that a header names. Never fails.

    A byte order mark decides; else UTF-8 where all of it is; else what is told, here or in the first lines;
    else UTF-8 with the bytes that are not taken as Windows-1252.
    """
    for mark, wide in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_utf16(content):
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", "replace")
    found = _TOLD.search(content[:2048])
    name = told or (found[1].decode("ascii") if found else None)
    codec = find_codec(name)
    if codec not in (None, "utf-8", "cp1252"):
        try:
            return content.decode(str(codec), "replace")
        except UnicodeError:  # a codec of names (idna, punycode), which replaces nothing
            pass
    if codec == "cp1252":
        return content.decode(codec, "windows_rest")
    return content.decode("utf-8", "windows_rest")


def _is_utf16(content: bytes) -> bool:
    head = content[:400]
    return len(head) >= 8 and (head[1::2].count(0) > 0.4 * len(head) or head[::2].count(0) > 0.4 * len(head))


def find_codec(name: str | None) -> str | None:
    """Python's name; what calls itself Latin-1 or ASCII is Windows-1252, as browsers have it."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    if codec in ("iso8859-1", "ascii", "latin-1"):
        return "cp1252"
    # a codec such as `zip` or `rot13` gives no text
    return codec if codecs.lookup(codec)._is_text_encoding else None


def _windows_rest(error: UnicodeError) -> tuple[str, int]:
    """The bytes that no UTF-8 has (or that Windows-1252 lacks), one character each."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    out = "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in wrong)
    return out, error.end


codecs.register_error("windows_rest", _windows_rest)


def mend(text: str) -> Decoded:
    """`text` with what was decoded wrongly put right; most texts come back as they are."""
    if not _MANGLED.search(text):
        return Decoded(text)
    from ftfy import fix_encoding

    mended = "\n".join(fix_encoding(line) if _MANGLED.search(line) else line for line in text.split("\n"))
    return Decoded(mended, text) if mended != text else Decoded(text)


def compose(text: str) -> str:
    """Text of ours, put together from a page or an entry: composed characters, nothing that is not seen."""
    return unicodedata.normalize("NFC", text if text.isascii() else _UNSEEN.sub("", text))
