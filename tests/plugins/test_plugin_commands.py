"""What the command line says of plugins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plugin_samples import LAYOUT, READER, Site, found, make_site

from govdisclose.cli import main


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    yield from make_site(tmp_path, monkeypatch)


def run(*arguments: str, lang: str = "en_US.UTF-8") -> Result:
    return CliRunner(env={"LC_ALL": lang, "NO_COLOR": "1"}).invoke(main, arguments)


def test_each_distribution_is_listed_with_what_it_brings_and_what_is_wrong(site: Site) -> None:
    code = LAYOUT.format(id="sample-2014") + READER.format(id="xyz")
    site.put("sound", code, layouts={"form": "LAYOUT"}, readers={"format": "READER"}, version="2.1")
    site.put_layout("taken", LAYOUT.format(id="cn-2021"))
    done = run("plugins")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "sound  2.1",
        "  layout  form    sample-2014",
        "  reader  format  xyz",
        "taken  1.0",
        "  layout  taken  cn-2021 (not used)",
        "          ✗ brings the id 'cn-2021', which is built in and cannot be replaced",
    ]


def test_problems_alone_are_listed_with_exit_status_1(site: Site) -> None:
    site.put_layout("sound", LAYOUT.format(id="sample-2014"))
    assert run("plugins", "--problems").exit_code == 0
    assert run("plugins", "--problems").stdout == "no problems\n"
    site.put_layout("broken", "1 / 0")
    done = run("plugins", "--problems")
    assert done.exit_code == 1
    assert (
        "broken 1.0, layout 'broken': loading 'invented_broken:LAYOUT' raised ZeroDivisionError: division by zero\n"
        == done.stdout
    )


def test_a_distribution_whose_entry_points_cannot_be_read_is_listed(site: Site) -> None:
    site.put_layout("garbled", "")
    info = site.folder / "invented_garbled-1.0.dist-info"
    (info / "entry_points.txt").write_text("[govdisclose.layouts]\nno equals sign\n", encoding="utf-8")
    assert run("plugins").stdout.startswith("garbled 1.0: its entry_points.txt cannot be read: ")


def test_that_there_are_none_is_said_in_both_languages(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    if found():
        pytest.skip("a plugin is installed here")
    assert run("plugins").stdout == "no plugin is installed\n"
    assert run("plugins", lang="zh_CN.UTF-8").stdout == "未安装插件\n"
    monkeypatch.setenv("GOVDISCLOSE_NO_PLUGINS", "1")
    assert run("plugins").stdout == "plugins are turned off by GOVDISCLOSE_NO_PLUGINS\n"


def test_the_lists_of_layouts_and_readers_say_who_brought_what_is_not_built_in(site: Site) -> None:
    code = LAYOUT.format(id="sample-2014") + READER.format(id="xyz")
    site.put("sound", code, layouts={"form": "LAYOUT"}, readers={"format": "READER"}, version="2.1")
    lines = run("layouts").stdout.splitlines()
    assert lines[lines.index("sample-2014  示例省年度报告") + 4] == "    sound 2.1"
    assert lines.count("    sound 2.1") == 1
    assert "application/x-xyz  sound 2.1" in run("readers").stdout
    assert run("readers").stdout.count("sound 2.1") == 1
