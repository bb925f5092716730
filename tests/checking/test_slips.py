"""Slips that would make one number of another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govdisclose.checking.slips import likely_slip


@pytest.mark.parametrize(
    ("printed", "meant", "slip"),
    [
        (26, 62, "digits-exchanged"),
        (1203, 1230, "digits-exchanged"),
        (120, 1203, "digit-left-out"),
        (1123, 123, "digit-too-many"),
        (26, 26, None),
        (26, 36, None),
        (321, 123, None),
        (1, 10, None),
        (10, 1, None),
        (12, 1203, None),
        (None, 12, None),
        (12, Decimal("21.0"), None),
    ],
)
def test_a_slip_is_named_only_where_it_fits_exactly(
    printed: int | None, meant: int | Decimal, slip: str | None
) -> None:
    assert likely_slip(printed, meant) == slip
