"""Each law of the conformance kit can fail: a layout or a reader with one fault breaks it, and it says where."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

import attrs
import pytest

from govdisclose.document import Document, Limits, Paragraph, Reader, Sniff
from govdisclose.errors import LimitError
from govdisclose.grammar import H, Layout, Section, Table, balance, tree, within
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.readers.html import READER as HTML
from govdisclose.testing.conformance import (
    Law,
    check_layout,
    check_reader,
    layout_laws,
    reader_laws,
)
from govdisclose.testing.conformance import _hostile as hostile
from govdisclose.writers.html import WRITER as HTML_WRITER

REQUESTS = CN_2021.table("requests")
assert REQUESTS.stub is not None and REQUESTS.boxhead is not None


@attrs.frozen
class Row:
    number: int | None = None


@attrs.frozen
class Statistics:
    received: Row


LAYOUT = Layout(
    "sample-1",
    "示例统计表",
    "made up",
    tables=(
        Table(
            "statistics",
            "示例统计表",
            stubhead="项目",
            boxhead=tree(H("number", "数量"), H("share", "其中当面")),
            stub=tree(H("received", "收到申请数"), H("answered", "答复申请数"), H("granted", "同意公开数")),
        ),
    ),
    sections=(Section("overview", "一、概述"), Section("statistics", "二、统计表")),
    titles=("政府信息公开工作年度报告",),
)
TABLE = LAYOUT.tables[0]
assert TABLE.stub is not None


def with_table(**changes: object) -> Layout:
    return attrs.evolve(LAYOUT, tables=(TABLE.derive(**changes),))


def problems(laws: tuple[Law, ...], sentence: str) -> list[str]:
    found = [law for law in laws if law.sentence == sentence]
    assert len(found) == 1, [law.sentence for law in laws]
    return list(found[0].problems())


def of_layout(layout: Layout, sentence: str, **options: object) -> list[str]:
    return problems(layout_laws(layout, **options), sentence)  # type: ignore[arg-type]


def of_reader(
    sentence: str,
    *,
    id: str = HTML.id,
    sniff: Sniff = HTML.sniff,
    read: Callable[[bytes, Limits], Document] = HTML.read,
) -> list[str]:
    reader = attrs.evolve(HTML, id=id, sniff=sniff, read=read)
    return problems(reader_laws(reader, HTML_WRITER.write, seeds=2), sentence)


# --- layouts


def test_a_sound_layout_has_no_problem() -> None:
    assert check_layout(LAYOUT) == {}


def test_an_alias_that_says_no_more_than_the_label_is_not_reached() -> None:
    layout = with_table(stub=TABLE.stub.alias("received", "1.收到申请数"))  # type: ignore[union-attr]
    sentence = "every alias is read as the heading that it stands for"
    assert [
        '"1.收到申请数" for statistics:received is not reached: it is read as "收到申请数" without being an alias'
    ] == of_layout(layout, sentence)


def test_a_copy_of_another_form_cannot_be_told_from_it() -> None:
    copy = CN_2021.derive("copy-2021", "a copy", "made up")
    assert ["no label tells its reports from those of cn-2021"] == of_layout(
        copy, "its own reports are taken for it"
    )


def test_two_forms_that_are_one_are_a_clash() -> None:
    copy = attrs.evolve(LAYOUT, id="sample-2")
    assert ["no label tells its reports from those of sample-2"] == of_layout(
        LAYOUT, "its own reports are taken for it", others=[copy]
    )
    assert [
        "a report drawn by sample-2 is taken for sample-2, and with sample-1 for undecided between sample-1 and sample-2"
    ] == of_layout(LAYOUT, "a report of sample-2 is not taken for it", others=[copy])


def test_a_variant_with_an_alias_of_its_own_is_known_by_it() -> None:
    stub = REQUESTS.stub
    assert stub is not None
    variant = CN_2021.derive(
        "sample-3", "a variant", "made up", REQUESTS.derive(stub=stub.alias("received", "一、本年收件数量"))
    )
    assert (
        check_layout(
            variant, base=CN_2021, edits=["alias-added requests:received: 一、本年收件数量"], seeds=1
        )
        == {}
    )


def test_edits_are_compared_both_ways() -> None:
    stub = REQUESTS.stub
    assert stub is not None
    variant = CN_2021.derive(
        "sample-4", "a variant", "made up", REQUESTS.derive(stub=stub.drop("carried_in"), identities=())
    )
    sentence = "it differs from cn-2021 as listed"
    assert [
        "not listed: 'dropped requests:carried_in: 二、上年结转政府信息公开申请数量'",
        "not listed: 'identity requests requests-balance: received + carried_in = results/total + carried_out'",
        "listed, and not so: 'dropped requests:received'",
    ] == of_layout(variant, sentence, base=CN_2021, edits=["dropped requests:received"])
    assert ["its base is 'cn-2021', expected 'cn-2019'"] == of_layout(
        variant, "it differs from cn-2019 as listed", base=CN_2019
    )


def test_a_record_without_a_field_cannot_be_installed() -> None:
    (problem,) = of_layout(with_table(record=Statistics), "it can be installed")
    assert "statistics/received/share: the record class Row has no field 'share'" == problem


def test_a_section_whose_heading_is_no_heading_is_not_found() -> None:
    sections = (
        Section("overview", "一、概述"),
        Section("others", "本年度工作情况，" * 12),
        Section("statistics", "三、统计表"),
    )
    found = of_layout(
        attrs.evolve(LAYOUT, sections=sections), "every section is found under each of its headings"
    )
    assert found


def test_identities_that_contradict_each_other_do_not_hold() -> None:
    identities = (
        balance("sum", ["received"], ["answered", "granted"]),
        *within("part", ["received"], "granted"),
    )
    assert [] != of_layout(with_table(identities=identities), "every identity holds on what is drawn")


# --- readers


def edited(change: Callable[[Document], Document]) -> Callable[[bytes, Limits], Document]:
    return lambda source, limits: change(HTML.read(source, limits))


def with_cells(change: Callable[[Cell], Cell]) -> Callable[[bytes, Limits], Document]:
    def changed(document: Document) -> Document:
        blocks = [
            attrs.evolve(block, cells=tuple(map(change, block.cells))) if isinstance(block, Grid) else block
            for block in document.blocks
        ]
        return attrs.evolve(document, blocks=tuple(blocks))

    return edited(changed)


def test_a_sound_reader_has_no_problem() -> None:
    assert check_reader(HTML, HTML_WRITER.write, seeds=2) == {}


def test_a_number_made_of_a_text_is_another_text() -> None:
    read = with_cells(lambda cell: attrs.evolve(cell, text="7") if cell.text == "007" else cell)
    assert ["document 3, text 6: written '007', read '7'"] == of_reader(
        "every text is read, in order, and no other", read=read
    )


def test_a_lost_paragraph_is_a_lost_text() -> None:
    read = edited(lambda document: attrs.evolve(document, blocks=document.blocks[:-1]))
    assert of_reader("every text is read, in order, and no other", read=read)


def test_a_merged_cell_cut_to_one_is_not_read_so() -> None:
    read = with_cells(lambda cell: attrs.evolve(cell, colspan=1))
    found = of_reader("every cell keeps its column and its spans", read=read)
    assert "document 3, table 2: '下' in column 1 over 1 rows and 2 columns is not read so" in found


def test_rows_in_another_order_are_not_read_so() -> None:
    def turned(document: Document) -> Document:
        grids = [
            attrs.evolve(
                block,
                cells=tuple(
                    sorted(
                        (
                            attrs.evolve(cell, row=block.rows - cell.row - cell.rowspan)
                            for cell in block.cells
                        ),
                        key=lambda cell: (cell.row, cell.column),
                    )
                ),
            )
            if isinstance(block, Grid)
            else block
            for block in document.blocks
        ]
        return attrs.evolve(document, blocks=tuple(grids))

    found = of_reader("every cell keeps its column and its spans", read=edited(turned))
    assert "document 3, table 2: its cells are read in other rows, or in another order" in found


def test_places_are_counted_and_apart() -> None:
    def wrong(document: Document) -> Document:
        cells = (Cell("一", 0, 0, 1, 2), Cell("二", 0, 1), Cell("三", 2, 0))
        grid = Grid.__new__(Grid)
        for name, value in {
            "cells": cells,
            "rows": 2,
            "columns": 2,
            "number": 7,
            "ragged": False,
            "widths": None,
        }.items():
            object.__setattr__(grid, name, value)
        return Document((Paragraph(" ", 2), grid), "other")

    found = of_reader("every place is there once, and counted", read=edited(wrong))
    assert [
        "document 1: its format is 'other', expected 'html'",
        "document 1: its paragraphs are counted [2]",
        "document 1: its tables are counted [7]",
        "document 1: paragraph 2 is blank or has a role",
        "document 1, table 7: the cell in row 1, column 2 covers another one",
        "document 1, table 7: the cell in row 3, column 1 ends outside",
    ] == [line for line in found if line.startswith("document 1")]


def test_a_reader_that_remembers_is_found_out() -> None:
    seen: list[int] = []

    def read(source: bytes, limits: Limits) -> Document:
        seen.append(1)
        return attrs.evolve(HTML.read(source, limits), title=str(len(seen)))

    assert of_reader("the same bytes give the same document", read=read)


@pytest.mark.parametrize("name", hostile.LIMITS)
def test_a_limit_that_is_not_asked_is_named(name: str) -> None:
    def read(source: bytes, limits: Limits) -> Document:
        return HTML.read(source, attrs.evolve(limits, **{name: getattr(Limits(), name)}))

    assert f"document 1 is read with {name}=1" in of_reader(f"the limit on {name} holds", read=read)


def test_a_limit_error_of_another_name_is_named() -> None:
    def read(source: bytes, limits: Limits) -> Document:
        raise LimitError("pages", 1, 2)

    assert "document 1: with rows=1 the limit pages is said to be broken" in of_reader(
        "the limit on rows holds", read=read
    )


def test_an_error_of_another_library_is_no_typed_error() -> None:
    def read(source: bytes, limits: Limits) -> Document:
        raise KeyError(len(source))

    assert "b'' raises KeyError: 0" in of_reader("garbage gives a typed error", read=read)
    assert of_reader("a damaged file gives a document or a typed error", read=read)


def test_an_empty_file_is_no_document() -> None:
    read: Callable[[bytes, Limits], Document] = lambda source, limits: Document((), "html")  # noqa: E731
    assert "a file without a byte is read as a document" in of_reader(
        "garbage gives a typed error", read=read
    )


def test_a_slow_reader_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "_SECONDS", 0.001)

    def read(source: bytes, limits: Limits) -> Document:
        sleep(0.002)
        return HTML.read(source, limits)

    assert any("takes" in line for line in of_reader("garbage gives a typed error", read=read))


def test_a_sniff_that_claims_all_or_raises_is_named() -> None:
    assert "it claims docx file 1" in of_reader(
        "sniff claims no file of another format", sniff=lambda head: True
    )
    assert of_reader("sniff knows its own files", sniff=lambda head: False)
    assert "b'': IndexError: index out of range" in of_reader(
        "sniff answers True or False, whatever the bytes are", sniff=lambda head: head[0] == 60
    )


def test_a_second_reader_of_the_same_files_is_named() -> None:
    assert "html claims file 1 too" in of_reader("no other reader claims its files", id="page")


# --- as tests


def test_a_failure_is_read_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(
        """
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.conformance import layout_tests
test_the_form = layout_tests(CN_2021, base=CN_2019, edits=[], seeds=1)
""",
        encoding="utf-8",
    )
    done = subprocess.run(  # noqa: S603
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-k",
            "differs or alias_",
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert "test_the_form[it differs from cn-2019 as listed]" in done.stdout
    assert (
        "It does not hold that it differs from cn-2019 as listed:\n"
        "  not listed: 'dropped disclosure:procurement: 第二十条第（九）项'\n"
    ) in done.stdout
    assert "  ... and 12 more\n" in done.stdout
    assert "Traceback" not in done.stdout
    assert "conformance/_law.py" not in done.stdout


def test_the_id_of_a_reader_must_be_one() -> None:
    reader: Reader = attrs.evolve(HTML, id="My Format")
    (problem,) = problems(reader_laws(reader, HTML_WRITER.write), "it can be installed")
    assert "'My Format'" in problem
