"""The form of 2021, made for the reports of 2021 and after.

Source: 国办公开办函〔2021〕30号, annex, parts 二, 三 and 四. Table 2 is new, table 3 divides （六）其他处理, table 4
is that of 2019.
"""

from __future__ import annotations

from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.table import Table, stack
from govdisclose.grammar.values import amount
from govdisclose.layouts.cn_2019 import CN_2019, OUTCOMES, REQUESTS
from govdisclose.records import Disclosure

__all__ = ["CN_2021", "DISCLOSURE_2021", "REQUESTS_2021"]

_DECISIONS = H("decisions", "本年处理决定数量")

# --- 二、主动公开政府信息情况: four bands, 10 entries
DISCLOSURE_2021 = stack(
    "disclosure",
    "主动公开政府信息情况",
    Table(
        "documents",
        "规章和行政规范性文件",
        spanner="第二十条第（一）项",
        stubhead="信息内容",
        boxhead=tree(
            H("issued", "本年制发件数"),
            H("repealed", "本年废止件数"),
            H("in_force", "现行有效件数"),
        ),
        stub=tree(
            H("regulations", "规章"),
            H("normative_documents", "行政规范性文件", aliases=["规范性文件"]),  # the wording of 2019
        ),
    ),
    Table(
        "licensing",
        "行政许可",
        spanner="第二十条第（五）项",
        stubhead="信息内容",
        boxhead=tree(_DECISIONS),
        stub=tree(H("licences", "行政许可")),
    ),
    Table(
        "enforcement",
        "行政处罚和行政强制",
        spanner="第二十条第（六）项",
        stubhead="信息内容",
        boxhead=tree(_DECISIONS),
        stub=tree(
            H("penalties", "行政处罚"),
            H("compulsory_measures", "行政强制"),
        ),
    ),
    Table(
        "fees",
        "行政事业性收费",
        spanner="第二十条第（八）项",
        stubhead="信息内容",
        boxhead=tree(H("amount", "本年收费金额（单位：万元）", entry=amount())),
        stub=tree(H("administrative_fees", "行政事业性收费")),
    ),
    record=Disclosure,
)

# --- 三、收到和处理政府信息公开申请情况: 25 rows of 7 columns
REQUESTS_2021 = REQUESTS.derive(
    stub=OUTCOMES.replace(
        "results/other",
        H(
            "other",
            "（六）其他处理",
            H(
                "overdue_correction",
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                aliases=["1.逾期不补正"],  # shortened so in reports of 2022 and 2023
            ),
            H(
                "overdue_fee",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                aliases=["2.逾期不缴费"],
            ),
            H("other", "3.其他"),
        ),
    ),
)

CN_2021 = CN_2019.derive(
    "cn-2021",
    "政府信息公开工作年度报告（2021年格式）",
    "国办公开办函〔2021〕30号",
    DISCLOSURE_2021,
    REQUESTS_2021,
)
