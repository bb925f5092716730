"""``govdisclose rollup``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_samples import run

COUNTY = Path(__file__).parents[2] / "examples" / "county"
PARENT, BELOW = str(COUNTY / "2024" / "county.docx"), str(COUNTY / "2024" / "departments")
NAMES = str(COUNTY / "departments.txt")


def test_each_cause_is_one_line_and_what_follows_stands_under_it() -> None:
    done = run("rollup", PARENT, BELOW, "--expect", NAMES, "--lang", "zh")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("示例县人民政府 2024年  ")
    assert lines[1] == "  ! 缺报  示例县民政局；因此无法判断的单元格：3个"
    assert [line for line in lines if line.startswith("  ! ")][2].startswith(
        "  ! 与下级合计不符  三、收到和处理政府信息公开申请… › 一、本年新收政府信息公开申请数量 › 自然人"
    )
    assert lines[-1] == "汇总核对：计入下级单位6个，缺报1个；单元格相符0个，不符8个，无法判断178个"
    assert (done.exit_code, done.stderr) == (1, "")


def test_what_adds_up_has_status_0() -> None:
    done = run("rollup", str(COUNTY / "2023" / "county.docx"), str(COUNTY / "2023" / "departments"))
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1:] == [
        "7 children counted, 0 missing; cells: 200 hold, 0 do not, 0 cannot be told"
    ]


def test_the_parent_may_lie_in_the_folder_of_its_children() -> None:
    done = run("rollup", PARENT, str(COUNTY / "2024"), "--expect", NAMES)
    assert "the parent's own report" not in done.stdout
    assert "6 children counted, 1 missing" in done.stdout


def test_all_of_it_is_there_as_json() -> None:
    done = run("rollup", PARENT, BELOW, "--expect", NAMES, "--to", "json")
    found = json.loads(done.stdout)
    assert (found["organ"], found["year"], found["layout"]) == ("示例县人民政府", 2024, "cn-2021")
    assert [(cause["kind"], cause["child"]) for cause in found["causes"][:2]] == [
        ("child-missing", "示例县民政局"),
        ("child-other-form", "示例县农业农村局"),
    ]
    (cell,) = [item for item in found["cells"] if item["path"] == "requests:received:natural_person"]
    assert (cell["parent"], cell["children"], cell["residual"], cell["outcome"]) == (60, 65, -5, "broken")
    assert [child["state"] for child in found["children"]].count("missing") == 1


def test_the_workbook_has_causes_cells_and_children(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "r.xlsx"
    assert run("rollup", PARENT, BELOW, "--expect", NAMES, "-o", str(path), "--lang", "zh").exit_code == 1
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["问题", "逐格核对", "单位"]
    assert [cell.value for cell in book["问题"][2]][:2] == ["缺报", "示例县民政局"]
    assert [cell.value for cell in book["单位"][1]] == ["单位", "状态", "文件", "年度", "格式", "空白单元格"]
    assert book["逐格核对"].freeze_panes == "A2"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.docx", BELOW], "'nowhere.docx' does not exist"),
        ([PARENT, PARENT], "no file to read in"),
        ([PARENT, BELOW, "--expect", "none.txt"], "--expect 'none.txt'"),
        ([PARENT, BELOW, "-o", "r.pdf"], "give --to json or xlsx"),
        ([PARENT, BELOW, "--to", "xlsx"], "give -o FILE"),
    ],
)
def test_wrong_usage_says_what_to_do(arguments: list[str], words: str) -> None:
    done = run("rollup", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_an_empty_list_of_names_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "n.txt").write_text("\n \n", encoding="utf-8")
    done = run("rollup", PARENT, BELOW, "--expect", str(tmp_path / "n.txt"))
    assert done.exit_code == 2
    assert "is empty; expected names of organs, one a line" in done.stderr


def test_a_child_that_cannot_be_read_is_named_with_status_3(tmp_path: Path) -> None:
    bad = tmp_path / "a.docx"
    bad.write_bytes(b"PK\x03\x04")
    done = run("rollup", PARENT, BELOW, str(bad), "--expect", NAMES)
    assert done.exit_code == 3
    assert "UnknownFormatError" in done.stdout
