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
    count_outcomes,
)
from govdisclose.checking.builtin import builtin_rules, find_rule, installed_rules
from govdisclose.checking.case import Case
from govdisclose.checking.checker import check
from govdisclose.checking.pairs import Duplicate, Pair, Paired, Unpaired, pair_years
from govdisclose.checking.rollup import (
    ROLLUP_RULES,
    Cause,
    CauseKind,
    Child,
    ChildState,
    Explanation,
    ExplanationKind,
    RolledCell,
    RolledUp,
    roll_up,
)
from govdisclose.checking.rule import NEEDS, RULE_VERSION, Example, Need, Rule, Words
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.checking.selection import UnknownRuleError, choose_rules
from govdisclose.checking.successors import (
    Succession,
    Successors,
    SuccessorsError,
    check_merged,
    read_successors,
)
from govdisclose.checking.waivers import (
    WAIVERS_FILE,
    WaiverError,
    Waiving,
    load_waivers,
    read_waivers,
    waive,
    waiver_for,
)

__all__ = [
    "NEEDS",
    "ROLLUP_RULES",
    "RULE_VERSION",
    "WAIVERS_FILE",
    "Assessment",
    "Basis",
    "Case",
    "Cause",
    "CauseKind",
    "Checked",
    "Child",
    "ChildState",
    "Counts",
    "Duplicate",
    "Example",
    "Explanation",
    "ExplanationKind",
    "Need",
    "Outcome",
    "Pair",
    "Paired",
    "RolledCell",
    "RolledUp",
    "Rule",
    "Scope",
    "Severity",
    "Succession",
    "Successors",
    "SuccessorsError",
    "UnknownRuleError",
    "Unpaired",
    "Waived",
    "Waiver",
    "WaiverError",
    "Waiving",
    "Words",
    "builtin_rules",
    "check",
    "check_merged",
    "choose_rules",
    "count_outcomes",
    "find_rule",
    "installed_rules",
    "load_waivers",
    "pair_years",
    "read_successors",
    "read_waivers",
    "roll_up",
    "scope_of",
    "waive",
    "waiver_for",
]
