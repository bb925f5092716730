"""The words by which prose names the entries of a form: data that belongs to the layout."""

from __future__ import annotations

from attrs import frozen

__all__ = ["NEXT", "PAST", "Cue", "Lexicon", "Name", "Rows", "Share", "Subject"]

PAST = "{past}"
"""In a cue: the year before that of the report, however it is named (上年度, 去年, 2022年)."""

NEXT = "{next}"
"""In a cue: the year after that of the report, however it is named."""


@frozen(cache_hash=True)
class Name:
    """A short name of an entry or of a sum of entries, for messages and for arithmetic: ``新收``.

    ``paths`` are ``table:row:column``. Names stand in the bases of cues: ``新收+上年结转``, ``总计−尚未审结``.
    """

    words: str
    paths: tuple[str, ...]


@frozen(cache_hash=True)
class Cue:
    """Words that tell which number of a subject is meant (``办结``), and the bases that it may have.

    In ``words`` an ``…`` stands for anything within the clause. ``bases`` are arithmetic over names; the number
    agrees if it is any of them. One that is not ``pinned`` is never called wrong, since the words are used for other
    things too. ``rank``: of two cues in one clause the higher one counts, and of two of one rank both.
    """

    words: tuple[str, ...]
    bases: tuple[str, ...]
    pinned: bool = True
    rank: int = 1


@frozen(cache_hash=True)
class Subject:
    """A thing that is counted (申请, 行政复议, 规范性文件): its words, and the cues that stand with it.

    ``alone`` are the bases of a number with the subject and no cue, ``pinned`` whether such a number may be called
    wrong. ``section`` is the key of the section where it is meant even if not named. ``default`` tells that cues
    with no subject at all mean this one. ``units`` are those it is counted in. Of two subjects in one clause the one
    of higher ``rank`` counts. ``wholes`` are what shares of it are taken of. ``about`` tells that outside its
    section it must be said to be about the disclosure of information.
    """

    key: str
    words: tuple[str, ...]
    cues: tuple[Cue, ...] = ()
    alone: tuple[str, ...] = ()
    pinned: bool = True
    section: str | None = None
    default: bool = False
    units: tuple[str, ...] = ("件", "宗", "份", "起", "个", "例", "件次", "次", "条", "")
    rank: int = 1
    family: str = ""
    wholes: tuple[str, ...] = ()
    about: bool = False
    amount: bool = False


@frozen(cache_hash=True)
class Rows:
    """Rows of a table whose labels, also shortened, are cues of a subject: those under ``under`` in ``column``.

    ``across`` are the rows that a label of a column stands for: 自然人 N 件 is one of these rows in that column, or
    several added up (``received+carried_in``), and ``row_words`` their names in messages. ``synonyms`` are further
    words by row path, ``columns`` by column path. ``weak`` are words that mean rows only beside other rows (其他).
    ``either`` are groups that are meant as well where one of their rows is named with them.
    """

    table: str
    subject: str
    under: str
    column: str
    across: tuple[str, ...] = ()
    row_words: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    weak: tuple[tuple[str, tuple[str, ...]], ...] = ()
    either: tuple[str, ...] = ()


@frozen(cache_hash=True)
class Share:
    """A share with a name of its own (办结率), which is never called wrong."""

    words: tuple[str, ...]
    bases: tuple[str, ...]


@frozen(cache_hash=True)
class Lexicon:
    """All words of a form. Names of entries that a form does not have are left out of it."""

    names: tuple[Name, ...]
    subjects: tuple[Subject, ...]
    rows: tuple[Rows, ...] = ()
    shares: tuple[Share, ...] = ()
