"""A workbook: what does not hold, all that was compared, and a summary."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from govdisclose.checking import Assessment, Outcome, count_outcomes
from govdisclose.errors import MissingExtraError
from govdisclose.reporting.item import Item
from govdisclose.reporting.messages import OUTCOME, message, number, reason_words

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

__all__ = ["Cell", "Sheet", "to_xlsx", "write_workbook"]

Cell = None | int | Decimal | str
Sheet = tuple[str, Sequence[tuple[str, int]], Sequence[Sequence[Cell]]]
"""A name, the columns with their widths in characters, and rows."""

_COLUMNS = {
    "zh": (
        *(("文件", 28), ("机关", 24), ("年度", 7), ("规则", 16), ("结果", 10), ("级别", 8), ("位置", 46)),
        *(
            ("报告中的数", 14),
            ("比较依据", 30),
            ("依据数值", 12),
            ("差额", 10),
            ("说明", 60),
            ("处理建议", 40),
        ),
    ),
    "en": (
        *(
            ("file", 28),
            ("organ", 24),
            ("year", 7),
            ("rule", 22),
            ("outcome", 14),
            ("severity", 9),
            ("place", 46),
        ),
        *(
            ("number", 14),
            ("compared with", 30),
            ("its value", 12),
            ("difference", 10),
            ("message", 60),
            ("remedy", 40),
        ),
    ),
}
_SHEETS = {"zh": ("问题清单", "全部比对", "汇总"), "en": ("Problems", "All compared", "Summary")}
_SUMMARY = {
    "zh": (
        ("文件", 28),
        ("机关", 24),
        ("年度", 7),
        ("格式", 10),
        ("相符", 8),
        ("不符", 8),
        ("无法判断", 9),
        ("已豁免", 8),
    ),
    "en": (
        ("file", 28),
        ("organ", 24),
        ("year", 7),
        ("form", 10),
        ("holds", 8),
        ("does not", 9),
        ("open", 8),
        ("waived", 8),
    ),
}
_SEVERITY = {"zh": {"error": "错误", "warning": "警告", "info": "提示"}, "en": {}}


def to_xlsx(items: Sequence[Item], language: str) -> bytes:
    """The workbook. Raises ``MissingExtraError`` where xlsxwriter is not installed."""
    names = _SHEETS[language]
    problems = [_row(entry, item, language) for item in items for entry in item.checked.broken]
    every = [_row(entry, item, language) for item in items for entry in item.checked.assessments]
    summary: list[Sequence[Cell]] = []
    for item in items:
        counts = count_outcomes(item.checked.assessments)
        outcomes = [counts[key] for key in (Outcome.HOLDS, Outcome.BROKEN, Outcome.NOT_ASSESSABLE)]
        checked = item.checked
        summary.append(
            (item.source, checked.organ, checked.year, checked.layout, *outcomes, len(checked.waived))
        )
    columns = _COLUMNS[language]
    return write_workbook(
        [(names[0], columns, problems), (names[1], columns, every), (names[2], _SUMMARY[language], summary)]
    )


def _row(entry: Assessment, item: Item, language: str) -> Sequence[Cell]:
    words = message(entry, item.layout, language)
    first = entry.bases[0] if entry.bases else None
    value = first.value if first is not None else None
    gap = entry.value - value if entry.value is not None and value is not None else None
    outcome = OUTCOME[language][entry.outcome]
    if entry.reason is not None:
        outcome = f"{outcome}（{reason_words(entry.reason, language)}）" if language == "zh" else outcome
    broken = entry.outcome is Outcome.BROKEN
    severity = _SEVERITY[language].get(entry.severity, entry.severity.value) if broken else ""
    return (
        *(item.source, item.checked.organ, item.checked.year, words.title, outcome, severity, words.place),
        entry.value if entry.value is not None else entry.text,
        "；".join(f"{basis.words}={number(basis.value, language)}" for basis in entry.bases)
        if len(entry.bases) > 1
        else (first.words if first is not None else ""),
        *(value, gap, words.text, words.remedy),
    )


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Sheets with a frozen first row and a filter; text is never taken for a formula, a number or an address."""
    try:
        from xlsxwriter.workbook import Workbook
    except ImportError:
        raise MissingExtraError("xlsx", "xlsxwriter is") from None
    content = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(content, options) as book:
        for name, columns, rows in sheets:
            _write(book, name, columns, rows)
    return content.getvalue()


def _write(
    book: Workbook, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Cell]]
) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1, "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for at, (title, wide) in enumerate(columns):
        sheet.write_string(0, at, title, head)
        sheet.set_column(at, at, wide, plain)
    for down, row in enumerate(rows, 1):
        for across, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(down, across, value[:32_000], plain)
            elif value is not None:
                sheet.write_number(down, across, float(value), plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
