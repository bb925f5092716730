"""Many files, in this process or in several; outcomes come in the order of the files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

__all__ = ["run_all"]

_AHEAD = 4  # files given out a process, so that a long run does not hold all outcomes
_Task = TypeVar("_Task")
_Done = TypeVar("_Done")
_Work = Callable[[_Task], _Done]


def run_all(
    work: _Work[_Task, _Done],
    tasks: Sequence[_Task],
    jobs: int,
    failed: Callable[[_Task, Exception], _Done],
) -> Iterator[_Done]:
    """Do every task. ``failed`` is the outcome of one whose process was killed."""
    if jobs == 1 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    done = 0
    try:
        for outcome in _pooled(work, tasks, min(jobs, len(tasks))):
            yield outcome
            done += 1
    except BrokenProcessPool:
        # A process was killed, most likely for its memory. Each file left gets one of its own.
        for task in tasks[done:]:
            try:
                yield from _pooled(work, [task], 1)
            except BrokenProcessPool:
                yield failed(task, OSError(0, "the process that read the file was killed"))


def _pooled(work: _Work[_Task, _Done], tasks: Sequence[_Task], jobs: int) -> Iterator[_Done]:
    # not forked: the progress bar has a thread, and a fork copies its locks as they stand
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    waiting: deque[Future[_Done]] = deque()
    try:
        for task in tasks:
            waiting.append(executor.submit(work, task))
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
