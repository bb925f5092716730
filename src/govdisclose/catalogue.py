"""The kinds of finding. Codes are API: they name the pattern found, and are never reused for another.

A message is a template over the finding's facts, in English and in Chinese. The reference page of the
documentation is generated from this module.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["CATALOGUE", "Kind", "Severity"]


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class Kind:
    """A kind of finding: its code, severity, and message in two languages."""

    id: str
    severity: Severity
    en: str
    zh: str


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CATALOGUE: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        # --- the file, as the reader found it
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
            "单元格声明跨{declared}（{axis}），按{used}处理",
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
            "cell-is-picture",
            _WARNING,
            "the cell holds a picture and no text; what the picture shows is not read, and the cell is not blank",
            "单元格内只有图片，图片内容未读取，未按空白处理",
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
        # --- which form
        Kind(
            "layout-undecided",
            _ERROR,
            "the tables fit {layouts} equally well; only the tables that these have in common were read",
            "表格与{layouts}同样相符，无法判定格式；只读取各格式相同的表",
        ),
        # --- finding tables
        Kind(
            "table-not-found",
            _ERROR,
            "no table with the headings of {table} ({labels}) was found",
            "未找到“{table}”的表格（应有表头：{labels}）",
        ),
        Kind(
            "table-run-together",
            _ERROR,
            "the labels and numbers of the table stand in one line with nothing between them; no number can be told",
            "表格的标题和数字连成一行，中间没有分隔，无法确定任何数字",
        ),
        Kind(
            "table-joined",
            _INFO,
            "the table goes on in another grid; they were joined by their labels",
            "表格在下一处继续，已按标题拼接",
        ),
        Kind(
            "table-repeated",
            _WARNING,
            "the table stands {count} times with the same content; the first was taken",
            "同一表格出现{count}次且内容相同，取第一次出现的",
        ),
        Kind(
            "table-conflict",
            _ERROR,
            "the table stands {count} times and the copies differ; entries that differ have no value",
            "同一表格出现{count}次且内容不同，不一致的数据不取值",
        ),
        Kind(
            "table-from-text",
            _INFO,
            "the table is text without column edges; cells were placed by the labels of their row and by count",
            "表格为纯文本，没有列边界；按行标题和单元格个数对应各列",
        ),
        Kind(
            "table-from-lines",
            _WARNING,
            "the table survived only as lines of text; rows were anchored on their labels, in reading order",
            "表格只剩逐行文字；按标题定位各行，按阅读顺序对应各列",
        ),
        # --- headings
        Kind(
            "label-by-alias",
            _INFO,
            'the label "{found}" was taken for "{official}", of which it is a known alias',
            "标题“{found}”按已知别名视为“{official}”",
        ),
        Kind(
            "label-traditional",
            _INFO,
            "the labels are in traditional characters",
            "标题为繁体字",
        ),
        Kind(
            "label-joined",
            _INFO,
            'the label "{label}" was cut in two and has been joined',
            "标题“{label}”被分成两段，已拼接",
        ),
        Kind(
            "heading-skipped",
            _WARNING,
            'over "{label}" the heading "{skipped}" does not stand; the label alone decides',
            "“{label}”缺少上级标题“{skipped}”，仅按本标题识别",
        ),
        Kind(
            "band-title-missing",
            _WARNING,
            'over the rows of the band the title "{title}" does not stand; their labels alone decide',
            "本段各行上方缺少“{title}”，仅按行标题识别",
        ),
        Kind(
            "heading-inherited",
            _INFO,
            "{count} rows leave the cell of an outer heading empty; the heading above was taken",
            "有{count}行的上级标题单元格为空，沿用上方标题",
        ),
        Kind(
            "heading-repeated",
            _INFO,
            "the heading rows stand again inside the table; they were passed over",
            "表头在表内重复出现，已跳过",
        ),
        Kind(
            "span-repaired",
            _WARNING,
            'the heading "{label}" does not span its columns; the empty cells right of it were taken for it',
            "标题“{label}”未合并覆盖各列，其右侧空单元格视为该标题",
        ),
        Kind(
            "heading-straddles",
            _WARNING,
            'the heading "{label}" stands under two headings; only under one of them is it a heading of the form',
            "标题“{label}”跨在两个上级标题之下，只有其中一个符合格式",
        ),
        Kind(
            "edges-differ",
            _WARNING,
            "the row's cells do not stand under the edges of the headings; as many cells as headings, each under its own",
            "本行单元格与表头边界不齐；单元格数与标题数相同且依次对应",
        ),
        Kind(
            "boxhead-undecided",
            _ERROR,
            "the column headings in the text ({labels}) are not those of the form in an order that decides the columns",
            "文本中的列标题（{labels}）与格式不符，无法确定各列",
        ),
        Kind(
            "columns-repeat-heading",
            _WARNING,
            '{count} columns beside each other have the same heading "{label}"; they were taken for one',
            "相邻{count}列的标题均为“{label}”，视为一列",
        ),
        Kind(
            "boxhead-missing",
            _ERROR,
            "the rows from here on stand under no column headings; they give no values",
            "自此处起各行上方没有列标题，不取值",
        ),
        Kind(
            "row-missing",
            _ERROR,
            'no row is labelled "{label}"',
            "没有标题为“{label}”的行",
        ),
        Kind(
            "column-missing",
            _ERROR,
            'no column is labelled "{label}"',
            "没有标题为“{label}”的列",
        ),
        Kind(
            "row-not-matched",
            _ERROR,
            'the row labelled "{label}" is none of the form\'s',
            "行标题“{label}”不在格式之内",
        ),
        Kind(
            "column-not-matched",
            _ERROR,
            'the column labelled "{label}" is none of the form\'s',
            "列标题“{label}”不在格式之内",
        ),
        Kind(
            "column-without-heading",
            _ERROR,
            "a column holds {count} cells with text and has no heading",
            "有一列含{count}个非空单元格但没有标题",
        ),
        Kind(
            "row-without-heading",
            _ERROR,
            'a row has no label in its stub and holds "{text}"',
            "有一行没有标题，内容为“{text}”",
        ),
        Kind(
            "row-repeated",
            _ERROR,
            '{count} rows are labelled "{label}"; none was taken',
            "有{count}行的标题均为“{label}”，均不取值",
        ),
        Kind(
            "column-repeated",
            _ERROR,
            '{count} columns are labelled "{label}"; none was taken',
            "有{count}列的标题均为“{label}”，均不取值",
        ),
        Kind(
            "row-with-values-not-asked",
            _ERROR,
            'the row "{label}" is a group and holds numbers of its own: {text}',
            "“{label}”是分组标题，但本行填有数据：{text}",
        ),
        Kind(
            "text-passed-over",
            _INFO,
            'between the rows of the table stands "{text}", which is no cell of it',
            "表格行间有“{text}”，不是表内数据，已跳过",
        ),
        # --- cells
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
        # --- what must add up
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
        # --- title, sections
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
        Kind(
            "title-not-found",
            _INFO,
            "no title of an annual disclosure report stands in the document",
            "未找到年度报告标题",
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
        Kind(
            "year-not-found",
            _WARNING,
            "neither the title, the period nor the opening of section one gives the year",
            "标题、统计期限和第一部分开头均未写明年份",
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
        Kind(
            "period-unreadable",
            _INFO,
            'the period is not written as two dates: "{text}"',
            "统计期限写法无法识别：“{text}”",
        ),
    )
}
