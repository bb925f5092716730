"""Documents of Word 2003 in XML: what they say in other words than a DOCX, and what they show."""

from __future__ import annotations

import attrs
import pytest
from shown_figures import every_kind, report
from word_xml_samples import read_xml, to_2003, word_2003, word_document

from govdisclose import registry
from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError
from govdisclose.readers.docx import READER as DOCX
from govdisclose.readers.html import READER as HTML
from govdisclose.readers.word_xml import READER
from govdisclose.testing.conformance import reader_tests
from govdisclose.testing.conformance._files import documents
from govdisclose.testing.formats import BYTES

test_the_reader_conforms = reader_tests(READER, word_2003)

EVERY = [item.noised.data for item in every_kind("docx")]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def line(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def annotated(kind: str, content: str) -> str:
    return f'<aml:annotation aml:id="1" w:type="Word.{kind}" aml:author="a"><aml:content>{content}</aml:content></aml:annotation>'


def of_cell(content: str, **parts: str) -> tuple[str, list[str]]:
    """What is read of a cell beside a label, and the kinds of finding."""
    rows = f"<w:tr>{cell(line(run('规章')))}{cell(line(content))}</w:tr>"
    found = read_xml(word_document(f"<w:tbl>{rows}</w:tbl>", **parts))
    return found.grids[0].cells[1].text, [finding.kind for finding in found.findings]


def texts(body: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in read_xml(word_document(body, **parts)).paragraphs]


def spans(found: Document) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.row, c.column, c.rowspan, c.colspan) for grid in found.grids for c in grid.cells]


def same(found: Document, docx: bytes) -> bool:
    """Whether a document is the one that the DOCX is; what its pictures are called is not kept."""
    other = DOCX.read(docx, DEFAULT_LIMITS)
    return attrs.evolve(found, format="docx", pictures=()) == attrs.evolve(other, pictures=())


# --- the same as the DOCX


@pytest.mark.parametrize("number", range(40))
def test_a_report_with_noise_in_its_cells_is_read_as_the_docx_is(number: int) -> None:
    docx = report("docx", number).noised.data
    found = read_xml(to_2003(docx))
    assert found.format == "word-xml"
    assert same(found, docx)


@pytest.mark.parametrize("docx", EVERY)
def test_every_kind_of_noise_is_read_as_in_the_docx(docx: bytes) -> None:
    assert same(read_xml(to_2003(docx)), docx)


@pytest.mark.parametrize("number", range(3))
def test_a_document_is_read_as_the_docx_is(number: int) -> None:
    docx = BYTES["docx"](documents()[number])
    assert same(read_xml(to_2003(docx)), docx)


# --- who claims what


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_it_is_claimed_by_this_reader_alone(codec: str) -> None:
    source = (
        to_2003(report("docx", 1).noised.data)
        .decode()
        .replace("UTF-8", codec.removesuffix("-sig"))
        .encode(codec)
    )
    claims = [reader.id for reader in registry.builtin_readers() if reader.claims(source[:65536])]
    assert claims == ["word-xml"]
    assert len(READER.read(source, DEFAULT_LIMITS).grids) == 3


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b'<html xmlns:w="urn:schemas-microsoft-com:office:word"><xml><w:WordDocument></w:WordDocument></xml>',
        b"<w:wordDocument>",
        b'<w:wordDocument xmlns:w="urn:other">',
        b'<w:document xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
    ],
)
def test_other_files_are_not_claimed(head: bytes) -> None:
    assert not READER.claims(head)


def test_a_document_with_words_of_a_page_in_it_is_no_page() -> None:
    source = word_document(line(run("<![CDATA[<html><body>]]>")))
    assert READER.claims(source)
    assert not HTML.claims(source)


@pytest.mark.parametrize("name", ["gb2312", "GBK", "gb18030"])
def test_a_template_in_a_national_encoding_is_read(name: str) -> None:
    source = word_document(line(run("正文"))).decode().replace("UTF-8", name).encode("gb18030")
    assert [paragraph.text for paragraph in read_xml(source).paragraphs] == ["正文"]


