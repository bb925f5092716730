"""Every command in ``examples/README.md`` prints what stands below it there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "examples" / "README.md").read_text("utf-8")
SHOWN = re.findall(r"```console\n\$ python (.*)\n((?:.*\n)*?)```", README)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run it as from the project's folder; a file that it writes goes to ``folder``."""
    script, *arguments = shlex.split(command)
    paths = [str(ROOT / item) if item.startswith("examples/") else item for item in arguments]
    return subprocess.run(  # noqa: S603
        [sys.executable, "-X", "utf8", ROOT / script, *paths],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_of_the_readme_prints_what_stands_there(command: str, output: str, tmp_path: Path) -> None:
    done = run(command, tmp_path)
    assert (done.stdout, done.stderr) == (output, "")


def test_all_three_scripts_are_shown() -> None:
    assert {command.split()[0] for command, _ in SHOWN} == {
        "examples/read_one.py",
        "examples/panel.py",
        "examples/check_before_publishing.py",
    }


@pytest.mark.parametrize(
    ("report", "status"),
    [
        ("reports/finance-bureau-2021.html", 0),
        ("reports/natural-resources-2020.docx", 1),
        ("odd/attached-report.html", 2),
    ],
)
def test_the_check_tells_its_outcome_by_exit_status(report: str, status: int, tmp_path: Path) -> None:
    assert run(f"examples/check_before_publishing.py examples/{report}", tmp_path).returncode == status


def test_the_panel_has_a_line_for_every_cell_of_every_report(tmp_path: Path) -> None:
    run("examples/panel.py examples/reports panel.csv", tmp_path)
    lines = (tmp_path / "panel.csv").read_text("utf-8").splitlines()
    assert lines[0] == "organ,year,table,row,column,value,unit,state,doubt"
    # 6 reports on the form of 2019 with 22 + 161 + 15 cells, 8 on that of 2021 with 10 + 175 + 15
    assert len(lines) - 1 == 6 * 198 + 8 * 200
    assert (
        "示例市自然资源局,2020,requests,results/unavailable/not_held,natural_person,16,,number,one-cell-explains"
        in lines
    )


def test_every_report_stands_in_the_readme() -> None:
    for folder in ("reports", "odd"):
        for path in (ROOT / "examples" / folder).iterdir():
            assert f"`{path.name}`" in README, path.name
