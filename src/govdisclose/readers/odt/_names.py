"""The names of OpenDocument that the reader tells apart: what shows its content, what shows nothing, what is counted.

What is none of them is not known. It is never passed over where it holds anything.
"""

from __future__ import annotations

_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _OPEN + "office:1.0}"
TEXT = _OPEN + "text:1.0}"
TABLE = _OPEN + "table:1.0}"
STYLE = _OPEN + "style:1.0}"
DRAW = _OPEN + "drawing:1.0}"
FORM = _OPEN + "form:1.0}"
DR3D = _OPEN + "dr3d:1.0}"
SVG = _OPEN + "svg-compatible:1.0}"
FO = _OPEN + "xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"

STYLE_NAME = TEXT + "style-name"

SHOWN = frozenset(
    TEXT + name
    for name in (
        *("meta", "meta-field", "ruby-base", "text-input", "variable-input", "user-field-input"),
        *("execute-macro", "variable-set", "page-variable-get", "expression", "sequence", "measure"),
        *("database-display", "database-name", "database-row-number", "author-initials"),
        *(
            f"sender-{name}"
            for name in (
                *("firstname", "lastname", "initials", "title", "position", "email", "phone-private", "fax"),
                *("company", "phone-work", "street", "city", "postal-code", "country", "state-or-province"),
            )
        ),
    )
)
"""What shows its content: fields of which programs show what the file keeps, and what only groups."""

REMADE = frozenset(
    TEXT + name
    for name in (
        *("title", "subject", "keywords", "description", "user-defined", "author-name", "initial-creator"),
        *("creator", "printed-by", "print-date", "print-time", "creation-date", "creation-time"),
        *("modification-date", "modification-time", "editing-cycles", "editing-duration"),
        *("chapter", "file-name", "template-name", "bibliography-mark", "dde-connection"),
        *("variable-get", "user-field-get", "table-formula"),
        *("sequence-ref", "reference-ref", "bookmark-ref", "note-ref"),
    )
)
"""Fields that a program works out again from what stands elsewhere. In a line of text what the file keeps is taken for
it; a cell needs to be sure."""

COUNTED = frozenset(
    TEXT + name
    for name in (
        *("page-number", "page-continuation", "page-count", "word-count", "character-count"),
        *("paragraph-count", "table-count", "image-count", "object-count"),
    )
)
"""Fields that a program counts anew whenever it shows them: what the file keeps is not what is seen."""

MOMENTS = frozenset((TEXT + "date", TEXT + "time"))
"""Fields that show the moment at which they are looked at, unless they are fixed."""

SILENT = frozenset(
    (
        *(
            TEXT + name
            for name in (
                *("bookmark", "bookmark-start", "bookmark-end", "soft-page-break", "number"),
                *("reference-mark", "reference-mark-start", "reference-mark-end", "ruby-text", "label"),
                *("toc-mark", "toc-mark-start", "toc-mark-end"),
                *("user-index-mark", "user-index-mark-start", "user-index-mark-end"),
                *("alphabetical-index-mark", "alphabetical-index-mark-start", "alphabetical-index-mark-end"),
                *("database-next", "database-row-select", "page-variable-set", "script", "change-end"),
                *("tracked-changes", "variable-decls", "sequence-decls", "user-field-decls", "page-sequence"),
                *("dde-connection-decls", "alphabetical-index-auto-mark-file", "section-source"),
                *("table-of-content-source", "illustration-index-source", "table-index-source"),
                *("object-index-source", "user-index-source", "alphabetical-index-source"),
                "bibliography-source",
            )
        ),
        *(
            OFFICE + name
            for name in ("annotation", "annotation-end", "forms", "event-listeners", "dde-source")
        ),
        *(OFFICE + name for name in ("script", "scripts")),
        *(
            TABLE + name
            for name in ("content-validations", "label-ranges", "named-expressions", "calculation-settings")
        ),
        *(
            TABLE + name
            for name in ("database-ranges", "data-pilot-tables", "consolidation", "dde-links", "title")
        ),
        *(TABLE + name for name in ("desc", "table-source", "scenario", "detective")),
        *(SVG + name for name in ("title", "desc")),
        *(DRAW + name for name in ("glue-point", "image-map", "contour-polygon", "contour-path")),
        DRAW + "enhanced-geometry",
        FIELD + "param",
    )
)
"""What shows nothing where it stands: places, entries of an index, comments, cached numbers, declarations."""

SHAPES = frozenset(
    (
        *(
            DRAW + name
            for name in (
                *("frame", "custom-shape", "rect", "line", "connector", "ellipse", "circle", "polyline"),
                *(
                    "polygon",
                    "regular-polygon",
                    "path",
                    "caption",
                    "measure",
                    "control",
                    "g",
                    "page-thumbnail",
                ),
            )
        ),
        DR3D + "scene",
    )
)
"""What is drawn."""

INDEXES = frozenset(
    TEXT + name
    for name in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography", "index-body", "index-title", "section"),
    )
)
"""What holds paragraphs and tables, and may be hidden."""
