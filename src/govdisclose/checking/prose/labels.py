"""Words for rows and columns, from their declared labels: whole, without what stands around, and in pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govdisclose.checking.prose.meaning import BESIDE, COLUMN, GROUP, ROW, Expr, Meaning
from govdisclose.grammar.heading import Heading, Tree
from govdisclose.grammar.lexicon import Rows
from govdisclose.grammar.table import Table

__all__ = ["labels", "short_names"]

_ENUMERATOR = re.compile(r"^(?:[（(][一二三四五六七八九十\d]+[）)]|[\d一二三四五六七八九十]+[.．、])")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]")
_BEFORE = (
    "属于",
    "其他",
    "危及",
    "保护",
    "本机关",
    "要求",
    "提供",
    "申请人",
    "无正当理由",
    "三类",
    "四类",
    "行政机关",
)
_BEHIND = ("相关政府信息", "类申请", "申请", "信息", "事项", "数量", "类")
_DIVIDE = re.compile(r"需要|、")
SHORTEST = 4


def short_names(label: str) -> list[str]:
    """A label as prose may say it, the longest first."""
    core = re.sub(r"[“”\"\s]", "", _ENUMERATOR.sub("", label))
    names = {core, _BRACKETS.sub("", core)}
    for piece in _DIVIDE.split(_BRACKETS.sub("", core)):
        if len(piece) >= SHORTEST:
            names.add(piece)
    grown = set(names)
    while grown:
        cut = {name.removeprefix(word) for name in grown for word in _BEFORE}
        cut |= {name.removesuffix(word) for name in grown for word in _BEHIND}
        cut |= {name.replace("需要", "需") for name in grown}
        grown = {name for name in cut if len(name) >= SHORTEST or name.startswith("不")} - names
        grown = {name for name in grown if len(name) > 2}
        names |= grown
    return sorted(names, key=lambda name: (-len(name), name))


def labels(table: Table, rows: Rows, subject: int) -> Iterator[tuple[str, Meaning]]:
    """Words of a table's rows and columns with what each means; a word of two rows means none."""
    assert table.stub is not None and table.boxhead is not None
    found: list[tuple[str, Meaning]] = []
    known = dict(rows.synonyms)
    weak = dict(rows.weak)
    for path, heading in table.stub.walk():
        if not path.startswith(f"{rows.under}/") or heading.total:
            continue
        kind = "row" if path.count("/") > 1 else "group"
        expr = _sum(table, rows, path, heading)
        meaning = Meaning(subject, -1, (expr,), True, ROW if kind == "row" else GROUP, kind, path)
        names = [name for text in (heading.label, *heading.aliases) for name in short_names(text)]
        found += [
            (name, meaning) for name in dict.fromkeys((*names, *known.get(path, ()))) if name not in weak
        ]
    loose: list[tuple[str, Meaning]] = []
    for word, paths in weak.items():
        exprs = tuple(_sum(table, rows, path, table.stub.at(path)) for path in paths if path in table.stub)
        beside = _beside(table.stub, paths[-1])
        loose.append((word, Meaning(subject, -1, exprs, True, BESIDE, "weak", paths[-1], beside)))
    for path, heading in table.boxhead.walk():
        if not heading.total and heading.key != "other":
            leaves = _leaves(table.boxhead, path)
            exprs = tuple(_across(rows, across, leaves, heading) for across in rows.across)
            meaning = Meaning(subject, -1, exprs, True, COLUMN, "column", path)
            found += [(name, meaning) for name in (heading.label, *dict(rows.columns).get(path, ()))]
        elif not heading.total:
            exprs = tuple(_across(rows, across, [path], heading) for across in rows.across)
            loose.append((heading.label, Meaning(subject, -1, exprs, True, BESIDE, "weak-column", path)))
    yield from loose
    counts = Counter(name for name, _ in found)
    yield from ((name, meaning) for name, meaning in found if counts[name] == 1)


def _beside(stub: Tree, path: str) -> tuple[str, ...]:
    """The rows of a group and the group before it."""
    siblings = [item for item, _ in stub.walk() if item.count("/") == path.count("/")]
    at = siblings.index(path)
    before = (
        siblings[at - 1 : at] if at and siblings[at - 1].rpartition("/")[0] == path.rpartition("/")[0] else []
    )
    return (*before, *(leaf for leaf in _leaves(stub, path) if leaf != path))


def _leaves(tree: Tree, path: str) -> list[str]:
    return [leaf for leaf in tree.leaves if leaf == path or leaf.startswith(f"{path}/")]


def _sum(table: Table, rows: Rows, path: str, heading: Heading) -> Expr:
    assert table.stub is not None
    leaves = _leaves(table.stub, path)
    words = short_names(heading.label)
    name = min((word for word in words), key=len) if len(words[0]) > 12 else words[0]
    return Expr(
        f"{name}各项之和" if heading.children else name,
        tuple(f"{table.key}:{leaf}:{rows.column}" for leaf in leaves),
    )


def _across(rows: Rows, across: str, leaves: list[str], heading: Heading) -> Expr:
    words = dict(rows.row_words)
    parts = across.split("+")
    return Expr(
        "+".join(f"{words.get(row, row)}·{heading.label}" for row in parts),
        tuple(f"{rows.table}:{row}:{leaf}" for row in parts for leaf in leaves),
    )
