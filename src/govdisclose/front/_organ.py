"""Names of public bodies: whether a line is one, and which province its name begins with."""

from __future__ import annotations

import re

__all__ = ["is_organ", "province_of", "tidy_organ"]

_LONGEST = 40
_NAME = re.compile(r"[\u4e00-\u9fff()·、]{3,40}")
_BODY = re.compile(
    r"(?:人民政府|政府|办公室|街道|海关|中心|公司|集团|银行|[局委厅镇乡院办会队所站处部署])"
    r"(?:\([\u4e00-\u9fff·、]{2,30}\))?$"
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
_WRAPPED = re.compile(r"^(?:附件\d*:?|关于|《|【[^】]{0,12}】|\[[^\]]{0,12}\])+|(?:关于|的|》|[:、,\-—_·])+$")
_SELF = re.compile(r"[本我](?:机关|单位|部门|局|委|厅|办|市|县|区|镇|乡|院|处|街道|中心)")
_PUNCTUATION = re.compile(r"[,.;:。!?|/<>»›《》\"'\d]")

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
    return (
        len(folded) <= _LONGEST
        and _NAME.fullmatch(folded) is not None
        and _BODY.search(folded) is not None
        and _OTHER.search(folded) is None
        and _NAMELESS.fullmatch(folded) is None
    )


def tidy_organ(folded: str) -> str | None:
    """The organ in what a title has before and after its year; None where that is no name.

    Without white space, brackets in full width. 示例市人民政府信息公开… elides a 政府, which is put back.
    """
    name = _WRAPPED.sub("", folded)
    if name.endswith("人民"):
        name += "政府"
    if not 2 <= len(name) <= _LONGEST or _PUNCTUATION.search(name) or _SELF.fullmatch(name):
        return None
    if _NAMELESS.fullmatch(name):
        return None
    return name.replace("(", "（").replace(")", "）")


def province_of(name: str) -> str | None:
    """The official name of the province, municipality or region with which a folded name begins."""
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
