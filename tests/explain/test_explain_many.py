"""Explanations of documents that hold far too much: what is left out is counted."""

from __future__ import annotations

from govdisclose.explain import explain, to_text
from govdisclose.parsing import parse

HEAD = "<h1>示例市档案局2023年政府信息公开工作年度报告</h1>"
TABLE = "<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>1<td>2<td>3"


def explained(page: str) -> str:
    return to_text(explain(parse(page.encode())))


def test_a_hundred_rows_that_the_form_does_not_have_are_drawn_and_the_rest_counted() -> None:
    rows = "".join(f"<tr><td>未知事项{row}<td>1<td>2<td>3" for row in range(130))
    text = explained(f"{HEAD}{TABLE}{rows}</table>")
    assert text.count("✗ none of") == 100
    assert "✗ and 30 more" in text


def test_two_hundred_tables_are_told_of_and_the_rest_counted() -> None:
    text = explained(f"{HEAD}{TABLE}</table>{'<table><tr><td>甲<td>乙</table>' * 259}")
    assert text.count("not taken: no label of the form in it") == 199
    assert "and 60 more" in text


def test_twenty_places_of_a_table_are_named_and_the_rest_counted() -> None:
    text = " ".join(explained(f"{HEAD}{f'{TABLE}</table><p>又' * 30}").split())
    assert "table 20 rows 1–2 and 10 more" in text


def test_a_label_as_long_as_a_page_comes_with_no_edit() -> None:
    text = explained(f"{HEAD}{TABLE}<tr><td>{'行政规范性文件' * 20}<td>1<td>2<td>3</table>")
    assert ".alias(" not in text


def test_findings_that_are_not_listed_are_counted_in_the_heading() -> None:
    rows = "".join(f"<tr><td>未知事项{row}<td>1<td>2<td>3" for row in range(250))
    result = parse(f"{HEAD}{TABLE}{rows}</table>".encode())
    assert f"error {result.counts()['error']}\n" in to_text(explain(result))  # type: ignore[index]
