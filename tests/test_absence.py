"""Reports in which no table of the form stands, and forms that nobody filled in."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import attrs
import pytest

import govdisclose
from form_samples import PROSE, fill, filled
from govdisclose import NotAReportError, ReportElsewhereError, Result
from govdisclose.document import Document, Paragraph, Picture
from govdisclose.explain import explain
from govdisclose.export import from_json, to_json
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.locate import Locator
from govdisclose.parsing import parse_document
from govdisclose.writers import docx, html, text

NONE_FITS = ("report-before-forms", "tables-as-pictures", "no-table-found", "layout-undecided")
HEADINGS: tuple[str, ...] = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")
HEADINGS += (
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def page(title: str, *, under: Sequence[str] = (), before: str = "", after: str = "") -> bytes:
    """A web page with the six headings, some prose, and markup under the second heading, before and after all."""
    body = "\n".join(
        f"<p>{heading}</p>\n" + ("\n".join(under) if number == 1 else "<p>本局依法办理。</p>")
        for number, heading in enumerate(HEADINGS)
    )
    return (
        f'<!DOCTYPE html>\n<meta charset="utf-8">\n<title>{title}</title>\n<body>\n{before}\n'
        f"<h1>{title}</h1>\n{body}\n{after}\n</body>"
    ).encode()


def told(result: Result) -> list[tuple[str, dict[str, str]]]:
    return [(item.kind, dict(item.facts)) for item in result.findings if item.kind in NONE_FITS]


def test_a_report_of_an_earlier_year_is_told_as_such() -> None:
    result = govdisclose.parse(
        page(
            "示例市规划局2014年政府信息公开工作年度报告",
            under=["<table><tr><td>指标<td>单位<td>数量<tr><td>公开文件数<td>条<td>88</table>"],
        )
    )
    assert told(result) == [
        ("report-before-forms", {"year": "2014", "first": "2019", "layouts": "cn-2019 and cn-2021"})
    ]
    assert (result.report.organ, result.report.year, result.layout) == ("示例市规划局", 2014, None)


@pytest.mark.parametrize("year", [2019, 2023])
def test_a_report_of_the_years_of_the_forms_without_a_table_is_not_called_old(year: int) -> None:
    result = govdisclose.parse(page(f"示例市规划局{year}年政府信息公开工作年度报告"))
    assert told(result) == [
        ("no-table-found", {"layouts": "cn-2019 and cn-2021", "grids": "0", "paragraphs": "12"})
    ]


def test_pictures_in_place_of_the_tables_are_named() -> None:
    result = govdisclose.parse(
        page(
            "示例市规划局2022年政府信息公开工作年度报告",
            under=['<p><img src="./W0203.png" alt="表二"></p>', '<img data-src="W0204.jpg">'],
        )
    )
    assert told(result) == [("tables-as-pictures", {"pictures": "./W0203.png、W0204.jpg"})]


def test_of_many_pictures_the_first_five_and_their_number_are_named() -> None:
    result = govdisclose.parse(
        page(
            "示例市规划局2022年政府信息公开工作年度报告", under=[f'<img src="{n}.png">' for n in range(1, 9)]
        )
    )
    assert told(result)[0][1] == {"pictures": "1.png、2.png、3.png、4.png、5.png、… (8)"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<img src="/images/head.png">', ""),
        ("", '<p>版权所有</p>\n<img src="/images/foot.png">'),
        (
            '<img src="logo.png"><img src="dot.png" width="12">',
            '<p>x</p><div style="display:none"><img src="a.png"></div>',
        ),
    ],
)
def test_the_pictures_of_the_site_are_no_tables(before: str, after: str) -> None:
    result = govdisclose.parse(page("示例市规划局2022年政府信息公开工作年度报告", before=before, after=after))
    assert [kind for kind, _ in told(result)] == ["no-table-found"]


def test_a_title_that_says_so_is_enough_where_pictures_are_not_known() -> None:
    body = "\n".join(HEADINGS)
    result = govdisclose.parse(f"示例市规划局2022年政府信息公开工作年度报告（图片版）\n{body}".encode())
    assert told(result) == [("tables-as-pictures", {"pictures": "图片版"})]


def test_a_report_of_pictures_alone_names_them() -> None:
    source = "# 示例市规划局2022年政府信息公开工作年度报告\n\n![第一页](p1.png)\n\n![](p2.png)\n"
    with pytest.raises(ReportElsewhereError) as caught:
        govdisclose.parse(source.encode())
    assert [(item.kind, item.address) for item in caught.value.pointers] == [
        ("picture", "p1.png"),
        ("picture", "p2.png"),
    ]


def test_where_no_table_stands_no_entry_has_a_value_and_each_table_is_named() -> None:
    result = govdisclose.parse(page("示例市规划局2022年政府信息公开工作年度报告"))
    assert {(entry.state, entry.value) for entry in result.entries} == {("missing", None)}
    missing = [item.path for item in result.findings if item.kind == "table-not-found"]
    assert sorted(missing) == ["disclosure", "requests", "reviews"]


def test_one_layout_that_was_asked_for_stays_the_layout() -> None:
    source = page("示例市规划局2022年政府信息公开工作年度报告")
    result = govdisclose.parse(source, layouts=[CN_2021])
    assert result.layout is CN_2021
    assert told(result)[0][1]["layouts"] == "cn-2021"
    assert len(result.entries) == 200


def test_a_report_of_which_one_table_stands_is_told_as_before() -> None:
    document = filled()
    blocks = tuple(
        block for block in document.blocks if isinstance(block, Paragraph) or block.number in (1, 3)
    )
    assert told(parse_document(attrs.evolve(document, blocks=blocks))) == []
    blocks = tuple(block for block in document.blocks if isinstance(block, Paragraph) or block.number == 3)
    result = parse_document(attrs.evolve(document, blocks=blocks))
    assert [kind for kind, _ in told(result)] == ["layout-undecided"]


def test_explain_and_export_say_that_no_form_fits() -> None:
    result = govdisclose.parse(page("示例市规划局2022年政府信息公开工作年度报告"))
    words = "\n".join(str(line) for section in explain(result) for line in section.lines)
    assert words.count("none of its tables was found") == 2
    assert "undecided" not in words
    assert from_json(to_json(result)).layout is None


# --- pictures of a document


def test_a_page_names_its_pictures_with_the_line_and_the_words() -> None:
    source = (
        b'<p>a</p>\n<p><img src=" x.png " alt="t1"></p>\n<img src="data:image/png;base64,AAAA" height="65">'
    )
    assert govdisclose.read(source).pictures == (
        Picture("x.png", "t1", Locator(line=2)),
        Picture("data:image/png", "", Locator(line=3)),
    )


def test_a_picture_is_no_part_of_the_text() -> None:
    with_, without = (
        govdisclose.read(f"<p>甲{image}</p>".encode()) for image in ('<img src="x.png" alt="乙">', "")
    )
    assert with_.blocks == without.blocks


def test_more_pictures_than_anyone_reads_are_not_kept() -> None:
    assert len(govdisclose.read(b"<p>a</p>" + b'<img src="x.png">' * 5000).pictures) == 200
    assert len(govdisclose.read(b"a\n" + b"![b](c.png) " * 5000).pictures) == 200


# --- forms that nobody filled in

WRITE: tuple[Callable[[Document], bytes], ...] = (
    html.write,
    docx.WRITER.write,
    text.write,
    lambda document: text.write(document, shape="lines"),
)


@pytest.mark.parametrize("write", WRITE, ids=["html", "docx", "text", "lines"])
@pytest.mark.parametrize(
    "title",
    [
        ("关于印发年度报告格式的通知", "现将2021年度政府信息公开工作年度报告格式印发给你们。"),
        ("填报说明", "请于1月20日前报送2022年政府信息公开工作年度报告。"),
        ("2023年政府信息公开工作年度报告（模板）",),
        ("××局20××年政府信息公开工作年度报告",),
        ("中华人民共和国政府信息公开工作年度报告格式", "示例市人民政府办公室", "2021年11月1日"),
    ],
)
def test_a_form_in_a_notice_is_warned_of(title: tuple[str, ...], write: Callable[[Document], bytes]) -> None:
    result = govdisclose.parse(write(draw(CN_2021, fill(CN_2021, ""), title=title, prose=PROSE)))
    assert {entry.value for entry in result.entries} == {None}
    assert "form-not-filled-in" in {item.kind for item in result.findings}
    assert result.report.year is None


@pytest.mark.parametrize("write", WRITE, ids=["html", "docx", "text", "lines"])
@pytest.mark.parametrize(
    "title",
    [
        ("示例县示范镇人民政府2022年政府信息公开工作年度报告",),
        ("示例县示范镇人民政府", "2022年政府信息公开工作年度报告"),
        ("示例县示范镇人民政府政府信息公开工作年度报告",),
    ],
)
def test_a_blank_report_of_an_organ_is_no_empty_form(
    title: tuple[str, ...], write: Callable[[Document], bytes]
) -> None:
    result = govdisclose.parse(write(draw(CN_2021, fill(CN_2021, ""), title=title, prose=PROSE)))
    assert "form-not-filled-in" not in {item.kind for item in result.findings}
    assert result.report.organ == "示例县示范镇人民政府"


@pytest.mark.parametrize("printed", ["0", "/", "无", "12", "见附件"])
def test_one_filled_cell_makes_it_a_report(printed: str) -> None:
    texts = fill(CN_2019, "", requests={"received:total": printed})
    result = parse_document(draw(CN_2019, texts, title=["年报"], prose=PROSE))
    assert "form-not-filled-in" not in {item.kind for item in result.findings}


def test_a_page_with_the_menu_of_a_site_and_no_report_is_no_report() -> None:
    menu = "<p>政府信息公开年报</p><p>信息公开年度报告</p><p>政务公开</p><p>今日天气晴。</p>"
    with pytest.raises(NotAReportError):
        govdisclose.parse(menu.encode())


def test_a_hundred_thousand_hidden_pictures_cost_little() -> None:
    deep = "<div>" * 150 + '<img src="x.png">' * 100_000 + "</div>" * 150
    source = f'<p>甲</p><div style="display:none">{deep}</div>'.encode()
    began = time.process_time()
    assert (
        govdisclose.read(source, limits=attrs.evolve(govdisclose.Limits(), elements=1_000_000)).pictures == ()
    )
    assert time.process_time() - began < 5
