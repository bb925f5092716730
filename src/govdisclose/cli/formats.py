"""The formats that commands write: the option ``--to``, and what the end of a file's name tells."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Protocol, TypeVar

import click

__all__ = ["Format", "chosen_format", "to_option"]

_F = TypeVar("_F", bound=Callable[..., object])


class Format(Protocol):
    """What the values of the formats that are written have in common."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def suffix(self) -> str: ...  # noqa: D102
    @property
    def binary(self) -> bool: ...  # noqa: D102
    @property
    def needs(self) -> str: ...  # noqa: D102
    @property
    def extra(self) -> str: ...  # noqa: D102


_Format = TypeVar("_Format", bound=Format)


def to_option(load: Callable[[], Mapping[str, Format]], text: str) -> Callable[[_F], _F]:
    """The option ``--to``: one of the formats that ``load`` gives, which are imported only where it is used."""
    return click.option("--to", type=_FormatType(load), help=text)


class _FormatType(click.ParamType):  # type: ignore[type-arg]  # click before 8.2 has it without argument
    name = "format"

    def __init__(self, load: Callable[[], Mapping[str, Format]]) -> None:
        self.load = load

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return f"[{'|'.join(self.load())}]"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Format:
        formats = self.load()
        if value not in formats:
            raise click.UsageError(f"--to {value}: no such output; there are {', '.join(formats)}")
        return formats[str(value)]


def chosen_format(formats: Mapping[str, _Format], to: _Format | None, output: str | None) -> _Format | None:
    """The format that is asked for, or that the end of the file's name tells. Raises ``click.UsageError``.

    Refuses, before anything is read, what cannot be made here.
    """
    from govdisclose.errors import MissingExtraError

    if to is None and output is not None:
        suffix = os.path.splitext(output)[1].lower()
        to = next((item for item in formats.values() if item.suffix == suffix), None)
        if to is None:
            *names, last = formats
            choice = f"{', '.join(names)} or {last}"
            raise click.UsageError(f"-o {output!r}: its name does not tell the format; give --to {choice}")
    if to is not None and to.binary and output is None:
        raise click.UsageError(f"--to {to.id} is no text; give -o FILE")
    if to is not None and to.needs and find_spec(to.needs) is None:
        raise click.UsageError(str(MissingExtraError(to.extra, f"{to.needs} is")))
    return to
