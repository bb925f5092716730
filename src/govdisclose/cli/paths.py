"""The files that paths name: files as they are, folders searched."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

__all__ = ["Found", "find_files", "known_suffixes"]

# Formats of reports that no reader may know: a folder's run has to say that they were not read.
_TOLD = (".htm", ".doc", ".pdf", ".wps", ".rtf")


@frozen
class Found:
    """A file to read, or a folder that could not be opened and the reason."""

    path: str
    error: OSError | None = None


def known_suffixes() -> frozenset[str]:
    """The suffixes that are looked for in folders, in lower case."""
    from govdisclose import registry

    return frozenset((*_TOLD, *(suffix for reader in registry.readers() for suffix in reader.suffixes)))


def find_files(
    paths: Iterable[str], suffixes: Collection[str], passed: Counter[str] | None = None
) -> list[Found]:
    """The files in the order of the paths, those of a folder sorted, each once.

    ``passed`` counts the files of folders that are passed over, by suffix.

    A file that is named is taken whatever its suffix. In folders hidden files and folders, the lock files of
    office programs (``~$…``) and other suffixes are passed over; links to folders are not followed.
    """
    found: dict[str, Found] = {}
    for path in paths:
        inside = _walk(path, suffixes, passed) if os.path.isdir(path) else iter((Found(path),))
        for item in inside:
            found.setdefault(os.path.abspath(item.path), item)
    return list(found.values())


def _walk(folder: str, suffixes: Collection[str], passed: Counter[str] | None) -> Iterator[Found]:
    refused: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            suffix = os.path.splitext(name)[1].lower()
            if name.startswith((".", "~$")):
                continue
            if suffix not in suffixes:
                if passed is not None:
                    passed[suffix] += 1
                continue
            # what is no file, such as a pipe, has a row too: to read it is an error
            yield Found(os.path.join(where, name))
    for error in refused:
        yield Found(str(error.filename), error)
