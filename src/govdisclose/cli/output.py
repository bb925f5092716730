"""Where the data go: to stdout, or to a file that is there whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

import click

__all__ = ["check_output", "interrupted", "open_output"]

_INTERRUPTED = 130


def check_output(output: str, inputs: Sequence[str], option: str = "-o") -> None:
    """Refuse a place that cannot be written to, and one that is read. Raises ``click.UsageError``."""
    folder = os.path.dirname(os.path.abspath(output))
    if os.path.isdir(output):
        raise click.UsageError(f"{option} {output!r} is a folder; give the name of a file in it")
    if not os.path.isdir(folder):
        raise click.UsageError(f"{option} {output!r}: the folder {folder!r} does not exist; make it first")
    if os.path.exists(output):
        for path in inputs:
            if os.path.exists(path) and os.path.samefile(path, output):
                raise click.UsageError(f"{option} {output!r} is one of the files to read; give another name")


@contextmanager
def interrupted(output: str | None) -> Iterator[None]:
    """Ctrl-C ends with 130, and what cannot be written is wrong usage."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        where = repr(output) if output is not None else "stdout"
        raise click.UsageError(f"cannot write {where}: {error.strerror or error}") from None


@contextmanager
def open_output(output: str | None) -> Iterator[BinaryIO]:
    """Stdout, or a file that is put in its place when all is written."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = os.path.realpath(output)
    if os.path.exists(target) and not os.path.isfile(target):  # a device or a pipe cannot be replaced
        with open(target, "wb") as file:
            yield file
        return
    with _replaced(target) as number, open(number, "wb") as file:
        yield file


@contextmanager
def _replaced(target: str) -> Iterator[int]:
    """A new file that takes the place of ``target`` at the end, and is gone where something fails."""
    number, name = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".", suffix=".part")
    try:
        yield number
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _mode(target: str) -> int:
    """The mode of the file that is replaced, or that of any new file."""
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
