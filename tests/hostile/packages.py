"""Hostile Word files: bombs in the package, bombs in its parts, what Word would run or fetch."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from tests.hostile.case import EXAMPLES, READ, Case, written

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_BODY = b"</w:body>"
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
RELS, PACKAGE_RELS, TYPES = "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml"
_BIG = 300_000_000


@cache
def members() -> Mapping[str, bytes]:
    """The parts of a sound report."""
    with zipfile.ZipFile(EXAMPLES / "2024.docx") as package:
        return {name: package.read(name) for name in package.namelist()}


def package(changed: Mapping[str, bytes]) -> bytes:
    """The sound report with some parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in {**members(), **changed}.items():
            made.writestr(name, data)
    return out.getvalue()


def in_body(markup: str) -> bytes:
    """The document part with markup at the end of its body."""
    before, after = members()[DOCUMENT].rsplit(_BODY, 1)
    section = before.rfind(b"<w:sectPr")
    at = section if section >= 0 else len(before)
    return before[:at] + markup.encode() + before[at:] + _BODY + after


def related(*relations: tuple[str, str, str]) -> bytes:
    """The document's relations and more: type, target, mode."""
    added = "".join(
        f'<Relationship Id="rIdX{n}" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'
        for n, (kind, target, mode) in enumerate(relations)
    )
    return members()[RELS].replace(b"</Relationships>", added.encode() + b"</Relationships>")


def _doctype(part: str, declared: str, used: str) -> bytes:
    """A part with a document type in front and an entity used right inside its root element."""
    data = members()[part]
    start = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    root = data.find(b"<", start)
    inside = data.find(b">", root) + 1
    return b"<!DOCTYPE x [" + declared.encode() + b"]>" + data[root:inside] + used.encode() + data[inside:]


_LAUGHS = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
_FILE = '<!ENTITY x SYSTEM "file:///etc/passwd">'
_WEB = '<!ENTITY x SYSTEM "http://127.0.0.1:9/x"><!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;'


def _lying(part: str, data: bytes, told: int) -> bytes:
    """A package whose part unpacks to far more than both of its headers tell."""
    made = bytearray(package({part: data}))
    real = struct.pack("<L", len(data))
    at = made.find(real)
    while at >= 0:
        made[at : at + 4] = struct.pack("<L", told)
        at = made.find(real, at + 4)
    return bytes(made)


def _overlapping() -> bytes:
    """A package whose directory names the bytes of one member 2,000 times more, so that they unpack to 2 GB."""
    name = b"word/media/a.bin"
    made = package({name.decode(): bytes(1_000_000)})
    end = made.rfind(b"PK\x05\x06")
    count, size, start = struct.unpack("<10xHLL2x", made[end : end + 22])
    entry = made[made.rfind(b"PK\x01\x02", start, end) : end]
    copies = b"".join(entry.replace(name, b"word/media/%05d" % n) for n in range(2_000))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count + 2_000, count + 2_000, size + len(copies), start, 0)
    return made[:end] + copies + tail


def _nested_zip(depth: int) -> bytes:
    data = bytes(10_000_000)
    for level in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for copy in range(10):
                made.writestr(f"{level}-{copy}.zip", data)
        data = out.getvalue()
    return data


def _table(rows: int, columns: int, cell: str) -> str:
    return "<w:tbl>" + ("<w:tr>" + cell * columns + "</w:tr>") * rows + "</w:tbl>"


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth


_CELL = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
_LOOP = (
    '<w:style w:type="paragraph" w:styleId="LoopA"><w:basedOn w:val="LoopB"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="LoopB"><w:basedOn w:val="LoopA"/></w:style>'
)


def _style_loop() -> dict[str, bytes]:
    styles = members()[STYLES].replace(b"</w:styles>", _LOOP.encode() + b"</w:styles>")
    used = '<w:p><w:pPr><w:pStyle w:val="LoopA"/></w:pPr><w:r><w:t>水库</w:t></w:r></w:p>'
    return {STYLES: styles, DOCUMENT: in_body(used)}


def _chain(length: int) -> dict[str, bytes]:
    chained = "".join(
        f'<w:style w:type="paragraph" w:styleId="C{n}"><w:basedOn w:val="C{n + 1}"/></w:style>' for n in range(length)
    )
    styles = members()[STYLES].replace(b"</w:styles>", chained.encode() + b"</w:styles>")
    used = '<w:p><w:pPr><w:pStyle w:val="C0"/></w:pPr><w:r><w:t>水库</w:t></w:r></w:p>' * 200
    return {STYLES: styles, DOCUMENT: in_body(used)}


