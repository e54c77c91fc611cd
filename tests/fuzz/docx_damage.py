"""Damage to a Word package: the XML of its parts, the parts that it has, and its bytes."""

from __future__ import annotations

import re
import struct
from copy import deepcopy
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from tests.fuzz import byte_damage
from tests.fuzz.oddities import SPANS, few, number, scrap

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    "p", "r", "t", "tbl", "tr", "tc", "tcPr", "gridSpan", "vMerge", "hMerge", "gridBefore", "gridAfter", "trPr",
    "del", "ins", "moveFrom", "moveTo", "sdt", "sdtContent", "txbxContent", "drawing", "pict", "object", "br", "cr",
    "tab", "ptab", "noBreakHyphen", "numPr", "numId", "ilvl", "pStyle", "pPr", "rPr", "vanish", "hyperlink",
    "fldSimple", "instrText", "delText", "sectPr", "body", "document", "ruby", "rt", "smartTag", "customXml",
    "footnoteReference", "sym", "lvl", "lvlText", "numFmt", "start", "abstractNum", "num", "abstractNumId",
    "lvlOverride", "styleLink", "basedOn",
)  # fmt: skip
_ATTRIBUTES = ("val", "id", "ilvl", "numId", "abstractNumId", "styleId", "type", "w", "space")
_FORMATS = (
    "decimal", "chineseCounting", "upperRoman", "lowerLetter", "ideographTraditional", "bullet", "none", "%1",
    "%9%8%1", "continue", "restart", "0", "false", "off", "Title", "Heading1",
)  # fmt: skip
_FIELD = re.compile(r"\{[^}]*\}")
_DECLARATIONS = (
    "", "<?xml version='1.0' encoding='gb2312'?>", "<?xml version='1.1'?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///nowhere'>]>", "\ufeff", "\x00", " ",
)  # fmt: skip


@cache
def _members(data: bytes) -> tuple[tuple[str, bytes], ...]:
    with ZipFile(BytesIO(data)) as package:
        return tuple((name, package.read(name)) for name in package.namelist())


def damaged(rng: Random, data: bytes, other: bytes) -> bytes:
    """A package with the XML of some parts, its list of parts or its bytes damaged."""
    members = dict(_members(data))
    way = rng.random()
    written = [one for one in members if one.endswith((".xml", ".rels"))]
    if way < 0.85 and written:
        main = "word/document.xml"
        name = main if main in members and rng.random() < 0.75 else rng.choice(written)
        members[name] = _xml_damaged(rng, members[name])
    if way > 0.75:
        _parts_damaged(rng, members, dict(_members(other)))
    packed = _packed(rng, members)
    return byte_damage.damaged(rng, packed, other) if rng.random() < 0.12 else packed


def _packed(rng: Random, members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    method = ZIP_STORED if rng.random() < 0.8 else ZIP_DEFLATED
    with ZipFile(out, "w", method) as package:
        for name, content in members.items():
            package.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, compress_type=method, compresslevel=1)
    data = out.getvalue()
    return _directory_lies(rng, data) if rng.random() < 0.04 else data


def _directory_lies(rng: Random, data: bytes) -> bytes:
    """An entry of the directory with a wrong flag, method, checksum, size or place."""
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    at = rng.choice(entries) + rng.choice((8, 10, 16, 20, 24, 28, 30, 42))
    return (
        data[:at]
        + struct.pack("<I", rng.choice((0, 1, 8, 99, 0xFFFF, 0xFFFFFFFF, rng.randrange(1 << 31))))
        + data[at + 4 :]
    )


def _parts_damaged(rng: Random, members: dict[str, bytes], other: dict[str, bytes]) -> None:
    for _ in range(few(rng, 4)):
        name = rng.choice(sorted(members) or [""])
        way = rng.randrange(7)
        if way == 0:
            members.pop(name, None)
        elif way == 1:
            members[name] = b"" if rng.random() < 0.5 else rng.choice(_DECLARATIONS).encode()
        elif way == 2:
            members[rng.choice((name.upper(), name.replace("/", "\\"), "../" + name, "/" + name, "word/文档.xml"))] = (
                members.pop(name, b"")
            )
        elif way == 3:
            members[name] = other.get(rng.choice(sorted(other)), b"")
        elif way == 4:
            members[name] = byte_damage.damaged(rng, members.get(name, b""), b"<w:p/>")
        elif way == 5:
            prolog = re.compile(rb"^\s*<\?xml[^>]*\?>").sub(b"", members.get(name, b""))
            members[name] = rng.choice(_DECLARATIONS).encode() + prolog
        else:
            _relation_damaged(rng, members)


