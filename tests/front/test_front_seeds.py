"""Real reports: every line that is not blank, as a reader of plain text gives it."""

from __future__ import annotations

import pytest

from govdisclose.front import find_sections, read_front
from govdisclose.locate import Locator
from govdisclose.section import TextLine
from section_samples import KEYS, SECTIONS
from seed_samples import needs_seeds, seed_path

pytestmark = needs_seeds
TITLES = ("政府信息公开工作年度报告", "政府信息公开年度报告")


def seed(number: str) -> list[TextLine]:
    text = seed_path(number).read_text(encoding="utf-8")
    return [
        TextLine(line, Locator(line=number))
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]


@pytest.mark.parametrize(
    ("number", "organ", "year"),
    [
        ("000", "宁波市机关事务管理局", 2019),
        ("001", "温州市机关事务管理局", 2019),
        ("002", "鄞州区人民政府办公室", 2020),
        ("003", "相山区机关事务管理中心", 2019),
        ("004", "宁波市对口支援和区域合作局", 2019),
    ],
)
def test_a_real_report_gives_its_organ_year_and_six_sections(number: str, organ: str, year: int) -> None:
    lines = seed(number)
    sections = find_sections(lines, SECTIONS)
    front = read_front(lines, sections.first, sections.found[0].text, TITLES, None)
    assert (front.organ, front.year) == (organ, year)
    assert [found.key for found in sections.found] == KEYS
    assert sections.findings == ()


def test_the_period_of_a_real_report_is_read_from_the_paragraph_before_section_one() -> None:
    lines = seed("001")
    front = read_front(lines, find_sections(lines, SECTIONS).first, "", TITLES, None)
    assert [str(day) for day in front.period or ()] == ["2019-01-01", "2019-12-31"]


def test_a_report_without_a_title_says_so_and_gives_where_organ_and_year_stood() -> None:
    lines = seed("004")
    sections = find_sections(lines, SECTIONS)
    front = read_front(lines, sections.first, sections.found[0].text, TITLES, None)
    assert front.title is None
    assert [item.kind for item in front.findings] == ["title-not-found", "organ-from-line", "year-from-text"]
