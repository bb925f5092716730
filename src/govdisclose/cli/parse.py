"""``govdisclose parse``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from govdisclose.cli.formats import chosen_format, to_option
from govdisclose.cli.options import check_paths, jobs_option, limits_option, parse_limits
from govdisclose.cli.screen import language_option, open_console, page_width, show

if TYPE_CHECKING:
    from rich.console import Console

    from govdisclose.cli.work import Done, Show, Task
    from govdisclose.export import Exporter

__all__ = ["parse_command"]


def _exporters() -> Mapping[str, Exporter]:
    from govdisclose.export import EXPORTERS

    return EXPORTERS


@click.command(
    "parse",
    epilog="Exit status: 0 no errors; 1 findings of severity error; 2 wrong usage; 3 some file unreadable "
    "(also where others have errors).\n\n"
    "退出状态：0 全部正常；1 有错误级发现；2 用法错误；3 有文件无法读取。",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@to_option(_exporters, "Write the data in this format. 输出格式。")
@click.option(
    "-o", "--output", metavar="FILE", help="Write the data to FILE, whole or not at all. 输出文件。"
)
@click.option("--excel", is_flag=True, help="CSV that Excel opens right (UTF-8 with BOM). 供Excel打开的CSV。")
@click.option("--findings", "show_all", is_flag=True, help="Show every finding. 显示全部发现。")
@click.option("-q", "--quiet", is_flag=True, help="Show no findings, only a line a report. 不显示发现。")
@jobs_option
@limits_option
@language_option
def parse_command(
    paths: tuple[str, ...],
    to: Exporter | None,
    output: str | None,
    excel: bool,
    show_all: bool,
    quiet: bool,
    jobs: int,
    limits: tuple[str, ...],
    language: str,
) -> None:
    """Read reports: files, and folders with all in them. One line a report.

    Without -o the data go to stdout and the lines to stderr. JSON of one file is an object, of several or of a
    folder an array. Errors are shown, five a file; --findings shows all findings.

    读取报告文件或文件夹，每份报告显示一行。
    """
    from govdisclose.cli.output import check_output, interrupted
    from govdisclose.cli.paths import find_files, known_suffixes
    from govdisclose.cli.summary import passed_over_line
    from govdisclose.cli.work import Task

    if show_all and quiet:
        raise click.UsageError("--findings and --quiet contradict each other; give one of them")
    output = None if output == "-" else output
    exporter = _chosen(to, output, excel)
    check_paths(paths)
    allowed = parse_limits(limits)
    suffixes = known_suffixes()
    passed: Counter[str] = Counter()
    files = find_files(paths, suffixes, passed)
    if not files:
        looked = ", ".join(sorted(suffixes))
        raise click.UsageError(f"no file to read in {', '.join(map(repr, paths))}; looked for {looked}")
    if output is not None:
        check_output(output, [item.path for item in files])
    console = open_console(stderr=exporter is not None and output is None)
    shown: Show = "all" if show_all else "none" if quiet else "errors"
    tasks = [
        Task(item.path, allowed, exporter, shown, language, page_width(console), item.error) for item in files
    ]
    as_array = len(paths) > 1 or os.path.isdir(paths[0])
    with interrupted(output):
        status = _run(tasks, jobs, output, as_array, console, language)
        if passed:
            show(console, [passed_over_line(passed, language)])
    sys.exit(status)


def _chosen(to: Exporter | None, output: str | None, excel: bool) -> Exporter | None:
    formats = _exporters()
    excels = [item for item in formats.values() if item.spreadsheet is not None]
    found = chosen_format(formats, to or (excels[0] if excel and output is None else None), output)
    if found is None or not excel:
        return found
    if found.spreadsheet is None:
        names = ", ".join(item.id.upper() for item in excels)
        raise click.UsageError(f"--excel is for {names}, not for {found.id}")
    return found.spreadsheet


def _run(
    tasks: Sequence[Task], jobs: int, output: str | None, as_array: bool, console: Console, language: str
) -> int:
    from govdisclose.cli.batch import run_all
    from govdisclose.cli.output import open_output
    from govdisclose.cli.progress import progress
    from govdisclose.cli.summary import head_line, report_line, total_line, unchecked_line
    from govdisclose.cli.work import not_read, read_one

    columns = page_width(console) if console.is_terminal else None
    outcomes = [0, 0, 0, 0]
    exporter = tasks[0].exporter
    with ExitStack() as stack:
        if exporter is not None:
            add = stack.enter_context(exporter.join(stack.enter_context(open_output(output)), as_array))
        step = stack.enter_context(progress(console, len(tasks)))
        head = True
        for done in run_all(read_one, tasks, jobs, not_read):
            if done.failure is None and head:
                show(console, [head_line(language, columns)])
                head = False
            show(console, [report_line(done, language, columns), *done.notes])
            if exporter is not None and done.failure is None:
                add(done.data)
            outcomes[_rank(done)] += 1
            step()
    if len(tasks) > 1:
        show(console, [total_line(outcomes, language)])
    if outcomes[0] and tasks[0].show != "none":  # a clean report is no checked one
        show(console, [unchecked_line(language)])
    return 3 if outcomes[3] else 1 if outcomes[2] else 0


def _rank(done: Done) -> int:
    return 3 if done.failure is not None else 2 if done.errors else 1 if done.warnings else 0
