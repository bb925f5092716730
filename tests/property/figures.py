"""How many noisy and damaged reports were read, and how: the figures behind the promise.

Run with ``poe thorough`` (``--count`` reports of each sort, from ``--first`` on; the same numbers give the same
reports). Every number of a report is drawn at random and made to add up. Noise should change no entry; one that is lost
to it has a finding. After a fault an entry must be the number printed under its headings, or have none, or be named by
a finding of weight. Whatever is not so is printed with the number of its report.
"""

from __future__ import annotations

import argparse
from collections import Counter
from random import Random

from govdisclose import parse_document
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.damage import DAMAGES
from govdisclose.testing.documents import Filled, filled
from govdisclose.testing.formats import FORMATS, MERGED
from govdisclose.testing.laws import differences, silently_wrong
from govdisclose.testing.noise import NOISES, applied
from govdisclose.testing.numbers import base_cells, completed
from govdisclose.testing.values import printed

LAYOUTS = (CN_2019, CN_2021)


def report(layout: Layout, random: Random) -> Filled:
    """A filled form whose numbers add up; they are large enough that two are seldom the same."""
    texts = {}
    for table in layout.tables:
        numbers = {cell: random.randrange(1, 30_000) for cell in base_cells(table)}
        texts[table.key] = printed(table, completed(table, numbers), random.randrange(6))
    return filled(layout, texts, year=random.randrange(2019, 2026))


def noisy(number: int, tried: Counter[str]) -> list[str]:
    """One report with up to three kinds of noise, through a format that keeps merged cells or none."""
    random = Random(f"noise {number}")
    form = report(LAYOUTS[number % 2], random)
    names = random.sample(sorted(NOISES), random.randrange(1, 4))
    tried.update(names)
    noise = [NOISES[name] for name in names]
    before = parse_document(form.document)
    result = parse_document(applied(form.document, form.layout, noise, number))
    found = differences(before, result, units=all(item.keeps_units for item in noise))
    known = {entry.path: entry.value for entry in before.entries}
    wrong = any(entry.value not in (None, known.get(entry.path)) for entry in result.entries)
    sort = "WRONG" if wrong else "lost"
    return [f"{sort}: noise {number} ({', '.join(names)}), {len(found)} entries: {found[0]}"] if found else []


def damaged(number: int, tried: Counter[str]) -> list[str]:
    """One report with one fault; every other one goes through one of the formats."""
    random = Random(f"damage {number}")
    form = report(LAYOUTS[number % 2], random)
    name = random.choice(sorted(DAMAGES))
    tried[name] += 1
    fault = DAMAGES[name](form, number)
    document, through = fault.document, "as drawn"
    if number % 4 > 1:
        through = random.choice(sorted(MERGED))
        document = FORMATS[through](document)
    found = silently_wrong(form, parse_document(document), fault.printed, merges=through == "as drawn")
    return [f"WRONG: damage {number} ({name}, {through}): {line}" for line in found[:1]]


def main() -> None:
    """Read the reports and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2_000, help="reports of each sort")
    parser.add_argument("--first", type=int, default=0, help="the number of the first report")
    options = parser.parse_args()
    for sort, kinds, read in (("noise", NOISES, noisy), ("damage", DAMAGES, damaged)):
        tried: Counter[str] = Counter()
        faults: list[str] = []
        for number in range(options.first, options.first + options.count):
            faults += read(number, tried)
        least = min(tried[name] for name in kinds)
        wrong = sum(line.startswith("WRONG") for line in faults)
        lost = f"; that lost entries: {len(faults) - wrong}" if sort == "noise" else ""
        print(
            f"{sort}: {options.count} reports, {sum(tried[name] > 0 for name in kinds)} of {len(kinds)} kinds, "
            f"each at least {least} times\n  with a wrong number that no finding names: {wrong}{lost}"
        )
        for line in faults:
            print(f"  {line}")


if __name__ == "__main__":
    main()
