"""Fujian's forms of 2011 to 2018, before the national one: one table of statistics, in a section of its own.

The form of 2014 and 2015 asks 政府信息公开收费减免金额; that of the other years does not.
"""

from __future__ import annotations

from govdisclose.grammar import H, Layout, Section, Table, Tree, amount, tree, within, words

from govdisclose_fujian.records import Statistics

__all__ = ["FUJIAN_2011", "FUJIAN_2014", "LAYOUTS"]

_ROWS = tree(
    H("disclosed", "主动公开文件数"),
    H("on_website", "其中：1.政府网站公开数", aliases=["1.政府网站公开数"]),  # 其中 left out
    H("in_gazette", "2.政府公报公开数"),
    H("received", "受理依申请公开信息总数"),
    H("in_person", "其中：1.当面申请数", aliases=["1.当面申请数"]),
    H("online", "2.网上申请数"),
    H("by_letter_or_fax", "3.信函、传真申请数"),
    H("answered", "对申请的答复总数"),
    H("granted", "其中：1.同意公开答复数", aliases=["1.同意公开答复数"]),
    H("partially_granted", "2.同意部分公开答复数"),
    H("refused", "3.不予公开答复数"),
    H("answered_otherwise", "4.其他类型答复数"),
    H("lawsuits_and_reports", "接受行政诉讼、举报数"),
    H("reconsiderations", "行政复议数"),
    H("lawsuits", "行政诉讼数"),
)
_WITH_FEES: Tree = _ROWS.insert(
    H("fees_waived", "政府信息公开收费减免金额", entry=amount()), before="lawsuits_and_reports"
)

_STATISTICS = Table(
    "statistics",
    "政府信息公开情况统计表",
    record=Statistics,
    stubhead="指标名称",
    boxhead=tree(
        H("unit", "计量单位", entry=words()),
        H("in_year", "{year}年度"),
        H("to_date", "历年累计"),
    ),
    stub=_ROWS,
    # The form says 其中 of the parts, not that they are all.
    identities=(
        *within("disclosed-parts", ["on_website", "in_gazette"], "disclosed"),
        *within("received-parts", ["in_person", "online", "by_letter_or_fax"], "received"),
        *within(
            "answered-parts", ["granted", "partially_granted", "refused", "answered_otherwise"], "answered"
        ),
    ),
)

_SECTIONS = (
    Section("overview", "一、概述"),
    Section("disclosure", "二、主动公开政府信息情况"),
    Section("requests", "三、政府信息依申请公开工作情况"),
    Section("reviews", "四、因政府信息公开申请行政复议、提起行政诉讼的情况"),
    Section("problems", "五、主要问题和改进措施"),
    Section("statistics", "六、政府信息公开情况统计表", ("附件1：政府信息公开情况统计表",)),  # in some years
)

FUJIAN_2011 = Layout(
    "fujian-2011",
    "福建省政府信息公开工作年度报告（2011—2013、2016—2018年）",
    "福建省2011年至2018年年度报告格式",
    tables=(_STATISTICS,),
    sections=_SECTIONS,
    titles=("政府信息公开工作年度报告", "政府信息公开年度报告"),
)
FUJIAN_2014 = FUJIAN_2011.derive(
    "fujian-2014",
    "福建省政府信息公开工作年度报告（2014、2015年）",
    "福建省2014年和2015年年度报告格式",
    _STATISTICS.derive(stub=_WITH_FEES),
)
LAYOUTS = (FUJIAN_2011, FUJIAN_2014)
"""Both forms. ``pyproject.toml`` names them as an entry point."""
