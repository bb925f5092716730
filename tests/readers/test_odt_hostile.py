"""OpenDocument texts that cost more than they weigh. Each is read, or refused, within the bounds that are promised."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odt_markup import across, archive, content, flat, p, span, tbl, tc, text_style, tr

from bounded import said_of
from govdisclose.errors import LimitError, UnreadableDocumentError
from govdisclose.limits import Limits
from govdisclose.readers.odt import READER


def zeros() -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as written, written.open("content.xml", "w") as stream:
        for _ in range(600):
            stream.write(b" " * 1_000_000)
    return target.getvalue()


def styles(count: int) -> str:
    return "".join(
        text_style(f"s{at}", f'fo:font-size="{at % 90 + 5}%"', f"s{at - 1}") for at in range(count)
    )


def nested(before: str, after: str, depth: int, inside: str = "12") -> str:
    return before * depth + inside + after * depth


BOX = (
    "<draw:frame text:anchor-type='as-char'><draw:text-box><text:p>",
    "</text:p></draw:text-box></draw:frame>",
)
GROUPED = f"<draw:g text:anchor-type='as-char'>{BOX[0]}", f"{BOX[1]}</draw:g>"
TABLE = (
    "<table:table><table:table-row><table:table-cell>",
    "</table:table-cell></table:table-row></table:table>",
)
LIST = "<text:list><text:list-item>", "</text:list-item></text:list>"
LONG = "依法公开" * 50_000

HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a part of 600 MB": (zeros, "LimitError inflated"),
    "a row of 1 MB 20,000 times": (
        lambda: flat(tbl(tr(tc(LONG), tc("1"), attributes='table:number-rows-repeated="20000"'))),
        "LimitError inflated",
    ),
    "a cell of 1 MB 256 times": (
        lambda: flat(tbl(tr(tc(LONG, 'table:number-columns-repeated="256"')))),
        "LimitError inflated",
    ),
    "20,000 rows of 256 columns": (
        lambda: flat(
            tbl(
                tr(
                    tc("1", 'table:number-columns-repeated="256"'),
                    attributes='table:number-rows-repeated="20000"',
                )
            )
        ),
        "LimitError cells",
    ),
    "many tables of many rows": (
        lambda: flat(tbl(tr(tc("1"), tc("2"), attributes='table:number-rows-repeated="20000"')) * 500),
        "LimitError inflated",
    ),
    "spaces": (lambda: flat(p("一<text:s text:c='999999999'/>" * 30)), "LimitError inflated"),
    "a chain of styles": (lambda: flat(p(span("12", "s59999")), styles(60_000)), "read"),
    "each style of a long chain": (
        lambda: flat("".join(p(span("12", f"s{at}")) for at in range(40_000)), styles(40_000)),
        "read",
    ),
    "spans of ever new looks": (
        lambda: flat(
            p(nested("", "", 0) + nested("<text:span text:style-name='s1'>", "</text:span>", 150) * 1_200),
            styles(5),
        ),
        "read",
    ),
    "deep tables": (lambda: flat(nested(*TABLE, 60, p("12"))), "LimitError depth"),
    "deep lists": (lambda: flat(nested(*LIST, 110, p("12"))), "LimitError depth"),
    "deep spans": (lambda: flat(p(nested("<text:span>", "</text:span>", 240))), "LimitError depth"),
    "boxes in boxes": (lambda: flat(p(nested(*BOX, 35))), "read"),
    "groups in groups": (lambda: flat(p(nested(*GROUPED, 28))), "read"),
    "groups alone": (lambda: flat(p(nested("<draw:g>", "</draw:g>", 150))), "EmptyDocumentError"),
    "many objects": (
        lambda: archive(
            {
                "content.xml": content(
                    p("12" + "<draw:frame><draw:object xlink:href='./o'/></draw:frame>" * 60_000)
                ),
                "o/content.xml": b"<a>" + b"<b/>" * 390_000 + b"</a>",
            }
        ),
        "read",
    ),
    "deletions": (
        lambda: flat(
            f"<text:tracked-changes><text:changed-region text:id='c'><text:deletion>{p(LONG)}</text:deletion>"
            f"</text:changed-region></text:tracked-changes>"
            + tbl(tr(tc("12"), tc("<text:p>" + "<text:change text:change-id='c'/>" * 190_000 + "</text:p>")))
        ),
        "LimitError inflated",
    ),
    "spans over everything": (
        lambda: flat(tbl(*[tr(*[tc("1", across(256))] * 200)] * 50, columns=256)),
        "LimitError columns",
    ),
    "cells over all rows": (
        lambda: flat(
            tbl(*[tr(tc("1", 'table:number-rows-spanned="1000000"'), tc("2"))] * 19_000, columns=40)
        ),
        "LimitError columns",
    ),
    "lists of many levels": (
        lambda: flat(
            "<text:list text:style-name='A'>"
            + "<text:list-item><text:p>1</text:p></text:list-item>" * 90_000
            + "</text:list>",
            "<text:list-style style:name='A'><text:list-level-style-number text:level='1' style:num-format='1'"
            f" style:num-suffix='{'条' * 95}'/></text:list-style>",
        ),
        "LimitError elements",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_costs_more_than_it_weighs(name: str, tmp_path: Path) -> None:
    make, said = HOSTILE[name]
    assert said_of(make(), tmp_path, "read_odt") == said


@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"<office:document "]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_document_or_a_typed_error(rest: bytes, head: bytes) -> None:
    try:
        READER.read(head + rest, Limits())
    except (UnreadableDocumentError, LimitError):
        return


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_typed_error(data: st.DataObject) -> None:
    source = flat(
        p("示例市" + span("12", "s"))
        + tbl(tr(tc("规章", across(2)), "<table:covered-table-cell/>"), tr(tc("1"), tc("2"))),
        text_style("s", 'fo:font-size="50%" style:text-position="super 58%"'),
    )
    start = data.draw(st.integers(source.index(b"<office:styles>"), len(source) - 1))
    end = min(start + data.draw(st.integers(0, 20)), len(source))
    damaged = source[:start] + data.draw(st.binary(max_size=12)) + source[end:]
    try:
        READER.read(damaged, Limits())
    except (UnreadableDocumentError, LimitError):
        return
