"""The text of a cell is what a person sees in it. Each row was looked at in a browser."""

from __future__ import annotations

import pytest
from html_cell import Row, check, read

from govdisclose.grid import UNREAD

MARKS: list[Row] = [
    ("48<sup>1</sup>", "48", ["mark-left-out"]),
    ("48<sup><a href='#n'>1</a></sup>", "48", ["mark-left-out"]),
    ("48<a href='#n'><sup>[1]</sup></a>", "48", ["mark-left-out"]),
    ("48<sub>1</sub>", "48", ["mark-left-out"]),
    ("48<small>1</small>", "48", ["mark-left-out"]),
    ("48<span style='vertical-align: super'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='vertical-align:sub'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='vertical-align:4px'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='vertical-align:40%'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='mso-text-raise:4pt'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='position:relative;top:-4pt;mso-text-raise:4pt'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='font-size:6pt'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='font-size:60%'>1</span>", "48", ["mark-left-out"]),
    ("48<span style='font-size:smaller'>1</span>", "48", ["mark-left-out"]),
    ("48<font size=1>1</font>", "48", ["mark-left-out"]),
    ("<ruby>48<rt>3</rt></ruby>", "48", ["mark-left-out"]),
    ("<ruby>48<rp>(</rp><rt>3</rt><rp>)</rp></ruby>", "48", ["mark-left-out", "text-unseen:hidden"]),
    ("<ruby>4<rt>3</rt>8<rt>5</rt></ruby>", "48" + UNREAD, ["mark-uncertain"]),
    ("<sup>48</sup>", UNREAD, ["mark-uncertain"]),
    # a size that is neither that of a mark nor that of a figure
    ("4<span style='font-size:12px'>8</span>", "4" + UNREAD, ["cell-not-read:size"]),
    # nothing beside it is larger, or as word processors mix neighbouring sizes
    ("<small>48</small>", "48", []),
    ("<span style='position:relative;top:-1pt;mso-text-raise:1pt'>48</span>", "48", []),
    ("<span style='vertical-align:2px'>48</span>", "48", []),
    ("<span style='font-size:10.5pt'>4</span><span style='font-size:12pt'>8</span>", "48", []),
    ("<span style='font-size:9pt'>4</span><span style='font-size:10.5pt'>8</span>", "48", []),
    ("48<sup style='vertical-align:baseline;font-size:inherit'>3</sup>", "483", []),
    ("48<sup></sup>", "48", []),
    ("<td style='vertical-align:super'>48</td>", "48", []),
    # words in small letters are words
    ("51000<small>元</small>", "51000元", []),
]
STRUCK: list[Row] = [
    ("<del>48</del><ins>57</ins>", "57", ["text-struck-out"]),
    ("<s>48</s> 57", "57", ["text-struck-out"]),
    ("57<br><strike>48</strike>", "57", ["text-struck-out"]),
    ("<span style='text-decoration:line-through'>48</span>57", "57", ["text-struck-out"]),
    ("<span style='text-decoration:underline line-through red'>48</span>57", "57", ["text-struck-out"]),
    ("<b style='text-decoration-line:line-through'><i>48</i></b>57", "57", ["text-struck-out"]),
    ("<del>48</del>", UNREAD, ["cell-struck-out"]),
    ("<td style='text-decoration:line-through'>48</td>", UNREAD, ["cell-struck-out"]),
    ("<td style='text-decoration:line-through'><div>48</div></td>", UNREAD, ["cell-struck-out"]),
    # a child does not undo it, unless it is no part of the line
    (
        "<td style='text-decoration:line-through'><u style='text-decoration:none'>48</u></td>",
        UNREAD,
        ["cell-struck-out"],
    ),
    ("<td style='text-decoration:line-through'><b style='display:inline-block'>48</b></td>", "48", []),
    ("4<s>7</s>8", f"4{UNREAD}8", ["text-struck-out", "number-divided"]),
    ("<del style='text-decoration:none'>48</del>", "48", []),
    ("<b style='text-decoration:line-through transparent'>48</b>", "48", []),
    ("<u>4<b>8</b></u>", "48", []),
    ("<ins>48</ins><!-- 7 -->", "48", []),
    ("48<s></s>", "48", []),
]
UNSEEN: list[Row] = [
    ("48<b style='display:inline-block;overflow:hidden;line-height:0'>3</b>", "48", ["text-unseen:clipped"]),
    (
        "48<b style='display:inline-block;overflow:hidden;line-height:.3'>3</b>",
        "48" + UNREAD,
        ["cell-not-read:style"],
    ),
    ("48<b popover>3</b>", "48", ["text-unseen:hidden"]),
    ("48<b style='opacity:0'>3</b>", "48", ["text-unseen:transparent"]),
    ("48<b style='filter:opacity(0)'>3</b>", "48", ["text-unseen:transparent"]),
    ("48<b style='color:transparent'>3</b>", "48", ["text-unseen:transparent"]),
    ("48<b style='color:rgba(0, 0, 0, 0)'>3</b>", "48", ["text-unseen:transparent"]),
    ("48<b style='color:hsl(0 0% 0% / 5%)'>3</b>", "48", ["text-unseen:transparent"]),
    ("48<b style='font-size:0'>3</b>", "48", ["text-unseen:small"]),
    ("48<b style='font:0/0 a'>3</b>", "48", ["text-unseen:small"]),
    ("48<b style='font-size:.5pt'>3</b>", "48", ["text-unseen:small"]),
    ("48<b style='font-size:calc(1px * 0)'>3</b>", "48", ["text-unseen:small"]),
    ("<td style='font-size:0'>3<b style='font-size:12px'>48</b></td>", "48", ["text-unseen:small"]),
    ("48<b style='color:#fff'>3</b>", "48", ["text-unseen:colour"]),
    ("48<font color=white>3</font>", "48", ["text-unseen:colour"]),
    ("48<b style='color:snow'>3</b>", "48", ["text-unseen:colour"]),
    ("<td style='background:#ccc'>48<b style='color:#cdcdcd'>3</b></td>", "48", ["text-unseen:colour"]),
    ("<td bgcolor=black>48</td>", "", ["cell-unseen:colour"]),
    ("48<b style='--a:white;color:var(--a)'>3</b>", "48", ["text-unseen:colour"]),
    ("48<b style='color:var(--none, white)'>3</b>", "48", ["text-unseen:colour"]),
    ("48<b style='position:absolute;left:-9999px'>3</b>", "48", ["text-unseen:off-page"]),
    ("48<b style='position:fixed;top:-100em'>3</b>", "48", ["text-unseen:off-page"]),
    ("48<b style='position:relative;left:-9999px'>3</b>", "48", ["text-unseen:off-page"]),
    ("48<b style='margin-left:-9999px'>3</b>", "48", ["text-unseen:off-page"]),
    ("48<b style='display:inline-block;transform:translateX(-9999px)'>3</b>", "48", ["text-unseen:off-page"]),
    ("<td style='text-indent:-9999px'>48</td>", "", ["cell-unseen:off-page"]),
    ("48<b style='display:inline-block;text-indent:-9999px'>3</b>", "48", ["text-unseen:off-page"]),
    ("48<b style='position:absolute;clip:rect(0 0 0 0)'>3</b>", "48", ["text-unseen:clipped"]),
    ("48<b style='clip-path:inset(50%)'>3</b>", "48", ["text-unseen:clipped"]),
    ("48<b style='display:inline-block;width:0;overflow:hidden'>3</b>", "48", ["text-unseen:clipped"]),
    ("48<b style='display:inline-block;max-height:1px;overflow:hidden'>3</b>", "48", ["text-unseen:clipped"]),
    ("48<b style='display:inline-block;transform:scale(0)'>3</b>", "48", ["text-unseen:clipped"]),
    ("48<b style='visibility:hidden'>3</b>", "48", ["text-unseen:hidden"]),
    ("48<b style='visibility:collapse'>3</b>", "48", ["text-unseen:hidden"]),
    ("48<b hidden>3</b>", "48", ["text-unseen:hidden"]),
    ("48<dialog>3</dialog>", "48", ["text-unseen:hidden"]),
    ("48<b style='content-visibility:hidden'>3</b>", "48", ["text-unseen:hidden"]),
    (
        "<td style='visibility:hidden'>3<b style='visibility:visible'>48</b></td>",
        "48",
        ["text-unseen:hidden"],
    ),
    # what takes no room does not part a number, what takes room does
    ("4<b style='display:none'>3</b>8", "48", ["text-unseen:hidden"]),
    ("4<b style='opacity:0'>3</b>8", f"4{UNREAD}8", ["text-unseen:transparent", "number-divided"]),
    # hardly to be seen
    ("<b style='color:#e6e6e6'>48</b>", UNREAD, ["cell-not-read:faint"]),
    ("<b style='font-size:3px'>48</b>", UNREAD, ["cell-not-read:faint"]),
    ("<td style='background:url(a.png);color:white'>48</td>", UNREAD, ["cell-not-read:faint"]),
]
SEEN: list[Row] = [
    ("<p style='line-height:0'>48</p>", "48", []),
    ("<p style='overflow:hidden;line-height:1.2'>48</p>", "48", []),
    ("<td style='margin-top:-9999px'>48</td>", "48", []),
    ("<b style='display:none\\9'>48</b>", "48", []),
    ("<b style='display:none; display:inline'>48</b>", "48", []),
    ("<b style='display:none;display:nonsense'>48</b>", "", ["cell-unseen:hidden"]),
    ("<b style='display:none !important;display:inline'>48</b>", "", ["cell-unseen:hidden"]),
    ("<b style='dis\\70lay:none'>48</b>", "", ["cell-unseen:hidden"]),
    ("<b style='--x-display:none'>48</b>", "48", []),
    ("<b style='/* display:none; */ color:red'>48</b>", "48", []),
    ("<b style='background:url(\"a;display:none\")'>48</b>", "48", []),
    ("<b style='*display:none'>48</b>", "48", []),
    ("<b title='display:none'>48</b>", "48", []),
    ("<b hidden style='display:inline'>48</b>", "48", []),
    ("<td style='background:#000;color:#fff'>48</td>", "48", []),
    ("<td bgcolor='#000'><font color=white>48</font></td>", "48", []),
    ("<td style='background:linear-gradient(#000, #234);color:#fff'>48</td>", "48", []),
    ("<td style='background:url(a.png)'>48</td>", "48", []),
    ("<td style='background:url(a.png)'></td>", "", []),
    ("<b style='background:yellow;mso-highlight:yellow'>48</b>", "48", []),
    ("<b style='width:0;overflow:hidden'>48</b>", "48", []),
    ("48<b style='text-indent:-9999px'>3</b>", "483", []),
    ("<p style='text-indent:-21pt;margin-left:21pt'>48</p>", "48", []),
    ("<p style='margin-left:-5.4pt'>48</p>", "48", []),
    ("<td style='transform:translateZ(0)'>48</td>", "48", []),
    ("<td style='filter:grayscale(100%)'>48</td>", "48", []),
    ("<td style='position:relative'><b style='position:absolute;left:0;top:0'>48</b></td>", "48", []),
    ("<b style='font-size:clamp(12px, 1vw, 14px)'>48</b>", "48", []),
    ("<b style='color:oklch(0.2 0 0)'>48</b>", "48", []),
    ("<font color=red>4</font><font color='0000ff'>8</font>", "48", []),
    ("<my-number>48</my-number>", "48", []),
    ("4<wbr>8", "48", []),
    ("48<noscript>3</noscript><template>4</template>", "48", []),
]
CONTROLS: list[Row] = [
    ("<input value='48'>", "48", []),
    ("4<input size=1 value=8>", "48", []),
    ("<input type=number value=48>", "48", []),
    ("<input type=number value=many>", "", []),
    ("48<input type=hidden value=9>", "48", []),
    ("<input>", "", []),
    ("<input placeholder=48>", UNREAD, ["cell-not-read:control"]),
    ("<input type=password value=48>", UNREAD, ["cell-not-read:control"]),
    ("<input type=checkbox>48", UNREAD + "48", ["cell-not-read:control"]),
    ("<input size=2 value=4812>", UNREAD, ["cell-not-read:control"]),
    ("<input value=48 style='display:none'>5", "5", ["text-unseen:hidden"]),
    ("<textarea>\n48</textarea>", "48", []),
    ("<textarea rows=1>4\n8</textarea>", UNREAD, ["cell-not-read:control"]),
    ("<select><option>4<option selected>48</select>", "48", []),
    ("<select><option>48<option>4</select>", "48", []),
    ("<select><option disabled>4<option>48</select>", "48", []),
    ("<select multiple><option selected>48</select>", UNREAD, ["cell-not-read:control"]),
    ("<button><b>48</b></button>", "48", []),
    ("<output>48</output>", "48", []),
    ("<input value=4><input value=8>", "4 8", []),
    ("<input type=hidden value=4><input value=48>", "48", []),
    ("<label>48</label>", "48", []),
    ("<meter value=.5>48</meter>", UNREAD, ["cell-not-read:control"]),
    ("<progress>48</progress>", UNREAD, ["cell-not-read:control"]),
    ("<details><summary>48</summary>3</details>", "48", ["text-unseen:hidden"]),
    ("<details>48</details>", UNREAD, ["text-unseen:hidden", "cell-not-read:control"]),
]
THINGS: list[Row] = [
    ("4<img src=a.png>", "4" + UNREAD, ["cell-not-read:picture"]),
    ("<img src=a.png>", UNREAD, ["cell-is-picture"]),
    ("4<img src=a.png width=1 height=1>", "4", []),
    ("4<img src=a.png style='width:2px'>", "4", []),
    ("4<img src=a.png style='opacity:0'>", "4", []),
    ("<i style='display:inline-block;width:8px;height:14px;background:url(a.png)'></i>", UNREAD, ["cell-is-picture"]),
    ("48<svg width=9 height=9><desc>3</desc><circle r=1 /></svg>", "48" + UNREAD, ["cell-not-read:picture"]),
    ("48<svg style='display:none'><text>3</text></svg>", "48", []),
    ("48<svg width=0 height=0><defs><text>3</text></defs></svg>", "48", []),
    ("4<i style='background:url(a.png);padding-left:5px'></i>", "4" + UNREAD, ["cell-not-read:picture"]),
    ("48<i style='background:url(a.png)'></i>", "48", []),
    ("<object data=a.svg>48</object>", UNREAD, ["cell-not-read:object"]),
    ("4<embed src=a.svg>", "4" + UNREAD, ["cell-not-read:object"]),
    ("<canvas>48</canvas>", UNREAD, ["cell-not-read:drawing"]),
    ("<iframe srcdoc='48'></iframe>", UNREAD, ["cell-not-read:embedded"]),
    ("48<iframe src=a style='display:none'></iframe>", "48", []),
    ("<math><semantics><mn>48</mn><annotation>48</annotation></semantics></math>", "48", []),
    ("<math><mrow><mn>4</mn><mn>8</mn></mrow></math>", "48", []),
    ("<math><msup><mn>3</mn><mn>2</mn></msup></math>", UNREAD, ["cell-not-read:formula"]),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", UNREAD, ["cell-not-read:formula"]),
    ("4<script>document.write(8)</script>", "4" + UNREAD, ["cell-not-read:script"]),
    ("48<script type='application/json'>[3]</script>", "48", []),
    ("<marquee>48</marquee>", UNREAD, ["cell-not-read:moved"]),
    ("<font face=Wingdings>48</font>", UNREAD, ["cell-not-read:symbol"]),
    ("<ol><li>48</ol>", UNREAD + "48", ["cell-not-read:generated"]),
    ("<ol style='list-style:none'><li>48</ol>", "48", []),
    ("<ul><li>48</ul>", "48", []),
    ("<q>48</q>", "“48”", []),
]  # fmt: skip
PLACES: list[Row] = [
    ("<bdo dir=rtl>48</bdo>", UNREAD, ["cell-not-read:order"]),
    ("<b style='direction:rtl;unicode-bidi:bidi-override'>48</b>", UNREAD, ["cell-not-read:order"]),
    ("<b dir=rtl style='unicode-bidi:isolate-override'>48</b>", UNREAD, ["cell-not-read:order"]),
    ("<td dir=rtl>-48</td>", UNREAD, ["cell-not-read:order"]),
    ("<td dir=rtl>48</td>", "48", []),
    ("<bdo dir=ltr>48</bdo>", "48", []),
    (
        "<span style='display: inline-flex; direction: rtl'><i>8</i><i>4</i></span>",
        UNREAD + UNREAD,
        ["cell-not-read:order"],
    ),
    (
        "<span dir=rtl style='display: inline-flex'><i>8</i><i>4</i></span>",
        UNREAD + UNREAD,
        ["cell-not-read:order"],
    ),
    (
        "4<span style='color: transparent; text-shadow: 0 0 0 #000'>8</span>",
        "4" + UNREAD,
        ["cell-not-read:faint"],
    ),
    ("4<b style='color: #fff; text-shadow: 1px 1px #000'>8</b>", "4" + UNREAD, ["cell-not-read:faint"]),
    ("<b style='text-shadow: 1px 1px #ccc'>48</b>", "48", []),
    ("<b style='unicode-bidi:bidi-override'>48</b>", "48", []),
    ("<b style='display:inline-block;transform:rotate(180deg)'>48</b>", UNREAD, ["cell-not-read:turned"]),
    ("<b style='display:inline-block;transform:scaleX(-1)'>48</b>", UNREAD, ["cell-not-read:turned"]),
    ("<span style='display:block'>4</span><span style='display:block'>8</span>", "4\n8", []),
    ("4<span style='display:table'>8</span>", "4\n8", []),
    ("4<span style='float:right'>8</span>", "4\n8", []),
    ("4<span style='position:absolute'>8</span>", "4\n8", []),
    ("4<b style='display:inline-block;width:100%'>8</b>", "4\n8", []),
    ("<span style='display:grid'><b>4</b><b>8</b></span>", "4\n8", []),
    ("<span style='display:grid'><b style='color:#333'>4</b><i>8</i></span>", "4\n8", []),
    ("<div style='display:flex;flex-direction:column'><b>4</b><b>8</b></div>", "4\n8", []),
    ("<td style='display:inline-grid'><b>4</b><b>8</b></td>", "4\n8", []),
    (
        "<td style='display:flex;flex-direction:row-reverse'><b>8</b><b>4</b></td>",
        UNREAD + UNREAD,
        ["cell-not-read:order"],
    ),
    ("<div style='display:flex'><b>4</b><b>8</b></div>", "48", []),
    ("<div style='display:grid'><b>48</b></div>", "48", []),
    ("<span style='display:block'>48</span>", "48", []),
    ("4<span style='display:inline-block'>8</span>", "48", []),
    ("4<span style='padding-left:20px'>8</span>", "4 8", []),
    ("4<b style='margin-left:-20px'>8</b>", "4" + UNREAD, ["cell-not-read:moved"]),
    ("<b style='position:relative;left:20px'>4</b>8", UNREAD + "8", ["cell-not-read:moved"]),
    ("4<b style='position:absolute;left:80px'>8</b>", f"4\n{UNREAD}", ["cell-not-read:moved"]),
    ("<b style='letter-spacing:-1em'>48</b>", UNREAD, ["cell-not-read:style"]),
    (
        "<td style='position:relative'>48<b style='position:absolute;inset:0;background:#fff'></b></td>",
        f"48\n{UNREAD}",
        ["cell-not-read:moved"],
    ),
]


