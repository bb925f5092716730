"""Where a report stands that does not stand in the file at hand."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from govdisclose.locate import Locator

__all__ = ["Pointer", "PointerKind"]

PointerKind = Literal["link", "frame", "picture", "script", "member"]
"""What points: a link of a page, a frame or viewer in it, a picture, a script, a file in an archive or an e-mail."""


@frozen
class Pointer:
    """One place where the report may be.

    ``address`` is what the file says: the address of a link, a frame, a picture or a script, for a viewer that of the
    document which it is asked to show; the name of a member. ``target`` is the address in full, where the file says
    what it is relative to, else None. ``words`` are those of a link, those that stand for a picture, the title of a
    frame, or what is known of a member: empty where there are none. ``names_file``: the address ends as that of a
    document or an archive does. Nothing that is pointed to was looked at.
    """

    kind: PointerKind
    address: str
    words: str = ""
    target: str | None = None
    names_file: bool = False
    at: Locator = field(factory=Locator)

    def __str__(self) -> str:
        words = f"“{self.words}”" if self.words else ""
        return f"{words}（{self.address}）" if words and self.address else words or self.address
