from __future__ import annotations

import pytest

from govdisclose.catalogue import CATALOGUE, Topic
from govdisclose.grid import UNREAD
from govdisclose.shown import Piece, Sight, compose, compose_line

STRUCK, UNSEEN, COVERED = Sight.STRUCK, Sight.UNSEEN, Sight.COVERED
RAISED, LOWERED, NOT_READ = Sight.RAISED, Sight.LOWERED, Sight.NOT_READ


def mark(text: str) -> Piece:
    return Piece(text, RAISED)


@pytest.mark.parametrize(
    ("pieces", "text", "kinds"),
    [
        ([Piece("1"), Piece("2")], "12", []),
        ([Piece("12", STRUCK), Piece(" 15")], " 15", ["text-struck-out"]),
        ([Piece("12", STRUCK)], UNREAD, ["cell-struck-out"]),
        ([Piece("\n"), Piece(" ", STRUCK)], "\n", []),
        ([Piece("12"), Piece("3", UNSEEN)], "12", ["text-unseen"]),
        ([Piece("3", UNSEEN)], "", ["cell-unseen"]),
        ([Piece("3", COVERED), Piece("12")], "12", ["text-covered"]),
        ([Piece("3", COVERED)], "", ["cell-covered"]),
        ([Piece("12"), Piece("2024", Sight.WATERMARK, room=False)], "12", ["watermark-left-out"]),
        ([Piece("2024", Sight.WATERMARK)], "", ["cell-under-watermark"]),
        ([Piece("3", COVERED), Piece("4", STRUCK)], UNREAD, ["cell-struck-out", "cell-covered"]),
        ([Piece("12"), mark("1")], "12", ["mark-left-out"]),
        ([Piece("12"), Piece("1", LOWERED), Piece(" ")], "12 ", ["mark-left-out"]),
        ([Piece("规章"), mark("1")], "规章", ["mark-left-out"]),
        ([Piece("规"), mark("1"), Piece("章")], "规1章", []),
        ([Piece("1"), mark("2"), Piece("3")], "13" + UNREAD, ["mark-uncertain"]),
        ([mark("1"), Piece("12")], "12" + UNREAD, ["mark-uncertain"]),
        ([mark("12")], UNREAD, ["mark-uncertain"]),
        ([Piece("1"), Piece("", NOT_READ, "picture")], "1" + UNREAD, ["cell-not-read"]),
        ([Piece("", NOT_READ, "picture")], UNREAD, ["cell-is-picture"]),
        ([Piece("", NOT_READ, "control")], UNREAD, ["cell-not-read"]),
        ([Piece("3", UNSEEN), Piece("", NOT_READ, "control")], UNREAD, ["text-unseen", "cell-not-read"]),
        (
            [Piece("1"), Piece("9", STRUCK), Piece("2")],
            "1" + UNREAD + "2",
            ["text-struck-out", "number-divided"],
        ),
        ([Piece("1"), Piece("9", UNSEEN, room=False), Piece("2")], "12", ["text-unseen"]),
        ([Piece("1"), Piece("9", STRUCK), Piece(" 2")], "1 2", ["text-struck-out"]),
    ],
)
def test_a_cell_is_what_is_seen_of_its_pieces(pieces: list[Piece], text: str, kinds: list[str]) -> None:
    composed = compose(pieces)
    assert (composed.text, [kind for kind, _ in composed.notes]) == (text, kinds)
    assert {CATALOGUE[kind].topic for kind in kinds} <= {Topic.CELL}


def test_what_was_left_out_is_told_in_the_words_of_each_language() -> None:
    [note] = compose([Piece("12"), Piece("3", UNSEEN, "small")]).findings(None)
    assert note.message() == '"3" in the cell cannot be seen (too small to see) and was left out'
    assert note.message("zh") == "单元格中的“3”不可见（过小不可见），已略去"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([Piece("12"), mark("1")], "12¹"),
        ([Piece("H"), Piece("2", LOWERED), Piece("O")], "H₂O"),
        ([Piece("见"), Piece("旧", STRUCK), Piece("新")], "见新"),
        ([Piece("见"), Piece("", NOT_READ, "picture"), Piece("图")], "见图"),
        ([Piece("1"), Piece("", NOT_READ, "picture")], "1" + UNREAD),
        ([Piece("", NOT_READ, "picture"), Piece("1")], UNREAD + "1"),
        ([Piece("1"), Piece("9", STRUCK), Piece("2")], "1" + UNREAD + "2"),
    ],
)
def test_a_line_outside_tables_keeps_its_marks_as_marks(pieces: list[Piece], text: str) -> None:
    assert compose_line(pieces) == text


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([Piece("12 "), mark(" 1"), Piece(" 7")], "12¹ 7"),
        ([mark("1"), Piece(" "), Piece(" 12 7")], "¹12 7"),
        ([Piece("12 "), Piece("9", UNSEEN), mark("1")], f"12{UNREAD}¹"),
        ([Piece("12 "), Piece("", NOT_READ, "picture")], "12" + UNREAD),
        ([Piece("12 "), Piece("", NOT_READ, "picture"), Piece(" 7")], f"12{UNREAD} {UNREAD}7"),
        ([Piece("12"), Piece("", NOT_READ, "picture"), Piece(" 7")], f"12{UNREAD} 7"),
        ([Piece("12 "), Piece("", NOT_READ, "picture"), Piece("7")], f"12 {UNREAD}7"),
        ([Piece("12件 "), Piece("", NOT_READ, "picture"), Piece(" 见")], f"12件{UNREAD} 见"),
        ([Piece("", NOT_READ, "picture"), Piece(" -7")], f"{UNREAD}-7"),
        ([Piece("见 "), Piece("", NOT_READ, "picture"), Piece(" 图")], "见  图"),
    ],
)
def test_a_mark_or_a_thing_of_a_line_stands_close_to_its_number(pieces: list[Piece], text: str) -> None:
    assert compose_line(pieces) == text
