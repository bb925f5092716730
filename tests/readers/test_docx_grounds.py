"""The ground of a cell, as its cell, row, table or style says, decides what is seen on it."""

from __future__ import annotations

from docx_markup import (
    TWELVE,
    par,
    read,
    run,
    shd,
    shown,
    val,
)
from docx_samples import p, tbl, tc, texts, tr


def test_the_ground_of_a_cell_decides_what_is_seen_on_it() -> None:
    white, black = par(run("12", val("color", "FFFFFF"))), par(run("12", val("color", "000000")))
    assert shown(white, shd("1F3864")) == ("12", [])
    assert shown(black, shd("000000")) == ("", ["cell-unseen"])
    assert shown(par(TWELVE), shd("000000")) == ("12", [])
    assert shown(par(run("12", val("color", "808080"))), shd("7F7F7F")) == ("", ["cell-unseen"])


def test_the_ground_of_a_table_or_a_row_decides_where_the_cell_says_nothing() -> None:
    white = f"<w:tc>{par(run('12', val('color', 'FFFFFF')))}</w:tc>"
    row = tr(tc("规章"), white)
    dark = shd("1F3864")
    assert texts(read(tbl(row).replace("<w:tblPr/>", f"<w:tblPr>{dark}</w:tblPr>"))) == ["规章|12"]
    assert texts(read(tbl(row.replace("<w:trPr>", f"<w:tblPrEx>{dark}</w:tblPrEx><w:trPr>")))) == ["规章|12"]
    assert texts(read(tbl(row))) == ["规章|"]


def headed(look: str) -> str:
    row = tr(tc("规章"), tc("12"))
    body = tbl(row, row)
    return body.replace("<w:tblPr/>", f"<w:tblPr>{val('tblStyle', 'Headed')}<w:tblLook {look}/></w:tblPr>")


def test_white_letters_of_a_table_style_are_seen_on_its_own_ground() -> None:
    for look in ('w:firstRow="1" w:noHBand="1" w:noVBand="1"', 'w:val="0620"', 'w:firstRow="0"'):
        document = read(headed(look))
        assert (texts(document), document.findings) == (["规章|12|规章|12"], ())


def test_a_row_of_a_table_style_that_a_cell_paints_white_is_not_seen() -> None:
    body = headed('w:firstRow="1"').replace("<w:tcPr></w:tcPr>", f"<w:tcPr>{shd('FFFFFF')}</w:tcPr>", 2)
    document = read(body)
    assert texts(document) == ["||规章|12"]
    assert [item.kind for item in document.findings] == ["cell-unseen"] * 2


def test_a_table_style_can_hide_all_of_it() -> None:
    hidden = f"<w:tblPr>{val('tblStyle', 'HiddenTable')}</w:tblPr>"
    document = read(tbl(tr(tc("规章"), tc("12"))).replace("<w:tblPr/>", hidden) + p("后"))
    assert texts(document) == ["|", "后"]
