"""Hostile PDFs: loops among objects, streams that unpack without end, counts that lie, passwords."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping

from tests.hostile.case import EXAMPLES, READ, Case, written

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_TEXT = b"BT /F1 12 Tf 72 720 Td (2024) Tj ET\n"


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects; 1 is the catalogue."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    last = max(objects)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1))
    for number in range(1, last + 1):
        out.write(b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n")
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, trailer, start))
    return out.getvalue()


def stream(data: bytes, more: bytes = b"", packed: bool = False, length: int | None = None) -> bytes:
    """A stream object, as it is or deflated; ``length`` may lie."""
    if packed:
        data, more = zlib.compress(data, 9), more + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n" % (len(data) if length is None else length, more) + data + b"\nendstream"


def one_page(
    content: bytes = _TEXT,
    page: bytes = b"",
    resources: bytes = b"",
    more: Mapping[int, bytes] | None = None,
    packed: bool = False,
) -> bytes:
    """A page with a content stream; objects from 10 on are the caller's."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> " + resources + b" >> " + page + b" >>",
            4: stream(content, packed=packed),
            5: _FONT,
            **(more or {}),
        }
    )


def _tree_loop() -> bytes:
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000 /Parent 3 0 R >>",
            3: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000 /Parent 2 0 R >>",
        }
    )


def _deep_tree(depth: int) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for n in range(2, depth):
        objects[n] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1)
    objects[depth] = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth - 1)
    return pdf(objects)


def _form(content: bytes, names: bytes) -> bytes:
    return stream(
        content,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << "
        + names
        + b" >> >>",
    )


def _own_form() -> bytes:
    return one_page(
        b"/X Do\n" + _TEXT,
        resources=b"/XObject << /X 10 0 R >>",
        more={10: _form(b"/X Do /X Do\n" + _TEXT, b"/X 10 0 R")},
    )


def _laughing_forms(levels: int, width: int) -> bytes:
    """Forms that draw the next one many times: ten to the power of their number."""
    forms = {
        10 + n: _form(b"/X Do " * width if n + 1 < levels else _TEXT, b"/X %d 0 R" % (11 + n)) for n in range(levels)
    }
    return one_page(b"/X Do\n" + _TEXT, resources=b"/XObject << /X 10 0 R >>", more=forms)


def _font_loop() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [10 0 R]"
        b" /ToUnicode 10 0 R >>"
    )
    return one_page(resources=b"/Font << /F1 10 0 R >>", more={10: font})


