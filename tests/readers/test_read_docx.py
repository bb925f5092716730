from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from govdisclose.document import DEFAULT_LIMITS, Document, Grid
from govdisclose.readers.docx import READER

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="urn:shapes"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body: str, spaces: str = _SPACES, **parts: str) -> bytes:
    """A document with this body; ``parts`` are further XML parts beside the main one, by name."""
    links = "".join(
        f'<Relationship Id="r{name}" Type="{_TYPES}/{name}" Target="{name}.xml"/>' for name in parts
    )
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_TYPES}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><w:document {spaces}>'
            f"<w:body>{body}</w:body></w:document>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>'
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return target.getvalue()


def read(body: str, **parts: str) -> Document:
    return READER.read(package(body, **parts), DEFAULT_LIMITS)


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, *properties: str) -> str:
    return f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


START, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def cells(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in grid.cells]


def texts(document: Document) -> list[str]:
    return [
        "|".join(cell.text for cell in block.cells) if isinstance(block, Grid) else block.text
        for block in document.blocks
    ]


# --- reading order


def test_paragraphs_and_tables_keep_the_order_of_the_document() -> None:
    document = read(p("一、总体情况") + tbl(tr(tc("规章"), tc("1"))) + p("二、") + tbl(tr(tc("a"), tc("b"))))
    assert texts(document) == ["一、总体情况", "规章|1", "二、", "a|b"]
    assert [paragraph.number for paragraph in document.paragraphs] == [1, 2]
    assert [grid.number for grid in document.grids] == [1, 2]
    assert document.format == "docx"


def test_a_blank_paragraph_is_no_paragraph() -> None:
    assert texts(read(p(" ") + "<w:p/>" + p("\u3000\u00a0") + p("\u200b") + p("示例市"))) == ["示例市"]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml w:element='x'>{}</w:customXml>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_containers_of_blocks_are_seen_through(inside: str) -> None:
    row = inside.format(tr(inside.format(tc("规章")), tc("1")))
    assert texts(read(inside.format(p("示例市")) + inside.format(tbl(row)))) == ["示例市", "规章|1"]


@pytest.mark.parametrize(
    "name", ["ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "customXml", "dir", "bdo"]
)
def test_containers_of_runs_are_seen_through(name: str) -> None:
    assert texts(read(f"<w:p><w:{name}><w:r><w:t>示例市</w:t></w:r></w:{name}></w:p>")) == ["示例市"]


# --- what is printed


def test_breaks_tabs_and_hyphens_are_text() -> None:
    body = (
        "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t><w:cr/><w:t>四</w:t>"
        "<w:noBreakHyphen/><w:softHyphen/><w:t>五</w:t></w:r></w:p>"
    )
    assert texts(read(body)) == ["一\t二\n三\n四-五"]


def test_a_page_break_before_the_first_word_is_no_line_break() -> None:
    assert texts(read('<w:p><w:r><w:br w:type="page"/><w:t>一、总体情况</w:t></w:r></w:p>')) == [
        "一、总体情况"
    ]


def test_tracked_deletions_and_moved_text_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>13</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>14</w:t></w:r></w:moveFrom></w:p>"
    )
    assert texts(read(body)) == ["共13"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>示例市</w:t></w:r></w:p>"
    assert texts(read(first + p("财政局") + first + tbl(tr(tc("a"), tc("b"))))) == [
        "示例市财政局",
        "示例市",
        "a|b",
    ]


def test_hidden_runs_are_left_out_and_runs_with_the_property_off_are_not() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>2</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>3</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="true"/></w:rPr><w:t>4</w:t></w:r></w:p>'
    )
    assert texts(read(body)) == ["23"]


def test_a_field_gives_its_result_and_not_its_code() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = f"{mark('begin')}<w:r><w:t>9</w:t></w:r>{mark('separate')}<w:r><w:t>8</w:t></w:r>{mark('end')}"
    body = (
        f"<w:p><w:r><w:t>共</w:t></w:r>{mark('begin')}<w:r><w:instrText>IF</w:instrText></w:r>{nested}"
        f"{mark('separate')}<w:r><w:t>21</w:t></w:r>{mark('end')}<w:r><w:t>件</w:t></w:r></w:p>"
    )
    assert texts(read(body)) == ["共21件"]


def test_a_field_that_is_never_closed_hides_nothing() -> None:
    assert texts(
        read('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>共21件</w:t></w:r></w:p>')
    ) == ["共21件"]


def test_the_gloss_over_a_word_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>shì</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>市</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert texts(read(body)) == ["市"]


