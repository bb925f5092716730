"""How kinds of values stand in JSON: the way out, the way back and the JSON Schema of each are one value.

A form does not know where its value stands; each form around it adds its step to the path of an error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar

from attrs import evolve, frozen

from govdisclose.export._errors import ExportError, under, wrong

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
"""What ``json`` reads and writes. Floats stand only in the box of a place, never for a number of the report."""

_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)

_LONGEST_KEY = 60

INTEGER: dict[str, JSON] = {"type": "integer"}
NULL: dict[str, JSON] = {"type": "null"}


def as_it_is(value: Any) -> Any:
    """The way out of what JSON holds already."""
    return value


@frozen
class Form(Generic[_T]):
    """A kind of value. ``decode`` refuses what ``schema`` does: it raises ``ExportError``. So may ``encode``."""

    schema: dict[str, JSON]
    decode: Callable[[object], _T]
    encode: Callable[[Any], Any] = as_it_is


def plain(expected: str, *types: type) -> Form[Any]:
    """What is of one of these types of JSON, exactly: True is no integer."""
    names: dict[type, JSON] = {str: "string", int: "integer", type(None): "null"}
    named = [names[item] for item in types]

    def decode(value: object) -> object:
        if type(value) not in types:
            raise wrong("", expected, value)
        return value

    return Form({"type": named if len(named) > 1 else named[0]}, decode)


TEXT: Form[str] = plain("a string", str)
TEXT_OR_NULL: Form[str | None] = plain("a string or null", str, type(None))
WHOLE_OR_NULL: Form[int | None] = plain("an integer or null", int, type(None))


def choice(kind: type[_Choice]) -> Form[_Choice]:
    """A member of an enum, by its value."""

    def decode(value: object) -> _Choice:
        try:
            return kind(TEXT.decode(value))
        except ValueError:
            raise wrong("", f"one of {', '.join(kind)}", value) from None

    return Form({"enum": [member.value for member in kind]}, decode, str)


def or_null(form: Form[_T]) -> Form[_T | None]:
    """The same, or null for None."""
    return Form(
        {"anyOf": [form.schema, NULL]},
        lambda value: None if value is None else form.decode(value),
        lambda value: None if value is None else form.encode(value),
    )


def array(form: Form[_T]) -> Form[tuple[_T, ...]]:
    """Several of a kind."""

    def decode(value: object) -> tuple[_T, ...]:
        if not isinstance(value, list):
            raise wrong("", "an array", value)
        return tuple(_each(form.decode, value))

    return Form({"type": "array", "items": form.schema}, decode, lambda value: _each(form.encode, value))


def _each(change: Callable[[Any], _T], items: Iterable[object]) -> list[_T]:
    found: list[_T] = []
    try:
        for item in items:
            found.append(change(item))  # noqa: PERF401  # an error has to know how far it came
    except ExportError as error:
        raise under(f"[{len(found)}]", error) from None
    return found


def fields(
    make: Callable[..., _T], get: Callable[[Any], Any] | None = None, /, **forms: Form[Any]
) -> Form[_T]:
    """An object with exactly these keys. ``get`` gives the values for them, by default the attributes of the same name;
    ``make`` takes them in their order.
    """
    names = tuple(forms)
    values = get or attrgetter(*names)
    changed = [(name, form.encode) for name, form in forms.items() if form.encode is not as_it_is]
    read = [(name, form.decode) for name, form in forms.items()]

    def encode(item: object) -> dict[str, JSON]:
        found: dict[str, JSON] = dict(zip(names, values(item)))  # noqa: B905  # this is most of the work
        name = ""
        try:
            for name, change in changed:
                found[name] = change(found[name])
        except ExportError as error:
            raise under(name, error) from None
        return found

    def decode(value: object) -> _T:
        content = check_keys(value, names)
        name = ""
        try:
            made = [change(content[name := key]) for key, change in read]
        except ExportError as error:
            raise under(name, error) from None
        return make(*made)

    return Form(object_schema({name: form.schema for name, form in forms.items()}), decode, encode)


def check_keys(value: object, names: Collection[str]) -> dict[str, object]:
    """An object that has exactly these keys. Raises ``ExportError``."""
    if not isinstance(value, dict):
        raise wrong("", "an object", value)
    if value.keys() == frozenset(names):
        return value
    for name in names:
        if name not in value:
            raise ExportError(name, "a value", "no such key")
    unknown = next(key for key in value if key not in names)
    expected = f"only the keys {', '.join(names)}" if names else "no keys"
    raise ExportError("", expected, f"the key {unknown[:_LONGEST_KEY]!r}")


# --- schemas


def object_schema(properties: dict[str, JSON], required: Iterable[str] | None = None) -> dict[str, JSON]:
    """An object without other keys; all of them are required unless it is said which."""
    names: list[JSON] = list(properties if required is None else required)
    found: dict[str, JSON] = {"type": "object", "properties": properties, "additionalProperties": False}
    if names:
        found["required"] = names
    return found


def described(words: str, form: Form[_T]) -> Form[_T]:
    """The same, with words for who reads the schema."""
    assert isinstance(form.schema, dict)
    return evolve(form, schema={"description": words, **form.schema})


def ref(name: str, form: Form[_T]) -> Form[_T]:
    """The same, by the name under which the schema defines it."""
    return evolve(form, schema={"$ref": f"#/$defs/{name}"})
