"""The parts of the reference that are made from the code: run at each build, never kept.

A page of ``reference/`` holds the prose and includes one of these parts.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import click

from govdisclose import export, limits, records, registry, render
from govdisclose.catalogue import CATALOGUE, Severity
from govdisclose.checking import builtin_rules
from govdisclose.cli import main as command_line
from govdisclose.errors import GovdiscloseError
from govdisclose.explain import describe_layout, to_text
from govdisclose.grammar import Layout, Tree

__all__ = ["PARTS", "write"]

_SEVERITIES = {
    Severity.ERROR: "A value is absent, or it cannot be trusted.",
    Severity.WARNING: "The value was kept, and there is a doubt.",
    Severity.INFO: "How the document was read, where that was not the plain case.",
}
_WIDTH = 100


def findings() -> str:
    """The catalogue: one section a kind."""
    lines: list[str] = []
    for severity, words in _SEVERITIES.items():
        kinds = [kind for kind in CATALOGUE.values() if kind.severity is severity]
        lines += [f"## {severity.value.capitalize()}", "", f"{words} {len(kinds)} kinds.", ""]
        for kind in kinds:
            lines += [f"(finding-{kind.id})=", f"### {kind.id}", ""]
            lines += _literal([kind.en, kind.zh])
    return _text(lines)


def rules() -> str:
    """The built-in rules of check: one section a rule."""
    lines: list[str] = []
    for rule in builtin_rules():
        lines += [f"(rule-{rule.id})=", f"## {rule.id}", ""]
        lines += [f"{rule.severity.value} · {rule.title.en} · {rule.title.zh}", ""]
        for words in (rule.means, rule.why, rule.remedy):
            lines += [f"- {words.en}", f"  {words.zh}"]
        lines.append("")
    return _text(lines)


def glossary() -> str:
    """Each key of each table with its official label."""
    layouts = registry.builtin_layouts()
    lines: list[str] = []
    tables = dict.fromkeys(table.key for layout in layouts for table in layout.tables)
    for key in tables:
        title = next(table.title for layout in layouts for table in layout.tables if table.key == key)
        lines += [f"## {key}: {title}", "", "| key | official label | stands for | in |", "|---|---|---|---|"]
        terms: dict[tuple[str, str, str], list[str]] = {}
        for layout in layouts:
            for term in _terms(layout, key):
                terms.setdefault(term, []).append(layout.id)
        for (path, label, side), ids in terms.items():
            lines.append(f"| `{path}` | {label} | {side} | {', '.join(dict.fromkeys(ids))} |")
        lines.append("")
    lines += ["## Sections", "", "| key | official heading | other wordings |", "|---|---|---|"]
    sections = dict.fromkeys(section for layout in layouts for section in layout.sections)
    lines += [f"| `{item.key}` | {item.label} | {'、'.join(item.aliases) or '–'} |" for item in sections]
    return _text(lines)


def _terms(layout: Layout, key: str) -> Iterator[tuple[str, str, str]]:
    for prefix, part in layout.table(key).parts():
        if prefix:
            yield prefix.rstrip("/"), part.spanner or part.title, "band"
        for tree, side in ((part.boxhead, "column"), (part.stub, "row")):
            yield from _headings(tree, prefix if side == "row" else "", side)


def _headings(tree: Tree | None, prefix: str, side: str) -> Iterator[tuple[str, str, str]]:
    for path, heading in tree.walk() if tree is not None else ():
        yield prefix + path, heading.label, f"group of {side}s" if heading.children else side


def layouts() -> str:
    """Each form as ``govdisclose layouts ID`` shows it."""
    lines: list[str] = []
    for layout in registry.builtin_layouts():
        lines += [f"## {layout.id}", ""]
        lines += _literal(to_text(describe_layout(layout, language="en", width=_WIDTH)).splitlines())
    return _text(lines)


def record_classes() -> str:
    """Each record class with its fields."""
    lines: list[str] = []
    for name in _by_need():
        record = getattr(records, name)
        lines += [f"## {name}", "", inspect.cleandoc(record.__doc__ or "").replace("``", "`"), ""]
        lines += ["| field | type |", "|---|---|"]
        lines += [
            f"| `{field.name}` | `{_in_table(_type_name(field.type))}` |" for field in attrs.fields(record)
        ]
        lines.append("")
    return _text(lines)


def _by_need() -> list[str]:
    """The record classes, each before those of its fields: the report first."""
    names = [name for name in records.__all__ if attrs.has(getattr(records, name))]
    ordered: list[str] = []

    def add(name: str) -> None:
        if name not in ordered:
            ordered.append(name)
            for field in attrs.fields(getattr(records, name)):
                for other in names:
                    if other in _type_name(field.type).replace("[", " ").replace(",", " ").split():
                        add(other)

    add("Report")
    for name in names:
        add(name)
    return ordered


def _type_name(annotation: object) -> str:
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


def _in_table(text: str) -> str:
    """A bar would end the cell."""
    return text.replace("|", "\\|")


def limit_table() -> str:
    """Each limit with its value and meaning."""
    lines = ["| limit | default | what it bounds |", "|---|---:|---|"]
    meanings = _field_docs(limits.Limits)
    lines += [
        f"| `{field.name}` | {field.default:,} | {meanings[field.name]} |"
        for field in attrs.fields(limits.Limits)
    ]
    return _text(lines)


def _field_docs(owner: type) -> dict[str, str]:
    """The string below each field of a class."""
    body = ast.parse(inspect.getsource(owner)).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            found[field.target.id] = str(below.value.value)
    return found


def errors() -> str:
    """The tree of errors; those that are not in ``govdisclose`` itself with their package."""
    homes = {
        getattr(home, name): f"{home.__name__}.{name}"
        for home in (export, render)
        for name in home.__all__
        if name.endswith("Error")
    }
    lines: list[str] = []

    def add(error: type[Exception], depth: int) -> None:
        name = homes.get(error, error.__name__)
        words = " ".join((error.__doc__ or "").partition("\n\n")[0].split()).replace("``", "`")
        lines.append(f"{'  ' * depth}- `{name}`: {words}")
        for child in error.__subclasses__():
            add(child, depth + 1)

    add(GovdiscloseError, 0)
    return _text(lines)


def commands() -> str:
    """Each command as ``--help`` shows it."""
    lines: list[str] = []
    for context in _contexts(_context(command_line, "govdisclose", None)):
        lines += [f"## {context.command_path}", ""]
        lines += _literal(context.command.get_help(context).splitlines())
    return _text(lines)


def _contexts(context: click.Context) -> Iterator[click.Context]:
    """A command and all below it."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None
            yield from _contexts(_context(command, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    settings = {**command.context_settings, "terminal_width": _WIDTH}
    return click.Context(command, info_name=name, parent=parent, **settings)


PARTS: dict[str, Callable[[], str]] = {
    "commands": commands,
    "errors": errors,
    "findings": findings,
    "glossary": glossary,
    "layouts": layouts,
    "limits": limit_table,
    "records": record_classes,
    "rules": rules,
}
"""The name of each part, and what makes it."""


def write(folder: Path) -> None:
    """Write every part to a file of the folder. A file that is right already is not touched."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PARTS.items():
        path = folder / f"{name}.md"
        text = make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _literal(lines: list[str]) -> list[str]:
    return ["```text", *(line.rstrip() for line in lines), "```", ""]


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
