"""Checks: prose against tables, this year against last, a parent against its children. Nothing is ever changed."""

from __future__ import annotations

from govdisclose.checking.assessment import (
    Assessment,
    Basis,
    Checked,
    Counts,
    Outcome,
    Severity,
    Waived,
    Waiver,
)
from govdisclose.checking.builtin import builtin_rules, rule, rules
from govdisclose.checking.case import Case
from govdisclose.checking.check import check
from govdisclose.checking.rule import RULE_VERSION, Example, Need, Rule, Words
from govdisclose.checking.scope import Scope, scope_of

__all__ = [
    "RULE_VERSION",
    "Assessment",
    "Basis",
    "Case",
    "Checked",
    "Counts",
    "Example",
    "Need",
    "Outcome",
    "Rule",
    "Scope",
    "Severity",
    "Waived",
    "Waiver",
    "Words",
    "builtin_rules",
    "check",
    "rule",
    "rules",
    "scope_of",
]