def _type3() -> bytes:
    """A glyph that is drawn with its own font."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 48 /LastChar 57"
        b" /Widths [1 1 1 1 1 1 1 1 1 1] /Encoding << /Differences [48 /a /a /a /a /a /a /a /a /a /a] >>"
        b" /CharProcs << /a 11 0 R >> /Resources << /Font << /F1 10 0 R >> >> >>"
    )
    return one_page(resources=b"/Font << /F1 10 0 R >>", more={10: font, 11: stream(b"1 0 d0 " + _TEXT)})


def _cmap_bomb() -> bytes:
    ranges = b"".join(b"100 beginbfrange\n" + b"<0000> <FFFF> <4E00>\n" * 100 + b"endbfrange\n" for _ in range(2_000))
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 11 0 R /DescendantFonts"
        b" [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> >>] >>"
    )
    content = b"BT /F1 12 Tf 72 720 Td <00010002000300040005000600070008000900100011> Tj ET\n"
    return one_page(content, resources=b"/Font << /F1 10 0 R >>", more={10: font, 11: stream(ranges, packed=True)})


def _many_pages(count: int, told: int | None = None) -> bytes:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [" % (told or count)
        + b" ".join(b"%d 0 R" % (10 + n) for n in range(count))
        + b"] >>",
        4: stream(_TEXT),
        5: _FONT,
    }
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    objects |= {10 + n: page for n in range(count)}
    return pdf(objects)


def _same_page(count: int) -> bytes:
    return one_page().replace(b"/Kids [3 0 R] /Count 1", b"/Kids [" + b"3 0 R " * count + b"] /Count %d" % count)


def _xref_loop() -> bytes:
    made = one_page()
    start = made.rsplit(b"startxref\n", 1)[1].split(b"\n")[0]
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + start)


def _object_stream_loop() -> bytes:
    inner = b"3 0 << /Type /Page /Parent 2 0 R >>"
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            10: stream(inner, b"/Type /ObjStm /N 1 /First 4 /Extends 10 0 R"),
        }
    )


def _locked(password: str, owner: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    out = io.BytesIO()
    drawn = canvas.Canvas(out, encrypt=StandardEncryption(password, ownerPassword=owner), invariant=1)
    drawn.drawString(72, 720, "2024 annual report")
    drawn.save()
    return out.getvalue()


def _active() -> bytes:
    action = b"/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\);) >>"
    launched = (
        b"/AA << /O << /S /Launch /F (/bin/sh) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842]"
        b" /A << /S /URI /URI (http://127.0.0.1:9/) >> >> << /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9]"
        b" /FS << /Type /Filespec /F (/etc/passwd) >> >>]"
    )
    return one_page(page=launched).replace(b"/Type /Catalog", b"/Type /Catalog " + action)


def _glyphs(count: int) -> bytes:
    line = b"(" + b"2024 " * 20 + b") Tj 0 -0.1 Td\n"
    return one_page(b"BT /F1 8 Tf 10 830 Td\n" + line * (count // 100) + b"ET\n", packed=True)


def _outside(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()


def _case(zh: str, en: str, data: Callable[[], bytes], outcomes: tuple[str, ...], quick: bool = True) -> Case:
    name = en.replace(" ", "-").replace("/", "-") + ".pdf"
    return Case("PDF", zh, en, lambda folder: written(folder, name, data()), outcomes, quick)


_BAD = ("scan", "damaged", "not_a_report", "pdf_too_big", "pdf_garbled", "too_complex")
_STOPPED = (*_BAD, "too_slow", "too_much_memory", "worker_died")

CASES = [
    _case("页树成环", "a loop in the page tree", _tree_loop, _BAD),
    _case("页树 5 千层", "a page tree of 5,000 levels", lambda: _deep_tree(5_000), _BAD),
    _case("称有 1 亿页", "a count of 100,000,000 pages", lambda: _many_pages(1, 100_000_000), _BAD),
    _case("2 万页", "20,000 pages", lambda: _many_pages(20_000), ("pdf_too_big",)),
    _case("390 页", "390 pages", lambda: _many_pages(390), _BAD),
    _case("同一页 10 万次", "one page 100,000 times", lambda: _same_page(100_000), _BAD),
    _case("图形引用自身", "a form that draws itself", _own_form, _STOPPED, False),
    _case(
        "图形逐层引用 10 的 9 次方",
        "forms of forms to the power of nine",
        lambda: _laughing_forms(9, 10),
        _STOPPED,
        False,
    ),
    _case("字体引用自身", "a font that descends from itself", _font_loop, _BAD),
    _case("字形用自身的字体画", "a glyph drawn with its own font", _type3, _BAD),
    _case("字符映射 2 千万条", "a character map of 13,000 million entries", _cmap_bomb, _STOPPED, False),
    _case("交叉引用成环", "a loop of cross references", _xref_loop, _BAD),
    _case("对象流成环", "a loop of object streams", _object_stream_loop, _BAD),
    _case(
        "压缩炸弹：300 MB 空格",
        "a stream bomb of 300 MB of spaces",
        lambda: one_page(_TEXT + b" " * 300_000_000, packed=True),
        _STOPPED,
        False,
    ),
    _case(
        "压缩炸弹：300 MB 画线",
        "a stream bomb of 300 MB of lines",
        lambda: one_page(_TEXT + b"0 0 m 9 9 l S\n" * 21_000_000, packed=True),
        _STOPPED,
        False,
    ),
    _case(
        "压缩炸弹：30 MB 存栈",
        "a stream bomb of 30 MB of saved states",
        lambda: one_page(_TEXT + b"q " * 15_000_000, packed=True),
        _STOPPED,
        False,
    ),
    _case(
        "两重压缩的 100 MB",
        "100 MB packed twice",
        lambda: one_page(
            more={4: stream(zlib.compress(b" " * 100_000_000, 9), b"/Filter [/FlateDecode /FlateDecode]", False)}
        ),
        _STOPPED,
        False,
    ),
    _case("无尽的内容流", "an endless content stream", lambda: one_page(_TEXT * 1_000_000), _STOPPED, False),
    _case("19 万字的一页", "a page of 190,000 characters", lambda: _glyphs(190_000), _BAD, False),
    _case("30 万字的一页", "a page of 300,000 characters", lambda: _glyphs(300_000), ("pdf_too_big",), False),
    _case(
        "9 万条线的一页",
        "a page of 90,000 lines",
        lambda: one_page(
            _TEXT
            + b"".join(
                b"%d 10 m %d 800 l S 10 %d m 590 %d l S\n" % (n % 590, n % 590, n % 800, n % 800) for n in range(45_000)
            ),
            packed=True,
        ),
        _BAD,
        False,
    ),
    _case(
        "嵌套 10 万层数组",
        "100,000 nested arrays",
        lambda: one_page(_TEXT + b"[" * 100_000 + b"]" * 100_000 + b" TJ"),
        _BAD,
    ),
    _case(
        "字典嵌套 10 万层",
        "100,000 nested dictionaries",
        lambda: one_page(more={10: b"<< /A " * 100_000 + b"1" + b" >>" * 100_000}, page=b"/Z 10 0 R"),
        _STOPPED,
    ),
    _case("谎报流长度", "a lying length", lambda: one_page(more={4: stream(_TEXT, length=2_000_000_000)}), _BAD),
    _case(
        "页面大小极端",
        "an extreme page size",
        lambda: one_page().replace(b"[0 0 595 842]", b"[-1e30 -1e30 1e30 1e30]"),
        _BAD,
    ),
    _case("用户密码", "a user password", lambda: _locked("secret", "owner"), ("encrypted",)),
    _case("只有权限密码", "an owner password alone", lambda: _locked("", "owner"), ("not_a_report",)),
    _case("脚本、启动程序、链接、附件", "scripts launches links attachments", _active, _BAD),
    _case("截去一半", "cut in half", lambda: _outside("2024.pdf")[: len(_outside("2024.pdf")) // 2], (*_BAD, READ)),
    _case(
        "中间抹去 2 千字节",
        "2,000 bytes wiped in the middle",
        lambda: _outside("2024.pdf")[:20_000] + bytes(2_000) + _outside("2024.pdf")[22_000:],
        (*_BAD, READ),
    ),
    _case("只有文件头", "the head alone", lambda: b"%PDF-1.7\n", ("damaged",)),
]
