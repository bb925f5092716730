"""Noise in the cells of a web page: marks, lines through, what is hidden, by tag, attribute and style; see ``cells``."""

from __future__ import annotations

from govdisclose.testing._cell_noise import CellNoise, On, Seen

__all__ = ["HARMLESS", "LABELS", "MARKS", "SHOWN", "STRUCK", "UNSEEN", "html_noise"]

_NUMBER, _BLANK, _NONE = Seen.NUMBER, Seen.BLANK, Seen.NO_NUMBER


def html_noise(
    name: str,
    markup: str,
    seen: Seen = _NUMBER,
    *,
    cell: str = "",
    styles: str = "",
    on: On = "entry",
    printed: Seen | None = None,
    harmless: bool = False,
) -> CellNoise:
    """A noise of a web page."""
    return CellNoise(name, "html", on, seen, markup, cell, "", styles, printed, harmless)


def _styled(name: str, declarations: str) -> CellNoise:
    """Digits beside the number under an inline style."""
    return html_noise(name, f'$n<span style="{declarations}">$x</span>')


# fmt: off
MARKS = (
    html_noise("raised-tag", "$n<sup>$x</sup>"),
    html_noise("lowered-tag", "$n<sub>$x</sub>"),
    html_noise("small-tag", "$n<small>$x</small>"),
    html_noise("raised-link", '$n<sup><a href="#note">$x</a></sup>'),
    html_noise("raised-bracket", "$n<sup>[$x]</sup>"),
    _styled("raised-style", "vertical-align: super; font-size: 60%"),
    _styled("raised-by-length", "vertical-align: 4pt; font-size: 6pt"),
    _styled("raised-as-word-writes", "position: relative; top: -3.0pt; mso-text-raise: 3.0pt; font-size: 6pt"),
    html_noise("raised-class",
           '$n<span class="up$id">$x</span>', styles=".up$id { vertical-align: super; font-size: .6em }"),
    html_noise("raised-before", "<sup>$x</sup>$n", _NONE),
    html_noise("raised-inside", "$head<sup>$x</sup>$tail", _NONE),
    html_noise("raised-alone", "<sup>$n</sup>", _NONE, printed=_NUMBER),
    html_noise("gloss", "<ruby>$n<rt>$x</rt></ruby>"),
    html_noise("gloss-with-brackets", "<ruby>$n<rp>(</rp><rt>$x</rt><rp>)</rp></ruby>"),
)

STRUCK = (
    html_noise("struck-del-ins", "<del>$x</del><ins>$n</ins>"),
    html_noise("struck-s", "<s>$x</s> $n"),
    html_noise("struck-strike", "$n <strike>$x</strike>"),
    html_noise("struck-inline", '<span style="text-decoration: line-through">$x</span> $n'),
    html_noise("struck-longhand", '<span style="text-decoration-line: underline line-through">$x</span> $n'),
    html_noise("struck-class",
           '<span class="gone$id">$x</span> $n', styles="span.gone$id { text-decoration: line-through }"),
    html_noise("struck-nested", "<del><b>$x</b></del> <b>$n</b>"),
    html_noise("struck-alone", "<del>$n</del>", _NONE),
    html_noise("struck-cell", "$n", _NONE, cell='style="text-decoration: line-through"'),
    html_noise("struck-cell-class",
           "$n", _NONE, cell='class="gone$id"', styles="td.gone$id { text-decoration: line-through }"),
    html_noise("struck-inside", "$head<del>$x</del>$tail", _NONE),
)

_WHITE_ON_BLACK = '<span style="background-color: black; color: white">$n</span>'

