"""Names of public bodies: whether words are one, and which province a name begins with."""

from __future__ import annotations

import re

from govdisclose.text import simplify

__all__ = ["NO_NAME", "begins_with_place", "is_nameless", "is_organ", "is_place", "province_of", "tidy_organ"]

_LONGEST = 40
_NAME = re.compile(r"[\u4e00-\u9fff()·、]{3,40}")
_BODY = re.compile(
    r"(?:人民政府|政府|办公室|街道|海关|中心|公司|集团|银行|大学|学校|中学|小学|新区|园区|开发区|高新区|保税区|度假区"
    r"|示范区|合作区|领导小组|指挥部|联合社|农场|林场|档案馆|图书馆|博物馆|电视台|社区|[村居]委会"
    r"|[局委厅镇乡院办会队所站处部署])"
    r"(?:\([\u4e00-\u9fff·、]{2,30}\))?$"
)
# The last character of a body or a place; more kinds than stand alone in a line, since a title's words are seldom others.
_ENDING = re.compile(
    r"[局委厅镇乡院办会队所站处部署社联组台馆校学园区县市州盟旗省村团场港库室府心司行道关段厂矿庭狱协总居军岛寨坊线](?:\([^()]+\))?$"
)
# Words of a page's navigation, and of prose, that end like a body.
_OTHER = re.compile(
    r"^(?:来源|作者|信息来源|发布|责任|主办|承办|版权|您|当前|所在|首页|返回|走进|关于|欢迎|网上|个人|法人"
    r"|上一|下一|附件|根据|按照|[本我该各](?:机关|单位|部门|[级局委厅办省市县区镇乡]))"
    r"|(?:网站|本站|手机站|繁体站|通办|网上办|马上办|掌上办|一次办|主办|承办|社会|全部"
    r"|办事中心|互动中心|新闻中心|发布会|听证会)$"
)
# A kind of body and no name: the first part stood in another line.
_NAMELESS = re.compile(
    r"[省市县区州旗镇乡]?(?:(?:人民)?政府(?:办|办公室|办公厅)?|办公[室厅]|(?:管理)?委员会|管委会"
    r"|街道|(?:街道)?办事处|(?:政务服务)?中心|分局|公司|[局委厅镇乡院办会队所站处部署])"
)
_WRAPPED = re.compile(
    r"^(?:附件\d*:?|关于|《|【[^】]{0,12}】|\[[^\]]{0,12}\]|[·•●■◆▪★☆※*#>+\-—_、:])+"
    r"|(?:关于|的|》|[:、,\-—_·*#])+$"
)
_IN_BRACKETS = re.compile(r"[【\[(]([^【】\[\]()]{3,40})[】\])]")
_SELF = re.compile(r"[本我](?:机关|单位|部门|局|委|厅|办|市|县|区|镇|乡|院|处|街道|中心)")
_PUNCTUATION = re.compile(r"[,.;:。!?|/<>»›《》\"'\d_—–=*#\\【】{}@$%&]")
# XX县, ××局, ____: a form that waits for a name.
_PLACEHOLDER = re.compile(r"[xX]{2,}|[×✕╳]|○{2,}|△{2,}|\.{2,}|…")

# Words that stand where a name is looked for: channels of a site, scopes, and what is done with a report.
_MENU = (
    r"首页|主页|导航|政务公开|政务信息|政府信息公开|信息公开|政务服务|互动交流|政民互动|公众参与|新闻动态|新闻中心|要闻"
    r"|通知公告|公示公告|公告公示|政策文件|政策法规|政策解读|机构职能|机构设置|机构概况|机构简介|机构信息|领导信息"
    r"|领导之窗|领导介绍|法定主动公开|主动公开|依申请公开|公开指南|公开制度|公开目录|公开年报|年度报告|年报|工作动态"
    r"|规划计划|统计数据|统计信息|财政信息|财政预决算|财政资金|人事信息|人事任免|重点领域|办事指南|办事服务|专题专栏"
    r"|应急管理信息|行政许可信息|数据开放|数据发布|网站地图|无障碍|长者模式|繁体|简体|登录|注册|搜索|检索|收藏|分享|打印"
    r"|字号|字体|正文|详情|内容|目录|附件|标题|名称|索引号|文号|信息索引|发文|发布机构|信息来源|来源|作者|责任编辑"
    r"|当前位置|您的位置|您现在|所在位置|返回|更多|相关|热点|推荐|点击|查看|下载|阅读|浏览"
)
_DOING = (
    r"公布|发布|公开|报送|上报|填报|印发|转发|编制|编写|撰写|做好|开展|召开|组织|提交|起草|完成|汇总|参考|欢迎|关于|根据|按照"
    r"|依据|依照|现将|现就|现把|现公布|现予|特此|为了|为做好|就"
)
_SCOPES = (
    r"历年|往年|近年|近几年|今年|去年|上年|上一?年度?|本年|本年度|当年|同年|年度|各地|各地区|各部门|各单位|各区|各县|各市"
    r"|各镇|各乡镇|各街道|各级|各委办局|县区|区县|市县|乡镇|部门|街镇|全国|全省|全市|全县|全区|全镇|全乡|其他|其它|以下|下列|上述"
    r"|中华人民共和国"
)
NO_NAME = re.compile(
    rf"(?:{_MENU})+|(?:{_DOING}|{_SCOPES})(?:的|了)?|(?:{_SCOPES})(?:各?(?:部门|单位|地区|镇街?|街道|委办局))+"
)
"""Folded and simplified words that are no name, whole."""