RULES = {
    "a raised or small mark is no figure": MARKS,
    "what is struck out is not there": STRUCK,
    "what is not seen is not there": UNSEEN,
    "what changes nothing changes nothing": SEEN,
    "a control is the value that it shows": CONTROLS,
    "what is shown and not read leaves no number": THINGS,
    "order and lines are those of the page": PLACES,
}


@pytest.mark.parametrize(
    ("cell", "text", "kinds"),
    [pytest.param(*row, id=f"{rule}-{at}") for rule, rows in RULES.items() for at, row in enumerate(rows)],
)
def test_a_cell_is_what_its_page_shows(cell: str, text: str, kinds: list[str]) -> None:
    check(cell, text, kinds)


@pytest.mark.parametrize(
    "cell",
    ["<td style='display:none'>9</td><td>48</td>", "<td hidden>9</td><td>48</td>"],
)
def test_a_cell_that_is_taken_out_moves_those_after_it(cell: str) -> None:
    check(cell, "48", [])


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<table><col><col style='visibility:collapse'><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>",
         [["1", "3"], ["4", "6"]]),
        ("<table><tr><td>1<td>2<tr style='visibility:hidden'><td>3<td>4</table>", [["1", "2"], ["", ""]]),
        ("<table><tbody style='display:none'><tr><td>1<td>2</tbody><tr><td>3<td>4</table>", [["3", "4"]]),
        ("<s><table><tr><td>1<td>2</table></s>", [[UNREAD, UNREAD]]),
        ("<table style='text-decoration:line-through'><tr><td>1<td>2</table>", [[UNREAD, UNREAD]]),
        ("<table><tr style='text-decoration:line-through'><td>1<td>2<tr><td>3<td>4</table>",
         [[UNREAD, UNREAD], ["3", "4"]]),
        ("<table style='color:#fff;background:#123'><tr><td>1<td style='background:#fff'>2</table>", [["1", ""]]),
        ("<div style='visibility:hidden'><table><tr><td>1<td style='visibility:visible'>2</table></div>",
         [["", "2"]]),
    ],
)  # fmt: skip
def test_rows_columns_and_tables_hide_and_strike_their_cells(table: str, rows: list[list[str]]) -> None:
    (grid,) = read(f"<!doctype html>{table}").grids
    assert [[cell.text if cell else None for cell in grid.line(row)] for row in range(grid.rows)] == rows


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("见<s>旧</s>新", "见新"),
        ("2024<b style='display:none'>5</b>年", "2024年"),
        ("面积5m<sup>2</sup>", "面积5m²"),
        ("见<img src=a.png>图", "见图"),
        ("20<img src=a.png>24", f"20{UNREAD}24"),
        ("<b style='color:white'>暗</b>明", "明"),
        ("<q>引</q>", "“引”"),
        ("文<script>var a = 1</script>字", "文字"),
        ("<b style='position:absolute;left:9px'>移</b>动", "移\n动"),
    ],
)
def test_outside_tables_the_same_is_shown(markup: str, line: str) -> None:
    assert "\n".join(block.text for block in read(f"<p>{markup}</p>").paragraphs) == line


