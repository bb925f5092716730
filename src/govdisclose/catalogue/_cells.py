"""Findings about cells whose text is not what stands in the file: what is seen decides."""

from __future__ import annotations

from govdisclose.catalogue._kind import Kind, Severity

__all__ = ["CELLS"]

_WARNING, _INFO = Severity.WARNING, Severity.INFO

CELLS = (
    Kind(
        "text-struck-out",
        _INFO,
        'the struck-out "{text}" in the cell was left out',
        "单元格中划掉的“{text}”已略去",
    ),
    Kind(
        "cell-struck-out",
        _WARNING,
        'all that the cell holds is struck out: "{text}"; it gives no value, and was not taken for blank',
        "单元格内容已全部划掉：“{text}”，不取值，也未按空白处理",
    ),
    Kind(
        "text-unseen",
        _INFO,
        '"{text}" in the cell cannot be seen ({why}) and was left out',
        "单元格中的“{text}”不可见（{why}），已略去",
        terms=("why",),
    ),
    Kind(
        "cell-unseen",
        _WARNING,
        'the cell looks empty and is read as blank, but the file holds "{text}" there, which cannot be seen ({why})',
        "单元格看似空白，按空白处理；但文件中有不可见的“{text}”（{why}）",
        terms=("why",),
    ),
    Kind(
        "text-covered",
        _INFO,
        '"{text}" in the cell is painted over and was left out',
        "单元格中的“{text}”被遮盖，已略去",
    ),
    Kind(
        "cell-covered",
        _WARNING,
        'the cell looks empty and is read as blank, but "{text}" stands under what is painted over it',
        "单元格看似空白，按空白处理；但遮盖物之下有“{text}”",
    ),
    Kind(
        "watermark-left-out",
        _INFO,
        '"{text}" of a watermark or a stamp lies across the cell and was left out',
        "单元格中有水印或印章文字“{text}”，已略去",
    ),
    Kind(
        "cell-under-watermark",
        _WARNING,
        'the cell holds nothing but "{text}" of a watermark or a stamp that lies across the table, and is read as blank',
        "单元格中只有水印或印章文字“{text}”，按空白处理",
    ),
    Kind(
        "mark-left-out",
        _INFO,
        'the raised or small "{text}" after "{kept}" is a note mark and was left out',
        "“{kept}”之后的上标或小字“{text}”是注释标记，已略去",
    ),
    Kind(
        "mark-uncertain",
        _WARNING,
        'it cannot be told whether the raised or small "{text}" is a note mark or a part of the number; the cell gives no value',
        "无法确定上标或小字“{text}”是注释标记还是数字的一部分，不取值",
    ),
    Kind(
        "number-divided",
        _WARNING,
        'what is not to be read, "{text}", stands between "{before}" and "{after}"; whether they are one number cannot be told',
        "“{before}”与“{after}”之间有不计入的“{text}”，无法确定两者是否为同一数字",
    ),
    Kind(
        "cell-not-read",
        _WARNING,
        'the cell shows {what}, which is not read, beside the text "{text}"; it gives no value, and was not taken for blank',
        "单元格中有未读取的{what}，其文字为“{text}”；不取值，也未按空白处理",
        terms=("what",),
    ),
    Kind(
        "cell-is-picture",
        _WARNING,
        "the cell holds a picture and no text; what the picture shows is not read, and the cell is not blank",
        "单元格内只有图片，图片内容未读取，未按空白处理",
    ),
)
