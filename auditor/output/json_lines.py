"""JSON as the design has it: a list of audits, or one audit a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def json_line(data: Mapping[str, Any], encoding: str | None) -> str:
    """One object in one line.

    A stream that is not UTF-8 (a GBK console, a pipe on such a system) gets ``\\uXXXX`` for every
    character beyond ASCII: no character is lost and the result is JSON in every encoding.
    """
    return json.dumps(data, ensure_ascii=not is_utf8(encoding), separators=(",", ":"))


def json_block(data: Mapping[str, Any], encoding: str | None) -> str:
    """One object, indented for reading."""
    return json.dumps(data, ensure_ascii=not is_utf8(encoding), indent=1)


def is_utf8(encoding: str | None) -> bool:
    """Whether an encoding's name is one of UTF-8's."""
    return (encoding or "").lower().replace("-", "").replace("_", "") in {"utf8", "utf8sig"}
