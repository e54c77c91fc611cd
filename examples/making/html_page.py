"""A report as the page of a county's website: navigation, breadcrumbs, article, footer."""

from __future__ import annotations

from html import escape

from examples.making.model import ExampleReport
from examples.making.tables import Rows, table

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="SiteName" content="禾汀县人民政府">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{published} 09:30">
<meta name="ContentSource" content="{agency}">
<title>{title}_禾汀县人民政府</title>
<style>
body {{ font: 16px/1.9 "Songti SC", "SimSun", "Noto Serif CJK SC", serif; margin: 0; color: #222; }}
header, footer {{ background: #1d4f8c; color: #fff; padding: 1rem 2rem; }}
header nav a {{ color: #fff; margin-right: 1.5rem; }}
.crumbs, .meta {{ color: #777; font-size: 14px; }}
main {{ max-width: 960px; margin: 0 auto; padding: 1rem 2rem; }}
h1 {{ text-align: center; font-size: 24px; }}
article p {{ text-indent: 2em; }}
table {{ border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 14px; }}
td {{ border: 1px solid #333; padding: 2px 4px; text-align: center; }}
</style>
</head>
<body>
<header><strong>禾汀县人民政府</strong>
<nav><a href="#">首页</a><a href="#">政务公开</a><a href="#">办事服务</a><a href="#">互动交流</a></nav></header>
<main>
<div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报 &gt; {agency}</div>
<h1>{title}</h1>
<div class="meta">发布日期：{published} 09:30　来源：{agency}　字体：[大 中 小]　[打印本页]</div>
<article id="zoom">
{article}
</article>
</main>
<footer><p>主办：禾汀县人民政府办公室　网站地图　隐私声明</p></footer>
</body>
</html>
"""


def page(report: ExampleReport, published: str) -> bytes:
    """The report as a UTF-8 page that states ``published`` as its date."""
    article = [f"<p>{escape(text)}</p>" for text in report.preamble]
    for part in report.parts:
        article.append(f"<p><strong>{part.number}、{part.title}</strong></p>")
        article += (f"<p>{escape(text)}</p>" for text in part.paragraphs)
        if part.table:
            article.append(_table(table(part.table, report.cells)))
    filled = _PAGE.format(
        title=escape(report.title), agency=report.agency, published=published, article="\n".join(article)
    )
    return filled.encode("utf-8")


def _table(rows: Rows) -> str:
    lines = ["<table>"]
    for row in rows:
        cells = []
        for box in row:
            spans = f' rowspan="{box.rowspan}"' if box.rowspan > 1 else ""
            spans += f' colspan="{box.colspan}"' if box.colspan > 1 else ""
            cells.append(f"<td{spans}>{escape(box.text)}</td>")
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "\n".join([*lines, "</table>"])
