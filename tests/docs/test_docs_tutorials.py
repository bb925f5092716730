"""The tutorials for authors of plugins, run as they are read: each file written, each command run, its output compared.

How many tests passed and how long they took is not compared. They start in an empty folder. ``pip install -e .`` is done
as pip does it where ``GOVDISCLOSE_TUTORIAL_INSTALL`` is set, as ``examples/plugins/run_tests.sh`` does in an environment
that has only the wheel; elsewhere the distribution is made known to the commands and nothing is installed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from test_docs_snippets import AUTHORS, ROOT, commands, matches

BLOCK = re.compile(
    r"^```(?:(console)|\{code-block\} \w+\n:caption: (\S+))\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
PASSED = re.compile(r"\d+ passed in \d+\.\d+s")
INSTALL = "python3 -m pip install -e ."


class Author:
    """Someone at a terminal: the folder where they are, and what they have installed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.here = home
        self.site = home / ".site"
        self.known: list[Path] = []

    def write(self, name: str, text: str) -> None:
        path = self.here / name
        assert path.parent.is_dir(), f"{name}: there is no folder {path.parent}"
        path.write_text(text.removeprefix("\n"), encoding="utf-8")

    def run(self, words: str) -> str:
        if words.startswith("cd "):
            self.here = (self.here / words.removeprefix("cd ")).resolve()
            return ""
        if words == INSTALL and not os.environ.get("GOVDISCLOSE_TUTORIAL_INSTALL"):
            self.know()
            return ""
        done = subprocess.run(  # noqa: S603 - the words are our own
            ["bash", "-c", words.replace(INSTALL, f"{INSTALL} -q 2>pip.log || cat pip.log")],  # noqa: S607
            cwd=self.here,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return PASSED.sub("99 passed in 1.00s", done.stdout.decode("utf-8"))

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LANG")}
        return kept | {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")]),
            "PYTHONPATH": os.pathsep.join(map(str, self.known)),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_ADDOPTS": "-p no:cacheprovider",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
        }

    def know(self) -> None:
        """What an editable installation comes to: its metadata and its sources on the path."""
        project = tomllib.loads((self.here / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        name, version = project["name"], project["version"]
        info = self.site / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True, exist_ok=True)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
        )
        points = [
            f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in group_points.items())
            for group, group_points in project["entry-points"].items()
        ]
        (info / "entry_points.txt").write_text("\n".join(points), encoding="utf-8")
        self.known = [self.site, self.here / "src"]


@pytest.mark.parametrize("page", AUTHORS)
def test_what_an_author_does_gives_what_the_page_shows(page: str, tmp_path: Path) -> None:
    author = Author(tmp_path)
    text = (ROOT / page).read_text(encoding="utf-8")
    problems: list[str] = []
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(3)) + 1
        if block[2]:
            author.write(block[2], block[3])
            continue
        for command in commands(line, block[3]):
            output = author.run(command.words)
            if not matches(PASSED.sub("99 passed in 1.00s", command.expected), output):
                problems.append(f"{page}:{line}: {command.words}\n{output}")
    assert "" == "\n".join(problems)