def test_a_page_without_document_type_has_lengths_and_classes_of_its_own() -> None:
    check(
        "48<b style='font-size:0;left:-9999;position:absolute'>3</b>",
        "48",
        ["text-unseen:off-page"],
        opening="",
    )
    check("48<b class=OLD>3</b>", "48", ["text-unseen:hidden"], ".old{display:none}", "")
    check("48<b class=OLD>3</b>", "483", [], ".old{display:none}")


def test_a_small_table_in_a_cell_is_the_text_of_the_cell() -> None:
    inner = "<table><tr><td>4</td></tr><tr><td>8</td></tr></table>"
    rows = "".join(f"<tr><td>项目</td>{'<td>7</td>' * 9}</tr>" for _ in range(2))
    (grid,) = read(
        f"<!doctype html><meta charset=utf-8><table><tr><td>办法</td><td>{inner}</td></tr>{rows}</table>"
    ).grids
    cell = grid.at(0, 1)
    assert cell is not None
    assert cell.text == "4\n8"


def test_a_table_of_a_few_cells_is_one_of_its_own_where_the_one_around_it_is_layout() -> None:
    inner = "<table><tr><td>办法</td><td>48</td></tr></table>"
    page = f"<!doctype html><meta charset=utf-8><table><tr><td>首页</td><td>{inner}</td></tr></table>"
    assert [[cell.text for cell in grid.cells] for grid in read(page).grids] == [["办法", "48"]]
