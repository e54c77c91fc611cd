"""Files of other dialects and other programs: strict OOXML, templates with macros, odd names of parts."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

from tests.factory.docx.parts import zipped
from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout

_USUAL = (
    *("officeDocument/2006/relationships", "officeDocument/2006/math", "wordprocessingml/2006/main"),
    *("drawingml/2006/main", "drawingml/2006/wordprocessingDrawing", "drawingml/2006/picture"),
)


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@layout("docx/strict")
def strict(facts: Facts, rng: Random) -> Rendered:
    """Word's “Strict Open XML Document”: other names for every element."""
    drawn = WordPen(varied(facts, rng), rng).rendered()
    members = _members(drawn.data)
    for name in members:
        for usual in _USUAL:
            strict_name = usual.replace("/2006", "")
            members[name] = members[name].replace(
                f"http://schemas.openxmlformats.org/{usual}".encode(),
                f"http://purl.oclc.org/ooxml/{strict_name}".encode(),
            )
    return drawn._replace(data=zipped(members))


@layout("docx/odd-packages")
def odd_packages(facts: Facts, rng: Random) -> Rendered:
    """Packages that Word opens though they are made otherwise: macros, missing parts, other names and cases."""
    drawn = WordPen(varied(facts, rng), rng).rendered()
    members = _members(drawn.data)
    relations = "word/_rels/document.xml.rels"
    kind = rng.choice(("macros", "missing", "renamed", "backslashes", "no styles"))
    if kind == "macros":
        old, new = (
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main",
        )
        members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(old, new)
        members["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"\0" * 508
    elif kind == "missing":
        # A picture was cut out by a tool that left the relation.
        lost = (
            '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        )
        members[relations] = members[relations].replace(
            b"</Relationships>", f'{lost}Target="../NULL"/></Relationships>'.encode()
        )
    elif kind == "renamed":
        for name in ("word/document.xml", relations):
            members[name.replace("document", "document2")] = members.pop(name)
        for name in ("_rels/.rels", "[Content_Types].xml"):
            members[name] = members[name].replace(
                b"word/document.xml", b"/word/document2.xml".replace(b"/word", b"word")
            )
    elif kind == "backslashes":
        members = {
            name.replace("/", "\\") if name != "[Content_Types].xml" else name: data for name, data in members.items()
        }
    else:
        members.pop("word/styles.xml")
    return drawn._replace(data=zipped(members))
