"""``govdisclose plugins``: the distributions that bring forms and formats, what they bring, and what is wrong."""

from __future__ import annotations

import sys
import warnings
from itertools import groupby
from typing import TYPE_CHECKING

import click

from govdisclose.cli.screen import language_option, open_console, page_width, show

if TYPE_CHECKING:
    from govdisclose.document import Reader
    from govdisclose.explain.lines import Line, Part
    from govdisclose.grammar.layout import Layout
    from govdisclose.plugins import Plugin, PluginProblem

__all__ = ["brought_by", "plugins_command"]

_WORDS = {
    "none": ("no plugin is installed", "未安装插件"),
    "off": ("plugins are turned off by {name}", "插件已由{name}关闭"),
    "well": ("no problems", "没有问题"),
    "not-used": ("not used", "未使用"),
}
_KIND = 8


@click.command("plugins")
@click.option(
    "--problems",
    "only_problems",
    is_flag=True,
    help="Show only what is wrong; exit status 1 if anything is. 只显示问题。",
)
@language_option
def plugins_command(only_problems: bool, language: str) -> None:
    """The plugins: distributions that bring layouts, readers or rules, and each problem.

    列出已安装的插件及其问题。
    """
    from govdisclose import plugins
    from govdisclose.checking import installed_rules
    from govdisclose.explain.lines import Span, flow, line

    console = open_console()
    width = page_width(console)
    if plugins.turned_off():
        show(console, [line(_say(language, "off", name=plugins.NO_PLUGINS))])
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", plugins.PluginWarning)  # they are shown below
        installed_rules()  # looks for the plugins that bring rules
        found = plugins.installed()
        wrong = plugins.problems()
    if only_problems:
        show(console, [line(Span(str(problem), "bad")) for problem in wrong])
        if not wrong:
            show(console, [line(_say(language, "well"))])
        sys.exit(1 if wrong else 0)
    apart = [problem for problem in wrong if not any(plugin.problem == problem for plugin in found)]
    if not found and not apart:
        show(console, [line(_say(language, "none"))])
    ordered = sorted(found, key=lambda item: (item.distribution, item.version, item.group, item.name))
    for (name, version), own in groupby(ordered, key=lambda item: (item.distribution, item.version)):
        show(console, _distribution(name, version, list(own), language, width))
    for problem in apart:
        show(console, flow([], str(problem), width, "bad"))


def brought_by(value: Layout | Reader) -> str:
    """The distribution and version that brought a layout or a reader; empty for a built-in one."""
    from govdisclose import plugins

    plugin = plugins.origin(value)
    return f"{plugin.distribution} {plugin.version}" if plugin is not None else ""


def _distribution(name: str, version: str, own: list[Plugin], language: str, width: int) -> list[Line]:
    from govdisclose.explain.lines import Span, flow, line
    from govdisclose.explain.text import pad

    lines = [line(Span(name, "strong"), "  ", version)]
    wide = max(len(plugin.name) for plugin in own)
    for plugin in own:
        kind = plugin.group.rpartition(".")[2].removesuffix("s")
        lost = [item for item in plugin.ids if item not in plugin.usable]
        words = ", ".join([*plugin.usable, *(f"{item} ({_say(language, 'not-used')})" for item in lost)])
        start: list[Part] = ["  ", Span(pad(kind, _KIND), "dim"), pad(plugin.name, wide), "  "]
        lines += flow(start, words or _say(language, "not-used"), width)
        if plugin.problem is not None:
            lines += _problem(plugin.problem, width)
    return lines


def _problem(problem: PluginProblem, width: int) -> list[Line]:
    from govdisclose.explain.lines import Span, flow

    return flow(["  " + " " * _KIND, Span("✗ ", "bad")], problem.message, width, "bad")


def _say(language: str, key: str, **facts: str) -> str:
    return _WORDS[key][language == "zh"].format(**facts)
