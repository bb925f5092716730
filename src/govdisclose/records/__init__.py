"""What a report says, as attrs classes: one set for both national forms, so that years line up in a panel.

A field holds the number printed, None where no number is printed (the entry's ``state`` tells blank from ``/``
from text), or ``NOT_ASKED`` where the report's form has no such row or column.
"""

from __future__ import annotations

from govdisclose.records.absent import NOT_ASKED, Amount, Count, Money, NotAsked
from govdisclose.records.disclosure import (
    Charges,
    Decisions,
    Disclosure,
    Documents,
    Enforcement,
    Fees,
    Licensing,
    Procurement,
    Published,
    Purchases,
)
from govdisclose.records.report import Period, Report, SectionText
from govdisclose.records.requests import (
    Applicants,
    LegalPersons,
    NotProcessed,
    OtherHandling,
    Refused,
    Requests,
    Results,
    Unavailable,
)
from govdisclose.records.reviews import Cases, Litigation, Reviews

__all__ = [
    "NOT_ASKED",
    "Amount",
    "Applicants",
    "Cases",
    "Charges",
    "Count",
    "Decisions",
    "Disclosure",
    "Documents",
    "Enforcement",
    "Fees",
    "LegalPersons",
    "Licensing",
    "Litigation",
    "Money",
    "NotAsked",
    "NotProcessed",
    "OtherHandling",
    "Period",
    "Procurement",
    "Published",
    "Purchases",
    "Refused",
    "Report",
    "Requests",
    "Results",
    "Reviews",
    "SectionText",
    "Unavailable",
]
