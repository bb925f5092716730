"""Amounts of money in one unit."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["YUAN", "in_unit", "yuan"]

YUAN = {
    "元": Decimal(1),
    "千元": Decimal(1_000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
"""How many 元 each unit is."""


def yuan(value: int | Decimal, unit: str | None) -> Decimal | None:
    """An amount in 元; None where its unit is not known. Nought is nought in any unit."""
    if unit not in YUAN:
        return Decimal(0) if not value else None
    return Decimal(value) * YUAN[unit]


def in_unit(amount: Decimal, unit: str) -> Decimal:
    """An amount in 元 in another unit."""
    return amount / YUAN[unit]
