"""``govdisclose blank`` and ``render``: the official form, empty or filled."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from govdisclose.cli.screen import language_option, open_console, show

if TYPE_CHECKING:
    from govdisclose.document import Document, Writer
    from govdisclose.export import Exported
    from govdisclose.grammar.layout import Layout
    from govdisclose.render import Misfit

__all__ = ["blank_command", "render_command"]

_F = TypeVar("_F", bound=Callable[..., object])

_REFUSED, _UNREADABLE = 1, 3
_STATUS_ZH = "退出状态：0 已写出；1 表格无法容纳（--as-form）；2 用法错误；3 文件无法读取。"


def _output_options(function: _F) -> _F:
    output = click.option(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="Write to FILE: .docx, .odt, .html or .txt. 输出文件。",
    )
    force = click.option("--force", is_flag=True, help="Replace FILE if it exists. 覆盖已有文件。")
    return output(force(function))


@click.command("blank", epilog="Exit status: 0 written; 2 wrong usage.\n\n退出状态：0 已写出；2 用法错误。")
@click.argument("identifier", metavar="LAYOUT")
@click.option("--organ", metavar="NAME", help="The organ, for the title. 机关名称。")
@click.option("--year", type=click.IntRange(2000, 2099), help="The year reported on. 报告年度。")
@_output_options
def blank_command(identifier: str, organ: str | None, year: int | None, output: str, force: bool) -> None:
    """The official form, empty, as cn-2021. The suffix of FILE tells the format.

    生成空白的官方格式表。
    """
    from govdisclose.render import blank

    layout = _layout(identifier)
    writer = _check(output, force, [])
    _write(blank(layout, organ=organ, year=year), writer, output)


@click.command(
    "render",
    epilog="Exit status: 0 written; 1 the form cannot hold the report (--as-form); 2 wrong usage; 3 records.json is "
    f"unreadable.\n\n{_STATUS_ZH}",
)
@click.argument("path", metavar="RECORDS.JSON", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--layout", "identifier", metavar="ID", help="Another form than the report's own. 改用其他格式。"
)
@click.option(
    "--as-form", is_flag=True, help="Refuse what the form cannot hold. 表格无法容纳的内容一律拒绝。"
)
@_output_options
@language_option
def render_command(
    path: str, identifier: str | None, as_form: bool, output: str, force: bool, language: str
) -> None:
    """A report in the official form, from what `parse --to json` wrote; - is stdin.

    What has no place in the form, or stands there as something else than a number, is listed on stderr. With
    --as-form nothing is written then.

    用导出的JSON生成填好的官方格式报告。
    """
    from govdisclose.render import misfits, render

    writer = _check(output, force, [path] if path != "-" else [])
    exported = _exported(path, language)
    if identifier is None and exported.layout is None:
        raise click.UsageError(f"{path!r} does not say its form, as two fit it; give --layout")
    layout = _layout(identifier or exported.layout or "")
    left = misfits(exported.report, layout, entries=exported.entries)
    _tell(left, layout, language, refused=as_form)
    if as_form and left:
        sys.exit(_REFUSED)
    _write(render(exported.report, layout, entries=exported.entries), writer, output)


def _layout(identifier: str) -> Layout:
    from govdisclose import registry

    layouts = {layout.id: layout for layout in registry.layouts()}
    if identifier not in layouts:
        raise click.UsageError(f"no layout {identifier!r}; installed are {', '.join(layouts)}")
    return layouts[identifier]


def _check(output: str, force: bool, inputs: Sequence[str]) -> Writer:
    """The writer for the file. Refuses one that is there, unless it is to be replaced."""
    from govdisclose import registry
    from govdisclose.cli.output import check_output

    suffix = os.path.splitext(output)[1].lower()
    writers = {known: writer for writer in registry.writers() for known in writer.suffixes}
    if suffix not in writers:
        raise click.UsageError(
            f"-o {output!r}: its name does not tell the format; end it in {', '.join(writers)}"
        )
    check_output(output, inputs)
    if os.path.lexists(output) and not force:
        raise click.UsageError(f"-o {output!r} exists; give --force to replace it, or another name")
    return writers[suffix]


def _write(document: Document, writer: Writer, output: str) -> None:
    from govdisclose.cli.output import open_output

    content = writer.write(document)
    try:
        with open_output(output) as file:
            file.write(content)
    except OSError as error:
        raise click.UsageError(f"cannot write {output!r}: {error.strerror or error}") from None


def _exported(path: str, language: str) -> Exported:
    """One report of an export. Ends with a status of its own where it cannot be read."""
    from govdisclose import registry
    from govdisclose.cli.failure import failure, failure_spans
    from govdisclose.cli.work import source_name
    from govdisclose.errors import LimitError
    from govdisclose.explain.lines import Span, line
    from govdisclose.export import ExportError, from_json
    from govdisclose.files import read_file
    from govdisclose.limits import DEFAULT_LIMITS

    try:
        if path == "-":
            content = sys.stdin.buffer.read(DEFAULT_LIMITS.bytes + 1)
            DEFAULT_LIMITS.check("bytes", len(content))
        else:
            content = read_file(path, DEFAULT_LIMITS)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ExportError("", "text in UTF-8", f"the byte {content[error.start]:#04x}") from None
        return from_json(_one(text), layouts=registry.layouts())
    except (ExportError, LimitError, OSError) as error:
        said = failure_spans(failure(error), language)
        show(open_console(stderr=True), [line(Span("✗ ", "bad"), f"{source_name(path)}  ", *said)])
        sys.exit(_UNREADABLE)


def _one(text: str) -> str:
    """The report of an array of one, which ``parse`` writes for a folder; any other text as it is."""
    import json

    from govdisclose.export import ExportError
    from govdisclose.export._json import check_size

    if not text.lstrip().startswith("["):
        return text
    check_size(text)
    try:
        items: object = json.loads(text)
    except (ValueError, RecursionError):
        return text
    if not isinstance(items, list) or len(items) != 1:
        count = len(items) if isinstance(items, list) else 0
        raise ExportError("", "one report", f"an array of {count}; write each to a file of its own")
    return json.dumps(items[0])


def _tell(left: Sequence[Misfit], layout: Layout, language: str, *, refused: bool) -> None:
    from govdisclose.explain.lines import Span, line

    if not left:
        return
    console = open_console(stderr=True)
    if language == "zh":
        head = f"格式 {layout.id} 有{len(left)}处无法容纳" + ("，未写出文件：" if refused else "：")
    else:
        head = f"{layout.id} cannot hold {len(left)} of the report" + (
            "; nothing is written:" if refused else ":"
        )
    show(console, [line(Span("✗ " if refused else "! ", "bad" if refused else "warn"), head)])
    for item in left:
        label = f"（{item.label}）" if item.label else ""
        outcome = "" if refused else f"{'；' if language == 'zh' else '; '}{item.outcome(language)}"
        show(console, [line("  ", Span(item.path, "strong"), label, ": ", item.message(language) + outcome)])
