from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from cli_samples import ORGAN, PROSE, put, report, run

from govdisclose.layouts import CN_2019
from govdisclose.parsing import parse

FEES = "disclosure:fees/administrative_fees:amount"
RECEIVED = "requests:received:natural_person"


def exported(folder: Path, **changes: object) -> str:
    """The JSON of a report that the command line read."""
    source = put(folder, "source.html", report(**changes))  # type: ignore[arg-type]
    target = str(folder / "records.json")
    done = run("parse", source, "--to", "json", "-o", target)
    assert done.exit_code in (0, 1)
    return target


# --- blank


@pytest.mark.parametrize("suffix", ["docx", "html", "htm", "odt", "txt", "DOCX"])
def test_the_suffix_tells_the_format_of_the_form(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"form.{suffix}"
    done = run("blank", "cn-2021", "--organ", "示例市财政局", "--year", "2026", "-o", str(target))
    assert (done.exit_code, done.output) == (0, "")
    result = parse(target)
    assert (result.report.organ, result.report.year) == ("示例市财政局", 2026)
    assert result.layout is not None
    assert result.layout.id == "cn-2021"
    assert {str(entry.state) for entry in result.entries} == {"blank"}


def test_an_unknown_layout_lists_the_installed(tmp_path: Path) -> None:
    done = run("blank", "cn-2020", "-o", str(tmp_path / "form.docx"))
    assert done.exit_code == 2
    assert "no layout 'cn-2020'; installed are cn-2019, cn-2021" in done.stderr
    assert os.listdir(tmp_path) == []


def test_a_suffix_that_no_writer_has_is_refused(tmp_path: Path) -> None:
    done = run("blank", "cn-2021", "-o", str(tmp_path / "form.pdf"))
    assert done.exit_code == 2
    assert "its name does not tell the format; end it in .docx, .html, .htm, .odt, .txt" in done.stderr


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    target = tmp_path / "form.html"
    target.write_text("mine")
    done = run("blank", "cn-2021", "-o", str(target))
    assert done.exit_code == 2
    assert "exists; give --force to replace it, or another name" in done.stderr
    assert target.read_text() == "mine"
    assert run("blank", "cn-2021", "-o", str(target), "--force").exit_code == 0
    assert "【机关名称】【年份】年政府信息公开工作年度报告" in target.read_text(encoding="utf-8")
    assert os.listdir(tmp_path) == ["form.html"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = run("blank", "cn-2021", "-o", str(tmp_path / "no" / "form.docx"))
    assert done.exit_code == 2
    assert "does not exist; make it first" in done.stderr


@pytest.mark.parametrize("year", ["26", "1999", "2100", "x"])
def test_a_year_of_another_century_is_wrong_usage(tmp_path: Path, year: str) -> None:
    assert run("blank", "cn-2021", "--year", year, "-o", str(tmp_path / "form.docx")).exit_code == 2


# --- render


@pytest.mark.parametrize("suffix", ["docx", "html", "odt", "txt"])
def test_a_rendered_report_reads_as_the_one_that_was_exported(tmp_path: Path, suffix: str) -> None:
    records = exported(tmp_path, changes={RECEIVED: "", FEES: "/"})
    target = tmp_path / f"report.{suffix}"
    done = run("render", records, "-o", str(target), "--as-form")
    assert (done.exit_code, done.output) == (0, "")
    result = parse(target)
    source = parse(tmp_path / "source.html")
    assert result.report.organ == ORGAN
    assert result.report.requests == source.report.requests
    assert {
        section.key: section.text.split("\n") for section in result.report.sections if section.text
    } == PROSE
    assert str(result.entry("requests", "received", "natural_person").state) == "blank"
    assert str(result.entry("disclosure", "fees/administrative_fees", "amount").state) == "not_applicable"


def test_what_the_form_cannot_hold_is_refused_and_listed(tmp_path: Path) -> None:
    records = exported(tmp_path, changes={RECEIVED: "详见附表", FEES: "300元"})
    target = tmp_path / "report.docx"
    done = run("render", records, "-o", str(target), "--as-form")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "✗ cn-2021 cannot hold 2 of the report; nothing is written:",
        f"  {FEES}（第二十条第（八）项，行政事业性收费，本年收费金额（单位：万元））: "
        "the amount is 300元 and the form asks for 万元",
        f"  {RECEIVED}（一、本年新收政府信息公开申请数量，自然人）: "
        "the report has the text '详见附表' and no number",
    ]
    assert not target.exists()


def test_without_as_form_it_is_printed_and_listed(tmp_path: Path) -> None:
    records = exported(tmp_path, changes={RECEIVED: "详见附表"})
    target = tmp_path / "report.html"
    done = run("render", records, "-o", str(target), "--lang", "zh")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "! 格式 cn-2021 有1处无法容纳：",
        f"  {RECEIVED}（一、本年新收政府信息公开申请数量，自然人）: 报告中为文字“详见附表”，不是数字；按原文印出",
    ]
    assert "<td>详见附表</td>" in target.read_text(encoding="utf-8")


