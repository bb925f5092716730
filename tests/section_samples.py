"""The sections of a report, declared in full, and their keys in order."""

from __future__ import annotations

from govdisclose.section import Section

SECTIONS = (
    Section("overview", "一、总体情况", ("一、概述", "一、主要工作概述", "一、基本工作情况")),
    Section("disclosure", "二、主动公开政府信息情况", ("二、行政机关主动公开政府信息情况",)),
    Section(
        "requests",
        "三、收到和处理政府信息公开申请情况",
        ("三、行政机关收到和处理政府信息公开申请情况", "三、依申请公开政府信息情况"),
    ),
    Section(
        "reviews",
        "四、政府信息公开行政复议、行政诉讼情况",
        (
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "四、政府信息公开行政法复议、行政诉讼情况",
        ),
    ),
    Section(
        "problems",
        "五、存在的主要问题及改进情况",
        (
            "五、政府信息公开工作存在的主要问题及改进情况",
            "五、存在的主要问题及改进措施",
            "五、存在问题及改进情况",
        ),
    ),
    Section("others", "六、其他需要报告的事项"),
)
KEYS = ["overview", "disclosure", "requests", "reviews", "problems", "others"]
