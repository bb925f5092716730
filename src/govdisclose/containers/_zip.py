"""The members of a ZIP archive. Sizes are counted while inflating; names are never used as paths."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclose.errors import DamagedDocumentError, EncryptedDocumentError
from govdisclose.limits import Limits

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

__all__ = ["Archive", "open_archive", "zip_names"]

_MOST = 10_000
_LONGEST = 1_000
_ENTRY = b"PK\x01\x02"
_UTF_8 = 0x800
_ENCRYPTED = 0x1


@frozen
class Archive:
    """An open archive: what its directory says of each member, by name. A name that stands twice has None."""

    file: ZipFile
    entries: dict[str, ZipInfo | None]

    def read(self, limits: Limits, name: str) -> bytes:
        """One member.

        Raises ``DamagedDocumentError`` also for a name that is not there or stands there twice,
        ``EncryptedDocumentError``, or ``LimitError`` as soon as it is over ``inflated``, whatever size it declares.
        """
        from zipfile import ZIP_DEFLATED, ZIP_STORED

        entry = self.entries.get(name)
        if entry is None:
            times = "stands more than once" if name in self.entries else "does not stand"
            raise DamagedDocumentError(f"{name!r} {times} in the archive")
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedDocumentError(f"{name!r} in the archive asks for a password")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            # other methods cannot be inflated in bounded steps
            raise DamagedDocumentError(f"{name!r} is compressed by method {entry.compress_type}")
        try:
            with self.file.open(entry) as stream:
                data = stream.read(limits.inflated + 1)
        except Exception as error:  # a damaged archive makes zipfile raise whatever its parts raise
            raise DamagedDocumentError(f"{name!r} cannot be taken out of the archive ({error})") from error
        limits.check("inflated", len(data), name)
        return data


def zip_names(source: bytes) -> tuple[str, ...]:
    """The names of all members; empty for an archive that cannot be listed."""
    archive = open_archive(source)
    return tuple(archive.entries) if archive is not None else ()


def open_archive(source: bytes) -> Archive | None:
    """The archive; None if it cannot be listed, or has more than 10,000 members."""
    from zipfile import ZipFile

    if source.count(_ENTRY) > _MOST:
        return None
    try:
        archive = ZipFile(BytesIO(source))
        listed = [(_name(entry)[:_LONGEST], entry) for entry in archive.infolist()]
    except Exception:  # as above
        return None
    times = Counter(name for name, _ in listed)
    return Archive(archive, {name: entry if times[name] == 1 else None for name, entry in listed})


def _name(entry: ZipInfo) -> str:
    """The name as it was meant: programs in China write it in their own encoding, and say nothing of that."""
    name = entry.filename
    if not entry.flag_bits & _UTF_8 and not name.isascii():
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("gb18030")
    return name.replace("\\", "/")
