"""A look into a container: the names of what is in a ZIP archive or an OLE file, and nothing more.

What a file is stands in these names, and the names stand at the end of a ZIP archive, and anywhere in an OLE file: the
first bytes of the file do not show them. Nothing is inflated, and nothing that a container says of itself is believed.
"""

from __future__ import annotations

from io import BytesIO

__all__ = ["OLE", "ZIP", "is_plausible", "members_of"]

ZIP = b"PK\x03\x04"
"""The first bytes of a ZIP archive."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an OLE file: a file system in a file, as Office wrote before 2007."""

_MOST = 10_000
_LONGEST = 1_000
_ENTRY = b"PK\x01\x02"


def members_of(source: bytes) -> tuple[str, ...]:
    r"""The names of the members of a ZIP archive or of the streams of an OLE file (``a/b`` in a storage ``a``).

    Empty for every other file, for a container whose directory cannot be read, and for one of more than 10,000 names.
    Names are as the container gives them, cut to 1,000 characters; a ZIP's ``\\`` is ``/``.
    """
    if source.startswith(ZIP):
        return _zip(source)
    if source.startswith(OLE):
        return _ole(source)
    return ()


def _zip(source: bytes) -> tuple[str, ...]:
    from zipfile import ZipFile

    if source.count(_ENTRY) > _MOST:
        return ()
    try:
        with ZipFile(BytesIO(source)) as archive:
            return tuple(name.replace("\\", "/")[:_LONGEST] for name in archive.namelist())
    except Exception:  # a damaged archive makes zipfile raise whatever its parts raise
        return ()


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
    except Exception:  # as above
        return ()
    return () if len(names) > _MOST else tuple("/".join(name)[:_LONGEST] for name in names)
