"""The terminal: language, width, colours. Nothing that comes from a document reaches it unescaped."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

    from govdisclose.explain.lines import Line, Section

__all__ = ["default_language", "language_option", "open_console", "page_width", "show", "show_sections"]

_F = TypeVar("_F", bound=Callable[..., object])

_STYLES = {
    "plain": "",
    "dim": "bright_black",
    "strong": "bold",
    "good": "green",
    "warn": "yellow",
    "bad": "red",
}
_PIPE_WIDTH = 100
_LEAST_WIDTH = 60
_MOST_WIDTH = 160


def default_language(environ: Mapping[str, str] = os.environ) -> str:
    """``zh`` if the environment asks for Chinese messages, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"


def language_option(function: _F) -> _F:
    """The option ``--lang``."""
    option = click.option(
        "--lang",
        "language",
        type=click.Choice(["en", "zh"]),
        default=default_language,
        help="Language of messages; by default that of LC_ALL or LANG. 消息语言。",
    )
    return option(function)


def open_console(*, stderr: bool = False) -> Console:
    """A console over stdout or stderr. A character that the terminal cannot show becomes a question mark."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)


def page_width(console: Console) -> int:
    """How wide a page is: the terminal, within reason; a fixed width in a pipe."""
    if not console.is_terminal:
        return _PIPE_WIDTH
    return max(_LEAST_WIDTH, min(console.width, _MOST_WIDTH))


def show(console: Console, lines: Iterable[Line]) -> None:
    """Print lines in colour."""
    from rich.text import Text

    for line in lines:
        text = Text(end="")
        for span in line.spans:
            text.append(span.text, _STYLES[span.style])
        text.rstrip()
        console.print(text)


def show_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print sections under their titles, an empty line between them."""
    from govdisclose.explain.lines import Span, line

    for number, section in enumerate(sections):
        if number:
            show(console, [line()])
        show(console, [line(Span(section.title, "strong"))])
        show(console, section.lines)
