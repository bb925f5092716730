"""The sections of a form, as a layout declares them. The value stands below, since ``front`` reads by it too."""

from __future__ import annotations

from govdisclose.section import Section, TextLine

__all__ = ["Section", "TextLine"]
