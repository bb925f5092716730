"""A county and its departments, drawn: numbers of each that add up, and the county's that are their sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from govdisclose.checking.example import result_of
from govdisclose.checking.rule import Example
from govdisclose.result import Result

COUNTY = "示例县人民政府"
ROWS = (
    "received",
    "carried_in",
    "results/granted",
    "results/unavailable/not_held",
    "results/total",
    "carried_out",
)
_NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃列张寒来暑往"
DEPARTMENTS = tuple(f"示例县{name}局" for name in _NAMES[:40])

Numbers = dict[str, int]


def department(number: int, year: int) -> Numbers:
    """A department's numbers, not 0. It carries out what it carries in next year."""
    carried_in, carried_out = _carried(number, year), _carried(number, year + 1)
    numbers: Numbers = Counter()
    for column, received in (
        ("natural_person", 7 + number % 13),
        ("legal_person/commercial", 3 + number % 5),
    ):
        before, after = carried_in[column], carried_out[column]
        done = received + before - after
        granted = done - 1
        values = (received, before, granted, 1, done, after)
        for row, value in zip(ROWS, values, strict=True):
            numbers[f"requests:{row}:{column}"] = value
            numbers[f"requests:{row}:total"] += value
    documents = "disclosure:documents/normative_documents"
    numbers[f"{documents}:issued"] = number % 3
    numbers[f"{documents}:in_force"] = 5 + (year - 2022) * (number % 3)
    numbers["disclosure:enforcement/penalties:decisions"] = 20 + number
    return dict(numbers)


def _carried(number: int, year: int) -> Numbers:
    return {"natural_person": 1 + (number + year) % 3, "legal_person/commercial": (number + year) % 2}


def added(all_numbers: Sequence[Mapping[str, int]]) -> Numbers:
    """The sums of numbers, path by path."""
    total: Counter[str] = Counter()
    for numbers in all_numbers:
        total.update(numbers)
    return dict(total)


def report(
    organ: str,
    numbers: Mapping[str, int | str],
    year: int = 2023,
    layout: str = "cn-2021",
    prose: Mapping[str, str] | None = None,
) -> Result:
    """A report that prints these numbers, and 0 in every other cell."""
    entries = {path: str(value) for path, value in numbers.items()}
    return result_of(Example(organ=organ, year=year, layout=layout, entries=entries, prose=prose or {}))


def on_old_form(numbers: Mapping[str, int]) -> Numbers:
    """Those of the numbers that the form of 2019 asks as well."""
    return {path: value for path, value in numbers.items() if path.startswith("requests:")}
