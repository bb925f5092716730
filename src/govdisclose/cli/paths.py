"""The files that paths name: files as they are, folders searched."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from attrs import frozen

__all__ = ["Found", "find_files", "known_suffixes"]

# Formats of reports that no reader may know: a folder's run has to say that they were not read.
_TOLD = (".htm", ".doc", ".pdf", ".wps", ".rtf", ".zip", ".eml")


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
    office programs (``~$…``) and other suffixes are passed over; links to folders are not followed. A ZIP archive is
    searched as a folder is; one in which no file is looked for stands for itself.
    """
    found: dict[str, Found] = {}
    for path in paths:
        inside = _walk(path, suffixes, passed) if os.path.isdir(path) else _file(path, suffixes, passed)
        for item in inside:
            found.setdefault(os.path.abspath(item.path), item)
    return list(found.values())


def _walk(folder: str, suffixes: Collection[str], passed: Counter[str] | None) -> Iterator[Found]:
    refused: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith((".", "~$")):
                continue
            if _is_asked(name, suffixes, passed):
                # what is no file, such as a pipe, has a row too: to read it is an error
                yield from _file(os.path.join(where, name), suffixes, passed)
    for error in refused:
        yield Found(str(error.filename), error)


def _is_asked(name: str, suffixes: Collection[str], passed: Counter[str] | None) -> bool:
    """Whether a file of a folder is looked for; one that is not is counted."""
    suffix = os.path.splitext(name)[1].lower()
    if suffix in suffixes:
        return True
    if passed is not None:
        passed[suffix] += 1
    return False


def _file(path: str, suffixes: Collection[str], passed: Counter[str] | None) -> Iterator[Found]:
    """The file, or what is looked for in it where it is a ZIP archive."""
    inside = Counter[str]()
    members = [name for name in _members(path) if _is_asked(name, suffixes, inside)]
    if not members:
        yield Found(path)
        return
    if passed is not None:
        passed.update(inside)
    for name in members:
        yield Found(f"{path}/{name}")


def _members(path: str) -> list[str]:
    """The names in a ZIP archive, sorted, but for what is hidden there as it would be in a folder."""
    if not path.lower().endswith(".zip"):
        return []
    from govdisclose.containers import members_of
    from govdisclose.errors import LimitError
    from govdisclose.files import read_file
    from govdisclose.limits import DEFAULT_LIMITS

    try:
        names = members_of(read_file(path, DEFAULT_LIMITS))
    except (OSError, LimitError):
        return []  # said when it is read
    return sorted(name for name in names if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return not parts[-1] or any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
