"""``import govdisclose`` costs next to nothing, and its names are there when they are asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import govdisclose


def run(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize(
    "package",
    [
        "lxml",
        "docx",
        "pdfminer",
        "cattrs",
        "click",
        "rich",
        "hypothesis",
        "pytest",
        "attr",
        "attrs",
        "decimal",
        "govdisclose.parsing",
        "govdisclose.grammar",
        "govdisclose.records",
        "govdisclose.readers",
        "govdisclose.testing",
    ],
)
def test_importing_the_package_imports_nothing_heavy(package: str) -> None:
    assert run(f"import govdisclose, sys; print({package!r} in sys.modules)") == "False"


@pytest.mark.parametrize(
    "package", ["lxml", "docx", "pdfminer", "click", "rich", "hypothesis", "pytest", "_pytest"]
)
def test_asking_for_parse_imports_no_reader_and_no_test_tool(package: str) -> None:
    assert run(f"import govdisclose, sys; govdisclose.parse; print({package!r} in sys.modules)") == "False"


@pytest.mark.parametrize("package", ["lxml", "docx", "pdfminer", "click", "rich", "hypothesis", "pytest"])
def test_the_grammar_needs_no_file_format(package: str) -> None:
    assert run(f"import govdisclose.layouts, sys; print({package!r} in sys.modules)") == "False"


def test_a_star_import_gives_every_name() -> None:
    code = (
        "import govdisclose\n"
        "names = {}\n"
        "exec('from govdisclose import *', names)\n"
        "print(sorted(set(govdisclose.__all__) - set(names)))"
    )
    assert run(code) == "[]"


@pytest.mark.parametrize("name", govdisclose.__all__)
def test_every_name_resolves(name: str) -> None:
    assert getattr(govdisclose, name) is not None


def test_the_names_are_sorted_and_stand_once() -> None:
    names = [name for name in govdisclose.__all__ if name[0].islower()]
    assert names == sorted(set(names))
    assert len(govdisclose.__all__) == len(set(govdisclose.__all__))


def test_dir_lists_the_names_and_the_version() -> None:
    assert sorted((*govdisclose.__all__, "__version__")) == dir(govdisclose)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'govdisclose' has no attribute 'prase'"):
        govdisclose.prase  # noqa: B018


def test_an_unknown_name_cannot_be_imported() -> None:
    code = "try:\n    from govdisclose import prase\nexcept ImportError as error:\n    print('ImportError')"
    assert run(code) == "ImportError"


@pytest.mark.parametrize(
    "before",
    [
        "import govdisclose",
        "import govdisclose.parsing, govdisclose",
        "from govdisclose.parsing import parse_document; import govdisclose",
        "from govdisclose import parse_document; import govdisclose",
        "from govdisclose import parse; import govdisclose",
        "from govdisclose import read; import govdisclose",
        "import govdisclose; govdisclose.read; govdisclose.Result",
        "import govdisclose.result, govdisclose.registry, govdisclose.layouts; import govdisclose",
        "import govdisclose.readers.text; import govdisclose",
    ],
)
def test_parse_is_the_function_whatever_was_imported_before(before: str) -> None:
    code = f"{before}\nprint(type(govdisclose.parse).__name__, type(govdisclose.read).__name__)"
    assert run(code) == "function function"


def test_no_name_of_the_package_is_that_of_a_submodule() -> None:
    code = (
        "import govdisclose, pkgutil\n"
        "modules = {module.name for module in pkgutil.iter_modules(govdisclose.__path__)}\n"
        "print(sorted(modules & set(govdisclose.__all__)))"
    )
    assert run(code) == "[]"
