"""French numbers under a hundred and Roman ordinals: "trente et un" → 31, "XIX" → 19."""

from __future__ import annotations

# fmt: off
UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)
# fmt: on
TENS = ("vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def number_words() -> dict[str, int]:
    """Every number from 2 to 100 as French writes it; "un" is left out, for it is also the article."""
    out = {word: n for n, word in enumerate(UNITS) if n > 1}
    for k, tens in enumerate(TENS):
        low = 20 + 10 * k
        for n in range(low, low + 10):
            rest = n - low + (10 if tens in ("soixante", "quatre-vingt") and k % 2 else 0)
            if rest == 0:
                out[tens + ("s" if tens == "quatre-vingt" else "")] = n
            elif rest in (1, 11) and tens != "quatre-vingt":
                out[f"{tens} et {UNITS[rest]}"] = n
                out[f"{tens}-et-{UNITS[rest]}"] = n
            else:
                out[f"{tens}-{UNITS[rest]}"] = n
    return out | {"cent": 100}


def roman(text: str) -> int:
    """The value of a Roman number made of I, V, X and L; 0 where it holds anything else."""
    total = 0
    values = [ROMAN.get(c, 0) for c in text]
    if not all(values):
        return 0
    for this, after in zip(values, [*values[1:], 0], strict=True):
        total += -this if this < after else this
    return total
