"""What was checked, for people and programs: JSON, SARIF, JUnit, GitHub, a workbook, a page, comments in a Word file."""

from __future__ import annotations

from govdisclose.reporting.item import Item, layout_of
from govdisclose.reporting.messages import Message, message, summary, where
from govdisclose.reporting.outputs import OUTPUTS, Output

__all__ = ["OUTPUTS", "Item", "Message", "Output", "layout_of", "message", "summary", "where"]
