"""The page around the article: navigation, tables of metadata, menus, related links, footers, hidden copies."""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import article, page
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered

_MENU = (
    "网站首页",
    "走进县情",
    "政务公开",
    "政务服务",
    "互动交流",
    "数据开放",
    "政府信息公开指南",
    "法定主动公开内容",
    "政府信息公开年报",
)
_LEGAL = ("行政许可", "行政处罚", "行政强制", "行政事业性收费", "规范性文件", "财政预决算", "其他", "重点领域信息公开")


def navigation(rng: Random) -> str:
    """Menus and breadcrumbs, as lists, tables or bare links."""
    shown = rng.sample(_MENU, rng.randint(3, len(_MENU)))
    menu = rng.choice(
        (
            "<ul class='nav'>"
            + "".join(f"<li><a href='/{at}/'>{item}</a></li>" for at, item in enumerate(shown))
            + "</ul>",
            "<table class='menu'><tr>"
            + "".join(f"<td><a href='/{at}.htm'>{item}</a></td>" for at, item in enumerate(shown))
            + "</tr></table>",
            "<div class='menu'>" + " | ".join(f"<a href='#'>{item}</a>" for item in shown) + "</div>",
            "<nav><ul>" + "".join(f"<li>{item}</li>" for item in shown) + "</ul></nav>",
        )
    )
    crumbs = rng.choice(
        (
            "<div class='position'>您现在的位置：<a href='/'>首页</a> &gt; "
            "<a href='/zwgk'>政务公开</a> &gt; <a href='/nb'>政府信息公开年报"
            "</a></div>",
            "<div>当前位置：首页 &gt;&gt; 政府信息公开 &gt;&gt; 政府信息公开工作年度报告</div>",
            "<p class='crumb'><a href='/'>首页</a>&nbsp;/&nbsp;<a>信息公开</a>&nbsp;/&nbsp;正文</p>",
            "",
        )
    )
    return menu + crumbs


def legal_menu(rng: Random) -> str:
    """The column of the legally required contents beside the article: names that are also labels of table 二."""
    items = rng.sample(_LEGAL, rng.randint(4, len(_LEGAL)))
    return rng.choice(
        (
            "<div class='left'><ul>"
            + "".join(f"<li><a href='javascript:;'>{item}</a></li>" for item in items)
            + "</ul></div>",
            "<table class='left'>"
            + "".join(f"<tr><td>·</td><td><a href='/x'>{item}</a></td></tr>" for item in items)
            + "</table>",
            "<table class='left'>"
            + "".join(f"<tr><td onclick='go({at})'>{item}</td></tr>" for at, item in enumerate(items))
            + "</table>",
            "<table><tr>"
            + "".join(f"<td onclick='go({at})'>{item}</td>" for at, item in enumerate(items))
            + "</tr></table>",
        )
    )


def metadata(rng: Random, facts: Facts) -> str:
    """The table or list of fields above a document."""
    fields = {
        "索引号": f"0{rng.randint(10, 99)}2{rng.randint(100000, 999999)}/{facts.year + 1}-000{rng.randint(10, 99)}",
        "主题分类": "政务公开、其他",
        "发布机构": facts.agency,
        "发文日期": f"{facts.year + 1}-01-{rng.randint(10, 28)}",
        "名称": facts.title,
        "文号": rng.choice(("", "无", "—")),
        "发布日期": f"{facts.year + 1}-01-{rng.randint(10, 28)}",
        "有效性": "有效",
    }
    pairs = list(fields.items())
    return rng.choice(
        (
            "<table class='xxgk'>"
            + "".join(
                f"<tr><td>{a}：</td><td>{b}</td><td>{c}：</td><td>{d}</td></tr>"
                for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=True)
            )
            + "</table>",
            "<ul class='meta'>" + "".join(f"<li><b>{a}：</b>{b}</li>" for a, b in pairs) + "</ul>",
            "<table>" + "".join(f"<tr><th>{a}</th><td colspan=3>{b}</td></tr>" for a, b in pairs) + "</table>",
            "<div>" + "".join(f"<span>{a}：{b}</span>&nbsp;&nbsp;" for a, b in pairs) + "</div>",
        )
    )


def info_line(rng: Random, facts: Facts) -> str:
    """Date, source, counter and buttons between title and text."""
    when = f"{facts.year + 1}-01-{rng.randint(10, 28)}"
    return rng.choice(
        (
            f"<div class='info'>发布时间：{when} 10:2{rng.randint(0, 9)}　来源：{facts.agency}"
            f"　浏览次数：<span id='hits'>{rng.randint(9, 999)}</span>次"
            "</div>",
            f"<p class='ly'>来源：{facts.agency}</p><p>发布日期：{when}"
            "</p><p>字体：【<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小"
            "</a>】</p>",
            f"<div><span>日期：{when}</span><span>作者：办公室</span><span>访问量："
            f"{rng.randint(9, 9999)}</span></div><div>分享到：</div>",
            f"<p>信息来源：{facts.agency} 发布时间：{when} 浏览量：{rng.randint(1, 99)} 打印 收藏</p>",
        )
    )


