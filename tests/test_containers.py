"""What is in a container is told by its names; whatever is no container, or a broken one, has none."""

from __future__ import annotations

import zipfile
from io import BytesIO

import attrs
import pytest

from govdisclose import registry
from govdisclose.containers import OLE, members_of
from govdisclose.document import DEFAULT_LIMITS, Document, Paragraph, Reader
from govdisclose.plugins import guard


def _zip(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 100_000)
    return file.getvalue()


def test_the_members_of_a_zip_are_named_in_their_order() -> None:
    assert members_of(_zip("b/年报.doc", "a.txt")) == ("b/年报.doc", "a.txt")


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"<html>",
        b"PK\x03\x04",
        _zip("a")[:-30],
        OLE,
        OLE + b"\xff" * 2000,
        _zip(*map(str, range(3)))[4:],
    ],
)
def test_what_is_no_container_has_no_members(source: bytes) -> None:
    assert members_of(source) == ()


def test_a_zip_of_ten_thousand_names_is_looked_into_and_one_of_more_is_not() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10_000):
            archive.writestr(str(number), "")
    assert len(members_of(file.getvalue())) == 10_000
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("one more", "")
    assert members_of(file.getvalue()) == ()


def _reader() -> Reader:
    return Reader(
        "given", (), (), lambda head: True, lambda source, limits: Document((Paragraph("文"),), "given")
    )


def test_a_sniff_of_two_arguments_is_given_the_names_behind_the_first_bytes() -> None:
    seen: list[tuple[int, tuple[str, ...]]] = []

    def sniff(head: bytes, members: tuple[str, ...]) -> bool:
        seen.append((len(head), members))
        return "late.xml" in members

    reader = attrs.evolve(_reader(), sniff=sniff)
    assert registry.reader_for(_zip("early.xml", "late.xml"), (reader,)) is reader
    assert seen == [(65_536, ("early.xml", "late.xml"))]


def test_a_sniff_of_one_argument_goes_on_working() -> None:
    assert registry.reader_for(_zip("a"), (_reader(),)).read(b"", DEFAULT_LIMITS).format == "given"


def test_a_sniff_that_is_no_function_is_no_reason_to_fail_before_it_is_asked() -> None:
    broken = attrs.evolve(_reader(), sniff=None)  # type: ignore[arg-type]
    with pytest.warns(match="sniff raised TypeError"):
        assert guard.claims(broken, b"x") is False
