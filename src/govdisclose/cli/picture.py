"""``govdisclose explain --picture``: the pages of a PDF with what was read there."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click

from govdisclose.cli.output import check_output, open_output
from govdisclose.cli.screen import open_console, show, show_sections

if TYPE_CHECKING:
    from govdisclose.document import Document
    from govdisclose.limits import Limits
    from govdisclose.result import Result

__all__ = ["check_picture", "write_pictures"]


def check_picture(output: str, source: str) -> None:
    """Refuse a place that cannot be written to, and ask for what draws. Raises ``click.UsageError``."""
    from govdisclose.errors import MissingExtraError
    from govdisclose.picture import check_extra

    if os.path.splitext(output)[1].lower() != ".png":
        raise click.UsageError(f"--picture {output!r}: pictures are PNG; end the name in .png")
    check_output(output, [source], "--picture")
    try:
        check_extra()
    except MissingExtraError as error:
        raise click.UsageError(f"--picture: {error}") from None


def write_pictures(
    content: bytes,
    document: Document,
    result: Result | None,
    output: str,
    pages: Collection[int],
    limits: Limits,
    force: bool,
    language: str,
    width: int,
) -> None:
    """Draw the pages, all of them where ``pages`` is empty; print the paths, the legend and the findings.

    Raises ``click.UsageError``, and the errors of ``parse`` where the file costs too much to draw.
    """
    from govdisclose.explain.lines import Span, line
    from govdisclose.picture import count_pages, draw_pages, drawing, explain_drawing

    if document.format != "pdf":
        raise click.UsageError(
            f"--picture draws the pages of PDF files; this one was read as {document.format}. Print it to PDF first"
        )
    count = count_pages(content, limits=limits)
    wanted = sorted(set(pages)) or list(range(1, count + 1))
    if wanted[-1] > count:
        raise click.UsageError(f"--page {wanted[-1]}: the file has {count} pages")
    paths = dict(zip(wanted, _paths(output, wanted), strict=True))
    for path in paths.values():
        if os.path.lexists(path) and not force:
            raise click.UsageError(f"--picture {path!r} exists; give --force to replace it, or another name")
    drawn = drawing(document, result)
    console = open_console()
    for picture in draw_pages(content, drawn, pages=wanted, limits=limits):
        path = paths[picture.page]
        try:
            with open_output(path) as file:
                file.write(picture.png)
        except OSError as error:
            raise click.UsageError(f"cannot write {path!r}: {error.strerror or error}") from None
        page = f"第{picture.page}页" if language == "zh" else f"page {picture.page}"
        spans = [Span(path, "strong"), Span(f"  {page}", "dim")]
        if not picture.whole:
            words = (
                "部分内容绘制代价过大，已略去"
                if language == "zh"
                else "a part of it costs too much and is left out"
            )
            spans.append(Span(f"  {words}", "warn"))
        show(console, [line(*spans)])
    show(console, [line()])
    show_sections(console, explain_drawing(drawn, pages=pages or None, language=language, width=width))


def _paths(output: str, pages: Sequence[int]) -> list[str]:
    """The name as it is for one page, else with the number of the page."""
    if len(pages) == 1:
        return [output]
    stem, suffix = os.path.splitext(output)
    return [f"{stem}-{number}{suffix}" for number in pages]
