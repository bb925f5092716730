"""Pages of lines as the front of a report."""

from __future__ import annotations

from govdisclose.front import Front, read_front
from govdisclose.layouts import CN_2021
from govdisclose.locate import Locator
from govdisclose.section import TextLine

R = "政府信息公开工作年度报告"


def front(*texts: str, opening: str = "", metadata: str | None = None, known: bool = True) -> Front:
    lines = [TextLine(text, Locator(line=number)) for number, text in enumerate(texts, 1)]
    return read_front(lines, len(lines) if known else None, opening, CN_2021.titles, metadata)


def kinds(read: Front) -> list[str]:
    return [item.kind for item in read.findings]
