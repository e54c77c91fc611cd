"""One self-contained page of an audit: findings first, the prose beside the tables, each linked to the other.

The page needs no network and no script to be read; its script only brings the two sides together.  The
template language is Jinja2: it escapes every text by itself, and the page stays readable as a page
(``page.html``, ``page.css``, ``page.js``).  Importing it takes some 60 ms, so only this format does.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from auditor.model import Audit
from auditor.output.page.view import view_of
from auditor.output.templates import template
from auditor.output.words import Lang, page_words

_FOLDER = Path(__file__).resolve().parent


def page(audit: Audit, lang: Lang = "zh") -> str:
    """The page of ``audit`` in Chinese or English; the same audit gives the same page."""
    style, script = _file("page.css"), _file("page.js")
    return template(_FOLDER / "page.html").render(
        view=view_of(audit, lang),
        words=page_words(lang),
        lang="zh-CN" if lang == "zh" else "en",
        style=Markup(style),  # our own file, no text of a report
        script=Markup(script),
        script_hash=b64encode(sha256(script.encode()).digest()).decode(),
    )


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
