"""Waivers: what they take out, when they end, and what is wrong with a file of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from govdisclose.checking import (
    Checked,
    Example,
    WaiverError,
    check,
    find_rule,
    load_waivers,
    read_waivers,
    waive,
    waiver_for,
)
from govdisclose.checking.example import result_of

RULES = ["identities", "in-force-too-few"]
TEXT = """
[[waiver]]
organ = "示例市 示例局"
year = 2023
rule = "in-force-too-few"
path = "disclosure:documents/normative_documents:in_force"
said = {said}
expected = "2"
reason = "联合发文未计入"
by = "张某"
until = 2026-06-30
"""
TODAY = datetime.date(2026, 6, 30)


def checked(in_force: str = "1") -> Checked:
    row = "disclosure:documents/normative_documents"
    entries = {f"{row}:issued": "3", f"{row}:repealed": "1", f"{row}:in_force": in_force}
    return check(result_of(Example(entries=entries)), rules=[find_rule("in-force-too-few")])


def test_a_waiver_takes_its_assessment_out_of_all_counts() -> None:
    done = waive(checked(), read_waivers(TEXT.format(said='"1"'), RULES), today=TODAY)
    assert len(checked().broken) == 1
    assert done.checked.broken == ()
    assert done.unused == ()
    (waived,) = done.checked.waived
    assert (waived.waiver.reason, waived.waiver.by, waived.waiver.until) == (
        "联合发文未计入",
        "张某",
        "2026-06-30",
    )
    assert waived.assessment.value == 1


@pytest.mark.parametrize(
    ("said", "in_force", "today"),
    [("1", "0", TODAY), ('"7"', "1", TODAY), ("1", "1", datetime.date(2026, 7, 1))],
    ids=["the number changed", "another number", "past its day"],
)
def test_a_waiver_ends(said: str, in_force: str, today: datetime.date) -> None:
    done = waive(checked(in_force), read_waivers(TEXT.format(said=said), RULES), today=today)
    assert len(done.checked.broken) == 1
    assert [item.rule for item in done.unused] == ["in-force-too-few"]


def test_a_waiver_of_another_organ_is_not_unused() -> None:
    other = TEXT.format(said="1").replace("示例市 示例局", "示例县示例局")
    done = waive(checked(), read_waivers(other, RULES), today=TODAY)
    assert (len(done.checked.broken), done.unused) == (1, ())


def test_the_waiver_made_for_an_assessment_covers_it() -> None:
    found = checked()
    made = waiver_for(found, found.broken[0], "核实无误")
    assert waive(found, [made], today=TODAY).checked.broken == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[waiver]", "no TOML"),
        ("[waiver]\nx = 1", r"expected \[\[waiver\]\], each a table"),
        ("waivers = 1", "'waivers' is not known"),
        ("[[waiver]]\norgan = '示例局'", "waiver 1: 'year' is missing"),
        (TEXT.format(said="1").replace("2023", "'2023'"), "year is '2023', expected a whole number"),
        (TEXT.format(said="1").replace("in-force-too-few", "in-force"), "there is no rule 'in-force'"),
        (TEXT.format(said="1").replace("联合发文未计入", " "), "reason is empty"),
        (TEXT.format(said="1").replace("2026-06-30", "'soon'"), "until is 'soon', expected a date"),
        (TEXT.format(said="[1]"), r"said is \[1\], expected text"),
        (TEXT.format(said="1") + "note = 'x'", "'note' is not known; expected organ, year"),
    ],
)
def test_a_malformed_file_says_what_was_expected(text: str, words: str) -> None:
    with pytest.raises(WaiverError, match=words):
        read_waivers(text, RULES)


def test_a_file_names_itself(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text("[[waiver]", encoding="utf-8")
    with pytest.raises(WaiverError, match=r"w\.toml: no TOML"):
        load_waivers(path, RULES)
    path.write_bytes("机关".encode("gbk"))
    with pytest.raises(WaiverError, match=r"w\.toml: not UTF-8"):
        load_waivers(path, RULES)
