"""Damaged files of a format, each read by its reader: every outcome is a document or a typed error, and comes soon.

Run with ``poe mutants --format ID`` (``--count`` copies from ``--first`` on; without a format, all). The files are reports
that the project draws, as its writers or LibreOffice save them, and small ones of its own. A copy has bytes flipped, cut
out, doubled or swapped, and numbers in it changed; of a container mostly the content of a member. The same number makes
the same copy (``damaged_files.mutant``). The copies are read in a process of their own, so that one that does not end in ten
seconds can be ended; each such one, and each error of another type, is printed with its number. The command fails if
there is one. A format that no installed reader knows is passed over.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from damaged_files import mutant
from mht_samples import BLINK, Part, page, saved
from office_figures import FILTERS, saved_reports
from pdf_producers import SOFFICE
from pdf_samples import pages, ruled
from pdf_samples import text as drawn
from shown_figures import printed_reports, report
from word_xml_samples import opc, parts_of, to_2003

from govdisclose.containers import members_of
from govdisclose.document import DEFAULT_LIMITS, Reader
from govdisclose.errors import LimitError, UnknownFormatError, UnreadableDocumentError
from govdisclose.registry import SNIFF_BYTES, builtin_readers, reader_for
from govdisclose.testing.conformance._files import documents
from govdisclose.testing.formats import BYTES

__all__ = ["FORMATS", "bases_of", "main", "outcome", "tried"]

SECONDS = 10.0
_REPORTS = 6
_START_UP = 60.0
"""Seconds until the process that reads must have begun."""

Bases = Callable[[], Sequence[bytes]]


def _noised(kind: str) -> list[bytes]:
    return [report("html" if kind == "html" else "docx", number).noised.data for number in range(_REPORTS)]


def _written(*shapes: str) -> list[bytes]:
    return [BYTES[shape](document) for shape in shapes for document in documents()]


def _html() -> list[bytes]:
    return [*_noised("html"), *_written("html", "html-word", "html-gb18030")]


def _docx() -> list[bytes]:
    return [*_noised("docx"), *_written("docx")]


def _text() -> list[bytes]:
    return _written(*(shape for shape in BYTES if shape.startswith("text")))


def _pdf() -> list[bytes]:
    edges = [40.0, 140.0, 240.0]
    own = pages(ruled(edges, edges) + drawn(60, 60, "12") + drawn(160, 160, "7"))
    if SOFFICE is None:
        return [own]
    with tempfile.TemporaryDirectory() as folder:
        reports = [report("docx", number) for number in range(2)]
        return [own, *printed_reports("docx", reports, Path(folder)).values()]


def _mht() -> list[bytes]:
    sheet = Part(b".a { display: none }", "text/css", location="http://www.example.gov.cn/a/s.css")
    found: list[bytes] = []
    for number, html in enumerate(_noised("html")):
        encoding = ("quoted-printable", "base64", "8bit")[number % 3]
        linked = html.replace(b"</head>", b'<link rel="stylesheet" href="s.css"></head>')
        root = Part(linked, encoding=encoding, location="http://www.example.gov.cn/a/b.html")
        found += [page(html, "utf-8", encoding), saved([root, sheet], BLINK)]
    return found


def _flat_opc() -> list[bytes]:
    return [opc(parts_of(docx)) for docx in _docx()]


def _word_xml() -> list[bytes]:
    return [to_2003(docx) for docx in _docx()]


def _by_soffice(format: str) -> list[bytes]:
    if SOFFICE is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        reports = [report("docx", number) for number in range(_REPORTS)]
        return list(saved_reports(reports, format, Path(folder)).values())


FORMATS: Mapping[str, Bases] = {
    "html": _html,
    "docx": _docx,
    "text": _text,
    "pdf": _pdf,
    "mht": _mht,
    "flat-opc": _flat_opc,
    "word-xml": _word_xml,
    **{name: partial(_by_soffice, name) for name in FILTERS if name != "docx"},
}
"""The files of each format that are damaged. A new format is one more entry."""


def bases_of(format: str) -> tuple[list[bytes], Reader | None]:
    """The undamaged files, and the reader that claims them all; None if no reader knows them, or there are none."""
    bases = list(FORMATS[format]())
    try:
        readers = [reader_for(base, builtin_readers()) for base in bases]
    except UnknownFormatError:
        return bases, None
    assert all(reader is readers[0] for reader in readers)
    return bases, readers[0] if readers else None


def outcome(reader: Reader, source: bytes) -> str:
    """What comes of a file: ``document``, the name of the typed error, or ``UNTYPED`` and the error."""
    try:
        reader.claims(source[:SNIFF_BYTES], members_of(source))
        reader.read(source, DEFAULT_LIMITS)
    except LimitError as error:
        return f"LimitError {error.limit}"
    except UnreadableDocumentError as error:
        return type(error).__name__
    except BaseException as error:  # whatever it is, it is what is looked for
        return f"UNTYPED {type(error).__name__}: {str(error)[:200]}"
    return "document"


def _work(channel: Connection, format: str, bases: list[bytes], reader_id: str) -> None:
    """Read the copies whose numbers come in, and send what comes of each and how long it took."""
    reader = next(reader for reader in builtin_readers() if reader.id == reader_id)
    channel.send(None)
    while (number := channel.recv()) is not None:
        source = mutant(bases, format, number)
        begun = time.perf_counter()
        channel.send((outcome(reader, source), time.perf_counter() - begun))


def tried(
    format: str, bases: list[bytes], reader: Reader, numbers: range
) -> Iterator[tuple[int, str, float]]:
    """Each number, what came of its copy, and its seconds. One that does not end is ended, and the rest goes on."""
    context = get_context("spawn")
    left = iter(numbers)
    number = next(left, None)
    while number is not None:
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, format, bases, reader.id), daemon=True)
        process.start()
        theirs.close()
        assert ours.poll(_START_UP)
        ours.recv()
        while number is not None:
            ours.send(number)
            try:
                said, seconds = ours.recv() if ours.poll(SECONDS) else ("UNTYPED no end", SECONDS)
            except EOFError:
                said, seconds = "UNTYPED the process died", 0.0
            yield number, said, seconds
            number = next(left, None)
            if said in ("UNTYPED no end", "UNTYPED the process died"):
                break
        else:
            ours.send(None)
        process.join(1)
        process.kill()
        process.join()
        ours.close()


def _figures(format: str, numbers: range) -> list[str]:
    """Print what came of the copies; the lines that say what is wrong."""
    bases, reader = bases_of(format)
    if reader is None:
        print(f"{format}: passed over, no reader for it is installed" if bases else f"{format}: no files")
        return []
    counts: Counter[str] = Counter()
    bad: list[str] = []
    worst, slowest = 0.0, numbers.start
    for number, said, seconds in tried(format, bases, reader, numbers):
        counts["UNTYPED" if said.startswith("UNTYPED") else said] += 1
        if said.startswith("UNTYPED"):
            bad.append(f"{format} {number}: {said}")
        if seconds > worst:
            worst, slowest = seconds, number
    print(f"{format}: {len(numbers):,} copies of {len(bases)} files; the slowest is {slowest}, {worst:.2f} s")
    print(*(f"  {count:7,} {said}" for said, count in counts.most_common()), sep="\n", flush=True)
    return bad


def main(arguments: Sequence[str] | None = None) -> int:
    """The number of copies that were neither read nor refused in a typed way, or not in time."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--count", type=int, default=500, help="copies of each format")
    parser.add_argument("--first", type=int, default=0, help="the number of the first copy")
    parser.add_argument("--format", choices=tuple(FORMATS), action="append")
    options = parser.parse_args(arguments)
    numbers = range(options.first, options.first + options.count)
    bad = [line for format in options.format or FORMATS for line in _figures(format, numbers)]
    print(*bad, sep="\n", end="\n" if bad else "")
    return len(bad)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
