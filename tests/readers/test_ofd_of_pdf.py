"""The same page as PDF and as OFD is read the same, to the last cell and finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from ofd_of_pdf import ofd_of
from ofd_samples import read
from pdf_cell import BASE, BLACK, CELL, EXTRA, GREY, IMAGE, STATES, TABLE, WHITE, number
from pdf_producers import CHROMIUM, SOFFICE, Shape, by_chromium, by_soffice, docx, html, shape
from pdf_samples import box, line, pages
from pdf_things import curve

import govdisclose
from govdisclose.document import DEFAULT_LIMITS, Document, Grid
from govdisclose.errors import UnreadableDocumentError
from govdisclose.grammar.entry import Entry, State
from govdisclose.readers.pdf._document import build

HALF = b"/Half gs "
PAGES: dict[str, bytes] = {
    "plain": TABLE + number("12"),
    "blank": TABLE,
    "slash": TABLE + number("/"),
    "two numbers": TABLE + number("12") + number("15", x=190),
    "two lines": TABLE + number("1", y=221) + number("2", y=212),
    "covered": TABLE + number("12") + WHITE + CELL,
    "covered by a form": TABLE + number("12") + WHITE + b"152 212 m 200 212 l 176 230 l 152 230 l h f\n",
    "covered by a curve": TABLE + number("12") + WHITE + b"152 212 m 190 205 190 235 152 230 c h f\n",
    "covered by a thick line": TABLE + number("12") + b"q 1 G 12 w 152 220 m 170 220 l S Q\n",
    "blacked out": TABLE + number("12") + BLACK + CELL,
    "covered by a picture": TABLE + number("12") + b"q 30 0 0 16 152 212 cm /Solid Do Q\n",
    "on top": TABLE + number("12") + WHITE + CELL + BLACK + number("15"),
    "one digit covered": TABLE + number("123") + WHITE + box(164.5, 212, 6, 16),
    "half a digit covered": TABLE + number("123") + WHITE + box(159.2, 212, 4.6, 16),
    "shines through": TABLE + number("12") + b"q /Half gs 1 0 0 rg " + CELL + b"Q\n",
    "multiplied": TABLE + number("12") + b"q /Multiply gs 1 1 0 rg " + CELL + b"Q\n",
    "picture with holes": TABLE + number("12") + b"q 30 0 0 16 152 212 cm /Holes Do Q\n",
    "clipped away": TABLE + number("12") + b"q 0 0 20 20 re W n 1 g " + CELL + b"Q\n",
    "frame": TABLE + number("12") + b"q 1 g 10 10 380 280 re 40 40 320 220 re f* Q\n",
    "white": TABLE + number("12") + number("3", x=170, before=WHITE),
    "white on grey": TABLE + GREY + CELL + number("12", before=WHITE),
    "grey on grey": TABLE + GREY + CELL + number("12", before=b"0.78 g ") + BLACK,
    "pale": TABLE + number("12", before=b"0.85 g "),
    "transparent": TABLE + number("12") + b"q /None gs " + number("3", x=170) + b"Q\n",
    "half transparent": TABLE + b"q " + HALF + number("12") + b"Q\n",
    "invisible": TABLE + number("12") + number("3", x=170, before=b"3 Tr "),
    "tiny": TABLE + number("12") + number("3", x=170, size=1),
    "raised": TABLE + number("12") + number("1", x=164.5, size=6, y=BASE + 4),
    "raised a little": TABLE + number("12") + number("1", x=164.5, size=9, y=BASE + 1),
    "struck": TABLE + number("12") + line(153, BASE + 3.5, 165, BASE + 3.5),
    "struck beside": TABLE + number("12") + line(153, BASE + 3.5, 165, BASE + 3.5) + number("15", x=180),
    "crossed": TABLE + number("12") + line(153, BASE - 1, 165, BASE + 9),
    "underlined": TABLE + number("12") + line(153, BASE - 1, 165, BASE - 1),
    "thin filling through": TABLE + number("12") + box(153, BASE + 3, 12, 0.8),
    "outline": TABLE + curve(154, BASE),
    "digit and outline": TABLE + number("4") + curve(162, BASE),
    "picture": TABLE + b"q 8 0 0 10 154 214 cm /Solid Do Q\n",
    "digit and picture": TABLE + number("1") + b"q 6 0 0 10 162 214 cm /Solid Do Q\n",
    "seal": TABLE + number("12") + b"q /Half gs 120 0 0 120 100 170 cm /Solid Do Q\n",
    "scan": b"q 400 0 0 300 0 0 cm /Solid Do Q\n",
    "scan with text below": TABLE + number("12") + b"q 400 0 0 300 0 0 cm /Solid Do Q\n",
    "scan with text that is not painted": b"q 400 0 0 300 0 0 cm /Solid Do Q 3 Tr\n" + TABLE + number("12"),
    "clipped text": TABLE + b"q 150 210 9 20 re W n " + number("12") + b"Q\n",
    "off the page": TABLE + number("12", x=399) + number("7", x=500),
    "turned": TABLE + b"q 0 1 -1 0 374 62 cm " + number("12") + b"Q\n",
    "upside down": TABLE + b"q -1 0 0 -1 330 440 cm " + number("12") + b"Q\n",
    "mirrored": TABLE + b"q -1 0 0 1 330 0 cm " + number("12") + b"Q\n",
    "slanting": TABLE + b"q 0.9 0.4 -0.4 0.9 100 -40 cm " + number("12") + b"Q\n",
    "wide letters": TABLE + b"BT /F 10 Tf 150 Tz 154 216 Td <00310032> Tj ET\n",
    "a letter": TABLE + number("12万"),
    "through a clip with a form": TABLE
    + b"q 154 214 m 160 228 l 166 214 l 160 218 l 158 216 l h W n 0 g 150 210 30 20 re f Q\n",
}


def _seen(document: Document) -> list[object]:
    """All that is read, but for boxes."""
    return [
        (item.rows, item.columns, item.ragged, [*map(_cell, item.cells)])
        if isinstance(item, Grid)
        else (item.text, item.number, item.page, [word.text for word in item.words])
        for item in document.blocks
    ]


def _cell(cell: object) -> tuple[object, ...]:
    return tuple(getattr(cell, name) for name in ("text", "row", "column", "rowspan", "colspan"))


def _told(document: Document) -> list[object]:
    return [
        (item.kind, dict(item.facts), (item.at.page, item.at.table, item.at.row, item.at.column))
        for item in document.findings
        if item.at is not None
    ]


def _said(read_it: Callable[[], Document]) -> tuple[object, object]:
    try:
        document = read_it()
    except UnreadableDocumentError as error:
        return type(error), str(error).replace("OFD", "PDF")
    return _seen(document), _told(document)


@pytest.mark.parametrize("name", PAGES)
def test_a_cell_is_read_as_in_pdf(name: str) -> None:
    source = pages(PAGES[name], resources=STATES + IMAGE, extra=EXTRA)
    painted, written = ofd_of(source)
    expected = _said(lambda: build(painted, DEFAULT_LIMITS))
    assert expected == _said(lambda: read(written))
    assert expected != ([], [])


# --- prints

PRINTED = [shape(number) for number in range(1, 9)]
Producer = tuple[
    str | None, Callable[[Shape], bytes], Callable[[Mapping[str, bytes], Path], dict[str, bytes]]
]
PRODUCERS: dict[str, Producer] = {
    "soffice": (SOFFICE, docx, by_soffice),
    "chromium": (CHROMIUM, html, by_chromium),
}


def _entries(document: Document) -> list[tuple[str, State, object, str]]:
    def plain(entry: Entry) -> tuple[str, State, object, str]:
        return entry.path, entry.state, entry.value, entry.raw

    return [plain(entry) for entry in govdisclose.parse_document(document).entries]


@pytest.mark.parametrize("producer", PRODUCERS)
def test_a_printed_report_is_read_as_in_pdf(producer: str, tmp_path: Path) -> None:
    program, write, convert = PRODUCERS[producer]
    if program is None:
        pytest.skip(f"{producer} is not installed")
    printed = convert({str(item.number): write(item) for item in PRINTED}, tmp_path)
    for item in PRINTED:
        painted, written = ofd_of(printed[str(item.number)])
        one, other = build(painted, DEFAULT_LIMITS), read(written)
        assert _entries(one) == _entries(other)
        assert any(entry[1] is State.NUMBER for entry in _entries(other))
        assert [_cell(cell) for grid in one.grids for cell in grid.cells] == [
            _cell(cell) for grid in other.grids for cell in grid.cells
        ]
        assert _told(one) == _told(other)
