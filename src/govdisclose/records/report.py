"""The whole report as a record."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from attrs import Factory, field, frozen

from govdisclose.locate import Locator
from govdisclose.records.disclosure import Disclosure
from govdisclose.records.requests import Requests
from govdisclose.records.reviews import Reviews

__all__ = ["NATIONAL", "Period", "Report", "SectionText"]


@frozen
class Period:
    """The reporting period (统计期限), both days included."""

    start: datetime.date
    end: datetime.date


@frozen
class SectionText:
    """A section: its key, its heading as printed, and its prose without the table, one paragraph a line."""

    key: str
    heading: str
    text: str
    at: Locator | None = None


@frozen
class Report:
    """A report as printed. The three tables are always there; what the form did not ask holds ``NOT_ASKED``.

    ``year`` is the year reported on. ``organ``, ``title``, ``year``, ``period`` and ``province`` are None where
    the document does not give them. ``tables`` holds the records of a form with other tables than the national
    ones, by the key of the table.
    """

    organ: str | None = None
    title: str | None = None
    year: int | None = None
    period: Period | None = None
    province: str | None = None
    sections: tuple[SectionText, ...] = ()
    disclosure: Disclosure = Factory(Disclosure)
    requests: Requests = Factory(Requests)
    reviews: Reviews = Factory(Reviews)
    tables: Mapping[str, object] = field(factory=dict)

    def section(self, key: str) -> SectionText | None:
        """The section of that key (``overview`` …), or None where its heading was not found."""
        for section in self.sections:
            if section.key == key:
                return section
        return None


NATIONAL = ("disclosure", "requests", "reviews")
"""The fields of a report that hold the tables of the national forms."""
