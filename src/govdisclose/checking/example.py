"""A rule's example as a report: drawn by its form and read again."""

from __future__ import annotations

from govdisclose import registry
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example
from govdisclose.grammar.draw import draw
from govdisclose.parsing import parse_document
from govdisclose.result import Result

__all__ = ["case_of", "result_of"]


def result_of(example: Example) -> Result:
    """The example as ``parse`` reads it. Raises ``KeyError`` for a layout that is not installed or a path not asked."""
    layout = {item.id: item for item in registry.layouts()}[example.layout]
    texts = {table.key: dict.fromkeys(table.cells(), example.rest) for table in layout.tables}
    for path, text in example.entries.items():
        table, row, column = path.split(":")
        if (row, column) not in texts[table]:
            raise KeyError(f"{layout.id} asks for no entry {path}")
        texts[table][row, column] = text
    title = f"{example.organ}{example.year}年政府信息公开工作年度报告"
    prose = {key: text.split("\n") for key, text in example.prose.items()}
    return parse_document(draw(layout, texts, title=[title], prose=prose), layouts=[layout])


def case_of(example: Example) -> Case:
    """The example as a rule gets it."""
    before = result_of(example.before) if example.before is not None else None
    return Case(result_of(example), before)
