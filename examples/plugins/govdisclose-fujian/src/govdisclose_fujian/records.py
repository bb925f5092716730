"""The record of the statistics: a field for each row of the form, in both forms the same."""

from __future__ import annotations

from attrs import Factory, frozen
from govdisclose.records import NOT_ASKED, Amount, Count

__all__ = ["Fees", "Indicator", "Statistics"]


@frozen
class Indicator:
    """One row: the unit as printed (条, 件), the number of the year and that of all years so far."""

    unit: str | None = None
    in_year: Count = NOT_ASKED
    to_date: Count = NOT_ASKED


@frozen
class Fees:
    """A row of money. The unit that the form prints (元) is ``unit``; that of the amounts is what their cells say."""

    unit: str | None = None
    in_year: Amount = NOT_ASKED
    to_date: Amount = NOT_ASKED


@frozen
class Statistics:
    """政府信息公开情况统计表. ``fees_waived`` is of the form of 2014 and 2015; in the other it holds ``NOT_ASKED``."""

    disclosed: Indicator = Factory(Indicator)
    on_website: Indicator = Factory(Indicator)
    in_gazette: Indicator = Factory(Indicator)
    received: Indicator = Factory(Indicator)
    in_person: Indicator = Factory(Indicator)
    online: Indicator = Factory(Indicator)
    by_letter_or_fax: Indicator = Factory(Indicator)
    answered: Indicator = Factory(Indicator)
    granted: Indicator = Factory(Indicator)
    partially_granted: Indicator = Factory(Indicator)
    refused: Indicator = Factory(Indicator)
    answered_otherwise: Indicator = Factory(Indicator)
    fees_waived: Fees = Factory(Fees)
    lawsuits_and_reports: Indicator = Factory(Indicator)
    reconsiderations: Indicator = Factory(Indicator)
    lawsuits: Indicator = Factory(Indicator)
