"""None"""

from __future__ import annotations

import subprocess
import sys

import pytest
from docx_samples import p, package, read, tbl, tc, texts, tr

from govdisclose.document import DEFAULT_LIMITS
from govdisclose.readers.docx import READER

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


# --- what the reader says of itself


def test_the_libraries_are_loaded_when_the_first_file_is_read() -> None:
    script = (
        "import sys, govdisclose.readers.docx as reader; assert reader.READER.claims(b'') is False; "
        "print(sorted({'lxml', 'zipfile', 'docx'} & set(sys.modules)))"
    )
    asked = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert asked.stdout == "[]\n"


def test_the_reader_knows_its_files_by_their_first_bytes() -> None:
    assert READER.claims(package(p("示例市"))[:65536])
    assert not READER.claims(b"PK\x03\x04 something else")
    assert not READER.claims(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert not READER.claims(b"")
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
