"""发布前自查：核对一份年度报告的表格。A clerk checks a report before it is published.

    python examples/check_before_publishing.py examples/reports/natural-resources-2020.docx

Exit status: 0 nothing to correct, 1 something to look at, 2 the file cannot be read.
"""

from __future__ import annotations

import sys

import govdisclose

WORDS = {"error": "错误", "warning": "提醒"}


def place(at: govdisclose.Locator) -> str:
    paragraph = at.paragraph if at.table is None else None
    parts = {"页": at.page, "个表": at.table, "行": at.row, "列": at.column, "段": paragraph}
    return "".join(f"第{number}{word}" for word, number in parts.items() if number is not None)


def main(path: str) -> int:
    try:
        result = govdisclose.parse(path)
    except govdisclose.GovdiscloseError as error:
        print(f"无法读取：{error}")
        return 2
    print(f"{result.report.organ or '（未写明机关）'}　{result.report.year or '（未写明年份）'}年")
    print(f"应填{len(result.entries)}项，读出{result.read}项")
    noted = [finding for finding in result.findings if finding.severity in WORDS]
    for finding in noted:
        where = f"（{place(finding.at)}）" if finding.at is not None else ""
        print(f"【{WORDS[finding.severity]}】{finding.message('zh')}{where}")
    if not noted:
        print("未发现问题")
    return 1 if noted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
