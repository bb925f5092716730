"""What the property tests share: both national forms, filled, and how many examples to try."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.documents import Filled, documents
from govdisclose.testing.values import Zero

__all__ = ["BLANK_OR_SLASH", "LAYOUTS", "distinct_forms", "examples", "forms"]

LAYOUTS = (CN_2019, CN_2021)
BLANK_OR_SLASH: st.SearchStrategy[Zero] = st.sampled_from(["0", "", "/"])
_TIMES = 50 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 1

_Test = TypeVar("_Test", bound=Callable[..., None])


def examples(number: int) -> Callable[[_Test], _Test]:
    """Try so many examples; 50 times as many in the profile ``thorough``."""
    return settings(max_examples=number * _TIMES)


def forms() -> st.SearchStrategy[Filled]:
    """Either form filled with numbers that add up, zeros as 0, blank or a slash."""
    return st.sampled_from(LAYOUTS).flatmap(lambda layout: documents(layout, zeros=BLANK_OR_SLASH))


def distinct_forms() -> st.SearchStrategy[Filled]:
    """Either form filled so that no two entries of a table print the same and none is empty."""
    return st.sampled_from(LAYOUTS).flatmap(lambda layout: documents(layout, distinct=True))
