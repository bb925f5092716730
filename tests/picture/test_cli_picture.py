"""``govdisclose explain --picture``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pdf_samples import filled, pages, ruled, text

from govdisclose.cli import main

XS, YS = [50, 150, 230, 310, 390], [220, 200, 180, 160]
ROWS = [
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "0", "7"],
    ["通知", "1", "1", "1"],
]
REPORT = (
    text(50, 280, "示例市档案局2022年政府信息公开工作年度报告")
    + text(50, 260, "一、总体情况")
    + text(50, 240, "二、主动公开政府信息情况")
    + ruled(XS, YS)
    + filled(XS, YS, ROWS)
)
ONE = pages(REPORT)
TWO = pages(REPORT, text(50, 260, "三、收到和处理政府信息公开申请情况") + text(50, 240, "无。"))
PNG = b"\x89PNG\r\n\x1a\n"


def explain(
    folder: Path, content: bytes, *options: str, lang: str = "en_US.UTF-8", name: str = "a.pdf"
) -> Result:
    path = folder / name
    path.write_bytes(content)
    picture = ("--picture", str(folder / "out.png"))
    return CliRunner(env={"LC_ALL": lang, "NO_COLOR": "1"}).invoke(
        main, ["explain", str(path), *picture, *options]
    )


def written(folder: Path) -> list[str]:
    found = sorted(folder.glob("*.png"))
    assert [path.name for path in found if not path.read_bytes().startswith(PNG)] == []
    return [path.name for path in found]


def test_one_page_is_one_file_and_the_legend_says_what_it_shows(tmp_path: Path) -> None:
    done = explain(tmp_path, ONE)
    assert done.exit_code == 1  # two tables are missing
    assert written(tmp_path) == ["out.png"]
    lines = done.stdout.splitlines()
    assert f"{tmp_path}/out.png  page 1" in lines
    at = lines.index("Colours")
    assert lines[at + 1 : at + 9] == [
        "      1  sky blue: heading of a row",
        "      3  purple: heading of a column",
        "      1  grey: title or corner of a table of the form",
        "      3  green: entry as printed, a number, a blank or a slash",
        "      4  dark, hatched: taken for nothing, as the form has no such row, column or table",
        "      1  dark outline: title of the report, or its organ",
        "      2  blue outline: heading of a section",
        "",
    ]
    assert any(text.startswith("    2  ✗ row-not-matched  page 1, table 1, row 3") for text in lines)
    assert "  without a place on the pages:" in lines


def test_several_pages_are_numbered_files(tmp_path: Path) -> None:
    done = explain(tmp_path, TWO)
    assert done.exit_code == 1
    assert written(tmp_path) == ["out-1.png", "out-2.png"]


def test_a_page_that_is_asked_for_keeps_the_name_and_tells_of_itself_alone(tmp_path: Path) -> None:
    done = explain(tmp_path, TWO, "--page", "2")
    assert written(tmp_path) == ["out.png"]
    lines = done.stdout.splitlines()
    assert lines[lines.index("Colours") + 1 :] == [
        "      1  blue outline: heading of a section",
        "      1  sky blue outline: text of a section",
        "",
        "Findings by their numbers",
        "  none",
    ]


def test_the_legend_is_said_in_chinese(tmp_path: Path) -> None:
    lines = explain(tmp_path, ONE, lang="zh_CN.UTF-8").stdout.splitlines()
    for expected in ("图例", "图中编号的发现", "      1  天蓝色：行标题", f"{tmp_path}/out.png  第1页"):
        assert expected in lines


def test_a_pdf_that_is_no_report_is_drawn_all_the_same(tmp_path: Path) -> None:
    done = explain(tmp_path, pages(text(50, 200, "天气晴朗。")))
    assert done.exit_code == 3
    assert written(tmp_path) == ["out.png"]
    assert "✗ NotAReportError: " in done.stdout
    assert "      1  grey outline: any other line" in done.stdout.splitlines()


def test_a_picture_that_exists_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "out-2.png").write_bytes(b"old")
    done = explain(tmp_path, TWO)
    assert done.exit_code == 2
    assert (
        f"--picture '{tmp_path}/out-2.png' exists; give --force to replace it, or another name" in done.stderr
    )
    assert [path.name for path in tmp_path.glob("*.png")] == ["out-2.png"]
    assert explain(tmp_path, TWO, "--force").exit_code == 1
    assert written(tmp_path) == ["out-1.png", "out-2.png"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--picture", "out.jpg"], "--picture 'out.jpg': pictures are PNG; end the name in .png"),
        (["--picture", "nowhere/out.png"], "--picture 'nowhere/out.png': the folder "),
        (["--table", "requests"], "--picture draws whole pages; give it without --table and --entry"),
        (["--page", "2"], "--page 2: the file has 1 pages"),
    ],
)
def test_wrong_use_is_told_before_anything_is_written(
    tmp_path: Path, options: list[str], message: str
) -> None:
    done = explain(tmp_path, ONE, *options)
    assert done.exit_code == 2
    assert message in done.stderr
    assert written(tmp_path) == []


def test_a_page_without_a_picture_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(ONE)
    done = CliRunner().invoke(main, ["explain", str(tmp_path / "a.pdf"), "--page", "1"])
    assert done.exit_code == 2
    assert "--page and --force go with --picture" in done.stderr


def test_another_format_has_no_pages_to_draw(tmp_path: Path) -> None:
    done = explain(tmp_path, "一、总体情况\n二、主动公开政府信息情况\n".encode(), name="a.txt")
    assert done.exit_code == 2
    assert (
        "--picture draws the pages of PDF files; this one was read as text. Print it to PDF first"
        in done.stderr
    )
    assert written(tmp_path) == []


@pytest.mark.parametrize("module", ["pypdfium2", "PIL"])
def test_a_missing_extra_is_told_with_the_command_that_brings_it(
    tmp_path: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    done = explain(tmp_path, ONE)
    assert done.exit_code == 2
    assert "not installed; python3 -m pip install 'govdisclose[picture]'" in done.stderr
