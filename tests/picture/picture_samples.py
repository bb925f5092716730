"""A small form and a page that does much of what a report can do wrong."""

from __future__ import annotations

from pdf_samples import filled, pages, ruled, text

import govdisclose
from govdisclose.grammar import H, Layout, Section, Table, tree
from govdisclose.result import Result

LAYOUT = Layout(
    "sample",
    "样表",
    "无",
    tables=(
        Table(
            "counts",
            "申请统计表",
            stubhead="项目名称",
            boxhead=tree(H("paper", "纸质申请"), H("online", "网上申请"), H("total", "合计", total=True)),
            stub=tree(H("received", "收到申请"), H("answered", "答复申请"), H("refused", "驳回申请")),
        ),
    ),
    titles=("政府信息公开工作年度报告",),
    sections=(Section("overview", "一、总体情况"), Section("counts", "二、申请情况")),
)
XS = [50, 150, 200, 250, 300]
YS = [250, 230, 210, 190, 170]
ROWS = [
    ["项目名称", "纸质申请", "网上申请", "合计"],
    ["收到申请", "1", "2", "4"],
    ["答复申请", "3", "若干", "3"],
    ["其余申请", "5", "6", "11"],
]
TABLE = ruled(XS, YS) + filled(XS, YS, ROWS)
OTHER = ruled([50, 100, 150], [80, 60]) + filled([50, 100, 150], [80, 60], [["车辆", "3"]])
LINES = (
    text(50, 285, "示例市档案局2022年政府信息公开工作年度报告")
    + text(50, 270, "一、总体情况")
    + text(50, 258, "二、申请情况")
    + text(50, 130, "按期办理。")
)
PAGE = pages(LINES + TABLE + OTHER)


def parsed(source: bytes = PAGE) -> Result:
    return govdisclose.parse(source, layouts=[LAYOUT])
