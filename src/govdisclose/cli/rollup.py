"""``govdisclose rollup``."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from govdisclose.cli.chosen import chosen_successors
from govdisclose.cli.formats import chosen_format, to_option
from govdisclose.cli.options import check_paths, jobs_option, limits_option, parse_limits
from govdisclose.cli.screen import language_option, open_console, page_width, show

if TYPE_CHECKING:
    from rich.console import Console

    from govdisclose.cli.checking import CheckTask, ReadDone
    from govdisclose.cli.paths import Found
    from govdisclose.limits import Limits
    from govdisclose.reporting import Output
    from govdisclose.reporting.rolled import Sourced
    from govdisclose.result import Result

__all__ = ["rollup_command"]

_LARGEST_LIST = 1_000_000  # bytes


def _outputs() -> Mapping[str, Output[Sourced]]:
    from govdisclose.reporting.rolled import ROLLED_OUTPUTS

    return ROLLED_OUTPUTS


@click.command(
    "rollup",
    epilog="Exit status: 0 all that could be told holds; 1 something does not; 2 wrong usage; 3 the parent's report or a "
    "child's cannot be read, or nothing could be told.\n\n"
    "退出状态：0 可判断的均相符；1 有不符；2 用法错误；3 本级或下级报告无法读取，或没有可判断的内容。",
)
@click.argument("parent", metavar="PARENT")
@click.argument("children", nargs=-1, required=True, metavar="CHILD…")
@click.option(
    "--expect", metavar="FILE", help="Names of the organs below, one a line. 下级单位名单，每行一个。"
)
@click.option("--successors", metavar="FILE", help="Renamed organs: old, new, year (CSV). 更名表。")
@to_option(_outputs, "Write the whole in this format. 输出格式。")
@click.option("-o", "--output", metavar="FILE", help="Write it to FILE, whole or not at all. 输出文件。")
@jobs_option
@limits_option
@language_option
def rollup_command(
    parent: str,
    children: tuple[str, ...],
    expect: str | None,
    successors: str | None,
    to: Output[Sourced] | None,
    output: str | None,
    jobs: int,
    limits: tuple[str, ...],
    language: str,
) -> None:
    """Hold a parent's report against those of the organs below: sums, who is missing, and what explains the rest.

    PARENT is the report of a government, each CHILD a report or a folder of them.

    汇总核对：本级报告与下级单位报告逐格相加比较，列出缺报单位和可能的原因。
    """
    from govdisclose.cli.output import check_output, interrupted, open_output
    from govdisclose.cli.paths import Found, find_files, known_suffixes
    from govdisclose.cli.rolled import rolled_lines

    check_paths((parent, *children))
    output = None if output == "-" else output
    kind = chosen_format(_outputs(), to, output)
    allowed = parse_limits(limits)
    place = os.path.realpath(parent)
    files = [item for item in find_files(children, known_suffixes()) if os.path.realpath(item.path) != place]
    if not files:
        raise click.UsageError(f"no file to read in {', '.join(map(repr, children))}")
    names = _names(expect)
    renamed = chosen_successors(successors)
    if output is not None:
        check_output(output, [parent, *(item.path for item in files)])
    console = open_console(stderr=kind is not None and output is None)
    with interrupted(output):
        from govdisclose.checking import roll_up

        (own, *below), unread = _read([Found(parent), *files], allowed, jobs, console, language)
        if own is None:
            sys.exit(3)
        pairs = [
            (path, result)
            for path, result in zip((item.path for item in files), below, strict=True)
            if result
        ]
        rolled = roll_up(own, pairs, expected=names, renamed=renamed)
        show(console, rolled_lines(rolled, parent, language, page_width(console)))
        if kind is not None:
            with open_output(output) as file:
                file.write(kind.make((rolled, parent), language))
    outcomes = {cell.outcome.value for cell in rolled.cells}
    if unread or not outcomes & {"holds", "broken"}:
        sys.exit(3)
    sys.exit(int(any(cause.severity.value != "info" for cause in rolled.causes)))


def _names(path: str | None) -> list[str]:
    """The names of a list, one a line. Raises ``click.UsageError``."""
    if path is None:
        return []
    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST_LIST + 1)
    except OSError as error:
        raise click.UsageError(f"--expect {path!r}: {error.strerror or error}") from None
    if len(content) > _LARGEST_LIST:
        raise click.UsageError(
            f"--expect {path!r}: more than {_LARGEST_LIST:,} bytes; expected a list of names"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", "replace")
    names = [line.strip() for line in text.splitlines() if line.strip()]
    if not names:
        raise click.UsageError(f"--expect {path!r} is empty; expected names of organs, one a line")
    return names


def _read(
    files: list[Found], limits: Limits, jobs: int, console: Console, language: str
) -> tuple[list[Result | None], bool]:
    from govdisclose.cli.batch import run_all
    from govdisclose.cli.checking import CheckTask, ReadDone, read_result
    from govdisclose.cli.failure import failure, failure_spans
    from govdisclose.cli.progress import progress
    from govdisclose.cli.work import source_name
    from govdisclose.explain.lines import Span, line

    def failed(task: CheckTask, error: Exception) -> ReadDone:
        return ReadDone(task.path, failure=failure(error))

    found: list[Result | None] = []
    unread = False
    tasks = [CheckTask(item.path, limits, error=item.error) for item in files]
    with progress(console, len(tasks)) as step:
        for done in run_all(read_result, tasks, jobs, failed):
            step()
            found.append(done.result)
            if done.failure is not None:
                unread = True
                words = failure_spans(done.failure, language)
                show(console, [line(Span("✗ ", "bad"), f"{source_name(done.path)}  ", *words)])
    return found, unread
