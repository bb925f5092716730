"""The built-in layouts: the two national forms."""

from __future__ import annotations

from govdisclose.layouts.cn_2019 import CN_2019
from govdisclose.layouts.cn_2021 import CN_2021

__all__ = ["CN_2019", "CN_2021"]
