"""``govdisclose new``: a distribution that brings a form or a format, to be filled in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

__all__ = ["new_command"]

_INTO = click.option(
    "--into",
    metavar="DIR",
    help="The folder to write; govdisclose-ID if not given. Must be empty or not be there. 目标文件夹。",
)


@click.group("new")
def new_command() -> None:
    """Start a plugin: a distribution with a layout or a reader, its tests and its README.

    新建插件：含格式或读取器、测试和说明。
    """


@new_command.command("layout")
@click.argument("identifier", metavar="ID")
@click.option(
    "--base", required=True, metavar="ID", help="The built-in form to derive from. 所依据的内置格式。"
)
@_INTO
def _layout(identifier: str, base: str, into: str | None) -> None:
    """A form, as a variant of a built-in one: govdisclose new layout fujian-2014 --base cn-2019.

    新建表格格式。
    """
    from govdisclose.scaffold import new_layout

    _make(identifier, into, lambda folder: new_layout(identifier, folder, base=base))


@new_command.command("reader")
@click.argument("identifier", metavar="ID")
@_INTO
def _reader(identifier: str, into: str | None) -> None:
    """A format: govdisclose new reader xlsx.

    新建文件读取器。
    """
    from govdisclose.scaffold import new_reader

    _make(identifier, into, lambda folder: new_reader(identifier, folder))


def _make(identifier: str, into: str | None, write: Callable[[Path], tuple[Path, ...]]) -> None:
    from govdisclose.scaffold import ScaffoldError, distribution_name

    folder = Path(into if into is not None else distribution_name(identifier))
    try:
        written = write(folder)
    except ScaffoldError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"cannot write {str(folder)!r}: {error.strerror or error}") from None
    for path in written:
        click.echo(path)