def _numbering() -> dict[str, bytes]:
    """Numbers that start at two thousand million, in levels that name each other, linked in a ring."""
    level = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="2147483647"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:lvlText w:val="{"%1%2%3%4%5%6%7%8%9" * 200}"/></w:lvl>'
        for n in range(9)
    )
    numbering = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Ring"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        "</w:numbering>"
    )
    ring = (
        '<w:style w:type="numbering" w:styleId="Ring"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    items = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{n % 9}"/><w:numId w:val="{1 + n % 2}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>水库</w:t></w:r></w:p>"
        for n in range(2_000)
    )
    kind = f"{_R}/numbering"
    types = members()[TYPES].replace(
        b"</Types>",
        b'<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.numbering+xml"/></Types>',
    )
    changed = {NUMBERING: numbering.encode(), DOCUMENT: in_body(items)}
    changed[STYLES] = members()[STYLES].replace(b"</w:styles>", ring.encode() + b"</w:styles>")
    if NUMBERING not in members():
        changed |= {RELS: related((kind, "numbering.xml", "Internal")), TYPES: types}
    return changed


def _active() -> dict[str, bytes]:
    web = "http://127.0.0.1:9/"
    markup = (
        f'<w:altChunk xmlns:r="{_R}" r:id="rIdX1"/><w:p><w:hyperlink xmlns:r="{_R}" r:id="rIdX2"><w:r><w:t>附件'
        "</w:t></w:r>"
        '</w:hyperlink></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe'
        ' "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:r><w:instrText>INCLUDETEXT "file:///etc/passwd"</w:instrText></w:r></w:p>'
    )
    return {
        DOCUMENT: in_body(markup),
        RELS: related(
            (f"{_R}/attachedTemplate", f"{web}t.dotm", "External"),
            (f"{_R}/aFChunk", f"{web}chunk.html", "External"),
            (f"{_R}/hyperlink", "javascript:alert(1)", "External"),
            (f"{_R}/oleObject", "file:///etc/passwd", "External"),
            (f"{_R}/image", f"{web}i.png", "External"),
            (f"{_R}/frame", f"{web}f.html", "External"),
            (f"{_R}/styles", f"{web}styles.xml", "External"),
        ),
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000),
        "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000),
    }


