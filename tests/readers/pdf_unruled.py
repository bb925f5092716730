"""Pages of words without rules, and what is read of them."""

from __future__ import annotations

from pdf_samples import FILES, text

import govdisclose
from govdisclose.document import Document
from govdisclose.grammar.layout import Layout

CENTRES = (150, 230, 310)
NAMES = ("上年数量", "本年数量", "合计")


def wide(words: str, size: float) -> float:
    return sum(size / 2 if char.isascii() else size for char in words)


def centred(x: float, y: float, words: str, size: float = 10) -> bytes:
    return text(x - wide(words, size) / 2, y, words, size)


def row(y: float, label: str, *values: str) -> bytes:
    """A label at 20 and values with their middles at those of the columns."""
    return text(20, y, label) + b"".join(
        centred(x, y, words) for x, words in zip(CENTRES, values, strict=False) if words
    )


HEAD = row(260, "信息内容", *NAMES)
PLAIN = HEAD + row(240, "规章", "1", "22", "333") + row(220, "规范性文件", "4", "5", "6")


def kinds(document: Document, layout: Layout = FILES) -> list[str]:
    result = govdisclose.parse_document(document, layouts=[layout])
    return [item.kind for item in result.findings if item.path]
