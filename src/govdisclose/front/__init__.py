"""What a report says outside its tables: title, organ, year and period, and the prose of each section.

``find_sections`` finds the headings of the sections, ``read_front`` reads what stands before the first of them.
Both take the lines of text that are left when the tables are known, and know nothing of tables.
"""

from __future__ import annotations

from govdisclose.front._rows import with_rows
from govdisclose.front.front import Front, read_front
from govdisclose.front.sections import FoundSection, FoundSections, find_sections

__all__ = ["FoundSection", "FoundSections", "Front", "find_sections", "read_front", "with_rows"]
