"""A bar for long work, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govdisclose.cli.screen import open_console

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["progress"]


@contextmanager
def progress(console: Console, total: int) -> Iterator[Callable[[], None]]:
    """A step to call after each of ``total`` pieces of work.

    The bar stands on the console of the lines if that is a terminal, so that both go together, else on stderr.
    """
    place = console if console.is_terminal else open_console(stderr=True)
    if total < 2 or not place.is_terminal:
        yield _nothing
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    bar = Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=place, transient=True)
    with bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def _nothing() -> None:
    """No bar, no step."""
