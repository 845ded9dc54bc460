"""Selections that were made lately, kept until the record changes: a filter is answered without asking it again.

shelf.selection(Scope(known_by="2019-02")) → read once; again after `dragoman read` has added articles.
"""

from __future__ import annotations

import contextlib
import gc
import threading
from collections import OrderedDict
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from dragoman.model.errors import DragomanError
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
        self._whole: OrderedDict[Scope, Future[Selection]] = OrderedDict()
        self._narrow: OrderedDict[Scope, Selection] = OrderedDict()

    def open(self, *, write: bool = False) -> Record:
        """The record; the caller closes it."""
        return open_record(self.path, write=write)

    def selection(self, scope: Scope) -> Selection:
        """All that lies within `scope`, as the record is now."""
        held = self._read(Scope(as_of=scope.as_of, known_by=scope.known_by))
        with self._lock:
            known = self._narrow.get(scope)
        if known is not None and known.every_claim is held.every_claim:  # of the same reading
            return known
        part = narrow(held, scope)
        with self._lock:
            self._narrow[scope] = part
            _shorten(self._narrow, NARROWED)
        return part

    def read_ahead(self) -> None:
        """Read the whole record, for those who will ask. What is wrong with it is told to them."""
        with contextlib.suppress(DragomanError):
            self.selection(Scope())

    def _read(self, scope: Scope) -> Selection:
        """Read once, however many ask meanwhile; who asks for another view does not wait for this one."""
        with self._lock:
            state = self._now()
            if state != self._state:
                self._whole.clear()
                self._narrow.clear()
                self._state = state
            future = self._whole.get(scope)
            mine = future is None
            if future is None:
                future = self._whole[scope] = Future()
            self._whole.move_to_end(scope)
            _shorten(self._whole, KEPT)
        if mine:
            try:
                future.set_result(self._select(scope))
            except BaseException as error:
                with self._lock:
                    if self._whole.get(scope) is future:
                        del self._whole[scope]
                future.set_exception(error)
        return future.result()

    def _select(self, scope: Scope) -> Selection:
        """What lies within `scope`. It is kept long and has no cycles: the collector need not look at it again."""
        gc.disable()
        try:
            with self.open() as record:
                return select(record, scope)
        finally:
            gc.freeze()
            gc.enable()

    def _now(self) -> State:
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        told = []
        for file in files:
            with contextlib.suppress(FileNotFoundError):  # the log goes when the last writer closes
                told.append(file.stat())
        return tuple((s.st_mtime_ns, s.st_size) for s in told)


def _shorten(held: OrderedDict[Scope, Any], most: int) -> None:
    while len(held) > most:
        held.popitem(last=False)
