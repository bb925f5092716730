"""New distributions that bring a form or a format, ready to be filled in, tested and published."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template

from govdisclose import __version__, plugins
from govdisclose.errors import GovdiscloseError

__all__ = ["ScaffoldError", "distribution_name", "new_layout", "new_reader"]

_LONGEST_ID = 40
_BASES = {"cn-2019": "CN_2019", "cn-2021": "CN_2021"}

# By template: where it goes in the distribution.
_BOTH = {"pyproject.toml": "pyproject.toml", "gitignore": ".gitignore"}
_LAYOUT = {
    "module.py": "src/$module/__init__.py",
    "test_layout.py": "tests/test_layout.py",
    "samples.md": "samples/README.md",
    "readme.md": "README.md",
}
_READER = {
    "module.py": "src/$module/__init__.py",
    "test_reader.py": "tests/test_reader.py",
    "samples.md": "samples/README.md",
    "readme.md": "README.md",
}


class ScaffoldError(GovdiscloseError, ValueError):
    """A distribution that cannot be made as asked: the id, the base or the folder is wrong."""


def distribution_name(identifier: str) -> str:
    """The name of the distribution for an id: ``govdisclose-fujian-2014``."""
    return f"govdisclose-{identifier}"


def new_layout(identifier: str, folder: Path, *, base: str) -> tuple[Path, ...]:
    """Write a distribution with a layout derived from a built-in one; the files written.

    Raises ``ScaffoldError``, and ``OSError`` where the folder cannot be written to.
    """
    if base not in _BASES:
        raise ScaffoldError(f"no built-in layout {base!r} to derive from; there are {', '.join(_BASES)}")
    values = {"base": base, "base_name": _BASES[base], "object": "LAYOUT", "what": f"The form {identifier}"}
    return _write(identifier, folder, "layout", _LAYOUT, values)


def new_reader(identifier: str, folder: Path) -> tuple[Path, ...]:
    """Write a distribution with a reader of a stand-in format; the files written. Raises as ``new_layout``."""
    values = {"object": "READER", "what": f"A reader of {identifier} files"}
    return _write(identifier, folder, "reader", _READER, values)


def _write(
    identifier: str, folder: Path, kind: str, templates: Mapping[str, str], values: Mapping[str, str]
) -> tuple[Path, ...]:
    _check_id(identifier, f"govdisclose.{kind}s")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{str(folder)!r} is there already and not an empty folder")
    names = {
        **values,
        "id": identifier,
        "kind": kind,
        "group": f"govdisclose.{kind}s",
        "distribution": distribution_name(identifier),
        "module": distribution_name(identifier).replace("-", "_"),
        "version": __version__,
    }
    home = resources.files(__name__) / "templates"
    texts = {path: home / "both" / f"{name}.tmpl" for name, path in _BOTH.items()}
    texts |= {path: home / kind / f"{name}.tmpl" for name, path in templates.items()}
    made = {
        Template(path).substitute(names): Template(text.read_text(encoding="utf-8")).substitute(names)
        for path, text in texts.items()
    }
    made[f"src/{names['module']}/py.typed"] = ""
    written = []
    for path, text in sorted(made.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        written.append(target)
    return tuple(written)


def _check_id(identifier: str, group: str) -> None:
    if not plugins.ID.fullmatch(identifier) or len(identifier) > _LONGEST_ID:
        raise ScaffoldError(
            f"the id {identifier!r} is not made of a-z, 0-9 and single hyphens, {_LONGEST_ID} at most"
        )
    taken = dict.fromkeys(plugins.BUILTIN_IDS[group], "built in")
    for plugin in plugins.installed():
        if plugin.group == group:
            taken |= dict.fromkeys(plugin.ids, f"brought by {plugin.distribution} {plugin.version}")
    if identifier in taken:
        raise ScaffoldError(f"the id {identifier!r} is {taken[identifier]}; choose another one")
