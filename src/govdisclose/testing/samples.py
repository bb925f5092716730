"""Real files and what has to be read in them: ``<file>.expected.json`` beside each.

    python -m govdisclose.testing.samples generate samples
    python -m govdisclose.testing.samples check samples

Both read a file in the same way. ``generate`` writes what was read, for a person to hold against the page before it is
committed, and overwrites nothing unless asked; ``check`` compares. All files with an expectation have to be read as
reports of the layouts, and no other file in the folder may be.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from govdisclose.document import Reader
from govdisclose.errors import LimitError, NotAReportError, UnreadableDocumentError
from govdisclose.grammar.entry import Entry
from govdisclose.grammar.layout import Layout
from govdisclose.parsing import parse
from govdisclose.result import Result

__all__ = ["SUFFIX", "Sample", "check", "expectation", "generate", "main", "samples"]

SUFFIX = ".expected.json"
"""What is put after the name of a file for its expectation."""


@frozen
class Sample:
    """A file, and where what is expected of it stands (or would)."""

    path: Path

    @property
    def expected(self) -> Path:
        """The path of the expectation."""
        return self.path.with_name(self.path.name + SUFFIX)


def samples(folder: Path | str) -> tuple[Sample, ...]:
    """Every file of a folder but for expectations and hidden ones, by name."""
    paths = sorted(path for path in Path(folder).iterdir() if path.is_file())
    return tuple(
        Sample(path) for path in paths if not path.name.startswith(".") and not path.name.endswith(SUFFIX)
    )


def expectation(
    path: Path,
    *,
    layouts: Iterable[Layout] | None = None,
    readers: Iterable[Reader] | None = None,
    among: Iterable[str] | None = None,
) -> str | None:
    """What is read in a file, as the text of its expectation; None if it is no report of these layouts.

    ``layouts`` and ``readers`` are those of ``parse``. ``among`` are the ids of the layouts that count as a match.
    """
    try:
        result = parse(path, layouts=layouts, readers=readers)
    except (NotAReportError, UnreadableDocumentError, LimitError):
        return None
    if result.layout is None or not result.read:
        return None
    if among is not None and result.layout.id not in set(among):
        return None
    return _text(result)


def _text(result: Result) -> str:
    """JSON with a line for each entry, so that a difference is a line."""
    assert result.layout is not None
    head = {
        "layout": result.layout.id,
        "organ": result.report.organ,
        "year": result.report.year,
        "sections": [section.key for section in result.report.sections],
    }
    lines = [f"  {_json(key)}: {_json(value)}" for key, value in head.items()]
    entries = [f"    {_json(entry.path)}: {_json(_said(entry))}" for entry in result.entries]
    findings = [f"    {_json(f'{item.kind} {item.path}'.strip())}" for item in result.findings]
    lines.append('  "entries": {\n' + ",\n".join(entries) + "\n  }")
    lines.append('  "findings": [\n' + ",\n".join(findings) + "\n  ]" if findings else '  "findings": []')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _said(entry: Entry) -> list[str | None]:
    """State, text as printed, value and unit."""
    value = None if entry.value is None else str(entry.value)
    return [entry.state.value, entry.raw, value, entry.unit]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def check(
    sample: Sample,
    *,
    layouts: Iterable[Layout] | None = None,
    readers: Iterable[Reader] | None = None,
    among: Iterable[str] | None = None,
) -> tuple[str, ...]:
    """What is wrong with a sample, a line each; empty if it is read as expected. Options as for ``expectation``."""
    found = expectation(sample.path, layouts=layouts, readers=readers, among=among)
    if not sample.expected.is_file():
        if found is None:
            return ()
        return (f"it is read as a report, and there is no {sample.expected.name}: generate it, and read it",)
    if found is None:
        return ("it has an expectation, and is not read as a report of these layouts",)
    expected = sample.expected.read_text(encoding="utf-8")
    return () if found == expected else tuple(_differences(expected, found))


def _differences(expected: str, found: str) -> Iterator[str]:
    before, after = expected.splitlines(), found.splitlines()
    yield from (f"expected {line.strip()}" for line in before if line not in after)
    yield from (f"found    {line.strip()}" for line in after if line not in before)
    if sorted(before) == sorted(after):
        yield "the order of the lines differs"


def generate(
    sample: Sample,
    *,
    overwrite: bool = False,
    layouts: Iterable[Layout] | None = None,
    readers: Iterable[Reader] | None = None,
    among: Iterable[str] | None = None,
) -> str:
    """Write what is expected of a sample, and say what was done. Other options as for ``expectation``."""
    found = expectation(sample.path, layouts=layouts, readers=readers, among=among)
    there = sample.expected.is_file()
    if found is None:
        return "no report of these layouts"
    if there and sample.expected.read_text(encoding="utf-8") == found:
        return "as expected"
    if there and not overwrite:
        return f"differs from {sample.expected.name}, which is kept"
    sample.expected.write_text(found, encoding="utf-8", newline="\n")
    return f"{'overwritten' if there else 'written'}: {sample.expected.name}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. 0: all is as expected or was written; 1: something differs; 2: wrong arguments."""
    parser = argparse.ArgumentParser(
        prog="python -m govdisclose.testing.samples", description="What has to be read in real files."
    )
    parser.add_argument("command", choices=["generate", "check"])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--layout",
        action="append",
        dest="among",
        metavar="ID",
        help="only reports of this layout count; may be given more than once",
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="generate: also where an expectation differs"
    )
    given = parser.parse_args(arguments)
    if not given.folder.is_dir():
        parser.error(f"{given.folder} is no folder")
    wrong = 0
    for sample in samples(given.folder):
        if given.command == "generate":
            said = generate(sample, overwrite=given.overwrite, among=given.among)
            wrong += said.startswith("differs")
            sys.stdout.write(f"{sample.path.name}: {said}\n")
            continue
        problems = check(sample, among=given.among)
        wrong += bool(problems)
        state = "read as expected" if sample.expected.is_file() else "no report, as expected"
        sys.stdout.write(f"{sample.path.name}: {'differs' if problems else state}\n")
        sys.stdout.writelines(f"  {line}\n" for line in problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
