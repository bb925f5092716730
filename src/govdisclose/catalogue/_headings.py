"""Findings about which form it is, its tables and their headings."""

from __future__ import annotations

from govdisclose.catalogue._kind import Kind, Severity

__all__ = ["FORMS", "HEADINGS", "TABLES"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

FORMS = (
    Kind(
        "layout-undecided",
        _ERROR,
        "the tables fit {layouts} equally well; only the tables that these have in common were read",
        "表格与{layouts}同样相符，无法判定格式；只读取各格式相同的表",
    ),
    Kind(
        "report-before-forms",
        _ERROR,
        "the report is of {year}, and the national forms begin with {first}; the tables of {layouts} were looked for, "
        "and none stands in it",
        "报告年度为{year}年，早于{first}年启用的全国统一格式；已按{layouts}查找，未见其中任何表格",
    ),
    Kind(
        "tables-as-pictures",
        _ERROR,
        "no table of the form stands in the report as text; pictures stand in it that were not read: {pictures}",
        "报告中没有文字形式的表格，其中的图片未读取：{pictures}",
    ),
    Kind(
        "tables-elsewhere",
        _ERROR,
        "no table of the form stands in the page; it may stand in what the page leads to: {pointers}",
        "网页中没有表格，表格可能在网页所链接或调用的内容中：{pointers}",
    ),
    Kind(
        "no-table-found",
        _ERROR,
        "no table of {layouts} stands in the document, in {grids} tables and {paragraphs} paragraphs",
        "文件共{grids}张表、{paragraphs}段文字，未找到{layouts}中的任何表格",
    ),
    Kind(
        "form-not-filled-in",
        _WARNING,
        "nothing is filled in, and no title names an organ: this is the form itself, as a notice or a template prints it",
        "表格未填写任何内容，且没有写明机关的标题：这是格式本身（如通知附件或模板），不是报告",
    ),
)
"""Which form it is, or that it is none."""

TABLES = (
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
        "table-upright",
        _INFO,
        "the table is printed upright, with the headings of its columns one under the other; it was turned",
        "表格为竖排，列标题自上而下排列，已转置读取",
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
        "table-in-many-places",
        _ERROR,
        "parts of the table stand in {count} places; beyond {most} they are not compared, and no entry of it has a value",
        "表格的各部分分布在{count}处，超过{most}处不作核对，该表各项均不取值",
    ),
    Kind(
        "table-copy-unread",
        _WARNING,
        "the table stands {count} times more without a number that can be told; these copies were not compared",
        "同一表格另有{count}处，但其中的数字均无法确定，未作比对",
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
)
"""Where tables stand."""

HEADINGS = (
    Kind(
        "label-by-alias",
        _INFO,
        'the label "{found}" was taken for "{official}", of which it is a known alias',
        "标题“{found}”按已知别名视为“{official}”",
    ),
    Kind(
        "label-with-note",
        _INFO,
        'the label "{found}" was taken for "{official}"; the note "{note}" at its end was left out',
        "标题“{found}”视为“{official}”，其后的注释“{note}”已略去",
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
        "headings-displaced",
        _ERROR,
        "a row of column headings ({labels}) ends before the table does and does not stand under the headings over it; "
        "which columns they are the headings of is not known",
        "有一行列标题（{labels}）比表格短，且与其上方的标题不相对应，无法确定各标题所属的列",
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
)
