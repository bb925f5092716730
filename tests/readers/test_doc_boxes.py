"""Text boxes and drawings of a Word 97 document, which stand beside its text."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest
from doc_cells import UNREAD, kinds, lines, texts
from doc_writer import Cell, Files, Par, Run, par, row, sprm

ANCHORS, GRAPHICS, BOXES = 40, 50, 56
LINE, PICTURE, BOX = 20, 75, 202


def record(kind: int, content: bytes, instance: int = 0, version: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | version, kind, len(content)) + content


def shape(number: int, kind: int, *, hidden: bool = False) -> bytes:
    about = record(0xF00A, struct.pack("<II", number, 0), kind, 2)
    options = record(0xF00B, struct.pack("<HI", 0x03BF, 0x00020002), 1, 3) if hidden else b""
    return record(0xF004, about + options, version=15)


def graphics(*shapes: bytes) -> bytes:
    """The drawing of the text: a group of all, whose first shape is the group itself."""
    group = record(0xF003, shape(1024, 0) + b"".join(shapes), version=15)
    return record(0xF000, b"", version=15) + b"\0" + record(0xF002, group, version=15)


def anchor(place: int, number: int, width: int = 4000, height: int = 4000) -> tuple[int, bytes]:
    return place, struct.pack("<IiiiiHI", number, 0, 0, width, height, 0, 0)


def table(entries: Sequence[tuple[int, bytes]], end: int) -> bytes:
    places = [place for place, _ in entries] + [end]
    return struct.pack(f"<{len(places)}I", *places) + b"".join(data for _, data in entries)


def boxes(*held: tuple[int, str]) -> tuple[bytes, str]:
    """The table of the texts of boxes, each with the number of its shape, and these texts."""
    entries: list[tuple[int, bytes]] = []
    text = ""
    for number, one in held:
        entries.append((len(text), struct.pack("<IIHIII", 1, 0, 0, 0, number, 0)))
        text += one + "\r"
    entries.append((len(text), bytes(22)))
    return table(entries, len(text) + 1), text + "\r"


def files(
    main: Sequence[Par],
    anchors: Sequence[tuple[int, bytes]],
    held: Sequence[tuple[int, str]],
    drawn: bytes = b"",
) -> Files:
    listed, text = boxes(*held)
    length = sum(len(run.text) for one in [*main, par()] for run in one.runs) + len(main) + 1
    tables = {ANCHORS: table(anchors, length), BOXES: listed, GRAPHICS: drawn}
    return Files(tables=tables, after=text, counts=(length, 0, 0, 0, 0, 0, len(text) if held else 0))


def anchored() -> Run:
    return Run("\x08", sprm(0x0855))


def test_the_text_of_a_box_follows_the_paragraph_that_anchors_it() -> None:
    main = [par("总体", anchored(), "情况"), par("后")]
    assert lines(main, files(main, [anchor(2, 7)], [(7, "盒中")])) == ["总体情况", "盒中", "后"]


def test_two_boxes_are_told_apart_by_the_numbers_of_their_shapes() -> None:
    main = [par("一", anchored()), par("二", anchored())]
    found = lines(main, files(main, [anchor(1, 8), anchor(4, 7)], [(7, "七"), (8, "八")]))
    assert found == ["一", "八", "二", "七"]


def test_a_box_that_nothing_anchors_is_read_at_the_end() -> None:
    main = [par("一"), par("二")]
    assert lines(main, files(main, [], [(7, "七")])) == ["一", "二", "七"]


def test_the_boxes_of_a_group_are_read_where_the_group_is_anchored() -> None:
    main = [par("一", anchored()), par("二")]
    group = record(0xF003, shape(5, 0) + shape(7, BOX) + shape(8, BOX), version=15)
    drawn = graphics(group)
    assert lines(main, files(main, [anchor(1, 5)], [(7, "七"), (8, "八")], drawn)) == ["一", "七", "八", "二"]


def test_a_box_that_is_hidden_is_not_read() -> None:
    main = [par("一", anchored())]
    drawn = graphics(shape(7, BOX, hidden=True))
    assert lines(main, files(main, [anchor(1, 7)], [(7, "七")], drawn)) == ["一"]


def in_cell(
    *anchors: tuple[int, bytes], held: Sequence[tuple[int, str]] = (), drawn: bytes = b""
) -> list[str | None]:
    main = row("规章", Cell([par("12", anchored())]))
    return texts(main, files(main, anchors, held, drawn))


def test_digits_in_a_box_over_a_cell_are_no_number_of_it() -> None:
    assert in_cell(anchor(5, 7), held=[(7, "9")]) == ["规章", "12\n9\n" + UNREAD]


@pytest.mark.parametrize(
    ("width", "height", "kind", "shown"),
    [
        (4000, 4000, PICTURE, "12"),
        (200, 200, PICTURE, "12" + UNREAD),
        (200, 200, 1, "12" + UNREAD),
        (200, 4000, 1, "12"),
        (4000, 0, LINE, "12" + UNREAD),
    ],
)
def test_what_floats_over_a_cell(width: int, height: int, kind: int, shown: str) -> None:
    found = in_cell(anchor(5, 7, width, height), drawn=graphics(shape(7, kind)))
    assert found == ["规章", shown]


def test_a_hidden_drawing_is_not_there() -> None:
    assert in_cell(anchor(5, 7, 200, 200), drawn=graphics(shape(7, 1, hidden=True))) == ["规章", "12"]


def test_an_anchor_of_nothing_is_something_unread() -> None:
    assert in_cell() == ["规章", "12" + UNREAD]
    assert kinds(par("12", anchored())) == ["cell-not-read"]


def test_boxes_that_say_to_be_longer_than_their_text_are_none() -> None:
    main = [par("一")]
    made = files(main, [], [(7, "七")])
    listed = struct.pack("<III", 0, 900, 901) + struct.pack("<IIHIII", 1, 0, 0, 0, 7, 0) + bytes(22)
    made = Files(tables={**made.tables, BOXES: listed}, after=made.after, counts=made.counts)
    assert lines(main, made) == ["一"]


def test_records_that_are_longer_than_their_container_end_it() -> None:
    main = [par("一", anchored())]
    drawn = graphics(shape(7, BOX))[:-3] + struct.pack("<HHI", 15, 0xF003, 0xFFFFFFFF)
    assert lines(main, files(main, [anchor(1, 7)], [(7, "七")], drawn)) == ["一", "七"]
