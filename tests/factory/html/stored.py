"""Articles that a page keeps as text and that its script writes to their place after loading.

Content systems hand the article to the page in a hidden text field, in a variable or as a record of JSON.
"""

from __future__ import annotations

import json
from html import escape
from random import Random
from urllib.parse import quote

from tests.factory.facts import Facts
from tests.factory.html.chrome import footer, navigation
from tests.factory.html.markup import article, page
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered


def _kept(rng: Random, markup: str) -> str:
    """The article as text of the page."""
    text, name = escape(markup), rng.choice(("content", "articleHtml", "zwContent", "nr"))
    return rng.choice(
        (
            f"<textarea id='{name}' style='display:none'>{text}</textarea>",
            f"<textarea rows=1 cols=1 class='hide'>{markup}</textarea>",
            f"<textarea id='t'>{escape(text)}</textarea>",
            f"<script id='editor' type='text/plain'>{markup}</script>",
            f"<script type='text/template'>{markup}</script>",
            f'<input type="hidden" id="{name}" value="{text}">',
            f"<template>{markup}</template>",
            f"<noscript>{markup}</noscript>",
            f"<xmp style='display:none'>{markup}</xmp>",
            f'<iframe srcdoc="{text}"></iframe>',
        )
    )


def _scripted(rng: Random, markup: str) -> str:
    """The article as a string of a script."""
    lines = [json.dumps(line, ensure_ascii=False).replace("</", "<\\/") for line in markup.split("\n")]
    whole = json.dumps(markup, ensure_ascii=rng.random() < 0.5).replace("</", "<\\/")
    single = "'" + markup.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("</", "<\\/") + "'"
    escaped = json.dumps(escape(markup), ensure_ascii=False)
    state = json.dumps({"id": 7, "title": "年报", "content": escape(markup)}, ensure_ascii=False).replace("</", "<\\/")
    return rng.choice(
        (
            f"var content = {whole}; document.getElementById('zoom').innerHTML = content;",
            f"var html = {single};\n$('#zoom').html(html);",
            f"var html = {' + '.join(lines)};",
            "var s = '';\n" + "\n".join(f"s += {line};" for line in lines),
            f"window.__STATE__ = {state}",
            f"$('#c').html(unescapeHtml({escaped}))",
            f"document.write(decodeURIComponent('{quote(markup)}'));",
            f"document.write(unescape('{_percent(markup)}'));",
            f"const html = `{markup}`;",
        )
    )


def _percent(text: str) -> str:
    """A text as ``escape()`` of a script writes it."""
    return "".join(
        character
        if character.isascii() and character.isalnum()
        else f"%u{ord(character):04X}"
        if ord(character) > 255
        else f"%{ord(character):02X}"
        for character in text
    )


@layout("html/stored")
def stored(facts: Facts, rng: Random) -> Rendered:
    """The article is the text of a field, a script or an attribute; the page around it is shown."""
    pens = pens_of(rng)
    titled = rng.random() < 0.5
    inner = contained(rng, article(facts if titled else facts._replace(title=""), pens))
    kept = _kept(rng, inner) if rng.random() < 0.4 else f"<script>{_scripted(rng, inner)}</script>"
    above = "" if titled else pens.title(facts.title)
    body = f"{navigation(rng)}<div class='main'>{above}<div id='zoom'></div>{kept}</div>{footer(rng, facts)}"
    return rendered(facts, page(body, title=facts.title), ".html")
