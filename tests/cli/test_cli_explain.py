"""``govdisclose explain``."""

from __future__ import annotations

from pathlib import Path

from cli_samples import put, report, run

from govdisclose.layouts import CN_2019


def explained(
    tmp_path: Path, content: bytes, *options: str, lang: str = "en_US.UTF-8"
) -> tuple[int, list[str]]:
    done = run("explain", put(tmp_path, "a.html", content), *options, lang=lang)
    return done.exit_code, done.stdout.splitlines()


def test_a_plain_report_says_where_everything_came_from(tmp_path: Path) -> None:
    status, lines = explained(tmp_path, report())
    assert status == 0
    for expected in (
        "  format      html  encoding utf-8",
        "  organ       示例市档案局   from the title",
        "▸ cn-2021     chosen",
        "              requests      32 of 32 lines match",
        "  table 2   28 × 10   rows 1–28    → requests: 38 of its labels stand there, 37 in no other table",
        "    4   received                    一、本年新收政府信息公开申请数量       0   0   0   0   0   0   0",
        "  requests-balance                           7               ·               ·",
        "  none: everything was plain",
    ):
        assert expected in lines


def test_an_alias_is_marked_where_it_stands_and_told_among_the_findings(tmp_path: Path) -> None:
    status, lines = explained(
        tmp_path, report(relabel={"行政规范性文件": "规范性文件"}), "--table", "disclosure"
    )
    assert status == 0
    row = next(text for text in lines if "normative_documents" in text)
    assert row == "    4 ≈ normative_documents  规范性文件             0         0         0"
    assert "  ≈ by an alias" in lines
    assert (
        '      the label "规范性文件" was taken for "行政规范性文件", of which it is a known alias' in lines
    )


def test_an_unknown_row_and_column_are_shown_with_what_they_hold(tmp_path: Path) -> None:
    content = report(
        {"requests:results/refused/state_secret:total": "7", "requests:carried_in:total": "详见附件"},
        relabel={"1.属于国家秘密": "1.属于商业秘密", "科研机构": "科研单位"},
    )
    status, lines = explained(tmp_path, content, "--table", "requests")
    assert status == 1
    for expected in (
        "  — C  legal_person/research        no such column",
        "  ✗ “法人或其他组织 / 科研单位”  none of the form’s columns",
        "    8 ✗ none of the form’s rows     …）不予公开 / 1.属于商业秘密    0   0   ?   0   0   0          7",
        "      — results/refused/state_secret                  no such row: 1.属于国家秘密",
    ):
        assert expected in lines
    assert any(text.startswith("    5 ! carried_in") and text.endswith(" “详见附件”") for text in lines)


def test_the_other_form_is_told_to_lack_its_labels(tmp_path: Path) -> None:
    _, lines = explained(tmp_path, report(layout=CN_2019))
    at = lines.index("▸ cn-2019     chosen")
    assert (
        "  cn-2021     not tried further: another form fits without a misfit, and these labels of this one"
        in lines
    )
    assert "              ✗ 本年制发件数" in lines[at:]


def test_an_undecided_form_names_both(tmp_path: Path) -> None:
    status, lines = explained(tmp_path, report(tables=["reviews"]))
    assert status == 1
    assert "  cn-2019     undecided: fits as well as another" in lines
    assert "  cn-2021     undecided: fits as well as another" in lines
    assert "    ✗ layout-undecided" in lines


def test_broken_sums_are_spelled_out_with_the_cell_that_explains_them(tmp_path: Path) -> None:
    _, lines = explained(tmp_path, report({"requests:received:total": "5"}), "--table", "requests")
    at = lines.index("What must add up")
    assert "  requests-row-total                        24               1               ·" in lines[at:]
    assert any(text.startswith("  ! one-cell-explains") for text in lines[at:])


def test_one_entry_is_explained(tmp_path: Path) -> None:
    status, lines = explained(
        tmp_path, report({"requests:received:total": "5"}), "--entry", "requests:received:total"
    )
    assert status == 0
    assert "  row           一、本年新收政府信息公开申请数量" in lines
    assert "  column        总计" in lines
    assert "  printed       “5”" in lines
    assert any(
        text.startswith("  must add up   requests-row-total ") and text.endswith("broken") for text in lines
    )


def test_the_whole_is_said_in_chinese(tmp_path: Path) -> None:
    _, lines = explained(tmp_path, report(), lang="zh_CN.UTF-8")
    for expected in ("文件", "▸ cn-2021     采用", "  机关        示例市档案局   取自标题", "勾稽关系"):
        assert expected in lines


def test_a_document_that_is_no_report_is_shown_as_it_begins(tmp_path: Path) -> None:
    done = run("explain", put(tmp_path, "a.txt", "今天天气晴朗。\n明天有雨。\n".encode()))
    assert done.exit_code == 3
    lines = done.stdout.splitlines()
    assert "  1   今天天气晴朗。" in lines
    assert "  cn-2021     tried" in lines
    assert "✗ NotAReportError: no table, " in done.stdout


def test_an_unreadable_file_is_its_typed_error(tmp_path: Path) -> None:
    done = run("explain", put(tmp_path, "a.html", b""))
    assert (
        done.exit_code,
        done.stdout.splitlines()[2],
    ) == (3, "✗ EmptyDocumentError: the file is empty: 0 bytes")


def test_wrong_names_are_usage_errors_that_say_what_there_is(tmp_path: Path) -> None:
    path = put(tmp_path, "a.html", report())
    done = run("explain", path, "--table", "reqests")
    assert done.exit_code == 2
    assert "no table 'reqests'; cn-2021 has disclosure, requests, reviews" in done.stderr
    done = run("explain", path, "--entry", "requests:received:sum")
    assert done.exit_code == 2
    assert "cn-2021 asks for no entry requests:received:sum" in done.stderr
    assert run("explain", str(tmp_path)).exit_code == 2


def test_hostile_labels_are_escaped(tmp_path: Path) -> None:
    content = report(relabel={"规章": "规\u202e章[/red]\u200b错"})
    status, lines = explained(tmp_path, content, "--table", "disclosure")
    assert status == 1
    assert any(r"规\u202e章[/red]\u200b错" in text for text in lines)
    assert not {"\u202e", "\u200b", "\x1b"} & set("".join(lines))


def test_no_line_is_wider_than_asked(tmp_path: Path) -> None:
    from govdisclose.explain.text import width

    content = report(relabel={"1.属于国家秘密": "1.属于商业秘密"})
    for columns in (80, 100):
        _, lines = explained(tmp_path, content, "--width", str(columns))
        assert [text for text in lines[1:] if width(text) > columns] == []
