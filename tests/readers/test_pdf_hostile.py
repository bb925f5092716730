"""PDF files that cost more than they weigh, each in a process of its own whose time and memory are measured."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from pdf_samples import BACKENDS, CATALOG, MAP, composite, pages, pdf, read, stream, text

from govdisclose.errors import LimitError
from govdisclose.limits import Limits

SECONDS, MEGABYTES = 10, 512
HERE = str(Path(__file__).parent)

CHILD = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from pdf_samples import read
source = open(sys.argv[1], "rb").read()
begun = time.process_time()  # a busy machine does not decide
try:
    read(source, sys.argv[2])
    result = "read"
except Exception as error:
    result = f"{type(error).__name__} {getattr(error, 'limit', '')}".strip()
spent = time.process_time() - begun
# not ru_maxrss: that of a new process begins with what its parent holds
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps([result, spent, int(peak.split()[1]) / 1024]))
"""

ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def page(resources: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<%b>>>>" % resources


def content(
    data: bytes, *more: bytes, resources: bytes = b"", entries: bytes = b"", packed: bool = False
) -> bytes:
    return pdf([CATALOG, ONE_PAGE, page(resources), stream(data, entries, packed=packed), *more])


def form(data: bytes, inner: bytes = b"") -> bytes:
    return stream(data, b"/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Resources<<%b>>" % inner)


def nested_forms(depth: int) -> bytes:
    forms = [form(b"/X Do /X Do", b"/XObject<</X %d 0 R>>" % (6 + at)) for at in range(depth)]
    return content(b"/X Do", *forms, form(b"0 0 m 9 9 l S"), resources=b"/XObject<</X 5 0 R>>")


def broken_flate() -> bytes:
    noise = b"".join(zlib.crc32(b"%d" % at).to_bytes(4, "big") for at in range(220_000))
    return zlib.compress(noise, 1)[:800_000]


WORDS = text(50, 200, "规章")
RANGE = b"begincmap 1 beginbfrange <00000000> <ffffffff> <0030> endbfrange endcmap"
MANY = b"".join(
    b"BT /F 2 Tf %d %d Td <%b> Tj ET\n" % (2 + 4 * x, 300 - y, b"7532" if y < 30 else b"0031")
    for y in range(0, 290, 3)
    for x in range(51)
)
WIDE = b"".join(
    b"BT /F 1 Tf 2 %d Td <%b> Tj ET\n" % (300 - y, (b"7532" if y < 30 else b"0031") + b"00200031" * 250)
    for y in range(290)
)

FILES = {
    "5,000 numbers without rules": (pages(MANY), {"read"}),
    "70,000 numbers without rules": (pages(WIDE), {"read"}),
    "numbers between 4,000 rules": (
        pages(MANY + b"".join(b"0 %g m 300 %g l S\n" % (at / 15, at / 15) for at in range(4_000))),
        {"read"},
    ),
    "a map of four thousand million codes": (
        pages(WORDS, font=composite(RANGE)),
        {"LimitError elements", "read"},
    ),
    "widths of two thousand million codes": (
        pages(WORDS, font=composite(MAP, widths=b"/W[0 2000000000 500]")),
        {"LimitError elements", "read"},
    ),
    "400 MB packed twice": (
        content(
            zlib.compress(zlib.compress(b"BT ET " * 66_000_000, 9), 9),
            entries=b"/Filter[/FlateDecode/FlateDecode]",
        ),
        {"LimitError inflated"},
    ),
    "60 MB of operators packed once": (
        content(b"q 1 0 0 1 0 0 cm Q\n" * 3_000_000, packed=True),
        {"LimitError elements", "LimitError inflated"},
    ),
    "forms in forms, four million leaves": (nested_forms(22), {"LimitError elements"}),
    "a form within itself": (
        content(
            b"/X Do",
            form(b"/X Do /X Do", b"/XObject<</X 5 0 R>>"),
            resources=b"/XObject<</X 5 0 R>>",
        ),
        {"LimitError depth", "EmptyDocumentError"},
    ),
    "one form drawn 20,000 times": (
        content(
            b"/X Do\n" * 20_000,
            form(b"0 0 1 9 re f\n" * 2_000),
            resources=b"/XObject<</X 5 0 R>>",
            packed=True,
        ),
        {"LimitError elements"},
    ),
    "a Flate stream that breaks off": (
        content(broken_flate(), entries=b"/Filter/FlateDecode"),
        {"LimitError elements", "DamagedDocumentError", "EmptyDocumentError"},
    ),
    "18 million characters in one string": (
        pages(b"BT /F 9 Tf <" + b"0031" * 4_500_000 + b"> Tj ET"),
        {"LimitError elements"},
    ),
    "runs of one byte": (
        content(b"\x81 " * 4_000_000, entries=b"/Filter/RunLengthDecode"),
        {"LimitError inflated"},
    ),
    "rows of one byte": (
        content(b"\2" * 30_000_000, entries=b"/DecodeParms<</Predictor 15/Columns 1>>", packed=True),
        {"LimitError inflated", "LimitError elements"},
    ),
    "a page tree within itself": (
        pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
        {"DamagedDocumentError"},
    ),
    "100,000 pages": (
        pdf([CATALOG, b"<</Type/Pages/Kids[%b]/Count 100000>>" % (b"3 0 R " * 100_000), page(), stream(b"")]),
        {"LimitError pages", "LimitError elements"},
    ),
    "a table of objects that begins with itself": (
        pdf([CATALOG, ONE_PAGE, page(), stream(b"")], b"/Prev 9"),
        {"EmptyDocumentError", "DamagedDocumentError"},
    ),
    "19 MB in one line": (b"%PDF-1.7\n" + b"a" * 19_000_000, {"DamagedDocumentError"}),
    "two million objects that never end": (
        b"%PDF-1.7\n" + b"1 0 obj\n" * 2_000_000,
        {"LimitError elements", "DamagedDocumentError"},
    ),
    "five million brackets": (
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 5_000_000,
        {"LimitError elements", "DamagedDocumentError"},
    ),
}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_in_time_and_memory(name: str, backend: str, tmp_path: Path) -> None:
    source, expected = FILES[name]
    path = tmp_path / "hostile.pdf"
    path.write_bytes(source)
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", CHILD, str(path), backend, HERE],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    result, seconds, megabytes = json.loads(done.stdout)
    assert result in expected
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_caller_can_raise_a_limit(backend: str) -> None:
    source = pages(*[WORDS] * 3)
    with pytest.raises(LimitError, match="limit pages is 2, found 3"):
        read(source, backend, Limits(pages=2))
    assert len(read(source, backend, Limits(pages=3)).paragraphs) == 3


def origin(source: bytes, backend: str) -> str:
    """The module of the error that reading ends in; "read" where it ends well."""
    try:
        read(source, backend)
    except Exception as error:
        return type(error).__module__
    return "read"


@pytest.mark.parametrize("backend", BACKENDS)
def test_nothing_but_typed_errors_comes_out_of_bytes_that_were_changed(backend: str) -> None:
    whole = pages(WORDS)
    found = {origin(whole[:at] + b"<9" + whole[at + 2 :], backend) for at in range(0, len(whole), 67)}
    assert found == {"read", "govdisclose.errors"}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("wrong", [b"null", b"[]", b"(text)", b"7", b"/Name", b"9 0 R"])
def test_an_object_that_is_not_what_its_place_asks_is_a_typed_error(wrong: bytes, backend: str) -> None:
    assert origin(pdf([CATALOG, ONE_PAGE, page(), wrong]), backend) == "govdisclose.errors"
    assert origin(pdf([CATALOG, wrong]), backend) == "govdisclose.errors"
    assert origin(pdf([wrong]), backend) == "govdisclose.errors"
