"""Files that cost more than they weigh, that lie about themselves, or that break in the middle."""

from __future__ import annotations

import time
import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx_archive import CELL, MAIN, TEXT, W, archive, read, read_body, relations, texts, xml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    GovdiscloseError,
    LimitError,
)
from govdisclose.limits import Limits
from govdisclose.readers.docx import READER

# --- cost


def test_a_span_of_300_million_columns_is_refused() -> None:
    cell = CELL.format('<w:gridSpan w:val="300000000"/>', "1")
    with pytest.raises(LimitError, match="limit columns is 256, found 300000000"):
        read_body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def test_a_grid_that_begins_300_million_columns_late_is_refused() -> None:
    row = f'<w:tr><w:trPr><w:gridBefore w:val="300000000"/></w:trPr>{CELL.format("", "1")}</w:tr>'
    with pytest.raises(LimitError, match="limit columns is 256, found 300000001"):
        read_body(f"<w:tbl>{row}</w:tbl>")


def test_257_cells_in_a_row_are_refused_and_256_are_not() -> None:
    assert read_body(f"<w:tbl><w:tr>{CELL.format('', '1') * 256}</w:tr></w:tbl>").grids[0].columns == 256
    with pytest.raises(LimitError, match="limit columns is 256, found 257"):
        read_body(f"<w:tbl><w:tr>{CELL.format('', '1') * 257}</w:tr></w:tbl>")


def test_a_vertical_merge_of_10_000_rows_takes_linear_time() -> None:
    start, rest = CELL.format('<w:vMerge w:val="restart"/>', "三、"), CELL.format("<w:vMerge/>", "")
    rows = (
        f"<w:tr>{start}{CELL.format('', '1')}</w:tr>" + f"<w:tr>{rest}{CELL.format('', '1')}</w:tr>" * 9_999
    )
    begun = time.perf_counter()
    (grid,) = read_body(f"<w:tbl>{rows}</w:tbl>").grids
    assert time.perf_counter() - begun < 5
    assert grid.cells[0].rowspan == 10_000


def test_a_first_row_that_continues_a_merge_is_a_start_with_a_finding() -> None:
    row = f"<w:tr>{CELL.format('<w:vMerge/>', '三、')}{CELL.format('', '1')}</w:tr>"
    document = read_body(f"<w:tbl>{row}{row}</w:tbl>")
    assert [(cell.text, cell.rowspan) for cell in document.grids[0].cells] == [
        ("三、", 2),
        ("1", 1),
        ("1", 1),
    ]
    assert [item.kind for item in document.findings] == ["merge-without-start"]


def test_a_part_of_600_megabytes_is_refused_without_inflating_it() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as written, written.open(MAIN, "w") as stream:
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
    data = bytearray(archive((MAIN, xml(TEXT))))
    size = len(xml(TEXT).encode()).to_bytes(4, "little")
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
    wide = f"<w:tr>{CELL.format('', '1') * 250}</w:tr>"
    narrow = f"<w:tr>{CELL.format('', '1')}</w:tr>"
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
    row = f"<w:tr>{CELL.format('', '12') * 2}</w:tr>"
    body = f"{TEXT}<w:tbl>{row}{row}</w:tbl>"
    assert len(read_body(body).blocks) == 2
    with pytest.raises(LimitError) as caught:
        read_body(body, limits)
    assert caught.value.limit == limit


# --- markup


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_doctype_is_refused(encoding: str) -> None:
    document = xml("<w:p><w:r><w:t>1&x;2</w:t></w:r></w:p>", '<!DOCTYPE w:document [<!ENTITY x "3">]>')
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml declares a DOCTYPE"):
        read(archive((MAIN, document.encode(encoding))))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_both_encodings_of_the_format_are_read(encoding: str) -> None:
    assert texts(read(archive((MAIN, xml(TEXT).encode(encoding))))) == ["示例市"]


def test_utf_16_that_declares_itself_is_read() -> None:
    document = xml(TEXT, '<?xml version="1.0" encoding="UTF-16"?>')
    assert texts(read(archive((MAIN, document.encode("utf-16"))))) == ["示例市"]


@pytest.mark.parametrize("encoding", ["UTF-7", "GB18030", "IBM037", "UTF-32"])
def test_any_other_encoding_is_refused(encoding: str) -> None:
    document = xml(TEXT, f'<?xml version="1.0" encoding="{encoding}"?>')
    with pytest.raises(DamagedDocumentError, match=f"declares the encoding {encoding}"):
        read(archive((MAIN, document)))


@pytest.mark.parametrize(
    "document",
    [
        "",
        "示例市",
        "<w:document",
        xml("<w:p>"),
        xml("&x;"),
        xml("<w:p><w:r><w:t>\x01</w:t></w:r></w:p>"),
        xml(TEXT).encode("gb18030"),
        b"\xff\xfe<",
        "<x/>",
        f'<w:document xmlns:w="{W}"/>',
    ],
)
def test_broken_markup_is_a_damaged_document(document: str | bytes) -> None:
    with pytest.raises(DamagedDocumentError, match=r"word/document\.xml"):
        read(archive((MAIN, document)))


def test_comments_and_instructions_do_not_cut_a_text() -> None:
    assert texts(read_body("<w:p><w:r><w:t>17<!-- x -->8<?y?>件</w:t></w:r></w:p>")) == ["178件"]


# --- garbage


def only_typed_errors(data: bytes) -> None:
    READER.claims(data[:65536])
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
    relations(MAIN), (MAIN, xml(f"{TEXT}<w:tbl><w:tr>{CELL.format('', '1') * 2}</w:tr></w:tbl>"))
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
    only_typed_errors(archive((MAIN, xml(tree))))
