"""Findings about what stands in cells, what must add up, the sections and what stands before them."""

from __future__ import annotations

from govdisclose.catalogue._kind import Kind, Severity

__all__ = ["ORGANS", "PERIODS", "SECTIONS", "SUMS", "TITLES", "VALUES", "YEARS"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

VALUES = (
    Kind(
        "row-cut",
        _ERROR,
        "the row stands before a cut, and figures without a label follow it; they may be its other half",
        "本行之后表格被分开，且下一部分以无标题的数字开头，可能是本行的另一半，不取值",
    ),
    Kind(
        "row-empty",
        _WARNING,
        "nothing stands between the label of the row and the next one; its cells were taken for blank",
        "本行标题与下一行标题之间没有内容，各单元格视为空白",
    ),
    Kind(
        "row-too-short",
        _ERROR,
        "the row has {found} of {expected} cells; {kept} have a value by what must add up, the others none",
        "本行只有{found}个单元格（应有{expected}个），按勾稽关系取值{kept}个，其余不取值",
    ),
    Kind(
        "row-too-long",
        _ERROR,
        "the row has {found} cells for {expected} columns; none was taken",
        "本行有{found}个单元格，多于{expected}列，均不取值",
    ),
    Kind(
        "row-displaced",
        _ERROR,
        'the row does not stand under the headings: "{text}" stands where none of its kind belongs; no number was taken',
        "本行与表头不对应：“{text}”所在位置不应有此内容，本行数据均不取值",
    ),
    Kind(
        "cell-spans-headings",
        _ERROR,
        'the cell "{text}" stands under {count} headings',
        "单元格“{text}”同时位于{count}个标题之下",
    ),
    Kind(
        "cells-under-one-heading",
        _ERROR,
        "{count} cells stand under one heading: {text}",
        "同一标题下有{count}个单元格：{text}",
    ),
    Kind(
        "columns-under-one-heading",
        _ERROR,
        'more than one column stands under the heading "{label}" ({text}), and which of them is its own is not known; '
        "cells that stand in a part of it give no values",
        "标题“{label}”之下不止一列（{text}），无法确定哪一列属于该标题，仅位于其中一部分的单元格不取值",
    ),
    Kind(
        "number-beside-blank",
        _ERROR,
        'beside the empty cell stands "{text}" under no heading; it may be its number, so that the cell is not taken for '
        "blank",
        "空白单元格旁的“{text}”不在任何标题之下，可能是该单元格的数据，因此未按空白处理",
    ),
    Kind(
        "cell-not-a-count",
        _WARNING,
        'the cell holds "{text}", which is not a count (0, 12 or 1,234)',
        "单元格内容为“{text}”，不是件数（如0、12、1,234）",
    ),
    Kind(
        "cell-not-a-change",
        _WARNING,
        'the cell holds "{text}", which is not a change (+2, -15 or 减4)',
        "单元格内容为“{text}”，不是增减数（如+2、-15、减4）",
    ),
    Kind(
        "cell-not-an-amount",
        _WARNING,
        'the cell holds "{text}", which is not an amount of money (7390.1 or 3.27万元)',
        "单元格内容为“{text}”，不是金额（如7390.1、3.27万元）",
    ),
    Kind(
        "change-in-words",
        _INFO,
        'the change "{text}" was read as {value}',
        "增减“{text}”读作{value}",
    ),
    Kind(
        "unit-unknown",
        _INFO,
        'neither the heading nor the cell gives the unit of the amount "{text}"',
        "金额“{text}”在标题和单元格中均未注明单位",
    ),
    Kind(
        "unit-contradicted",
        _WARNING,
        'the heading says {heading} and the cell "{text}" says {cell}; the cell\'s was taken',
        "标题单位为{heading}，单元格“{text}”单位为{cell}，以单元格为准",
    ),
)
"""What stands in rows and cells."""

SUMS = (
    Kind(
        "total-broken",
        _WARNING,
        "printed {total}, its parts add up to {sum} (difference {difference}): {cells}",
        "合计为{total}，各项之和为{sum}（相差{difference}）：{cells}",
    ),
    Kind(
        "balance-broken",
        _WARNING,
        "{left_label} give {left}, {right_label} give {right} (difference {difference}): {cells}",
        "{left_label}之和为{left}，{right_label}之和为{right}（相差{difference}）：{cells}",
    ),
    Kind(
        "part-exceeds-whole",
        _WARNING,
        "{part_label} is {part}, more than {whole_label} of which it is a part: {whole}",
        "{part_label}为{part}，大于其所属的{whole_label}（{whole}）",
    ),
    Kind(
        "one-cell-explains",
        _WARNING,
        "all {count} broken sums of the table hold if this cell, printed {printed}, were {suggested}",
        "若此单元格由{printed}改为{suggested}，本表{count}处不平衡全部消除",
    ),
)
"""What must add up."""

SECTIONS = (
    Kind(
        "section-not-found",
        _WARNING,
        'no heading of section "{section}" was found',
        "未找到“{section}”部分的标题",
    ),
    Kind(
        "section-repeated",
        _INFO,
        'the heading of section "{section}" stands {count} times; the one with the most text after it was taken',
        "“{section}”部分的标题出现{count}次，取其后文字最多的一处",
    ),
)

TITLES = (
    Kind(
        "title-not-found",
        _INFO,
        "no title of an annual disclosure report stands in the document",
        "未找到年度报告标题",
    ),
    Kind(
        "titles-differ",
        _WARNING,
        'beside the title "{first}" stands "{second}", which names another organ or year; the first was taken',
        "除标题“{first}”外，另有“{second}”，其机关或年份不同；取前者",
    ),
    Kind(
        "title-undecided",
        _WARNING,
        'titles of several reports stand before section one, such as "{first}" and "{second}"; none was taken',
        "第一部分之前列有多份报告的标题，如“{first}”和“{second}”，均未采用",
    ),
)

ORGANS = (
    Kind(
        "organ-unclear",
        _WARNING,
        'before the year or the title stands "{text}", of which it cannot be told what is the organ\'s name',
        "标题前的“{text}”中无法确定机关名称",
    ),
    Kind(
        "organ-not-found",
        _WARNING,
        "neither the title nor the lines beside it name the organ",
        "标题及其相邻各行均未写明机关名称",
    ),
    Kind(
        "organ-from-line",
        _INFO,
        'the title does not name the organ; it was taken from "{text}"',
        "标题未写机关名称，取自“{text}”",
    ),
    Kind(
        "organ-undecided",
        _WARNING,
        'the title does not name the organ, and "{first}" and "{second}" beside it may both be its name',
        "标题未写机关名称，其旁的“{first}”和“{second}”均可能是机关名称",
    ),
)

YEARS = (
    Kind(
        "year-not-found",
        _WARNING,
        "neither the title, the period nor the opening of section one gives the year",
        "标题、统计期限和第一部分开头均未写明年份",
    ),
    Kind(
        "year-undecided",
        _WARNING,
        "the title gives no year, and the text gives both {first} and {second}",
        "标题未写年份，正文中既有{first}年又有{second}年",
    ),
    Kind(
        "year-from-text",
        _INFO,
        'the title gives no year; {year} was taken from "{text}"',
        "标题未写年份，{year}取自“{text}”",
    ),
    Kind(
        "year-contradicted",
        _WARNING,
        'the title says {year}, the text says {other}: "{text}"',
        "标题年份为{year}，正文为{other}：“{text}”",
    ),
)

PERIODS = (
    Kind(
        "period-unreadable",
        _INFO,
        'the period is not written as two dates: "{text}"',
        "统计期限写法无法识别：“{text}”",
    ),
)
