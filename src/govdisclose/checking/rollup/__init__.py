"""A parent's report against those of its children: sums cell by cell, and what explains where they do not fit."""

from __future__ import annotations

from govdisclose.checking.rollup.roll_up import roll_up
from govdisclose.checking.rollup.rules import ROLLUP_RULES
from govdisclose.checking.rollup.values import (
    Cause,
    CauseKind,
    Child,
    ChildState,
    Explanation,
    ExplanationKind,
    RolledCell,
    RolledUp,
)

__all__ = [
    "ROLLUP_RULES",
    "Cause",
    "CauseKind",
    "Child",
    "ChildState",
    "Explanation",
    "ExplanationKind",
    "RolledCell",
    "RolledUp",
    "roll_up",
]
