"""Which changes are made to a module, as operators of cosmic-ray.

Of cosmic-ray's operators those are taken that make a slip which a person could make. Left out are those whose
mutants say nothing: one operation for each of eleven others (most raise a ``TypeError`` at once, and would only lift
the figure), ``==`` for ``is``. Two are added, because most of the value parser is regular expressions and
cosmic-ray does not look into them: a quantifier is dropped, an alternative is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import cosmic_ray.plugins
import parso.python.tree
from cosmic_ray.operators.operator import Operator

__all__ = ["make_operators"]

_ARITHMETIC = (
    *("Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul", "Div_Mul", "Mod_FloorDiv"),
    *("BitOr_BitAnd", "BitAnd_BitOr", "LShift_RShift", "RShift_LShift", "Pow_Mul"),
)
_COMPARISONS = (
    *("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
    *("Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt", "LtE_Eq", "GtE_Eq"),
)
_OTHERS = (
    *("AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop", "NumberReplacer"),
    *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub"),
)

_QUANTIFIER = re.compile(r"(?<![(\\{])(?:[?*+](?![?:=!<P])|\{\d+(?:,\d*)?\})")
_ALTERNATIVE = re.compile(r"(?<=[(|])([^()|\[\]\\?{}]+)\||\|([^()|\[\]\\{}?]+)(?=[)|])")


class _Pattern(Operator):  # type: ignore[misc]  # cosmic-ray has no types
    """Cuts a piece out of a string that is a regular expression."""

    piece: re.Pattern[str]

    def mutation_positions(self, node: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        for found in self._found(node):
            line, column = node.start_pos
            yield (line, column + found.start()), (line, column + found.end())

    def mutate(self, node: Any, index: int) -> Any:
        found = self._found(node)[index]
        node.value = node.value[: found.start()] + node.value[found.end() :]
        return node

    def _found(self, node: Any) -> list[re.Match[str]]:
        return list(self.piece.finditer(node.value)) if _is_pattern(node) else []

    @classmethod
    def examples(cls) -> Iterable[Any]:
        return ()


class DropQuantifier(_Pattern):
    """``a+b?`` becomes ``ab?`` and ``a+b``."""

    piece = _QUANTIFIER


class DropAlternative(_Pattern):
    """``(a|b|c)`` becomes ``(b|c)``, ``(a|c)`` and ``(a|b)``."""

    piece = _ALTERNATIVE


def _is_pattern(node: Any) -> bool:
    """Whether it is a raw string, or a piece of a raw f-string: those of the package are regular expressions."""
    if isinstance(node, parso.python.tree.String):
        return bool(node.value.startswith(("r'", 'r"')))
    if isinstance(node, parso.python.tree.FStringString):
        outer: Any = node.parent
        return bool(outer.children[0].value.startswith("rf"))
    return False


def make_operators() -> dict[str, Any]:
    """Every operator by its name."""
    names = [
        *(f"ReplaceBinaryOperator_{pair}" for pair in _ARITHMETIC),
        *(f"ReplaceComparisonOperator_{pair}" for pair in _COMPARISONS),
        *_OTHERS,
    ]
    operators = {name: cosmic_ray.plugins.get_operator(f"core/{name}")() for name in names}
    return operators | {"DropQuantifier": DropQuantifier(), "DropAlternative": DropAlternative()}
