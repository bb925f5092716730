"""stub"""
from __future__ import annotations
from collections.abc import Iterator
from govdisclose.limits import Limits
from govdisclose.readers.spreadsheet._model import RawSheet
def sheets(source: bytes, limits: Limits) -> Iterator[RawSheet]:
    raise NotImplementedError
