"""A law: a sentence, and a function that says where it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from attrs import field, frozen

__all__ = ["Law", "Problems", "as_test", "problems_of"]

Problems = Iterable[str]
"""What is wrong, a line each; none where the law holds."""

_MOST = 12


@frozen
class Law:
    """``sentence`` is what must hold; ``problems`` finds where it does not."""

    sentence: str
    problems: Callable[[], Problems] = field(repr=False)


def problems_of(laws: Iterable[Law]) -> Mapping[str, tuple[str, ...]]:
    """What is wrong, by the sentence of each law that does not hold."""
    found = {law.sentence: tuple(law.problems()) for law in laws}
    return {sentence: problems for sentence, problems in found.items() if problems}


def as_test(laws: Sequence[Law]) -> Callable[[Law], None]:
    """A test function with a case for each law, named by its sentence. Failures are the problems and no traceback."""

    @pytest.mark.parametrize("law", laws, ids=lambda law: law.sentence)
    def test(law: Law) -> None:
        problems = list(law.problems())
        if problems:
            more = [f"... and {len(problems) - _MOST} more"] if len(problems) > _MOST else []
            lines = [f"It does not hold that {law.sentence}:", *problems[:_MOST], *more]
            pytest.fail("\n  ".join(lines), pytrace=False)

    return test