def test_a_formula_in_one_line_is_text_and_a_fraction_is_marked_as_lost() -> None:
    body = (
        "<w:p><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath></w:p>"
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>"
    )
    assert texts(read(body)) == ["12", "\ufffd"]


def test_a_text_box_follows_its_paragraph_once() -> None:
    inner = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><a:box>{inner}</a:box></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
    )
    assert texts(read(body + p("次"))) == ["前后", "框内", "次"]


def test_the_fallback_is_read_where_there_is_no_choice() -> None:
    body = (
        "<w:p><mc:AlternateContent><mc:Fallback><w:r><w:t>示例市</w:t></w:r></mc:Fallback>"
        "</mc:AlternateContent></w:p>"
    )
    assert texts(read(body)) == ["示例市"]


def test_strict_files_are_read_like_others() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    assert texts(READER.read(package(p("示例市"), strict), DEFAULT_LIMITS)) == ["示例市"]


# --- automatic numbering


def numbering(*levels: tuple[str, str], override: str = "") -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for index, (style, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num></w:numbering>'
    )


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def test_numbers_that_word_counts_are_part_of_the_text() -> None:
    lists = numbering(("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    body = item("甲") + item("子", 1) + item("丑", 1) + item("寅", 2) + item("乙") + item("卯", 1)
    assert texts(read(body, numbering=lists)) == [
        "一、甲",
        "（一）子",
        "（二）丑",
        "1.寅",
        "二、乙",
        "（一）卯",
    ]


def test_numbers_over_ten_are_written_as_word_writes_them() -> None:
    lists = numbering(("japaneseCounting", "%1、"))
    counted = texts(read("".join(item("") for _ in range(21)), numbering=lists))
    assert [counted[index] for index in (8, 9, 10, 18, 19, 20)] == [
        "九、",
        "十、",
        "十一、",
        "十九、",
        "二十、",
        "二十一、",
    ]


def test_a_list_goes_on_in_another_that_shares_it_unless_that_starts_anew() -> None:
    levels = ("decimal", "%1.")
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item("a") + item("b", list_id=2) + item("c", list_id=2)
    assert texts(read(body, numbering=numbering(levels))) == ["1.a", "2.b", "3.c"]
    assert texts(read(body, numbering=numbering(levels, override=anew))) == ["1.a", "1.b", "2.c"]


def test_a_number_can_come_from_the_style_and_be_switched_off() -> None:
    lists = numbering(("chineseCounting", "%1、"))
    styles = (
        f'<w:styles {_SPACES}><w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:styleId="k"><w:basedOn w:val="h"/></w:style></w:styles>'
    )

    def styled(text: str, style: str, more: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    body = styled("a", "h") + styled("b", "k") + styled("c", "h", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(read(body, numbering=lists, styles=styles)) == ["一、a", "二、b", "c"]


@pytest.mark.parametrize("style", ["bullet", "upperRoman", "none"])
def test_a_number_in_a_format_not_known_is_left_out(style: str) -> None:
    assert texts(read(item("甲"), numbering=numbering((style, "%1、")))) == ["甲"]


# --- tables


def test_spans_of_columns_and_rows_are_read() -> None:
    body = tbl(
        tr(tc("申请人情况", START, span(2)), tc("总计")),
        tr(tc("", GO_ON, span(2)), tc("1")),
        tr(tc("a"), tc("b"), tc("c")),
    )
    (grid,) = read(body).grids
    assert (grid.rows, grid.columns) == (3, 3)
    assert cells(grid) == [
        ("申请人情况", 0, 0, 2, 2),
        ("总计", 0, 2, 1, 1),
        ("1", 1, 2, 1, 1),
        ("a", 2, 0, 1, 1),
        ("b", 2, 1, 1, 1),
        ("c", 2, 2, 1, 1),
    ]


def test_a_cell_holds_its_paragraphs_as_lines() -> None:
    (grid,) = read(tbl(tr(f"<w:tc>{p('商业')}{p('企')}<w:p/></w:tc>", "<w:tc/>"))).grids
    assert cells(grid) == [("商业\n企\n", 0, 0, 1, 1), ("", 0, 1, 1, 1)]


def test_a_tab_in_a_cell_is_a_space() -> None:
    (grid,) = read(tbl(tr("<w:tc><w:p><w:r><w:t>1</w:t><w:tab/></w:r></w:p></w:tc>", tc("2")))).grids
    assert cells(grid) == [("1 ", 0, 0, 1, 1), ("2", 0, 1, 1, 1)]


def test_rows_may_begin_late_and_end_early() -> None:
    body = tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), properties='<w:gridBefore w:val="1"/>'))
    (grid,) = read(body).grids
    assert cells(grid)[3:] == [("d", 1, 1, 1, 1)]
    assert grid.at(1, 0) is None
    assert grid.at(1, 2) is None


def test_the_old_horizontal_merge_is_a_span() -> None:
    body = tbl(
        tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")),
        tr(tc("1"), tc("2"), tc("3")),
    )
    (grid,) = read(body).grids
    assert cells(grid)[:2] == [("a", 0, 0, 1, 2), ("b", 0, 2, 1, 1)]


def test_deleted_and_hidden_rows_are_left_out() -> None:
    body = tbl(
        tr(tc("a"), tc("1")),
        tr(tc("b"), tc("2"), properties="<w:del/>"),
        tr(tc("c"), tc("3"), properties="<w:hidden/>"),
        tr(tc("d"), tc("4"), properties="<w:ins/>"),
    )
    assert texts(read(body)) == ["a|1|d|4"]


def test_text_that_a_merge_hides_is_not_read() -> None:
    body = tbl(tr(tc("三、", START), tc("1")), tr(tc("三、", GO_ON), tc("2")))
    assert cells(read(body).grids[0]) == [("三、", 0, 0, 2, 1), ("1", 0, 1, 1, 1), ("2", 1, 1, 1, 1)]


def test_a_merge_that_goes_on_under_other_edges_is_a_start_with_a_finding() -> None:
    body = tbl(
        tr(tc("a", START, span(2)), tc("b")),
        tr(tc("c", GO_ON), tc("d"), tc("e")),
        tr(tc("f", GO_ON), tc("g"), tc("h")),
    )
    document = read(body)
    assert cells(document.grids[0])[2] == ("c", 1, 0, 2, 1)
    assert [str(item) for item in document.findings] == [
        "warning merge-without-start [table 1, row 2, column 1]: a vertically merged cell continues a cell "
        "that does not exist; it was taken as a start"
    ]


def test_former_properties_of_a_tracked_change_are_not_read() -> None:
    changed = "<w:tcPrChange><w:tcPr><w:gridSpan w:val='4'/></w:tcPr></w:tcPrChange>"
    assert cells(read(tbl(tr(tc("a", changed), tc("b")))).grids[0]) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]


