"""Last year's files, by organ and year. None is held in memory: a folder may hold thousands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from govdisclose.cli.screen import show

if TYPE_CHECKING:
    from rich.console import Console

    from govdisclose.cli.checking import LastYear
    from govdisclose.cli.paths import Found
    from govdisclose.limits import Limits

__all__ = ["by_organ"]


def by_organ(
    files: Sequence[Found],
    limits: Limits,
    renamed: Mapping[str, str],
    jobs: int,
    console: Console,
    language: str,
) -> LastYear:
    """The files of each organ and year. One that cannot be read, or does not say whose it is, is named."""
    from govdisclose.checking.names import folded_renames, key_now
    from govdisclose.cli.batch import run_all
    from govdisclose.cli.checking import CheckTask, Organ, read_organ
    from govdisclose.cli.failure import failure, failure_spans
    from govdisclose.cli.work import source_name
    from govdisclose.explain.lines import Span, line

    def failed(task: CheckTask, error: Exception) -> Organ:
        return Organ(task.path, failure=failure(error))

    renames = folded_renames(renamed)
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    tasks = [CheckTask(item.path, limits, error=item.error) for item in files]
    for organ in run_all(read_organ, tasks, jobs, failed):
        if organ.failure is not None:
            words = failure_spans(organ.failure, language)
            show(console, [line(Span("✗ ", "bad"), f"{source_name(organ.path)}  ", *words)])
        elif organ.organ is None or organ.year is None:
            why = (
                "没有写明机关或年度，不能配对"
                if language == "zh"
                else "names no organ or no year: pairs with none"
            )
            show(console, [line(Span("? ", "dim"), f"{source_name(organ.path)}  {why}")])
        else:
            key = key_now(organ.organ, renames), organ.year
            found[key] = (*found.get(key, ()), organ.path)
    return found