def test_bytes_that_are_not_of_the_declared_encoding_are_refused() -> None:
    source = word_document(line(run("@"))).replace(b"UTF-8", b"GBK").replace(b"@", b"\xff")
    with pytest.raises(DamagedDocumentError, match="not in the encoding that it declares"):
        read_xml(source)


# --- tables


def test_merged_cells_have_their_spans() -> None:
    restart, go_on = '<w:vmerge w:val="restart"/>', "<w:vmerge/>"
    begins, wide = '<w:hmerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    one, two, three, four, five, six = (line(run(text)) for text in "一二三四五六")
    rows = (
        f"<w:tr>{cell(one, restart)}{cell(two, wide)}</w:tr>"
        f"<w:tr>{cell(line(''), go_on)}{cell(three)}{cell(four)}</w:tr>"
        f"<w:tr>{cell(five, begins)}{cell(line(''), '<w:hmerge/>')}{cell(six)}</w:tr>"
    )
    assert spans(read_xml(word_document(f"<w:tbl>{rows}</w:tbl>"))) == [
        ("一", 0, 0, 2, 1),
        ("二", 0, 1, 1, 2),
        ("三", 1, 1, 1, 1),
        ("四", 1, 2, 1, 1),
        ("五", 2, 0, 1, 2),
        ("六", 2, 2, 1, 1),
    ]


def test_a_cell_that_was_deleted_moves_the_others() -> None:
    gone = '<aml:annotation aml:id="1" w:type="Word.Deletion"/>'
    plain = "".join(cell(line(run(str(number)))) for number in range(3))
    rows = f"<w:tr>{cell(line(run('9')), gone)}{plain}</w:tr><w:tr>{plain}</w:tr>"
    assert [item[0] for item in spans(read_xml(word_document(f"<w:tbl>{rows}</w:tbl>")))] == [
        "0",
        "1",
        "2",
    ] * 2


def test_a_row_that_was_deleted_is_not_there() -> None:
    gone = '<w:trPr><aml:annotation aml:id="1" w:type="Word.Deletion"/></w:trPr>'
    cells = [f"{cell(line(run(text)))}{cell(line(run('7')))}" for text in ("一", "二")]
    found = read_xml(word_document(f"<w:tbl><w:tr>{gone}{cells[0]}</w:tr><w:tr>{cells[1]}</w:tr></w:tbl>"))
    assert [item[0] for item in spans(found)] == ["二", "7"]


# --- what a cell shows


RAISED = '<w:vertAlign w:val="superscript"/>'
NOTE = f"<w:r><w:rPr>{RAISED}</w:rPr><w:footnote>{line(run('3'))}</w:footnote></w:r>"
SHADED = '<w:shd w:val="pct-50" w:color="000000" w:fill="FFFFFF"/><w:color w:val="7F7F7F"/>'
SMALL = "<v:shape style='width:9pt;height:9pt'><v:imagedata src='wordml://1.png'/></v:shape>"
PLACE = '<aml:annotation aml:id="1" w:type="Word.Bookmark.Start" w:name="a"/>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


FIELD = f"{mark('begin')}<w:r><w:instrText> QUOTE 9 </w:instrText></w:r>{mark('separate')}{run('12')}{mark('end')}"
TWICE = annotated("Insertion", annotated("Deletion", "<w:r><w:delText>3</w:delText></w:r>"))


