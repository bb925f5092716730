"""The words by which prose names the entries of the national forms.

Labels of the rows and columns are not repeated here: they are taken from the tables as declared, also shortened.
"""

from __future__ import annotations

from govdisclose.grammar.lexicon import NEXT, PAST, Cue, Lexicon, Name, Rows, Share, Subject

__all__ = ["LEXICON"]

_DOCUMENTS = "disclosure:documents/normative_documents"
_REGULATIONS = "disclosure:documents/regulations"
_NEW = ("新收", "新收+上年结转")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _cases(words: str, path: str) -> tuple[Name, ...]:
    return tuple(
        Name(f"{words}{label}", (f"reviews::{path}/{key}",))
        for label, key in (
            ("总计", "total"),
            ("结果维持", "upheld"),
            ("结果纠正", "corrected"),
            ("其他结果", "other"),
            ("尚未审结", "pending"),
        )
    )


def _documents(words: str, path: str) -> tuple[Name, ...]:
    return (
        Name(f"{words}制发", (f"{path}:issued",)),
        Name(f"{words}废止", (f"{path}:repealed",)),
        Name(f"{words}现行有效", (f"{path}:in_force",)),
        Name(f"{words}新制作", (f"{path}:newly_made",)),
        Name(f"{words}新公开", (f"{path}:newly_disclosed",)),
        Name(f"{words}对外公开总数", (f"{path}:total_disclosed",)),
    )


_NAMES = (
    Name("新收", ("requests:received:total",)),
    Name("上年结转", ("requests:carried_in:total",)),
    Name("办结", ("requests:results/total:total",)),
    Name("结转下年", ("requests:carried_out:total",)),
    *_cases("复议", "reconsideration"),
    *_cases("直接起诉", "litigation/direct"),
    *_cases("复议后起诉", "litigation/after_reconsideration"),
    *_documents("规范性文件", _DOCUMENTS),
    *_documents("规章", _REGULATIONS),
    Name("行政许可", ("disclosure:licensing/licences:decisions",)),
    Name("行政处罚", ("disclosure:enforcement/penalties:decisions",)),
    Name("行政强制", ("disclosure:enforcement/compulsory_measures:decisions",)),
    Name("收费金额", ("disclosure:fees/administrative_fees:amount",)),
    Name("采购项目", ("disclosure:procurement/central_procurement:items",)),
    Name("采购总金额", ("disclosure:procurement/central_procurement:amount",)),
)

_REQUESTS = Subject(
    "requests",
    _words(
        "申请 依申请公开 政府信息依申请公开 依申请 申请件 申请数量 申请数 申请总数 申请量 申请总量 公开件 "
        "申请公开 申请公开政府信息"
    ),
    section="requests",
    default=True,
    alone=("新收", "新收+上年结转", "办结"),
    pinned=False,
    wholes=("办结", "新收+上年结转", "新收"),
    cues=(
        Cue(
            (
                f"{PAST}…结转",
                f"结转…{PAST}",
                f"{PAST}…转结",
                f"{PAST}…转入",
                f"{PAST}…延续",
                f"{PAST}…未办结",
                f"{PAST}…顺延",
                f"{PAST}…遗留",
                f"{PAST}…转接",
            ),
            ("上年结转",),
            rank=9,
        ),
        Cue(
            (
                *(f"{word}…{NEXT}" for word in _words("结转 转结 转入 转至 转到 转 顺延 延至")),
                *(f"{word}…{NEXT}" for word in _words("延期 延续 延长 留待 推迟 延 跨")),
                *(f"{NEXT}…{word}" for word in _words("办理 答复 办结 处理 结转 继续")),
                *_words("尚在办理 正在办理 仍在办理 还在办理 正办理 尚在办 在办 待办"),
                *_words("办理中 办理之中 办理过程中 未办结 未办理完毕 未答复 跨年 跨年度"),
                *_words("正在…办理 尚在…办理 仍在…办理 尚未…办结 尚未…答复 正在…答复 待…办理 继续办理"),
                *_words("未到答复期限 未到办理期限 未到期 正在处理 尚在处理 正在依法办理"),
            ),
            ("结转下年",),
            rank=8,
        ),
        Cue(("结转", "转结"), ("结转下年", "上年结转"), rank=7),
        Cue(("应办理", "应办", "应办结", "应答复"), ("新收+上年结转", "新收", "办结"), rank=4),
        Cue(_words("新收 新收到 新受理 新接收 新增 新接到"), ("新收",), rank=4),
        Cue(
            _words("收到 受理 接收 接到 接获 收件 收悉 登记 接受 收取"),
            _NEW,
            rank=3,
        ),
        Cue(
            (
                *_words("答复 办结 回复 办理完毕 办理完结 办理完成 处理完毕 办复 审结"),
                *_words("答复完毕 办理结果总计 完成答复 答复办结 完成办理 处理完结 予以答复"),
            ),
            ("办结",),
            rank=3,
        ),
        Cue(
            _words("办理 收办 承办 处理 处置 收到和处理 收到并处理"),
            ("办结", "新收+上年结转", "新收"),
            rank=2,
        ),
    ),
)

