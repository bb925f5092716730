"""A new distribution passes its own tests, type check and lint as it is generated, and is found once it is built."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plugin_samples import LAYOUT, Site, found, make_site

from govdisclose import parse_document, plugins, read, registry
from govdisclose.cli import main
from govdisclose.document import Document, Paragraph
from govdisclose.scaffold import ScaffoldError, new_layout, new_reader

LONG = "a234567890-b234567890-c234567890-d234567"
WAYS = {
    "layout of 2019": ("layout", "fujian-2014", "--base", "cn-2019"),
    "layout of 2021": ("layout", "2014", "--base", "cn-2021"),
    "layout of a long name": ("layout", LONG, "--base", "cn-2019"),
    "reader": ("reader", "xlsx"),
    "reader of a short name": ("reader", "7"),
    "reader of a long name": ("reader", LONG),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    yield from make_site(tmp_path, monkeypatch)


def run(*arguments: str) -> Result:
    return CliRunner(env={"LC_ALL": "en_US.UTF-8", "NO_COLOR": "1"}).invoke(main, ["new", *arguments])


def check(folder: Path, *command: str) -> None:
    """Run a tool in the folder as its author would, without what the environment says of plugins."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(  # noqa: S603 - our own interpreter and tools
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def need(module: str) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed")


@pytest.mark.parametrize("way", ["layout of 2019", "layout of 2021", "reader of a short name"])
def test_it_passes_its_own_tests(way: str, tmp_path: Path) -> None:
    assert run(*WAYS[way], "--into", str(tmp_path / "dist")).exit_code == 0
    check(tmp_path / "dist", "pytest", "-q", "-p", "no:cacheprovider")


@pytest.mark.parametrize("way", WAYS)
def test_it_is_linted_and_formatted(way: str, tmp_path: Path) -> None:
    need("ruff")
    made = tmp_path / "dist"
    assert run(*WAYS[way], "--into", str(made)).exit_code == 0
    check(made, "ruff", "check", "--no-cache", ".")
    check(made, "ruff", "format", "--no-cache", "--check", ".")


def test_its_types_are_strict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("mypy")
    monkeypatch.setenv("MYPY_CACHE_DIR", str(tmp_path / "cache"))  # the second run takes less time
    for number, way in enumerate(("layout of 2019", "reader")):
        folder = tmp_path / str(number)
        assert run(*WAYS[way], "--into", str(folder)).exit_code == 0
        check(folder, "mypy")


@pytest.mark.parametrize("way", ["layout of 2019", "reader"])
def test_it_is_built_and_found(way: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    need("hatchling")
    folder = site.folder / "dist"
    assert run(*WAYS[way], "--into", str(folder)).exit_code == 0
    check(folder, "hatchling", "build", "-t", "wheel")
    (wheel,) = (folder / "dist").iterdir()
    kind, identifier = WAYS[way][:2]
    with zipfile.ZipFile(wheel) as archive:
        assert f"govdisclose_{identifier.replace('-', '_')}/py.typed" in archive.namelist()
    monkeypatch.syspath_prepend(wheel)
    plugins.refresh()
    assert [(kind, identifier, None)] == [
        (plugin.group.removeprefix("govdisclose.")[:-1], plugin.name, plugin.problem) for plugin in found()
    ]
    if kind == "layout":
        assert identifier in [layout.id for layout in registry.layouts()]
        assert parse_document(_report()).selection.chosen is None
    else:
        assert read(b"\0\0\0xlsx\n" + "一段文字".encode()).format == "xlsx"
    sys.modules.pop(f"govdisclose_{identifier.replace('-', '_')}")


def _report() -> Document:
    return Document((Paragraph("示例市教育局2022年政府信息公开工作年度报告"),), "drawn")


def test_what_is_written_is_listed_and_the_folder_is_named_by_the_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("layout", "fujian-2014", "--base", "cn-2019")
    assert [
        "govdisclose-fujian-2014/.gitignore",
        "govdisclose-fujian-2014/README.md",
        "govdisclose-fujian-2014/pyproject.toml",
        "govdisclose-fujian-2014/samples/README.md",
        "govdisclose-fujian-2014/src/govdisclose_fujian_2014/__init__.py",
        "govdisclose-fujian-2014/src/govdisclose_fujian_2014/py.typed",
        "govdisclose-fujian-2014/tests/test_layout.py",
    ] == done.stdout.splitlines()
    assert all(Path(line).is_file() for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    "identifier", ["Fujian", "fujian_2014", "福建", "-a", "a-", "a--b", "", "a b", "../a", "a" * 41]
)
def test_an_id_that_is_none_is_refused(identifier: str, tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="is not made of a-z, 0-9 and single hyphens, 40 at most"):
        new_reader(identifier, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_an_id_that_is_built_in_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="the id 'cn-2021' is built in; choose another one"):
        new_layout("cn-2021", tmp_path / "dist", base="cn-2019")
    with pytest.raises(ScaffoldError, match="the id 'docx' is built in; choose another one"):
        new_reader("docx", tmp_path / "dist")


def test_an_id_that_is_installed_is_refused(site: Site) -> None:
    site.put_layout("there", LAYOUT.format(id="sample-2014"))
    found()
    with pytest.raises(
        ScaffoldError, match=r"the id 'sample-2014' is brought by there 1\.0; choose another one"
    ):
        new_layout("sample-2014", site.folder / "dist", base="cn-2019")
    new_reader("sample-2014", site.folder / "dist")


def test_a_folder_that_holds_something_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    done = run("reader", "xlsx", "--into", str(tmp_path))
    assert done.exit_code == 2
    assert "is there already and not an empty folder" in done.stderr
    assert ["README.md"] == [path.name for path in tmp_path.iterdir()]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert run("reader", "xlsx", "--into", str(tmp_path)).exit_code == 0
    assert (tmp_path / "pyproject.toml").is_file()


def test_a_base_that_there_is_not_is_refused(tmp_path: Path) -> None:
    done = run("layout", "fujian-2014", "--base", "cn-2020", "--into", str(tmp_path / "dist"))
    assert done.exit_code == 2
    assert "no built-in layout 'cn-2020' to derive from; there are cn-2019, cn-2021" in done.stderr


def test_a_folder_that_cannot_be_made_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("reader", "xlsx", "--into", str(tmp_path / "file" / "dist"))
    assert done.exit_code == 2
    assert "cannot write" in done.stderr
