"""Files that cost more than they weigh, that lie about themselves, or that break in the middle."""

from __future__ import annotations

import time
import tracemalloc
import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bounded import said_of
from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    GovdiscloseError,
    LimitError,
    UnknownFormatError,
)
from govdisclose.limits import Limits
from govdisclose.readers.docx import READER

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "word/document.xml"
_CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
_TEXT = "<w:p><w:r><w:t>示例市</w:t></w:r></w:p>"


def xml(body: str, prolog: str = "") -> str:
    return f'{prolog}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'


def archive(*entries: tuple[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with warnings.catch_warnings(), ZipFile(target, "w", method) as written:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, content in entries:
            written.writestr(name, content)
    return target.getvalue()


def relations(target: str, more: str = "") -> tuple[str, str]:
    return (
        "_rels/.rels",
        f'<Relationships xmlns="{_RELATIONS}">{more}'
        f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="{target}"/></Relationships>',
    )


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return READER.read(data, limits)


def read_body(body: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read(archive((_MAIN, xml(body))), limits)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


# --- cost


def test_a_span_of_300_million_columns_is_refused() -> None:
    cell = _CELL.format('<w:gridSpan w:val="300000000"/>', "1")
    with pytest.raises(LimitError, match="limit columns is 256, found 300000000"):
        read_body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def test_a_grid_that_begins_300_million_columns_late_is_refused() -> None:
    row = f'<w:tr><w:trPr><w:gridBefore w:val="300000000"/></w:trPr>{_CELL.format("", "1")}</w:tr>'
    with pytest.raises(LimitError, match="limit columns is 256, found 300000001"):
        read_body(f"<w:tbl>{row}</w:tbl>")


def test_257_cells_in_a_row_are_refused_and_256_are_not() -> None:
    assert read_body(f"<w:tbl><w:tr>{_CELL.format('', '1') * 256}</w:tr></w:tbl>").grids[0].columns == 256
    with pytest.raises(LimitError, match="limit columns is 256, found 257"):
        read_body(f"<w:tbl><w:tr>{_CELL.format('', '1') * 257}</w:tr></w:tbl>")


def test_a_vertical_merge_of_10_000_rows_takes_linear_time() -> None:
    start, rest = _CELL.format('<w:vMerge w:val="restart"/>', "三、"), _CELL.format("<w:vMerge/>", "")
    rows = (
        f"<w:tr>{start}{_CELL.format('', '1')}</w:tr>" + f"<w:tr>{rest}{_CELL.format('', '1')}</w:tr>" * 9_999
    )
    begun = time.perf_counter()
    (grid,) = read_body(f"<w:tbl>{rows}</w:tbl>").grids
    assert time.perf_counter() - begun < 5
    assert grid.cells[0].rowspan == 10_000


def test_a_first_row_that_continues_a_merge_is_a_start_with_a_finding() -> None:
    row = f"<w:tr>{_CELL.format('<w:vMerge/>', '三、')}{_CELL.format('', '1')}</w:tr>"
    document = read_body(f"<w:tbl>{row}{row}</w:tbl>")
    assert [(cell.text, cell.rowspan) for cell in document.grids[0].cells] == [
        ("三、", 2),
        ("1", 1),
        ("1", 1),
    ]
    assert [item.kind for item in document.findings] == ["merge-without-start"]


def test_a_part_of_600_megabytes_is_refused_without_inflating_it() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as written, written.open(_MAIN, "w") as stream:
        for _ in range(600):
            stream.write(b" " * 1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(
            LimitError, match=r"limit inflated is 6e\+07, found 60000001 in word/document\.xml"
        ):
            read(target.getvalue())
        assert tracemalloc.get_traced_memory()[1] < 250_000_000
    finally:
        tracemalloc.stop()


def test_a_declared_size_is_not_believed() -> None:
    data = bytearray(archive((_MAIN, xml(_TEXT))))
    size = len(xml(_TEXT).encode()).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(DamagedDocumentError, match="cannot be inflated"):
        read(bytes(data.replace(size, (1).to_bytes(4, "little"))))
    huge = bytes(data.replace(size, (2**32 - 2).to_bytes(4, "little")))
    assert texts(read(huge)) == ["示例市"]
    with pytest.raises(LimitError, match="limit inflated is 100, found 101"):
        read(huge, Limits(inflated=100))


def test_one_and_a_half_million_runs_are_refused() -> None:
    begun = time.perf_counter()
    with pytest.raises(LimitError, match="limit elements is 400000, found 1500003"):
        read_body("<w:p>" + "<w:r></w:r>" * 1_500_000 + "</w:p>")
    assert time.perf_counter() - begun < 5


def test_one_and_a_half_million_attributes_are_refused() -> None:
    with pytest.raises(LimitError, match="limit elements is 400000, found 1500001 attributes"):
        read_body("<w:p>" + '<w:r a="" b="" c="" d="" e=""/>' * 300_000 + "</w:p>")


def test_a_directory_of_20_000_entries_is_refused() -> None:
    with pytest.raises(LimitError, match="limit elements is 10000, found 20000"):
        read(archive(*((f"word/{index}", "") for index in range(20_000))))


@pytest.mark.parametrize("levels", [210, 300, 5_000])
@pytest.mark.parametrize("name", ["sdt", "p><w:ins", "p><w:r><w:drawing", "tbl><w:tr><w:tc"])
def test_nesting_is_refused_before_the_stack_ends(name: str, levels: int) -> None:
    opened = name.split("><w:")
    repeated = levels if len(opened) < 3 else levels // len(opened) + 1
    first, rest = ([], opened) if name.startswith("tbl") else (opened[:-1], opened[-1:])
    begin = "".join(f"<w:{tag}>" for tag in first) + "".join(f"<w:{tag}>" for tag in rest) * repeated
    end = "".join(f"</w:{tag}>" for tag in reversed(rest)) * repeated
    end += "".join(f"</w:{tag}>" for tag in reversed(first))
    with pytest.raises((LimitError, EmptyDocumentError)) as caught:
        read_body(begin + end)
    if repeated * len(rest) > 200:
        assert isinstance(caught.value, LimitError)
        assert caught.value.limit == "depth"


def test_tables_are_counted_in_the_positions_that_they_take() -> None:
    wide = f"<w:tr>{_CELL.format('', '1') * 250}</w:tr>"
    narrow = f"<w:tr>{_CELL.format('', '1')}</w:tr>"
    with pytest.raises(LimitError, match="limit cells is 200000, found 200250"):
        read_body(f"<w:tbl>{wide}{narrow * 800}</w:tbl>")


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        (Limits(bytes=100), "bytes"),
        (Limits(characters=5), "characters"),
        (Limits(blocks=1), "blocks"),
        (Limits(rows=1), "rows"),
        (Limits(cells=3), "cells"),
        (Limits(depth=4), "depth"),
    ],
)
def test_each_limit_is_kept(limits: Limits, limit: str) -> None:
    row = f"<w:tr>{_CELL.format('', '12') * 2}</w:tr>"
    body = f"{_TEXT}<w:tbl>{row}{row}</w:tbl>"
    assert len(read_body(body).blocks) == 2
    with pytest.raises(LimitError) as caught:
        read_body(body, limits)
    assert caught.value.limit == limit


# --- markup


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_doctype_is_refused(encoding: str) -> None:
    document = xml("<w:p><w:r><w:t>1&x;2</w:t></w:r></w:p>", '<!DOCTYPE w:document [<!ENTITY x "3">]>')
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml declares a DOCTYPE"):
        read(archive((_MAIN, document.encode(encoding))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_both_encodings_of_the_format_are_read(encoding: str) -> None:
    assert texts(read(archive((_MAIN, xml(_TEXT).encode(encoding))))) == ["示例市"]


def test_utf_16_that_declares_itself_is_read() -> None:
    document = xml(_TEXT, '<?xml version="1.0" encoding="UTF-16"?>')
    assert texts(read(archive((_MAIN, document.encode("utf-16"))))) == ["示例市"]


@pytest.mark.parametrize("encoding", ["UTF-7", "GB18030", "IBM037", "UTF-32"])
def test_any_other_encoding_is_refused(encoding: str) -> None:
    document = xml(_TEXT, f'<?xml version="1.0" encoding="{encoding}"?>')
    with pytest.raises(DamagedDocumentError, match=f"declares the encoding {encoding}"):
        read(archive((_MAIN, document)))


@pytest.mark.parametrize(
    "document",
    [
        "",
        "示例市",
        "<w:document",
        xml("<w:p>"),
        xml("&x;"),
        xml("<w:p><w:r><w:t>\x01</w:t></w:r></w:p>"),
        xml(_TEXT).encode("gb18030"),
        b"\xff\xfe<",
        "<x/>",
        f'<w:document xmlns:w="{_W}"/>',
    ],
)
def test_broken_markup_is_a_damaged_document(document: str | bytes) -> None:
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml"):
        read(archive((_MAIN, document)))


def test_comments_and_instructions_do_not_cut_a_text() -> None:
    assert texts(read_body("<w:p><w:r><w:t>17<!-- x -->8<?y?>件</w:t></w:r></w:p>")) == ["178件"]


# --- the package


@pytest.mark.parametrize(
    "target",
    ["word/missing.xml", "../../etc/passwd", "file:///etc/passwd", "", "\\\\host\\share", "word/../../x.xml"],
)
def test_a_relationship_that_leads_nowhere_is_passed_over(target: str) -> None:
    assert texts(read(archive(relations(target), (_MAIN, xml(_TEXT))))) == ["示例市"]


@pytest.mark.parametrize(
    "target", ["/a/main.xml", "a/main.xml", "./a/main.xml", "A/Main.XML", "b/../a/main.xml"]
)
def test_the_main_part_is_the_one_that_the_package_names(target: str) -> None:
    data = archive(relations(target), ("a/main.xml", xml(_TEXT)), (_MAIN, xml("")))
    assert texts(read(data)) == ["示例市"]


def test_an_external_main_part_is_never_fetched() -> None:
    external = f'<Relationship Id="x" Type="{_OFFICE}/officeDocument" TargetMode="External" Target="a.xml"/>'
    data = archive(relations("none.xml", external), ("a.xml", xml("")), (_MAIN, xml(_TEXT)))
    assert texts(read(data)) == ["示例市"]


def test_damaged_relationships_are_passed_over() -> None:
    assert texts(read(archive(("_rels/.rels", "<x"), (_MAIN, xml(_TEXT))))) == ["示例市"]


def test_a_damaged_numbering_is_passed_over() -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    links = (
        "word/_rels/document.xml.rels",
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
    )
    data = archive((_MAIN, xml(numbered)), links, ("word/numbering.xml", "<!DOCTYPE x><x/>"))
    assert texts(read(data)) == ["甲"]


def test_a_missing_main_part_is_named() -> None:
    with pytest.raises(
        DamagedDocumentError, match=r"the part word/document\.xml, which holds the text, is missing"
    ):
        read(archive(relations(_MAIN), ("word/styles.xml", "<x/>")))


def test_two_main_parts_are_refused() -> None:
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml stands more than once"):
        read(archive((_MAIN, xml(_TEXT)), ("Word/document.xml", xml("<w:p/>"))))


@pytest.mark.parametrize("name", ["/word/document.xml", "../word/document.xml", "x/../word/document.xml"])
def test_absolute_names_and_names_with_dots_are_passed_over(name: str) -> None:
    assert texts(read(archive((name, xml("<w:p/>")), (_MAIN, xml(_TEXT)), (name, "")))) == ["示例市"]


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
        ("META-INF/manifest.xml", "an OpenDocument file"),
        ("OFD.xml", "an OFD document"),
        ("other.txt", "a ZIP archive and holds no Word document"),
    ],
)
def test_another_kind_of_archive_is_named(entry: str, kind: str) -> None:
    with pytest.raises(UnknownFormatError, match=kind):
        read(archive((entry, "<x/>")))


def test_a_workbook_that_its_package_names_is_no_document() -> None:
    with pytest.raises(UnknownFormatError, match="an Excel workbook"):
        read(archive(relations("xl/workbook.xml"), ("xl/workbook.xml", "<x/>")))


def test_an_encrypted_part_asks_for_a_password() -> None:
    data = bytearray(archive((_MAIN, xml(_TEXT))))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedDocumentError, match="asks for a password"):
        read(bytes(data))


def test_a_method_that_inflates_without_bounds_is_refused() -> None:
    with pytest.raises(DamagedDocumentError, match="compressed by method 12"):
        read(archive((_MAIN, xml(_TEXT)), method=ZIP_BZIP2))


def test_a_truncated_file_is_damaged_at_every_length() -> None:
    data = archive(relations(_MAIN), (_MAIN, xml(_TEXT)))
    with pytest.raises(DamagedDocumentError, match="its end is missing, so it was probably cut off"):
        read(data[: len(data) // 2])
    for length in range(1, len(data)):
        with pytest.raises(DamagedDocumentError):
            read(data[:length])


def test_nothing_at_all_is_an_empty_document() -> None:
    with pytest.raises(EmptyDocumentError, match="no bytes"):
        read(b"")
    blank = f"<w:tbl><w:tr>{_CELL.format('', ' ') * 2}</w:tr></w:tbl>"
    for body in ("", "<w:p/>", "<w:p><w:r><w:drawing/></w:r></w:p>", "<w:tbl/>", blank):
        with pytest.raises(EmptyDocumentError, match="holds no text"):
            read_body(body)


# --- garbage


def only_typed_errors(data: bytes) -> None:
    READER.sniff(data[:65536])
    try:
        document = read(data)
    except GovdiscloseError:
        return
    assert document.blocks


@given(st.binary(max_size=400).flatmap(lambda tail: st.sampled_from([tail, b"PK\x03\x04" + tail])))
@example(b"PK\x05\x06" + b"\0" * 18)
@example(b"PK\x05\x06" + b"\xff" * 18)
def test_random_bytes_raise_typed_errors_only(data: bytes) -> None:
    only_typed_errors(data)


_SOUND = archive(
    relations(_MAIN), (_MAIN, xml(f"{_TEXT}<w:tbl><w:tr>{_CELL.format('', '1') * 2}</w:tr></w:tbl>"))
)


@settings(max_examples=500)
@given(st.lists(st.tuples(st.integers(0, len(_SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_mangled_archive_raises_typed_errors_only(changes: list[tuple[int, int]]) -> None:
    data = bytearray(_SOUND)
    for index, byte in changes:
        data[index] = byte
    only_typed_errors(bytes(data))


_NAMES = """p r t tbl tr tc tcPr trPr rPr pPr gridSpan vMerge hMerge gridBefore br tab del ins sdt sdtContent
tblGrid gridCol txbxContent drawing fldChar numPr vanish"""
_ELEMENTS = st.sampled_from(_NAMES.split())
_VALUES = st.sampled_from(
    ["", "0", "1", "2", "-1", "--1", "300", "9" * 30, "٣", "restart", "begin", "end", "一"]
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 7) -> str:
    name, value = draw(_ELEMENTS), draw(_VALUES)
    inside = draw(st.lists(trees(depth - 1), max_size=3)) if depth else []
    text = draw(st.sampled_from(["", "1", "示例"]))
    return (
        f'<w:{name} w:val="{value}" w:w="{value}" w:fldCharType="{value}">{text}{"".join(inside)}</w:{name}>'
    )


@settings(max_examples=300)
@given(trees())
def test_elements_in_any_order_raise_typed_errors_only(tree: str) -> None:
    only_typed_errors(archive((_MAIN, xml(tree))))


# --- what decides how text is seen, in a process of its own whose time and memory are measured

_SEEN = "<w:r><w:t>1</w:t></w:r>"
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def styled(styles: str, body: str) -> bytes:
    link = f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    return archive(
        (_MAIN, xml(f"<w:p>{_SEEN}{body}</w:p>")),
        ("word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{link}</Relationships>'),
        ("word/styles.xml", f'<w:styles xmlns:w="{_W}">{styles}</w:styles>'),
    )


def chain(length: int, last: str) -> str:
    """Styles each of which is based on the next; the last one on ``last``."""
    return "".join(
        f'<w:style w:type="character" w:styleId="s{at}"><w:basedOn w:val="{f"s{at + 1}" if at + 1 < length else last}"/>'
        "<w:rPr><w:strike/></w:rPr></w:style>"
        for at in range(length)
    )


def in_styles(count: int) -> str:
    return "".join(
        f'<w:r><w:rPr><w:rStyle w:val="s{at * 29}"/></w:rPr><w:t>1</w:t></w:r>' for at in range(count)
    )


_HOSTILE = {
    "a chain of 60,000 styles": styled(chain(60_000, "none"), in_styles(2_000)),
    "a circle of 60,000 styles": styled(chain(60_000, "s0"), in_styles(2_000)),
    "a style based on itself": styled(chain(1, "s0"), in_styles(2)),
    "40,000 fields in each other": styled(
        "", "".join(_MARK.format(kind) * 40_000 for kind in ("begin", "separate", "end"))
    ),
    "60,000 fields in 60 containers": styled(
        "", "<w:ins>" * 60 + (_MARK.format("begin") + _MARK.format("end")) * 60_000 + "</w:ins>" * 60
    ),
    "60,000 unknown elements in 60 containers": styled(
        "", "<w:ins>" * 60 + '<u:x xmlns:u="urn:x"/>' * 60_000 + "</w:ins>" * 60
    ),
    "90,000 pieces in one cell": archive(
        (
            _MAIN,
            xml(
                "<w:tbl><w:tr><w:tc/><w:tc><w:p>"
                + "<w:r><w:t>1</w:t><w:pgNum/></w:r>" * 90_000
                + "</w:p></w:tc></w:tr></w:tbl>"
            ),
        )
    ),
    "60 tables in each other with 30,000 sizes": archive(
        (
            _MAIN,
            xml(
                "<w:tbl><w:tr><w:tc>" * 60
                + "<w:p>"
                + '<w:r><w:rPr><w:sz w:val="8"/></w:rPr><w:t>1</w:t></w:r>' * 30_000
                + "</w:p>"
                + "</w:tc></w:tr></w:tbl>" * 60
            ),
        )
    ),
    "a code of a field that a pattern could be slow on": styled(
        "",
        _MARK.format("begin")
        + f"<w:r><w:instrText>SYMBOL 50 {chr(92)}f {' ' * 100_000}!</w:instrText></w:r>"
        + _MARK.format("end"),
    ),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_what_decides_how_text_is_seen_is_worked_out_in_time_and_memory(name: str, tmp_path: Path) -> None:
    assert said_of(_HOSTILE[name], tmp_path, "read_docx") == "read"