_NOT_FIRST = re.compile(
    r"(?:首页|主页|政务公开|政府信息公开|信息公开(?!办)|机构职能|机构设置|机构概况|政策文件|政策法规|政策解读|通知公告|公示公告"
    r"|法定主动公开|主动公开|依申请公开|政务服务(?!中心|和?数据|管理|局)|互动交流|政民互动|新闻动态|领导信息|专题专栏|当前位置|您的位置"
    r"|您现在|所在位置|来源|作者|发布机构|发布时间|发布日期|索引号|信息索引|关于|现将|现就|现公布|根据|按照|欢迎|查看|点击|下载"
    r"|历年|往年|各地区|各部门|各单位|返回|更多|相关|热点)"
)
_SITE = re.compile(r"政府网|门户网|信息网|政务网|网站|官网|网群|公众号|客户端")

_PLACE = re.compile(r"[\u4e00-\u9fff]{1,9}?(?:自治[区州县旗]|[省市县区州盟旗镇乡]|街道)")
_OWN_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:省|市|县|区|州|盟|旗|镇|乡|街道)(?=[\u4e00-\u9fff(])")

_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_PROVINCES = tuple(
    name + "省"
    for name in (
        *("河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东"),
        *("河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海"),
    )
)
_REGIONS = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
_FULL = {name[:2]: name for name in (*_MUNICIPALITIES, *_PROVINCES)} | {"黑龙": "黑龙江省"}
# 北京路街道 and 海南藏族自治州 begin with a short name and lie elsewhere: after one, only bodies of the
# state's own vertical systems, which are called by it.
_VERTICAL = re.compile(
    r"海关|海事局|证监局|银保监局|银监局|保监局|金融监管局|监管局|煤矿安全|矿山安全|通信管理局|地震局|气象局"
    r"|邮政管理局|出入境|调查总队|专员办|铁路监督|能源监管"
)
_STREET = re.compile(r"[东西南北中]?[路街巷镇乡村道桥]")


def is_organ(folded: str) -> bool:
    """Whether a folded line is the name of a public body and nothing else."""
    if len(folded) > _LONGEST or _NAME.fullmatch(folded) is None:
        return False
    plain = simplify(folded)
    return (
        _BODY.search(plain) is not None
        and _OTHER.search(plain) is None
        and _NAMELESS.fullmatch(plain) is None
        and _is_name(plain)
    )


def is_nameless(folded: str) -> bool:
    """Whether the words are a kind of body and no name: 本局, 办公室; the name stands elsewhere."""
    plain = simplify(folded)
    return _SELF.fullmatch(plain) is not None or _NAMELESS.fullmatch(plain) is not None


def is_place(folded: str) -> bool:
    """Whether folded words can be the name of a place alone: 示例市, 样例自治州."""
    plain = simplify(folded)
    return 2 <= len(plain) <= 12 and _PLACE.fullmatch(plain) is not None and _is_name(plain)


def begins_with_place(folded: str) -> bool:
    """Whether a name says itself where it is: 示例市财政局, and not 财政局."""
    return _OWN_PLACE.match(simplify(folded)) is not None


def tidy_organ(folded: str) -> str | None:
    """The organ in what a title has before and after its year; None where that is no name.

    Without white space, brackets in full width. 示例市人民政府信息公开… elides a 政府, which is put back.
    """
    whole = _IN_BRACKETS.fullmatch(folded)
    name = whole[1] if whole is not None and is_organ(whole[1]) else _WRAPPED.sub("", folded)
    if not name:
        # 【示例市财政局】2022年…: the bracket is no mark before a name, it holds the name
        inner = _IN_BRACKETS.match(folded)
        name = inner[1] if inner is not None and is_organ(inner[1]) else ""
    if name.endswith("人民"):
        name += "政府"
    plain = simplify(name)
    if not 2 <= len(name) <= _LONGEST or _PUNCTUATION.search(name):
        return None
    if (
        is_nameless(name)
        or not _is_name(plain)
        or any(name.count(opened) != name.count(closed) for opened, closed in ("()", "[]"))
    ):
        return None
    if _ENDING.search(plain) is None or (len(name) < 3 and not is_place(name)):
        return None  # 设局, of which the first part stood in another line
    return name.replace("(", "（").replace(")", "）")


def _is_name(plain: str) -> bool:
    """Whether nothing in the words speaks against their being a name: no menu, no site, no two names in one."""
    return (
        NO_NAME.fullmatch(plain) is None
        and _NOT_FIRST.match(plain) is None
        and _SITE.search(plain) is None
        and _PLACEHOLDER.search(plain) is None
        and not _is_twice(plain)
    )


def _is_twice(plain: str) -> bool:
    """Whether the place with which a name begins stands in it again: the names of two bodies, or of a site and a body."""
    own = _OWN_PLACE.match(plain)
    return own is not None and len(own[0]) > 2 and own[0] in plain[own.end() :].partition("(")[0]


def province_of(name: str) -> str | None:
    """The official name of the province, municipality or region with which a folded name begins."""
    name = simplify(name)
    for short, full in _REGIONS.items():
        if name.startswith(short):
            return None if _STREET.match(name[len(short) :]) else full
    full_name = _FULL.get(name[:2])
    if full_name is None:
        return None
    short = full_name[:-1]
    if name.startswith(full_name):
        return full_name
    if name.startswith(short) and _VERTICAL.match(name[len(short) :]):
        return full_name
    return None
