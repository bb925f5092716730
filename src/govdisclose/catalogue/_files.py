"""Findings about the file, as the reader found it."""

from __future__ import annotations

from govdisclose.catalogue._kind import Kind, Severity

__all__ = ["FILES"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

FILES = (
    Kind(
        "read-from-member",
        _INFO,
        "the file is {container}; what was read is {member} in it, the only report there",
        "文件为{container}，已读取其中唯一的报告：{member}",
        terms=("container",),
    ),
    Kind(
        "read-from-markup",
        _INFO,
        "the page keeps the report as markup in {holder} and does not show it as it stands; that markup was read",
        "网页未直接显示报告，报告以标记形式存放在{holder}中，已按该标记读取",
        terms=("holder",),
    ),
    Kind(
        "encoding-mismatch",
        _INFO,
        "the file declares the encoding {declared} and was read as {used}",
        "文件声明的编码为{declared}，实际按{used}读取",
    ),
    Kind(
        "characters-undecodable",
        _WARNING,
        "{count} byte sequences are no characters in {used}; they stand as U+FFFD",
        "有{count}处字节无法按{used}解码，以U+FFFD代替",
    ),
    Kind(
        "span-clamped",
        _WARNING,
        "a cell declares {declared} {axis}; {used} were taken",
        "单元格声明跨{declared}{axis}，按{used}{axis}处理",
        terms=("axis",),
    ),
    Kind(
        "cells-overlap",
        _WARNING,
        "two cells claim the same grid position; the earlier one keeps it",
        "两个单元格占用同一位置，保留先出现的一个",
    ),
    Kind(
        "merge-without-start",
        _WARNING,
        "a vertically merged cell continues a cell that does not exist; it was taken as a start",
        "纵向合并单元格没有起始格，按起始格处理",
    ),
    Kind(
        "edges-snapped",
        _INFO,
        "{count} column edges stand no wider than a rounding error beside another and were taken for it",
        "有{count}条列边界与相邻边界仅差舍入误差，已合并为一条",
    ),
    Kind(
        "markup-nested-too-deep",
        _WARNING,
        "the page nests {depth} levels of markup; it was read again without the empty levels",
        "网页标签嵌套{depth}层，已去除空层后重新读取",
    ),
    Kind(
        "number-wrapped",
        _WARNING,
        'the cell is too narrow for its number; its lines "{printed}" were joined to {text}',
        "单元格过窄，数字折行；各行“{printed}”已拼接为{text}",
    ),
    Kind(
        "number-cut",
        _WARNING,
        'the page may have cut the number "{text}", which fills its cell, and digits stand where the next begins',
        "数字“{text}”写满单元格，下页对应处又有数字，可能被分页截断",
    ),
    Kind(
        "text-over-edge",
        _WARNING,
        'text runs over the edge of its cell, so that "{text}" may be a part or hold another\'s',
        "文字越过单元格边线，“{text}”可能不完整或含有邻格内容",
    ),
    Kind(
        "cell-off-page",
        _WARNING,
        "the cell goes on beside the paper, where its text may stand unseen; it was not taken for blank",
        "单元格超出纸张边缘，其内容可能不可见，未按空白处理",
    ),
    Kind(
        "columns-by-alignment",
        _WARNING,
        "rules do not divide the table; its {count} columns were found by where values stand under headings",
        "表格没有完整的框线；按数据与标题的上下对齐识别出{count}列",
    ),
    Kind(
        "place-uncertain",
        _WARNING,
        'rules do not divide the table, and it is not certain that "{text}" is all that belongs in this place',
        "表格没有完整的框线，无法确定“{text}”是否属于此处或是否完整",
    ),
    Kind(
        "rows-uneven",
        _INFO,
        "in {count} rows the cells do not end at the same height; what holds no text was taken for the row above",
        "有{count}行的单元格下边线高低不齐，无文字部分并入上一行",
    ),
    Kind(
        "characters-unmapped",
        _WARNING,
        "the font does not say what {count} characters of the page are; they stand as U+FFFD",
        "本页有{count}个字符的字体未注明对应文字，以U+FFFD代替",
    ),
    Kind(
        "text-invisible",
        _WARNING,
        "{count} characters of the page cannot be seen (invisible, white, clipped, hidden or off the page) and were left out",
        "本页有{count}个不可见字符（隐形、白色、被裁切、在隐藏图层中或在页面之外），已略去",
    ),
    Kind(
        "text-askew",
        _INFO,
        "{count} characters of the page are not written the way the others are and were left out",
        "本页有{count}个字符的书写方向与其他文字不同，已略去",
    ),
    Kind(
        "running-lines-left-out",
        _INFO,
        "{count} page numbers and lines that repeat at the edge of the pages were left out",
        "已略去{count}处页码和页眉页脚",
    ),
)
