"""A broken plugin is left out and named; whatever it does, the rest of the library works."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from plugin_samples import LAYOUT, READER, Site, found, make_site, problem_of, usable, wrong

from govdisclose import parse_document, plugins, registry
from govdisclose.grammar.draw import draw
from govdisclose.layouts import CN_2021
from govdisclose.plugins import PluginWarning

OTHERS = ["cn-2019", "cn-2021", "sound-2014"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for made in make_site(tmp_path, monkeypatch):
        made.put_layout("sound", LAYOUT.format(id="sound-2014"))
        yield made


def the_rest_works() -> None:
    found()
    assert OTHERS == [layout.id for layout in registry.layouts()]
    texts = {table.key: dict.fromkeys(table.cells(), "0") for table in CN_2021.tables}
    result = parse_document(draw(CN_2021, texts))
    assert result.layout == CN_2021
    assert result.read == 200


TABLE = """
from govdisclose.grammar import *
from govdisclose.grammar.values import EntryKind
def made(**changes):
    options = {"boxhead": tree(H("a", "甲"), H("b", "乙")), "stub": tree(H("c", "丙")), **changes}
    return Layout("broken", "标题", "来源", (Table("things", "事项", **options),))
"""

BROKEN = {
    "raises on import": ("raise RuntimeError('no  luck')", "raised RuntimeError: no luck"),
    "needs what is not there": (
        "import no_such_module",
        "ModuleNotFoundError: No module named 'no_such_module'",
    ),
    "is no Python": ("LAYOUT = (", "raised SyntaxError: "),
    "ends the process": ("raise SystemExit(3)", "raised SystemExit: 3"),
    "goes too deep": ("def f(): f()\nf()", "raised RecursionError: "),
    "raises what cannot be printed": (
        "class E(Exception):\n    def __str__(self): raise ValueError\nraise E",
        "raised E",
    ),
    "contradicts itself": (
        "from govdisclose.grammar import tree, H\ntree(H('a', '甲'), H('b', '甲'))",
        "raised DeclarationError: b: the label '甲' cannot be told from that of a",
    ),
    "names nothing": (
        "OTHER = 1",
        "raised AttributeError: module 'invented_broken' has no attribute 'LAYOUT'",
    ),
    "is of another type": ("LAYOUT = 'cn-2014'", "is of type str, expected a Layout or a tuple of them"),
    "is a class": (
        "from govdisclose.grammar import Layout as LAYOUT",
        "is the class Layout, expected a Layout or a tuple of them",
    ),
    "is a list": ("LAYOUT = []", "is of type list, expected a Layout or a tuple of them"),
    "is empty": ("LAYOUT = ()", "is an empty tuple, expected a Layout or a tuple of them"),
    "is a reader": (READER.format(id="x") + "LAYOUT = READER", "is of type Reader, expected a Layout"),
    "has the id of a built-in layout": (
        LAYOUT.format(id="taken") + "import attrs\nLAYOUT = attrs.evolve(LAYOUT, id='cn-2019')",
        "brings the id 'cn-2019', which is built in and cannot be replaced",
    ),
    "has an id that is no id": (
        LAYOUT.format(id="Sample 2014"),
        "the id 'Sample 2014' is not made of a-z, 0-9 and single hyphens",
    ),
    "is made for another grammar": (
        LAYOUT.format(id="newer") + "import attrs\nLAYOUT = attrs.evolve(LAYOUT, grammar_version=2)",
        "is made for version 2 of the grammar, and this govdisclose has version 1; "
        "install a release of the plugin that is made for it",
    ),
    "holds a list": (
        TABLE + "LAYOUT = made(identities=[balance('x', ['c'], ['c'])])",
        "expected a tuple: (an identity: balance(…), …)",
    ),
    "has tables in a list": (
        LAYOUT.format(id="listed")
        + "import attrs\nLAYOUT = attrs.evolve(LAYOUT, tables=list(LAYOUT.tables))",
        "expected a tuple: (a Table, …)",
    ),
    "has no title": (
        LAYOUT.format(id="untitled") + "import attrs\nLAYOUT = attrs.evolve(LAYOUT, title=None)",
        "untitled: title is None (NoneType); expected the name of the form",
    ),
    "asks for a number that there is not": (
        TABLE + "LAYOUT = made(entry=EntryKind('percent', 'cell-not-a-percent', '', ''))",
        "things:c:a asks for 'percent', no kind of number of the grammar",
    ),
    "raises when it is looked at": (
        LAYOUT.format(id="late") + "import attrs\nLAYOUT = attrs.evolve(LAYOUT, grammar_version=1)\n"
        "class T(tuple):\n    def __iter__(self): raise KeyError('late')\n"
        "object.__setattr__(LAYOUT, 'tables', T())",
        "checking it raised KeyError: 'late'",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_layout_that_is_broken_is_named_and_left_out(case: str, site: Site) -> None:
    code, message = BROKEN[case]
    site.put_layout("broken", code, version="0.3")
    problem = problem_of("broken")
    assert problem is not None
    assert message in problem.message
    assert str(problem).startswith("broken 0.3, layout 'broken': ")
    assert wrong() == [str(problem)]
    the_rest_works()


BROKEN_READERS = {
    "is of another type": ("READER = print", "is of type builtin_function_or_method, expected a Reader"),
    "is a tuple": (READER.format(id="x") + "READER = (READER,)", "is of type tuple, expected a Reader"),
    "has the id of a built-in reader": (
        READER.format(id="docx"),
        "brings the id 'docx', which is built in and cannot be replaced",
    ),
    "has one suffix as text": (
        READER.format(id="x") + "import attrs\nREADER = attrs.evolve(READER, suffixes='.x')",
        "suffixes is not a tuple of str",
    ),
    "has a suffix without a dot": (
        READER.format(id="x") + "import attrs\nREADER = attrs.evolve(READER, suffixes=('x',))",
        "the suffix 'x' does not begin with a dot",
    ),
    "cannot read": (
        READER.format(id="x") + "import attrs\nREADER = attrs.evolve(READER, read=None)",
        "sniff and read are not both functions",
    ),
}


@pytest.mark.parametrize("case", BROKEN_READERS)
def test_a_reader_that_is_broken_is_named_and_left_out(case: str, site: Site) -> None:
    code, message = BROKEN_READERS[case]
    site.put_reader("broken", code)
    assert [f"broken 1.0, reader 'broken': {message}"] == wrong()
    assert [*plugins.BUILTIN_IDS[plugins.READERS]] == [reader.id for reader in registry.readers()]
    the_rest_works()


def test_two_plugins_with_one_id_are_both_left_out_and_each_names_the_other(site: Site) -> None:
    site.put_layout("here", LAYOUT.format(id="same"))
    site.put_layout("there", LAYOUT.format(id="same"), version="2.0")
    message = "the id 'same' is brought 2 times, by here 1.0 and there 2.0; none of them is used"
    assert [
        f"here 1.0, layout 'here': {message}",
        f"there 2.0, layout 'there': {message}",
    ] == wrong()
    the_rest_works()


def test_a_layout_beside_one_that_clashes_is_used(site: Site) -> None:
    site.put_layout("here", LAYOUT.format(id="same"))
    code = (
        LAYOUT.format(id="same") + 'LAYOUT = (LAYOUT, LAYOUT.derive("spared", "另一种", "示例办〔2015〕4号"))'
    )
    site.put_layout("there", code)
    assert usable() == ["sound-2014", "spared"]
    assert [("same", "spared")] == [plugin.ids for plugin in found() if plugin.distribution == "there"]


def test_one_id_twice_in_one_distribution_is_a_clash(site: Site) -> None:
    site.put("twice", LAYOUT.format(id="same"), layouts={"one": "LAYOUT", "two": "LAYOUT"})
    message = "the id 'same' is brought 2 times, by twice 1.0; none of them is used"
    assert [f"twice 1.0, layout 'one': {message}", f"twice 1.0, layout 'two': {message}"] == wrong()


def test_a_plugin_that_is_broken_takes_its_id_from_no_other_one(site: Site) -> None:
    site.put_layout("older", LAYOUT.format(id="same") + "object.__setattr__(LAYOUT, 'grammar_version', 0)")
    site.put_layout("newer", LAYOUT.format(id="same"))
    assert usable() == ["same", "sound-2014"]


def test_an_interrupt_is_no_fault_of_a_plugin(site: Site) -> None:
    site.put_layout("interrupted", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        plugins.layouts()


def test_a_problem_is_warned_of_once(site: Site) -> None:
    site.put_layout("warned", "1 / 0")
    expected = "warned 1.0, layout 'warned': loading 'invented_warned:LAYOUT' raised ZeroDivisionError"
    with pytest.warns(PluginWarning, match=expected) as caught:
        registry.layouts()
    assert len(caught) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        registry.layouts()
        plugins.refresh()
        registry.layouts()
        plugins.problems()
    assert len(plugins.problems()) == 1


def test_entry_points_that_cannot_be_read_hide_no_others(site: Site) -> None:
    site.put_layout("garbled", "")
    info = site.folder / "invented_garbled-1.0.dist-info"
    (info / "entry_points.txt").write_text("[govdisclose.layouts]\nno equals sign\n", encoding="utf-8")
    plugins.refresh()
    assert len(wrong()) == 1
    assert wrong()[0].startswith("garbled 1.0: its entry_points.txt cannot be read: ")
    the_rest_works()


def test_a_distribution_without_metadata_is_named_as_one(site: Site) -> None:
    site.put_layout("nameless", "1 / 0")
    (site.folder / "invented_nameless-1.0.dist-info" / "METADATA").unlink()
    plugins.refresh()
    expected = "a distribution without a name of unknown version, layout 'nameless': loading"
    assert wrong()[0].startswith(expected)
    the_rest_works()
