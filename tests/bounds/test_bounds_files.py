"""Paths that name no file, and files that are longer than they say: an ``OSError`` or a ``LimitError`` at once."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import govdisclose
from form_samples import filled
from govdisclose.errors import LimitError
from govdisclose.files import read_file
from govdisclose.limits import Limits
from govdisclose.writers import html

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")

REPORT = html.write(filled())


def make(kind: str, folder: Path) -> Path:
    """A path that ends in .html and is no file."""
    path = folder / "a.html"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to a pipe":
        os.mkfifo(folder / "pipe")
        path.symlink_to(folder / "pipe")
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "socket":
        here = os.open(".", os.O_RDONLY)
        os.chdir(folder)  # the name of a socket may not be long
        try:
            socket.socket(socket.AF_UNIX).bind("a.html")
        finally:
            os.chdir(here)
            os.close(here)
    else:
        path.symlink_to(folder / "nothing")
    return path


KINDS = ["pipe", "link to a pipe", "device", "socket", "link to nothing"]


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-m", "govdisclose", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"},
    )


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_an_error_of_the_system(kind: str, tmp_path: Path) -> None:
    path = make(kind, tmp_path)
    for source in (path, str(path)):
        with pytest.raises(OSError, match=r"not a regular file|No such file"):
            govdisclose.parse(source)
    with pytest.raises(OSError, match=r"not a regular file|No such file"):
        govdisclose.read(path)


def test_a_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        govdisclose.parse(tmp_path)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_has_a_row_in_the_run_of_a_folder(kind: str, tmp_path: Path) -> None:
    make(kind, tmp_path)
    (tmp_path / "b.html").write_bytes(REPORT)
    done = command("parse", str(tmp_path), "--to", "jsonl")
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    row = next(line for line in done.stderr.splitlines() if "a.html" in line)
    assert "not a regular file" in row or "No such file" in row
    assert "2 files: 1 clean, 0 with warnings, 0 with errors, 1 not read" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("parse",), ("explain",), ("render", "-o", "form.docx")], ids=lambda item: str(item[0])
)
def test_a_command_on_a_pipe_ends_at_once(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = make("pipe", tmp_path)
    name, *rest = arguments
    options = [str(tmp_path / part) if part.endswith(".docx") else part for part in rest]
    done = command(name, str(path), *options)
    assert done.returncode == 3
    assert "not a regular file" in done.stdout + done.stderr


def test_no_more_is_read_than_is_allowed_whatever_the_size_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"x" * 3_000_000)
    honest = os.fstat

    def small(number: int) -> os.stat_result:
        fields = list(honest(number))
        fields[6] = 10  # the size, as of a file that has grown since
        return os.stat_result(fields)

    monkeypatch.setattr(os, "fstat", small)
    with pytest.raises(LimitError, match=r"limit bytes is 1\.5e\+06, found 1500001 in a\.html"):
        read_file(path, Limits(bytes=1_500_000))
    assert len(read_file(path, Limits(bytes=3_000_000))) == 3_000_000


def test_an_export_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.json"
    path.write_bytes(b" " * 20_000_001)
    done = command("render", str(path), "-o", str(tmp_path / "form.docx"))
    assert done.returncode == 3
    assert "LimitError: limit bytes is 2e+07" in done.stderr
    path.write_text(json.dumps([[]] * 3_000_000), encoding="utf-8")
    done = command("render", str(path), "-o", str(tmp_path / "form.docx"))
    assert done.returncode == 3
    assert "ExportError: the export: expected an export of at most 2000000 values" in done.stderr
