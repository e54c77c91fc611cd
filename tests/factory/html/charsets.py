"""Encodings, declared, undeclared and declared wrongly; text written as entities."""

from __future__ import annotations

import codecs
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import article
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered


def _declaration(rng: Random, name: str) -> str:
    return rng.choice(
        (
            f'<meta charset="{name}">',
            f"<meta charset={name.upper()} />",
            f'<meta http-equiv="Content-Type" content="text/html; charset={name}">',
            f"<META content='text/html; charset={name}' http-equiv='Content-Type'>",
        )
    )


def _source(facts: Facts, rng: Random, declaration: str) -> str:
    script = rng.choice(
        ("", '<script src="/js/j.js" charset="utf-8"></script>', '<script charset="gbk" src="a.js"></script>')
    )
    order = [declaration, f"<title>{facts.title}</title>", script]
    rng.shuffle(order)
    return f"<html>\n<head>{''.join(order)}</head><body>{contained(rng, article(facts, pens_of(rng)))}</body></html>"


@layout("html/gb")
def gb(facts: Facts, rng: Random) -> Rendered:
    """GB2312, GBK and GB18030, declared as any of them or not at all."""
    codec = rng.choice(("gbk", "gb18030"))
    declared = rng.choice(("gb2312", "gbk", "GB18030", "gb_2312-80", ""))
    source = _source(facts, rng, _declaration(rng, declared) if declared else "")
    return rendered(facts, source.encode(codec, "xmlcharrefreplace"), ".html")


@layout("html/wrongly_declared")
def wrongly_declared(facts: Facts, rng: Random) -> Rendered:
    """The declared encoding is not the one that the page is in."""
    codec, declared = rng.choice(
        (
            ("gbk", "utf-8"),
            ("gb18030", "iso-8859-1"),
            ("utf-8", "gb2312"),
            ("utf-8", "gbk"),
            ("utf-8", "iso-8859-1"),
            ("utf-8", "utf-16"),
            ("gbk", "big5"),
            ("utf-8", "{charset}"),
        )
    )
    return rendered(facts, _source(facts, rng, _declaration(rng, declared)).encode(codec, "xmlcharrefreplace"), ".html")


@layout("html/unicode")
def unicode(facts: Facts, rng: Random) -> Rendered:
    """UTF-8 with and without mark, UTF-16 in both orders with and without mark, declared or not."""
    codec, mark = rng.choice(
        (
            ("utf-8", codecs.BOM_UTF8),
            ("utf-8", codecs.BOM_UTF8),
            ("utf-8", b""),
            ("utf-16-le", codecs.BOM_UTF16_LE),
            ("utf-16-be", codecs.BOM_UTF16_BE),
            ("utf-16-le", b""),
            ("utf-16-be", b""),
        )
    )
    declared = rng.choice(("utf-8", "utf-16" if codec != "utf-8" else "utf-8", "unicode", ""))
    source = _source(facts, rng, _declaration(rng, declared) if declared else "")
    return rendered(facts, mark + source.encode(codec), ".html")


@layout("html/entities")
def entities(facts: Facts, rng: Random) -> Rendered:
    """Characters as entities, decimal or hexadecimal: all, some, or the blanks and marks only."""
    share = rng.choice((1.0, 0.5, 0.1))
    hexadecimal = rng.random() < 0.5

    def entity(character: str) -> str:
        if character.isascii() or rng.random() > share:
            return character
        return f"&#x{ord(character):x};" if hexadecimal else f"&#{ord(character)};"

    source = "".join(map(entity, _source(facts, rng, "")))
    source = source.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("—", "&mdash;")
    return rendered(facts, source.encode(rng.choice(("utf-8", "gbk"))), ".html")
