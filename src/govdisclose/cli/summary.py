"""One line a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from govdisclose.cli.failure import failure_spans
from govdisclose.cli.work import Done, source_name
from govdisclose.explain.lines import Line, Span, Style, line
from govdisclose.explain.text import cut, cut_left, one_line, pad, width

__all__ = ["head_line", "passed_over_line", "report_line", "total_line", "unchecked_line"]

_ORGAN, _NARROW_ORGAN, _FORM, _READ = 26, 20, 8, 7
_NARROW = 100
_MOST_SUFFIXES = 12
_ADVICE = (
    ((".rar", ".7z", ".gz", ".tar", ".tgz"), ("unpack archives first", "压缩包请先解压")),
    (
        (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"),
        ("pictures need text recognition first", "图片需先做文字识别"),
    ),
    ((".msg",), ("save what is attached to e-mails of Outlook", "Outlook邮件请先另存附件")),
)
_HEADS = {
    "en": ("organ", "year", "form", "read", "error", "warn", "info", "file"),
    "zh": ("机关", "年度", "格式", "已读取", "错误", "警告", "提示", "文件"),
}


def _organ_width(columns: int | None) -> int:
    return _ORGAN if columns is None or columns >= _NARROW else _NARROW_ORGAN


def head_line(language: str, columns: int | None) -> Line:
    """The names of the columns."""
    organ, year, form, read, errors, warnings, infos, file = _HEADS[language]
    text = (
        f"  {pad(organ, _organ_width(columns))} {pad(year, 4)}  {pad(form, _FORM)}{pad(read, _READ, right=True)} "
        f"{pad(errors, 5, right=True)} {pad(warnings, 4, right=True)} {pad(infos, 4, right=True)}  {file}"
    )
    return line(Span(text, "dim"))


def report_line(done: Done, language: str, columns: int | None) -> Line:
    """Organ, year, form, entries read of those asked, findings by severity, file; or the error.

    ``columns`` is the width to cut the line to, None to cut nothing.
    """
    path = source_name(done.path)
    if done.failure is not None:
        return line(Span("✗ ", "bad"), path + "  ", *failure_spans(done.failure, language))
    mark: tuple[str, Style] = (
        ("✗ ", "bad") if done.errors else ("! ", "warn") if done.warnings else ("✓ ", "good")
    )
    organ = one_line(done.organ) if done.organ else "—"
    room = _organ_width(columns)
    whole = done.read == done.asked
    spans = [
        Span(*mark),
        Span(pad(cut(Span(organ).text, room) if columns else organ, room) + " "),
        Span(f"{pad(str(done.year) if done.year is not None else '—', 4)}  "),
        Span(pad(done.form or "?", _FORM), "plain" if done.form else "bad"),
        Span(pad(f"{done.read}/{done.asked}", _READ, right=True) + " ", "plain" if whole else "warn"),
        _count(done.errors, 5, "bad"),
        _count(done.warnings, 4, "warn"),
        _count(done.infos, 4, "plain"),
    ]
    room = (columns - sum(width(span.text) for span in spans) - 2) if columns else len(path)
    return line(*spans, Span(" " + cut_left(path, max(room, 12)), "dim"))


def _count(number: int, columns: int, style: Style) -> Span:
    return Span(pad(str(number) if number else "·", columns, right=True) + " ", style if number else "dim")


def total_line(outcomes: Sequence[int], language: str) -> Line:
    """How many files in all, clean, with warnings only, with errors, and not read: ``outcomes`` are the last four."""
    clean, warnings, errors, unread = outcomes
    total = sum(outcomes)
    if language == "zh":
        return line(
            f"共{total}个文件：{clean}个正常，{warnings}个有警告，{errors}个有错误，{unread}个无法读取"
        )
    return line(
        f"{total} files: {clean} clean, {warnings} with warnings, {errors} with errors, {unread} not read"
    )


def unchecked_line(language: str) -> Line:
    """What reading a report does not look at, and what does."""
    if language == "zh":
        return line(Span("  未核对：正文与表格、上年结转、下级汇总；请用 govdisclose check 核对", "dim"))
    return line(
        Span("  not checked: prose against tables, last year, departments; govdisclose check does", "dim")
    )


def passed_over_line(passed: Mapping[str, int], language: str) -> Line:
    """How many files of folders were passed over, by suffix, the commonest first; what would help with some kinds."""
    zh = language == "zh"
    listed = sorted(passed.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{suffix or ('无后缀' if zh else 'none')} {count}" for suffix, count in listed[:_MOST_SUFFIXES]]
    if len(listed) > _MOST_SUFFIXES:
        named.append("…")
    total = sum(passed.values())
    advice = [words[zh] for suffixes, words in _ADVICE if any(suffix in passed for suffix in suffixes)]
    if zh:
        more = f"（{'；'.join(advice)}）" if advice else ""
        return line(Span(f"  另有{total}个其他类型的文件未读取：{'、'.join(named)}{more}", "warn"))
    files = "file" if total == 1 else "files"
    more = f" ({'; '.join(advice)})" if advice else ""
    return line(Span(f"  {total} {files} of other kinds passed over: {', '.join(named)}{more}", "warn"))
