"""Distributions that exist only for a test: a module and its metadata in a folder on the path."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from attrs import frozen

from govdisclose import plugins
from govdisclose.grammar.layout import Layout
from govdisclose.plugins import Plugin, PluginProblem, PluginWarning

LAYOUT = """
from govdisclose.layouts import CN_2019
LAYOUT = CN_2019.derive("{id}", "示例省年度报告", "示例办〔2014〕1号")
"""

READER = """
from govdisclose.document import Document, Paragraph, Reader
def sniff(head):
    return head.startswith(b"\\0\\0\\x00{id}")
def read(source, limits):
    return Document((Paragraph("一段文字"),), "{id}")
READER = Reader("{id}", ("application/x-{id}",), (".{id}",), sniff, read)
"""


@frozen
class Site:
    """A folder on the path where distributions can be put. Modules are named ``invented_…``."""

    folder: Path

    def put(
        self,
        distribution: str,
        code: str,
        *,
        layouts: Mapping[str, str] | None = None,
        readers: Mapping[str, str] | None = None,
        rules: Mapping[str, str] | None = None,
        version: str = "1.0",
    ) -> None:
        """A distribution with one module. Entry points are by name; a value is the module's own name or whole."""
        module = "invented_" + distribution.replace("-", "_")
        (self.folder / f"{module}.py").write_text(code, encoding="utf-8")
        info = self.folder / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", encoding="utf-8"
        )
        lines: list[str] = []
        groups = {"layouts": layouts, "readers": readers, "rules": rules}
        for group, points in ((f"govdisclose.{name}", given or {}) for name, given in groups.items()):
            lines.append(f"[{group}]")
            lines += [
                f"{name} = {value if ':' in value else f'{module}:{value}'}" for name, value in points.items()
            ]
        (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        plugins.refresh()

    def put_layout(self, distribution: str, code: str, *, version: str = "1.0") -> None:
        """A distribution with one layout entry point, named as the distribution."""
        self.put(distribution, code, layouts={distribution: "LAYOUT"}, version=version)

    def put_reader(self, distribution: str, code: str) -> None:
        """A distribution with one reader entry point, named as the distribution."""
        self.put(distribution, code, readers={distribution: "READER"})


def make_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site for one test. What was found, noted and warned of in it is forgotten after it."""
    monkeypatch.delenv("GOVDISCLOSE_NO_PLUGINS", raising=False)
    monkeypatch.syspath_prepend(folder)
    _forget()
    yield Site(folder)
    _forget()


def _forget() -> None:
    plugins.refresh()
    for name in [name for name in sys.modules if name.startswith("invented_")]:
        del sys.modules[name]


def found() -> tuple[Plugin, ...]:
    """The plugins that are installed, without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return plugins.installed()


def wrong() -> list[str]:
    """The problems in words."""
    found()
    return [str(problem) for problem in plugins.problems()]


def usable() -> list[str]:
    """The ids of the layouts that plugins bring and that can be used."""
    found()
    return [layout.id for layout in plugins.layouts()]


def layout_of(identifier: str) -> Layout:
    """The layout that a plugin brought."""
    found()
    return next(layout for layout in plugins.layouts() if layout.id == identifier)


def problem_of(distribution: str) -> PluginProblem | None:
    """What is wrong with the one entry point of a distribution."""
    (plugin,) = [plugin for plugin in found() if plugin.distribution == distribution]
    return plugin.problem
