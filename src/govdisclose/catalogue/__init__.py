"""The kinds of finding. Codes are API: they name the pattern found, and are never reused for another.

A message is a template over the finding's facts, in English and in Chinese. The reference page of the
documentation is generated from this package.
"""

from __future__ import annotations

from attrs import evolve

from govdisclose.catalogue._cells import CELLS
from govdisclose.catalogue._files import FILES
from govdisclose.catalogue._headings import FORMS, HEADINGS, TABLES
from govdisclose.catalogue._kind import Kind, Severity, Topic, facts_of
from govdisclose.catalogue._more import MORE, MORE_KINDS
from govdisclose.catalogue._terms import REMEDIES, TERMS
from govdisclose.catalogue._values import ORGANS, PERIODS, SECTIONS, SUMS, TITLES, VALUES, YEARS

__all__ = ["CATALOGUE", "MORE", "REMEDIES", "TERMS", "Kind", "Severity", "Topic", "facts_of"]

_TOPICS: dict[Topic, tuple[Kind, ...]] = {
    Topic.FILE: FILES,
    Topic.CELL: CELLS,
    Topic.FORM: FORMS,
    Topic.TABLE: TABLES,
    Topic.HEADING: HEADINGS,
    Topic.VALUE: VALUES,
    Topic.SUM: SUMS,
    Topic.SECTION: SECTIONS,
    Topic.TITLE: TITLES,
    Topic.ORGAN: ORGANS,
    Topic.YEAR: YEARS,
    Topic.PERIOD: PERIODS,
    Topic.MORE: MORE_KINDS,
}

CATALOGUE: dict[str, Kind] = {
    kind.id: evolve(kind, topic=topic) for topic, kinds in _TOPICS.items() for kind in kinds
}
"""What a kind of finding is."""
