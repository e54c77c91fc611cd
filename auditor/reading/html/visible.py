"""What a page shows: elements that no reader of the page sees are taken out of its tree.

Scripts, menus marked as such and form controls go always; hidden elements (``display: none``, the attribute
``hidden``, a class that the page's own style sheet hides) go unless parts of the report turn out to be only
among them, as on pages whose script shows the text after loading, or one panel of it at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

NEVER_SHOWN = (
    *("script", "style", "noscript", "head", "title", "xml", "template", "datalist", "nav", "footer", "aside"),
    *("select", "button", "textarea", "iframe", "svg", "object", "video", "audio", "rt", "rp", "del", "s", "strike"),
    *("xmp", "noframes", "noembed"),
)
"""``del`` and ``s`` strike a text out: what was replaced is no longer said."""

LONGEST_TRICK = 150
"""A hidden element with less text and no sentence is no part of a report, whatever a script does with it."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MARKS = ("display", "DISPLAY", "Display", "visibility", "VISIBILITY", "mso-hide", "hidden", "HIDDEN")
"""One of these stands in the source of every page that hides anything."""
_MAY_BE_HIDDEN = etree.XPath(
    "//*[@hidden or @type='hidden' or " + " or ".join(f"contains(@style, '{mark}')" for mark in _MARKS[:-2]) + "]"
)
_AT_RULE = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"(?:^|[}\s,])([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"[.#][\w-]+")


def take_out_unseen(root: HtmlElement, source: str, *, parts_stay: bool = False) -> bool:
    """Take what is not shown out of a tree; whether a hidden element that could hold a part was among it.

    With ``parts_stay`` such elements stay, as if a script showed them.
    """
    sheets = [sheet.text or "" for sheet in root.iter("style")]
    etree.strip_elements(root, *NEVER_SHOWN, with_tail=False)
    if not any(mark in source for mark in _MARKS):
        return False
    body = root.find("body")
    held_part = False
    for element in [*_hidden_by_itself(root), *_hidden_by_sheet(root, sheets)]:
        parent = element.getparent()
        if parent is None or element is body:
            continue
        is_part = _may_be_part(element)
        held_part = held_part or is_part
        if not (parts_stay and is_part):
            _take_out(element, parent)
    return held_part


def _may_be_part(element: HtmlElement) -> bool:
    """Whether a hidden element may be a panel or a page of the report: it has sentences or a table."""
    if next(element.iter("table"), None) is not None:
        return True
    text = "".join(element.itertext())
    return "。" in text or len(text) - text.count(" ") - text.count("\n") > LONGEST_TRICK


def _hidden_by_itself(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in _MAY_BE_HIDDEN(root):
        style = element.get("style")
        if element.get("hidden") is not None or element.get("type") == "hidden" or (style and _HIDING.search(style)):
            yield element


def _hidden_by_sheet(root: HtmlElement, sheets: list[str]) -> Iterator[HtmlElement]:
    """Elements of a class or with an id that a plain rule of the page hides; rules for printing don't count."""
    names: set[str] = set()
    for sheet in sheets:
        if _HIDING.search(sheet):
            for selectors, rule in _RULE.findall(_AT_RULE.sub("", sheet)):
                if _HIDING.search(rule):
                    names.update(name for one in selectors.split(",") if _SIMPLE.fullmatch(name := one.strip()))
    if not names:
        return
    for element in root.iter():
        classes = element.get("class")
        own = {f".{name}" for name in classes.split()} if classes else set()
        if (own & names or f"#{element.get('id')}" in names) and "display" not in element.get("style", ""):
            yield element


def _take_out(element: HtmlElement, parent: HtmlElement) -> None:
    """Remove an element but keep the text after it."""
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
