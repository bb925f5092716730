"""Web pages whose tables survive as lines alone: there, too, a number is what is seen, or it has no value."""

from __future__ import annotations

import re

import pytest

import govdisclose
from form_samples import filled
from govdisclose import Limits, Result
from govdisclose.readers.html import READER
from govdisclose.writers import html

TOUCHED = "disclosure:documents/regulations:newly_made"
ROW = [
    f"disclosure:documents/regulations:{name}"
    for name in ("newly_made", "newly_disclosed", "total_disclosed")
]
FIGURE = "7391"
SHAPES = ("a cell a line", "a row a line")


def source(cell: str, css: str, shape: str) -> bytes:
    """A report without tables, with the figure 7391 in one place, and there other markup."""
    page = html.write(filled(text="0", disclosure={"documents/regulations:newly_made": FIGURE})).decode()
    page = re.sub(r"</?(?:table|thead|tbody)\b[^>]*>", "", page)
    rows, cells = ("", "p") if shape == SHAPES[0] else ("p", "span")
    page = re.sub(r"<(/?)tr\b[^>]*>", rf"<\1{rows}>" if rows else "", page)
    page = re.sub(r"<t[dh]\b[^>]*>", f"<{cells}>", page)
    page = re.sub(r"</t[dh]>", f"</{cells}> ", page)
    plain = f"<{cells}>{FIGURE}</{cells}>"
    assert page.count(plain) == 1
    return page.replace(plain, f"<{cells}>{cell}</{cells}>").replace("</style>", css + "</style>", 1).encode()


def entries(result: Result) -> dict[str, object]:
    return {entry.path: entry.value for entry in result.entries}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "cell",
    ["48", "<u>4<b>8</b></u>", "<b style='font-size:20px'>48</b>", "<del>9</del><ins>48</ins>", "4<b>8</b>"],
)
def test_what_is_seen_is_read(cell: str, shape: str) -> None:
    found = entries(govdisclose.parse(source(cell, "", shape)))
    assert found == entries(govdisclose.parse(source(FIGURE, "", shape))) | {TOUCHED: 48}
    assert None not in found.values()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("cell", "css"),
    [
        ("48<span style='vertical-align:4pt;font-size:6pt'>5</span>", ""),
        ("48<span style='font-size:6pt'>5</span>", ""),
        ("48<span style='font-size:80%'>5</span>", ""),
        ("48 <span class=n>5</span>", ".n{font-size:7px;vertical-align:super}"),
        ("48<small>5</small>", ""),
        ("<small>5</small>48", ""),
        ("48<span style='position:relative;top:-5px'>5</span>", ""),
        ("48<sup>5</sup>", ""),
        ("48 <sup>[5]</sup>", ""),
        ("<sup>5</sup>", ""),
        ("<bdo dir=rtl>48</bdo>", ""),
        ("<b style='display:inline-block;transform:scaleX(-1)'>48</b>", ""),
        ("<b style='display:inline-block;transform:rotate(180deg)'>96</b>", ""),
        ("<span dir=rtl>4 8</span>", ""),
        ("<span style='display:inline-flex;flex-direction:row-reverse'><i>4</i><i>8</i></span>", ""),
        ("<span style='display:inline-flex'><i style='order:2'>4</i><i>8</i></span>", ""),
        ("<i style='float:right'>4</i><i style='float:right'>8</i>", ""),
        ("4<span style='position:relative;left:20px'>8</span>", ""),
        ("4<span style='margin-left:-20px'>8</span>", ""),
        ("<span style='font-family:Wingdings'>48</span>", ""),
        ("<b style='color:#eee'>48</b>", ""),
        ("4<b>8</b>", "b:has(i){display:none}"),
        ("<b>48</b>", "b::before{content:'1'}"),
        ("48 <img src=a.png>", ""),
        ("<img src=a.png> 48", ""),
        ("48<svg width=9 height=9><path d='M0 0L4 4'/></svg>", ""),
        ("4<input value=8>", ""),
        ("48<script>document.write(5)</script>", ""),
        ("<script>document.write(5)</script>48", ""),
        ("4<del>1</del>8", ""),
    ],
)
def test_where_the_number_is_not_known_there_is_none_and_no_other_is_wrong(
    cell: str, css: str, shape: str
) -> None:
    result = govdisclose.parse(source(cell, css, shape))
    found, plain = entries(result), entries(govdisclose.parse(source(FIGURE, "", shape)))
    assert found[TOUCHED] is None
    assert {path: value for path, value in found.items() if path not in ROW} == {
        path: value for path, value in plain.items() if path not in ROW
    }
    assert all(found[path] in (None, plain[path]) for path in found)
    assert [item for item in result.findings if item.path]


def test_what_holds_words_takes_its_figures_along() -> None:
    row = "<p style='position:absolute;left:50px;top:40px'><b>规章</b> 48 5 6</p>"
    assert lines(row) == ["规章 48 5 6"]
    page = "<div style='display:flex;flex-direction:row-reverse'><p>示例市2023年报告</p><p>48</p></div>"
    assert lines(page) == ["示例市2023年报告", "48\ufffc"]


def lines(page: str) -> list[str]:
    return [item.text for item in READER.read(page.encode(), Limits()).paragraphs]
