"""``govdisclose layouts``, ``readers`` and ``findings``: what is installed, and what can be said."""

from __future__ import annotations

import click

from govdisclose.cli.plugins import brought_by
from govdisclose.cli.screen import language_option, open_console, page_width, show, show_sections

__all__ = ["findings_command", "layouts_command", "readers_command"]


@click.command("layouts")
@click.argument("identifier", metavar="[ID]", required=False)
@language_option
def layouts_command(identifier: str | None, language: str) -> None:
    """The forms that are known; with an ID, all of that form.

    列出已安装的表格格式；给出ID时显示整个格式。
    """
    from govdisclose import registry
    from govdisclose.explain import describe_layout
    from govdisclose.explain.lines import Span, flow, line
    from govdisclose.explain.words import say

    console = open_console()
    width = page_width(console)
    layouts = {layout.id: layout for layout in registry.layouts()}
    if identifier is not None:
        if identifier not in layouts:
            raise click.UsageError(f"no layout {identifier!r}; installed are {', '.join(layouts)}")
        show_sections(console, describe_layout(layouts[identifier], language=language, width=width))
        return
    for number, layout in enumerate(layouts.values()):
        base = f"{say(language, 'base')} {layout.base}" if layout.base else ""
        asked = say(language, "entries", count=layout.asked)
        tables = ", ".join(table.key for table in layout.tables)
        if number:
            show(console, [line()])
        show(console, [line(Span(layout.id, "strong"), "  ", layout.title)])
        for text in (layout.source, f"{asked}: {tables}", base, brought_by(layout)):
            if text:
                show(console, flow(["    "], text, width, "dim"))


@click.command("readers")
@language_option
def readers_command(language: str) -> None:
    """The formats that can be read.

    列出可读取的文件格式。
    """
    from govdisclose import registry
    from govdisclose.explain.lines import Span, line
    from govdisclose.explain.text import pad

    console = open_console()
    readers = registry.readers()
    wide = max(len(reader.id) for reader in readers)
    kinds = max(len(" ".join(reader.suffixes)) for reader in readers)
    for reader in readers:
        suffixes = pad(" ".join(reader.suffixes), kinds)
        show(
            console,
            [
                line(
                    Span(pad(reader.id, wide), "strong"),
                    f"  {suffixes}  ",
                    Span("  ".join(filter(None, (", ".join(reader.media_types), brought_by(reader)))), "dim"),
                )
            ],
        )


@click.command("findings")
@click.argument("kind", metavar="[KIND]", required=False)
def findings_command(kind: str | None) -> None:
    """The catalogue of findings: kind, severity, message in English and Chinese.

    列出全部发现类型及其中英文说明。
    """
    from govdisclose.catalogue import CATALOGUE
    from govdisclose.explain.lines import Span, flow, line
    from govdisclose.explain.words import SEVERITY_STYLE

    if kind is not None and kind not in CATALOGUE:
        near = [name for name in CATALOGUE if set(kind.split("-")) & set(name.split("-"))]
        hint = f"; there are {', '.join(near)}" if near else "; without a name, all are listed"
        raise click.UsageError(f"no finding of kind {kind!r}{hint}")
    console = open_console()
    width = page_width(console)
    for item in CATALOGUE.values():
        if kind in (None, item.id):
            style = SEVERITY_STYLE[item.severity]
            show(console, [line(Span(item.id, "strong"), "  ", Span(item.severity.value, style))])
            show(console, [*flow(["    "], item.en, width), *flow(["    "], item.zh, width)])
