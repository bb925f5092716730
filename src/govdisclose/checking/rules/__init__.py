"""The built-in rules, one module for each kind of thing that is compared."""

from __future__ import annotations

from govdisclose.checking.rollup.rules import ROLLUP_RULES
from govdisclose.checking.rule import Rule
from govdisclose.checking.rules.copied import COPIED_FROM_LAST_YEAR
from govdisclose.checking.rules.form import OLD_FORM, OLD_NOTICE, SECTION_EMPTY, SECTIONS_ANNOUNCED
from govdisclose.checking.rules.identities import IDENTITIES
from govdisclose.checking.rules.period import PERIOD_NOT_THE_YEAR, WRONG_YEAR, YEAR_LOST
from govdisclose.checking.rules.plausible import IMPOSSIBLE_VALUE, IN_FORCE_TOO_FEW, OVERDUE_FEE_UNEXPLAINED
from govdisclose.checking.rules.prose import PROSE_AGAINST_TABLE
from govdisclose.checking.rules.prose_sums import PARTS_EXCEED_WHOLE, PROSE_BALANCE
from govdisclose.checking.rules.report_differs import REPORT_DIFFERS
from govdisclose.checking.rules.template import BLANK_COUNT, LEFT_OVER_TEMPLATE
from govdisclose.checking.rules.year_amounts import YEAR_UNIT_SLIP
from govdisclose.checking.rules.years import YEAR_CARRIED, YEAR_IN_FORCE
from govdisclose.checking.rules.years_2019 import YEAR_DISCLOSED, YEAR_ITEMS

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    IDENTITIES,
    PROSE_AGAINST_TABLE,
    PROSE_BALANCE,
    PARTS_EXCEED_WHOLE,
    LEFT_OVER_TEMPLATE,
    BLANK_COUNT,
    PERIOD_NOT_THE_YEAR,
    WRONG_YEAR,
    YEAR_LOST,
    OLD_FORM,
    OLD_NOTICE,
    SECTION_EMPTY,
    SECTIONS_ANNOUNCED,
    IMPOSSIBLE_VALUE,
    IN_FORCE_TOO_FEW,
    OVERDUE_FEE_UNEXPLAINED,
    YEAR_CARRIED,
    YEAR_IN_FORCE,
    YEAR_DISCLOSED,
    YEAR_ITEMS,
    YEAR_UNIT_SLIP,
    REPORT_DIFFERS,
    COPIED_FROM_LAST_YEAR,
    *ROLLUP_RULES,
)
"""In the order in which they run and are listed."""
