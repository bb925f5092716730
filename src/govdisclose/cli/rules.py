"""``govdisclose rules``: what is checked, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from govdisclose.cli.screen import language_option, open_console, page_width, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govdisclose.checking import Example, Rule
    from govdisclose.explain.lines import Line

__all__ = ["rules_command"]

_HEADS = {
    "en": {
        "means": "compares",
        "why": "why",
        "remedy": "what to do",
        "right": "right",
        "wrong": "wrong",
        "needs": "needs",
        "prose": "prose",
        "tables": "tables",
        "before": "last year's report",
        "children": "the reports of the organs below",
    },
    "zh": {
        "means": "核对内容",
        "why": "原因",
        "remedy": "处理建议",
        "right": "正例",
        "wrong": "反例",
        "needs": "需要",
        "prose": "正文",
        "tables": "表格",
        "before": "上年报告",
        "children": "下级单位的报告",
    },
}
_SEVERITY = {
    "en": {"error": "error", "warning": "warning", "info": "info"},
    "zh": {"error": "错误", "warning": "警告", "info": "提示"},
}


@click.command("rules")
@click.argument("identifier", metavar="[RULE]", required=False)
@language_option
def rules_command(identifier: str | None, language: str) -> None:
    """What check compares; with a RULE, what it means, why, what to do, and examples.

    列出核对规则；给出规则名时显示其含义、原因、处理建议和正反例。
    """
    from govdisclose.checking import UnknownRuleError, choose_rules, installed_rules
    from govdisclose.explain.lines import Span, flow, line

    console = open_console()
    width = page_width(console)
    try:
        chosen = choose_rules(installed_rules(), (identifier,) if identifier is not None else ())
    except UnknownRuleError as error:
        raise click.UsageError(str(error)) from None
    for item in chosen:
        weight = _SEVERITY[language][item.severity]
        show(console, [line(Span(item.id, "strong"), f"  {item.title.say(language)}  ", Span(weight, "dim"))])
        if identifier is None:
            show(console, flow(["    "], item.means.say(language), width, "dim"))
        else:
            show(console, _whole(item, language, width))


def _whole(item: Rule, language: str, width: int) -> Iterator[Line]:
    from govdisclose.explain.lines import flow
    from govdisclose.explain.text import pad

    heads = _HEADS[language]
    wide = max(len(heads[key]) for key in ("means", "why", "remedy", "right", "wrong", "needs")) * (
        2 if language == "zh" else 1
    )
    needs = ", ".join(heads[need] for need in sorted(item.needs))
    for key, text in (
        ("means", item.means.say(language)),
        ("why", item.why.say(language)),
        ("remedy", item.remedy.say(language)),
        ("needs", needs if language == "en" else needs.replace(", ", "、")),
    ):
        yield from flow([f"    {pad(heads[key], wide)}  "], text, width)
    for key, examples in (("right", item.right), ("wrong", item.wrong)):
        for example in examples[:2]:
            yield from flow([f"    {pad(heads[key], wide)}  "], _example(example), width, "dim")


def _example(example: Example) -> str:
    """An example in words: organ and year, what its prose says, and the cells that matter."""
    from govdisclose import registry
    from govdisclose.checking.words import place_words

    layout = {item.id: item for item in registry.layouts()}.get(example.layout)
    parts = [f"{example.organ}{example.year}年{layout.title if layout is not None else example.layout}"]
    parts += [f"“{text.replace(chr(10), '')}”" for text in example.prose.values()]
    parts += [f"{place_words(layout, path)}={text}" for path, text in example.entries.items()]
    if example.before is not None:
        parts.append(f"上年：{_example(example.before)}")
    return "；".join(parts)
