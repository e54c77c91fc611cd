"""What becomes of the text: spread out, printed twice, in any order, with characters of broken fonts."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.pdf.faces import STANDARD, faces
from tests.factory.pdf.story import drawn
from tests.factory.pdf.style import Order, varied

RADICALS = dict(
    zip(
        "一二人入八十又口土士大女子小工己干心手支文斗方日月木止比水火父牛生用田白目石示立竹米老而耳自至色虫血行衣见角言谷赤走足身车辛里金长门青非面音页风飞食首高鬼黄黑",
        "⼀⼆⼈⼊⼋⼗⼜⼝⼟⼠⼤⼥⼦⼩⼯⼰⼲⼼⼿⽀⽂⽃⽅⽇⽉⽊⽌⽐⽔⽕⽗⽜⽣⽤⽥⽩⽬⽯⽰⽴⽵⽶⽼⽽⽿⾃⾄⾊⾍⾎⾏⾐⻅⾓⾔⾕⾚⾛⾜⾝⻋⾟⾥⾦⻓⻔⻘⾮⾯⾳⻚⻛⻜⻝⾸⾼⿁⻩⿊",
        strict=True,
    )
)


@layout("pdf/spread")
def spread(facts: Facts, rng: Random) -> Rendered:
    """Letters apart: justified lines, wide tracking in prose, digits of a cell apart."""
    style = varied(rng)._replace(
        tracking=rng.choice((0.0, 0.5, 1.5, 3.0)),
        cell_tracking=rng.choice((0.0, 0.5, 1.5, 2.5)),
        justify=rng.random() < 0.7,
    )
    return drawn(facts, rng, style)


@layout("pdf/doubled")
def doubled(facts: Facts, rng: Random) -> Rendered:
    """Headings printed twice to look bold, every glyph placed by itself."""
    style = varied(rng)._replace(bold_twice=rng.random() < 0.8, glyph_by_glyph=rng.random() < 0.6)
    return drawn(facts, rng, style)


@layout("pdf/disordered")
def disordered(facts: Facts, rng: Random) -> Rendered:
    """Texts in the file's own order: column by column, labels first, from below, at random."""
    orders: tuple[Order, ...] = ("columns", "labels", "shuffled", "bottom")
    order = rng.choice(orders)
    style = varied(rng)._replace(order=order, glyph_by_glyph=rng.random() < 0.3, rules=rng.choice(("lines", "boxes")))
    return drawn(facts, rng, style)


@layout("pdf/radicals")
def radicals(facts: Facts, rng: Random) -> Rendered:
    """A font that tells radicals in place of the characters that look alike (⼀ for 一)."""
    face = rng.choice(faces()[1:] or (STANDARD,))
    kept = rng.sample(sorted(RADICALS), rng.randint(5, len(RADICALS)))
    style = varied(rng)._replace(face=face, heading_face=face, swapped={plain: RADICALS[plain] for plain in kept})
    return drawn(facts, rng, style)