UNSEEN = (
    _styled("unseen-display", "display: none"),
    _styled("unseen-visibility", "visibility: hidden"),
    _styled("unseen-opacity", "opacity: 0"),
    _styled("unseen-size", "font-size: 0"),
    _styled("unseen-tiny", "font-size: 1px"),
    _styled("unseen-transparent", "color: transparent"),
    _styled("unseen-alpha", "color: rgba(9, 9, 9, 0)"),
    _styled("unseen-white", "color: white"),
    _styled("unseen-white-number", "color: #FFF"),
    _styled("unseen-white-rgb", "color: rgb(100%, 100%, 100%)"),
    _styled("unseen-off-page", "position: absolute; left: -9999px"),
    _styled("unseen-off-page-fixed", "position: fixed; top: -500em"),
    _styled("unseen-clip", "position: absolute; clip: rect(0, 0, 0, 0)"),
    _styled("unseen-clip-path", "position: absolute; clip-path: inset(50%)"),
    _styled("unseen-no-width", "display: inline-block; width: 0; overflow: hidden"),
    _styled("unseen-no-height", "display: inline-block; height: 0; overflow: hidden"),
    _styled("unseen-scale", "display: inline-block; transform: scale(0)"),
    _styled("unseen-filter", "filter: opacity(0)"),
    _styled("unseen-faint", "opacity: .01"),
    _styled("unseen-font-shorthand", "font: 0/0 serif"),
    _styled("unseen-fill", "-webkit-text-fill-color: transparent"),
    _styled("unseen-hsl", "color: hsl(0, 0%, 100%)"),
    _styled("unseen-alpha-of-number", "color: #00000000"),
    _styled("unseen-nearly-white", "color: #fefefe"),
    _styled("unseen-zoom", "zoom: 0.02"),
    html_noise("unseen-attribute", "$n<span hidden>$x</span>"),
    html_noise("unseen-class", '$n<span class="old$id">$x</span>', styles=".old$id { display: none }"),
    html_noise("unseen-id", '$n<span id="old$id">$x</span>', styles="#old$id { display: none }"),
    html_noise("unseen-selector-of-attribute",
           '$n<span data-old="$id">$x</span>', styles='[data-old="$id"] { display: none }'),
    html_noise("unseen-descendant", '$n<span class="old$id">$x</span>', styles="table td .old$id { display: none }"),
    html_noise("unseen-child", '$n<span class="old$id">$x</span>', styles="td > span.old$id { visibility: hidden }"),
    html_noise("unseen-two-classes", '$n<span class="old$id now">$x</span>', styles="span.old$id.now { display: none }"),
    html_noise("unseen-of-several", '$n<i class="old$id">$x</i>', styles="h6, i.old$id, h5 { opacity: 0 }"),
    html_noise("unseen-important",
           '$n<span class="old$id" style="display: inline">$x</span>', styles=".old$id { display: none !important }"),
    html_noise("unseen-by-place", '<b class="of$id">$n</b><i>$x</i>', styles=".of$id + i { display: none }"),
    html_noise("unseen-last-child",
           '<span class="in$id">$n<i>$x</i></span>', styles=".in$id > :last-child { display: none }"),
    html_noise("unseen-parent-opacity", '$n<span style="opacity: 0"><b style="opacity: 1">$x</b></span>'),
    html_noise("unseen-parent-display", '$n<span style="display: none"><b style="display: inline">$x</b></span>'),
    html_noise("unseen-inherited", '$n<span style="visibility: hidden"><b>$x</b></span>'),
    html_noise("unseen-colour-of-cell",
           '$n<span style="color: #cccccc">$x</span>', cell='style="background-color: #ccc"'),
    html_noise("unseen-colour-of-cell-attribute", '$n<font color="#dddddd">$x</font>', cell='bgcolor="#dddddd"'),
    html_noise("unseen-colour-class", '$n<span class="pale$id">$x</span>', styles=".pale$id { color: #fff }"),
    html_noise("unseen-font-tag", '$n<font color="white">$x</font>'),
    html_noise("unseen-alone", '<span style="display: none">$n</span>', _BLANK),
    html_noise("unseen-alone-white", '<span style="color: white">$n</span>', _BLANK),
    html_noise("unseen-cell-visibility", "$n", _BLANK, cell='style="visibility: hidden"'),
    html_noise("unseen-cell-size", "$n", _BLANK, cell='style="font-size: 0"'),
    html_noise("unseen-cell-class", "$n", _BLANK, cell='class="pale$id"', styles="td.pale$id { color: #ffffff }"),
    html_noise("unseen-details", "<details><summary>$n</summary>$x</details>"),
    html_noise("unseen-template", "$n<template>$x</template>"),
    html_noise("unseen-noscript", "$n<noscript>$x</noscript>"),
    html_noise("unseen-dialog", "$n<dialog>$x</dialog>"),
    html_noise("unseen-datalist", "$n<datalist><option>$x</option></datalist>"),
    html_noise("unseen-style-tag", "$n<style>.x$id { width: ${x}px }</style>"),
)