_MEET = _words("收到 受理 发生 办理 产生 引发 提起 新收 新增 被提起 参与 应对 接到")


def _cued(names: tuple[str, ...]) -> tuple[Cue, ...]:
    """Cues of reviews, over one column group or several added up."""

    def total(label: str) -> str:
        return "+".join(f"{name}{label}" for name in names)

    closed = total("总计") + "".join(f"−{name}尚未审结" for name in names)
    return (
        Cue(
            _words("尚未审结 未审结 尚未结案 未结案 正在审理 审理中 尚在审理 正在办理 尚未办结"),
            (total("尚未审结"),),
            rank=5,
        ),
        Cue(("结果维持", "维持", "维持原判", "驳回"), (total("结果维持"),), rank=5),
        Cue(
            _words("结果纠正 纠正 纠错 被纠错 被纠正 责令纠正 予以纠正"),
            (total("结果纠正"),),
            rank=5,
        ),
        Cue(("其他结果",), (total("其他结果"),), rank=5),
        Cue(("其他", "其它"), (total("其他结果"),), rank=4),
        Cue(("审结", "办结", "结案"), (closed, total("总计")), rank=3),
        Cue(_MEET, (total("总计"), closed), rank=1),
    )


def _reviewed(key: str, words: tuple[str, ...], names: tuple[str, ...], rank: int) -> Subject:
    cues = _cued(names)
    return Subject(
        key,
        words,
        cues,
        alone=cues[-1].bases,
        section="reviews",
        units=_words("件 宗 起 次 例 个 案 件次 "),
        rank=rank,
        family="reviews",
        wholes=cues[-1].bases,
        about=True,
    )


_REVIEWS = (
    _reviewed(
        "reconsideration",
        _words("行政复议 复议 涉及行政复议 申请行政复议 申请复议 行政复议申请 复议申请 提起行政复议 复议案"),
        ("复议",),
        5,
    ),
    _reviewed(
        "litigation",
        _words("行政诉讼 涉及行政诉讼 被诉 诉讼 行政应诉 应诉 提起行政诉讼 起诉 诉讼案"),
        ("直接起诉", "复议后起诉"),
        5,
    ),
    _reviewed(
        "direct",
        _words("直接起诉 未经复议直接起诉 未经复议 直接提起行政诉讼 未经行政复议直接起诉 直接提起诉讼"),
        ("直接起诉",),
        6,
    ),
    _reviewed(
        "after_reconsideration",
        _words("复议后起诉 经复议后起诉 复议后提起行政诉讼 复议后提起诉讼 经行政复议后起诉 复议后诉讼"),
        ("复议后起诉",),
        6,
    ),
)


def _made(key: str, words: tuple[str, ...], name: str, rank: int) -> Subject:
    return Subject(
        key,
        words,
        (
            Cue(("废止", "宣布废止"), (f"{name}废止",), rank=4),
            Cue(("失效", "宣布失效"), (f"{name}废止",), pinned=False, rank=4),
            Cue(("现行有效", "继续有效", "有效", "保留"), (f"{name}现行有效",), pinned=False, rank=5),
            Cue(
                _words("总数 总数量 对外公开总数 对外公开总数量"),
                (f"{name}对外公开总数",),
                rank=5,
            ),
            Cue(("新公开", "新公开数量"), (f"{name}新公开",), rank=7),
            Cue(
                _words("公开 主动公开 发布 公布 对外公开 公示"),
                (f"{name}制发", f"{name}现行有效", f"{name}新公开", f"{name}新制作", f"{name}对外公开总数"),
                pinned=False,
                rank=6,
            ),
            Cue(
                (
                    *_words("制发 制定 印发 出台 新制作 制作 新制定 制定出台 制定印发"),
                    *_words("制订 新制发 新出台 制定发布 制发出台 制定并印发 出台印发 发文"),
                ),
                (f"{name}制发", f"{name}新制作"),
                rank=3,
            ),
        ),
        alone=(f"{name}制发", f"{name}现行有效", f"{name}新制作", f"{name}对外公开总数"),
        pinned=False,
        units=_words("件 份 部 个 项 "),
        rank=rank,
        family="documents",
    )


_TAKEN = _words("作出 办理 实施 做出 下达 依法作出 依法实施 共作出 发生")


def _decided(key: str, name: str) -> Subject:
    return Subject(
        key,
        (name, f"{name}决定", f"{name}案件", f"{name}事项", f"{name}决定书"),
        (
            Cue(
                _words("公开 主动公开 公示 发布 公布 归集 双公示 上传 推送 报送"),
                (name,),
                pinned=False,
                rank=6,
            ),
            Cue(_TAKEN, (name,), rank=3),
        ),
        alone=(name,),
        pinned=False,
        units=_words("件 项 件次 份 宗 起 个 例 次 家次 "),
        family="decisions",
    )


