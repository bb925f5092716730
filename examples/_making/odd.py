"""Files that are not to be read, or not wholly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from _making import page, word
from _making.shapes import body, document
from _making.source import load
from govdisclose.document import Block, Paragraph
from govdisclose.grid import Grid

__all__ = ["ODD"]


def _page(title: str, main: str) -> bytes:
    return (
        page.HEAD.format(charset="utf-8", title=title, more="") + f"<body>\n{main}\n</body>\n</html>\n"
    ).encode()


def _pictures() -> bytes:
    """Every table is a scan: the sections can be read, the numbers cannot."""
    source = load("finance-bureau-2021")

    def reshape(key: str, grid: Grid) -> list[Block]:
        return [Paragraph(f"[{key}]")]

    main = page.blocks(document(source, body(source, reshape)).blocks, page.plain_cell)
    for number, key in enumerate(("disclosure", "requests", "reviews"), 2):
        main = main.replace(f"　　[{key}]", f'<img src="W020220124{number}.png" alt="">')
    return _page(source.title[0] + "（图片版）", main)


def _two_copies() -> bytes:
    """Table 4 stands twice, and one number differs."""
    source = load("health-commission-2023")

    def reshape(key: str, grid: Grid) -> list[Block]:
        if key != "reviews":
            return [grid]
        last = grid.cells[-11]
        other = tuple(attrs.evolve(cell, text="7") if cell is last else cell for cell in grid.cells)
        return [
            grid,
            Paragraph("附：政府信息公开行政复议、行政诉讼情况表"),
            Grid(other, grid.rows, grid.columns),
        ]

    return _page(
        source.title[0], page.blocks(document(source, body(source, reshape)).blocks, page.plain_cell)
    )


def _run_together() -> bytes:
    """The flat text of a page: the digits of table 4 have run into one number, and its labels are not in lines."""
    source = load("market-regulation-2022")

    def reshape(key: str, grid: Grid) -> list[Block]:
        return [Paragraph("".join(cell.text for cell in grid.cells))]

    lines = [
        item.text for item in document(source, body(source, reshape)).blocks if isinstance(item, Paragraph)
    ]
    return ("\n".join(lines) + "\n").encode()


def _news() -> bytes:
    return _page(
        "示例市召开政务公开工作会议",
        "<h1>示例市召开政务公开工作会议</h1>\n<p>本报讯　昨日，示例市召开政务公开工作会议，部署年度报告的编制和发布。"
        "会议要求，各单位要在规定时间内完成数据核对，做到件数准确、口径一致。</p>\n"
        '<table border="1"><tr><td>参会单位</td><td>68个</td></tr><tr><td>参会人数</td><td>142人</td></tr></table>',
    )


def _attached() -> bytes:
    """The page shows a title and a menu; the report is a file that it has a link to."""
    return _page(
        "示例市水利局2022年政府信息公开工作年度报告",
        '<ul><li><a href="/">首页</a></li><li><a href="/xxgk/">政府信息公开</a></li></ul>\n'
        "<h1>示例市水利局2022年政府信息公开工作年度报告</h1>\n<p>发布日期：2023-01-18</p>\n"
        '<p>附件：<a href="./P020230118/nb2022.doc">示例市水利局2022年政府信息公开工作年度报告.doc</a></p>',
    )


def _truncated() -> bytes:
    """The download broke off."""
    whole = word.package(word.paragraph("示例市水利局2021年政府信息公开工作年度报告"))
    return whole[: len(whole) // 2]


ODD: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "attached-report.html": _attached,
        "digits-run-together.txt": _run_together,
        "news-page.html": _news,
        "tables-are-pictures.html": _pictures,
        "truncated.docx": _truncated,
        "two-copies-differ.html": _two_copies,
    }
)
"""File name and what makes it."""
