"""The text of a Word 97 document by its pieces: out of order, in one byte a character, with properties of their own."""

from __future__ import annotations

import struct

import pytest
from doc_writer import Files, Par, Piece, Run, doc, par, row, sprm

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.errors import DamagedDocumentError, UnknownFormatError
from govdisclose.grid import Grid
from govdisclose.readers.doc import READER

STRIKE, VANISH, PARAGRAPH_STYLE = 0x0837, 0x083C, 0x4600


def read(paragraphs: list[Par], *pieces: Piece, **more: object) -> Document:
    return READER.read(doc(paragraphs, Files(pieces=pieces, **more)), DEFAULT_LIMITS)  # type: ignore[arg-type]


def said(document: Document) -> list[object]:
    return [
        [one.text for one in block.cells] if isinstance(block, Grid) else block.text
        for block in document.blocks
    ]


# --- several pieces


def test_a_text_in_many_pieces_is_one_text() -> None:
    paragraphs = [par("总体情况"), *row("规章", "12"), par("后")]
    length = sum(len(run.text) for one in paragraphs for run in one.runs) + len(paragraphs)
    assert said(read(paragraphs, *[Piece(1) for _ in range(length)])) == ["总体情况", ["规章", "12"], "后"]


def test_properties_reach_over_the_edges_of_pieces() -> None:
    paragraphs = row("规章", "a", more=b"")
    paragraphs[1] = par(Run("1234", sprm(STRIKE)), Run("5"), mark="\x07", properties=sprm(0x2416))
    assert said(read(paragraphs, Piece(5), Piece(3), Piece(1, 1), Piece(1))) == [["规章", "5"]]


def test_a_piece_of_one_byte_a_character_beside_one_of_two() -> None:
    paragraphs = [*row("规章", "12"), par("“a” – é")]
    assert said(read(paragraphs, Piece(3), Piece(4, 1), Piece(8, 1))) == [["规章", "12"], "“a” – é"]


def test_a_number_that_three_pieces_hold() -> None:
    assert said(read(row("规章", "123"), Piece(4), Piece(1, 1), Piece(1), Piece(2, 1))) == [["规章", "123"]]


def test_pieces_may_have_no_characters() -> None:
    assert said(read([par("12")], Piece(0), Piece(1), Piece(0), Piece(2))) == ["12"]


# --- properties of pieces


def test_a_short_property_of_a_piece() -> None:
    vanish, strike = (0x5C << 1) | 1 << 8, (0x57 << 1) | 1 << 8
    assert said(read(row("规章", "125"), Piece(3), Piece(2, prm=vanish), Piece(3))) == [["规章", "5"]]
    assert said(read(row("规章", "125"), Piece(3), Piece(2, prm=strike), Piece(3))) == [["规章", "5"]]


def test_a_short_property_that_says_nothing_of_what_is_seen() -> None:
    bold = (0x55 << 1) | 1 << 8
    assert said(read(row("规章", "125"), Piece(3), Piece(2, prm=bold), Piece(3))) == [["规章", "125"]]


def test_a_group_of_properties_of_a_piece() -> None:
    paragraphs = row("规章", "125")
    groups = (sprm(0x0835), sprm(0x0835) + sprm(VANISH))
    assert said(read(paragraphs, Piece(3), Piece(2, prm=0x03), Piece(3), groups=groups)) == [["规章", "5"]]
    assert said(read(paragraphs, Piece(3), Piece(2, prm=0x01), Piece(3), groups=groups)) == [["规章", "125"]]
    assert said(read(paragraphs, Piece(3), Piece(2, prm=0x99), Piece(3), groups=groups)) == [["规章", "125"]]


def test_the_property_of_a_piece_goes_over_that_of_the_run() -> None:
    paragraphs = [par(Run("12", sprm(VANISH)), Run("3"))]
    shown = (0x5C << 1) | 0 << 8
    assert said(read(paragraphs, Piece(2, prm=shown), Piece(2))) == ["123"]


