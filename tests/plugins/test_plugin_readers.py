"""The readers of others at work: the caller gets a document or a typed error that names who is at fault."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from plugin_samples import READER, Site, found, make_site

from govdisclose import (
    DamagedDocumentError,
    LimitError,
    Limits,
    Reader,
    UnknownFormatError,
    UnreadableDocumentError,
    parse,
    plugins,
    read,
    registry,
)
from govdisclose.document import Document, Paragraph
from govdisclose.plugins import PluginWarning

SAMPLE = b"\0\0\0xyz"
TEXT = "政府信息公开工作年度报告".encode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    yield from make_site(tmp_path, monkeypatch)


def does(body: str) -> str:
    """A reader whose ``read`` has this body."""
    return READER.format(id="xyz") + f"def read(source, limits):\n    {body}\n" + _AGAIN


_AGAIN = "import attrs\nREADER = attrs.evolve(READER, read=read, sniff=sniff)\n"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "raise ValueError('not a table')",
            "failed with ValueError: not a table; this is a fault of the reader",
        ),
        ("raise OSError", "failed with OSError; this is a fault of the reader"),
        ("raise SystemExit(1)", "failed with SystemExit: 1; this is a fault of the reader"),
        ("read(source, limits)", "failed with RecursionError: maximum recursion depth exceeded"),
        ("return None", "returned NoneType, expected a Document; this is a fault of the reader"),
        ("return b'PK'", "returned bytes, expected a Document; this is a fault of the reader"),
    ],
)
def test_a_reader_that_fails_gives_an_unreadable_document_and_is_named(
    body: str, message: str, site: Site
) -> None:
    site.put_reader("failing", does(body))
    with pytest.raises(UnreadableDocumentError) as caught:
        parse(SAMPLE)
    assert str(caught.value).startswith(f"the reader xyz (failing 1.0) {message}")


def test_the_error_of_the_reader_is_kept_as_the_cause(site: Site) -> None:
    site.put_reader("failing", does("raise ValueError('not a table')"))
    with pytest.raises(UnreadableDocumentError) as caught:
        parse(SAMPLE)
    assert isinstance(caught.value.__cause__, ValueError)


@pytest.mark.parametrize(
    ("error", "message"),
    [(DamagedDocumentError("cut off"), "cut off"), (LimitError("rows", 1, 2), "limit rows is 1")],
)
def test_the_typed_errors_of_a_reader_come_as_they_are(error: Exception, message: str) -> None:
    def refuse(source: bytes, limits: Limits) -> Document:
        raise error

    with pytest.raises(type(error), match=message) as caught:
        read(SAMPLE, readers=[reader(read=refuse)])
    assert caught.value is error


def test_an_interrupt_goes_through() -> None:
    def interrupt(source: bytes, limits: Limits) -> Document:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(SAMPLE, readers=[reader(read=interrupt)])


def test_a_sniff_that_raises_claims_nothing_and_is_noted_once(site: Site) -> None:
    code = READER.format(id="xyz") + "def sniff(head):\n    raise IndexError('head')\n" + _AGAIN
    site.put_reader("nervous", code)
    found()
    expected = (
        "nervous 1.0, reader 'nervous': sniff raised IndexError: head; taken for a file of another format"
    )
    with pytest.warns(PluginWarning) as caught:
        assert read(TEXT).format == "text"
    assert [expected] == [str(item.message) for item in caught]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(TEXT).format == "text"
    assert [expected] == [str(problem) for problem in plugins.problems()]


def test_a_sniff_of_a_reader_that_the_caller_gives_may_raise_as_well() -> None:
    def fail(head: bytes) -> bool:
        raise IndexError("head of the caller")

    given = [*registry.builtin_readers(), reader(sniff=fail)]
    with pytest.warns(PluginWarning, match="^reader 'given': sniff raised IndexError: head of the caller"):
        assert read(TEXT, readers=given).format == "text"


def test_two_readers_that_claim_one_file_are_both_named_with_their_distributions(site: Site) -> None:
    greedy = READER.format(id="greedy") + "def sniff(head):\n    return True\n" + _AGAIN
    site.put_reader("greedy-one", greedy)
    with pytest.raises(
        UnknownFormatError, match=r"the readers text and greedy \(greedy-one 1.0\) both claim this file"
    ):
        read(TEXT)


def test_a_reader_that_the_caller_gives_replaces_the_others() -> None:
    assert read(SAMPLE, readers=[reader()]).format == "given"
    with pytest.raises(UnknownFormatError):
        read(TEXT, readers=[reader()])


def test_a_reader_of_a_plugin_changes_nothing_for_other_formats(site: Site) -> None:
    before = read(TEXT)
    site.put_reader("quiet", READER.format(id="xyz"))
    assert before == read(TEXT)
    assert ["quiet"] == [plugin.name for plugin in found()]


def reader(
    *,
    sniff: Callable[[bytes], bool] | None = None,
    read: Callable[[bytes, Limits], Document] | None = None,
) -> Reader:
    """A reader as a caller may pass one."""
    given = Reader(
        "given",
        ("application/x-given",),
        (".given",),
        lambda head: head.startswith(SAMPLE),
        lambda source, limits: Document((Paragraph("一段文字"),), "given"),
    )
    return attrs.evolve(given, sniff=sniff or given.sniff, read=read or given.read)
