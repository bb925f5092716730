from __future__ import annotations

import pytest

from govdisclose.catalogue import CATALOGUE, facts_of
from govdisclose.errors import FindingsError
from govdisclose.findings import Finding, Severity, count_by_severity, finding
from govdisclose.listed import MOST_LISTED, listed
from govdisclose.locate import Locator
from govdisclose.parsing import parse
from govdisclose.result import Result

UNKNOWN = "".join(f"<tr><td>第{row}行<td>1<td>2<td>3" for row in range(250))
PAGE = (
    "<h1>示例市档案局2023年政府信息公开工作年度报告</h1><table><tr><td>信息内容<td>本年制发件数<td>本年废止件数"
    f"<td>现行有效件数<tr><td>规章<td>1<td>2<td>3{UNKNOWN}</table>"
)


def unknown(count: int, table: str = "requests") -> list[Finding]:
    return [
        finding("row-not-matched", Locator(table=1, row=row), table, label=f"第{row}行")
        for row in range(1, count + 1)
    ]


def result() -> Result:
    return parse(PAGE.encode())


def test_as_many_findings_as_are_listed_stay_as_they_are() -> None:
    findings = unknown(MOST_LISTED)
    assert listed(findings) == tuple(findings)


def test_of_more_findings_of_one_kind_the_first_are_listed_and_the_rest_is_counted() -> None:
    findings = unknown(MOST_LISTED + 3)
    *first, last = listed(findings)
    assert first == findings[:MOST_LISTED]
    assert (last.kind, last.at, last.path) == ("more-errors", None, "requests")
    assert dict(last.facts) == {"kind": "row-not-matched", "count": "3"}
    assert (
        last.message("en")
        == "3 more errors of the kind row-not-matched were found here and are not listed one by one"
    )
    assert last.message("zh") == "此处另有3处“row-not-matched”错误，未逐项列出"


def test_kinds_and_tables_are_counted_apart() -> None:
    findings = [*unknown(2), *unknown(3, "reviews"), finding("title-not-found"), finding("title-not-found")]
    assert [(item.kind, item.path, item.facts.get("count")) for item in listed(findings, 1)] == [
        ("row-not-matched", "requests", None),
        ("row-not-matched", "reviews", None),
        ("title-not-found", "", None),
        ("more-errors", "requests", "1"),
        ("more-errors", "reviews", "2"),
        ("more-infos", "", "1"),
    ]


def test_what_is_not_listed_counts_all_the_same() -> None:
    findings = unknown(19_031)
    assert count_by_severity(listed(findings)) == count_by_severity(findings)
    assert count_by_severity(listed(findings))[Severity.ERROR] == 19_031


def test_the_counts_of_a_result_are_those_of_all_that_was_found() -> None:
    found = result()
    errors = [item for item in found.findings if item.severity is Severity.ERROR]
    (more,) = [item for item in found.findings if item.kind == "more-errors"]
    assert more.facts["count"] == "50"
    assert found.counts()[Severity.ERROR] == len(errors) - 1 + 50


def test_to_ignore_a_kind_is_to_ignore_those_that_are_not_listed() -> None:
    found = result()
    kinds = {item.kind for item in found.findings if item.severity is Severity.ERROR} - {"more-errors"}
    found.raise_for_findings(ignore=kinds)
    with pytest.raises(FindingsError, match=rf" and {found.counts()[Severity.ERROR] - 1} more$"):
        found.raise_for_findings()


def test_a_fact_has_no_more_than_a_thousand_characters() -> None:
    assert finding("row-missing", label="甲" * 1_000).facts["label"] == "甲" * 1_000
    assert finding("row-missing", label="甲" * 1_001).facts["label"] == "甲" * 999 + "…"


def test_the_facts_of_a_kind_are_those_that_its_messages_say() -> None:
    assert facts_of(CATALOGUE["total-broken"]) == ("total", "sum", "difference", "cells")
    assert facts_of(CATALOGUE["cells-overlap"]) == ()
