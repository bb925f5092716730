"""``govdisclose parse``."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest
from cli_samples import put, report, run

BALANCED = {"requests:received:natural_person": "1", "requests:received:total": "1"}
UNKNOWN_ROW = {"1.属于国家秘密": "1.属于商业秘密"}


def test_a_clean_report_is_one_line_and_status_0(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", report())
    done = run("parse", path)
    assert (
        "  organ                      year  form       read error warn info  file\n"
        f"✓ 示例市档案局               2022  cn-2021 200/200     ·    ·    ·  {path}\n"
        "  not checked: prose against tables, last year, departments; govdisclose check does\n"
    ) == done.stdout
    assert (done.exit_code, done.stderr) == (0, "")


def test_errors_are_shown_under_the_line_and_status_is_1(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", report(relabel=UNKNOWN_ROW))
    done = run("parse", path)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert f"✗ 示例市档案局               2022  cn-2021 193/200     2    ·    ·  {path}" == lines[1]
    assert "    ✗ row-missing  requests:results/refused/state_secret" in lines
    assert '      no row is labelled "1.属于国家秘密"' in lines


def test_quiet_shows_only_the_line_and_findings_shows_all(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", report(BALANCED, relabel=UNKNOWN_ROW))
    assert len(run("parse", "-q", path).stdout.splitlines()) == 2
    assert "balance-broken" not in run("parse", path).stdout
    assert "! balance-broken" in run("parse", "--findings", path).stdout


def test_a_folder_is_read_in_order_and_an_unreadable_file_does_not_end_the_run(tmp_path: Path) -> None:
    put(tmp_path, "b.html", report())
    put(tmp_path, "a.rtf", b"{\\rtf1")
    put(tmp_path, "c/d.html", report(relabel=UNKNOWN_ROW))
    put(tmp_path, ".hidden.html", b"")
    put(tmp_path, "~$b.docx", b"")
    put(tmp_path, "notes.ini", b"")
    os.symlink(tmp_path, tmp_path / "c" / "loop")
    done = run("parse", "-q", str(tmp_path))
    assert done.exit_code == 3
    assert [
        f"✗ {tmp_path}/a.rtf  EmptyDocumentError: the document holds no text; if it shows any, that is a picture",
        "  organ                      year  form       read error warn info  file",
        f"✓ 示例市档案局               2022  cn-2021 200/200     ·    ·    ·  {tmp_path}/b.html",
        f"✗ 示例市档案局               2022  cn-2021 193/200     2    ·    ·  {tmp_path}/c/d.html",
        "3 files: 1 clean, 0 with warnings, 1 with errors, 1 not read",
        "  1 file of other kinds passed over: .ini 1",
    ] == done.stdout.splitlines()


def test_messages_are_chinese_where_the_environment_is(tmp_path: Path) -> None:
    put(tmp_path, "a.html", report(relabel=UNKNOWN_ROW))
    put(tmp_path, "b.txt", "今天天气晴朗。\n".encode())
    done = run("parse", str(tmp_path), lang="zh_CN.UTF-8")
    lines = done.stdout.splitlines()
    assert lines[0] == "  机关                       年度  格式     已读取  错误 警告 提示  文件"
    assert "      没有标题为“1.属于国家秘密”的行" in lines
    assert f"✗ {tmp_path}/b.txt  不是年度报告（NotAReportError）：" in done.stdout
    assert lines[-1] == "共2个文件：0个正常，0个有警告，1个有错误，1个无法读取"
    assert "1 with errors" in run("parse", "--lang", "en", str(tmp_path), lang="zh_CN.UTF-8").stdout


def test_without_o_the_data_go_to_stdout_and_the_lines_to_stderr(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", report())
    done = run("parse", "--to", "json", path)
    data = json.loads(done.stdout)
    assert (path, "示例市档案局") == (data["source"], data["report"]["organ"])
    assert done.stderr.startswith("  organ ")


def test_json_of_a_folder_is_an_array_whatever_is_in_it(tmp_path: Path) -> None:
    assert run("parse", "--to", "json", put(tmp_path, "a.pdf", b"%PDF")).exit_code == 3
    assert json.loads(run("parse", "--to", "json", str(tmp_path)).stdout) == []
    put(tmp_path, "b.html", report())
    put(tmp_path, "c.html", report(organ="示例县民政局"))
    data = json.loads(run("parse", "--to", "json", str(tmp_path)).stdout)
    assert [item["report"]["organ"] for item in data] == ["示例市档案局", "示例县民政局"]


def test_jsonl_is_a_line_a_report(tmp_path: Path) -> None:
    put(tmp_path, "a.html", report())
    put(tmp_path, "b.html", report())
    out = str(tmp_path / "out.jsonl")
    done = run("parse", str(tmp_path), "-o", out)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = Path(out).read_text("utf-8").splitlines()
    assert [f"{tmp_path}/a.html", f"{tmp_path}/b.html"] == [json.loads(text)["source"] for text in lines]


def test_csv_has_one_head_over_all_files_and_jobs_do_not_change_it(tmp_path: Path) -> None:
    for name in "abc":
        put(tmp_path, f"in/{name}.html", report(BALANCED))
    out = tmp_path / "out.csv"
    run("parse", str(tmp_path / "in"), "--to", "csv", "-o", str(out), "-q")
    one = out.read_bytes()
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (600, {"0", "1"}) == (len(rows), {row["value"] for row in rows})
    done = run("parse", str(tmp_path / "in"), "--to", "csv", "-o", str(out), "-q", "-j", "2")
    assert (0, one) == (done.exit_code, out.read_bytes())
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_excel_gets_a_byte_order_mark_once(tmp_path: Path) -> None:
    put(tmp_path, "a.html", report())
    put(tmp_path, "b.html", report())
    data = run("parse", "--excel", str(tmp_path)).stdout_bytes
    assert data.startswith(b"\xef\xbb\xbfsource,organ,year,")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.count(b"\r\n") == 401


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.html"], "'none.html' does not exist; give files or folders"),
        (["."], "no file to read in '.'"),
        (["a.dat", "--findings", "-q"], "--findings and --quiet contradict each other"),
        (["a.dat", "-o", "x.xls"], "its name does not tell the format"),
        (["a.dat", "--to", "json", "--excel"], "--excel is for CSV, not for json"),
        (["a.dat", "--to", "csv", "-o", "a.dat"], "is one of the files to read; give another name"),
        (["a.dat", "--to", "csv", "-o", "no/x.csv"], "does not exist; make it first"),
        (["a.dat", "--limit", "row=3"], "no limit 'row'; there are bytes, "),
        (["a.dat", "--limit", "rows=-3"], "expected a whole number from 1, as rows=50000"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.dat", report())
    done = run("parse", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert report() == (tmp_path / "a.dat").read_bytes()


def test_a_limit_is_named_as_the_command_line_raises_it(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", report())
    done = run("parse", "--limit", "rows=5", path)
    assert done.exit_code == 3
    assert "LimitError: limit rows is 5, found " in done.stdout
    assert done.stdout.endswith("; on the command line: --limit rows=…\n")


def test_a_hostile_name_reaches_the_terminal_escaped(tmp_path: Path) -> None:
    path = put(
        tmp_path, "[bold]\x1b[31m\u202egpj.html", report(organ="示例市[red]档案局", relabel=UNKNOWN_ROW)
    )
    done = run("parse", path)
    assert r"/[bold]\x1b[31m\u202egpj.html" in done.stdout
    assert "✗ 示例市[red]档案局 " in done.stdout
    assert not {"\x1b", "\u202e"} & set(done.stdout)


def test_a_file_name_that_is_no_text_is_written_out(tmp_path: Path) -> None:
    path = put(tmp_path, os.fsdecode(b"\xff.html"), report())
    data = json.loads(run("parse", "--to", "json", path).stdout)
    assert f"{tmp_path}/\\udcff.html" == data["source"]


def test_a_broken_link_is_unreadable_and_says_why(tmp_path: Path) -> None:
    os.symlink(tmp_path / "gone", tmp_path / "a.html")
    done = run("parse", str(tmp_path))
    assert (3, f"✗ {tmp_path}/a.html  FileNotFoundError: No such file or directory\n") == (
        done.exit_code,
        done.stdout,
    )


def test_files_of_folders_that_are_passed_over_are_counted_by_suffix(tmp_path: Path) -> None:
    put(tmp_path, "a.html", report())
    for name in ("b.rar", "c.RAR", "d.css", "e", ".hidden.rar", "~$f.zip"):
        (tmp_path / name).write_bytes(b"")
    assert (
        "  4 files of other kinds passed over: .rar 2, none 1, .css 1 (unpack archives first)\n"
        in run("parse", str(tmp_path)).stdout
    )
    assert "  另有4个其他类型的文件未读取：.rar 2、无后缀 1、.css 1（压缩包请先解压）\n" in (
        run("parse", str(tmp_path), "--lang", "zh").stdout
    )
    assert "4 files of other kinds" in run("check", str(tmp_path), "-q").stdout