LEXICON = Lexicon(
    _NAMES,
    (
        _REQUESTS,
        *_REVIEWS,
        _made("normative_documents", ("规范性文件", "行政规范性文件"), "规范性文件", 3),
        _made("regulations", ("规章", "政府规章", "地方政府规章", "部门规章"), "规章", 3),
        _decided("licences", "行政许可"),
        _decided("penalties", "行政处罚"),
        _decided("compulsory_measures", "行政强制"),
        Subject(
            "fees",
            ("行政事业性收费", "行政事业性收费金额", "行政事业收费", "行政事业性收费总额"),
            alone=("收费金额",),
            units=("元", "万元", "亿元", ""),
            rank=4,
            family="amounts",
            amount=True,
        ),
        Subject(
            "procurement_amount",
            ("采购总金额", "采购金额", "采购总额"),
            alone=("采购总金额",),
            units=("元", "万元", "亿元"),
            rank=4,
            family="amounts",
            amount=True,
        ),
        Subject(
            "procurement",
            ("政府集中采购", "集中采购", "政府集中采购项目", "集中采购项目", "采购项目"),
            (Cue(("总金额", "金额", "采购总金额"), ("采购总金额",), rank=3),),
            alone=("采购项目",),
            units=_words("项 个 件 次 宗 批 批次 元 万元 亿元"),
            rank=3,
            family="procurement",
        ),
    ),
    rows=(
        Rows(
            "requests",
            "requests",
            "results",
            "total",
            across=("received", "received+carried_in", "results/total"),
            row_words=(("received", "新收"), ("carried_in", "上年结转"), ("results/total", "办结")),
            synonyms=(
                ("results/granted", ("同意公开", "准予公开", "全部公开", "公开类")),
                ("results/partially_granted", ("同意部分公开", "准予部分公开", "部分公开类")),
                ("results/refused", ("不公开", "不同意公开", "不予公开类")),
                ("results/unavailable", ("不能提供", "无法提供类")),
                ("results/not_processed", ("不处理", "不予处理类")),
                ("results/other", ("作其他处理", "其他处理类")),
                (
                    "results/refused/prohibited_by_law",
                    ("法律、行政法规禁止公开", "法律法规禁止公开", "法律法规规定禁止公开"),
                ),
                ("results/refused/third_party_rights", ("第三方权益", "损害第三方合法权益")),
                ("results/refused/internal_affairs", ("内部事务信息", "内部管理信息")),
                ("results/refused/enforcement_files", ("执法案卷", "行政执法案卷信息", "执法案卷信息")),
                ("results/refused/administrative_queries", ("行政查询",)),
                ("results/unavailable/not_held", ("本机关不掌握相关信息", "不掌握该信息", "本机关不掌握")),
                ("results/unavailable/not_compiled", ("没有现成信息", "另行制作", "无现成信息")),
                (
                    "results/unavailable/still_unclear",
                    ("仍不明确", "补正后仍不明确", "申请内容不明确", "内容不明确"),
                ),
                (
                    "results/not_processed/petitions",
                    ("信访、举报、投诉类", "信访投诉举报类", "信访举报投诉", "信访类"),
                ),
                ("results/not_processed/repeated", ("重复提出申请",)),
                ("results/not_processed/publications", ("公开出版物",)),
                ("results/not_processed/excessive", ("大量反复", "反复申请", "大量、反复申请")),
                ("results/not_processed/reissue", ("重新出具", "确认或重新出具")),
                ("results/other/overdue_correction", ("逾期未补正", "逾期不补正的", "逾期没有补正")),
                (
                    "results/other/overdue_fee",
                    ("逾期未缴费", "逾期未缴纳费用", "逾期不缴纳费用", "逾期未交费"),
                ),
            ),
            columns=(
                ("natural_person", ("自然人申请",)),
                ("legal_person", ("法人和其他组织", "法人及其他组织", "法人组织", "法人、其他组织")),
                ("legal_person/commercial", ("企业申请",)),
                ("legal_person/legal_service", ("律师事务所",)),
            ),
            weak=(
                ("公开", ("results/granted",)),
                ("其他", ("results/other/other", "results/other")),
                ("其它", ("results/other/other", "results/other")),
                ("其他情形", ("results/other/other", "results/other")),
                ("其他情况", ("results/other/other", "results/other")),
            ),
            either=("results/unavailable",),
        ),
    ),
    shares=(Share(("办结率",), ("办结/新收+上年结转", "办结/新收")),),
)
"""Those of 2019 and of 2021: names of entries that only one of the forms has are left out for the other."""