SHOWN = (
    html_noise("shown-last-declaration", '<span style="display: none; display: inline">$n</span>'),
    html_noise("shown-custom-property", '<span style="--x-display: none">$n</span>'),
    html_noise("shown-visible-child", '<span style="visibility: hidden">$x<b style="visibility: visible">$n</b></span>'),
    html_noise("shown-later-rule",
           '<span class="now$id">$n</span>', styles=".now$id { display: none } .now$id { display: inline }"),
    html_noise("shown-by-inline",
           '<span class="now$id" style="display: inline">$n</span>', styles=".now$id { display: none }"),
    html_noise("shown-by-weight",
           '<span class="now$id" id="n$id">$n</span>', styles="#n$id { display: inline } .now$id { display: none }"),
    html_noise("shown-important",
           '<span class="now$id">$n</span>', styles=".now$id { opacity: 1 !important } .now$id { opacity: 0 }"),
    html_noise("shown-in-comment", '<span class="now$id">$n</span>', styles="/* .now$id { display: none } */"),
    html_noise("shown-other-class", '<span class="now$id">$n</span>', styles=".now$id.old { display: none }"),
    html_noise("shown-wrong-value", '<span style="display: inline; display: gone">$n</span>'),
    html_noise("shown-raised-undone", '$head<sup style="vertical-align: baseline; font-size: inherit">$tail</sup>'),
    html_noise("shown-raised-undone-by-class", '$head<sup class="now$id">$tail</sup>',
           styles=".now$id { vertical-align: baseline; font-size: inherit }"),
    html_noise("shown-by-shadow", '$head<span style="color: transparent; text-shadow: 0 0 0 #000">$tail</span>'),
    html_noise("shown-by-fill", '$head<span style="color: #fff; -webkit-text-fill-color: #000">$tail</span>'),
    html_noise("shown-size-inside", '<span style="font-size: 12px">$n</span>', cell='style="font-size: 0"'),
    html_noise("shown-in-block-of-struck", '<s><span style="display: inline-block">$n</span></s>'),
    html_noise("shown-struck-undone", '<del style="text-decoration: none">$head</del>$tail'),
    html_noise("shown-on-screen-alone", '$n<span class="now$id">$x</span>',
           styles="@media print { .now$id { display: none } }"),
    html_noise("shown-on-black", _WHITE_ON_BLACK),
    html_noise("shown-on-black-cell", '<font color="#ffffff">$n</font>', cell='style="background: #000"'),
    html_noise("shown-attribute-overruled", '<span hidden style="display: inline">$n</span>'),
)

HARMLESS = tuple(
    html_noise(f"ok-{name}", markup, cell=cell, styles=styles, harmless=True)
    for name, markup, cell, styles in (
        ("underlined", "<u>$head<b>$tail</b></u>", "", ""),
        ("inserted", "<ins>$n</ins>", "", ""),
        ("comment", "$n<!-- $x -->", "", ""),
        ("hidden-input", '$n<input type="hidden" value="$x">', "", ""),
        ("joined", "<span>$head</span><span>$tail</span>", "", ""),
        ("bold", "<strong>$n</strong>", "", ""),
        ("marked", "<mark>$n</mark>", "", ""),
        ("link", '<a href="#top">$n</a>', "", ""),
        ("colour", '<font color="red" face="SimSun" size="3">$n</font>', "", ""),
        ("ground", "$n", 'bgcolor="#eeeeee"', ""),
        ("word", '<p class="MsoNormal" style="text-indent: 0"><span lang="EN-US">$n<o:p></o:p></span></p>', "", ""),
        ("break-opportunity", "$head<wbr>$tail", "", ""),
        ("title", '<span title="$x">$n</span>', "", ""),
        ("data", '<data value="$x">$n</data>', "", ""),
        ("class", '<span class="plain$id">$n</span>', "", ".plain$id { color: #333; font-weight: bold }"),
        ("nearly-opaque", '<span style="opacity: .9">$n</span>', "", ""),
        ("baseline", '<span style="vertical-align: baseline; font-size: 100%">$n</span>', "", ""),
        ("block", "<div>$n</div>", 'style="padding: 1px"', ""),
        ("left-to-right", '<span dir="ltr">$n</span>', "", ""),
        ("no-decoration", '<span style="text-decoration: none">$n</span>', "", ""),
        ("no-break-spaces", "&nbsp;$n&nbsp;", "", ""),
    )
)

LABELS = (
    html_noise("label-raised", "$n<sup>$x</sup>", on="label"),
    html_noise("label-raised-link", '$n<sup><a href="#note">[$x]</a></sup>', on="label"),
    html_noise("label-circled", "$n①", on="label"),
    html_noise("label-star", "$n*", on="label"),
    html_noise("label-reference-mark", "$n※", on="label"),
    html_noise("label-bracket", "$n[$x]", on="label"),
    html_noise("label-note", "$n注$x", on="label"),
    html_noise("label-small", '$n<span style="font-size: 50%; vertical-align: super">$x</span>', on="label"),
    html_noise("label-hidden-beside", "$n<span hidden>$x</span>", on="label"),
    html_noise("label-struck-beside", "<del>原项目</del>$n", on="label"),
    html_noise("label-white-beside", '$n<span style="color: white">$x</span>', on="label"),
    html_noise("label-struck", "<s>$n</s>", _NONE, on="label"),
    html_noise("label-hidden", '<span style="display: none">$n</span>', _NONE, on="label"),
    html_noise("label-white", '<span style="color: #fff">$n</span>', _NONE, on="label"),
    html_noise("label-digit", "$n$x", _NONE, on="label"),
    html_noise("label-ok-bold", "<b>$n</b>", on="label", harmless=True),
    html_noise("label-ok-underlined", "<u>$n</u>", on="label", harmless=True),
)
