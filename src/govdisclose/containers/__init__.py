"""A look into a container: what is in a ZIP archive, an OLE file or an e-mail.

What a file is stands in these names, and the names stand at the end of a ZIP archive, and anywhere in an OLE file: the
first bytes of the file do not show them. Nothing that a container says of itself is believed, and nothing is unpacked
to disk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from types import MappingProxyType

from attrs import frozen

from govdisclose.containers._mail import is_mail, mail_members
from govdisclose.containers._zip import open_archive, zip_names
from govdisclose.limits import Limits

__all__ = ["OLE", "ZIP", "Container", "is_mail", "is_plausible", "members_of", "open_container"]

ZIP = b"PK\x03\x04"
"""The first bytes of a ZIP archive."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an OLE file: a file system in a file, as Office wrote before 2007."""

_MOST = 10_000
_LONGEST = 1_000


@frozen
class Container:
    """Files in a file: a ZIP archive or an e-mail. ``read`` takes a member's name and gives its bytes.

    ``read`` raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``.
    """

    kind: str
    names: tuple[str, ...]
    read: Callable[[str], bytes]


def members_of(source: bytes) -> tuple[str, ...]:
    r"""The names of the members of a ZIP archive or of the streams of an OLE file (``a/b`` in a storage ``a``).

    Empty for every other file, for a container whose directory cannot be read, and for one of more than 10,000 names.
    Names are as the container gives them, cut to 1,000 characters; a ZIP's ``\`` is ``/``, and a name of it that says
    no encoding is taken for one of a Chinese system where it can be. Nothing is inflated.
    """
    if source.startswith(ZIP):
        return zip_names(source)
    if source.startswith(OLE):
        return _ole(source)
    return ()


def open_container(source: bytes, limits: Limits) -> Container | None:
    """The files in a ZIP archive, folders left out, or in an e-mail; None for anything else.

    Raises ``DamagedDocumentError`` or ``LimitError`` for an e-mail that cannot be taken apart.
    """
    if source.startswith(ZIP):
        archive = open_archive(source)
        if archive is None:
            return None
        names = tuple(name for name in archive.entries if not name.endswith("/"))
        return Container("zip", names, partial(archive.read, limits)) if names else None
    if is_mail(source):
        members: Mapping[str, bytes] = MappingProxyType(mail_members(source, limits))
        return Container("mail", tuple(members), members.__getitem__)
    return None


def is_plausible(source: bytes) -> bool:
    """Whether the header of an OLE file counts no more tables of sectors than the file can hold.

    Libraries believe these counts: they read the same sector over and over again, as often as the header says.
    """
    shift, tables, small, more = (
        int.from_bytes(source[at : at + size], "little") for at, size in ((30, 2), (44, 4), (64, 4), (72, 4))
    )
    if shift not in (9, 12):
        return False
    sectors = (len(source) >> shift) + 1
    a_table = 1 << (shift - 2)  # the sectors that one sector of a table counts
    most = sectors // a_table + 2
    return tables <= most and small <= sectors and more <= most // (a_table - 1) + 1


def _ole(source: bytes) -> tuple[str, ...]:
    from olefile import OleFileIO

    if not is_plausible(source):
        return ()
    try:
        with OleFileIO(BytesIO(source)) as file:
            names = file.listdir()
    except Exception:  # a damaged file makes olefile raise whatever its parts raise
        return ()
    return () if len(names) > _MOST else tuple("/".join(name)[:_LONGEST] for name in names)