def test_another_layout_prints_what_it_has_a_place_for(tmp_path: Path) -> None:
    records = exported(tmp_path, layout=CN_2019, changes={"requests:results/other:total": "4"})
    target = tmp_path / "report.docx"
    done = run("render", records, "--layout", "cn-2021", "-o", str(target))
    assert done.exit_code == 0
    assert (
        "  requests:results/other:total: the form has no place for '4'; left out" in done.stderr.splitlines()
    )
    layout = parse(target).layout
    assert layout is not None
    assert layout.id == "cn-2021"
    again = run("render", records, "--layout", "cn-2021", "-o", str(target), "--as-form", "--force")
    assert again.exit_code == 1


def test_records_come_from_a_folder_with_one_report_too(tmp_path: Path) -> None:
    records = exported(tmp_path)
    one = json.loads(Path(records).read_text(encoding="utf-8"))
    array = put(tmp_path, "array.json", json.dumps([one]).encode())
    assert run("render", array, "-o", str(tmp_path / "report.txt")).exit_code == 0


def test_several_reports_are_refused(tmp_path: Path) -> None:
    records = exported(tmp_path)
    one = json.loads(Path(records).read_text(encoding="utf-8"))
    array = put(tmp_path, "array.json", json.dumps([one, one]).encode())
    done = run("render", array, "-o", str(tmp_path / "report.txt"))
    assert done.exit_code == 3
    assert "expected one report, found an array of 2; write each to a file of its own" in done.stderr


@pytest.mark.parametrize("content", [b"{}", b"not json", b"\xff\xfe", b"[1, 2", b"[", b"", b'"text"'])
def test_what_is_no_export_is_unreadable(tmp_path: Path, content: bytes) -> None:
    records = put(tmp_path, "records.json", content)
    done = run("render", records, "-o", str(tmp_path / "report.txt"))
    assert done.exit_code == 3
    assert done.stderr.startswith(f"✗ {records}  ExportError: ")
    assert "Traceback" not in done.stderr


def test_an_undecided_report_asks_for_its_layout(tmp_path: Path) -> None:
    records = exported(tmp_path, tables=["reviews"])
    done = run("render", records, "-o", str(tmp_path / "report.txt"))
    assert done.exit_code == 2
    assert "does not say its form" in done.stderr
    assert "give --layout" in done.stderr
    assert run("render", records, "-o", str(tmp_path / "report.txt"), "--layout", "cn-2021").exit_code == 0


def test_the_records_are_never_replaced_by_the_report(tmp_path: Path) -> None:
    records = exported(tmp_path)
    text = str(tmp_path / "records.txt")
    os.rename(records, text)
    done = run("render", text, "-o", text, "--force")
    assert done.exit_code == 2
    assert "is one of the files to read" in done.stderr


def test_a_control_sequence_of_a_report_does_not_reach_the_terminal(tmp_path: Path) -> None:
    records = Path(exported(tmp_path, changes={RECEIVED: "详见附表"}))
    records.write_text(
        records.read_text(encoding="utf-8").replace("详见附表", "\\u001b[31m"), encoding="utf-8"
    )
    done = run("render", str(records), "-o", str(tmp_path / "report.txt"))
    assert done.exit_code == 0
    assert "\x1b" not in done.stderr
