"""Which library reads the pages: PDFium where it is installed, else pdfminer.six."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from govdisclose.limits import Limits
from govdisclose.readers._pdf_page import Page

__all__ = ["read_pages"]


def read_pages(source: bytes, limits: Limits) -> list[Page]:
    """All pages, by the backend that is there. Raises the errors of ``Reader.read``."""
    return _backend()(source, limits)


def _backend() -> Callable[[bytes, Limits], list[Page]]:
    if find_spec("pypdfium2") is not None:
        from govdisclose.readers import _pdf_pdfium

        return _pdf_pdfium.read_pages
    from govdisclose.readers import _pdf_miner

    return _pdf_miner.read_pages
