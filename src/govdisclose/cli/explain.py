"""``govdisclose explain``."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from govdisclose.cli.options import limits_option, parse_limits
from govdisclose.cli.picture import check_picture, write_pictures
from govdisclose.cli.screen import language_option, open_console, page_width, show, show_sections

if TYPE_CHECKING:
    from govdisclose.explain.lines import Section

__all__ = ["explain_command"]


@click.command(
    "explain",
    epilog="Exit status: 0 no errors; 1 findings of severity error; 2 wrong usage; 3 the file is unreadable or no "
    "report.\n\n退出状态：0 无错误；1 有错误级发现；2 用法错误；3 文件无法读取或不是年度报告。",
)
@click.argument("path", metavar="FILE")
@click.option("--table", metavar="KEY", help="Only this table, as requests. 只显示一张表。")
@click.option(
    "--entry", metavar="PATH", help="Only this entry, as requests:results/granted:total. 只显示一项数据。"
)
@click.option(
    "--picture",
    metavar="FILE.png",
    help="Draw the pages of a PDF, with what was read there in colour. 将PDF各页的读取情况绘成彩色图片。",
)
@click.option(
    "--page",
    "pages",
    type=click.IntRange(min=1),
    multiple=True,
    metavar="N",
    help="With --picture: only this page; may be given again. 只绘制该页，可重复。",
)
@click.option("--force", is_flag=True, help="With --picture: replace pictures that exist. 覆盖已有图片。")
@click.option("--width", type=click.IntRange(60, 400), help="Columns of the page. 页面宽度。")
@limits_option
@language_option
def explain_command(
    path: str,
    table: str | None,
    entry: str | None,
    picture: str | None,
    pages: tuple[int, ...],
    force: bool,
    width: int | None,
    limits: tuple[str, ...],
    language: str,
) -> None:
    """Show how a file was read: form, tables, every row and column, sums, findings.

    With --picture the pages are drawn instead, as FILE.png or FILE-1.png, FILE-2.png and so on; this needs
    govdisclose[picture].

    说明文件的读取过程：格式判定、表格位置、各行各列、勾稽关系、全部发现。
    """
    from govdisclose.cli.failure import failure, failure_spans
    from govdisclose.cli.work import source_name
    from govdisclose.errors import NotAReportError
    from govdisclose.explain import explain, explain_entry
    from govdisclose.explain.lines import Span, line
    from govdisclose.findings import Severity
    from govdisclose.members import read_path
    from govdisclose.parsing import parse_document, read

    if not os.path.lexists(path):
        raise click.UsageError(f"{path!r} does not exist; give a file")
    if os.path.isdir(path):
        raise click.UsageError(f"{path!r} is a folder; explain takes one file")
    allowed = parse_limits(limits)
    if picture is not None:
        if table is not None or entry is not None:
            raise click.UsageError("--picture draws whole pages; give it without --table and --entry")
        check_picture(picture, path)
    elif pages or force:
        raise click.UsageError("--page and --force go with --picture")
    console = open_console()
    width = width or page_width(console)
    show(console, [line(Span(source_name(path), "strong")), line()])
    try:
        content = read_path(path, allowed)
        document = read(content, limits=allowed)
        try:
            result = parse_document(document)
        except NotAReportError as error:
            show(console, [line(Span("✗ ", "bad"), *failure_spans(failure(error), language)), line()])
            if picture is not None:
                write_pictures(content, document, None, picture, pages, allowed, force, language, width)
            else:
                _explain_document(document, language, width)
            sys.exit(3)
        if picture is not None:
            write_pictures(content, document, result, picture, pages, allowed, force, language, width)
            sys.exit(1 if result.counts()[Severity.ERROR] else 0)
    except click.UsageError:
        raise
    except Exception as error:
        show(console, [line(Span("✗ ", "bad"), *failure_spans(failure(error), language))])
        sys.exit(3)
    try:
        if entry is not None:
            sections: tuple[Section, ...] = (explain_entry(result, entry, language=language, width=width),)
        else:
            sections = explain(result, language=language, width=width, table=table)
    except KeyError as error:
        raise click.UsageError(str(error.args[0])) from None
    show_sections(console, sections)
    sys.exit(1 if result.counts()[Severity.ERROR] else 0)


def _explain_document(document: object, language: str, width: int) -> None:
    from govdisclose import registry
    from govdisclose.document import Document
    from govdisclose.explain import explain_document
    from govdisclose.grammar.select import select

    assert isinstance(document, Document)
    selection = select(document, registry.layouts())
    show_sections(open_console(), explain_document(document, selection, language=language, width=width))
