"""Beijing's form of 2019: 国办公开办函〔2019〕60号 with one row of table 2 divided.

In the band 第二十条第（五）项, 其他对外管理服务事项 is 行政检查 and 行政确认.
"""

from __future__ import annotations

from govdisclose.grammar import H, Layout
from govdisclose.layouts import CN_2019

from govdisclose_beijing.records import Disclosure

__all__ = ["LAYOUT"]

_TABLE = CN_2019.table("disclosure")
_STUB = _TABLE.band_of("licensing")[0].stub
assert _STUB is not None  # for the type checker: a band has rows

_OTHER = H(
    "other_services", "其他对外管理服务事项", H("inspections", "行政检查"), H("confirmations", "行政确认")
)

LAYOUT: Layout = CN_2019.derive(
    "beijing-2019",
    "北京市政府信息公开工作年度报告（2019年）",
    "国办公开办函〔2019〕60号，北京市",
    _TABLE.with_band("licensing", stub=_STUB.replace("other_services", _OTHER)).derive(record=Disclosure),
)
"""The form. ``pyproject.toml`` names it as an entry point."""