def footer(rng: Random, facts: Facts) -> str:
    """What stands below: neighbours, related titles of other years, buttons, the site's own lines with numbers."""
    other = facts.title.replace(str(facts.year), str(facts.year - 1))
    related = rng.choice(
        (
            f"<div class='xg'><h3>相关信息</h3><ul><li><a href='/a'>{other}"
            f"</a><span>{facts.year}-01-15</span></li></ul></div>",
            f"<p>上一篇：<a href='/p'>{other}</a></p><p>下一篇：没有了</p>",
            f"<ul class='list'><li>·<a href='/a'>{other}</a> [{facts.year}-01-20]"
            f"</li><li>·<a href='/b'>政府信息公开指南</a> [{facts.year}-03-02]"
            "</li></ul>",
            "",
        )
    )
    buttons = rng.choice(
        (
            "<div class='btn'><a href='javascript:window.print()'>【打印本页】"
            "</a> <a href='javascript:close()'>【关闭窗口】</a></div>",
            "<p><button>打印</button><button>关闭</button></p>",
            "<div>扫一扫在手机打开当前页</div><img src='/qr.png' width='120' height='120'>",
            "",
        )
    )
    site = rng.choice(
        (
            f"<div id='footer'><p>主办：{facts.agency}　承办：政务服务中心"
            f"</p><p>网站标识码：{rng.randint(1000000000, 9999999999)}　备案号1200"
            f"{rng.randint(1000, 9999)}</p></div>",
            f"<footer><p>版权所有 {facts.agency}</p><p>联系电话：0999-{rng.randint(2000000, 8999999)}</p></footer>",
            "<table class='foot'><tr><td>技术支持：信息中心</td><td>访问人数："
            f"{rng.randint(1000, 999999)}</td></tr></table>",
            "",
        )
    )
    scripts = "<script>var t='四、假标题';document.write('<td>7</td>');</script><noscript>请启用脚本</noscript>"
    return rng.choice((related + buttons, buttons + related)) + site + rng.choice(("", scripts))


@layout("html/chrome")
def chrome(facts: Facts, rng: Random) -> Rendered:
    """A whole page: menus, breadcrumbs, fields, article in a container, related links, footer."""
    pens = pens_of(rng)
    title = pens.title(facts.title)
    inner = article(facts._replace(title=""), pens)
    above = navigation(rng) + rng.choice(("", legal_menu(rng)))
    fields = rng.choice(("", metadata(rng, facts)))
    body = (
        f"{above}{fields}<div class='main'>{title}{info_line(rng, facts)}{contained(rng, inner)}"
        f"{footer(rng, facts)}</div>"
    )
    return rendered(facts, page(body, title=f"{facts.title}_{facts.agency}门户网站"), ".html")


@layout("html/chrome_flat")
def chrome_flat(facts: Facts, rng: Random) -> Rendered:
    """The same without any container: the article's paragraphs stand beside the page's own in one element."""
    pens = pens_of(rng)
    title = pens.title(facts.title)
    inner = article(facts._replace(title=""), pens)
    opening, closing = rng.choice((("<div>", "</div>"), ("<table><tr><td>", "</td></tr></table>"), ("", "")))
    fields = rng.choice(("", metadata(rng, facts)))
    body = f"{opening}{navigation(rng)}{fields}{title}{info_line(rng, facts)}{inner}{footer(rng, facts)}{closing}"
    return rendered(facts, page(body, title=facts.title), ".html")


@layout("html/contents")
def contents(facts: Facts, rng: Random) -> Rendered:
    """A list of contents before the text, linked or not, with page numbers or not."""
    headings = [chapter.heading for chapter in facts.chapters if chapter.heading]
    linked = rng.random() < 0.5
    lines = [
        f"<a href='#p{at}'>{escape(heading)}</a>" if linked else escape(heading) for at, heading in enumerate(headings)
    ]
    listed = rng.choice(
        (
            "<div><p>目录</p>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>",
            "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>",
        )
    )
    pens = pens_of(rng)
    number = iter(range(99))
    back = rng.random() < 0.3

    def heading(text: str) -> str:
        inner = f"<a href='#top'>{escape(text)}</a>" if back else escape(text)
        return f"<h2 id='p{next(number)}'><a name='p'></a>{inner}</h2>"

    pens = pens._replace(heading=heading)
    body = pens.title(facts.title) + listed + article(facts._replace(title=""), pens)
    return rendered(facts, page(contained(rng, body)), ".html")


@layout("html/hidden")
def hidden(facts: Facts, rng: Random) -> Rendered:
    """What the page doesn't show: hidden copies of values and headings, templates, comments, scripts."""
    secret = rng.choice(
        (
            "<div style='display:none'>一、总体情况</div>",
            "<div hidden><p>三、收到和处理政府信息公开申请情况</p></div>",
            "<style>.hide{display:none}</style><p class='hide'>六、其他需要报告的事项</p>",
            "<p style='DISPLAY: none'>附：99</p>",
            "<!-- <p>二、主动公开政府信息情况</p><table><tr><td>行政许可</td><td>5</td></tr></table> -->",
            "<template><p>四、政府信息公开行政复议、行政诉讼情况</p></template>",
        )
    )
    trick = rng.choice(
        (
            "<span style='display:none'>9</span>",
            "<!-- 8 -->",
            "<input type='hidden' value='3'>",
            "<span hidden>7</span>",
            "<script>v(6)</script>",
        )
    )
    pens = pens_of(rng)
    inner = article(facts, pens)
    inner = (
        "</td>".join(piece + (trick if rng.random() < 0.1 else "") for piece in inner.split("</td>")[:-1])
        + "</td>"
        + inner.split("</td>")[-1]
    )
    row = "<tr style='display:none'>" + "<td>5</td>" * 4 + "</tr>"
    inner = inner.replace("</table>", row + "</table>") if rng.random() < 0.5 else inner
    return rendered(facts, page(secret + contained(rng, inner) + secret), ".html")
