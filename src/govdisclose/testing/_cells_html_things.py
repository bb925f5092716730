"""Noise in the cells of a web page: controls, pictures, formulas, drawings, order and lines; see ``cells``."""

from __future__ import annotations

from govdisclose.testing._cell_noise import Seen
from govdisclose.testing._cells_html import html_noise

__all__ = ["CONTROLS", "LABEL_THINGS", "LINES", "ORDER", "PIXELS", "THINGS"]

_NUMBER, _BLANK, _NONE = Seen.NUMBER, Seen.BLANK, Seen.NO_NUMBER
PIXELS = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAMCAAAAAB69aNBAAAAKElEQVR42mP4DwUM/x"
    "mAAMRggHD/M/xHZjBA2XAOTARdMUI7zECYFQAiK0y0Q2PtEwAAAABJRU5ErkJggg=="
)
"""A 3 of eight pixels by twelve."""


# fmt: off
CONTROLS = (
    html_noise("control-input", '<input value="$n" size="4">'),
    html_noise("control-read-only", '<input type="text" readonly value="$n" size="4">'),
    html_noise("control-part", '$head<input value="$tail" size="3">'),
    html_noise("control-textarea", '<textarea rows="1" cols="5">$n</textarea>'),
    html_noise("control-select", '<select><option>$x</option><option selected>$n</option></select>'),
    html_noise("control-select-part", "$head<select><option>$tail</option><option>$x</option></select>"),
    html_noise("control-button", "<button>$n</button>"),
    html_noise("control-button-value", '<input type="button" value="$n">'),
    html_noise("control-meter", '<meter min="0" max="99" value="$x">$n</meter>', _NONE),
    html_noise("control-progress", '<progress max="99" value="$x">$n</progress>', _NONE),
    html_noise("control-box", '$n<input type="checkbox" checked value="$x">', _NONE),
    html_noise("control-password", '<input type="password" value="$n" size="4">', _NONE),
    html_noise("control-placeholder", '<input placeholder="$n" size="4">'),
)

THINGS = (
    html_noise("picture-after", f'$n<img src="{PIXELS}" width="8" height="12">', _NONE),
    html_noise("picture-before", f'<img src="{PIXELS}" width="8" height="12">$n', _NONE),
    html_noise("picture-alone", f'<img src="{PIXELS}" width="8" height="12">', _NONE),
    html_noise("picture-input", f'$n<input type="image" src="{PIXELS}">', _NONE),
    html_noise("picture-alt", '$n<img alt="$x">', _NONE),
    html_noise("picture-by-style", '$n<i class="dot$id"></i>', _NONE,
           styles=f'.dot$id {{ display: inline-block; width: 8px; height: 12px; background: url("{PIXELS}") }}'),
    html_noise("generated-after", '<span class="more$id">$head</span>', styles='.more$id::after { content: "$tail" }'),
    html_noise("generated-before", '<b class="more$id">$tail</b>', styles='.more$id:before { content: "$head" }'),
    html_noise("generated-alone", "", cell='class="more$id"', styles='td.more$id::after { content: "$n" }'),
    html_noise("counted-item",
               '<ol start="$x" style="list-style-position: inside; margin: 0; padding: 0"><li>$n</li></ol>', _NONE),
    html_noise("masked", '<span style="-webkit-text-security: disc">$n</span>', _NONE),
    html_noise("first-letter", '<div class="in$id">$x$n</div>', styles=".in$id::first-letter { font-size: 0 }"),
    html_noise("formula", "<math><mn>$n</mn></math>"),
    html_noise("formula-annotation",
           '<math><semantics><mn>$n</mn><annotation encoding="application/x-tex">$x</annotation></semantics></math>'),
    html_noise("formula-power", "<math><msup><mn>$head</mn><mn>$tail</mn></msup></math>", _NONE,
           printed=Seen.OTHER),
    html_noise("formula-fraction", "<math><mfrac><mn>$head</mn><mn>$tail</mn></mfrac></math>", _NONE),
    html_noise("drawing-desc", '$n<svg width="9" height="9"><desc>$x</desc><circle cx="4" cy="4" r="1"/></svg>'),
    html_noise("drawing-metadata",
           '$n<svg width="9" height="9"><metadata>$x</metadata><circle cx="4" cy="4" r="1"/></svg>'),
    html_noise("drawing-text", '$head<svg width="30" height="14"><text x="0" y="14" font-size="14">$tail</text></svg>'),
    html_noise("drawing-defs",
           '<svg width="60" height="14"><defs><text>$x</text></defs><text y="11" font-size="14">$n</text></svg>'),
    html_noise("drawing-path", '$n<svg width="9" height="14"><path d="M4 1L4 13" stroke="#000"/></svg>', _NONE),
    html_noise("line-over",
           '<span style="position: relative">$n<i style="position: absolute; left: 0; right: 0; top: 50%;'
           ' border-top: 1px solid #000"></i></span>', _NONE),
    html_noise("covered",
           '<span style="position: relative">$n<i style="position: absolute; left: -2px; top: -2px; right: -6px;'
           ' bottom: -2px; background: #fff"></i></span>', _BLANK),
    html_noise("frame", '<iframe srcdoc="$n" width="60" height="24" frameborder="0"></iframe>'),
    html_noise("frame-part", '$head<iframe srcdoc="$tail" width="40" height="24" frameborder="0"></iframe>', _NONE),
    html_noise("object", '$n<object data="data:text/html,$x" width="60" height="50"></object>', _NONE),
    html_noise("embed", '$n<embed src="data:text/html,$x" type="text/html" width="60" height="50">', _NONE),
    html_noise("canvas", '$n<canvas id="c$id" width="30" height="14"></canvas>'),
    html_noise("video", "$n<video controls width=60 height=30>$x</video>", _NONE),
    html_noise("script-writes", '$head<script>document.write("$tail")</script>'),
    html_noise("script-alone", '<script>document.write("$n")</script>'),
)

