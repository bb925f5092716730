"""How wide the columns of a drawn table are, so that it fits between the margins of an upright A4 page."""

from __future__ import annotations

__all__ = ["TEXT_WIDTH", "column_widths"]

TEXT_WIDTH = 453.5
"""Points between the margins: 16 cm."""

_STUB = 0.32  # of the width, for a stub of one column
_DEEP_STUB = 0.5  # for one of several
_GROUP = 0.09  # for each column of row groups in it
_MANY = 4  # from so many columns of numbers on, a deep stub gets its share


def column_widths(stub: int, body: int) -> tuple[float, ...]:
    """Points for each of ``stub`` columns of labels and ``body`` columns of numbers.

    A row group is narrow, its label being set in several lines; the labels of the rows get the rest of the stub;
    columns of numbers are all of one width.
    """
    share = 0.0 if not stub else _DEEP_STUB if stub > 1 and body >= _MANY else _STUB + _GROUP * (stub - 1)
    groups = [_GROUP] * (stub - 1)
    rows = [share - sum(groups)] if stub else []
    columns = [(1 - share) / body] * body
    return tuple(round(part * TEXT_WIDTH, 1) for part in (*groups, *rows, *columns))
