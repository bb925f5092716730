"""Whole reports: a form filled, with title, organ, year and prose of its own, and what was printed where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen
from hypothesis import strategies as st

from govdisclose.document import Document
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.testing.values import Texts, Zero, values

__all__ = ["Filled", "Key", "documents", "filled", "places"]

Key = tuple[str, str, str]
"""Table, row path and column path of an entry."""

_PLACES = ("示例市", "样本省范例市", "某某县", "虚构市假设区", "示范自治州")
_BODIES = ("人民政府", "教育局", "市场监督管理局", "自然资源和规划局", "人民政府办公室", "发展和改革委员会")
_PROSE = (
    "根据《中华人民共和国政府信息公开条例》的规定，编制本报告。",
    "全年主动公开各类信息318条，其中通过网站公开297条。",
    "收到申请较上一年减少，均已在法定期限内办理，未发生收取信息处理费的情况。",
    "一是公开内容不够及时；二是解读形式比较单一。下一步将加强培训。",
    "（一）健全制度。修订公开指南1部，细化公开事项目录12类。",
    "无其他需要报告的事项。",
)


@frozen(repr=False)
class Filled:
    """A form that was filled, and the truth about it: ``texts`` is what is printed under which headings."""

    layout: Layout
    document: Document
    texts: Texts
    title: str
    organ: str
    year: int

    def __repr__(self) -> str:
        return f"Filled({self.layout.id}, {self.title!r})"  # Hypothesis prints it; all figures would be 70 kB

    @property
    def truth(self) -> dict[Key, str]:
        """What is printed, by table, row and column."""
        return {
            (table, row, column): text
            for table, cells in self.texts.items()
            for (row, column), text in cells.items()
        }


def filled(layout: Layout, texts: Texts, *, organ: str = "示例市教育局", year: int = 2022) -> Filled:
    """The form filled with these texts, as a document of its own, with little prose."""
    title = f"{organ}{year}年政府信息公开工作年度报告"
    prose = {section.key: _PROSE[at % len(_PROSE) :][:1] for at, section in enumerate(layout.sections)}
    return Filled(layout, draw(layout, texts, title=[title], prose=prose), texts, title, organ, year)


def documents(
    layout: Layout,
    *,
    balanced: bool = True,
    distinct: bool = False,
    zeros: st.SearchStrategy[Zero] | None = None,
) -> st.SearchStrategy[Filled]:
    """Filled forms. Options are those of ``values``. The year is any; it says nothing about the layout."""
    organs = st.builds(str.__add__, st.sampled_from(_PLACES), st.sampled_from(_BODIES))
    lines = st.lists(st.sampled_from(_PROSE), max_size=2, unique=True)
    prose = st.fixed_dictionaries({section.key: lines for section in layout.sections})

    def build(drawn: tuple[Texts, str, int, Mapping[str, list[str]]]) -> Filled:
        texts, organ, year, prose = drawn
        title = f"{organ}{year}年政府信息公开工作年度报告"
        return Filled(layout, draw(layout, texts, title=[title], prose=prose), texts, title, organ, year)

    texts = values(layout, balanced=balanced, distinct=distinct, zeros=zeros)
    return st.tuples(texts, organs, st.integers(2019, 2025), prose).map(build)


@lru_cache(maxsize=32)
def places(layout: Layout) -> Mapping[Key, tuple[int, int, int]]:
    """Where ``draw`` prints each entry: the number of the grid, and the row and column of the cell, from 0."""
    keys = [(table.key, row, column) for table in layout.tables for row, column in table.cells()]
    marks: dict[str, dict[tuple[str, str], str]] = {}
    for at, (table, row, column) in enumerate(keys):
        marks.setdefault(table, {})[row, column] = f"#{at}"
    return {
        keys[int(cell.text[1:])]: (grid.number, cell.row, cell.column)
        for grid in draw(layout, marks).grids
        for cell in grid.cells
        if cell.text.startswith("#")
    }
