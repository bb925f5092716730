"""What the documentation shows is what happens: its Python and its commands are run, its output compared as it stands.

A line of only ``…`` in the output of a command stands for lines that were left out. Commands other than
``govdisclose`` are not run here but by ``.ci/run``, which must hold them.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

ROOT = Path(__file__).parents[2]
AUTHORS = ["docs/tutorial/province-form.md", "docs/tutorial/new-format.md"]  # see test_docs_tutorials
PAGES = [
    "README.md",
    "README.zh.md",
    *sorted(
        page
        for path in (ROOT / "docs").glob("[a-z]*/*.md")
        if (page := path.relative_to(ROOT).as_posix()) not in AUTHORS
    ),
]
BLOCK = re.compile(r"^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SETUP = re.compile(r"python3 -m pip install|pytest|poe|pre-commit")


@frozen
class Command:
    """A command as shown, and the output shown for it."""

    line: int
    words: str
    expected: str


def blocks(page: str) -> Iterator[tuple[int, str, str]]:
    """Each block with its line and language, in the order of the page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        yield text.count("\n", 0, match.start(2)) + 1, match[1], match[2]


def commands_of(page: str) -> list[Command]:
    return [
        command
        for line, language, block in blocks(page)
        if language == "console"
        for command in commands(line, block)
    ]


def commands(line: int, block: str) -> Iterator[Command]:
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    assert parts[0] == "", f"the block at line {line} begins with no command"
    for words, expected in zip(parts[1::2], parts[2::2], strict=True):
        yield Command(line, words, expected)


class Session:
    """What the blocks of one page share: the names of Python, and the exit status of the last command."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.names: dict[str, object] = {}
        self.status = 0
        self.problems: list[str] = []

    def python(self, line: int, block: str) -> None:
        test = doctest.DocTestParser().get_doctest(block, self.names, self.page, self.page, line - 1)
        assert test.examples, f"{self.page}:{line} has no prompt >>>"
        doctest.DocTestRunner(verbose=False).run(test, out=self.problems.append, clear_globs=False)
        self.names = test.globs

    def console(self, line: int, block: str) -> None:
        for command in commands(line, block):
            words = command.words.split(" && ")[-1]
            if words == "echo $?":
                output = f"{self.status}\n"
            elif words.startswith("govdisclose "):
                output, self.status = run(words)
            else:
                assert SETUP.match(words), f"{self.page}:{line}: {words} is not run by any test"
                continue
            if not matches(command.expected, output):
                self.problems.append(f"{self.page}:{line}: {words}\n{output}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where the examples are, and where files may be written."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_shows_is_what_happens(page: str, folder: Path) -> None:
    session = Session(page)
    for line, language, block in blocks(page):
        (session.python if language == "python" else session.console)(line, block)
    assert "" == "\n".join(session.problems)


def run(words: str) -> tuple[str, int]:
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LANG")}
    done = subprocess.run(  # noqa: S603 - the words are our own
        [sys.executable, "-m", *shlex.split(words)],
        env=environment | {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8"), done.returncode


def matches(expected: str, output: str) -> bool:
    """Whether the output is what is expected; white space at the end of a line and blank lines at the end do not count."""
    pieces = [re.escape(piece) for piece in re.split(r"^…\n", stripped(expected), flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(pieces), stripped(output)) is not None


def stripped(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).rstrip("\n") + "\n"


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_the_commands_that_set_up_are_run_by_the_checks(page: str) -> None:
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    shown = [part for command in commands_of(page) for part in command.words.split(" && ")]
    setup = [part for part in shown if SETUP.match(part) and not part.startswith("pre-commit")]
    assert [] == [part for part in setup if not runs(checks, part)]


def test_both_readmes_show_the_same_commands_and_code() -> None:
    english, chinese = (
        [command.words.removesuffix(" --lang zh") for command in commands_of(page)]
        + [
            re.sub(r'"zh"|^(?!>>>|\.\.\.).*\n', "", block, flags=re.M)
            for _, language, block in blocks(page)
            if language == "python"
        ]
        for page in ("README.md", "README.zh.md")
    )
    assert english == chinese


def runs(checks: str, part: str) -> bool:
    return (
        re.search(
            rf"^ *(?:read_examples )?{re.escape(part).replace('install', 'install(?: -q)?', 1)}$",
            checks,
            re.M,
        )
        is not None
    )


def test_a_shortened_output_matches_only_what_is_left() -> None:
    assert matches("a\n…\nd\n", "a\nb\nc\nd\n")
    assert not matches("a\n…\nd\n", "a\nb\nc\n")
    assert not matches("a\nc\n", "a\nb\nc\n")
