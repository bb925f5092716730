"""What an output is made of: one checked report with its source."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from govdisclose import registry
from govdisclose.checking import Checked
from govdisclose.grammar.layout import Layout
from govdisclose.result import Result

__all__ = ["Item", "layout_of"]


@frozen
class Item:
    """A checked report. ``source`` names its file; ``result`` is there for outputs that show the report itself."""

    source: str
    checked: Checked
    result: Result | None = None

    @property
    def layout(self) -> Layout | None:
        """The form of the report, whose words the messages use."""
        if self.result is not None and self.result.layout is not None:
            return self.result.layout
        return layout_of(self.checked.layout)


@lru_cache(maxsize=64)
def layout_of(id: str | None) -> Layout | None:
    """The installed layout of that id."""
    return next((layout for layout in registry.layouts() if layout.id == id), None)
