"""The mutants of the engine: all of them, those declared equivalent, and a sample that is the same every time."""

from __future__ import annotations

import ast
import difflib
import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code

__all__ = [
    "PACKAGE",
    "REPOSITORY",
    "Equivalent",
    "Mutant",
    "equivalents",
    "files",
    "find_mutants",
    "sample",
    "shares",
]

REPOSITORY = Path(__file__).parents[2]
PACKAGE = Path("src/govdisclose")
MODULES = (
    *(
        "columns",
        "axis",
        "displaced",
        "arranged",
        "stub",
        "kinds",
        "cells",
        "match",
        "bands",
        "mend",
        "index",
        "placement",
        "place",
    ),
    *("lines", "find", "select", "check", "totals", "values"),
)
"""Modules of ``grammar`` that match or read values; ``text`` is the only one outside it."""

_FEWEST = 4  # mutants of a module in a sample


@attrs.frozen
class Mutant:
    """One change of one line. ``original`` and ``mutated`` are the line without its indent."""

    file: str
    line: int
    function: str
    operator: str
    occurrence: int
    original: str
    mutated: str


@attrs.frozen
class Equivalent:
    """A change that no test can notice, and why."""

    file: str
    function: str
    original: str
    mutated: str
    reason: str

    def covers(self, mutant: Mutant) -> bool:
        """Whether it declares this mutant."""
        return (self.file, self.function, self.original, self.mutated) == (
            *(mutant.file, mutant.function),
            *(mutant.original, mutant.mutated),
        )


def equivalents() -> list[Equivalent]:
    """Those declared in ``equivalent.toml``."""
    declared = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text("utf-8"))
    return [Equivalent(**item) for item in declared.get("equivalent", [])]


def files() -> list[str]:
    """The mutated modules, by path from the root of the package."""
    return [*(f"grammar/{name}.py" for name in MODULES), "text.py"]


def find_mutants(file: str, operators: Mapping[str, Any]) -> list[Mutant]:
    """Every mutant of a module. Annotations, decorators and the ``strict=`` of a ``zip`` are left alone."""
    source = (REPOSITORY / PACKAGE / file).read_text("utf-8")
    skipped = _skipped(source)
    tree = get_ast(source)
    found: list[Mutant] = []
    seen: set[str] = set()
    for name, operator in operators.items():
        positions = [
            (node, start) for node in ast_nodes(tree) for start, _ in operator.mutation_positions(node)
        ]
        for occurrence, (node, start) in enumerate(positions):
            if any(first <= start < last for first, last in skipped):
                continue
            mutated = mutate_code(source, operator, occurrence)
            if mutated is None or mutated in seen or not _is_python(mutated):
                continue
            seen.add(mutated)
            line, before, after = _changed(source, mutated)
            function = ASTQuery(node).get_definition_name() or ""
            found.append(Mutant(file, line, function, name, occurrence, before, after))
    return found


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return "not not " not in source  # the same as without both


def _skipped(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """What is not evaluated (annotations), only says how much is kept (decorators), or is an assertion (``strict``)."""
    lines = source.splitlines()
    nodes: list[ast.AST] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            nodes.append(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            nodes += node.decorator_list
            if isinstance(node, ast.FunctionDef) and node.returns is not None:
                nodes.append(node.returns)
        elif isinstance(node, ast.Call):
            nodes += [keyword.value for keyword in node.keywords if keyword.arg == "strict"]
        elif isinstance(node, ast.Assign) and _is_alias(node):
            nodes.append(node.value)
    return [
        (
            _position(lines, node.lineno, node.col_offset),
            _position(lines, node.end_lineno, node.end_col_offset),
        )
        for node in nodes
        if isinstance(node, ast.expr) and node.end_lineno is not None and node.end_col_offset is not None
    ]


def _is_alias(node: ast.Assign) -> bool:
    """``_Result = tuple[int | None, …]``: a type by another name."""
    value = node.value
    return (
        isinstance(value, ast.Subscript)
        and isinstance(value.value, ast.Name)
        and value.value.id in ("tuple", "list", "dict", "Callable")
    )


def _position(lines: Sequence[str], line: int, offset: int | None) -> tuple[int, int]:
    """``ast`` counts bytes, parso characters."""
    return line, len(lines[line - 1].encode()[:offset].decode())


def _changed(source: str, mutated: str) -> tuple[int, str, str]:
    """The number of the first changed line, and the changed lines before and after."""
    before, after = source.splitlines(), mutated.splitlines()
    changes = [
        change
        for change in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    start, end = changes[0][1], changes[-1][2]
    first, last = changes[0][3], changes[-1][4]
    return (
        start + 1,
        " ".join(line.strip() for line in before[start:end]),
        " ".join(line.strip() for line in after[first:last]),
    )


def shares(count: int) -> dict[str, int]:
    """How many mutants of each module a sample of at least ``count`` has, in proportion to its lines."""
    lines = {file: len((REPOSITORY / PACKAGE / file).read_text("utf-8").splitlines()) for file in files()}
    whole = sum(lines.values())
    return {file: max(_FEWEST, -(-count * own // whole)) for file, own in lines.items()}


def sample(mutants: Sequence[Mutant], count: int, seed: str) -> list[Mutant]:
    """``count`` of a module's mutants. The choice depends on their text alone, so that an edit moves few."""
    ordered = sorted(
        mutants,
        key=lambda one: hashlib.sha256(
            "\0".join((seed, one.file, one.function, one.operator, one.original, one.mutated)).encode()
        ).digest(),
    )
    return sorted(ordered[:count], key=lambda one: (one.line, one.mutated))
