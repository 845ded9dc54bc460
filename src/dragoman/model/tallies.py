"""What became of the inputs of a reading so far: Tally(read=12, known=3, aside=[SetAside("presse/x.zip", …)])."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.articles import SetAside


@dataclass(slots=True)
class Tally:
    """`read` were analysed and written, `known` were in the record already, `aside` could not be read."""

    read: int = 0
    known: int = 0
    aside: list[SetAside] = field(default_factory=list)
