"""One report checked, in this process or in another."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from govdisclose.checking import Checked, UnknownRuleError, check, choose_rules, installed_rules
from govdisclose.cli.failure import Failure, failure
from govdisclose.limits import Limits
from govdisclose.result import Result

__all__ = [
    "CheckDone",
    "CheckTask",
    "Organ",
    "ReadDone",
    "check_one",
    "not_checked",
    "read_organ",
    "read_result",
]


@frozen
class Organ:
    """Whose report a file is, as far as it says so; ``failure`` where it cannot be read."""

    path: str
    organ: str | None = None
    year: int | None = None
    failure: Failure | None = None


@frozen
class CheckTask:
    """A file and what is asked of it. ``before`` are files of last year's reports by organ and year, or one file."""

    path: str
    limits: Limits
    before: str | None = None
    among: Mapping[tuple[str, int], str] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    scope: str | None = None
    renamed: Mapping[str, str] | None = None
    keep: bool = False
    error: OSError | None = None


@frozen
class CheckDone:
    """What became of it. ``result`` is kept only where it was asked for; ``unpaired``: no report of last year was found."""

    path: str
    failure: Failure | None = None
    checked: Checked | None = None
    result: Result | None = None
    errors: int = 0
    unpaired: bool = False


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
        path = task.before or _before(task, result)
        try:
            before = parse(path, limits=task.limits) if path is not None else None
        except Exception as error:  # it is last year's file that cannot be read
            return CheckDone(path or task.path, failure(error))
        checked = check(
            result,
            before=before,
            rules=choose_rules(installed_rules(), task.select, task.ignore),
            scope=task.scope,
            renamed=task.renamed,
        )
        return CheckDone(
            task.path,
            None,
            checked,
            result if task.keep else None,
            result.counts()[Severity.ERROR],
            task.among is not None and path is None,
        )
    except UnknownRuleError:
        raise
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
        return ReadDone(task.path, parse(task.path, limits=task.limits))
    except Exception as error:
        return ReadDone(task.path, failure=failure(error))


def _before(task: CheckTask, result: Result) -> str | None:
    from govdisclose.checking.names import folded_renames, key_now

    organ, year = result.report.organ, result.report.year
    if not task.among or organ is None or year is None:
        return None
    return task.among.get((key_now(organ, folded_renames(task.renamed or {})), year - 1))
