"""The trial form of 2019, made for the reports of 2019 and 2020.

Source: 国办公开办函〔2019〕60号, annex, parts 二, 三 and 四. Labels are verbatim; an alias stands beside the label
that it excuses.
"""

from __future__ import annotations

from govdisclose.grammar.heading import H, tree
from govdisclose.grammar.identity import balance
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.table import Table, stack
from govdisclose.grammar.values import amount, change
from govdisclose.layouts.lexicon import LEXICON
from govdisclose.layouts.sections import SECTIONS, TITLES
from govdisclose.records import Disclosure, Requests, Reviews

__all__ = ["CN_2019", "DISCLOSURE", "REQUESTS", "REVIEWS"]

_PREVIOUS = H("previous_items", "上一年项目数量")
_CHANGE = H("change", "本年增/减", entry=change(), aliases=["本年增/"])
_DECISIONS = H("decisions", "处理决定数量")

# --- 二、主动公开政府信息情况: five bands, 22 entries
DISCLOSURE = stack(
    "disclosure",
    "主动公开政府信息情况",
    Table(
        "documents",
        "规章和规范性文件",
        spanner="第二十条第（一）项",
        stubhead="信息内容",
        boxhead=tree(
            H("newly_made", "本年新制作数量", aliases=["本年制作数量"]),
            H("newly_disclosed", "本年新公开数量"),
            H("total_disclosed", "对外公开总数量"),
        ),
        stub=tree(
            H("regulations", "规章"),
            H("normative_documents", "规范性文件"),
        ),
    ),
    Table(
        "licensing",
        "行政许可和其他对外管理服务",
        spanner="第二十条第（五）项",
        stubhead="信息内容",
        boxhead=tree(_PREVIOUS, _CHANGE, _DECISIONS),
        stub=tree(
            H("licences", "行政许可"),
            H("other_services", "其他对外管理服务事项"),
        ),
    ),
    Table(
        "enforcement",
        "行政处罚和行政强制",
        spanner="第二十条第（六）项",
        stubhead="信息内容",
        boxhead=tree(_PREVIOUS, _CHANGE, _DECISIONS),
        stub=tree(
            H("penalties", "行政处罚"),
            H("compulsory_measures", "行政强制"),
        ),
    ),
    Table(
        "fees",
        "行政事业性收费",
        spanner="第二十条第（八）项",
        stubhead="信息内容",
        boxhead=tree(_PREVIOUS, _CHANGE),
        stub=tree(H("administrative_fees", "行政事业性收费")),
    ),
    Table(
        "procurement",
        "政府集中采购",
        spanner="第二十条第（九）项",
        stubhead="信息内容",
        boxhead=tree(
            H("items", "采购项目数量"),
            H(
                "amount", "采购总金额", entry=amount()
            ),  # the form gives no unit; many reports add one in brackets
        ),
        stub=tree(H("central_procurement", "政府集中采购")),
    ),
    record=Disclosure,
)

# --- 三、收到和处理政府信息公开申请情况: 23 rows of 7 columns
APPLICANTS = tree(
    H("natural_person", "自然人"),
    H(
        "legal_person",
        "法人或其他组织",
        H("commercial", "商业企业"),
        H("research", "科研机构"),
        H("social_welfare", "社会公益组织"),
        H("legal_service", "法律服务机构"),
        H("other", "其他"),
    ),
    H("total", "总计", total=True, aliases=["合计"]),
)

OUTCOMES = tree(
    H("received", "一、本年新收政府信息公开申请数量"),
    H("carried_in", "二、上年结转政府信息公开申请数量", aliases=["二、上年转结政府信息公开申请数量"]),
    H(
        "results",
        "三、本年度办理结果",
        H("granted", "（一）予以公开"),
        H(
            "partially_granted",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            aliases=["（二）部分公开"],
        ),
        H(
            "refused",
            "（三）不予公开",
            H("state_secret", "1.属于国家秘密"),
            H("prohibited_by_law", "2.其他法律行政法规禁止公开"),
            H("security_stability", "3.危及“三安全一稳定”"),
            H("third_party_rights", "4.保护第三方合法权益"),
            H("internal_affairs", "5.属于三类内部事务信息"),
            H("process_information", "6.属于四类过程性信息"),
            H("enforcement_files", "7.属于行政执法案卷"),
            H("administrative_queries", "8.属于行政查询事项"),
        ),
        H(
            "unavailable",
            "（四）无法提供",
            H("not_held", "1.本机关不掌握相关政府信息"),
            H("not_compiled", "2.没有现成信息需要另行制作"),
            H("still_unclear", "3.补正后申请内容仍不明确"),
        ),
        H(
            "not_processed",
            "（五）不予处理",
            H("petitions", "1.信访举报投诉类申请"),
            H("repeated", "2.重复申请"),
            H("publications", "3.要求提供公开出版物"),
            H("excessive", "4.无正当理由大量反复申请"),
            H("reissue", "5.要求行政机关确认或重新出具已获取信息"),
        ),
        H("other", "（六）其他处理"),
        H("total", "（七）总计", total=True, aliases=["（七）合计"]),
    ),
    H("carried_out", "四、结转下年度继续办理"),
)

REQUESTS = Table(
    "requests",
    "收到和处理政府信息公开申请情况",
    record=Requests,
    spanner="申请人情况",
    boxhead=APPLICANTS,
    stub=OUTCOMES,
    stubhead="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    identities=(balance("requests-balance", ["received", "carried_in"], ["results/total", "carried_out"]),),
)

# --- 四、政府信息公开行政复议、行政诉讼情况: 15 columns, one row of numbers
_CASES = (
    H("upheld", "结果维持"),
    H("corrected", "结果纠正"),
    H("other", "其他结果"),
    H("pending", "尚未审结"),
    H("total", "总计", total=True, aliases=["合计"]),
)

REVIEWS = Table(
    "reviews",
    "政府信息公开行政复议、行政诉讼情况",
    record=Reviews,
    boxhead=tree(
        H("reconsideration", "行政复议", *_CASES),
        H(
            "litigation",
            "行政诉讼",
            H("direct", "未经复议直接起诉", *_CASES),
            H("after_reconsideration", "复议后起诉", *_CASES),
        ),
    ),
)

CN_2019 = Layout(
    "cn-2019",
    "政府信息公开工作年度报告（2019年试行格式）",
    "国办公开办函〔2019〕60号",
    tables=(DISCLOSURE, REQUESTS, REVIEWS),
    sections=SECTIONS,
    titles=TITLES,
    lexicon=LEXICON,
)
