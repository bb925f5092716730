"""How well prose is held against tables: alarms right, recall, coverage, basis right, false alarms.

Run with ``poe prose`` (``--count`` reports, from ``--first`` on; the same numbers give the same reports). Each report
is drawn with sentences that tell of its tables and others that do not, and is checked as drawn and with one entry of
the tables altered. ``--held-out`` takes the sentences that the rule was not developed with, ``--show`` prints what is
wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter

from govdisclose.checking.assessment import Assessment, Outcome
from govdisclose.checking.case import Case
from govdisclose.checking.rules.prose import PROSE_AGAINST_TABLE
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.parsing import parse_document
from govdisclose.testing.sentences import HELD_OUT, TEMPLATES, Said, Telling, altered, report

LAYOUTS = (CN_2021, CN_2021, CN_2019)


def assessments(telling: Telling) -> list[Assessment]:
    """What the rule says of a report."""
    case = Case(parse_document(telling.document, layouts=[telling.layout]))
    return list(PROSE_AGAINST_TABLE.run(case))


def at(said: Said, found: list[Assessment]) -> Assessment | None:
    """The assessment of a number, if there is one."""
    end = said.start + len(said.text)
    for item in found:
        start, text = item.start or 0, item.text or ""
        if item.section == said.section and start < end and start + len(text) > said.start:
            return item
    return None


def measure(telling: Telling, change: str, counts: Counter[object], show: bool) -> None:
    """Count how the numbers of a report fare; with a change, those that tell of the changed entry disagree."""
    found = assessments(telling)
    kind = "altered" if change else "untouched"
    known: list[Assessment] = []
    for said in telling.said:
        item = at(said, found)
        known += [item] if item is not None else []
        broken = item is not None and item.outcome is Outcome.BROKEN
        disagrees = bool(said.meanings) and not telling.agrees(said)
        counts[kind, "numbers"] += 1
        if said.meanings and not change:
            counts["about"] += 1
            covered = item is not None and bool(item.bases)
            counts["covered"] += covered
            if not covered:
                tell(show, "MISSED", telling, said, item)
            if item is not None and item.outcome is Outcome.HOLDS:
                counts["holds"] += 1
                right = set(item.bases[0].paths) in [set(telling.paths(meaning)) for meaning in said.meanings]
                right = right or said.share
                counts["basis right"] += right
                if not right:
                    tell(show, "BASIS", telling, said, item)
        counts[kind, "disagree"] += disagrees
        counts[kind, "broken"] += broken
        counts[kind, "right"] += broken and disagrees
        if broken and not disagrees:
            tell(show, "FALSE", telling, said, item)
        if disagrees and not broken:
            tell(show, "UNSEEN", telling, said, item)
    for item in found:
        if item.outcome is Outcome.BROKEN and item not in known:
            counts[kind, "broken"] += 1
            if show:
                print(f"FALSE elsewhere: {item.said} | {item.text}")


def tell(show: bool, what: str, telling: Telling, said: Said, item: Assessment | None) -> None:
    """Print one number that did not fare well."""
    if show:
        text = telling.prose[said.section]
        line = text[max(0, said.start - 45) : said.start + len(said.text) + 25].replace("\n", "/")
        got = (
            f"{item.outcome} {[(basis.words, str(basis.value)) for basis in item.bases]} {item.reason}"
            if item
            else "nothing"
        )
        print(f"{what} {telling.organ} {telling.year}: …{line}… | {said.text} {said.meanings} | {got}")


def share(part: int, whole: int) -> str:
    """In hundredths."""
    return f"{100 * part / whole:.1f} % ({part} of {whole})" if whole else "none"


def main() -> None:
    """Draw the reports and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500, help="reports")
    parser.add_argument("--first", type=int, default=0, help="the number of the first report")
    parser.add_argument("--held-out", action="store_true", help="only sentences not developed with")
    parser.add_argument("--all", action="store_true", help="all sentences")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    templates = TEMPLATES + HELD_OUT if options.all else HELD_OUT if options.held_out else TEMPLATES
    counts: Counter[object] = Counter()
    for number in range(options.first, options.first + options.count):
        telling = report(number, LAYOUTS[number % len(LAYOUTS)], templates)
        measure(telling, "", counts, options.show)
        other, path = altered(telling, number)
        if path:
            measure(other, path, counts, options.show)
    print(f"{options.count} reports, {len(templates)} sentences")
    print(
        f"false alarms, untouched: {counts['untouched', 'broken']} in {counts['untouched', 'numbers']} numbers"
    )
    print(
        f"alarms right, one entry altered: {share(counts['altered', 'right'], counts['altered', 'broken'])}"
    )
    print(f"recall: {share(counts['altered', 'right'], counts['altered', 'disagree'])}")
    print(f"coverage: {share(counts['covered'], counts['about'])}")
    print(f"basis right: {share(counts['basis right'], counts['holds'])}")


if __name__ == "__main__":
    main()
