"""One file read, in this process or in another: what comes back is small and can be sent between processes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from govdisclose.cli.failure import Failure, failure
from govdisclose.explain.lines import Line
from govdisclose.limits import Limits

if TYPE_CHECKING:
    from govdisclose.export import Exporter
    from govdisclose.result import Result

__all__ = ["Done", "Show", "Task", "not_read", "read_one", "source_name"]

Show = Literal["all", "errors", "none"]

_MOST_SHOWN = 5
_NOTE_WIDTH = 100


@frozen
class Task:
    """A file and what is asked of it."""

    path: str
    limits: Limits
    exporter: Exporter | None = None
    show: Show = "errors"
    language: str = "en"
    width: int = _NOTE_WIDTH
    error: OSError | None = None


@frozen
class Done:
    """What became of it. ``notes`` are its findings in words; ``data`` is its part of the output."""

    path: str
    failure: Failure | None = None
    organ: str | None = None
    year: int | None = None
    form: str | None = None
    read: int = 0
    asked: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    notes: tuple[Line, ...] = ()
    data: bytes = b""


def not_read(task: Task, error: Exception) -> Done:
    """The outcome of a file that raised this."""
    return Done(task.path, failure(error))


def source_name(path: str) -> str:
    """A path as text: bytes of a file name that are no characters are escaped."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def read_one(task: Task) -> Done:
    """Read a file. Never raises: a file that cannot be read must not end the run."""
    from govdisclose.findings import Severity
    from govdisclose.parsing import parse

    if task.error is not None:
        return not_read(task, task.error)
    try:
        result = parse(task.path, limits=task.limits)
        counts = result.counts()
        done = Done(
            task.path,
            None,
            result.report.organ,
            result.report.year,
            result.layout.id if result.layout is not None else None,
            result.read,
            result.selection.best.layout.asked,
            counts[Severity.ERROR],
            counts[Severity.WARNING],
            counts[Severity.INFO],
        )
        data = task.exporter.part(result, source_name(task.path)) if task.exporter is not None else b""
        return evolve(done, notes=tuple(_notes(task, result)), data=data)
    except Exception as error:
        return not_read(task, error)


def _notes(task: Task, result: Result) -> Iterable[Line]:
    from govdisclose.explain.lines import Span, line
    from govdisclose.explain.notes import finding_lines
    from govdisclose.explain.words import say
    from govdisclose.findings import Severity, count_by_severity

    order = list(Severity)
    shown = [item for item in result.findings if task.show == "all" or item.severity is Severity.ERROR]
    shown.sort(key=lambda item: order.index(item.severity))
    most = {"all": len(shown), "errors": _MOST_SHOWN, "none": 0}[task.show]
    for item in shown[:most]:
        yield from finding_lines(item, task.language, task.width, "    ")
    if most and len(shown) > most:
        rest = sum(count_by_severity(shown[most:]).values())
        more = say(task.language, "and-more", count=rest)
        yield line("      ", Span(f"{more} (--findings)", "dim"))
