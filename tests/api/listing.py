"""The public names of the library, with their signatures: what the listing beside this file holds.

``python tests/api/listing.py > tests/api/public.txt`` writes it anew after a change that is meant.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import attrs

MODULES = (
    "govdisclose",
    "govdisclose.document",
    "govdisclose.grammar",
    "govdisclose.records",
    "govdisclose.checking",
    "govdisclose.reporting",
    "govdisclose.export",
    "govdisclose.picture",
    "govdisclose.testing.values",
    "govdisclose.testing.documents",
    "govdisclose.testing.noise",
    "govdisclose.testing.damage",
    "govdisclose.testing.cells",
    "govdisclose.testing.formats",
    "govdisclose.testing.laws",
    "govdisclose.testing.conformance",
)
LISTING = Path(__file__).with_name("public.txt")


def listing() -> str:
    """One line a name, in the order of the modules."""
    return "".join(f"{line}\n" for module in MODULES for line in _module(module))


def _module(name: str) -> Iterator[str]:
    module = import_module(name)
    for public in sorted(module.__all__):
        yield from _value(f"{name}.{public}", getattr(module, public))


def _value(path: str, value: object) -> Iterator[str]:
    if inspect.isclass(value):
        if attrs.has(value):
            fields = ", ".join(field.name for field in attrs.fields(value) if not field.name.startswith("_"))
            yield f"{path}: {fields}"
        else:
            bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
            yield f"{path}({bases})"
        for name, member in sorted(vars(value).items()):
            if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property)):
                yield f"{path}.{name}{'' if isinstance(member, property) else _signature(member)}"
    elif inspect.isfunction(value):
        yield f"{path}{_signature(value)}"
    else:
        yield path


def _signature(function: object) -> str:
    assert callable(function)
    parameters = inspect.signature(function).parameters.values()
    return f"({', '.join(_parameter(item) for item in parameters)})"


def _parameter(item: inspect.Parameter) -> str:
    several = {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}
    mark = ("**" if item.kind is inspect.Parameter.VAR_KEYWORD else "*") if item.kind in several else ""
    only = "keyword " if item.kind is inspect.Parameter.KEYWORD_ONLY else ""
    return f"{only}{mark}{item.name}{'' if item.default is inspect.Parameter.empty else '=…'}"


if __name__ == "__main__":
    print(listing(), end="")
