"""How a form is set: styles, sizes and widths."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from govdisclose.document import DEFAULT_LIMITS, Cell, Document, Grid, Paragraph
from govdisclose.readers.docx import READER as DOCX_READER
from govdisclose.readers.html import READER as HTML_READER
from govdisclose.writers._setting import set_cell, set_title
from govdisclose.writers.docx import WRITER as DOCX
from govdisclose.writers.html import write as write_html

TITLE = "示例市财政局2026年政府信息公开工作年度报告"
TABLE = Grid(
    (Cell("项目", 0, 0), Cell("数量", 0, 1), Cell("规章", 1, 0), Cell("3", 1, 1)), 2, 2, widths=(300.0, 100.0)
)
FORM = Document(
    (
        Paragraph(TITLE, 1, role="title"),
        Paragraph("一、总体情况", 2, role="heading"),
        Paragraph("本局照章办理。", 3, role="body"),
        Paragraph("二、主动公开政府信息情况", 4, role="heading"),
        TABLE,
        Paragraph("三、其他", 5, role="heading"),
        Paragraph("四、附件", 6, role="heading"),
    ),
    "drawn",
)


def part(document: Document, name: str) -> str:
    with ZipFile(BytesIO(DOCX.write(document))) as archive:
        return archive.read(name).decode()


def test_roles_and_widths_are_no_part_of_what_is_compared() -> None:
    assert Paragraph("一", role="title") == Paragraph("一")
    assert hash(Paragraph("一", role="title")) == hash(Paragraph("一"))
    assert Grid(TABLE.cells, 2, 2) == TABLE


def test_a_form_is_read_back_as_it_was() -> None:
    assert DOCX_READER.read(DOCX.write(FORM), DEFAULT_LIMITS).blocks == FORM.blocks
    found = HTML_READER.read(write_html(FORM), DEFAULT_LIMITS)
    assert [item.text for item in found.paragraphs] == [item.text for item in FORM.paragraphs]
    assert [cell.text for cell in found.grids[0].cells] == ["项目", "数量", "规章", "3"]


def test_paragraphs_of_a_word_document_have_the_styles_of_their_roles() -> None:
    paragraphs = docx.Document(BytesIO(DOCX.write(FORM))).paragraphs
    styles = [(paragraph.text, paragraph.style.name if paragraph.style else None) for paragraph in paragraphs]
    assert styles == [
        (TITLE, "Title"),
        ("一、总体情况", "Heading 1"),
        ("本局照章办理。", "Body Text"),
        ("二、主动公开政府信息情况", "Heading 1"),
        ("", "Normal"),  # between two tables, or behind one
        ("三、其他", "Heading 1"),
        ("", "Body Text"),  # a section without text has a line to write on
        ("四、附件", "Heading 1"),
        ("", "Body Text"),
    ]


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Body Text", "仿宋", 16),
        ("Table Text", "宋体", 10.5),
        ("Table Text Small", "宋体", 9),
    ],
)
def test_the_fonts_are_those_of_offices(style: str, font: str, points: float) -> None:
    found = docx.Document(BytesIO(DOCX.write(FORM))).styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size.pt == points


def test_a_font_that_is_not_there_has_one_that_stands_in() -> None:
    fonts = part(FORM, "word/fontTable.xml")
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in fonts
    assert "embed" not in fonts


def test_the_package_holds_only_what_a_form_needs() -> None:
    with ZipFile(BytesIO(DOCX.write(FORM))) as archive:
        assert sorted(archive.namelist()) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        ]


def test_the_lines_of_a_title_stand_together() -> None:
    two = Document(
        (Paragraph("示例县水利局", role="title"), Paragraph("【年份】年报告", role="title")), "drawn"
    )
    first, second = docx.Document(BytesIO(DOCX.write(two))).paragraphs
    assert (first.paragraph_format.space_after, second.paragraph_format.space_after) == (0, None)


def test_the_text_is_indented_by_two_characters_with_one_and_a_half_lines() -> None:
    sheet = part(FORM, "word/styles.xml")
    body = sheet[sheet.index('w:styleId="BodyText"') :]
    assert '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200"' in body


def test_a_table_has_fixed_widths_and_keeps_together() -> None:
    text = part(FORM, "word/document.xml")
    assert '<w:tblLayout w:type="fixed"/>' in text
    assert '<w:gridCol w:w="6000"/><w:gridCol w:w="2000"/>' in text
    assert text.count("<w:cantSplit/>") == 2
    first, last = text.split("</w:tr>")[:2]
    assert (first.count("<w:keepNext/>"), last.count("<w:keepNext/>")) == (2, 0)


def test_a_long_table_may_be_cut_between_its_rows() -> None:
    cells = tuple(Cell("1", row, column) for row in range(60) for column in range(2))
    text = part(Document((Grid(cells, 60, 2),), "drawn"), "word/document.xml")
    assert "<w:keepNext/>" not in text


def test_narrow_columns_are_set_small() -> None:
    narrow = Grid(tuple(Cell("1", 0, column) for column in range(15)), 1, 15, widths=(30.2,) * 15)
    text = part(Document((narrow,), "drawn"), "word/document.xml")
    assert text.count('<w:pStyle w:val="TableTextSmall"/>') == 15
    assert '<table class="set narrow">' in write_html(Document((narrow,), "drawn")).decode()


def test_a_page_has_headings_and_the_widths_of_the_columns() -> None:
    page = write_html(FORM).decode()
    assert f'<h1 style="font-size: 20.5pt">{TITLE}</h1>\n<h2>一、总体情况</h2>\n<p>本局照章办理。</p>' in page
    assert (
        '<table class="set">\n<colgroup><col style="width: 75.00%"><col style="width: 25.00%"></colgroup>'
        in page
    )


@pytest.mark.parametrize(
    ("organ", "size", "side"),
    [
        ("示例县", 22, 0),
        ("示例市财政局", 20.5, 0),
        ("示例市自然资源和规划局", 16.5, 0),
        (
            "虚构省样本市示范经济技术开发区管理委员会",
            22,
            2,
        ),  # the first line holds the organ and nothing else
        ("虚构省样本市示范经济技术开发区城市管理和综合行政执法局", 16.5, 0),
    ],
)
def test_a_title_fills_one_line_or_breaks_before_its_year(organ: str, size: float, side: float) -> None:
    found, left = set_title(f"{organ}2026年政府信息公开工作年度报告")
    assert (found, round(left)) == (size, side)
    if len(organ) > 15:
        room = (453.5 - 2 * left) / found
        assert len(organ) <= room < len(organ) + 0.5


def test_a_long_title_without_a_number_has_two_lines_of_one_length() -> None:
    size, side = set_title("示例" * 20)
    assert size == 22
    assert (453.5 - 2 * side) / size == pytest.approx(20.45)


@pytest.mark.parametrize(
    ("text", "width", "size", "line"),
    [
        ("总计", 28.4, 9, None),
        ("商业企业", 28.4, 9, 2.45),
        ("社会公益组织", 28.4, 9, None),
        ("（三）不予公开", 47.0, 9, None),  # a bracket may move to the next line: the room is kept
        ("11398889", 28.4, 7.0, None),  # a number is never broken
        ("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 120.8, 9, None),
        ("甲\n乙丙丁戊己", 28.4, 9, None),
    ],
)
def test_a_label_of_two_lines_has_them_of_one_length(
    text: str, width: float, size: float, line: float | None
) -> None:
    found, side = set_cell(text, 9, width)
    assert found == size
    assert side == pytest.approx(0 if line is None else (width - line * 9) / 2)
