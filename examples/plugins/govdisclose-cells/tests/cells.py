"""Writes documents in the format, for the tests."""

from __future__ import annotations

import gzip
import json

from govdisclose.document import Document, Grid

__all__ = ["packed", "write"]


def packed(*lines: str) -> bytes:
    """These lines behind the first one, compressed."""
    return gzip.compress("\n".join(['{"cells": 1}', *lines]).encode(), mtime=0)


def write(document: Document) -> bytes:
    """A document, the inverse of the reader."""
    lines: list[str] = []
    for block in document.blocks:
        if not isinstance(block, Grid):
            lines.append(json.dumps({"text": block.text}, ensure_ascii=False))
            continue
        for cell in block.cells:
            item: dict[str, object] = {"table": block.number, "at": [cell.row, cell.column]}
            if (cell.rowspan, cell.colspan) != (1, 1):
                item["spans"] = [cell.rowspan, cell.colspan]
            lines.append(json.dumps(item | {"text": cell.text}, ensure_ascii=False))
    return packed(*lines)
