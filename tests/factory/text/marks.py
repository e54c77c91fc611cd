"""What stands in the cells: signs for nothing, remarks, digits and punctuation of either width."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, blanked, remarked
from tests.factory.layouts import Rendered, layout
from tests.factory.prose import Chapter
from tests.factory.tables import Table
from tests.factory.text.heads import any_writer
from tests.factory.text.pages import text_report

Signs = dict[int, int]

_WIDE_DIGITS: Signs = str.maketrans("0123456789.", "０１２３４５６７８９．")
_NARROW_SIGNS: Signs = str.maketrans("（）：；，、“”", '():;,、""')
_WIDE_SIGNS: Signs = str.maketrans("():;,", "（）：；，")


@layout("text/marks")
def marks(facts: Facts, rng: Random) -> Rendered:
    """All zeros of the report, or of many rows, as ``/``, ``—`` and the like."""
    mark = rng.choice(("/", "—", "-", "--", "无"))
    return text_report(blanked(facts, rng, mark, rng.choice((0.5, 1.0))), rng, any_writer(rng))


@layout("text/remarks")
def remarks(facts: Facts, rng: Random) -> Rendered:
    """Cells with a remark: ``22（其中修订16件）``; and with the unit behind the number."""
    facts = remarked(facts, rng)
    if rng.random() < 0.4:
        share = rng.random()
        cells = {
            name: f"{text}件" if text.isdecimal() and name != "active.fees" and rng.random() < share else text
            for name, text in facts.cells.items()
        }
        facts = facts._replace(cells=cells)
    return text_report(facts, rng, any_writer(rng))


@layout("text/separators")
def separators(facts: Facts, rng: Random) -> Rendered:
    """Thousands with a comma: ``1,204``."""
    comma = rng.choice((",", ",", "，"))
    cells = {
        name: f"{int(text):,}".replace(",", comma) if text.isdecimal() else text for name, text in facts.cells.items()
    }
    return text_report(facts._replace(cells=cells), rng, any_writer(rng))


def _translated(facts: Facts, signs: Signs, cells: bool) -> Facts:
    def chapter(old: Chapter) -> Chapter:
        return Chapter(
            old.part,
            old.heading.translate(signs),
            old.title.translate(signs),
            tuple(text.translate(signs) for text in old.paragraphs),
        )

    shown = {name: text.translate(signs) if cells else text for name, text in facts.cells.items()}
    return facts._replace(cells=shown, chapters=tuple(map(chapter, facts.chapters)))


def _signs(rng: Random) -> Signs:
    return rng.choice((_NARROW_SIGNS, _NARROW_SIGNS, _WIDE_SIGNS))


@layout("text/widths")
def widths(facts: Facts, rng: Random) -> Rendered:
    """Full-width digits, or half-width punctuation, in prose, labels and cells."""
    if rng.random() < 0.5:
        facts = _translated(facts, _WIDE_DIGITS, cells=True)
        signs: Signs = {}
    else:
        signs = _signs(rng)
        facts = _translated(facts, signs, cells=False)
    if not signs and rng.random() < 0.3:
        facts = facts._replace(title=facts.title.translate(_WIDE_DIGITS))
    drawn = any_writer(rng)

    def write(part: str, table: Table) -> list[str]:
        digits = _WIDE_DIGITS if not signs and rng.random() < 0.3 else {}
        rows = [
            [box if box.address else box._replace(text=box.text.translate(signs).translate(digits)) for box in row]
            for row in table
        ]
        return drawn(part, rows)

    return text_report(facts, rng, write)
