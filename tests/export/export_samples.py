"""Small reports of invented organs, and the ways in which the tests of the export look at them."""

from __future__ import annotations

from attrs import evolve, frozen

from govdisclose.document import Document, Paragraph
from govdisclose.export import JSON
from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table
from govdisclose.grammar.values import amount
from govdisclose.grid import Cell, Grid
from govdisclose.parsing import parse_document
from govdisclose.records import NOT_ASKED, Amount, Count
from govdisclose.result import Result

TITLE = "示例市水务局2023年政府信息公开工作年度报告"

# Table 2 of the form of 2021, with one cell of each state; tables 3 and 4 are not there.
ROWS: tuple[tuple[str, ...], ...] = (
    ("第二十条第（一）项", "", "", ""),
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "0", "", "/"),
    ("行政规范性文件", "12", "详见附表", "1,204"),
    ("第二十条第（五）项", "", "", ""),
    ("信息内容", "本年处理决定数量", "", ""),
    ("行政许可", "35", "", ""),
    ("第二十条第（六）项", "", "", ""),
    ("信息内容", "本年处理决定数量", "", ""),
    ("行政处罚", "8", "", ""),
    ("行政强制", "0", "", ""),
    ("第二十条第（八）项", "", "", ""),
    ("信息内容", "本年收费金额（单位：万元）", "", ""),
    ("行政事业性收费", "7390.10", "", ""),
)
_SPANNING = {0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}


def water_bureau() -> Result:
    cells: list[Cell] = []
    for number, row in enumerate(ROWS):
        if number not in _SPANNING:
            cells += [Cell(text, number, column) for column, text in enumerate(row)]
        elif row[1]:
            cells += [Cell(row[0], number, 0), Cell(row[1], number, 1, colspan=3)]
        else:
            cells.append(Cell(row[0], number, 0, colspan=4))
    grid = Grid(tuple(cells), rows=len(ROWS), columns=4)
    return parse_document(Document((Paragraph(TITLE), grid), format="text"))


@frozen
class Grants:
    """A record of a form that is not a national one."""

    paid: Amount = NOT_ASKED
    refused: Count = NOT_ASKED


SMALL = Layout(
    "grants-1",
    "补助公开年度报告",
    "示例市办〔2020〕1号",
    tables=(
        Table(
            "grants",
            "补助情况",
            record=Grants,
            boxhead=tree(H("paid", "发放金额（万元）", entry=amount()), H("refused", "不予发放件数")),
        ),
    ),
    titles=("补助公开年度报告",),
)


def grants(raw: str = "3.50", organ: str = "示例县民政局") -> Result:
    """A report in a form of its own, of two entries."""
    texts = (("发放金额（万元）", "不予发放件数"), (raw, "2"))
    cells = tuple(
        Cell(text, row, column) for row, line in enumerate(texts) for column, text in enumerate(line)
    )
    document = Document((Paragraph("补助公开年度报告"), Grid(cells, rows=2, columns=2)), format="text")
    result = parse_document(document, layouts=[SMALL])
    return evolve(result, report=evolve(result.report, organ=organ, year=2022))


def at(value: JSON, *path: str | int) -> JSON:
    """What stands at a path of keys and positions."""
    for key in path:
        if isinstance(key, int):
            assert isinstance(value, list)
            value = value[key]
        else:
            assert isinstance(value, dict)
            value = value[key]
    return value


def put(value: JSON, path: tuple[str | int, ...], new: JSON) -> None:
    """Put something else at a path."""
    *outer, last = path
    inner = at(value, *outer)
    if isinstance(last, int):
        assert isinstance(inner, list)
        inner[last] = new
    else:
        assert isinstance(inner, dict)
        inner[last] = new


def drop(value: JSON, path: tuple[str, ...]) -> None:
    """Take a key away."""
    inner = at(value, *path[:-1])
    assert isinstance(inner, dict)
    del inner[path[-1]]
