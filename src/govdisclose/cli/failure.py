"""What is said of a file that cannot be read: the type of the error, what is wrong, what to do."""

from __future__ import annotations

from attrs import frozen

from govdisclose.elsewhere import named_first
from govdisclose.errors import LimitError, ReportElsewhereError
from govdisclose.explain.lines import Span

__all__ = ["Failure", "failure", "failure_spans"]

# By the type of the error: its name in Chinese, and what helps.
_CHINESE = {
    "UnknownFormatError": ("无法识别的格式", "请另存为DOCX或HTML"),
    "ReportElsewhereError": ("报告不在此文件中", "请下载所列文件后读取"),
    "EmptyDocumentError": ("空文件", "请检查文件是否下载完整"),
    "EncryptedDocumentError": ("文件已加密", "请去除密码后另存"),
    "DamagedDocumentError": ("文件已损坏", "请重新下载，或在办公软件中打开后另存"),
    "UnreadableDocumentError": ("无法读取", "请另存为DOCX或HTML"),
    "NotAReportError": (
        "不是年度报告",
        "文件中没有年度报告的表格、标题和各部分标题",
    ),
    "LimitError": ("超出限制", "如文件可信，可用 --limit 提高限制"),
}
_CHINESE_OTHER = ("无法打开文件", "请检查路径和权限")
_CHINESE_BUG = ("程序内部错误", "请连同文件报告给开发者")


@frozen
class Failure:
    """A file that was not read. ``kind`` is the name of the error's type, ``names`` what the file leads to."""

    kind: str
    message: str
    is_bug: bool = False
    remedy: str | None = None
    names: str = ""


def failure(error: Exception) -> Failure:
    """The failure that an error of ``parse`` is. One that ``parse`` does not promise is a bug, and said to be one."""
    from govdisclose.errors import GovdiscloseError

    kind = type(error).__name__
    if isinstance(error, LimitError):
        return Failure(kind, f"{error}; on the command line: --limit {error.limit}=…")
    if isinstance(error, ReportElsewhereError):
        return Failure(kind, str(error), remedy=error.remedy, names=named_first(error.pointers))
    if isinstance(error, GovdiscloseError):
        return Failure(kind, str(error), remedy=getattr(error, "remedy", None))
    if isinstance(error, OSError):
        return Failure(kind, error.strerror or str(error))
    return Failure(
        kind, f"{error}; this is a fault of a reader or of govdisclose: please report it", is_bug=True
    )


def failure_spans(item: Failure, language: str) -> tuple[Span, ...]:
    """The failure in words."""
    if language != "zh":
        return Span(f"{item.kind}: ", "bad"), Span(item.message)
    known = _CHINESE_BUG if item.is_bug else _CHINESE.get(item.kind, _CHINESE_OTHER)
    name, advice = known
    if item.remedy is not None:
        from govdisclose.catalogue import REMEDIES

        advice = REMEDIES.get(item.remedy, advice)
    return (
        Span(f"{name}（{item.kind}）：", "bad"),
        Span(f"{advice}。"),
        Span(item.names or item.message, "dim"),
    )
