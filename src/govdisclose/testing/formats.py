"""Every way from a document to bytes and back that the library has itself, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from govdisclose.document import Document, Limits
from govdisclose.readers import docx as docx_reader
from govdisclose.readers import html as html_reader
from govdisclose.readers import odt as odt_reader
from govdisclose.readers import text as text_reader
from govdisclose.writers import docx as docx_writer
from govdisclose.writers import html as html_writer
from govdisclose.writers import odt as odt_writer
from govdisclose.writers import text as text_writer

__all__ = ["BYTES", "FORMATS", "LOSSY", "MERGED"]

BYTES: Mapping[str, Callable[[Document], bytes]] = MappingProxyType(
    {
        "docx": docx_writer.WRITER.write,
        "html": html_writer.write,
        "html-word": lambda document: html_writer.write(document, style="word"),
        "html-gb18030": lambda document: html_writer.write(document, encoding="gb18030", declare="gb2312"),
        "odt": odt_writer.WRITER.write,
        "odt-flat": odt_writer.write_flat,
        "text-cells": lambda document: text_writer.write(document, shape="cells"),
        "text-lines": lambda document: text_writer.write(document, shape="lines"),
        "text-tabs": lambda document: text_writer.write(document, shape="tabs"),
        "text-pipes": lambda document: text_writer.write(document, shape="pipes"),
        "text-gb18030": lambda document: text_writer.write(document, encoding="gb18030"),
        "text-utf-16": lambda document: text_writer.write(document, encoding="utf-16"),
    }
)
"""A document as bytes, in each format and shape and in the encodings that are met."""

LOSSY = frozenset({"text-lines"})
"""Those that keep no blank cell: a row that has one is not read back whole."""


_READERS = {reader.READER.id: reader.READER for reader in (docx_reader, html_reader, odt_reader, text_reader)}


def _through(name: str) -> Callable[[Document], Document]:
    reader = _READERS[name.partition("-")[0]]
    return lambda document: reader.read(BYTES[name](document), Limits())


FORMATS: Mapping[str, Callable[[Document], Document]] = MappingProxyType(
    {name: _through(name) for name in BYTES}
)
"""A document written and read again."""


MERGED = frozenset({"docx", "html", "html-word", "html-gb18030", "odt", "odt-flat"})
"""Those that keep merged cells."""
