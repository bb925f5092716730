"""Slips of the pen that would make one number of another, exactly."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["likely_slip"]


def likely_slip(printed: int | Decimal | None, meant: int | Decimal | None) -> str | None:
    """The slip by which one whole number would be printed for another; None where none fits exactly.

    ``digits-exchanged``: two neighbouring digits. ``digit-left-out`` and ``digit-too-many``: one digit. Numbers of a
    single digit are too short to tell.
    """
    if not isinstance(printed, int) or not isinstance(meant, int) or min(printed, meant) < 0:
        return None
    one, other = str(printed), str(meant)
    if len(one) == len(other) > 1:
        differ = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differ) == 2 and differ[1] == differ[0] + 1 and one[differ[0]] == other[differ[1]]:
            return "digits-exchanged" if one[differ[1]] == other[differ[0]] else None
        return None
    if len(other) == len(one) + 1 and len(other) > 2 and _is_without_one(one, other):
        return "digit-left-out"
    return "digit-too-many" if len(one) == len(other) + 1 > 2 and _is_without_one(other, one) else None


def _is_without_one(short: str, long: str) -> bool:
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
