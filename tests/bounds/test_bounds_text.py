"""Texts and tables that cost more than they weigh: each ends in time and memory, and so do its explanation and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bounded import said_within_bounds

TITLE = "示例市气象局2023年政府信息公开工作年度报告"
HEAD = f"<html><body><h1>{TITLE}</h1>"
ROWS = [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "4", "0", "9"]]
REQUESTS = (
    "<table><tr><td colspan=3 rowspan=3><td colspan=7>申请人情况<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织"
    "<td rowspan=2>总计<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他"
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "http://schemas.openxmlformats.org"

LIGATURE = "\ufdfa"  # NFKC makes eighteen characters of it
UNORDERED = "\u0301" * 30_000 + "\u0316" * 30_000  # two classes in the wrong order
INTERLEAVED = "\u0345\u0334\u0316\u0301" * 100_000
HANGUL = "\u3164\uffa0" * 500_000


def html_table(rows: list[list[str]]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{text}" for text in row) for row in rows) + "</table>"


def page(body: str, head: str = HEAD) -> bytes:
    return (head + body).encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def docx(body: str) -> Callable[[Path], None]:
    """A Word file, packed: what it holds may be a thousand times its size."""

    def write(path: Path) -> None:
        kind = f"{_OPEN}/officeDocument/2006/relationships/officeDocument"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", f'<Types xmlns="{_OPEN}/package/2006/content-types"/>')
            archive.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_OPEN}/package/2006/relationships">'
                f'<Relationship Id="a" Type="{kind}" Target="word/document.xml"/></Relationships>',
            )
            archive.writestr(
                "word/document.xml",
                f'<w:document xmlns:w="{_WORD}"><w:body>{paragraph(TITLE)}{body}</w:body></w:document>',
            )

    return write


Recipe = tuple[str, "Callable[[], bytes | Callable[[Path], None]]", str]
"""The suffix, what makes the file, and the beginning of what must come out."""


def in_all_places(name: str, text: str) -> dict[str, Recipe]:
    """A text where a title, a line, a label and a value are expected, in each format."""
    value, label = [*ROWS, ["行政规范性文件", text, "1", "2"]], [*ROWS, [text, "5", "1", "2"]]
    lines = f"{TITLE}\n{text}\n信息内容\t本年制发件数\n规章\t{text}\n"
    return {
        f"{name} as a value": ("html", lambda: page(html_table(value)), "read"),
        f"{name} as a label": ("html", lambda: page(html_table(label)), "read"),
        f"{name} beside a label": ("html", lambda: page(html_table([*ROWS, [f"规{text}章", "5"]])), "read"),
        f"{name} as a line": ("html", lambda: page(f"<p>{text}{html_table(ROWS)}"), "read"),
        f"{name} as the heading": (
            "html",
            lambda: page(f"<h1>{text}</h1>{html_table(ROWS)}", f"<title>{text}</title>"),
            "read",
        ),
        f"{name} in place of a picture": (
            "html",
            lambda: page(f"<img alt='{text}'>{html_table(ROWS)}"),
            "read",
        ),
        f"{name} in a Word table": ("docx", lambda: docx(word_table(value) + word_table(label)), "read"),
        f"{name} in a text file": ("txt", lambda: lines.encode(), "read"),
    }


RECIPES: dict[str, Recipe] = {
    **in_all_places("a ligature that NFKC takes apart", LIGATURE * 1_500_000),
    **in_all_places("marks in the wrong order", UNORDERED),
    **in_all_places("marks of four classes", "章" + INTERLEAVED),
    "six million ligatures in a cell": (
        "html",
        lambda: page(html_table([*ROWS, ["规范", LIGATURE * 6_600_000]])),
        "read",
    ),
    "three million ligatures in a Word cell": (
        "docx",
        lambda: docx(word_table([*ROWS, ["规范", LIGATURE * 3_000_000]])),
        "read",
    ),
    "labels that NFKC makes long, each another": (
        "html",
        lambda: page(html_table([*ROWS, *([LIGATURE * 390 + str(row), "1"] for row in range(6_000))])),
        "read",
    ),
    "labels of marks, each another": (
        "html",
        lambda: page(
            html_table([*ROWS, *(["\u0301" * 190 + "\u0316" * 190 + str(row)] * 2 for row in range(6_000))])
        ),
        "read",
    ),
    "letters that print nothing": ("html", lambda: page(html_table([*ROWS, ["规范", HANGUL]])), "read"),
    "six million spaces of no width": (
        "html",
        lambda: page(html_table([*ROWS, ["规范", "\u200b" * 6_000_000]])),
        "read",
    ),
    "five million words in a cell": (
        "html",
        lambda: page(html_table([*ROWS, ["甲 " * 2_500_000, "a " * 2_000_000]])),
        "read",
    ),
    # --- tables
    "36,000 tables of one row in Word": (
        "docx",
        lambda: docx(word_table([["规章", "1"]]) * 36_000),
        "read",
    ),
    "60,000 tables of one row": ("html", lambda: page(html_table([["规章", "1"]]) * 60_000), "read"),
    "60,000 tables of a heading": ("html", lambda: page(html_table([["自然人", "1"]]) * 60_000), "read"),
    "40,000 tables with a heading": (
        "html",
        lambda: page(html_table([["信息内容", "本年制发件数"], ["规章", "1"]]) * 40_000),
        "read",
    ),
    "30,000 tables in a text file": (
        "txt",
        lambda: f"{TITLE}\n{'规章	1	2' + chr(10) * 3}".encode() * 30_000,
        "read",
    ),
    "19,000 rows that the form does not have": (
        "html",
        lambda: page(
            REQUESTS
            + "".join(
                f"<tr><td colspan=3>{chr(0x4E00 + row) * 190}{row}{'<td>1' * 7}" for row in range(19_000)
            )
        ),
        "read, 0 MB",
    ),
    "19,000 rows of one heading": (
        "html",
        lambda: page(
            REQUESTS + ("<tr><td colspan=3>一、本年新收政府信息公开申请数量" + "<td>1" * 7) * 19_000
        ),
        "read, 0 MB",
    ),
    "tables of many columns, one after another": (
        "html",
        lambda: page(
            "".join(
                html_table(
                    [["规章", *(f"甲{row}{column}" for column in range(200 + row % 2)), "行政规范性文件"]]
                )
                for row in range(900)
            )
        ),
        "read",
    ),
    "tables of many headings, one after another": (
        "html",
        lambda: page(
            "".join(html_table([["自然人", *[""] * (100 + row % 2), "总计"]]) for row in range(900))
        ),
        "read",
    ),
    # --- markup
    "190 million declared columns": (
        "html",
        lambda: page(f"<table>{'<col span=1000>' * 190_000}<tr><td>规章<td>1</table>"),
        "read",
    ),
    "900 attributes in each of 2,600 tags": (
        "html",
        lambda: page(("<p " + " ".join(f"a{number}=1" for number in range(900)) + ">") * 2_600),
        "LimitError elements",
    ),
    "990 attributes without a value in each of 4,100 tags": (
        "html",
        lambda: page(("<p " + " ".join(f"a{number}" for number in range(990)) + ">") * 3_400),
        "LimitError elements",
    ),
    "many tags of few attributes": (
        "html",
        lambda: page("<b a=1 b=2 c=3>x</b>" * 390_000),
        "LimitError elements",
    ),
    "nine million blank lines that are kept": (
        "html",
        lambda: page("<pre>" + "\n" * 9_000_000 + "x"),
        "read",
    ),
    "nine million blank lines in a cell": (
        "html",
        lambda: page(html_table([*ROWS, ["规范", f"<pre>{chr(10) * 9_000_000}x</pre>"]])),
        "LimitError blocks",
    ),
    "five million lines that are kept": (
        "html",
        lambda: page("<pre>" + "x\n" * 4_900_000),
        "LimitError blocks",
    ),
    # --- bytes
    "two million page breaks": (
        "txt",
        lambda: f"{TITLE}\n".encode() + b"1\f\n" * 2_000_000,
        "LimitError blocks",
    ),
    "bytes that are no text": (
        "txt",
        lambda: TITLE.encode() + b"\n" + bytes(128 + at * 97 % 128 for at in range(1 << 20)) * 17,
        "",
    ),
    "bytes that are no text between digits": (
        "html",
        lambda: page("<p>") + (b"1" + bytes(128 + at * 97 % 128 for at in range(4096)) + b"2") * 4_000,
        "",
    ),
    "a line of a million tabs": ("txt", lambda: f"{TITLE}\n".encode() + b"\t" * 1_000_000, ""),
    "a text in one line": ("txt", lambda: f"{TITLE}\n{'示例文字' * 1_600_000}".encode(), ""),
    "ten megabytes of lines": ("txt", lambda: f"{TITLE}\n{'统计期限示例' * 500}\n".encode() * 1_200, ""),
}


@pytest.mark.parametrize("name", RECIPES)
def test_a_text_ends_in_time_and_memory(name: str, tmp_path: Path) -> None:
    suffix, make, expected = RECIPES[name]
    path = tmp_path / f"hostile.{suffix}"
    made = make()
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        made(path)
    assert path.stat().st_size <= 20_000_000
    said = said_within_bounds("parse", str(path))
    assert not said.startswith("MemoryError")
    assert said.startswith(expected)
