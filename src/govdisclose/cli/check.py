"""``govdisclose check``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govdisclose.cli.chosen import chosen_rules, chosen_successors, chosen_waivers
from govdisclose.cli.formats import chosen_format, to_option
from govdisclose.cli.options import check_paths, jobs_option, limits_option, parse_limits
from govdisclose.cli.screen import language_option, open_console, page_width, show

if TYPE_CHECKING:
    from rich.console import Console

    from govdisclose.checking import Waiver
    from govdisclose.cli.checking import CheckTask
    from govdisclose.reporting import Item, Output

__all__ = ["check_command"]


def _outputs() -> Mapping[str, Output[Sequence[Item]]]:
    from govdisclose.reporting import OUTPUTS

    return OUTPUTS


@click.command(
    "check",
    epilog="Exit status: 0 checked, nothing wrong; 1 something does not hold (of severity error or warning; with "
    "--strict also info); 2 wrong usage, also a malformed waiver file; 3 some file unreadable, or nothing could be "
    "assessed.\n\n"
    "退出状态：0 已核对且无不符；1 有不符（加 --strict 时含提示级）；2 用法错误或豁免文件有误；"
    "3 有文件无法读取，或没有任何可判断的内容。",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--before",
    multiple=True,
    metavar="PATH",
    help="Last year's report, or a folder of them, paired by organ and year. 上年报告或其文件夹。",
)
@to_option(_outputs, "Write all that was compared in this format. 输出格式。")
@click.option("-o", "--output", metavar="FILE", help="Write it to FILE, whole or not at all. 输出文件。")
@click.option(
    "--select",
    "selected",
    multiple=True,
    metavar="RULES",
    help="Only these rules, as prose,year. 只用这些规则。",
)
@click.option("--ignore", "ignored", multiple=True, metavar="RULES", help="Not these rules. 不用这些规则。")
@click.option("--strict", is_flag=True, help="Exit with 1 for infos too. 提示级也计入退出状态。")
@click.option("--waivers", metavar="FILE", help="What is accepted, in TOML. 豁免文件。")
@click.option("--successors", metavar="FILE", help="Renamed organs: old, new, year (CSV). 更名表。")
@click.option(
    "--scope",
    type=click.Choice(["organ", "area"]),
    help="Whose numbers they are: the organ's own, or a whole area's. 数据口径：本机关或本地区。",
)
@click.option("--all", "show_all", is_flag=True, help="Show also what holds. 同时显示相符的内容。")
@click.option("-q", "--quiet", is_flag=True, help="Show the last line only. 只显示汇总。")
@jobs_option
@limits_option
@language_option
def check_command(
    paths: tuple[str, ...],
    before: tuple[str, ...],
    to: Output[Sequence[Item]] | None,
    output: str | None,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    strict: bool,
    waivers: str | None,
    successors: str | None,
    scope: str | None,
    show_all: bool,
    quiet: bool,
    jobs: int,
    limits: tuple[str, ...],
    language: str,
) -> None:
    """Check reports: prose against tables, sums, form, period, and last year's report.

    Each number that was compared is kept, also where it agrees. Nothing in a report is changed; what ``parse`` says
    of how a file was read stays with ``parse``.

    核对报告：正文与表格、表内勾稽、格式、统计期限，以及与上年报告的衔接。
    """
    from govdisclose.cli.config import load_config
    from govdisclose.cli.lastyear import by_organ
    from govdisclose.cli.output import check_output, interrupted
    from govdisclose.cli.paths import find_files, known_suffixes
    from govdisclose.cli.summary import passed_over_line

    config = load_config(Path.cwd())
    output = None if output == "-" else output
    kind = chosen_format(_outputs(), to, output)
    rules = chosen_rules(selected, ignored, config)
    renamed = chosen_successors(successors or config.successors)
    check_paths((*paths, *before))
    allowed = parse_limits(limits)
    suffixes = known_suffixes()
    passed: Counter[str] = Counter()
    files = find_files(paths, suffixes, passed)
    if not files:
        raise click.UsageError(f"no file to read in {', '.join(map(repr, paths))}")
    accepted = chosen_waivers(waivers or config.waivers, [item.path for item in files])
    if output is not None:
        check_output(output, [item.path for item in files])
    console = open_console(stderr=kind is not None and output is None)
    with interrupted(output):
        last = find_files(before, suffixes)
        one = len(files) == len(last) == 1 and not os.path.isdir(before[0])
        among = by_organ(last, allowed, renamed, jobs, console, language) if last and not one else None
        from govdisclose.cli.checking import CheckTask

        tasks = [
            CheckTask(
                item.path,
                allowed,
                last[0].path if one else None,
                among,
                tuple(rule.id for rule in rules),
                scope,
                renamed,
                kind is not None and kind.needs_result,
                item.error,
            )
            for item in files
        ]
        status = _run(
            tasks,
            jobs,
            kind,
            output,
            console,
            language,
            accepted,
            strict=strict,
            show_all=show_all,
            quiet=quiet,
        )
        if passed:
            show(console, [passed_over_line(passed, language)])
    sys.exit(status)


def _run(
    tasks: Sequence[CheckTask],
    jobs: int,
    kind: Output[Sequence[Item]] | None,
    output: str | None,
    console: Console,
    language: str,
    waivers: Sequence[Waiver],
    *,
    strict: bool,
    show_all: bool,
    quiet: bool,
) -> int:
    from govdisclose.checking import Outcome, Severity, waive
    from govdisclose.cli.batch import run_all
    from govdisclose.cli.checked import failure_line, lines_of, summary_lines, twice_lines, unused_line
    from govdisclose.cli.checking import check_one, not_checked
    from govdisclose.cli.output import open_output
    from govdisclose.cli.progress import progress
    from govdisclose.cli.work import source_name
    from govdisclose.errors import GovdiscloseError
    from govdisclose.reporting import Item

    items: list[Item] = []
    unread = False
    with progress(console, len(tasks)) as step:
        for done in run_all(check_one, tasks, jobs, not_checked):
            step()
            if done.failure is not None or done.checked is None:
                unread = True
                show(console, failure_line(done, language))
                continue
            waived = waive(done.checked, waivers)
            item = Item(source_name(done.path), waived.checked, done.result)
            items.append(item)
            if not quiet:
                show(console, lines_of(item, done, language, page_width(console), show_all=show_all))
                show(console, (unused_line(waiver, language) for waiver in waived.unused))
    show(console, twice_lines(items, language))
    show(console, summary_lines(items, language))
    if kind is not None:
        try:
            content = kind.make(items, language)
        except GovdiscloseError as error:
            raise click.UsageError(str(error)) from None
        with open_output(output) as file:
            file.write(content)
    told = [entry for item in items for entry in item.checked.assessments]
    assessed = any(entry.outcome in (Outcome.HOLDS, Outcome.BROKEN) for entry in told)
    if unread or not assessed:
        return 3
    weighs = {Severity.ERROR, Severity.WARNING} | ({Severity.INFO} if strict else set())
    return int(any(entry.outcome is Outcome.BROKEN and entry.severity in weighs for entry in told))
