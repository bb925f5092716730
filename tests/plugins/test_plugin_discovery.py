"""Layouts and readers of other distributions are found on first use, once, and again when asked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

import pytest
from plugin_samples import LAYOUT, READER, Site, found, layout_of, make_site, usable

from govdisclose import parse_document, plugins, read, registry
from govdisclose.document import Document, Paragraph
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.plugins import Plugin

TITLE = "示例市教育局2022年政府信息公开工作年度报告"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    yield from make_site(tmp_path, monkeypatch)


def test_the_ids_that_no_plugin_can_take_are_those_of_the_library_itself() -> None:
    assert plugins.BUILTIN_IDS == {
        "govdisclose.layouts": tuple(layout.id for layout in registry.builtin_layouts()),
        "govdisclose.readers": tuple(reader.id for reader in registry.builtin_readers()),
    }


def test_a_layout_and_a_reader_are_found_with_the_distribution_that_brings_them(site: Site) -> None:
    code = LAYOUT.format(id="sample-2014") + READER.format(id="xyz")
    site.put("both", code, layouts={"form": "LAYOUT"}, readers={"format": "READER"}, version="2.1")
    assert found() == (
        Plugin("govdisclose.layouts", "form", "both", "2.1", ("sample-2014",), ("sample-2014",), None),
        Plugin("govdisclose.readers", "format", "both", "2.1", ("xyz",), ("xyz",), None),
    )
    assert ["cn-2019", "cn-2021", "sample-2014"] == [layout.id for layout in registry.layouts()]
    assert [*plugins.BUILTIN_IDS[plugins.READERS], "xyz"] == [reader.id for reader in registry.readers()]
    assert read(b"\0\0\0xyz").format == "xyz"
    assert plugins.problems() == ()


def test_layouts_of_plugins_come_after_the_built_in_ones_sorted_by_id(site: Site) -> None:
    site.put_layout("first", LAYOUT.format(id="b-form"))
    site.put_layout("second", LAYOUT.format(id="a-form"))
    assert ["cn-2019", "cn-2021", "a-form", "b-form"] == [layout.id for layout in registry.layouts()]


def test_an_entry_point_may_bring_several_layouts(site: Site) -> None:
    code = LAYOUT.format(id="one") + 'LAYOUT = (LAYOUT, LAYOUT.derive("two", "第二种", "示例办〔2015〕2号"))'
    site.put_layout("pair", code)
    assert usable() == ["one", "two"]
    assert [plugin.ids for plugin in found()] == [("one", "two")]


def test_the_origin_of_a_layout_is_known_and_that_of_a_built_in_one_is_none(site: Site) -> None:
    site.put_layout("known", LAYOUT.format(id="known-2014"))
    plugin = plugins.origin(layout_of("known-2014"))
    assert plugin is not None
    assert (plugin.distribution, plugin.version) == ("known", "1.0")
    assert plugins.origin(CN_2019) is None


def test_what_was_found_is_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put_layout("kept", LAYOUT.format(id="kept-2014"))
    assert usable() == ["kept-2014"]
    monkeypatch.setattr(metadata, "entry_points", _never)
    assert usable() == ["kept-2014"]
    assert plugins.readers() == ()


def test_refresh_finds_what_was_installed_since(site: Site) -> None:
    assert usable() == []
    site.put_layout("late", LAYOUT.format(id="late-2014"))
    plugins.refresh()
    assert usable() == ["late-2014"]


def test_refresh_tries_again_what_could_not_be_imported(site: Site) -> None:
    site.put_layout("mended", "raise OSError('no such file')")
    assert usable() == []
    (site.folder / "invented_mended.py").write_text(LAYOUT.format(id="mended-2014"), encoding="utf-8")
    assert usable() == []
    plugins.refresh()
    assert usable() == ["mended-2014"]


@pytest.mark.parametrize(("value", "expected"), [("1", []), ("yes", []), ("0", ["off"]), ("", ["off"])])
def test_the_environment_turns_plugins_off(
    value: str, expected: list[str], site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put_layout("switched", LAYOUT.format(id="off"))
    site.put_layout("broken", "1 / 0")
    monkeypatch.setenv("GOVDISCLOSE_NO_PLUGINS", value)
    assert usable() == expected
    assert len(plugins.problems()) == len(expected)
    assert plugins.turned_off() is not bool(expected)


def test_the_switch_works_in_both_directions_without_a_refresh(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put_layout("to-and-fro", LAYOUT.format(id="there"))
    assert usable() == ["there"]
    monkeypatch.setenv("GOVDISCLOSE_NO_PLUGINS", "1")
    assert usable() == []
    monkeypatch.delenv("GOVDISCLOSE_NO_PLUGINS")
    assert usable() == ["there"]


def test_nothing_is_looked_for_where_layouts_and_readers_are_given(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "entry_points", _never)
    reader = next(reader for reader in registry.builtin_readers() if reader.id == "text")
    document = read(f"{TITLE}\n一、总体情况\n无。\n六、其他需要报告的事项\n无。".encode(), readers=[reader])
    assert parse_document(document, layouts=[CN_2021]).report.year == 2022


def test_a_plugin_that_asks_for_the_layouts_while_it_is_imported_gets_the_built_in_ones(site: Site) -> None:
    code = "from govdisclose import registry\nSEEN = registry.layouts()\n" + LAYOUT.format(id="asking")
    site.put_layout("asking", code)
    assert usable() == ["asking"]
    seen = sys.modules["invented_asking"].SEEN
    assert ["cn-2019", "cn-2021"] == [layout.id for layout in seen]


def test_threads_that_ask_at_once_all_get_what_is_found(site: Site) -> None:
    site.put_layout("slow", "import time\ntime.sleep(0.2)\n" + LAYOUT.format(id="slow"))
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(plugins.layouts) for _ in range(4)]
        assert [["slow"]] * 4 == [[layout.id for layout in one.result()] for one in asked]


def test_a_layout_given_by_the_caller_needs_no_installation() -> None:
    layout = CN_2019.derive("given", "给出的格式", "示例办〔2014〕3号")
    document = Document((Paragraph(TITLE),), "drawn")
    result = parse_document(document, layouts=[layout])
    assert result.layout == layout


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import govdisclose", False),
        ("import govdisclose; govdisclose.parse; import govdisclose.registry, govdisclose.plugins", False),
        ("from govdisclose import registry; registry.writers()", False),
        ("from govdisclose import registry; registry.layouts()", True),
    ],
)
def test_a_plugin_is_imported_when_layouts_are_asked_for_and_not_before(
    code: str, loaded: bool, site: Site
) -> None:
    site.put_layout("costly", "import wave\n" + LAYOUT.format(id="costly"))
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [
            sys.executable,
            "-c",
            f"{code}\nimport sys; print('invented_costly' in sys.modules, 'wave' in sys.modules)",
        ],
        env=os.environ | {"PYTHONPATH": str(site.folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"{loaded} {loaded}\n" == done.stdout


def test_importing_the_package_does_not_import_what_looks_for_plugins(site: Site) -> None:
    code = "import govdisclose, sys; print([m for m in ('importlib.metadata', 'govdisclose.plugins') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


def _never() -> None:
    raise AssertionError("the entry points were looked at")