@pytest.mark.parametrize(
    ("content", "text", "kinds"),
    [
        (run("12"), "12", []),
        (run("12") + annotated("Deletion", "<w:r><w:delText>3</w:delText></w:r>"), "12", []),
        (run("12") + annotated("Insertion", run("3")), "123", []),
        (TWICE + run("12"), "12", []),
        (run("12", annotated("Formatting", "<w:rPr><w:vanish/></w:rPr>")), "12", []),
        (run("12") + run("3", '<w:vanish w:val="on"/>'), "12", ["text-unseen"]),
        (run("12") + run("3", '<w:vanish w:val="off"/>'), "123", []),
        (run("12") + run("3", "<w:strike/>"), "12", ["text-struck-out"]),
        (run("12") + run("3", RAISED), "12", ["mark-left-out"]),
        (run("12") + run("3", '<w:color w:val="FFFFFF"/>'), "12", ["text-unseen"]),
        (run("3", '<w:highlight w:val="dark-blue"/><w:color w:val="000080"/>') + run("12"), "12", ["text-unseen"]),
        (run("3", SHADED) + run("12"), "12", ["text-unseen"]),
        (run("1") + run("2", '<w:asianLayout w:id="1" w:combine="lines"/>'), "1\ufffc", ["cell-not-read"]),
        (run("1", '<w:rFonts w:ascii="Wingdings" w:h-ansi="Wingdings"/>'), "\ufffc", ["cell-not-read"]),
        (run("12", '<w:rFonts w:ascii="Arial" w:h-ansi="Arial"/><wx:font wx:val="Arial"/>'), "12", []),
        ('<w:hlink w:dest="a">' + run("12") + "</w:hlink>", "12", []),
        ('<st1:place w:st="on">' + run("12") + "</st1:place>", "12", []),
        ('<ns0:number>' + run("12") + "</ns0:number>", "12", []),
        ("<ns0:number>" + run("1") + "2</ns0:number>", "\ufffc", ["cell-not-read"]),
        (run("1") + "<ns0:number/>", "1\ufffc", ["cell-not-read"]),
        (run("1") + annotated("Unheard", run("2")), "1\ufffc", ["cell-not-read"]),
        (run("12") + PLACE, "12", []),
        (run("12") + "<w:r>" + annotated("Comment", line(run("3"))) + "</w:r>", "12", []),
        (run("12") + NOTE, "12", []),
        (run("1") + f"<w:r><w:pict>{SMALL}</w:pict></w:r>", "1\ufffc", ["cell-not-read"]),
        (run("1") + "<w:r><w:pict><w:ocx/></w:pict></w:r>", "1\ufffc", ["cell-not-read"]),
        (run("1") + '<w:r><w:sym w:font="Wingdings" w:char="F032"/></w:r>', "1\ufffc", ["cell-not-read"]),
        (FIELD, "12", []),
        ('<w:fldSimple w:instr=" QUOTE 9 ">' + run("12") + "</w:fldSimple>", "12", []),
        ("<wx:pBdrGroup><wx:borders><wx:top wx:val='a'/></wx:borders></wx:pBdrGroup>" + run("12"), "12", []),
    ],
)  # fmt: skip
def test_a_cell_says_what_is_seen(content: str, text: str, kinds: list[str]) -> None:
    assert of_cell(content) == (text, kinds)


def test_a_line_that_is_cut_off_is_not_read() -> None:
    low = '<w:spacing w:line="20" w:line-rule="exact"/>'
    rows = f"<w:tr>{cell(line(run('规章')))}{cell(line(run('12'), low))}</w:tr>"
    found = read_xml(word_document(f"<w:tbl>{rows}</w:tbl>"))
    assert [finding.kind for finding in found.findings] == ["cell-not-read"]


def test_the_styles_of_the_document_hide_text() -> None:
    styles = '<w:style w:type="character" w:styleId="a"><w:name w:val="a"/><w:rPr><w:vanish w:val="on"/></w:rPr></w:style>'
    assert of_cell(run("12") + run("3", '<w:rStyle w:val="a"/>'), styles=styles) == ("12", ["text-unseen"])


def test_a_style_that_is_the_usual_one_is_on() -> None:
    styles = '<w:style w:type="paragraph" w:default="on" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert of_cell(run("12", '<w:vanish w:val="off"/>') + run("3"), styles=styles) == (
        "12",
        ["cell-unseen", "text-unseen"],
    )


# --- the text around


def test_sections_and_subsections_are_seen_through() -> None:
    inner = line(run("二")) + "<wx:sub-section>" + line(run("三")) + "</wx:sub-section>"
    body = f"<wx:sect>{line(run('一'))}<wx:sub-section>{inner}</wx:sub-section><w:sectPr/></wx:sect>"
    assert texts(body) == ["一", "二", "三"]


