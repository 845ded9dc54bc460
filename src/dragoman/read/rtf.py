r"""Rich text (RTF) → its text, a line for each paragraph, a tab between the cells of a table.

{\rtf1\ansi\b Klow\b0  attend\par La d\'e9l\u233?gation} → "Klow attend", "La délégation".

Source: Rich Text Format Specification 1.9. Only what bears on the text is read: groups of fonts, styles, pictures
and hidden destinations are passed over.
"""

from __future__ import annotations

import re

from dragoman.read.encodings import find_codec

_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
_HIDDEN = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "listtable", "listoverridetable", "generator", "themedata", "datastore",
    "fldinst", "xmlnstbl", "rsidtbl", "latentstyles", "colorschememapping", "bkmkstart", "bkmkend", "filetbl",
))  # fmt: skip
_SIGNS = {
    "par": "\n", "sect": "\n", "page": "\n", "row": "\n", "line": "\n", "tab": "\t", "cell": "\t", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ",
    "enspace": " ",
}  # fmt: skip
DEEPEST = 2000


def rtf_text(content: bytes) -> str:
    """The text; what is no RTF gives what it can, never an error."""
    told = content.decode("latin-1")
    page = re.search(r"\\ansicpg(\d{3,5})", told[:2000])
    codec = (
        find_codec("utf-8" if page and page[1] == "65001" else f"cp{page[1]}" if page else None) or "cp1252"
    )
    out: list[str] = []
    stack: list[tuple[bool, int]] = []
    hidden, skip, after = False, 1, 0  # after: characters that stand in for a \u and are passed over
    pending = bytearray()  # a character of several bytes comes as several \'xx

    def flush() -> None:
        if pending:
            out.append(pending.decode(codec, "replace"))
            pending.clear()

    for m in _TOKEN.finditer(told):
        word, number, byte, sign, brace, text = m.groups()
        if byte is None:
            flush()
        if brace == "{":
            if len(stack) < DEEPEST:
                stack.append((hidden, skip))
            after = 0
        elif brace == "}":
            hidden, skip = stack.pop() if stack else (False, 1)
            after = 0
        elif byte is not None:
            if after:
                after -= 1
            elif not hidden:
                pending.append(int(byte, 16))
        elif word is not None:
            if word in _HIDDEN:
                hidden = True
            elif word == "uc":
                skip = max(0, min(int(number or 1), 8))
            elif word == "u" and number:
                if not hidden:
                    out.append(_character(int(number)))
                after = skip
            elif word in _SIGNS and not hidden:
                out.append(_SIGNS[word])
        elif sign is not None:
            if sign == "*":
                hidden = True
            elif not hidden:
                out.append(
                    {"~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n"}.get(
                        sign, sign if sign in "{}\\" else ""
                    )
                )
        elif text is not None:
            rest, after = text[after:], max(0, after - len(text))
            if not hidden:
                out.append(bytes(map(ord, rest)).decode(codec, "replace"))
    flush()
    # characters beyond the first plane come as two halves
    return "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(number: int) -> str:
    number %= 65536
    return chr(number) if number else ""
