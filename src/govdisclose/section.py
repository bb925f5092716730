"""A section of a form, and the lines of text in which its heading is looked for: shared by grammar and front."""

from __future__ import annotations

from attrs import frozen

from govdisclose.declared import Complaints
from govdisclose.locate import Locator

__all__ = ["Section", "TextLine"]


@frozen(cache_hash=True)
class Section:
    """A section of the form: its key, its official heading with the enumerator, and other words met for it."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        said = Complaints()
        if said.expect("a section", "key", self.key, str, "snake_case English"):
            if (
                said.expect(self.key, "label", self.label, str, "the official heading")
                and not self.label.strip()
            ):
                said.say(self.key, "the label is blank")
            said.wordings(self.key, "aliases", self.aliases)
        said.raise_if_any()


@frozen
class TextLine:
    """A line of the document outside the form's tables: a paragraph, or a table row of one cell."""

    text: str
    at: Locator