def _many(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in members().items():
            made.writestr(name, data)
        for n in range(count):
            made.writestr(f"word/media/{n}", b"")
    return out.getvalue()


def _alternatives(depth: int) -> str:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    opened = f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="w">' * depth
    return f"<w:p><w:r>{opened}<w:t>水</w:t>" + "</mc:Choice></mc:AlternateContent>" * depth + "</w:r></w:p>"


def _case(zh: str, en: str, data: Callable[[], bytes], outcomes: tuple[str, ...], quick: bool = True) -> Case:
    name = en.replace(" ", "-").replace("/", "-") + ".docx"
    return Case("DOCX", zh, en, lambda folder: written(folder, name, data()), outcomes, quick)


def _parts(zh: str, en: str, declared: str, used: str) -> list[Case]:
    """One case for each part that is XML."""
    named = ((DOCUMENT, "正文", "document"), (STYLES, "样式", "styles"), (RELS, "关系", "rels"),
             (PACKAGE_RELS, "包关系", "package rels"), (TYPES, "类型表", "content types"))  # fmt: skip
    return [
        _case(
            f"{zh}（{part_zh}）",
            f"{en} in {part_en}",
            lambda part=part: package({part: _doctype(part, declared, used)}),  # type: ignore[misc]
            (READ, "damaged", "docx_too_big", "not_a_report"),
        )
        for part, part_zh, part_en in named
    ]


_BIG_OR_BROKEN = ("docx_too_big", "damaged", "too_complex")

CASES = [
    _case(
        "压缩炸弹：正文 300 MB",
        "zip bomb in the document",
        lambda: package({DOCUMENT: b" " * _BIG}),
        _BIG_OR_BROKEN,
        False,
    ),
    _case(
        "压缩炸弹：图片 300 MB",
        "zip bomb in a picture",
        lambda: package({"word/media/a.png": bytes(_BIG)}),
        _BIG_OR_BROKEN,
        False,
    ),
    _case(
        "谎报大小：正文 300 MB 称 1 千字节",
        "lying size of the document",
        lambda: _lying(DOCUMENT, b" " * _BIG, 1_000),
        ("damaged",),
        False,
    ),
    _case(
        "谎报大小：图片 300 MB 称 1 千字节",
        "lying size of a picture",
        lambda: _lying("word/media/a.png", bytes(_BIG), 1_000),
        (READ, "damaged"),
        False,
    ),
    _case(
        "谎报大小：样式称 15 MB",
        "size of styles told too large",
        lambda: _lying(STYLES, members()[STYLES], 15_000_000),
        (READ, "damaged"),
    ),
    _case("重叠的 2 千个部件", "2,000 overlapping entries", _overlapping, ("docx_too_big", "damaged")),
    _case("包中包六层", "zip in zip six deep", lambda: package({"word/embeddings/a.zip": _nested_zip(6)}), (READ,)),
    _case("10 万个部件", "100,000 members", lambda: _many(100_000), ("docx_too_big",), False),
    _case("4 千个部件", "4,000 members", lambda: _many(4_000), (READ,)),
    *_parts("实体炸弹", "entity bomb", _LAUGHS, "&a9;"),
    *_parts("外部实体（文件）", "external entity of a file", _FILE, "&x;"),
    *_parts("外部实体（网址）", "external entity of the web", _WEB, "&x;"),
    _case(
        "嵌套 1 万层表格",
        "10,000 nested tables",
        lambda: package({DOCUMENT: in_body(_nested(10_000))}),
        ("damaged", "too_complex"),
    ),
    _case(
        "嵌套 80 层表格",
        "80 nested tables",
        lambda: package({DOCUMENT: in_body(_nested(80))}),
        (READ, "damaged", "too_complex", "too_long"),
    ),
    _case(
        "100 万格的表格",
        "a table of 1,000,000 cells",
        lambda: package({DOCUMENT: in_body(_table(1_000, 1_000, _CELL))}),
        _BIG_OR_BROKEN,
        False,
    ),
    _case(
        "9 万格的表格",
        "a table of 90,000 cells",
        lambda: package({DOCUMENT: in_body(_table(300, 300, _CELL))}),
        (READ, "too_complex", "docx_too_big"),
        False,
    ),
    _case(
        "gridSpan 10 万",
        "gridSpan of 100,000",
        lambda: package(
            {
                DOCUMENT: in_body(
                    _table(
                        200,
                        20,
                        _CELL.replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="100000"/><w:vMerge/></w:tcPr>'),
                    )
                )
            }
        ),
        (READ, "too_complex", "too_long"),
    ),
    _case(
        "15 万段",
        "150,000 paragraphs",
        lambda: package({DOCUMENT: in_body("<w:p><w:r><w:t>水库</w:t></w:r></w:p>" * 150_000)}),
        (READ, "too_complex", "docx_too_big"),
        False,
    ),
    _case(
        "一段 9 MB",
        "a paragraph of 9 MB",
        lambda: package({DOCUMENT: in_body(f"<w:p><w:r><w:t>{'长' * 3_000_000}</w:t></w:r></w:p>")}),
        (READ, "damaged", "too_complex", "too_long"),
    ),
    _case(
        "10 MB 的属性",
        "an attribute of 10 MB",
        lambda: package({DOCUMENT: in_body(f'<w:p w:rsidR="{"0" * 10_000_001}"/>')}),
        (READ, "damaged"),
    ),
    _case("样式互为基础", "styles based on each other", lambda: package(_style_loop()), (READ,)),
    _case(
        "5 千级的样式链", "a chain of 5,000 styles", lambda: package(_chain(5_000)), (READ, "too_complex", "too_long")
    ),
    _case(
        "编号 21 亿起、引用成环", "numbers from two thousand million", lambda: package(_numbering()), (READ, "too_long")
    ),
    _case(
        "嵌套的兼容分支",
        "nested alternatives",
        lambda: package({DOCUMENT: in_body(_alternatives(100))}),
        (READ, "damaged"),
    ),
    _case("外部模板、altChunk、宏、OLE、DDE", "templates altChunk macros OLE DDE", lambda: package(_active()), (READ,)),
    _case(
        "部件指到包外",
        "a target outside the package",
        lambda: package({RELS: related((f"{_R}/header", "../../../../etc/passwd", "Internal"))}),
        (READ, "damaged"),
    ),
    _case("截去一半", "cut in half", lambda: package({})[: len(package({})) // 2], ("damaged",)),
    _case("只有文件头", "the head alone", lambda: b"PK\x03\x04", ("damaged", "archive")),
    _case("压缩炸弹叫 docx", "a zip bomb called docx", lambda: _nested_zip(4), ("damaged", "archive")),
]