ORDER = (
    html_noise("order-bdo", '<bdo dir="rtl">$turned</bdo>'),
    html_noise("order-style", '<span style="unicode-bidi: bidi-override; direction: rtl">$turned</span>'),
    html_noise("order-character", "&#x202E;$turned&#x202C;"),
    html_noise("order-flex",
           '<span style="display: inline-flex; flex-direction: row-reverse"><i>$tail</i><i>$head</i></span>'),
    html_noise("order-right-to-left-flex",
           '<span style="display: inline-flex; direction: rtl"><i>$tail</i><i>$head</i></span>'),
    html_noise("order-number", '<span style="display: inline-flex"><i style="order: 2">$tail</i><i>$head</i></span>'),
    html_noise("turned-round", '<span style="display: inline-block; transform: rotate(180deg)">$n</span>', _NONE),
    html_noise("mirrored", '<span style="display: inline-block; transform: scaleX(-1)">$n</span>', _NONE),
    html_noise("moved-over",
           '<span style="position: relative; left: 2em">$head</span>'
           '<span style="position: relative; left: -2em">$tail</span>', _NONE),
)

LINES = (
    html_noise("lines-br", "$head<br>$tail", _NONE),
    html_noise("lines-blocks",
           '<span style="display: block">$head</span><span style="display: block">$tail</span>', _NONE),
    html_noise("lines-block-class",
           '<i class="row$id">$head</i><i class="row$id">$tail</i>', _NONE, styles=".row$id { display: block }"),
    html_noise("lines-paragraphs", "<p>$head</p><p>$tail</p>", _NONE),
    html_noise("lines-float",
           '<span style="float: left; width: 100%">$head</span><span style="float: left; width: 100%">$tail</span>', _NONE),
    html_noise("lines-position",
           '<span style="position: relative">$head<i style="position: absolute; top: 1em; left: 0">$tail</i></span>', _NONE,
           cell='style="height: 4em"'),
    html_noise("lines-pre", "<pre>$head\n$tail</pre>", _NONE),
    html_noise("lines-white-space", '<span style="white-space: pre-line">$head\n$tail</span>', _NONE),
    html_noise("lines-table-rows",
           '<span style="display: table-row">$head</span><span style="display: table-row">$tail</span>', _NONE),
    html_noise("lines-rule", "$head<hr>$tail", _NONE),
    html_noise("lines-list", "<ul><li>$head</li><li>$tail</li></ul>", _NONE),
    html_noise("lines-table", "<table><tr><td>$head</td></tr><tr><td>$tail</td></tr></table>", _NONE),
    html_noise("lines-inline-block",
           '<span style="display: inline-block; width: 100%">$head</span><span>$tail</span>', _NONE),
    html_noise("apart-float", '<span style="float: right">$tail</span>$head', _NONE),
    html_noise("apart-margin", '$head<span style="margin-left: 1.5em">$tail</span>', _NONE),
)

LABEL_THINGS = (
    html_noise("label-picture", f'<img src="{PIXELS}" width="30" height="12" alt="$n">', _NONE, on="label"),
    html_noise("label-control", '<input value="$n">', on="label"),
    html_noise("label-order", '<bdo dir="rtl">$turned</bdo>', on="label"),
)
