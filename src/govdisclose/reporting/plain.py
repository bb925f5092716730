"""Assessments as plain values: JSON and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable

from govdisclose.checking import Assessment, Basis, Waived
from govdisclose.export._escape import escape_unseen
from govdisclose.export._forms import JSON
from govdisclose.export._records import encode_number
from govdisclose.export._shapes import PLACE
from govdisclose.reporting.item import Item

__all__ = ["to_dict", "to_json", "to_jsonl"]


def to_dict(item: Item) -> dict[str, JSON]:
    """A checked report as plain values.

    Whole numbers are int, others text, as in the export of entries; what is waived stands apart.
    """
    checked = item.checked
    return {
        "source": item.source,
        "organ": checked.organ,
        "year": checked.year,
        "layout": checked.layout,
        "rules": list(checked.rules),
        "assessments": [_assessment(entry) for entry in checked.assessments],
        "waived": [_waived(entry) for entry in checked.waived],
    }


def to_json(items: Iterable[Item]) -> str:
    """All reports as one JSON array, Chinese left readable."""
    return escape_unseen(json.dumps([to_dict(item) for item in items], ensure_ascii=False, indent=2)) + "\n"


def to_jsonl(items: Iterable[Item]) -> str:
    """One report a line."""
    lines = (json.dumps(to_dict(item), ensure_ascii=False, separators=(",", ":")) for item in items)
    return "".join(f"{escape_unseen(line)}\n" for line in lines)


def _assessment(item: Assessment) -> dict[str, JSON]:
    return {
        "rule": item.rule,
        "outcome": item.outcome.value,
        "severity": item.severity.value,
        "section": item.section,
        "text": item.text,
        "start": item.start,
        "value": encode_number(item.value),
        "paths": list(item.paths),
        "bases": [_basis(basis) for basis in item.bases],
        "at": PLACE.encode(item.at),
        "said": item.said,
        "reason": item.reason,
        **({"other": item.other} if item.other else {}),
    }


def _waived(item: Waived) -> dict[str, JSON]:
    waiver = {"reason": item.waiver.reason, "by": item.waiver.by, "until": item.waiver.until or None}
    return _assessment(item.assessment) | {"waiver": dict(waiver)}


def _basis(basis: Basis) -> dict[str, JSON]:
    return {"words": basis.words, "paths": list(basis.paths), "value": encode_number(basis.value)}
