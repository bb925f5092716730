"""Options and arguments that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from govdisclose.limits import Limits

__all__ = ["check_paths", "jobs_option", "limits_option", "parse_limits"]

_F = TypeVar("_F", bound=Callable[..., object])


def jobs_option(function: _F) -> _F:
    """The option ``--jobs``."""
    option = click.option(
        "-j", "--jobs", type=click.IntRange(1, 256), default=1, help="Processes to read with. 并行进程数。"
    )
    return option(function)


def limits_option(function: _F) -> _F:
    """The option ``--limit``, which may stand several times."""
    option = click.option(
        "--limit",
        "limits",
        multiple=True,
        metavar="NAME=VALUE",
        help="Raise a limit, as rows=50000. 提高限制。",
    )
    return option(function)


def check_paths(paths: Iterable[str]) -> None:
    """Refuse a path that is not there. Raises ``click.UsageError``."""
    for path in paths:
        if not os.path.lexists(path) and not _is_in_file(path):
            raise click.UsageError(f"{path!r} does not exist; give files or folders")


def _is_in_file(path: str) -> bool:
    """Whether a path goes on behind a file, as that of a member of an archive does: whether it is there shows later."""
    while path := os.path.dirname(path.rstrip(os.sep)):
        if os.path.lexists(path):
            return os.path.isfile(path)
    return False


def parse_limits(items: Sequence[str]) -> Limits:
    """``NAME=VALUE`` pairs over the default limits. Raises ``click.UsageError``."""
    import attrs

    from govdisclose.limits import DEFAULT_LIMITS, Limits

    names = [item.name for item in attrs.fields(Limits)]
    changes: dict[str, int] = {}
    for item in items:
        name, _, value = item.partition("=")
        if name not in names:
            raise click.UsageError(f"--limit {item}: no limit {name!r}; there are {', '.join(names)}")
        if not (value.isascii() and value.isdigit() and int(value) > 0):
            raise click.UsageError(f"--limit {item}: expected a whole number from 1, as {name}=50000")
        changes[name] = int(value)
    return attrs.evolve(DEFAULT_LIMITS, **changes)
