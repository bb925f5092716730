"""Reports in a container: a ZIP archive or an e-mail is read where exactly one report stands in it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from govdisclose.catalogue import TERMS
from govdisclose.containers import Container, open_container
from govdisclose.document import Document
from govdisclose.elsewhere import elsewhere
from govdisclose.errors import GovdiscloseError, NotAReportError, UnknownFormatError, UnreadableDocumentError
from govdisclose.files import read_file
from govdisclose.findings import finding
from govdisclose.limits import Limits
from govdisclose.pointer import Pointer

__all__ = ["container_or_raise", "only_member", "read_path", "told_of_member"]

_TRIED, _LOOKED_AT = 8, 100
"""Members that are tried, and looked at, lest an archive cost as much as all that it holds. They share the limits."""
_SHARED = ("bytes", "inflated", "elements", "characters", "cells", "blocks", "pages", "styles")

_Read = TypeVar("_Read")


def read_path(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """The content of a regular file, or of a member of a ZIP archive or an e-mail: ``reports.zip/b/report.docx``.

    Raises ``OSError`` for a path that names neither, ``LimitError``, or what the container raises.
    """
    try:
        return read_file(path, limits)
    except (NotADirectoryError, FileNotFoundError) as error:  # Windows raises the other one
        name = os.fsdecode(path).replace("\\", "/")
        outer = name
        while outer := outer.rpartition("/")[0]:
            if os.path.isfile(outer):
                break
        container = open_container(read_file(outer, limits), limits) if outer else None
        if container is None:
            raise
        member = name[len(outer) + 1 :]
        if member not in container.names:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fsdecode(path)) from error
        return container.read(member)


def only_member(
    container: Container, attempt: Callable[[str, bytes, Limits], _Read], limits: Limits
) -> _Read:
    """What ``attempt`` makes of the one member of which it makes something, of its name, content and limits.

    It raises ``UnknownFormatError`` for what no reader knows and ``NotAReportError`` for what is none.
    Raises ``ReportElsewhereError``, which names the members and what was found in them, where it is not exactly one.
    """
    found: list[_Read] = []
    pointers: list[Pointer] = []
    shared = evolve(limits, **{name: getattr(limits, name) // _TRIED for name in _SHARED})
    tried = size = 0
    for number, name in enumerate(container.names):
        words = ""
        if number < _LOOKED_AT and tried < _TRIED and size <= limits.inflated:
            try:
                content = container.read(name)
                size += len(content)
                found.append(attempt(name, content, shared))
                words = "a report"
                tried += 1
            except UnknownFormatError as error:
                words = str(error)
            except NotAReportError:
                words = "not a report"
                tried += 1
            except GovdiscloseError as error:
                words = f"not read: {error}"
                tried += 1
        pointers.append(Pointer("member", name, words))
    whole = tried < _TRIED and size <= limits.inflated and len(container.names) <= _LOOKED_AT
    if len(found) == 1 and whole:
        return found[0]
    what = TERMS[container.kind][0]
    if not whole:
        raise elsewhere(f"this is {what} of {len(container.names)} files, too many to try", pointers)
    if not found:
        raise elsewhere(f"this is {what} in which no report could be read", pointers)
    reports = [item for item in pointers if item.words == "a report"]
    raise elsewhere(f"this is {what} with {len(found)} reports", reports)


def told_of_member(document: Document, container: Container, name: str) -> Document:
    """The document with a finding that says where it stood."""
    told = finding("read-from-member", container=container.kind, member=name)
    return evolve(document, findings=(told, *document.findings))


def container_or_raise(error: UnknownFormatError, source: bytes, limits: Limits) -> Container:
    """The container that bytes of no known format are. Raises ``error`` where they are none that can be opened."""
    try:
        container = open_container(source, limits)
    except UnreadableDocumentError:
        raise error from None
    if container is None:
        raise error
    return container
