"""The six sections of the report and the words that end its title.

Source: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. Each section has two official headings, that of the
annex and that of the notice's body; both occur. The label is the annex's.
"""

from __future__ import annotations

from govdisclose.grammar.section import Section

__all__ = ["SECTIONS", "TITLES"]

SECTIONS = (
    Section("overview", "一、总体情况", ("概述", "主要工作概述", "基本工作情况")),
    Section("disclosure", "二、主动公开政府信息情况", ("行政机关主动公开政府信息情况",)),
    Section(
        "requests",
        "三、收到和处理政府信息公开申请情况",
        ("行政机关收到和处理政府信息公开申请情况", "依申请公开政府信息情况"),
    ),
    Section(
        "reviews",
        "四、政府信息公开行政复议、行政诉讼情况",
        (
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "政府信息公开行政法复议、行政诉讼情况",  # a typo that is met
        ),
    ),
    Section(
        "problems",
        "五、存在的主要问题及改进情况",
        (
            "政府信息公开工作存在的主要问题及改进情况",
            "存在的主要问题及改进措施",
            "存在问题及改进情况",
        ),
    ),
    Section("others", "六、其他需要报告的事项", ()),
)

TITLES = (
    "政府信息公开工作年度报告",
    "政府信息公开年度报告",
    "政府信息公开工作的年度报告",
    "政务信息公开年度报告",
    "政务信息公开工作年度报告",
    "政府信息公开工作报告",
    "政府信息公开年度工作报告",
    "政务公开工作年度报告",
    "政务公开年度报告",
    "信息公开工作年度报告",
    "信息公开年度报告",
    "信息公开工作报告",
    "信息公开年度工作报告",
    "政府信息公开工作年报",
    "政府信息公开年报",
)
