"""Whose numbers a report gives: those of the organ itself, or of all organs of an area."""

from __future__ import annotations

import re
from enum import StrEnum

from govdisclose.records import Report

__all__ = ["Scope", "scope_of"]


class Scope(StrEnum):
    """``organ``: the organ's own numbers. ``area``: those of a whole city, county, district or town with its organs."""

    ORGAN = "organ"
    AREA = "area"


_GOVERNMENT = re.compile(r"(?<!乡)(?<!镇)人民政府$")
_OWN = re.compile(r"办公室|办公厅|局|委员会|厅|镇|乡|街道")
_GATHERED = re.compile(r"汇总.{0,30}(?:部门|单位|机关|数据).{0,30}(?:编制|形成)|由.{0,40}汇总(?:编制|而成)")
_SELF = re.compile(
    r"以[^。，]{0,20}及其办公[室厅]名义|本报告(?:仅|只)(?:包括|统计|反映)[^。]{0,20}(?:本级|本机关|本单位)"
)


def scope_of(report: Report) -> Scope:
    """By the organ's name, unless the first section says otherwise.

    A government (人民政府) of a city, county or district reports for its area; its office, a bureau, a town or a
    street for itself.
    """
    prose = "\n".join(section.text for section in report.sections[:1])
    if _SELF.search(prose):
        return Scope.ORGAN
    if _GATHERED.search(prose):
        return Scope.AREA
    organ = report.organ or ""
    return Scope.AREA if _GOVERNMENT.search(organ) else Scope.ORGAN