def test_tags_of_a_schema_around_paragraphs_rows_and_cells_are_seen_through() -> None:
    row = f"<ns0:r><w:tr><ns0:c>{cell(line(run('规章')))}</ns0:c>{cell(line(run('12')))}</w:tr></ns0:r>"
    found = read_xml(word_document(f"<ns0:a>{line(run('一'))}<w:tbl>{row}</w:tbl></ns0:a>"))
    assert [paragraph.text for paragraph in found.paragraphs] == ["一"]
    assert [item[0] for item in spans(found)] == ["规章", "12"]


def test_headers_footers_and_notes_are_not_read_and_end_no_field() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    header = f'<w:hdr w:type="odd">{line(begin + run("页眉"))}</w:hdr>'
    note = f"<w:r><w:footnote>{line(run('注') + begin)}</w:footnote></w:r>"
    body = (
        line(run("一") + note, f"<w:sectPr>{header}</w:sectPr>")
        + line(run("二"))
        + f"<w:sectPr>{header}</w:sectPr>"
    )
    assert texts(body) == ["一", "二"]


def test_paragraphs_that_were_inserted_and_deleted_whole() -> None:
    body = annotated("Insertion", line(run("一"))) + annotated(
        "Deletion", line("<w:r><w:delText>二</w:delText></w:r>")
    )
    assert texts(body + line(run("三"))) == ["一", "三"]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    gone = '<w:rPr><aml:annotation aml:id="1" w:type="Word.Deletion"/></w:rPr>'
    deleted = annotated("Deletion", "<w:r><w:delText>去</w:delText></w:r>")
    assert texts(line(run("一") + deleted, gone) + line(run("二"))) == ["一二"]


LISTS = (
    '<w:listDef w:listDefId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/>'
    '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:nfc w:val="57"/><w:lvlText w:val="%3."/></w:lvl></w:listDef>'
    '<w:list w:ilfo="2"><w:ilst w:val="5"/></w:list>'
)


def listed(text: str, level: int = 0, hint: str = "") -> str:
    place = f'<w:listPr><w:ilvl w:val="{level}"/><w:ilfo w:val="2"/>{hint}</w:listPr>'
    return line(run(text), place)


def test_lists_are_counted() -> None:
    body = listed("甲") + listed("乙", 1) + listed("丙", 1) + listed("丁")
    assert texts(body, lists=LISTS) == ["一、甲", "（3） 乙", "（4） 丙", "二、丁"]


def test_a_hint_of_a_template_that_was_filled_in_is_not_believed() -> None:
    hint = '<wx:t wx:val="一、"/><wx:font wx:val="宋体"/>'
    assert texts(listed("甲", hint=hint) + listed("乙", hint=hint), lists=LISTS) == ["一、甲", "二、乙"]


def test_a_number_that_is_written_in_an_unknown_way_is_left_out() -> None:
    assert texts(listed("甲", 2), lists=LISTS) == ["甲"]


def test_a_list_of_a_style_is_counted() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:listPr><w:ilfo w:val="2"/></w:listPr></w:pPr></w:style>'
    body = line(run("甲"), '<w:pStyle w:val="a"/>') * 2
    assert texts(body, lists=LISTS, styles=styles) == ["一、甲", "二、甲"]


def test_pictures_are_named() -> None:
    data = '<w:binData w:name="wordml://03000001.png" xml:space="preserve">aGVsbG8=</w:binData>'
    found = read_xml(word_document(line(f"{run('一')}<w:r><w:pict>{data}</w:pict></w:r>")))
    assert [picture.address for picture in found.pictures] == ["word/media/03000001.png"]


# --- damage


@pytest.mark.parametrize(
    ("source", "error", "said"),
    [
        (b"\n", EmptyDocumentError, "no bytes"),
        (b"<a/>", DamagedDocumentError, "its root is a"),
        (word_document("").replace(b"<w:body></w:body>", b""), DamagedDocumentError, "no w:body"),
        (word_document("<w:p/>"), EmptyDocumentError, "no text"),
        (word_document(line(run("1")))[:-20], DamagedDocumentError, "not well-formed"),
        (b"<!DOCTYPE a>" + word_document(line(run("1")))[120:], DamagedDocumentError, "DOCTYPE"),
        (
            word_document(line(run("1"))).replace(b"UTF-8", b"latin-1"),
            DamagedDocumentError,
            "declares the encoding",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(source: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        read_xml(source)