# --- layout


def test_a_table_of_one_cell_is_dissolved() -> None:
    inner = tbl(tr(tc("规章"), tc("1")))
    body = tbl(tr(f"<w:tc>{p('标题')}{inner}{p('说明')}</w:tc>"))
    assert texts(read(body)) == ["标题", "规章|1", "说明"]


def test_a_table_that_holds_tables_is_dissolved_in_reading_order() -> None:
    inner = tbl(tr(tc("规章"), tc("1")))
    body = tbl(tr(tc("导航"), tc("搜索")), tr(f"<w:tc>{p('一、')}{inner}<w:p/></w:tc>", tc("页脚")))
    document = read(body)
    assert texts(document) == ["导航", "搜索", "一、", "规章|1", "页脚"]
    assert [grid.number for grid in document.grids] == [1]


def test_an_empty_table_inside_a_cell_does_not_make_layout_of_the_outer() -> None:
    body = tbl(tr(tc("规章"), f"<w:tc>{tbl()}{p('1')}</w:tc>"))
    assert texts(read(body)) == ["规章|1"]


def test_a_table_of_one_cell_inside_a_cell_is_the_text_of_that_cell() -> None:
    inner = tbl(tr(tc("12")))
    assert cells(read(tbl(tr(tc("规章"), f"<w:tc>{inner}<w:p/></w:tc>"))).grids[0]) == [
        ("规章", 0, 0, 1, 1),
        ("12", 0, 1, 1, 1),
    ]


# --- columns that nobody sees


def test_columns_that_no_cell_tells_apart_are_one() -> None:
    body = tbl(
        tr(tc("a", span(3)), tc("b")), tr(tc("1", span(3)), tc("2", span(2))), widths=(5, 900, 5, 900, 900)
    )
    document = read(body)
    assert cells(document.grids[0]) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 2),
    ]
    assert document.findings == ()


def test_edges_a_twip_apart_are_one_with_a_finding() -> None:
    body = tbl(
        tr(tc("行政机关"), tc("事业单位", span(2)), tc("合计")),
        tr(tc("1", span(2)), tc("2"), tc("3")),
        widths=(1490, 1, 1010, 890),
    )
    document = read(body)
    assert cells(document.grids[0]) == [
        ("行政机关", 0, 0, 1, 1),
        ("事业单位", 0, 1, 1, 1),
        ("合计", 0, 2, 1, 1),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 1),
        ("3", 1, 2, 1, 1),
    ]
    assert [str(item) for item in document.findings] == [
        "info edges-snapped [table 1]: 1 column edges stand no wider than a rounding error beside another "
        "and were taken for it"
    ]


