"""How text looks within an element, worked out from how it looks around it and what applies to the element.

Some of it a child can undo (``visibility``, sizes, colours), some nothing undoes (``display:none``, ``opacity``, a line
through all of a block). Decided here, since CSS is silent on what a person can see:

- letters below 2 pixels are not seen, from 4 on they are; between, the cell is not read;
- letters whose colour is within 16 of 255 of their ground are not seen, from 33 on they are; between, not read;
- what is moved by 1000 pixels or more is off the page, what is indented by less than -200 out of its block;
- within a cell, what is moved by its letters' width or more is not read: it may stand in another cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from govdisclose.readers.html._colours import BLACK, WHITE, Colour, apart, over
from govdisclose.readers.html._lengths import MEDIUM
from govdisclose.shown import Sight

__all__ = ["PLAIN_LOOK", "Look", "is_away", "sight_of"]

_UNSEEN_SIZE, _SEEN_SIZE = 2.0, 4.0
_UNSEEN_COLOUR, _SEEN_COLOUR = 16.0, 32.0
_CLEAR = 0.1
_NO_VARIABLES: Mapping[str, str] = MappingProxyType({})


class Look(NamedTuple):
    """How text looks within an element. ``display`` and what follows it are the element's own."""

    gone: str = ""
    """Why all within is not seen, whatever it says itself."""
    room: bool = True
    """Whether what is not seen takes its place all the same."""
    hidden: bool = False
    size: float = MEDIUM
    scaled: bool = False
    """Whether the size was given by that of the letters around: small on purpose."""
    control: bool = False
    """Whether it stands in a form control, which has a size of its own."""
    colour: Colour = BLACK
    grounds: tuple[Colour, ...] = (WHITE,)
    guessed: bool = False
    """Whether a picture lies behind it, of which the colours are not known."""
    outlined: bool = False
    """Whether the letters have a shadow or an outline, which is seen without them."""
    opacity: float = 1.0
    struck: bool = False
    mark: Sight | None = None
    shift: float = 0.0
    """By how many pixels it stands above its line."""
    rtl: bool = False
    turned: bool = False
    """Whether its order is turned round."""
    keep: bool | None = None
    indent: float = 0.0
    limit: float | None = None
    """Pixels after which it is cut off."""
    anchored: bool = False
    """Whether what is positioned in it stays within its cell."""
    unread: str = ""
    """Why it is not read."""
    within: int = 0
    """1 for a cell of a table, 2 within one."""
    variables: Mapping[str, str] = _NO_VARIABLES
    display: str = ""
    placed: bool = False
    """Whether it stands on a line of its own: floating or positioned."""
    covers: bool = False
    """Whether it is painted over what stands in its cell."""
    before: float = 0.0
    after: float = 0.0


PLAIN_LOOK = Look()


def is_away(look: Look) -> bool:
    """Whether a thing of that look, which has no letters, is not seen."""
    return bool(look.gone) or look.hidden or look.opacity < _CLEAR


def sight_of(look: Look) -> tuple[Sight, str, bool]:
    """How text of that look is seen, why not, and whether it takes room."""
    if look.gone:
        return Sight.UNSEEN, look.gone, look.room
    if look.hidden:
        return Sight.UNSEEN, "hidden", True
    if look.size < _UNSEEN_SIZE:
        return Sight.UNSEEN, "small", False
    strength = look.colour.alpha * look.opacity
    guessed = look.guessed or (look.outlined and look.opacity >= _CLEAR)
    if strength < _CLEAR and not guessed:
        return Sight.UNSEEN, "transparent", True
    differences = [apart(over(look.colour, ground), ground) * look.opacity for ground in look.grounds]
    if max(differences) <= _UNSEEN_COLOUR and not guessed:
        return Sight.UNSEEN, "colour" if strength >= 1 else "transparent", True
    if look.unread:
        return Sight.NOT_READ, look.unread, True
    if min(differences) <= _SEEN_COLOUR or look.size < _SEEN_SIZE:
        return Sight.NOT_READ, "faint", True
    if look.turned:
        return Sight.NOT_READ, "order", True
    if look.struck:
        return Sight.STRUCK, "", True
    if look.mark is not None:
        return look.mark, "", True
    return Sight.PLAIN, "", True
