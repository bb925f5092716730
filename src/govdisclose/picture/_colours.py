"""The colours, and what each stands for in words. They can be told apart by people who do not see red or green.

They are those that Okabe and Ito chose. What matters most differs in its outline too: thick, dashed or hatched.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from govdisclose.findings import Severity
from govdisclose.picture.shapes import Kind

__all__ = ["CELLS", "COLOURS", "MARKS", "Colour", "Rgb"]

Rgb = tuple[int, int, int]


@frozen
class Colour:
    """How a kind is drawn, and the words of the legend. ``short`` is for the picture: ASCII alone.

    ``tint`` is how much of the colour lies over the page, from 0 to 1; ``outline`` its width in
    points, and ``around`` how far it stands off.
    """

    rgb: Rgb
    short: str
    en: str
    zh: str
    around: float = 0.0
    tint: float = 0.3
    outline: float = 0.7
    pattern: Literal["plain", "dashed", "hatched"] = "plain"


_BLUE, _SKY = (0, 114, 178), (86, 180, 233)
_GREEN, _ORANGE, _VERMILLION = (0, 158, 115), (230, 159, 0), (213, 94, 0)
_PURPLE, _GREY, _DARK = (204, 121, 167), (140, 140, 140), (60, 60, 60)

COLOURS: dict[Kind, Colour] = {
    Kind.ROW_HEADING: Colour(_SKY, "row heading", "sky blue: heading of a row", "天蓝色：行标题"),
    Kind.COLUMN_HEADING: Colour(_PURPLE, "column heading", "purple: heading of a column", "紫红色：列标题"),
    Kind.HEADING: Colour(
        _GREY,
        "title or corner of a table",
        "grey: title or corner of a table of the form",
        "灰色：表格的标题或表头左上角",
        tint=0.18,
    ),
    Kind.VALUE: Colour(
        _GREEN,
        "entry: number, blank or /",
        "green: entry as printed, a number, a blank or a slash",
        "绿色：按原样读取的数据（数字、空白或“/”）",
    ),
    Kind.DOUBT: Colour(
        _ORANGE,
        "entry without a value",
        "orange, dashed: entry without a value, as it is text or cannot be told",
        "橙色虚线：没有取值的数据（文字或无法确定）",
        tint=0.45,
        outline=1.2,
        pattern="dashed",
    ),
    Kind.BROKEN: Colour(
        _VERMILLION,
        "entry: error, or the sum does not hold",
        "red, thick: entry with an error, or in a sum that does not hold",
        "红色粗框：有错误，或勾稽关系不平衡的数据",
        tint=0.4,
        outline=2.0,
    ),
    Kind.COPY: Colour(
        _BLUE,
        "another copy of a table",
        "blue: another copy of a table, compared with the first",
        "蓝色：同一张表的另一份，用于比对",
        tint=0.15,
    ),
    Kind.UNMATCHED: Colour(
        _DARK,
        "not taken: none of the form's",
        "dark, hatched: taken for nothing, as the form has no such row, column or table",
        "深色斜线：未采用（格式中没有这样的行、列或表）",
        tint=0.1,
        outline=1.2,
        pattern="hatched",
    ),
    Kind.TITLE: Colour(
        _DARK,
        "title of the report",
        "dark outline: title of the report, or its organ",
        "深色线框：报告标题或机关名称",
        around=1.5,
        tint=0,
        outline=1.4,
    ),
    Kind.SECTION: Colour(
        _BLUE,
        "heading of a section",
        "blue outline: heading of a section",
        "蓝色线框：各部分标题",
        around=1.5,
        tint=0,
        outline=1.2,
    ),
    Kind.PROSE: Colour(
        _SKY,
        "text of a section",
        "sky blue outline: text of a section",
        "天蓝色线框：各部分正文",
        around=1.5,
        tint=0,
    ),
    Kind.LINE: Colour(
        _GREY, "other line", "grey outline: any other line", "灰色线框：其他文字", around=1.5, tint=0
    ),
}
"""By kind, in the order of the legend."""

CELLS = (
    Kind.ROW_HEADING,
    Kind.COLUMN_HEADING,
    Kind.HEADING,
    Kind.VALUE,
    Kind.DOUBT,
    Kind.BROKEN,
    Kind.COPY,
    Kind.UNMATCHED,
)

MARKS: dict[Severity, Rgb] = {
    Severity.ERROR: (176, 32, 0),
    Severity.WARNING: (158, 98, 0),
    Severity.INFO: (90, 90, 90),
}
"""The colour of the numbers of findings; white stands out from each."""
