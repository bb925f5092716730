"""One report checked, in this process or in another."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from govdisclose.checking import Checked, check, installed_rules
from govdisclose.cli.failure import Failure, failure
from govdisclose.limits import Limits
from govdisclose.result import Result

__all__ = [
    "CheckDone",
    "CheckTask",
    "LastYear",
    "Organ",
    "ReadDone",
    "check_one",
    "not_checked",
    "read_organ",
    "read_result",
]


LastYear = Mapping[tuple[str, int], tuple[str, ...]]
"""Files by organ and year; two of one organ and year are no pair for anybody."""


@frozen
class Organ:
    """Whose report a file is, as far as it says so; ``failure`` where it cannot be read."""

    path: str
    organ: str | None = None
    year: int | None = None
    failure: Failure | None = None


@frozen
class CheckTask:
    """A file and what is asked of it. ``before`` is last year's file; ``among`` those that it may be, by organ and year."""

    path: str
    limits: Limits
    before: str | None = None
    among: LastYear | None = None
    rules: tuple[str, ...] = ()
    scope: str | None = None
    renamed: Mapping[str, str] | None = None
    keep: bool = False
    error: OSError | None = None


@frozen
class CheckDone:
    """What became of it. ``result`` is kept only where it was asked for; ``unpaired`` is the reason for which it was held
    against no report of last year, where there are some.
    """

    path: str
    failure: Failure | None = None
    checked: Checked | None = None
    result: Result | None = None
    errors: int = 0
    unpaired: str = ""


def not_checked(task: CheckTask, error: Exception) -> CheckDone:
    """The outcome of a file that raised this."""
    return CheckDone(task.path, failure(error))


def check_one(task: CheckTask) -> CheckDone:
    """Check a file. Never raises: a file that cannot be read must not end the run."""
    from govdisclose.findings import Severity
    from govdisclose.parsing import parse

    if task.error is not None:
        return not_checked(task, task.error)
    try:
        result = parse(task.path, limits=task.limits)
        path, unpaired = (task.before, "") if task.among is None else _before(task, result)
        try:
            before = parse(path, limits=task.limits) if path is not None else None
        except Exception as error:  # it is last year's file that cannot be read
            return CheckDone(path or task.path, failure(error))
        checked = check(
            result,
            before=before,
            rules=[rule for rule in installed_rules() if rule.id in task.rules],
            scope=task.scope,
            renamed=task.renamed,
        )
        return CheckDone(
            task.path,
            None,
            checked,
            result if task.keep else None,
            result.counts()[Severity.ERROR],
            unpaired,
        )
    except Exception as error:
        return not_checked(task, error)


def read_organ(task: CheckTask) -> Organ:
    """Whose report a file is."""
    from govdisclose.parsing import parse

    try:
        if task.error is not None:
            raise task.error
        report = parse(task.path, limits=task.limits).report
    except Exception as error:
        return Organ(task.path, failure=failure(error))
    return Organ(task.path, report.organ, report.year)


@frozen
class ReadDone:
    """A report as read, or why it was not."""

    path: str
    result: Result | None = None
    failure: Failure | None = None


def read_result(task: CheckTask) -> ReadDone:
    """The report of a file, whole."""
    from govdisclose.parsing import parse

    try:
        if task.error is not None:
            raise task.error
        return ReadDone(task.path, parse(task.path, limits=task.limits))
    except Exception as error:
        return ReadDone(task.path, failure=failure(error))


def _before(task: CheckTask, result: Result) -> tuple[str | None, str]:
    """The one file of last year, or why there is none."""
    from govdisclose.checking.names import folded_renames, key_now

    organ, year = result.report.organ, result.report.year
    if not task.among or organ is None or year is None:
        return (
            None,
            "organ-unknown" if organ is None else "year-unknown" if year is None else "no-year-before",
        )
    found = task.among.get((key_now(organ, folded_renames(task.renamed or {})), year - 1), ())
    if len(found) == 1:
        return found[0], ""
    return None, "duplicate" if found else "no-year-before"