def _relation_damaged(rng: Random, members: dict[str, bytes]) -> None:
    names = [name for name in sorted(members) if name.endswith((".rels", "[Content_Types].xml"))]
    if not names:
        return
    name = rng.choice(names)
    text = members[name]
    values = list(re.finditer(rb'(Target|Type|Id|PartName|ContentType|TargetMode)="[^"]*"', text))
    if values:
        chosen = rng.choice(values)
        value = rng.choice(
            (
                b"",
                b"styles.xml",
                b"document.xml",
                b"../..",
                b"http://localhost:1/x",
                b"/word/document.xml",
                b"External",
                b"rId1",
                b"\xc3\xbf",
            )
        )
        members[name] = text[: chosen.start()] + chosen.group(1) + b'="' + value + b'"' + text[chosen.end() :]


def _xml_damaged(rng: Random, data: bytes) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return byte_damage.damaged(rng, data, data)
    for _ in range(few(rng)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        if len(elements) < 3:
            break
        rng.choice(_WAYS)(rng, rng.choice(elements[1:]), elements)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _cut_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    _cut_out(element)


def _remove_all(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    for one in elements[2:]:
        if one.tag == element.tag:
            _cut_out(one)


def _double(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    if sum(1 for _ in element.iter()) > 3000:
        return
    target = rng.choice((element.getparent(), rng.choice(elements)))
    if target is not None:
        for _ in range(rng.choice((1, 1, 1, 4))):
            target.insert(rng.randint(0, len(target)), deepcopy(element))


def _move(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    target = rng.choice(elements)
    if target is not element and element not in target.iterancestors():
        target.insert(rng.randint(0, len(target)), element)


def _lift(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _rename(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    space = rng.choice((_W, _W, _W, "", "urn:x"))
    name = rng.choice(_NAMES)
    element.tag = f"{{{space}}}{name}" if space else name


def _wrap(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    chain = rng.choice(
        (
            ("ins",),
            ("del",),
            ("sdt", "sdtContent"),
            ("tbl", "tr", "tc"),
            ("p", "r"),
            ("txbxContent",),
            ("smartTag",) * 150,
            ("p",) * 40,
        )
    )
    outer = inner = etree.Element(f"{{{_W}}}{chain[0]}")
    for name in chain[1:]:
        inner = etree.SubElement(inner, f"{{{_W}}}{name}")
    inner.append(element)
    parent.insert(at, outer)


def _add(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    child = etree.Element(f"{{{_W}}}{rng.choice(_NAMES)}")
    child.set(f"{{{_W}}}val", _writable(rng.choice((rng.choice(SPANS), rng.choice(_FORMATS)))))
    element.insert(rng.randint(0, len(element)), child)


def _span(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    cells = [one for one in elements if one.tag == f"{{{_W}}}tc"]
    if not cells:
        return
    cell = rng.choice(cells)
    settings = cell.find(f"{{{_W}}}tcPr")
    if settings is None:
        settings = etree.Element(f"{{{_W}}}tcPr")
        cell.insert(0, settings)
    child = etree.SubElement(settings, f"{{{_W}}}{rng.choice(('gridSpan', 'vMerge', 'hMerge'))}")
    if rng.random() < 0.8:
        child.set(f"{{{_W}}}val", _writable(rng.choice((rng.choice(SPANS), "restart", "continue", "2", "3"))))


def _attribute(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    having = [one for one in elements if one.attrib]
    chosen = rng.choice(having) if having and rng.random() < 0.7 else element
    name = rng.choice(list(chosen.attrib)) if chosen.attrib else f"{{{_W}}}{rng.choice(_ATTRIBUTES)}"
    if rng.random() < 0.2:
        chosen.attrib.pop(name, None)
    else:
        chosen.set(name, _writable(rng.choice((rng.choice(SPANS), rng.choice(_FORMATS), scrap(rng)))))


def _retext(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    texts = [one for one in elements if one.text and one.text.strip()]
    if texts:
        chosen = rng.choice(texts)
        text = chosen.text or ""
        at = rng.randrange(len(text) + 1)
        chosen.text = _writable(rng.choice((number(rng), text[:at] + scrap(rng) + text[at:], "", text[at:])))


def _note(rng: Random, element: etree._Element, elements: list[etree._Element]) -> None:
    element.addnext(rng.choice((etree.Comment("x"), etree.ProcessingInstruction("x", "y"))))


def _writable(text: str) -> str:
    return "".join(sign for sign in text if (sign >= " " or sign in "\t\n\r") and sign not in "\ufffe\uffff")


_WAYS = (
    _remove, _remove, _remove_all, _double, _move, _lift, _rename, _rename, _wrap, _add, _span, _span, _attribute,
    _attribute, _retext, _retext, _note,
)  # fmt: skip
