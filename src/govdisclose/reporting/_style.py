"""How the page looks: on a wide screen side by side, on a narrow one under each other, on paper without links."""

from __future__ import annotations

__all__ = ["SCRIPT", "STYLE"]

STYLE = """
:root{--ink:#1d2733;--dim:#5c6b7a;--line:#c9d2dc;--bad:#a3202a;--badbg:#fdecec;--open:#7a5a00;--openbg:#fff6dd;
--good:#1c6b3a;--goodbg:#eaf6ee;--bg:#f5f7f9}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--bg);font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",
"Source Han Sans SC",sans-serif}
header{padding:18px 24px;background:#fff;border-bottom:1px solid var(--line)}
h1{margin:0 0 4px;font-size:22px}
.sum{margin:0;font-size:16px;font-weight:600}
.made{margin:4px 0 0;color:var(--dim);font-size:13px}
nav ol{margin:10px 0 0;padding-left:24px;columns:2 360px}
nav span,h2 small{color:var(--dim);font-weight:400;font-size:13px}
h2{margin:0;padding:14px 24px 8px;font-size:18px}
h2 small{display:block}
.both{display:grid;grid-template-columns:minmax(0,1fr) minmax(320px,420px);gap:16px;padding:0 24px 24px;align-items:start}
article{padding:20px 26px;background:#fff;border:1px solid var(--line);border-radius:6px}
article p{margin:0 0 8px;text-indent:2em}
article p.hit{background:var(--badbg);outline:1px solid var(--bad)}
.table{overflow-x:auto;margin:8px 0 14px}
table{border-collapse:collapse;width:100%;font-size:12.5px;line-height:1.35}
td{border:1px solid #8b97a3;padding:3px 5px;text-align:center;min-width:1.6em}
td.hole{border-style:dotted}
td.hit{background:var(--badbg);outline:2px solid var(--bad);font-weight:700}
:target{box-shadow:0 0 0 4px #3b82c4}
a{color:#15588f}
a.mark{margin-left:3px;font-size:11px;white-space:nowrap;text-decoration:none;color:var(--bad);font-weight:700}
a.mark.open{color:var(--open)}
aside{position:sticky;top:8px;max-height:calc(100vh - 16px);overflow-y:auto}
.card{margin:0 0 10px;padding:10px 12px;background:#fff;border:1px solid var(--line);border-left:5px solid var(--dim);
border-radius:4px;overflow-wrap:anywhere}
.card h3{margin:0 0 2px;font-size:15px}
.card p{margin:2px 0}
.card em{font-style:normal;font-size:12px;padding:0 6px;border:1px solid currentColor;border-radius:9px}
.place{font-size:13px;color:var(--dim)}
.do{font-size:13px}
.broken{border-left-color:var(--bad);background:var(--badbg)}
.broken h3{color:var(--bad)}
.broken.info{background:#fff}
.not_assessable{border-left-color:var(--open);background:var(--openbg)}
.not_assessable h3{color:var(--open)}
.holds{border-left-color:var(--good)}
.holds h3{color:var(--good)}
.none{padding:10px 12px;background:var(--goodbg);color:var(--good);border-radius:4px;font-weight:600}
details{margin:0 0 10px}
summary{cursor:pointer;padding:6px 4px;font-weight:600}
@media (max-width:900px){.both{display:block;padding:0 10px 16px}aside{position:static;max-height:none;margin-bottom:14px}
.both{display:flex;flex-direction:column-reverse}article{padding:12px;width:100%}h2,header{padding-left:12px;padding-right:12px}
td{padding:2px 3px}}
@media print{body{background:#fff;font-size:11pt}.both{display:block;padding:0}aside{position:static;max-height:none;
overflow:visible}article{border:0;padding:0}a{color:inherit;text-decoration:none}.card,tr{break-inside:avoid}
table{font-size:8pt}.made,nav{display:none}}
"""
"""The style sheet of the page."""

SCRIPT = """
addEventListener("beforeprint",()=>document.querySelectorAll("details").forEach(d=>d.open=true));
addEventListener("hashchange",()=>{const e=document.getElementById(location.hash.slice(1)),d=e&&e.closest("details");
if(d)d.open=true;if(e)e.scrollIntoView({block:"center"})});
"""
"""Opens folded parts for printing and for a link into them; the page works without."""
