r"""RTF files that cost more than they weigh, that lie about themselves, or that never end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from bounded import said_of
from govdisclose.errors import LimitError
from govdisclose.limits import Limits
from govdisclose.readers.rtf import READER
from rtf_writer import read, rtf

SIZE = 19_900_000


def full(unit: str, before: str = "", after: str = "", size: int = SIZE) -> bytes:
    """A file as large as may be, of one thing again and again."""
    return rtf(before + unit * (size // len(unit)) + after)


def numbered(unit: str, times: int, before: str = "", after: str = "") -> bytes:
    return rtf(before + "".join(unit.replace("#", str(number)) for number in range(1, times)) + after)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "groups that never end": (lambda: full("{"), "LimitError depth"),
    "groups without anything": (lambda: full("{}"), "LimitError elements"),
    "groups within one that is passed over": (lambda: full("{}", r"{\*\x ", "}12"), "read"),
    "groups that never end in one that is passed over": (
        lambda: full("{", r"{\*\x "),
        "DamagedDocumentError",
    ),
    "binary of no length, passed over": (lambda: full(r"\bin0 ", r"{\*\x ", "}12"), "read"),
    "binary longer than the file": (lambda: full("x", r"12\bin9999999999 "), "read"),
    "control words that say nothing": (lambda: full(r"\b"), "LimitError elements"),
    "control words that say something": (lambda: full(r"\v"), "LimitError elements"),
    "text": (lambda: full("1"), "LimitError characters"),
    "text, as much as may be": (lambda: full("1\n", size=19_000_000), "read"),
    "bytes in hexadecimal": (lambda: full(r"\'d6\'d0"), "read"),
    "bytes as they are": (lambda: full("\u00d6\u00d0"), "LimitError characters"),
    "first bytes of characters": (lambda: full("\u00d6\\b "), "LimitError elements"),
    "characters of Unicode": (lambda: full(r"\u49?"), "LimitError elements"),
    "halves of characters": (lambda: full(r"\u55357?"), "LimitError elements"),
    "characters that stand in for one": (lambda: full(r"\u49 ", r"\uc2000000000 "), "LimitError elements"),
    "looks": (lambda: numbered(r"\fs# a", 1_400_000), "LimitError elements"),
    "runs": (lambda: full(r"\v a\v0 b", r"\strike\super\up8\charscalex50\expndtw-5 "), "LimitError elements"),
    "cells": (lambda: full(r"\cell"), "LimitError elements"),
    "rows": (lambda: full(r"\cell\row"), "LimitError rows"),
    "rows with edges of their own": (
        lambda: numbered(r"\trowd\cellx#00\cell\row", 600_000),
        "LimitError rows",
    ),
    "wide rows": (
        lambda: full(r"\cell" * 255 + r"\row", "".join(rf"\cellx{100 * n}" for n in range(1, 256))),
        "LimitError elements",
    ),
    "tables in tables again and again": (lambda: full(r"\itap190 a\par\itap0 a\par"), "LimitError elements"),
    "lists in lists": (
        lambda: full(r"\b a\b0\v a\v0 ", r"{\listtext " * 150, "}" * 150, 15_000_000),
        "LimitError elements",
    ),
    "text boxes": (lambda: full(r"{\shp{\*\shpinst{\shptxt a\par}}}"), "LimitError elements"),
    "pictures": (lambda: full(r"{\pict 00}"), "LimitError elements"),
    "a large picture": (lambda: full("00", r"12{\pict\pngblip ", "}"), "read"),
    "fields": (lambda: full(r"{\field{\*\fldinst A}{\fldrslt b}}"), "LimitError elements"),
    "entries of a form": (
        lambda: full(r"{\*\ffl a}", r"{\field{\*\fldinst{\*\formfield ", "}}}"),
        "LimitError elements",
    ),
    "colours": (lambda: full(";", r"{\colortbl", "}"), "LimitError elements"),
    "fonts": (lambda: numbered(r"{\f# a;}", 1_500_000, r"{\fonttbl", "}"), "LimitError elements"),
    "styles": (lambda: numbered(r"{\s#\v a;}", 1_200_000, r"{\stylesheet", "}"), "LimitError elements"),
    "declared lists": (
        lambda: full(r"{\list{\listlevel{\leveltext\'02\'00.;}}\listid1}", r"{\*\listtable", r"}\ls1 a\par"),
        "LimitError elements",
    ),
    "symbols": (
        lambda: full("a", r"{\fonttbl{\f5\fcharset2 S;}}\f5 ", size=9_000_000),
        "LimitError elements",
    ),
    "rows declared in text": (lambda: full(r"a\trowd"), "LimitError elements"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_file_ends_within_its_bounds(name: str, tmp_path: Path) -> None:
    make, expected = HOSTILE[name]
    assert said_of(make(), tmp_path, "read_rtf", suffix="rtf") == expected


def test_a_table_in_2_000_000_000_tables_is_refused() -> None:
    with pytest.raises(LimitError, match="limit depth is 200, found 2000000000"):
        read(r"\itap2000000000 12\par")


def test_257_cells_in_a_row_are_refused_and_256_are_not() -> None:
    assert read(r"\intbl 1\cell" + r"\cell" * 255 + r"\row").grids[0].columns == 256
    with pytest.raises(LimitError, match="limit columns is 256, found 257"):
        read(r"\intbl 1\cell" + r"\cell" * 256 + r"\row")
    with pytest.raises(LimitError, match="limit columns is 256, found 257"):
        read(r"\trowd" + r"\cellx9" * 257)


def test_groups_of_any_depth_that_the_limit_allows_are_read() -> None:
    deep = 3_000
    source = rtf("{" * deep + "12" + "}" * deep)
    assert READER.read(source, attrs.evolve(Limits(), depth=deep + 1)).paragraphs[0].text == "12"
    with pytest.raises(LimitError, match="limit depth is 200, found 201"):
        READER.read(source, Limits())


def test_four_tokens_count_as_one_element() -> None:
    limits = attrs.evolve(Limits(), elements=100)
    assert READER.read(rb"{\rtf1 12" + rb"\b" * 390 + b"}", limits).paragraphs[0].text == "12"
    with pytest.raises(LimitError, match="limit elements is 100, found 101"):
        READER.read(rb"{\rtf1 12" + rb"\b" * 410 + b"}", limits)


@pytest.mark.parametrize(
    "odd",
    [
        r"\fs9999999999 ",
        r"\fs-9999999999 ",
        r"\cf-1\highlight9999999999\chcbpat-5 ",
        r"\f9999999999 ",
        r"\u9999999999?",
        r"\cellx9999999999\cellx-9999999999 ",
        r"\trleft-9999999999 ",
        r"\trrh-9999999999 ",
        r"\itap-5 ",
        r"\s-1\cs-1\ls-1 ",
        r"\uc-3 ",
        r"\ansicpg-936 ",
        r"\charscalex-50\expndtw9999999999 ",
        r"\clcbpat9999999999\clshdng-5 ",
        r"{\pict\picwgoal-9999999999\picscalex9999999999 }",
        r"{\shp{\*\shpinst\shpleft-9999999999\shpright9999999999}}",
        r"{\field}{\fldrslt}{\*\fldinst}{\*\formfield}",
        r"{\shptxt 9}{\sp{\sn x}}{\sv}",
        r"{\*\nesttableprops\nestrow\row\cell}",
        r"{\upr{\*\ud{\upr}}}",
        r"\row\nestrow\nestcell ",
        r"{\colortbl\red9999999999\green-5;}",
        r"{\*}{\*\*\*}\*",
        r"{\listtext{\listtext{\pntext}}}",
        r"{\fonttbl{\fcharset9999999999\cpg9999999999 ;}}",
        r"{\*\listtable{\listlevel}{\list{\listlevel{\leveltext}{\levelnumbers}}}}\ls1 ",
        "\\'\\'4\\'xy\\",
        "\\\r\n\\\t\\|\\:\\\u00ff",
        r"\aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1 ",
        r"\fs20202020202020202020202020 ",
    ],
)
def test_absurd_numbers_and_words_out_of_place_break_nothing(odd: str) -> None:
    document = read(rf"{odd}\pard\plain 12\par\trowd\cellx900\cellx1800\pard\intbl {odd}1\cell 2\cell\row")
    assert document.blocks
