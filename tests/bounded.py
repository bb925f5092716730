"""Work done in a process of its own, whose time and memory are bounded and measured."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

__all__ = ["SECONDS", "said_of", "said_within_bounds"]

SECONDS, MEGABYTES = 10, 512
_HERE = Path(__file__).resolve().parent


def said_of(source: bytes, folder: Path, task: str, *more: str, suffix: str = "bin") -> str:
    """What a task says of a file with these bytes; see ``said_within_bounds``."""
    path = folder / f"hostile.{suffix}"
    path.write_bytes(source)
    return said_within_bounds(task, str(path), *more)


def said_within_bounds(task: str, *arguments: str) -> str:
    """What a task says in words, or the error that it raises; it has to be done within the bounds that are promised.

    ``parse`` a report, explain and export it; ``check`` one and make the page of it;
    ``decode`` an export; ``draw`` the pages of a PDF; let one reader, by its id, ``read_by`` (also ``read_doc``,
    ``read_docx``, ``read_html``, ``read_odt``, ``read_rtf``), or one of PDF by its name ``read_pdf``; ``place`` words on
    a page.
    """
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, __file__, task, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    said, seconds, megabytes = json.loads(done.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    return str(said)


# --- what the process runs; each task imports what it needs before its time begins to count


def _check(path: str) -> Callable[[], str]:
    from govdisclose import check, parse
    from govdisclose.reporting import OUTPUTS, Item

    result = parse(path)

    def work() -> str:
        checked = check(result)
        for name in ("json", "html", "sarif"):
            OUTPUTS[name].make([Item("a", checked, result)], "zh")
        return f"{len(checked.assessments):,} assessments"

    return work


def _parse(path: str) -> Callable[[], str]:
    from govdisclose import parse
    from govdisclose.explain import explain
    from govdisclose.export import to_json

    def work() -> str:
        result = parse(path)
        explain(result)
        return f"read, {len(to_json(result)) // 1_000_000} MB of JSON"

    return work


def _decode(path: str) -> Callable[[], str]:
    from govdisclose.export import from_json

    def work() -> str:
        exported = from_json(Path(path).read_text(encoding="utf-8"))
        return "read " + "; ".join(item.message() for item in exported.findings)[:200]

    return work


def _draw(path: str) -> Callable[[], str]:
    from govdisclose.document import Document
    from govdisclose.picture import draw_pages, drawing

    def work() -> str:
        pictures = draw_pages(Path(path).read_bytes(), drawing(Document((), "pdf"), None))
        return " ".join("whole" if picture.whole else "cut" for picture in pictures)

    return work


def _read_pdf(path: str, backend: str) -> Callable[[], str]:
    sys.path.append(str(_HERE / "readers"))
    from pdf_samples import read

    return lambda: _read(read(Path(path).read_bytes(), backend))


def _read_by(path: str, reader_id: str) -> Callable[[], str]:
    from govdisclose.document import DEFAULT_LIMITS
    from govdisclose.registry import SNIFF_BYTES, builtin_readers

    reader = next(reader for reader in builtin_readers() if reader.id == reader_id)

    def work() -> str:
        source = Path(path).read_bytes()
        reader.claims(source[:SNIFF_BYTES])
        return _read(reader.read(source, DEFAULT_LIMITS))

    return work


def _read(document: object) -> str:
    assert document is not None
    return "read"


def _place(page: str) -> Callable[[], str]:
    """So many lines of so many times the same word, so far apart; a JSON list."""
    from govdisclose import NotAReportError, parse_document
    from govdisclose.document import Document, Paragraph, Word

    def line(number: int, text: str, times: int, gap: float) -> Paragraph:
        words, left, top = [], 0.0, 14.0 * number
        for _ in range(times):
            edges = tuple(left + 9.0 * at for at in range(len(text) + 1))
            box = (left, top, edges[-1], top + 9.0)
            words.append(Word(text, box, edges, box))
            left = edges[-1] + gap
        return Paragraph(" ".join([text] * times), number, page=1, words=tuple(words))

    lines, text, times, gap = json.loads(page)
    document = Document(tuple(line(n + 1, text, times, gap) for n in range(lines)), "pdf", ordered=False)

    def work() -> str:
        try:
            parse_document(document)
        except NotAReportError:
            return "no report"
        return "read"

    return work


_TASKS: dict[str, Callable[..., Callable[[], str]]] = {
    "check": _check,
    "parse": _parse,
    "decode": _decode,
    "draw": _draw,
    "read_by": _read_by,
    **{
        f"read_{name}": partial(_read_by, reader_id=name)
        for name in ("doc", "docx", "html", "odt", "ofd", "rtf", "spreadsheet")
    },
    "read_pdf": _read_pdf,
    "place": _place,
}


def _main(task: str, *arguments: str) -> None:
    import resource

    # The limits of the process are wider than what is promised: they end what would never end.
    resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    work = _TASKS[task](*arguments)
    begun = time.process_time()  # a busy machine does not decide
    try:
        said = work()
    except Exception as error:
        said = f"{type(error).__name__} {getattr(error, 'limit', '')}".strip()
    spent = time.process_time() - begun
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    # not ru_maxrss: that of a new process begins with what its parent holds
    lines = Path("/proc/self/status").read_text().splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM"))
    print(json.dumps([said, spent + others.ru_utime + others.ru_stime, int(peak.split()[1]) / 1024]))  # noqa: T201


if __name__ == "__main__":
    _main(*sys.argv[1:])
