"""Selections that were made lately, kept until the record changes: a filter is answered without asking it again.

shelf.selection(Scope(known_by="2019-02")) → read once; again after `dragoman read` has added articles.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from dragoman.record import Record, Scope, open_record
from dragoman.show.selections import Selection, narrow, select

KEPT = 4  # views by their two dates; each holds the texts
NARROWED = 12  # parts of them by actor and days, which hold little of their own

State = tuple[tuple[int, int], ...]


class Shelf:
    """The selections of one record file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._state: State = ()
        self._held: OrderedDict[Scope, Selection] = OrderedDict()
        self._narrow: OrderedDict[Scope, Selection] = OrderedDict()

    def open(self, *, write: bool = False) -> Record:
        """The record; the caller closes it."""
        return open_record(self.path, write=write)

    def selection(self, scope: Scope) -> Selection:
        """All that lies within `scope`, as the record is now."""
        whole = Scope(as_of=scope.as_of, known_by=scope.known_by)
        with self._lock:  # one at a time: others wait for what is being read
            state = self._now()
            if state != self._state:
                self._held.clear()
                self._narrow.clear()
                self._state = state
            if whole not in self._held:
                with self.open() as record:
                    self._held[whole] = select(record, whole)
            self._held.move_to_end(whole)
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
            held = self._held[whole]
            if scope not in self._narrow:
                self._narrow[scope] = narrow(held, scope)
            self._narrow.move_to_end(scope)
            while len(self._narrow) > NARROWED:
                self._narrow.popitem(last=False)
            return self._narrow[scope]

    def _now(self) -> State:
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        told = [f.stat() for f in files if f.exists()]
        return tuple((s.st_mtime_ns, s.st_size) for s in told)
