"""Noise in the cells of a web page: controls, pictures, formulas, drawings, order and lines; see ``cells``."""

from __future__ import annotations

from govdisclose.testing._cell_noise import CellNoise, On, Seen

__all__ = ["CONTROLS", "LABEL_THINGS", "LINES", "ORDER", "PIXELS", "THINGS"]

_NUMBER, _BLANK, _NONE = Seen.NUMBER, Seen.BLANK, Seen.NO_NUMBER
PIXELS = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAMCAAAAAB69aNBAAAAKElEQVR42mP4DwUM/x"
    "mAAMRggHD/M/xHZjBA2XAOTARdMUI7zECYFQAiK0y0Q2PtEwAAAABJRU5ErkJggg=="
)
"""A 3 of eight pixels by twelve."""


def _noise(
    name: str,
    markup: str,
    seen: Seen = _NUMBER,
    *,
    cell: str = "",
    styles: str = "",
    on: On = "entry",
    printed: Seen | None = None,
) -> CellNoise:
    return CellNoise(name, "html", on, seen, markup, cell, "", styles, printed)


# fmt: off
CONTROLS = (
    _noise("control-input", '<input value="$n" size="4">'),
    _noise("control-read-only", '<input type="text" readonly value="$n" size="4">'),
    _noise("control-part", '$head<input value="$tail" size="3">'),
    _noise("control-textarea", '<textarea rows="1" cols="5">$n</textarea>'),
    _noise("control-select", '<select><option>$x</option><option selected>$n</option></select>'),
    _noise("control-select-part", "$head<select><option>$tail</option><option>$x</option></select>"),
    _noise("control-button", "<button>$n</button>"),
    _noise("control-button-value", '<input type="button" value="$n">'),
    _noise("control-meter", '<meter min="0" max="99" value="$x">$n</meter>', _NONE),
    _noise("control-progress", '<progress max="99" value="$x">$n</progress>', _NONE),
    _noise("control-box", '$n<input type="checkbox" checked value="$x">', _NONE),
    _noise("control-password", '<input type="password" value="$n" size="4">', _NONE),
    _noise("control-placeholder", '<input placeholder="$n" size="4">'),
)

THINGS = (
    _noise("picture-after", f'$n<img src="{PIXELS}" width="8" height="12">', _NONE),
    _noise("picture-before", f'<img src="{PIXELS}" width="8" height="12">$n', _NONE),
    _noise("picture-alone", f'<img src="{PIXELS}" width="8" height="12">', _NONE),
    _noise("picture-input", f'$n<input type="image" src="{PIXELS}">', _NONE),
    _noise("picture-alt", '$n<img alt="$x">', _NONE),
    _noise("picture-by-style", '$n<i class="dot$id"></i>', _NONE,
           styles=f'.dot$id {{ display: inline-block; width: 8px; height: 12px; background: url("{PIXELS}") }}'),
    _noise("generated-after", '<span class="more$id">$head</span>', styles='.more$id::after { content: "$tail" }'),
    _noise("generated-before", '<b class="more$id">$tail</b>', styles='.more$id:before { content: "$head" }'),
    _noise("generated-alone", "", cell='class="more$id"', styles='td.more$id::after { content: "$n" }'),
    _noise("counted-item", '<ol start="$x" style="list-style-position: inside; margin: 0; padding: 0"><li>$n</li></ol>', _NONE),
    _noise("masked", '<span style="-webkit-text-security: disc">$n</span>', _NONE),
    _noise("first-letter", '<div class="in$id">$x$n</div>', styles=".in$id::first-letter { font-size: 0 }"),
    _noise("formula", "<math><mn>$n</mn></math>"),
    _noise("formula-annotation",
           '<math><semantics><mn>$n</mn><annotation encoding="application/x-tex">$x</annotation></semantics></math>'),
    _noise("formula-power", "<math><msup><mn>$head</mn><mn>$tail</mn></msup></math>", _NONE,
           printed=Seen.OTHER),
    _noise("formula-fraction", "<math><mfrac><mn>$head</mn><mn>$tail</mn></mfrac></math>", _NONE),
    _noise("drawing-desc", '$n<svg width="9" height="9"><desc>$x</desc><circle cx="4" cy="4" r="1"/></svg>'),
    _noise("drawing-metadata",
           '$n<svg width="9" height="9"><metadata>$x</metadata><circle cx="4" cy="4" r="1"/></svg>'),
    _noise("drawing-text", '$head<svg width="30" height="14"><text x="0" y="14" font-size="14">$tail</text></svg>'),
    _noise("drawing-defs",
           '<svg width="60" height="14"><defs><text>$x</text></defs><text y="11" font-size="14">$n</text></svg>'),
    _noise("drawing-path", '$n<svg width="9" height="14"><path d="M4 1L4 13" stroke="#000"/></svg>', _NONE),
    _noise("line-over",
           '<span style="position: relative">$n<i style="position: absolute; left: 0; right: 0; top: 50%;'
           ' border-top: 1px solid #000"></i></span>', _NONE),
    _noise("covered",
           '<span style="position: relative">$n<i style="position: absolute; left: -2px; top: -2px; right: -6px;'
           ' bottom: -2px; background: #fff"></i></span>', _BLANK),
    _noise("frame", '<iframe srcdoc="$n" width="60" height="24" frameborder="0"></iframe>'),
    _noise("frame-part", '$head<iframe srcdoc="$tail" width="40" height="24" frameborder="0"></iframe>', _NONE),
    _noise("object", '$n<object data="data:text/html,$x" width="60" height="50"></object>', _NONE),
    _noise("embed", '$n<embed src="data:text/html,$x" type="text/html" width="60" height="50">', _NONE),
    _noise("canvas", '$n<canvas id="c$id" width="30" height="14"></canvas>'),
    _noise("video", "$n<video controls width=60 height=30>$x</video>", _NONE),
    _noise("script-writes", '$head<script>document.write("$tail")</script>'),
    _noise("script-alone", '<script>document.write("$n")</script>'),
)

