"""Exports made to break ``from_json``: an ``ExportError`` in linear time, and messages that never raise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bounded import said_of
from form_samples import filled
from govdisclose.export import ExportError, from_json, to_json
from govdisclose.findings import count_by_severity
from govdisclose.parsing import parse_document

EXPORT = to_json(parse_document(filled()), indent=None)


def with_finding(kind: str, facts: object, at: object = None) -> str:
    content = json.loads(EXPORT)
    words = {"en": "", "zh": ""}
    content["findings"] = [
        {"kind": kind, "severity": "error", "at": at, "path": "", "facts": facts, "message": words}
    ]
    return json.dumps(content)


RECIPES: dict[str, tuple[Callable[[], str], str]] = {
    "a key that stands twice at the end of 900,000": (
        lambda: "{" + ",".join(f'"k{at}":1' for at in range(900_000)) + ',"k899999":2}',
        "ExportError",
    ),
    "nine million brackets": (lambda: "[" * 9_000_000, "ExportError"),
    "a million objects within each other": (lambda: '{"a":' * 1_000_000, "ExportError"),
    "six million empty lists": (lambda: "[" + "[]," * 6_000_000 + "[]]", "ExportError"),
    "a number of nineteen million digits": (lambda: '{"schema":' + "9" * 19_000_000 + "}", "ExportError"),
    "90,000 findings": (
        lambda: with_finding("cells-overlap", {}).replace(
            '"findings": [{',
            '"findings": ['
            + json.dumps(json.loads(with_finding("cells-overlap", {}))["findings"][0])
            + ("," + json.dumps(json.loads(with_finding("cells-overlap", {}))["findings"][0])) * 90_000
            + ",{",
        ),
        "read",
    ),
}


@pytest.mark.parametrize("name", RECIPES)
def test_an_export_ends_in_time_and_memory(name: str, tmp_path: Path) -> None:
    make, expected = RECIPES[name]
    assert said_of(make().encode(), tmp_path, "decode").startswith(expected)


@pytest.mark.parametrize(
    ("kind", "facts", "message"),
    [
        ("row-missing", {}, "findings[0].facts.label: expected a value, found no such key"),
        ("row-missing", {"words": "x"}, "findings[0].facts.label: expected a value, found no such key"),
        (
            "row-missing",
            {"label": "规章", "words": "x"},
            "findings[0].facts: expected only the keys label, found the key 'words'",
        ),
        ("cells-overlap", {"x": "1"}, "findings[0].facts: expected no keys, found the key 'x'"),
        ("row-missing", [], "findings[0].facts: expected an object, found an array of 0"),
        (
            "more-errors",
            {"kind": "row-eaten", "count": "1"},
            "findings[0].facts.kind: expected a kind of the catalogue, found 'row-eaten'",
        ),
        (
            "more-errors",
            {"kind": "row-missing", "count": "many"},
            "findings[0].facts.count: expected a whole number from 1, found 'many'",
        ),
        (
            "more-errors",
            {"kind": "row-missing", "count": "0"},
            "findings[0].facts.count: expected a whole number from 1, found '0'",
        ),
    ],
)
def test_a_finding_has_the_facts_that_its_messages_say_and_no_others(
    kind: str, facts: object, message: str
) -> None:
    with pytest.raises(ExportError) as error:
        from_json(with_finding(kind, facts))
    assert str(error.value) == message


def test_a_finding_that_counts_others_counts_when_it_is_read_back() -> None:
    exported = from_json(with_finding("more-errors", {"kind": "row-missing", "count": "12"}))
    assert count_by_severity(exported.findings)["error"] == 12  # type: ignore[index]


@pytest.mark.parametrize("edge", ["1e400", "9" * 400, "NaN", "-Infinity"])
def test_an_edge_of_a_box_that_is_no_number_is_refused(edge: str) -> None:
    text = with_finding("cells-overlap", {}, {"box": [0, 0, 1, 7777]}).replace("7777", edge)
    with pytest.raises(ExportError, match=r"findings\[0\]\.at\.box: expected four numbers"):
        from_json(text)
