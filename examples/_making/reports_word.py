"""The reports that are Word files."""

from __future__ import annotations

import re

from _making import word
from _making.shapes import body, cut, document, one_table, relabel, repeat_down, shift_values
from _making.source import Source
from govdisclose.document import Block, Paragraph
from govdisclose.grammar.draw import draw_table
from govdisclose.grid import Grid

__all__ = ["county", "natural_resources", "subdistrict", "town"]


def county(source: Source) -> bytes:
    """The form as the notice prints it, but for one label written downwards and an edge that is a point off.

    Table 3 goes on on the next page, under its headings again, after a page number.
    """

    def reshape(key: str, grid: Grid) -> list[Block]:
        if key != "requests":
            return [grid]
        label = "三、本年度办理结果"
        first, second = cut(relabel(grid, {label: "\n".join(label)}), 15, headings=3)
        return [first, Paragraph("- 3 -"), second]

    def show(item: Block) -> str:
        if isinstance(item, Paragraph):
            return word.prose(item.text, source.title)
        if any(cell.text == "信息内容" for cell in item.cells):
            return word.table(shift_values(item, ("信息内容",)), narrow=1) + "<w:p/>"
        return word.table(item) + "<w:p/>"

    return word.package("".join(map(show, document(source, body(source, reshape)).blocks)))


def town(source: Source) -> bytes:
    """Three tables in one, within a content control, after the prose."""
    titles = {section.key: section.label for section in source.layout.sections}
    grids = [
        (titles[table.key], draw_table(table, source.texts[table.key])) for table in source.layout.tables
    ]
    table = repeat_down(one_table(grids, 30))
    before, after = _split(document(source, body(source)).blocks, "五、")
    return word.package(
        word.blocks(before, source.title)
        + word.control(word.table(table) + "<w:p/>", "report")
        + word.blocks(after)
    )


def _split(blocks: tuple[Block, ...], start: str) -> tuple[list[Block], list[Block]]:
    at = next(
        place
        for place, item in enumerate(blocks)
        if isinstance(item, Paragraph) and item.text.startswith(start)
    )
    return list(blocks[:at]), list(blocks[at:])


_MARK = re.compile(r"([一二三四五六七])、|（([一二三四五六七])）|(\d)\.")
_LISTS = (
    (("chineseCountingThousand", "%1、"),),
    (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")),
)


def subdistrict(source: Source) -> bytes:
    """What Word counts stands in no text of the file: headings in one list, the rows of table 3 in another."""
    headings = set(source.headings.values())

    def heading(text: str) -> str:
        match = _MARK.match(text)
        if match is None or text not in headings:
            return word.prose(text, source.title)
        return word.numbered(text[match.end() :], number=1)

    def label(text: str) -> str:
        match = _MARK.match(text)
        if match is None:
            return word.paragraph(text)
        level = next(at for at, group in enumerate(match.groups()) if group)
        return word.numbered(text[match.end() :], level=level, number=2)

    items = document(source, body(source)).blocks
    inside = "".join(
        heading(item.text) if isinstance(item, Paragraph) else word.table(item, label) + "<w:p/>"
        for item in items
    )
    return word.package(inside, numbering=_LISTS)


def natural_resources(source: Source) -> bytes:
    """Table 3 goes on on the next page without its headings, and the page cuts a label in two."""

    def reshape(key: str, grid: Grid) -> list[Block]:
        if key == "requests":
            first, second = cut(grid, 16, headings=0)
            label = "（四）无法提供"
            return [
                relabel(first, {label: label[:4]}),
                Paragraph("- 3 -"),
                relabel(second, {label: label[4:]}),
            ]
        return [relabel(grid, {"采购总金额": "采购总金额（万元）"})]

    return word.package(word.blocks(document(source, body(source, reshape)).blocks, source.title))
