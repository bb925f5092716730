"""Which library reads the pages: PDFium where it is installed, else pdfminer.six."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from govdisclose.limits import Limits
from govdisclose.readers.pdf._page import Page

__all__ = ["read_pages"]


def read_pages(source: bytes, limits: Limits) -> list[Page]:
    """All pages, by the backend that is there. Raises the errors of ``Reader.read``."""
    return _backend()(source, limits)


def _backend() -> Callable[[bytes, Limits], list[Page]]:
    if find_spec("pypdfium2") is not None:
        from govdisclose.readers.pdf import _pdfium

        return _pdfium.read_pages
    from govdisclose.readers.pdf import _miner

    return _miner.read_pages
