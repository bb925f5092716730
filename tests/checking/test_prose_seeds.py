"""Labelled sentences that may stand beside the repository: every verdict and the basis of what agrees."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from govdisclose.checking.assessment import Assessment, Outcome
from govdisclose.checking.example import case_of
from govdisclose.checking.rule import Example
from govdisclose.checking.rules.prose import PROSE_AGAINST_TABLE

SHARED = Path(os.environ.get("GOVDISCLOSE_SHARED", Path(__file__).parents[3] / "shared"))
SENTENCES = SHARED / "prose" / "for_developers.jsonl"
LINES = SENTENCES.read_text(encoding="utf-8").splitlines() if SENTENCES.is_file() else []
CLAUSES: list[dict[str, Any]] = [json.loads(line) for line in LINES]

needs_sentences = pytest.mark.skipif(not CLAUSES, reason="the labelled sentences are not here")


def assessments(clause: dict[str, Any]) -> list[Assessment]:
    section = "others" if clause["section"] == "other_matters" else clause["section"]
    example = Example(
        prose={section: clause["text"]},
        entries={path: str(value) for path, value in clause["cells"].items()},
        rest="" if clause["rest"] is None else str(clause["rest"]),
        organ="示例市人民政府" if clause["scope"] == "area" else "示例市示例局",
        year=clause["year"],
        layout=clause["form"],
    )
    return list(PROSE_AGAINST_TABLE.run(case_of(example)))


def wrong(clause: dict[str, Any]) -> list[str]:
    """What is said otherwise than the label says."""
    faults = []
    found = assessments(clause)
    for label in clause["expected"]:
        here = [
            item
            for item in found
            if item.start is not None and item.text is not None
            if item.start < label["end"] and item.start + len(item.text) > label["start"]
        ]
        found = [item for item in found if item not in here]
        got = here[0].outcome if here else None
        if label["verdict"] == "not about the table":
            good = got in (None, Outcome.NOT_ASKED)
        elif label["verdict"] == "disagrees":
            good = got is Outcome.BROKEN
        else:
            paths = [set(re.split(r" [-+/] ", basis)) for basis in label["basis"]]
            good = got is Outcome.HOLDS and set(here[0].bases[0].paths) in paths
            good = good and (here[0].start, here[0].text) == (label["start"], label["text"])
        if not good:
            faults.append(f"{label['text']}: {label['verdict']}, not {got}")
    return faults + [f"{item.text}: {item.outcome}" for item in found if item.outcome is Outcome.BROKEN]


@needs_sentences
def test_there_are_sentences_of_all_three_verdicts() -> None:
    verdicts = {label["verdict"] for clause in CLAUSES for label in clause["expected"]}
    assert verdicts == {"agrees", "disagrees", "not about the table"}


@needs_sentences
@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: str(clause["id"]))
def test_every_number_fares_as_labelled(clause: dict[str, Any]) -> None:
    assert wrong(clause) == []


@needs_sentences
def test_clauses_of_one_report_fare_the_same_together() -> None:
    reports: dict[str, list[dict[str, Any]]] = {}
    for clause in CLAUSES:
        reports.setdefault(clause["id"].partition("-")[0], []).append(clause)
    differ = []
    for name, clauses in reports.items():
        broken = sum(label["verdict"] == "disagrees" for item in clauses for label in item["expected"])
        prose: dict[str, list[str]] = {}
        for item in clauses:
            section = "others" if item["section"] == "other_matters" else item["section"]
            prose.setdefault(section, []).append(item["text"])
        first = clauses[0]
        example = Example(
            prose={key: "\n".join(texts) for key, texts in prose.items()},
            entries={path: str(value) for path, value in first["cells"].items()},
            rest="" if first["rest"] is None else str(first["rest"]),
            organ="示例市人民政府" if first["scope"] == "area" else "示例市示例局",
            year=first["year"],
            layout=first["form"],
        )
        found = [item.outcome for item in PROSE_AGAINST_TABLE.run(case_of(example))]
        if found.count(Outcome.BROKEN) != broken:
            differ.append(name)
    assert differ == []