def test_a_blank_ghost_column_vanishes() -> None:
    body = tbl(tr(tc("a"), tc(""), tc("b")), tr(tc("1"), tc(""), tc("2")), widths=(1490, 1, 1010))
    assert cells(read(body).grids[0]) == [
        ("a", 0, 0, 1, 1),
        ("b", 0, 1, 1, 1),
        ("1", 1, 0, 1, 1),
        ("2", 1, 1, 1, 1),
    ]


def test_a_narrow_cell_with_text_is_never_dropped() -> None:
    body = tbl(tr(tc("a"), tc("7"), tc("b")), tr(tc("1", span(2)), tc("2")), widths=(1490, 1, 1010))
    document = read(body)
    assert cells(document.grids[0]) == [
        ("a", 0, 0, 1, 1),
        ("7", 0, 1, 1, 1),
        ("b", 0, 2, 1, 1),
        ("1", 1, 0, 1, 2),
        ("2", 1, 2, 1, 1),
    ]
    assert document.findings == ()


@pytest.mark.parametrize("widths", [(), (1490, 1), (0, 0, 0, 0), (30, 20, 30, 30), (1490, -1, 1010, 890)])
def test_edges_stay_where_the_widths_do_not_tell(widths: tuple[int, ...]) -> None:
    body = tbl(tr(tc("a"), tc("b", span(2)), tc("c")), tr(tc("1", span(2)), tc("2"), tc("3")), widths=widths)
    assert read(body).grids[0].columns == 4


# --- what the reader says of itself


def test_the_libraries_are_loaded_when_the_first_file_is_read() -> None:
    script = (
        "import sys, govdisclose.readers.docx as reader; assert reader.READER.sniff(b'') is False; "
        "print(sorted({'lxml', 'zipfile', 'docx'} & set(sys.modules)))"
    )
    asked = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert asked.stdout == "[]\n"


def test_the_reader_knows_its_files_by_their_first_bytes() -> None:
    assert READER.sniff(package(p("示例市"))[:65536])
    assert not READER.sniff(b"PK\x03\x04 something else")
    assert not READER.sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert not READER.sniff(b"")
    assert READER.suffixes == (".docx", ".docm")


_INLINE = "<w:r><w:drawing><wp:inline {0}><a:blip/></wp:inline></w:drawing></w:r>"
_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (_INLINE.format(_DRAWN), "\ufffc"),
        (f'<w:r><w:pict><v:shape {_VML} style="width:9pt"><v:imagedata/></v:shape></w:pict></w:r>', "\ufffc"),
        (f"<w:r><w:object><v:shape {_VML}><v:imagedata/></v:shape></w:object></w:r>", "\ufffc"),
        # a seal floats over cells, a slanting line divides a heading, and a deleted picture is gone
        (_INLINE.format(_DRAWN).replace("wp:inline", "wp:anchor"), ""),
        (
            f'<w:r><w:pict><v:shape {_VML} style="position: absolute"><v:imagedata/></v:shape></w:pict></w:r>',
            "",
        ),
        (f"<w:r><w:pict><v:line {_VML}/></w:pict></w:r>", ""),
        (f"<w:del>{_INLINE.format(_DRAWN)}</w:del>", ""),
    ],
)
def test_a_cell_with_a_picture_and_no_text_is_not_blank(run: str, text: str) -> None:
    document = read(tbl(tr(tc("规章"), f"<w:tc><w:p>{run}</w:p></w:tc>")))
    assert [cell.text for cell in document.grids[0].cells] == ["规章", text]
    noticed = [(item.kind, str(item.at)) for item in document.findings]
    assert noticed == ([("cell-is-picture", "table 1, row 1, column 2")] if text == "\ufffc" else [])


def test_a_picture_beside_text_is_never_a_part_of_the_number() -> None:
    run = f"<w:r><w:t>7</w:t></w:r>{_INLINE.format(_DRAWN)}"
    document = read(tbl(tr(tc("规章"), f"<w:tc><w:p>{run}</w:p></w:tc>")))
    assert [cell.text for cell in document.grids[0].cells] == ["规章", "7\ufffc"]
    assert [(item.kind, str(item.at)) for item in document.findings] == [
        ("cell-not-read", "table 1, row 1, column 2")
    ]
