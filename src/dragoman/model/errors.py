"""The errors that Dragoman raises, drawn as one tree; each message names the place and the remedy.

DragomanError
├── ReadError      an input could not be read (file, place, remedy)
├── DateError      a date is not EDTF level 0/1
├── LexiconError   a lexicon file breaks its form
├── RecordError    the record file cannot be opened, is of another version, or is damaged
├── ClusterError   a cluster cannot be reached, or its machines are not alike
└── UsageError     a command or a call was given something that it cannot use
"""

from __future__ import annotations


class DragomanError(Exception):
    """Any error of ours."""


class ReadError(DragomanError):
    """An input could not be read: `path`, and `reason` with the remedy."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = str(path), reason


class DateError(DragomanError, ValueError):
    """A date that is not EDTF level 0/1."""


class LexiconError(DragomanError):
    """A lexicon file that breaks its form; the message names file and entry."""


class RecordError(DragomanError):
    """A record file that cannot be opened, is of another version, or is damaged."""


class ClusterError(DragomanError):
    """A cluster that cannot be reached, or whose machines are not alike; what has landed stays."""


class UsageError(DragomanError):
    """A command or a call was given something that it cannot use."""
