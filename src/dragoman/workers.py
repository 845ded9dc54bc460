"""The part of the walk that sees one article at a time, shared among processes; what comes back is in order.

read_paths(record, ["presse/"], analysis=share_work(4)) → the record that one process would have written.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeAlias

from dragoman.analysis import Analysis, Note, analyse
from dragoman.extract import Claims
from dragoman.model.articles import Article, SetAside
from dragoman.model.documents import Document

# What one worker is given at a time, in characters: some three articles, a fraction of a second.
CHUNK = 16_000
# A worker takes seconds to start: so much text is read faster without any.
FEW = 400_000
# Chunks under way for each worker: one in work, the others ready or waiting to be written.
AHEAD = 3
# How often a chunk is begun again beside others before its articles are read alone.
TRIES = 1
KILLED = "the analysis was killed from outside or for want of memory: read it alone, with --jobs 1"

Analysed: TypeAlias = "tuple[Document, Claims] | SetAside"
Work = Callable[[list[Article]], list[Analysed]]


def share_work(jobs: int | None = None) -> Analysis:
    """The analysis by `jobs` processes; None for one a core, and for this one alone where there is little to read.

    Documents come back without their tokens, which nothing after the analysis asks for.
    """

    def shared(articles: Iterable[Article], on_aside: Note) -> Iterator[tuple[Document, Claims]]:
        articles = iter(articles)
        count = jobs or cores()
        first: list[Article] = []
        if jobs is None and count > 1:
            first, more = _begin(articles)
            count = count if more else 1
        articles = chain(first, articles)
        if count == 1:
            yield from analyse(articles, on_aside)
            return
        for found in in_processes(count, articles):
            if isinstance(found, SetAside):
                on_aside(found)
            else:
                yield found

    return shared


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def analyse_chunk(articles: list[Article]) -> list[Analysed]:
    """What a worker does."""
    out: list[Analysed] = []
    for document, claims in analyse(articles, out.append):
        document.tokens = []
        out.append((document, claims))
    return out


def in_processes(
    jobs: int, articles: Iterable[Article], work: Work = analyse_chunk, chunk: int = CHUNK
) -> Iterator[Analysed]:
    """The results of `work` on all articles, in order, whatever becomes of the workers."""
    crew = Crew(jobs, work)
    try:
        for piece in chunks(articles, chunk):
            crew.give(piece)
            if len(crew.tasks) >= jobs * AHEAD:
                yield from crew.take()
        while crew.tasks:
            yield from crew.take()
    finally:
        crew.dismiss()


def _begin(articles: Iterator[Article]) -> tuple[list[Article], bool]:
    """The first articles, and whether there is more text than FEW."""
    first: list[Article] = []
    size = 0
    for article in articles:
        first.append(article)
        size += len(article.text)
        if size > FEW:
            return first, True
    return first, False


def chunks(articles: Iterable[Article], limit: int = CHUNK) -> Iterator[list[Article]]:
    """The articles in order, each chunk ended by the one that reaches `limit` characters."""
    chunk: list[Article] = []
    size = 0
    for article in articles:
        chunk.append(article)
        size += len(article.text)
        if size >= limit:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


@dataclass(slots=True)
class _Task:
    articles: list[Article]
    future: Future[list[Analysed]]


class Crew:
    """`jobs` workers and what they were given, oldest first. A worker that dies takes its companions along (so the
    standard library has it): all that was under way is then given to new ones."""

    def __init__(self, jobs: int, work: Work) -> None:
        self.jobs, self.work = jobs, work
        self.tasks: deque[_Task] = deque()
        self._hire()

    def give(self, articles: list[Article]) -> None:
        """One more task, behind the others."""
        self.tasks.append(_Task(articles, self._submit(articles)))

    def take(self) -> list[Analysed]:
        """The results of the oldest task."""
        task = self.tasks[0]
        for _ in range(1 + TRIES):
            try:
                found = task.future.result()
            except BrokenProcessPool:
                self._begin_again()
            else:
                self.tasks.popleft()
                return found
        self.tasks.popleft()
        try:
            return self._alone(task.articles)
        finally:
            self._begin_again()

    def dismiss(self) -> None:
        """Whatever the workers are at, they go at once: what they know and have not told is in the articles."""
        self.leash.close()
        self.pool.shutdown(wait=True, cancel_futures=True)
        self.end.close()

    def _alone(self, articles: list[Article]) -> list[Analysed]:
        """One article at a time and nothing beside it, so that the one that kills a worker is known."""
        found: list[Analysed] = []
        self._renew()
        for article in articles:
            try:
                found += self._submit([article]).result()
            except BrokenProcessPool:
                found.append(SetAside(article.path or article.name, KILLED))
                self._renew()
        return found

    def _begin_again(self) -> None:
        self._renew()
        for task in self.tasks:
            if not task.future.done() or task.future.cancelled() or task.future.exception():
                task.future = self._submit(task.articles)

    def _submit(self, articles: list[Article]) -> Future[list[Analysed]]:
        with _deaf():
            try:
                return self.pool.submit(self.work, articles)
            except (
                BrokenProcessPool
            ) as e:  # found dead before anything was asked of it: as if it died at work
                broken: Future[list[Analysed]] = Future()
                broken.set_exception(e)
                return broken

    def _hire(self) -> None:
        # Not forked: this process may have threads (the bar has), and a copy of a thread's lock never opens.
        context = get_context("spawn")
        self.end, self.leash = context.Pipe(duplex=False)
        self.pool = ProcessPoolExecutor(
            self.jobs, mp_context=context, initializer=_settle, initargs=(self.end,)
        )

    def _renew(self) -> None:
        self.dismiss()
        self._hire()


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C goes to a whole group of processes: those started here never hear it, this one hears it after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle(end: Connection) -> None:
    """In a new worker: it goes when the other end of the leash is closed, or is gone with the process that hired it."""

    def follow() -> None:
        with suppress(EOFError, OSError):
            end.recv_bytes()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
