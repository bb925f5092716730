"""Words of one meaning, of which a sentence takes one: time, subject, object, unit."""

from __future__ import annotations

__all__ = ["AREA", "CHOICES", "ORGAN"]

CHOICES: dict[str, tuple[str, ...]] = {
    "t": ("全年", "本年度", "{Y}年", "{Y}年度", "年内", "报告期内", "{Y}年1月1日至12月31日", "", "一年来"),
    "app": (
        "政府信息公开申请",
        "申请",
        "依申请公开申请",
        "信息公开申请",
        "依申请公开事项",
        "依申请公开",
        "政府信息依申请公开",
        "公众提交的政府信息公开申请",
        "各类主体提出的政府信息公开申请",
    ),
    "recv": ("收到", "共收到", "受理", "接收", "接到", "累计收到", "总共接到", "合计受理", "共受理"),
    "n": ("件", "宗", "份", "件", "件", "个", "起"),
    "doc": ("行政规范性文件", "规范性文件"),
    "make": ("制发", "制定", "印发", "出台", "新制定", "制定出台", "制定印发"),
    "done": ("办结", "答复", "已办结", "均已答复", "回复", "作出答复", "办理完毕"),
    "sep": ("，", "，", "；", "，其中"),
}
"""By the name in brackets. ``{Y}`` is the year of the report."""

ORGAN: tuple[str, ...] = ("本机关", "我局", "本单位", "本局", "我单位", "", "局机关", "示例市示例局")
"""Who reports for itself."""

AREA: tuple[str, ...] = ("全市", "全市各级行政机关", "我市", "全市各部门", "示例市", "", "全市行政机关")
"""Who reports for a whole city."""
