"""The streams of an OLE file that make a Word document."""

from __future__ import annotations

from io import BytesIO

from attrs import frozen

from govdisclose.containers import is_plausible
from govdisclose.errors import DamagedDocumentError, UnknownFormatError
from govdisclose.limits import Limits

__all__ = ["Streams", "streams_of"]

_MAIN, _DATA = "WordDocument", "Data"


@frozen
class Streams:
    """The stream with the text, and by name those that the reader may ask for: tables and data, empty if absent."""

    main: bytes
    others: dict[str, bytes]


def streams_of(source: bytes, limits: Limits) -> Streams:
    """Read the streams. Raises ``DamagedDocumentError``, ``UnknownFormatError`` or ``LimitError``."""
    from olefile import OleFileIO

    if not is_plausible(source):
        raise DamagedDocumentError("the header of the OLE file counts more sectors than the file has")
    try:
        with OleFileIO(BytesIO(source)) as file:
            names = {name[0].lower(): name for name in file.listdir() if len(name) == 1}
            sizes = {key: file.get_size(name) for key, name in names.items()}
            root = int(getattr(file.root, "size", 0))
            if max(root, *sizes.values(), 0) > len(source):
                raise DamagedDocumentError("a stream of the OLE file is said to be longer than the file")
            found = {
                key: file.openstream(names[key]).read()
                for key in (_MAIN.lower(), "0table", "1table", _DATA.lower())
                if key in names
            }
    except DamagedDocumentError:
        raise
    except RecursionError:
        raise
    except Exception as error:  # a damaged file makes olefile raise whatever its parts raise
        raise DamagedDocumentError(f"the OLE file cannot be opened ({error})") from error
    for key, data in found.items():
        limits.check("inflated", len(data), key)
        if len(data) < sizes[key]:
            raise DamagedDocumentError(f"the stream {key} ends early: the file was probably cut off")
    if _MAIN.lower() not in found:
        raise UnknownFormatError(
            "the OLE file holds no stream WordDocument, so it is no document of Word 97 to 2003; save it as DOCX"
        )
    return Streams(found.pop(_MAIN.lower()), found)
