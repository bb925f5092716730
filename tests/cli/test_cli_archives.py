"""Archives and what cannot be read, on the command line."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from cli_samples import put, report, run


def archive(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return file.getvalue()


def test_the_command_reads_an_archive_as_a_folder(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "b.zip",
        archive({"b/2.html": report(), "a.html": report(), "logo.bmp": b"BM", ".x/1.html": report()}),
    )
    done = run("parse", "-q", path)
    assert [line.rpartition("  ")[2] for line in done.stdout.splitlines()[1:3]] == [
        f"{path}/a.html",
        f"{path}/b/2.html",
    ]
    assert "1 file of other kinds passed over: .bmp 1 (pictures need text recognition first)" in done.stdout
    assert run("parse", f"{path}/a.html").exit_code == 0
    assert run("parse", f"{path}/c.html").exit_code == 3


def test_the_command_says_in_chinese_what_to_do(tmp_path: Path) -> None:
    for name, content, advice in (
        ("a.rar", b"Rar!\x1a\x07\x01\x00", "请先解压"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "图片需先做文字识别"),
        ("a.zip", archive({"a.png": b"\x89PNG\r\n\x1a\n"}), "请指明要读取的文件"),
    ):
        done = run("parse", "--lang", "zh", put(tmp_path, name, content))
        assert (done.exit_code, advice in done.stdout) == (3, True), name
