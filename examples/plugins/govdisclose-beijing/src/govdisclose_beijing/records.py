"""The record of table 2, with the two rows more.

Each class is that of the national form with fields added, so ``report.disclosure`` is there for a report of Beijing as
for any other, and lines up with them in a panel. ``other_services`` itself holds ``NOT_ASKED``: only its parts are asked.
"""

from __future__ import annotations

from attrs import Factory, frozen
from govdisclose import records
from govdisclose.records.disclosure import Decisions

__all__ = ["Disclosure", "Licensing", "OtherServices"]


@frozen
class OtherServices(Decisions):
    """其他对外管理服务事项, divided."""

    inspections: Decisions = Factory(Decisions)
    confirmations: Decisions = Factory(Decisions)


@frozen
class Licensing(records.Licensing):
    """第二十条第（五）项."""

    other_services: OtherServices = Factory(OtherServices)


@frozen
class Disclosure(records.Disclosure):
    """Table 2 of Beijing: 25 entries."""

    licensing: Licensing = Factory(Licensing)
