"""The commands that list what is installed."""

from __future__ import annotations

import subprocess
import sys

from cli_samples import run

from govdisclose import __version__


def test_layouts_are_listed_with_what_they_ask() -> None:
    lines = run("layouts").stdout.splitlines()
    assert "cn-2021  政府信息公开工作年度报告（2021年格式）" in lines
    assert "    国办公开办函〔2021〕30号" in lines
    assert "    200 entries: disclosure, requests, reviews" in lines
    assert "    derived from cn-2019" in lines


def test_one_layout_is_printed_whole() -> None:
    lines = run("layouts", "cn-2021").stdout.splitlines()
    assert "        overdue_correction            1.申请人无正当理由逾期不补正" in "\n".join(lines)
    assert "                                      ≈ 规范性文件" in lines
    assert "    total                             总计  = Σ total" in lines
    done = run("layouts", "cn-2020")
    assert done.exit_code == 2
    assert "no layout 'cn-2020'; installed are cn-2019, cn-2021" in done.stderr


def test_readers_are_listed_with_their_suffixes() -> None:
    listed = " ".join(run("readers").stdout.split())
    assert "html .html .htm .shtml .xhtml text/html, application/xhtml+xml" in listed
    assert "spreadsheet .xlsx .xlsm .xls .et application/vnd.openxmlformats" in listed
    assert "mht .mht .mhtml multipart/related, application/x-mimearchive" in listed


def test_the_catalogue_is_in_both_languages() -> None:
    assert run("findings", "row-missing").stdout.splitlines() == [
        "row-missing  error",
        '    no row is labelled "{label}"',
        "    没有标题为“{label}”的行",
    ]
    done = run("findings", "row-lost")
    assert done.exit_code == 2
    assert "there are row-missing, row-not-matched" in done.stderr


def test_version_and_help_say_the_exit_statuses() -> None:
    assert f"govdisclose, version {__version__}\n" == run("--version").stdout
    for arguments in (["-h"], ["parse", "-h"], ["explain", "-h"]):
        text = " ".join(run(*arguments).stdout.split())
        assert "Exit status: 0 no errors; 1 findings of severity error; 2 wrong usage; 3 " in text


def test_the_command_line_is_light_until_a_command_runs() -> None:
    code = (
        "import sys, govdisclose.cli; "
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'rich', 'lxml', 'docx', 'cattrs', 'pdfminer'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


def test_the_package_can_be_run() -> None:
    command = [sys.executable, "-m", "govdisclose", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert f"govdisclose, version {__version__}\n" == done.stdout.replace("python -m ", "")
