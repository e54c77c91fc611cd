"""Damage to a page: its tree, its tags as written, its characters and what it says of them."""

from __future__ import annotations

import re
from random import Random

from lxml import html
from lxml.html import HtmlElement

from tests.fuzz import text_damage
from tests.fuzz.oddities import ENCODINGS, SPANS, few, number, scrap

_TAG = re.compile(r"(<[^<>]*>)")
_TAGS = (
    "p", "div", "span", "td", "th", "tr", "table", "tbody", "thead", "br", "img", "a", "li", "ul", "pre", "font", "b",
    "h1", "center", "form", "select", "textarea", "script", "style", "title", "body", "html", "head", "meta",
    "caption", "colgroup", "nav", "footer", "svg", "iframe", "object", "template", "frameset", "plaintext", "xmp",
    "o:p", "v:shape", "st1:date", "p:", "1", "自", "a-b", "noscript", "button", "ruby", "rt",
)  # fmt: skip
_ATTRIBUTES = (
    "rowspan", "colspan", "width", "height", "style", "class", "id", "href", "name", "content", "charset", "align",
    "xmlns:o", "lang", "hidden", "property", "http-equiv", "src",
)  # fmt: skip
_MARKUP = (
    "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html [<!ENTITY a 'b'>]>", "<?xml version='1.0' encoding='gbk'?>",
    "<?php 1 ?>", "<![if !vml]>", "<!--[if gte mso 9]><xml></xml><![endif]-->", "&#0;", "&#xD800;", "&#x110000;",
    "&#99999999999;", "&nbsp;", "&nbsp", "&", "&lt", "&#", "&#x", "&bogus;", "&NotNestedGreaterGreater;", "&#12288;",
    "&#8203;", "<", "</", "<>", "</>", "< td>", "<td", "<td colspan=", '"', "'", "<br/>" * 50, "<table>" * 20,
    "</table>" * 3, "<div>" * 300, "<b>" * 2000, "</div>" * 20, "<td>" * 40, "<tr>" * 40, "\x00",
)  # fmt: skip


def damaged(rng: Random, page: str, other: str) -> bytes:
    """A page with parts of its tree, its tags or its lines damaged, in some encoding."""
    way = rng.random()
    if way < 0.5:
        page = _tree_damaged(rng, page)
    if way > 0.35:
        page = _tags_damaged(rng, page, other)
    if rng.random() < 0.15:
        page = text_damage.damaged(rng, page.replace("><", ">\n<"), other)
    return _encoded(rng, page)


def _encoded(rng: Random, page: str) -> bytes:
    if rng.random() < 0.15:
        lie = rng.choice(ENCODINGS)
        page = re.sub(r"""charset=["']?[\w-]+""", f"charset='{lie}", page, count=1)
    if rng.random() < 0.7:
        return page.encode("utf-8", "surrogatepass")
    name = rng.choice(("gb18030", "gbk", "utf-16", "utf-16-le", "big5", "utf-8-sig", "utf-32", "latin-1"))
    return page.encode(name, "ignore")


def _tree_damaged(rng: Random, page: str) -> str:
    try:
        root = html.fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", page))
    except (ValueError, html.etree.LxmlError):
        return page
    for _ in range(few(rng)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        if len(elements) < 3:
            break
        rng.choice(_TREE_WAYS)(rng, rng.choice(elements[1:]), elements)
    return str(html.tostring(root, encoding="unicode"))


def _remove(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _strip(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    if element.getparent() is not None:
        element.drop_tag()


def _strip_all(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    for one in elements[1:]:
        if one.tag == element.tag and one.getparent() is not None:
            one.drop_tag()


def _move(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    target = rng.choice(elements)
    if element not in target.iterancestors() and target is not element:
        target.insert(rng.randint(0, len(target)), element)


def _double(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    target = rng.choice((rng.choice(elements), element.getparent()))
    if target is None or sum(1 for _ in element.iter()) * len(elements) > 250_000:
        return
    from copy import deepcopy

    for _ in range(rng.choice((1, 1, 2, 5))):
        target.insert(rng.randint(0, len(target)), deepcopy(element))


def _rename(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    tag = rng.choice(_TAGS)
    if tag.isascii() and tag.isalnum() and not tag[0].isdigit():
        element.tag = tag


def _wrap(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    chain = rng.choice((("div",), ("table", "tr", "td"), ("td",), ("a",), ("p", "span"), ("nav",), ("div",) * 150))
    at = parent.index(element)
    outer = inner = element.makeelement(chain[0])
    for tag in chain[1:]:
        inner = html.etree.SubElement(inner, tag)
    inner.append(element)
    parent.insert(at, outer)


def _attribute(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    cells = [one for one in elements if one.tag in ("td", "th", "img")]
    if cells and rng.random() < 0.8:
        element = rng.choice(cells)
    value = rng.choice((rng.choice(SPANS), rng.choice(SPANS), "display:none", "mso-hide:all", "#", scrap(rng)))
    element.set(rng.choice((*("rowspan", "colspan") * 6, "style", "href", "width", "class")), _printable(value))


def _retext(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    texts = [one for one in elements if one.text and one.text.strip()]
    if not texts:
        return
    chosen = rng.choice(texts)
    text = chosen.text or ""
    at = rng.randrange(len(text) + 1)
    chosen.text = _printable(rng.choice((number(rng), text[:at] + scrap(rng) + text[at:], text * 2, "", text[at:])))


def _tail(rng: Random, element: HtmlElement, elements: list[HtmlElement]) -> None:
    element.tail = _printable(scrap(rng))


def _printable(text: str) -> str:
    return "".join(
        sign for sign in text if sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff"
    )


def _tags_damaged(rng: Random, page: str, other: str) -> str:
    tokens = _TAG.split(page)
    others = _TAG.split(other)
    for _ in range(few(rng)):
        at = rng.randrange(len(tokens))
        end = at + rng.choice((1, 1, 1, 2, 9, 60))
        way = rng.randrange(8)
        if way == 0:
            del tokens[at:end]
        elif way == 1:
            tokens[at:end] = tokens[at:end] * rng.choice((2, 2, 5))
        elif way == 2:
            start = rng.randrange(len(others))
            tokens[at:at] = others[start : start + rng.choice((1, 5, 60))]
        elif way == 3:
            tokens[at:at] = [rng.choice(_MARKUP)]
        elif way == 4:
            tokens[at:at] = [f"<{rng.choice(('', '', '/'))}{rng.choice(_TAGS)}{rng.choice(('', ' ', '/'))}>"]
        elif way == 5 and tokens[at].startswith("<") and not tokens[at].startswith("</"):
            quote = rng.choice(("", "'", '"'))
            value = rng.choice((rng.choice(SPANS), scrap(rng)))
            tokens[at] = f"{tokens[at][:-1]} {rng.choice(_ATTRIBUTES)}={quote}{value}{quote}>"
        elif way == 6:
            place = rng.randrange(len(tokens[at]) + 1)
            tokens[at] = tokens[at][:place] + scrap(rng) + tokens[at][place:]
        else:
            target = rng.randrange(len(tokens))
            tokens[at], tokens[target] = tokens[target], tokens[at]
        if not tokens:
            tokens = [""]
    return "".join(tokens)


_TREE_WAYS = (
    _remove, _strip, _strip_all, _move, _move, _double, _rename, _wrap, _attribute, _attribute, _attribute, _retext,
    _retext, _tail,
)  # fmt: skip
