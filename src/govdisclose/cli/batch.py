"""Many files, in this process or in several; outcomes come in the order of the files."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from govdisclose.cli.work import Done, Task, not_read, read_one

__all__ = ["read_all"]

_AHEAD = 4  # files given out a process, so that a long run does not hold all outcomes


def read_all(tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    """Read every file."""
    if jobs == 1 or len(tasks) < 2:
        yield from map(read_one, tasks)
        return
    done = 0
    try:
        for outcome in _pooled(tasks, min(jobs, len(tasks))):
            yield outcome
            done += 1
    except BrokenProcessPool:
        # A process was killed, most likely for its memory. Each file left gets one of its own.
        for task in tasks[done:]:
            try:
                yield from _pooled([task], 1)
            except BrokenProcessPool:
                yield not_read(task, OSError(0, "the process that read the file was killed"))


def _pooled(tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    # not forked: the progress bar has a thread, and a fork copies its locks as they stand
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    waiting: deque[Future[Done]] = deque()
    try:
        for task in tasks:
            waiting.append(executor.submit(read_one, task))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that waits."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
