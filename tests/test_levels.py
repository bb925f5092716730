"""The levels of the design: a module imports only from a lower level or from its own package."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "govdisclose"

LEVELS = {
    "errors": 0,
    "findings": 0,
    "catalogue": 0,
    "locate": 0,
    "pointer": 0,
    "elsewhere": 1,
    "text": 0,
    "limits": 0,
    "files": 0,
    "containers": 0,
    "declared": 0,
    "listed": 0,
    "grid": 1,
    "document": 1,
    "section": 1,
    "shown": 1,
    "records": 1,
    "front": 2,
    "grammar": 2,
    "readers": 2,
    "writers": 2,
    "absence": 3,
    "inner": 3,
    "members": 3,
    "bind": 3,
    "layouts": 3,
    "registry": 3,
    "plugins": 3,
    "export": 3,
    "result": 3,
    "explain": 3,
    "picture": 3,
    "render": 3,
    "parsing": 4,
    "checking": 4,
    "reporting": 4,
    "cli": 4,
    "scaffold": 4,
    "testing": 5,
    "__main__": 5,
}
SIBLINGS = {"front", "grammar", "readers", "writers", "records"}
ONLY_IN = {
    "lxml": {"readers", "reporting"},  # there for types alone
    "docx": {"writers", "reporting"},
    "xlsxwriter": {"reporting"},
    "pdfminer": {"readers"},
    "olefile": {"containers", "readers"},
    "pypdfium2": {"readers"},
    "PIL": {"picture"},
    "cattrs": {"bind", "export"},
    "hypothesis": {"testing"},
    "pytest": {"testing"},
    "_pytest": {"testing"},
    "click": {"cli"},
    "rich": {"cli"},
}
FREE = {"attr", "attrs"}
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = [path.relative_to(SOURCE).as_posix() for path in MODULES]
FRONT = "__init__.py"


def part_of(name: str) -> str:
    """``grammar`` for grammar/find.py, ``text`` for text.py."""
    return name.split("/")[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every imported module in full, with its line; also those inside functions and for type checkers."""
    package = ["govdisclose", *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            if module == "govdisclose":
                for alias in node.names:
                    yield node.lineno, f"govdisclose.{alias.name}"
            else:
                yield node.lineno, module


def test_every_part_of_the_package_has_a_level() -> None:
    parts = {part_of(name) for name in NAMES if name != FRONT}
    assert set() == parts - set(LEVELS)


@pytest.mark.parametrize("name", [name for name in NAMES if name != FRONT])
def test_a_module_imports_only_downwards(name: str) -> None:
    own = part_of(name)
    wrong = []
    for line, module in imports(SOURCE / name):
        if not module.startswith("govdisclose"):
            continue
        if module == "govdisclose.__version__" and LEVELS[own] >= 4:
            continue
        other = module.split(".")[1] if "." in module else FRONT
        if other != own and not LEVELS.get(other, 99) < LEVELS[own] and not _beside(own, other):
            wrong.append(f"{name}:{line} {module}")
    assert wrong == []


def _beside(own: str, other: str) -> bool:
    """Parts of one level may use each other, but for the five that must not."""
    return LEVELS.get(other) == LEVELS[own] and not {own, other} & SIBLINGS


@pytest.mark.parametrize("name", [name for name in NAMES if part_of(name) in SIBLINGS])
def test_front_grammar_readers_writers_and_records_never_import_each_other(name: str) -> None:
    others = SIBLINGS - {part_of(name)}
    found = [
        f"{name}:{line} {module}"
        for line, module in imports(SOURCE / name)
        if module.startswith("govdisclose.") and module.split(".")[1] in others
    ]
    assert found == []


def test_parts_of_one_level_do_not_import_in_a_circle() -> None:
    edges: dict[str, set[str]] = {}
    for name in NAMES:
        if name == FRONT:
            continue
        own = part_of(name)
        edges.setdefault(own, set()).update(
            other
            for _, module in imports(SOURCE / name)
            if module.startswith("govdisclose.") and (other := module.split(".")[1]) != own
        )
    while edges:
        free = {part for part, needs in edges.items() if not needs & set(edges)}
        if not free:
            break
        edges = {part: needs for part, needs in edges.items() if part not in free}
    assert edges == {}


@pytest.mark.parametrize("name", NAMES)
def test_third_party_packages_stay_in_their_place(name: str) -> None:
    wrong = []
    for line, module in imports(SOURCE / name):
        top = module.split(".")[0]
        if top in sys.stdlib_module_names or top in FREE or top == "govdisclose":
            continue
        if part_of(name) not in ONLY_IN.get(top, set()):
            wrong.append(f"{name}:{line} {module}")
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_no_module_is_longer_than_500_lines(name: str) -> None:
    assert len((SOURCE / name).read_text(encoding="utf-8").splitlines()) <= 500


def test_the_median_module_has_at_most_150_lines() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert statistics.median(lengths) <= 150


@pytest.mark.parametrize("name", [name for name in NAMES if part_of(name) != "cli"])
def test_nothing_is_printed_outside_the_command_line(name: str) -> None:
    tree = ast.parse((SOURCE / name).read_text(encoding="utf-8"))
    found = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert found == []


def test_no_module_is_a_drawer_of_odds_and_ends() -> None:
    names = {path.stem for path in MODULES}
    assert set() == names & {"utils", "util", "helpers", "misc", "common"}


@pytest.mark.parametrize("name", NAMES)
def test_every_module_has_a_docstring(name: str) -> None:
    assert ast.get_docstring(ast.parse((SOURCE / name).read_text(encoding="utf-8")))


def _assigned(tree: ast.Module) -> set[str]:
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _offers(name: str) -> bool:
    """Whether a module holds more than its docstring."""
    body = ast.parse((SOURCE / name).read_text(encoding="utf-8")).body
    return any(not isinstance(node, ast.Expr) and _base(node) != "__future__" for node in body)


def _base(node: ast.stmt) -> str | None:
    return node.module if isinstance(node, ast.ImportFrom) else None


PUBLIC = [
    name
    for name in NAMES
    if not any(piece.startswith("_") for piece in name.removesuffix("/__init__.py").split("/"))
    and _offers(name)
]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_module_says_what_it_offers(name: str) -> None:
    tree = ast.parse((SOURCE / name).read_text(encoding="utf-8"))
    assert "__all__" in _assigned(tree)


@pytest.mark.parametrize("name", [name for name in NAMES if part_of(name) not in ("cli", "__main__")])
def test_no_module_does_anything_when_imported(name: str) -> None:
    tree = ast.parse((SOURCE / name).read_text(encoding="utf-8"))
    loose = [
        node.lineno
        for node in tree.body
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    ]
    loose += [node.lineno for node in tree.body if isinstance(node, ast.For | ast.While | ast.With | ast.Try)]
    assert loose == []
