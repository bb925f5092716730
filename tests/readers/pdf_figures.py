"""How many entries of printed reports were read right: the figures behind what is said of PDF.

Run with ``poe pdf`` (``--count`` reports for each producer, from ``--first`` on; the same numbers give the same
reports). LibreOffice and Chromium print them, as far as they are installed, and both backends read them. An entry is
exact, or flagged (it has no value, and findings say why), or wrong; each wrong one is printed with its document, and so
is each document in which the backends differ. The command fails if there is one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import define, evolve, field
from pdf_dress import dress, dressed_docx, dressed_html
from pdf_producers import (
    CHROMIUM,
    RULES,
    SOFFICE,
    Shape,
    by_chromium,
    by_soffice,
    docx,
    docx_with,
    html,
    html_with,
    narrow_shape,
    shape,
)
from pdf_samples import BACKENDS, read

import govdisclose
from govdisclose.grammar.values import State
from govdisclose.result import Result

__all__ = ["FLAGGED", "main", "outcomes", "printed_by", "some_rules"]

FLAGGED = {State.TEXT, State.UNREADABLE, State.MISSING}
BATCH = 20  # documents that one run of a producer prints


@define
class Figures:
    """What one backend made of the documents of one producer."""

    entries: Counter[str] = field(factory=Counter)
    whole: int = 0
    documents: int = 0

    def add(self, found: Counter[str]) -> None:
        self.documents += 1
        self.whole += not (found["flagged"] or found["wrong"])
        self.entries += found


def expected(value: str) -> tuple[State, int | None]:
    """The state and the value of a text that was drawn."""
    if not value:
        return State.BLANK, None
    return (State.NOT_APPLICABLE, None) if value == "/" else (State.NUMBER, int(value))


def outcomes(item: Shape, result: Result) -> tuple[Counter[str], list[str]]:
    """How many entries are exact, flagged and wrong, and the wrong ones in words."""
    found = {(entry.table, entry.row, entry.column): entry for entry in result.entries}
    counts: Counter[str] = Counter()
    wrong = []
    for table, values in item.values.items():
        for (row, column), value in values.items():
            entry = found.get((table, row, column))
            if entry is None:  # the form was not told, and an error says so
                counts["flagged"] += 1
            elif (entry.state, entry.value) == expected(value):
                counts["exact"] += 1
            elif entry.state in FLAGGED:
                counts["flagged"] += 1
            else:
                counts["wrong"] += 1
                wrong.append(f"{entry.path} {entry.raw!r} for {value!r}")
    return counts, wrong


def printed_by(producer: str, shapes: Sequence[Shape], folder: Path, rules: str) -> Mapping[str, bytes]:
    """The PDF of each report by its number, as ``soffice`` or ``chromium`` print it.

    With all rules every other one is dressed; with some rules each report has others left.
    """
    if producer == "soffice":
        return by_soffice({str(item.number): word(item, rules) for item in shapes}, folder)
    return by_chromium({str(item.number): web_page(item, rules) for item in shapes}, folder)


def some_rules(item: Shape) -> tuple[str, str]:
    """Which rules are left, and where in its cells the text stands."""
    return list(RULES)[item.number % len(RULES)], ("center", "left", "right")[item.number // len(RULES) % 3]


def no_rules(item: Shape) -> tuple[str, str]:
    """No rules at all, level ones only, or three; the columns are narrow."""
    return ("none", "rows", "three")[item.number % 3], ("center", "left", "right")[item.number // 3 % 3]


def word(item: Shape, rules: str) -> bytes:
    if rules == "some":
        return docx_with(item, *some_rules(item))
    if rules == "none":
        return dressed_docx(docx_with(item, *no_rules(item)), dress(item.number))
    return dressed_docx(docx(item), dress(item.number)) if item.number % 2 else docx(item)


def web_page(item: Shape, rules: str) -> bytes:
    if rules == "some":
        return html_with(item, *some_rules(item))
    if rules == "none":
        worn = evolve(dress(item.number), borders="")
        return dressed_html(html_with(item, *no_rules(item)), worn)
    return dressed_html(html(item), dress(item.number)) if item.number % 2 else html(item)


def agree(one: Result, other: Result) -> bool:
    """Whether two readings have the same entries, but for those that one of them has no value for."""
    return len(one.entries) == len(other.entries) and all(
        mine.path == theirs.path
        and (
            (mine.state, mine.value, mine.raw) == (theirs.state, theirs.value, theirs.raw)
            or mine.state in FLAGGED
            or theirs.state in FLAGGED
        )
        for mine, theirs in zip(one.entries, other.entries, strict=True)
    )


def batches(first: int, count: int, rules: str) -> Iterator[list[Shape]]:
    draw = narrow_shape if rules == "none" else shape
    for start in range(first, first + count, BATCH):
        yield [draw(number) for number in range(start, min(start + BATCH, first + count))]


def measure(producer: str, first: int, count: int, rules: str, figures: Mapping[str, Figures]) -> list[str]:
    """Print, read and compare; what went wrong, in words."""
    bad: list[str] = []
    for shapes in batches(first, count, rules):
        with tempfile.TemporaryDirectory() as folder:
            files = printed_by(producer, shapes, Path(folder), rules)
        for item in shapes:
            name = f"{producer} {item.number}"
            results = {
                backend: govdisclose.parse_document(read(files[str(item.number)], backend))
                for backend in BACKENDS
            }
            for backend, result in results.items():
                counts, wrong = outcomes(item, result)
                figures[backend].add(counts)
                bad += [f"WRONG: {name} ({backend}): {words}" for words in wrong]
            first_read, *others = results.values()
            flagged = Counter(
                entry.path
                for result in results.values()
                for entry in result.entries
                if entry.state in FLAGGED
            )
            figures["one alone"].entries["flagged"] += sum(times < len(results) for times in flagged.values())
            if not all(agree(first_read, other) for other in others):
                bad.append(f"DIFFERENT: {name}: the backends do not read the same")
        print(f"{producer}: {shapes[-1].number + 1 - first} of {count}", file=sys.stderr)
    return bad


def main(arguments: Sequence[str] | None = None) -> int:
    """The number of documents that were read wrong or differently."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--count", type=int, default=250, help="reports for each producer")
    parser.add_argument("--first", type=int, default=0, help="the number of the first report")
    parser.add_argument("--producer", choices=("soffice", "chromium"), action="append")
    parser.add_argument(
        "--rules",
        choices=("all", "some", "none"),
        default="all",
        help="the rules of the tables; none: narrow columns too",
    )
    options = parser.parse_args(arguments)
    there = {"soffice": SOFFICE, "chromium": CHROMIUM}
    bad: list[str] = []
    print(
        f"{'':22} {'documents':>9} {'entries':>8} {'exact':>8} {'flagged':>8} {'wrong':>6} {'all exact':>10}"
    )
    for producer in options.producer or there:
        if there[producer] is None:
            print(f"{producer} is not installed")
            continue
        figures = {backend: Figures() for backend in (*BACKENDS, "one alone")}
        bad += measure(producer, options.first, options.count, options.rules, figures)
        alone = figures.pop("one alone").entries["flagged"]
        for backend, found in figures.items():
            entries = found.entries
            print(
                f"{producer + ', ' + backend:22} {found.documents:9,} {entries.total():8,} {entries['exact']:8,}"
                f" {entries['flagged']:8,} {entries['wrong']:6,} {found.whole:10,}"
            )
        print(f"{producer}: {alone:,} entries have a value in one backend alone")
    print(*bad, sep="\n", end="\n" if bad else "")
    return len(bad)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
