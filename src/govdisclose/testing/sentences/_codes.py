"""Short codes for entries of the national forms, and sums, differences and shares of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

__all__ = ["path_of", "paths_of", "value_of"]

_ROWS = {
    "N": "received",
    "C": "carried_in",
    "P": "results/total",
    "O": "carried_out",
    "G": "results/granted",
    "PG": "results/partially_granted",
    "d1": "results/refused/state_secret",
    "d2": "results/refused/prohibited_by_law",
    "d3": "results/refused/security_stability",
    "d4": "results/refused/third_party_rights",
    "d5": "results/refused/internal_affairs",
    "d6": "results/refused/process_information",
    "d7": "results/refused/enforcement_files",
    "d8": "results/refused/administrative_queries",
    "u1": "results/unavailable/not_held",
    "u2": "results/unavailable/not_compiled",
    "u3": "results/unavailable/still_unclear",
    "x1": "results/not_processed/petitions",
    "x2": "results/not_processed/repeated",
    "x3": "results/not_processed/publications",
    "x4": "results/not_processed/excessive",
    "x5": "results/not_processed/reissue",
    "o1": "results/other/overdue_correction",
    "o2": "results/other/overdue_fee",
    "o3": "results/other/other",
    "o": "results/other",
}
_GROUPS = {
    "D": "d1+d2+d3+d4+d5+d6+d7+d8",
    "U": "u1+u2+u3",
    "X": "x1+x2+x3+x4+x5",
}
_COLUMNS = {
    "n": "natural_person",
    "b": "legal_person/commercial",
    "r": "legal_person/research",
    "l": "legal_person/legal_service",
}
_CASES = {"m": "upheld", "c": "corrected", "o": "other", "p": "pending", "t": "total"}
_REVIEWS = {"R": "reconsideration", "A": "litigation/direct", "B": "litigation/after_reconsideration"}
_DISCLOSURE = {
    "cn-2021": {
        "DM": "documents/normative_documents:issued",
        "DR": "documents/normative_documents:repealed",
        "DV": "documents/normative_documents:in_force",
        "GM": "documents/regulations:issued",
        "GR": "documents/regulations:repealed",
        "GV": "documents/regulations:in_force",
        "FEE": "fees/administrative_fees:amount",
    },
    "cn-2019": {
        "DM": "documents/normative_documents:newly_made",
        "DI": "documents/normative_documents:newly_disclosed",
        "DV": "documents/normative_documents:total_disclosed",
        "PI": "procurement/central_procurement:items",
        "PA": "procurement/central_procurement:amount",
    },
}
_DECISIONS = {
    "LIC": "licensing/licences:decisions",
    "PUN": "enforcement/penalties:decisions",
    "COE": "enforcement/compulsory_measures:decisions",
}
_TERM = re.compile(r"[A-Za-z][A-Za-z0-9.@]*")


def path_of(code: str, form: str) -> str:
    """The path of an entry by its code. Raises ``KeyError`` where the form has none such."""
    if code == "RV":
        code = "R.t"
    if code[1:2] == ".":
        return f"reviews::{_REVIEWS[code[0]]}/{_CASES[code[2]]}"
    if code in _DECISIONS:
        return f"disclosure:{_DECISIONS[code]}"
    if code in _DISCLOSURE[form]:
        return f"disclosure:{_DISCLOSURE[form][code]}"
    row, _, column = code.partition("@")
    return f"requests:{_ROWS[row]}:{_COLUMNS[column] if column else 'total'}"


def _spread(expression: str, form: str) -> str:
    others = "o1+o2+o3" if form == "cn-2021" else "o"
    return _TERM.sub(lambda m: {**_GROUPS, "OT": others}.get(m.group(), m.group()), expression)


def paths_of(expression: str, form: str) -> tuple[str, ...]:
    """The entries of an expression, in its order."""
    return tuple(path_of(code, form) for code in _TERM.findall(_spread(expression, form)))


def value_of(
    expression: str, form: str, number: Callable[[str], int | Decimal]
) -> int | Decimal | Fraction | None:
    """The value of an expression; a share is in hundredths, and None of nothing."""
    above, _, below = expression.partition("/")
    first = _sum(above, form, number)
    if not below:
        return first
    second = _sum(below, form, number)
    return Fraction(first) * 100 / Fraction(second) if second else None


def _sum(expression: str, form: str, number: Callable[[str], int | Decimal]) -> int | Decimal:
    total: int | Decimal = 0
    for sign, code in re.findall(r"([+-]?)([A-Za-z][A-Za-z0-9.@]*)", _spread(expression.strip("()"), form)):
        total += (-1 if sign == "-" else 1) * number(path_of(code, form))
    return total