def test_the_style_that_a_piece_gives_to_a_paragraph() -> None:
    from doc_writer import Style

    styles = (Style(), Style(characters=sprm(VANISH)))
    group = (sprm(PARAGRAPH_STYLE, 1),)
    found = read([par("1"), par("2")], Piece(2), Piece(2, prm=1), groups=group, styles=styles)
    assert said(found) == ["1"]


# --- one byte a character


def test_western_letters_in_one_byte_are_read() -> None:
    found = read([par("één “schön” l’été ÇÃO")], Piece(22, 1))
    assert said(found) == ["één “schön” l’été ÇÃO"]


def test_chinese_in_one_byte_is_lost_and_never_read_as_letters() -> None:
    raw = "规章".encode("gbk").decode("latin-1")
    found = read([*row(raw, "12"), par("总体情况")], Piece(4, 1, codec="latin-1"), Piece(10))
    assert said(found) == [["\ufffd\ufffd\ufffd\ufffd", "12"], "总体情况"]


def test_one_character_of_chinese_in_one_byte_beside_chinese_in_two() -> None:
    raw = "年".encode("gbk").decode("latin-1")
    found = read([par("2021" + raw), par("总体情况")], Piece(7, 1, codec="latin-1"), Piece(5))
    assert said(found) == ["2021\ufffd\ufffd", "总体情况"]


def test_a_document_all_in_one_byte_of_another_encoding_is_refused() -> None:
    raw = ("政府信息公开工作年度报告" * 3).encode("gbk").decode("latin-1")
    with pytest.raises(UnknownFormatError, match="one byte a character and is not Western European"):
        read([par(raw)], Piece(73, 1, codec="latin-1"))


def test_bytes_that_are_no_characters_are_lost() -> None:
    assert said(read([par("1\x81")], Piece(3, 1, codec="latin-1"))) == ["1\ufffd"]


# --- tables of pieces that lie


def damaged(change: bytes, at: int) -> bytes:
    """A document of two pieces, with bytes changed in its table of pieces."""
    source = doc([par("一二三四")], Files(pieces=(Piece(2), Piece(3))))
    place = source.index(b"\2" + struct.pack("<I", 28)) + 5
    return source[: place + at] + change + source[place + at + len(change) :]


@pytest.mark.parametrize(
    ("change", "at", "message"),
    [
        (struct.pack("<I", 9), 4, "out of order"),
        (struct.pack("<I", 1), 0, "out of order"),
        (struct.pack("<I", 0x00FFFFFF), 14, "outside of the file"),
        (struct.pack("<I", 3), 8, "counts more characters than it has"),
    ],
)
def test_a_table_of_pieces_that_lies_is_refused(change: bytes, at: int, message: str) -> None:
    with pytest.raises(DamagedDocumentError, match=message):
        READER.read(damaged(change, at), DEFAULT_LIMITS)


def test_pieces_that_lie_over_each_other_read_the_same_bytes_again() -> None:
    place = struct.pack("<I", 2048)
    assert READER.read(damaged(place, 22), DEFAULT_LIMITS).blocks[0].text == "一二一二三"  # type: ignore[union-attr]


def test_what_stands_behind_the_main_text_is_not_read() -> None:
    found = read([par("12")], after="页眉9\r", counts=(3, 0, 4))
    assert said(found) == ["12"]


def test_the_last_line_may_have_no_mark() -> None:
    source = doc([Par((Run("12"),), mark="")])
    assert said(READER.read(source, DEFAULT_LIMITS)) == ["12"]


def test_page_breaks_are_no_ends_of_lines_and_sections_are() -> None:
    paragraphs = [Par((Run("一"),), mark="\x0c"), par("二")]
    assert said(READER.read(doc(paragraphs), DEFAULT_LIMITS)) == ["一\n二"]
    sections = struct.pack("<III24x", 0, 2, 4)
    assert said(READER.read(doc(paragraphs, Files(tables={6: sections})), DEFAULT_LIMITS)) == ["一", "二"]
