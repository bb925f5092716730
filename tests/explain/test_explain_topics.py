"""What a finding is about decides where it is told: no list of kinds that a new one could be missing from."""

from __future__ import annotations

import pytest

from finding_documents import DOCUMENTS
from govdisclose import Document, parse_document
from govdisclose.explain import explain, to_text


def lines_of(kind: str) -> list[str]:
    made = DOCUMENTS[kind][0]()
    assert isinstance(made, Document)
    return to_text(explain(parse_document(made))).splitlines()


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("columns-repeat-heading", "  ! newly_made       本年新制作数量"),
        (
            "heading-straddles",
            "  ! litigation/direct/upheld                    …诉讼 / 未经复议直接起诉 / 结果维持        0",
        ),
    ],
)
def test_a_column_with_a_warning_on_its_heading_is_marked(kind: str, line: str) -> None:
    lines = lines_of(kind)
    assert line in lines
    assert "  ! see the note" in lines


def test_why_a_table_is_nowhere_is_told_where_it_is_looked_for() -> None:
    lines = lines_of("table-run-together")
    at = lines.index(
        "            the labels and numbers of the table stand in one line with nothing between them; no"
    )
    assert lines[at - 1] == "            was found"


def test_another_title_is_told_under_the_title() -> None:
    lines = lines_of("titles-differ")
    (at,) = (
        number for number, line in enumerate(lines) if line.startswith("              ↳ beside the title")
    )
    assert lines[at - 1].startswith("  title       示例市数据局2019年政府信息公开工作年度报告")
