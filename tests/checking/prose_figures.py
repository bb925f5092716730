"""How well prose is held against tables: the figures in the documentation.

Run with ``poe prose`` (``--count`` reports, from ``--first`` on; the same numbers give the same reports). Each report is
drawn with a form filled at random and sentences about some of its numbers, beside sentences about other things. It is
checked as drawn, where nothing may be called wrong, and with one entry of its tables altered that the prose tells of.
``--held-out`` draws from the sentences that were kept apart while the rules were made. Each mistake is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter

from govdisclose import parse_document
from govdisclose.checking import Assessment, Outcome, check, find_rule
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.sentences import HELD_OUT, TEMPLATES, Telling, altered, report

RULE = find_rule("prose-against-table")


def assessed(telling: Telling) -> dict[tuple[str, int], Assessment]:
    """By section and offset, what was said of each number."""
    checked = check(parse_document(telling.document, layouts=[telling.layout]), rules=[RULE])
    return {(item.section or "", item.start or 0): item for item in checked.assessments}


def judge(telling: Telling, counts: Counter[str]) -> list[str]:
    """Count what became of each number of a report; the mistakes in words."""
    mistakes: list[str] = []
    found = assessed(telling)
    for said in telling.said:
        item = found.pop((said.section, said.start), None)
        outcome = item.outcome if item is not None else Outcome.NOT_ASKED
        counts["numbers"] += 1
        if not said.meanings:
            counts["others"] += 1
            if outcome is Outcome.BROKEN:
                counts["alarms on others"] += 1
                mistakes.append(_words("ALARM", telling, said.section, said.start, said.text))
            continue
        counts["about"] += 1
        if item is not None and item.bases:
            counts["covered"] += 1
            meant = {tuple(sorted(telling.paths(meaning))) for meaning in said.meanings}
            counts["basis right"] += any(tuple(sorted(basis.paths)) in meant for basis in item.bases)
        agrees = telling.agrees(said)
        if not agrees:
            counts["disagreeing"] += 1
            counts["recalled"] += outcome is Outcome.BROKEN
        if outcome is Outcome.BROKEN:
            counts["broken"] += 1
            counts["broken and right"] += not agrees
            if agrees:
                mistakes.append(_words("WRONG", telling, said.section, said.start, said.text))
    for (section, start), item in found.items():
        if item.outcome is Outcome.BROKEN:
            counts["alarms on others"] += 1
            mistakes.append(_words("ALARM", telling, section, start, item.text or ""))
    return mistakes


def _words(kind: str, telling: Telling, section: str, start: int, text: str) -> str:
    prose = telling.prose[section]
    return f"{kind}: {prose[max(0, start - 30) : start]}[{text}]{prose[start + len(text) : start + 30]}"


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    templates = HELD_OUT if options.held_out else TEMPLATES
    plain: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    mistakes: list[str] = []
    for number in range(options.first, options.first + options.count):
        telling = report(number, (CN_2021, CN_2021, CN_2019)[number % 3], templates)
        mistakes += judge(telling, plain)
        other, path = altered(telling, number)
        if path:
            mistakes += judge(other, changed)
    alarms = plain["broken"] + plain["alarms on others"]
    print(f"as drawn: {plain['numbers']:,} numbers, {alarms} false alarms")
    print(
        f"  about the tables {plain['about']:,}, of these with a basis {share(plain['covered'], plain['about'])},"
    )
    print(f"  basis right {share(plain['basis right'], plain['covered'])}")
    right = changed["broken and right"]
    called = changed["broken"] + changed["alarms on others"]
    print(f"one entry altered: {changed['disagreeing']:,} numbers disagree, {called:,} called wrong")
    print(
        f"  alarms right {share(right, called)}, recall {share(changed['recalled'], changed['disagreeing'])}"
    )
    for text in dict.fromkeys(mistakes):
        print(text.replace("\n", "⏎"))


if __name__ == "__main__":
    main()
