"""From the bytes of an RTF file to the parts of a Word document."""

from __future__ import annotations

from collections.abc import Mapping

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers._wordml import MAIN, part
from govdisclose.readers.rtf._lists import LISTS, is_counted, numbering
from govdisclose.readers.rtf._machine import Machine, State, characters_say, paragraphs_say
from govdisclose.readers.rtf._runs import USUAL_SIZE
from govdisclose.readers.rtf._tokens import BRACE, SYMBOL, TEXT, TOKEN, WORD, end_of_group, replaced
from govdisclose.readers.rtf._words import BODY, STARRED

__all__ = ["parts_of"]

_BLANK = b"\xef\xbb\xbf \t\r\n"
_ESCAPED = "{}\\"
_STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{USUAL_SIZE}"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
_MOST_PICTURES = 200
_NEAR_BRACE = 100


def parts_of(source: bytes, limits: Limits) -> Mapping[str, bytes]:
    """The parts of the package. Raises ``DamagedDocumentError`` where the file is cut off, or ``LimitError``."""
    data = source.lstrip(_BLANK)
    if not data.startswith(b"{\\rtf"):
        raise DamagedDocumentError(f"the file begins as {data[:8]!r}, and every RTF file as {{\\rtf")
    text = data.decode("latin-1")
    machine = Machine(text, limits, State(BODY), counted=is_counted(text))
    _read(machine)
    lost = len(machine.stack)
    machine.flush()
    if lost > 1 or (lost and (machine.story.is_in_row or (machine.story.runs and machine.level()))):
        raise DamagedDocumentError("the file ends before its last group is closed; it was probably cut off")
    machine.end_paragraph(0)
    parts = {MAIN: part("document", [machine.story.end()]), "word/styles.xml": part("styles", [_STYLES])}
    lists = numbering(machine)
    if lists:
        parts["word/numbering.xml"] = part("numbering", lists)
    for number in range(min(machine.pictures, _MOST_PICTURES)):
        parts[f"word/media/picture{number + 1:03}"] = b""
    return parts


def _read(machine: Machine) -> None:
    """All tokens, up to the end of the first group."""
    source, limits = machine.source, machine.limits
    characters, paragraphs = machine.characters.moves, machine.paragraphs.moves
    match = TOKEN.match
    at = count = begun = 0
    most = machine.share * limits.elements
    starred = False
    while (found := match(source, at)) is not None:
        at = found.end()
        count += 1
        if count > most:
            limits.check("elements", count // machine.share + 1)
        kind = found.lastindex or 0
        state = machine.state
        if kind <= WORD:
            word, number = found[1], found[2]
            if starred:
                starred = False
                if word not in STARRED and not (machine.counted and word in LISTS.words):
                    at = end_of_group(source, at)
                    continue
            handler = state.place.words.get(word)
            if handler is characters_say:
                key = (state.character, word, number)
                after = characters.get(key)
                state.character = machine.characters.move(key) if after is None else after
            elif handler is paragraphs_say:
                key = (state.paragraph, word, number)
                after = paragraphs.get(key)
                state.paragraph = machine.paragraphs.move(key) if after is None else after
            elif handler is not None:
                handler(machine, None if number is None else int(number))
                if machine.skips:
                    machine.skips = False
                    at = end_of_group(source, at)
            elif word == "u":
                if state.place.spell is not None:
                    state.place.spell(machine, int(number or 0) & 0xFFFF)
                at = replaced(source, at, state.skip)
            elif word == "bin":
                at += max(int(number or 0), 0)
        elif kind == BRACE:
            starred = False
            if found[3] == "{":
                machine.open()
                begun = at
            else:
                machine.close()
                if not machine.stack:
                    return
        elif kind == SYMBOL:
            symbol = found[6]
            if symbol == "*":
                starred = at - begun < _NEAR_BRACE and not source[begun : at - 2].strip()
            else:
                _symbol(machine, symbol)
        elif state.place.write is not None:
            raw = found[4] if kind == TEXT else bytes.fromhex(found[5].replace("\\'", "")).decode("latin-1")
            state.place.write(machine, raw)


def _symbol(machine: Machine, symbol: str) -> None:
    place = machine.state.place
    if symbol in _ESCAPED:
        if place.write is not None:
            place.write(machine, symbol)
    elif place is BODY:
        if symbol == "~":
            machine.write("\N{NO-BREAK SPACE}")
        elif symbol == "_":
            machine.write("-")
        elif symbol in "\r\n":
            machine.end_paragraph()
        elif symbol == "\t":
            machine.add("<w:tab/>")
