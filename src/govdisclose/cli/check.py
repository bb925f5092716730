"""``govdisclose check``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govdisclose.cli.parse import parse_limits
from govdisclose.cli.screen import language_option, open_console, page_width, show

if TYPE_CHECKING:
    from rich.console import Console

    from govdisclose.checking import Rule, Waiver
    from govdisclose.cli.checking import CheckTask
    from govdisclose.cli.config import Config
    from govdisclose.limits import Limits
    from govdisclose.reporting import Output

__all__ = ["check_command", "chosen_rules", "chosen_successors", "interrupted", "kind_of_output"]

_INTERRUPTED = 130


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
@click.option("--to", metavar="FORMAT", help="Write all that was compared in this format. 输出格式。")
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
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), default=1, help="Processes to read with. 并行进程数。"
)
@click.option(
    "--limit", "limits", multiple=True, metavar="NAME=VALUE", help="Raise a limit, as rows=50000. 提高限制。"
)
@language_option
def check_command(
    paths: tuple[str, ...],
    before: tuple[str, ...],
    to: str | None,
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
    from govdisclose.cli.output import check_output
    from govdisclose.cli.paths import find_files, known_suffixes
    from govdisclose.cli.summary import passed_over_line

    config = load_config(Path.cwd())
    output = None if output == "-" else output
    kind = kind_of_output(to, output)
    rules = chosen_rules(selected, ignored, config)
    renamed = chosen_successors(successors or config.successors)
    for path in (*paths, *before):
        if not os.path.lexists(path):
            raise click.UsageError(f"{path!r} does not exist; give files or folders")
    allowed = parse_limits(limits)
    suffixes = known_suffixes()
    passed: Counter[str] = Counter()
    files = find_files(paths, suffixes, passed)
    if not files:
        raise click.UsageError(f"no file to read in {', '.join(map(repr, paths))}")
    accepted = _waivers(waivers or config.waivers, [item.path for item in files])
    if output is not None:
        check_output(output, [item.path for item in files])
    console = open_console(stderr=kind is not None and output is None)
    with interrupted(output):
        last = [item.path for item in find_files(before, suffixes)]
        one = len(files) == len(last) == 1 and not os.path.isdir(before[0])
        among = _by_organ(last, allowed, renamed, jobs, console, language) if last and not one else None
        from govdisclose.cli.checking import CheckTask

        tasks = [
            CheckTask(
                item.path,
                allowed,
                last[0] if one else None,
                among,
                tuple(rule.id for rule in rules),
                (),
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


def kind_of_output(to: str | None, output: str | None) -> Output | None:
    """The output that is asked for by name or by the end of the file's name. Raises ``click.UsageError``."""
    from govdisclose.reporting import OUTPUTS

    names = ", ".join(OUTPUTS)
    if to is not None:
        if to not in OUTPUTS:
            raise click.UsageError(f"--to {to}: no such output; there are {names}")
        found = OUTPUTS[to]
    elif output is not None:
        suffix = os.path.splitext(output)[1].lower()
        found = next((item for item in OUTPUTS.values() if item.suffix == suffix), None)  # type: ignore[assignment]
        if found is None:
            raise click.UsageError(f"-o {output!r}: its name does not tell the format; give --to: {names}")
    else:
        return None
    if found.binary and output is None:
        raise click.UsageError(f"--to {found.id} is no text; give -o FILE")
    return found


def chosen_rules(selected: Sequence[str], ignored: Sequence[str], config: Config) -> tuple[Rule, ...]:
    """The rules to run; what is given on the command line stands before what the configuration says."""
    from govdisclose.checking import UnknownRuleError, choose_rules, installed_rules

    # What is named on the command line stands over the project's file as a whole.
    given = bool(selected or ignored)
    select, ignore = (_split(selected), _split(ignored)) if given else (config.select, config.ignore)
    try:
        return choose_rules(installed_rules(), select, ignore)
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None


def chosen_successors(path: str | None) -> Mapping[str, str]:
    """Old names of organs with the new ones. Raises ``click.UsageError``."""
    if path is None:
        return {}
    from govdisclose.checking import SuccessorsError, read_successors
    from govdisclose.files import read_file
    from govdisclose.limits import DEFAULT_LIMITS

    try:
        content = read_file(path, DEFAULT_LIMITS)
    except OSError as error:
        raise click.UsageError(f"--successors {path!r}: {error.strerror or error}") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", "replace")  # what Excel saves in China
    try:
        return read_successors(text).renamed()
    except SuccessorsError as error:
        raise click.UsageError(f"--successors {path!r}: {error}") from None


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _waivers(path: str | None, files: Sequence[str]) -> tuple[Waiver, ...]:
    """Those of the file that is given, or else of each that stands beside the reports."""
    from govdisclose.checking import WAIVERS_FILE, WaiverError, installed_rules, load_waivers

    beside = dict.fromkeys(os.path.join(os.path.dirname(file), WAIVERS_FILE) for file in files)
    places = [path] if path is not None else [place for place in beside if os.path.isfile(place)]
    known = [rule.id for rule in installed_rules()]
    try:
        return tuple(waiver for place in places for waiver in load_waivers(place, known))
    except (WaiverError, OSError) as error:
        raise click.UsageError(f"waivers: {error}") from None


@contextmanager
def interrupted(output: str | None) -> Iterator[None]:
    """Ctrl-C ends with 130, and what cannot be written is wrong usage."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        where = repr(output) if output is not None else "stdout"
        raise click.UsageError(f"cannot write {where}: {error.strerror or error}") from None


def _by_organ(
    paths: Sequence[str],
    limits: Limits,
    renamed: Mapping[str, str],
    jobs: int,
    console: Console,
    language: str,
) -> dict[tuple[str, int], str]:
    """Last year's files by organ and year. What cannot be read or told is named."""
    from govdisclose.checking.names import folded_renames, key_now
    from govdisclose.cli.batch import run_all
    from govdisclose.cli.checking import CheckTask, Organ, read_organ
    from govdisclose.cli.failure import failure, failure_spans
    from govdisclose.cli.work import source_name
    from govdisclose.explain.lines import Span, line

    def failed(task: CheckTask, error: Exception) -> Organ:
        return Organ(task.path, failure=failure(error))

    renames = folded_renames(renamed)
    found: dict[tuple[str, int], str] = {}
    for organ in run_all(read_organ, [CheckTask(path, limits) for path in paths], jobs, failed):
        if organ.failure is not None:
            words = failure_spans(organ.failure, language)
            show(console, [line(Span("✗ ", "bad"), f"{source_name(organ.path)}  ", *words)])
        elif organ.organ is not None and organ.year is not None:
            found.setdefault((key_now(organ.organ, renames), organ.year), organ.path)
    return found


def _run(
    tasks: Sequence[CheckTask],
    jobs: int,
    kind: Output | None,
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
    from govdisclose.cli.checked import failure_line, lines_of, summary_lines, unused_line
    from govdisclose.cli.checking import check_one, not_checked
    from govdisclose.cli.output import write_output
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
    show(console, summary_lines(items, language))
    if kind is not None:
        try:
            content = kind.make(items, language)
        except GovdiscloseError as error:
            raise click.UsageError(str(error)) from None
        write_output(output, content)
    told = [entry for item in items for entry in item.checked.assessments]
    assessed = any(entry.outcome in (Outcome.HOLDS, Outcome.BROKEN) for entry in told)
    if unread or not assessed:
        return 3
    weighs = {Severity.ERROR, Severity.WARNING} | ({Severity.INFO} if strict else set())
    return int(any(entry.outcome is Outcome.BROKEN and entry.severity in weighs for entry in told))
