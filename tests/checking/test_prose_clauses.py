"""The labelled clauses that stand beside the project: each number's verdict, and what it was compared with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from govdisclose.checking import Assessment, Example, Outcome, check, find_rule
from govdisclose.checking.example import result_of

CLAUSES = Path(__file__).parents[3] / "shared" / "prose" / "for_developers.jsonl"
RULE = find_rule("prose-against-table")
WANTED = {
    "agrees": (Outcome.HOLDS,),
    "disagrees": (Outcome.BROKEN,),
    "not about the table": (None, Outcome.NOT_ASKED),
}
pytestmark = pytest.mark.skipif(not CLAUSES.exists(), reason="the labelled clauses are not here")


def clauses() -> Iterator[dict[str, object]]:
    if CLAUSES.exists():
        yield from map(json.loads, CLAUSES.read_text(encoding="utf-8").splitlines())


def found(clause: dict[str, object]) -> dict[int, Assessment]:
    section = str(clause["section"]).replace("other_matters", "others")
    cells = clause["cells"]
    year = clause["year"]
    assert isinstance(cells, dict)
    assert isinstance(year, int)
    example = Example(
        prose={section: str(clause["text"])},
        entries={path: str(value) for path, value in cells.items()},
        rest="" if clause["rest"] is None else str(clause["rest"]),
        organ="示例市人民政府" if clause["scope"] == "area" else "示例市示例局",
        year=year,
        layout=str(clause["form"]),
    )
    checked = check(result_of(example), rules=[RULE])
    return {item.start: item for item in checked.assessments if item.start is not None}


@pytest.mark.parametrize("clause", list(clauses()), ids=lambda clause: str(clause["id"]))
def test_every_number_gets_its_verdict_on_its_basis(clause: dict[str, object]) -> None:
    items = found(clause)
    expected = clause["expected"]
    assert isinstance(expected, list)
    assert expected != []
    for number in expected:
        item = items.pop(number["start"], None)
        outcome = item.outcome if item is not None else None
        assert outcome in WANTED[number["verdict"]], (number["text"], item)
        if item is not None and number["basis"] is not None:
            meant = [
                sorted(basis.replace(" + ", "|").replace(" - ", "|").replace(" / ", "|").split("|"))
                for basis in number["basis"]
            ]
            assert any(sorted(basis.paths) in meant for basis in item.bases), (number["text"], item.bases)
    assert [item for item in items.values() if item.outcome is not Outcome.NOT_ASKED] == []
