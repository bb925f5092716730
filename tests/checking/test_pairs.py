"""Reports of two folders, paired by organ and year."""

from __future__ import annotations

from attrs import evolve
from county import report

from govdisclose.checking.pairs import Paired, pair_years


def short(paired: Paired) -> tuple[list[tuple[str, str]], list[tuple[str, ...]], list[tuple[str, bool, str]]]:
    return (
        [(pair.before_source, pair.source) for pair in paired.pairs],
        [item.sources for item in paired.duplicates],
        [(item.source, item.before, item.reason) for item in paired.unpaired],
    )


def test_what_belongs_together_and_what_has_no_other_half() -> None:
    before = [
        ("a22", report("示例县甲局", {}, 2022)),
        ("b22", report("示例县乙局", {}, 2022)),
        ("b22x", report("示例县乙局", {}, 2022)),
        ("c20", report("示例县丙局", {}, 2020)),
        ("d22", report("示例县丁局", {}, 2022)),
    ]
    nameless = report("示例县甲局", {}, 2023)
    after = [
        ("a23", report("示例县 甲局", {}, 2023)),
        ("b23", report("示例县乙局", {}, 2023)),
        ("c23", report("示例县丙局", {}, 2023)),
        ("e23", report("示例县戊局", {}, 2023)),
        ("n", evolve(nameless, report=evolve(nameless.report, organ=None))),
        ("y", evolve(nameless, report=evolve(nameless.report, year=None))),
    ]
    assert short(pair_years(before, after)) == (
        [("a22", "a23")],
        [("b22", "b22x")],
        [
            ("n", False, "organ-unknown"),
            ("y", False, "year-unknown"),
            ("b23", False, "duplicate"),
            ("c23", False, "years-apart"),
            ("e23", False, "no-year-before"),
            ("c20", True, "years-apart"),
            ("d22", True, "no-year-after"),
        ],
    )


def test_renamed_organs_are_paired_and_merged_ones_are_told() -> None:
    before = [
        ("old", report("示例县老局", {}, 2022)),
        ("a", report("示例县甲局", {}, 2022)),
        ("b", report("示例县乙局", {}, 2022)),
    ]
    after = [("new", report("示例县新局", {}, 2023)), ("m", report("示例县合局", {}, 2023))]
    renamed = {"示例县老局": "示例县新局", "示例县甲局": "示例县合局", "示例县乙局": "示例县合局"}
    assert short(pair_years(before, after, renamed=renamed)) == (
        [("old", "new")],
        [],
        [("m", False, "organ-merged"), ("a", True, "organ-merged"), ("b", True, "organ-merged")],
    )


def test_a_report_that_stands_twice_leaves_last_years_alone() -> None:
    before = [("a22", report("示例县甲局", {}, 2022))]
    after = [("a23", report("示例县甲局", {}, 2023)), ("a23x", report("示例县甲局", {}, 2023))]
    assert short(pair_years(before, after)) == ([], [("a23", "a23x")], [("a22", True, "duplicate")])


def test_folders_of_several_years_are_paired_year_by_year() -> None:
    every = [(str(year), report("示例县甲局", {}, year)) for year in (2021, 2022, 2023)]
    found = short(pair_years(every, every))
    assert found[0] == [("2021", "2022"), ("2022", "2023")]
