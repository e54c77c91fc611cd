"""A whole report set on pages: title, headings, prose, tables, and what every page repeats."""

from __future__ import annotations

from collections.abc import Callable, Collection
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, rendered
from tests.factory.pdf.faces import STANDARD, covers, width
from tests.factory.pdf.press import Mark, Press
from tests.factory.pdf.ruling import rule
from tests.factory.pdf.setting import broken
from tests.factory.pdf.sheets import Band, Plan, columns_of, cut, marks_of, part_of, plan
from tests.factory.pdf.style import Style
from tests.factory.tables import Table, active_blocks, tables_of

_HEADS = {"requests": 3, "disputes": 3, "active": 0}
_NUMBER_SIZE = 9.0


class Story:
    """A report on its way down the pages; ``y`` is where the next thing goes."""

    def __init__(self, style: Style, rng: Random, facts: Facts) -> None:
        text = facts.title + "".join(c.heading + "".join(c.paragraphs) for c in facts.chapters)
        if not covers(style.face, text) or not covers(style.heading_face, text):
            style = style._replace(face=STANDARD, heading_face=STANDARD)
        self.style = style
        self.press = Press(style, rng)
        self.rng = rng
        self.y = 0.0
        self._turn_page(style.page)

    @property
    def room(self) -> float:
        """Points between the side margins."""
        return self.press.sheet.size[0] - 2 * self.style.margin

    @property
    def left_below(self) -> float:
        """Points down to the lower margin."""
        return self.press.sheet.size[1] - self.style.margin - self.y

    def _turn_page(self, size: tuple[float, float]) -> None:
        self.press.next_sheet(size)
        self.y = self.style.margin

    def lines(self, lines: list[str], kind: str, face: str, size: float, *, centred: bool, indent: float = 0.0) -> None:
        """The lines of one paragraph."""
        style = self.style
        step = size * style.leading
        for number, line in enumerate(lines):
            if step > self.left_below:
                self._turn_page(self.press.sheet.size)
            shift = indent if number == 0 else 0.0
            gap = style.tracking if kind == "prose" else 0.0
            wide = width(line, face, size, style.latin) + gap * len(line)
            if style.justify and kind == "prose" and number + 1 < len(lines) and len(line) > 1:
                gap += (self.room - shift - wide) / (len(line) - 1)
            x = (self.press.sheet.size[0] - wide) / 2 if centred else style.margin + shift
            self.press.text(Mark(x, self.y + (step + 0.76 * size) / 2, line, face, size, gap, style.latin, kind))
            self.y += step

    def title(self, text: str) -> None:
        """The report's title in the middle, over one line or several."""
        style = self.style
        count = max(style.title_lines, int(width(text, style.heading_face, style.title_size) / self.room) + 1)
        share = -(-len(text) // count)
        cuts = [text[at : at + share] for at in range(0, len(text), share)]
        if len(cuts) == 2 and "20" in text:
            cuts = [text[: text.index("20")], text[text.index("20") :]]
        self.lines(cuts, "title", style.heading_face, style.title_size, centred=True)
        self.y += style.size

    def heading(self, text: str) -> None:
        """A part's heading, kept with what follows."""
        style = self.style
        if self.left_below < 4 * style.size * style.leading:
            self._turn_page(self.press.sheet.size)
        centred = style.heading_centred
        indent = 0.0 if centred else style.indent * style.size
        self.lines([text], "heading", style.heading_face, style.size, centred=centred, indent=indent)

    def paragraph(self, text: str) -> None:
        """A paragraph of prose."""
        style = self.style
        indent = style.indent * style.size
        lines = broken(
            text,
            self.room,
            style.face,
            style.size,
            latin=style.latin,
            gap=style.tracking,
            indent=indent,
            break_words=style.break_words,
        )
        self.lines(list(lines), "prose", style.face, style.size, centred=False, indent=indent)
        self.y += style.space_after

    def table(self, name: str, table: Table, *, pictured: bool = False) -> None:
        """A table, over as many pages as it takes."""
        style = self.style
        upright = self.press.sheet.size
        if style.wide_tables and name == "requests":
            self._turn_page((max(upright), min(upright)))
        elif self.left_below < 60:
            self._turn_page(upright)
        found = plan(table, columns_of(name, self.room, _columns(table), style.request_labels), style)
        page_room = self.press.sheet.size[1] - 2 * style.margin
        heads = _HEADS[name]
        if pictured and sum(found.heights) > self.left_below:
            self._turn_page(self.press.sheet.size)
        taken: dict[int, int] = {}
        for number, bands in enumerate(cut(found, self.left_below, page_room, style, heads)):
            if number:
                self._turn_page(self.press.sheet.size)
            if pictured:
                self._picture(found)
                break
            self._bands(found, bands, taken, heads if number and style.repeat_heads else 0)
        self.y += style.size
        if self.press.sheet.size != upright:
            self._turn_page(upright)

    def _bands(self, found: Plan, bands: list[Band], taken: dict[int, int], repeated: int) -> None:
        style = self.style
        edges = [self.y]
        for band in bands:
            edges.append(edges[-1] + band.high)
        outlines = []
        for index, placed in enumerate(found.boxes):
            again = placed.row < repeated
            part = part_of(placed, bands, 0 if again else taken.get(index, 0), found.step)
            if part is None:
                continue
            first, last, count = part
            left = style.margin + found.xs[placed.column]
            right = style.margin + found.xs[placed.column + placed.box.colspan]
            outline = (left, edges[first], right, edges[last + 1])
            outlines.append(outline)
            start = 0 if again else taken.get(index, 0)
            for mark in marks_of(placed, placed.lines[start : start + count], outline, style, found.step):
                self.press.text(mark)
            taken[index] = start + count
        if outlines:
            rule(self.press, outlines, style)
        self.y = edges[-1]

    def _picture(self, found: Plan) -> None:
        """The table as a scan: grey lines on white."""
        high = min(sum(found.heights), self.left_below)
        image = Image.new("L", (300, 200), 250)
        pen = ImageDraw.Draw(image)
        for at in range(0, 200, 20):
            pen.line((0, at, 300, at), fill=80)
        packed = BytesIO()
        image.save(packed, "PNG")
        packed.seek(0)
        self.press.picture(self.style.margin, self.y, self.style.margin + self.room, self.y + high, packed)
        self.y += high

    def finish(self) -> bytes:
        """Page numbers, running heads, borders and watermarks on every page; then the file."""
        style = self.style
        pages = len(self.press.sheets)
        for page, sheet in enumerate(list(self.press.sheets), 1):
            wide, high = sheet.size
            self._furnish(
                style.page_number.format(page=page, pages=pages), wide, high - 0.55 * style.margin, sheet.marks
            )
            self._furnish(style.running_head, wide, 0.55 * style.margin, sheet.marks)
        self._frames()
        return self.press.data()

    def _furnish(self, text: str, wide: float, y: float, marks: list[Mark]) -> None:
        style = self.style
        if text:
            x = (wide - width(text, style.face, _NUMBER_SIZE, style.latin)) / 2
            marks.append(Mark(x, y, text, style.face, _NUMBER_SIZE, 0.0, style.latin))

    def _frames(self) -> None:
        style, press = self.style, self.press
        sheets = press.sheets
        for at in range(len(sheets)):
            press.sheets = sheets[: at + 1]
            wide, high = press.sheet.size
            if style.border:
                inset = style.border
                press.frame(inset, inset, wide - inset, high - inset, self.rng.choice((0.5, 1.5)))
            if style.mark:
                press.slanted(style.mark, style.heading_face, 50, style.mark_angle)
            if style.hidden:
                press.unseen(style.hidden, style.margin, high / 2, style.face)
        press.sheets = sheets


def _columns(table: Table) -> int:
    return sum(box.colspan for box in table[0])


def drawn(
    facts: Facts,
    rng: Random,
    style: Style,
    *,
    pictured: Collection[str] = (),
    tables: Callable[[Facts], dict[str, Table]] = tables_of,
) -> Rendered:
    """The report in a style; the tables named in ``pictured`` are scans, their cells lost."""
    story = Story(style, rng, facts)
    story.title(facts.title)
    found = tables(facts)
    for chapter in facts.chapters:
        if chapter.heading:
            story.heading(chapter.heading)
        for text in chapter.paragraphs:
            story.paragraph(text)
        if chapter.part == "active" and story.style.active_apart and "active" not in pictured:
            for block in active_blocks(facts.cells, facts.table_format):
                story.table("active", block)
        elif chapter.part in found:
            story.table(chapter.part, found[chapter.part], pictured=chapter.part in pictured)
    lost = [address for address in facts.cells if address.partition(".")[0] in pictured]
    return rendered(facts, story.finish(), ".pdf", lost)
