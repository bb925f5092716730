"""The kinds of finding. Codes are API: they name the pattern found, and are never reused for another.

A message is a template over the finding's facts, in English and in Chinese. The reference page of the
documentation is generated from this package.
"""

from __future__ import annotations

from govdisclose.catalogue._cells import CELLS
from govdisclose.catalogue._files import FILES
from govdisclose.catalogue._headings import HEADINGS
from govdisclose.catalogue._kind import Kind, Severity, facts_of
from govdisclose.catalogue._more import MORE, MORE_KINDS
from govdisclose.catalogue._terms import REMEDIES, TERMS
from govdisclose.catalogue._values import VALUES

__all__ = ["CATALOGUE", "MORE", "REMEDIES", "TERMS", "Kind", "Severity", "facts_of"]

CATALOGUE: dict[str, Kind] = {kind.id: kind for kind in (*FILES, *CELLS, *HEADINGS, *VALUES, *MORE_KINDS)}
