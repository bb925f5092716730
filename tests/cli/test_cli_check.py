"""``govdisclose check`` and ``rules``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import docx
import pytest
from cli_samples import run

ROOT = Path(__file__).parents[2]
COUNTY = ROOT / "examples" / "county"
REPORTS = ROOT / "examples" / "reports"
CLEAN = str(REPORTS / "county-government-2021.docx")
BROKEN = str(REPORTS / "natural-resources-2020.docx")
PLACE = "requests:results/unavailable/not_held:total"
WAIVER = """
[[waiver]]
organ = "示例市自然资源局"
year = 2020
rule = "identities"
path = "{path}"
said = "{said}"
expected = "{expected}"
reason = "核实无误"
"""


def test_what_does_not_hold_is_said_with_both_numbers_and_status_1() -> None:
    done = run("check", BROKEN, "--select", "identities", "--lang", "zh")
    assert done.stdout.replace(str(ROOT) + os.sep, "") == (
        "示例市自然资源局 2020年  examples/reports/natural-resources-2020.docx\n"
        "  ! 表内勾稽  三、收到和处理政府信息公开申请… › 三、本年度办理结果 › （四）无法提供 › 1.本机关不掌握\n"
        "              相关政府信息 › 总计\n"
        "      总计=22；比较：各列之和=19：相差 3\n"
        "      请对照台账核对所列单元格，改正有误的一处。\n"
        "  ! 表内勾稽  三、收到和处理政府信息公开申请… › 三、本年度办理结果 › （七）总计 › 自然人\n"
        "      （七）总计=87；比较：各项之和=84：相差 3\n"
        "      请对照台账核对所列单元格，改正有误的一处。\n"
        "核对 1 条规则：相符 38 处，不符 2 处，无法判断 0 处，已豁免 0 处\n"
    )
    assert (done.exit_code, done.stderr) == (1, "")


def test_a_sound_report_has_status_0() -> None:
    done = run("check", CLEAN, "-q")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1


def test_what_weighs_little_counts_only_where_that_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    lines = (ROOT / "examples" / "reports" / "emergency-bureau-2024.txt").read_text(encoding="utf-8")
    file.write_text(lines.replace("2023年1月1日", "20231月1日"), encoding="utf-8")
    assert run("check", str(file), "--select", "year-lost").exit_code == 0
    assert run("check", str(file), "--select", "year-lost", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.docx"], "'nowhere.docx' does not exist"),
        ([CLEAN, "--to", "pdf"], "--to pdf: no such output; there are json, jsonl, html"),
        ([CLEAN, "-o", "a.pdf"], "its name does not tell the format"),
        ([CLEAN, "--to", "xlsx"], "--to xlsx is no text; give -o FILE"),
        ([CLEAN, "--select", "sums"], "no rule 'sums'"),
        ([CLEAN, "--waivers", "none.toml"], "none.toml"),
        ([CLEAN, "--successors", "none.csv"], "none.csv"),
    ],
)
def test_wrong_usage_says_what_to_do_and_has_status_2(arguments: list[str], words: str) -> None:
    done = run("check", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_file_that_is_not_read_has_status_3_and_the_others_are_checked(tmp_path: Path) -> None:
    bad = tmp_path / "a.docx"
    bad.write_bytes(b"PK\x03\x04")
    done = run("check", str(bad), CLEAN, "-q")
    assert done.exit_code == 3
    assert "UnknownFormatError" in done.stdout
    assert "16 rules: " in done.stdout
    assert " hold, 0 do not, " in done.stdout


def test_nothing_assessed_is_no_pass(tmp_path: Path) -> None:
    done = run("check", CLEAN, "--select", "overdue-fee-unexplained", "--lang", "zh")
    assert done.exit_code == 3
    assert "没有任何可判断的内容，不等于通过" in done.stdout


# --- waivers and configuration


def test_a_waiver_beside_the_file_takes_it_out_and_ends_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(Path(BROKEN).read_bytes())
    total = "requests:results/total:natural_person"
    waivers = tmp_path / "govdisclose-waivers.toml"
    waivers.write_text(
        WAIVER.format(path=PLACE, said=22, expected=19) + WAIVER.format(path=total, said=87, expected=84),
        encoding="utf-8",
    )
    done = run("check", str(file), "--select", "identities", "--lang", "zh")
    assert done.exit_code == 0
    assert done.stdout.endswith("不符 0 处，无法判断 0 处，已豁免 2 处\n")
    waivers.write_text(WAIVER.format(path=PLACE, said=23, expected=19), encoding="utf-8")
    done = run("check", str(file), "--select", "identities", "--lang", "zh")
    assert done.exit_code == 1
    assert f"豁免未用：identities {PLACE}（23，19）" in done.stdout.replace("\n", "")


def test_a_malformed_waiver_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text("[[waiver]]\norgan = 1", encoding="utf-8")
    done = run("check", CLEAN, "--waivers", str(tmp_path / "w.toml"))
    assert done.exit_code == 2
    assert "waiver 1: 'year' is missing" in done.stderr


def test_the_project_file_says_what_to_ignore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.govdisclose]\nignore = ["identities"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert run("check", BROKEN).exit_code == 0
    assert run("check", BROKEN, "--select", "identities").exit_code == 1
    (tmp_path / "pyproject.toml").write_text("[tool.govdisclose]\nstrikt = true\n", encoding="utf-8")
    done = run("check", BROKEN)
    assert done.exit_code == 2
    assert "'strikt' is not known; there are select, ignore, waivers, successors, strict" in done.stderr


# --- outputs


def test_the_data_go_to_stdout_and_the_lines_to_stderr() -> None:
    done = run("check", BROKEN, "--to", "jsonl", "--select", "identities")
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert (found["organ"], len(found["assessments"])) == ("示例市自然资源局", 40)
    assert "2 do not" in done.stderr


@pytest.mark.parametrize(
    "name", ["a.json", "a.jsonl", "a.html", "a.xlsx", "a.docx", "a.sarif", "a.xml", "a.txt"]
)
def test_the_name_of_the_file_tells_the_output(name: str, tmp_path: Path) -> None:
    done = run("check", BROKEN, "-o", str(tmp_path / name), "-q")
    if name == "a.txt":
        done = run("check", BROKEN, "--to", "github", "-o", str(tmp_path / name), "-q")
    assert done.exit_code == 1
    assert (tmp_path / name).stat().st_size > 100
    assert [item.name for item in tmp_path.iterdir()] == [name]


def test_the_clerks_own_file_comes_back_with_comments(tmp_path: Path) -> None:
    run("check", BROKEN, "-o", str(tmp_path / "b.docx"), "--lang", "zh")
    document = docx.Document(str(tmp_path / "b.docx"))
    assert [comment.text.splitlines()[2] for comment in document.comments] == [
        "总计=22；比较：各列之和=19：相差 3",
        "（七）总计=87；比较：各项之和=84：相差 3",
    ]


def test_comments_are_for_one_file(tmp_path: Path) -> None:
    done = run("check", BROKEN, CLEAN, "-o", str(tmp_path / "b.docx"))
    assert done.exit_code == 2
    assert "one Word file at a time, and there are 2 reports" in done.stderr


# --- rules


def test_rules_are_listed_and_one_is_told_whole() -> None:
    listed = run("rules", "--lang", "zh").stdout.splitlines()
    assert listed[0] == "identities  表内勾稽  警告"
    one = run("rules", "old-form").stdout
    assert one.startswith("old-form  form of 2019  warning\n    compares")
    assert "what to do  Fill in the form of 2021." in one


def test_an_unknown_rule_is_wrong_usage() -> None:
    done = run("rules", "old-from")
    assert done.exit_code == 2
    assert "did you mean 'old-form'?" in done.stderr


# --- last year


def test_last_years_file_is_one_file_or_found_by_organ_and_year() -> None:
    one = run("check", str(COUNTY / "2024" / "departments" / "health.docx"), "--select", "year-carried", "--lang", "zh",
              "--before", str(COUNTY / "2023" / "departments" / "health.docx"))  # fmt: skip
    assert one.exit_code == 1
    assert (
        "6；比较：上年“四、结转下年度继续办理 › 总计”=4：相差 2（上年：示例县卫生健康局 2023）" in one.stdout
    )
    many = run(
        *("check", str(COUNTY / "2024"), "--before", str(COUNTY / "2023")),
        *("--select", "year-carried", "--jobs", "2", "--lang", "zh"),
    )
    assert many.stdout.splitlines()[-1] == "核对 1 条规则：相符 47 处，不符 2 处，无法判断 0 处，已豁免 0 处"


def test_an_organ_without_a_report_of_last_year_is_told() -> None:
    done = run("check", CLEAN, "--before", str(COUNTY / "2023"), "--lang", "zh")
    assert "  ? 未与上年核对：没有找到该机关的上年报告" in done.stdout.splitlines()


def test_two_reports_of_last_year_are_no_pair(tmp_path: Path) -> None:
    content = (COUNTY / "2023" / "departments" / "health.docx").read_bytes()
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(content)
    this = str(COUNTY / "2024" / "departments" / "health.docx")
    done = run("check", this, "--select", "year-carried", "--before", str(tmp_path), "--lang", "zh")
    assert "  ? 未与上年核对：该机关的上年报告有多份" in done.stdout.splitlines()
    assert done.exit_code == 3


def test_a_file_of_last_year_that_does_not_say_whose_it_is_is_named(tmp_path: Path) -> None:
    text = (REPORTS / "emergency-bureau-2024.txt").read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(
        text.split("\n", 1)[1].replace("示例市应急管理局", "本局"), encoding="utf-8"
    )
    done = run("check", CLEAN, "--before", str(COUNTY / "2023"), "--before", str(tmp_path), "--lang", "zh")
    assert f"? {tmp_path / 'a.txt'}  没有写明机关或年度，不能配对" in done.stdout.splitlines()


def test_two_reports_of_one_organ_and_year_are_told(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(Path(CLEAN).read_bytes())
    done = run("check", str(tmp_path), "-q", "--lang", "en")
    first = done.stdout.splitlines()[0]
    assert first == f"! several reports of 样例县人民政府 2021: {tmp_path / 'a.docx'}, {tmp_path / 'b.docx'}"


@pytest.mark.parametrize("command", [["check", CLEAN], ["rollup", CLEAN, BROKEN]])
def test_a_workbook_is_refused_before_anything_is_read(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govdisclose.cli.formats.find_spec", lambda name: None)
    done = run(*command, "-o", str(tmp_path / "a.xlsx"))
    assert done.exit_code == 2
    assert "xlsxwriter is not installed; python3 -m pip install 'govdisclose[xlsx]'" in done.stderr
    assert done.stdout == ""


def test_a_file_of_last_year_that_cannot_be_read_is_the_one_that_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "last.docx"
    bad.write_bytes(b"PK\x03\x04")
    done = run("check", CLEAN, "--before", str(bad))
    assert done.exit_code == 3
    assert f"✗ {bad}  UnknownFormatError" in done.stdout
