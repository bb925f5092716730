"""Assessments as JSON, SARIF, JUnit and GitHub's commands."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from checked_samples import MIXED, item

from govdisclose.reporting import OUTPUTS, Item

ITEM = Item("文件夹/甲,乙.txt", MIXED)


def made(output: str, language: str = "zh") -> str:
    return OUTPUTS[output].make([ITEM], language).decode()


def test_a_line_of_json_is_one_report_with_all_that_was_compared() -> None:
    (line,) = made("jsonl").splitlines()
    found = json.loads(line)
    assert list(found) == ["source", "organ", "year", "layout", "rules", "assessments", "waived"]
    assert (found["source"], found["organ"], found["year"], found["layout"]) == (
        "文件夹/甲,乙.txt",
        "示例市示例局",
        2023,
        "cn-2021",
    )
    assert found["assessments"][0] == {
        "rule": "identities",
        "outcome": "broken",
        "severity": "warning",
        "section": "overview",
        "text": "26",
        "start": 14,
        "value": 26,
        "paths": ["requests:received:total", "requests:carried_in:total"],
        "bases": [
            {"words": "新收", "paths": ["requests:received:total"], "value": 24},
            {
                "words": "新收+上年结转",
                "paths": ["requests:received:total", "requests:carried_in:total"],
                "value": 25,
            },
        ],
        "at": None,
        "said": "本机关共收到政府信息公开申请26件",
        "reason": None,
    }
    assert [entry["outcome"] for entry in found["assessments"]] == [
        "broken",
        "holds",
        "not_assessable",
        "not_asked",
    ]
    assert found["waived"][0]["waiver"] == {"reason": "核实无误", "by": "张某", "until": None}


def test_json_of_several_reports_is_an_array() -> None:
    found = json.loads(OUTPUTS["json"].make([ITEM, ITEM], "en"))
    assert [entry["source"] for entry in found] == ["文件夹/甲,乙.txt", "文件夹/甲,乙.txt"]


def test_sarif_gives_each_outcome_its_kind_and_a_waiver_as_suppression() -> None:
    log = json.loads(made("sarif"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [found["kind"] for found in run["results"]] == ["fail", "pass", "open", "notApplicable", "fail"]
    assert [found["level"] for found in run["results"]] == ["warning", "none", "none", "none", "warning"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(ids[found["ruleIndex"]] == found["ruleId"] for found in run["results"])
    assert run["results"][4]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "核实无误"}
    ]
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == (
        "%E6%96%87%E4%BB%B6%E5%A4%B9/%E7%94%B2%2C%E4%B9%99.txt"
    )
    assert place["logicalLocations"][0]["name"] == "requests:received:total"
    assert len({found["partialFingerprints"]["govdisclose/v1"] for found in run["results"]}) == 5


def test_junit_has_a_case_for_each_rule_that_ran() -> None:
    root = ElementTree.fromstring(made("junit"))  # noqa: S314
    (suite,) = root
    assert suite.attrib == {
        "name": "文件夹/甲,乙.txt",
        "tests": "3",
        "failures": "1",
        "skipped": "1",
        "errors": "0",
    }
    assert [(case.get("name"), [child.tag for child in case]) for case in suite] == [
        ("identities", ["failure"]),
        ("left-over-template", []),
        ("old-form", ["skipped"]),
    ]


def test_githubs_commands_name_file_title_and_both_numbers() -> None:
    assert made("github") == (
        "::warning file=文件夹/甲%2C乙.txt,title=表内勾稽::一、总体情况 ↔ 三、收到和处理政府信息公开申请… › "
        "一、本年新收政府信息公开申请数量 › 总计. 正文“本机关共收到政府信息公开申请26件”；"
        "表中 新收=24，新收+上年结转=25：均不相符. 请对照台账核对所列单元格，改正有误的一处。\n"
    )


def test_characters_that_no_xml_holds_and_marks_that_turn_text_are_written_to_be_seen() -> None:
    from attrs import evolve

    odd = Item("a\x01\u202e.txt", evolve(MIXED, organ="甲\x00"))
    ElementTree.fromstring(OUTPUTS["junit"].make([odd], "zh"))  # noqa: S314
    assert "\u202e" not in OUTPUTS["jsonl"].make([odd], "zh").decode()
    assert "\u202e" not in OUTPUTS["github"].make([odd], "zh").decode()
    assert "\u202e" not in OUTPUTS["html"].make([odd], "zh").decode()


def test_a_real_report_gives_the_same_outcomes_in_every_output() -> None:
    real = item()
    broken = len(real.checked.broken)
    assert broken == 3
    sarif = json.loads(OUTPUTS["sarif"].make([real], "en"))["runs"][0]["results"]
    assert [found["kind"] for found in sarif].count("fail") == broken
    assert OUTPUTS["github"].make([real], "en").count(b"::warning") == broken
    assert OUTPUTS["html"].make([real], "en").count(b'"card broken') == broken
