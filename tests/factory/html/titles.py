"""Titles in all variants, on several lines, in the page's fields only, or none; everything mixed."""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.html import chrome, places
from tests.factory.html.markup import article, cells_of, page, rows_of, split_digits
from tests.factory.layouts import Rendered, layout, rendered

_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")


@layout("html/titles")
def titles(facts: Facts, rng: Random) -> Rendered:
    """Other wordings of the title, and where it breaks."""
    who, year = facts.agency, facts.year
    title = rng.choice(
        (
            f"{who}{year}年政府信息公开工作年度报告",
            f"{year}年度{who}政府信息公开工作年度报告",
            f"{who}{str(year).translate(_HAN)}年政府信息公开工作年度报告",
            f"{who}政府信息公开工作{year}年度报告",
            f"{who}{year}年度政府信息公开工作报告",
            f"{who}{year}年政府信息公开年报",
            f"{who}关于{year}年政府信息公开工作年度报告",
            f"{who}{year}年政府信息公开工作情况年度报告",
        )
    )
    shape = rng.choice(("plain", "lines", "quoted", "spaced", "split"))
    inner = escape(title)
    match shape:
        case "lines":
            at = title.index("政府信息公开")
            inner = f"{escape(title[:at])}<br>{escape(title[at:])}"
        case "quoted":
            inner = f"《{escape(title)}》"
        case "spaced":
            inner = escape(title).replace(who, f"{who}&nbsp;")
        case "split":
            inner = split_digits(rng, title)
    facts = facts._replace(title="")
    where = rng.choice(("h1", "p", "above"))
    pens = places.pens_of(rng)
    if where == "above":
        body = (
            f"<div class='t'>{inner}</div>{chrome.info_line(rng, facts)}{places.contained(rng, article(facts, pens))}"
        )
    else:
        body = places.contained(rng, f"<{where} class='t'>{inner}</{where}>{article(facts, pens)}")
    return rendered(facts, page(body), ".html")._replace(title=title)


@layout("html/untitled")
def untitled(facts: Facts, rng: Random) -> Rendered:
    """The title in the page's fields only, or nowhere: then the first sentence tells agency and year."""
    title = facts.title
    facts = facts._replace(title="")
    told = f"{facts.year}年，{facts.agency}认真执行政府信息公开条例，按时编制本报告。"
    chapters = tuple(
        chapter._replace(paragraphs=(told, *chapter.paragraphs)) if chapter.part == "overview" else chapter
        for chapter in facts.chapters
        if chapter.part != "preamble"
    )
    facts = facts._replace(chapters=chapters)
    head, shown = rng.choice(
        (
            (f"<meta name='ArticleTitle' content='{title}'>", title),
            (f"<title>{title}-{facts.agency}门户网站</title>", title),
            (f"<meta property='og:title' content='{title}'>", title),
            ("<title>信息公开</title>", None),
        )
    )
    body = places.contained(rng, article(facts, places.pens_of(rng)))
    whole = f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return rendered(facts, whole, ".html")._replace(title=shown)


@layout("html/mixed")
def mixed(facts: Facts, rng: Random) -> Rendered:
    """Anything of the others at once: chrome, containers, cells drawn in many ways, blanks."""
    if rng.random() < 0.4:
        facts = blanked(facts, rng, rng.choice(("", "/")), 0.5)
    pens = places.pens_of(rng)
    inner = rng.choice(
        (
            escape,
            lambda text: f"<p>{escape(text) or '&nbsp;'}</p>",
            lambda text: f"<p align=center>{split_digits(rng, text) or '&nbsp;'}</p>",
            lambda text: f"<div><font size=2>{escape(text)}</font></div>",
            lambda text: f"\n\t\t{escape(text)}\n\t",
        )
    )
    cell = cells_of(inner, f" width={rng.randint(10, 99)}")
    pens = pens._replace(table=lambda boxes: f"<table border=0>{''.join(rows_of(boxes, cell))}</table>")
    title = pens.title(facts.title)
    body = places.contained(rng, article(facts._replace(title=""), pens))
    for _ in range(rng.randint(0, 2)):
        body = f"<table><tr><td>{body}</td></tr></table>"
    above = chrome.navigation(rng) + rng.choice(("", chrome.metadata(rng, facts)))
    codec = rng.choice(("utf-8", "utf-8", "gbk", "utf-16"))
    whole = page(
        f"{above}{title}{chrome.info_line(rng, facts)}{body}{chrome.footer(rng, facts)}", head=f"<meta charset={codec}>"
    )
    return rendered(facts, whole.encode(codec, "xmlcharrefreplace"), ".html")
