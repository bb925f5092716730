from __future__ import annotations

import pytest

from govdisclose.document import Paragraph
from govdisclose.findings import Severity
from govdisclose.grammar.entry import State
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.parsing import parse, parse_document
from govdisclose.registry import writers
from govdisclose.render import blank

FORMS = [CN_2019, CN_2021]


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt"])
@pytest.mark.parametrize("layout", FORMS, ids=lambda layout: str(layout.id))
def test_a_blank_form_reads_as_blank_in_every_format(layout: Layout, suffix: str) -> None:
    writer = next(writer for writer in writers() if suffix in writer.suffixes)
    result = parse(writer.write(blank(layout, organ="示例市财政局", year=2026)))
    assert (result.report.organ, result.report.year) == ("示例市财政局", 2026)
    assert result.layout == layout
    assert {entry.state for entry in result.entries} == {State.BLANK}
    assert result.counts()[Severity.ERROR] == 0


def test_the_form_has_the_official_title_and_headings() -> None:
    document = blank(CN_2021, organ="示例市财政局", year=2026)
    assert [(paragraph.role, paragraph.text) for paragraph in document.paragraphs] == [
        ("title", "示例市财政局2026年政府信息公开工作年度报告"),
        ("heading", "一、总体情况"),
        ("heading", "二、主动公开政府信息情况"),
        ("heading", "三、收到和处理政府信息公开申请情况"),
        ("heading", "四、政府信息公开行政复议、行政诉讼情况"),
        ("heading", "五、存在的主要问题及改进情况"),
        ("heading", "六、其他需要报告的事项"),
    ]
    assert document.title == "示例市财政局2026年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("organ", "year", "printed", "read"),
    [
        (None, None, ["【机关名称】【年份】年政府信息公开工作年度报告"], (None, None)),
        (None, 2026, ["【机关名称】2026年政府信息公开工作年度报告"], (None, 2026)),
        (
            "示例县水利局",
            None,
            ["示例县水利局", "【年份】年政府信息公开工作年度报告"],
            ("示例县水利局", None),
        ),
        ("", 2026, ["【机关名称】2026年政府信息公开工作年度报告"], (None, 2026)),
    ],
)
def test_what_is_not_given_stands_in_brackets_and_is_read_as_nothing(
    organ: str | None, year: int | None, printed: list[str], read: tuple[str | None, int | None]
) -> None:
    document = blank(CN_2021, organ=organ, year=year)
    assert [item.text for item in document.paragraphs if item.role == "title"] == printed
    report = parse_document(document).report
    assert (report.organ, report.year) == read


@pytest.mark.parametrize("year", [26, 1999, 2100])
def test_a_year_of_another_century_is_refused(year: int) -> None:
    with pytest.raises(ValueError, match=f"year is {year}, expected 2000 to 2099"):
        blank(CN_2021, year=year)


@pytest.mark.parametrize("layout", FORMS, ids=lambda layout: str(layout.id))
def test_the_number_of_the_notice_stands_nowhere(layout: Layout) -> None:
    document = blank(layout)
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    texts += [cell.text for grid in document.grids for cell in grid.cells]
    assert not any("国办" in text or "号" in text for text in texts)


@pytest.mark.parametrize("layout", FORMS, ids=lambda layout: str(layout.id))
def test_every_table_is_as_wide_as_the_text_of_the_page(layout: Layout) -> None:
    for grid in blank(layout).grids:
        assert grid.widths is not None
        assert len(grid.widths) == grid.columns
        assert sum(grid.widths) == pytest.approx(453.5, abs=1)
        assert min(grid.widths) > 29


def test_the_columns_of_numbers_are_of_one_width_and_the_row_groups_narrow() -> None:
    requests = blank(CN_2021).grids[1]
    assert requests.widths == (51.0, 51.0, 124.8, *[32.4] * 7)
    assert blank(CN_2021).grids[2].widths == (30.2,) * 15


def test_a_band_with_one_column_has_it_over_the_whole_width_beside_the_stub() -> None:
    disclosure = blank(CN_2021).grids[0]
    assert [(cell.column, cell.colspan) for cell in disclosure.row(0)] == [(0, 4)]
    assert [(cell.column, cell.colspan) for cell in disclosure.row(1)] == [(0, 1), (1, 1), (2, 1), (3, 1)]
    assert [(cell.column, cell.colspan, cell.text) for cell in disclosure.row(5)] == [
        (0, 1, "信息内容"),
        (1, 3, "本年处理决定数量"),
    ]
