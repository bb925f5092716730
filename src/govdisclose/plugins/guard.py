"""The readers of others at work: whatever they do, the caller gets a document or a typed error."""

from __future__ import annotations

from govdisclose.document import Document, Limits, Reader
from govdisclose.errors import LimitError, UnreadableDocumentError
from govdisclose.plugins._examine import words_of
from govdisclose.plugins._find import note, origin
from govdisclose.plugins._values import READERS, PluginProblem

__all__ = ["claims", "is_builtin", "name_of", "read"]

_BUILTIN = "govdisclose.readers."


def is_builtin(reader: Reader) -> bool:
    """Whether a reader is one of the library's own, which keep their promises without a guard."""
    return str(getattr(reader.read, "__module__", "")).startswith(_BUILTIN)


def name_of(reader: Reader) -> str:
    """The id, with the distribution where a plugin brought the reader: ``xlsx (govdisclose-xlsx 1.0)``."""
    plugin = origin(reader)
    return f"{reader.id} ({plugin.distribution} {plugin.version})" if plugin is not None else reader.id


def claims(reader: Reader, head: bytes, members: tuple[str, ...] = ()) -> bool:
    """Whether a reader claims the bytes, ``members`` being the names in the container that they may be.

    One whose ``sniff`` raises does not; that is noted as a problem.
    """
    if is_builtin(reader):
        return reader.claims(head, members)
    try:
        return bool(reader.claims(head, members))
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        message = f"sniff raised {words_of(error)}; taken for a file of another format"
        plugin = origin(reader)
        if plugin is None:
            note(PluginProblem("", "", READERS, reader.id, message))
        else:
            note(PluginProblem(plugin.distribution, plugin.version, READERS, plugin.name, message))
        return False


def read(reader: Reader, source: bytes, limits: Limits) -> Document:
    """Read by a reader. What it raises against its contract becomes an ``UnreadableDocumentError`` that names it."""
    if is_builtin(reader):
        return reader.read(source, limits)
    try:
        document: object = reader.read(source, limits)
    except (KeyboardInterrupt, UnreadableDocumentError, LimitError):
        raise
    except BaseException as error:
        raise UnreadableDocumentError(
            f"the reader {name_of(reader)} failed with {words_of(error)}; this is a fault of the reader"
        ) from error
    if not isinstance(document, Document):
        raise UnreadableDocumentError(
            f"the reader {name_of(reader)} returned {type(document).__name__}, expected a Document; "
            "this is a fault of the reader"
        )
    return document