ORDER = (
    _noise("order-bdo", '<bdo dir="rtl">$turned</bdo>'),
    _noise("order-style", '<span style="unicode-bidi: bidi-override; direction: rtl">$turned</span>'),
    _noise("order-character", "&#x202E;$turned&#x202C;"),
    _noise("order-flex",
           '<span style="display: inline-flex; flex-direction: row-reverse"><i>$tail</i><i>$head</i></span>'),
    _noise("order-right-to-left-flex",
           '<span style="display: inline-flex; direction: rtl"><i>$tail</i><i>$head</i></span>'),
    _noise("order-number", '<span style="display: inline-flex"><i style="order: 2">$tail</i><i>$head</i></span>'),
    _noise("turned-round", '<span style="display: inline-block; transform: rotate(180deg)">$n</span>', _NONE),
    _noise("mirrored", '<span style="display: inline-block; transform: scaleX(-1)">$n</span>', _NONE),
    _noise("moved-over",
           '<span style="position: relative; left: 2em">$head</span>'
           '<span style="position: relative; left: -2em">$tail</span>', _NONE),
)

LINES = (
    _noise("lines-br", "$head<br>$tail", _NONE),
    _noise("lines-blocks",
           '<span style="display: block">$head</span><span style="display: block">$tail</span>', _NONE),
    _noise("lines-block-class",
           '<i class="row$id">$head</i><i class="row$id">$tail</i>', _NONE, styles=".row$id { display: block }"),
    _noise("lines-paragraphs", "<p>$head</p><p>$tail</p>", _NONE),
    _noise("lines-float",
           '<span style="float: left; width: 100%">$head</span><span style="float: left; width: 100%">$tail</span>', _NONE),
    _noise("lines-position",
           '<span style="position: relative">$head<i style="position: absolute; top: 1em; left: 0">$tail</i></span>', _NONE,
           cell='style="height: 4em"'),
    _noise("lines-pre", "<pre>$head\n$tail</pre>", _NONE),
    _noise("lines-white-space", '<span style="white-space: pre-line">$head\n$tail</span>', _NONE),
    _noise("lines-table-rows",
           '<span style="display: table-row">$head</span><span style="display: table-row">$tail</span>', _NONE),
    _noise("lines-rule", "$head<hr>$tail", _NONE),
    _noise("lines-list", "<ul><li>$head</li><li>$tail</li></ul>", _NONE),
    _noise("lines-table", "<table><tr><td>$head</td></tr><tr><td>$tail</td></tr></table>", _NONE),
    _noise("lines-inline-block",
           '<span style="display: inline-block; width: 100%">$head</span><span>$tail</span>', _NONE),
    _noise("apart-float", '<span style="float: right">$tail</span>$head', _NONE),
    _noise("apart-margin", '$head<span style="margin-left: 1.5em">$tail</span>', _NONE),
)

LABEL_THINGS = (
    _noise("label-picture", f'<img src="{PIXELS}" width="30" height="12" alt="$n">', _NONE, on="label"),
    _noise("label-control", '<input value="$n">', on="label"),
    _noise("label-order", '<bdo dir="rtl">$turned</bdo>', on="label"),
)
