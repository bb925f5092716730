"""The bytes behind a path, and no more of them than are asked for.

A path may name what is no file: a pipe that nobody writes to is waited for, a device never ends, and a file may grow
while it is read. Nothing that a name or a size promises is believed.
"""

from __future__ import annotations

import errno
import os
import stat

from govdisclose.limits import Limits

__all__ = ["read_file"]

_CHUNK = 1 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe put in the place of the file is opened without waiting


def read_file(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """The content of a regular file. Links are followed.

    Raises ``OSError`` at once for what is no regular file, and ``LimitError`` for one of more than ``limits.bytes``;
    of that no more than one byte beyond is read, whatever its size is said to be.
    """
    name = os.fsdecode(path)
    _refuse_others(os.stat(name), name)
    with open(os.open(name, _FLAGS | _NO_WAIT), "rb") as file:
        size = _refuse_others(os.fstat(file.fileno()), name)
        limits.check("bytes", size, os.path.basename(name))
        content = file.read(size + 1)
        if len(content) <= size:
            return content
        parts = [content]
        count = len(content)
        while count <= limits.bytes and (part := file.read(min(_CHUNK, limits.bytes + 1 - count))):
            parts.append(part)
            count += len(part)
    limits.check("bytes", count, os.path.basename(name))
    return b"".join(parts)


def _refuse_others(found: os.stat_result, name: str) -> int:
    """The size of a regular file; what is none is an ``OSError``."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", name)
    return found.st_size
