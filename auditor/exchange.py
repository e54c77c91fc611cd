"""The exchange format: an ``Audit`` as plain JSON values, and back.

Integers stay integers, every ``Decimal`` becomes a string in plain notation (never ``1E+3``),
confidences, probabilities and points are floats rounded to 4 places.  What the format does not hold
(the printed layout of the tables, the sub-topics, the sources of a text) is lost on the way back;
``audit_to_dict(audit_from_dict(data)) == data`` holds for whatever ``audit_to_dict`` made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from auditor.model import (
    Audit,
    Cell,
    Dimension,
    Figure,
    Finding,
    Label,
    LabelledSentence,
    Relation,
    Repair,
    Report,
    Score,
    Section,
    Span,
    Value,
)

VERSION = 1
_PLACES = 4


def plain(value: Value | None) -> int | str | None:
    """A number in the exchange format: an ``int`` as it is, a ``Decimal`` in plain notation."""
    return format(value, "f") if isinstance(value, Decimal) else value


def exact(value: int | str | None) -> Value | None:
    """The number that ``plain`` was given."""
    return Decimal(value) if isinstance(value, str) else value


def _jsonable(value: Any) -> Any:
    """What a rule put into ``Finding.values``, any Decimal or Fraction made plain, mappings and lists kept."""
    if isinstance(value, Fraction):
        return plain(Decimal(value.numerator) / value.denominator)
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, float):
        return round(value, _PLACES)
    if isinstance(value, Mapping):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_jsonable(item) for item in value]
    return value


def audit_to_dict(audit: Audit) -> dict[str, Any]:
    """``audit`` as the JSON object of design "JSON of one audit", its keys in that order."""
    report = audit.report
    return {
        "version": VERSION,
        "path": report.path,
        "sha256": report.sha256,
        "format": report.format,
        "title": report.title,
        "agency": report.agency,
        "body": report.body,
        "year": report.year,
        "published": report.published.isoformat() if report.published else None,
        "sections": [{"number": part.number, "title": part.title, "text": part.text} for part in report.sections],
        "cells": {address: plain(cell.number) for address, cell in report.cells.items()},
        "cell_details": {address: _cell_details(cell) for address, cell in report.cells.items()},
        "figures": [figure_to_dict(figure) for figure in audit.figures],
        "relations": [_relation_to_dict(relation) for relation in audit.relations],
        "findings": [_finding_to_dict(finding) for finding in audit.findings],
        "sentences": [_sentence_to_dict(sentence) for sentence in audit.sentences],
        "score": _score_to_dict(audit.score) if audit.score else None,
    }


def failure_to_dict(path: str, code: str, message: str) -> dict[str, Any]:
    """What stands in the place of an audit for a file that could not be read."""
    return {"version": VERSION, "path": path, "error": {"code": code, "message": message}}


def _cell_details(cell: Cell) -> dict[str, Any]:
    details: dict[str, Any] = {"text": cell.text, "kind": cell.kind, "placed": cell.placed, "where": cell.where}
    if cell.derived is not None:
        details["derived"] = plain(cell.derived)
    return details


def figure_to_dict(figure: Figure) -> dict[str, Any]:
    """One figure of the list ``figures``."""
    return {
        "section": figure.section,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": plain(figure.value),
        "value_high": plain(figure.value_high),
        "unit": figure.unit,
        "kind": figure.kind,
        "approximate": figure.approximate,
        "period": figure.period,
        "address": figure.address,
        "alternatives": list(figure.alternatives),
        "confidence": round(figure.confidence, _PLACES),
        "expected": plain(figure.expected),
        "verdict": figure.verdict,
        "reasons": list(figure.reasons),
    }


def _relation_to_dict(relation: Relation) -> dict[str, Any]:
    return {
        "kind": relation.kind,
        "roles": {role: list(indices) for role, indices in relation.roles.items()},
        "holds": relation.holds,
        "direction": relation.direction,
        "formula": relation.formula,
    }


def _finding_to_dict(finding: Finding) -> dict[str, Any]:
    repair = finding.repair
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "message_en": finding.message_en,
        "addresses": list(finding.addresses),
        "values": _jsonable(finding.values),
        "repair": None
        if repair is None
        else {"address": repair.address, "value": plain(repair.value), "relations": list(repair.relations)},
        "spans": [{"section": span.section, "start": span.start, "end": span.end} for span in finding.spans],
        "fingerprint": finding.fingerprint,
    }


def _sentence_to_dict(sentence: LabelledSentence) -> dict[str, Any]:
    label = sentence.label
    return {
        "section": sentence.section,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "label": label.label,
        "role": label.role,
        "probabilities": None
        if label.probabilities is None
        else {name: round(share, _PLACES) for name, share in label.probabilities.items()},
        "reasons": list(label.reasons),
    }


def _score_to_dict(score: Score) -> dict[str, Any]:
    return {
        "total": round(score.total, _PLACES),
        "dimensions": [
            {
                "name": dimension.name,
                "points": round(dimension.points, _PLACES),
                "of": round(dimension.of, _PLACES),
                "reasons": list(dimension.reasons),
            }
            for dimension in score.dimensions
        ],
    }


def audit_from_dict(data: Mapping[str, Any]) -> Audit:
    """The audit that ``audit_to_dict`` wrote.

    Raises:
        ValueError: the object is of another version, or stands for a file that could not be read.
        KeyError: a key of the format is missing.
    """
    if data.get("version") != VERSION:
        raise ValueError(f"version {data.get('version')!r} of the exchange format is not known")
    if "error" in data:
        raise ValueError(f"{data.get('path')}: {data['error']['message']}")
    return Audit(
        report=_report_from_dict(data),
        figures=[_figure_from_dict(figure) for figure in data["figures"]],
        relations=[_relation_from_dict(relation) for relation in data["relations"]],
        findings=[_finding_from_dict(finding) for finding in data["findings"]],
        sentences=[_sentence_from_dict(sentence) for sentence in data["sentences"]],
        score=_score_from_dict(data["score"]) if data["score"] else None,
    )


def _report_from_dict(data: Mapping[str, Any]) -> Report:
    details = data["cell_details"]
    return Report(
        path=data["path"],
        sha256=data["sha256"],
        format=data["format"],
        title=data["title"],
        agency=data["agency"],
        body=data["body"],
        year=data["year"],
        published=date.fromisoformat(data["published"]) if data["published"] else None,
        sections=tuple(Section(part["number"], part["title"], part["text"], None) for part in data["sections"]),
        cells={address: _cell_from_dict(number, details[address]) for address, number in data["cells"].items()},
    )


def _cell_from_dict(number: int | str | None, details: Mapping[str, Any]) -> Cell:
    return Cell(
        number=exact(number),
        text=details["text"],
        kind=details["kind"],
        placed=details["placed"],
        where=details["where"],
        derived=exact(details.get("derived")),
    )


def _figure_from_dict(data: Mapping[str, Any]) -> Figure:
    value = exact(data["value"])
    if value is None:
        raise ValueError("a figure has no value")
    return Figure(
        text=data["text"],
        start=data["start"],
        end=data["end"],
        section=data["section"],
        value=value,
        value_high=exact(data["value_high"]),
        unit=data["unit"],
        kind=data["kind"],
        approximate=data["approximate"],
        period=data["period"],
        address=data["address"],
        alternatives=tuple(data["alternatives"]),
        confidence=data["confidence"],
        reasons=tuple(data["reasons"]),
        expected=exact(data["expected"]),
        verdict=data["verdict"],
    )


def _relation_from_dict(data: Mapping[str, Any]) -> Relation:
    return Relation(
        kind=data["kind"],
        roles={role: tuple(indices) for role, indices in data["roles"].items()},
        holds=data["holds"],
        formula=data["formula"],
        direction=data["direction"],
    )


def _finding_from_dict(data: Mapping[str, Any]) -> Finding:
    return Finding(
        rule=data["rule"],
        severity=data["severity"],
        message=data["message"],
        message_en=data["message_en"],
        addresses=tuple(data["addresses"]),
        values=data["values"],
        repair=_repair_from_dict(data["repair"]) if data["repair"] else None,
        spans=tuple(Span(span["section"], span["start"], span["end"]) for span in data["spans"]),
        fingerprint=data["fingerprint"],
    )


def _repair_from_dict(data: Mapping[str, Any]) -> Repair:
    value = exact(data["value"])
    if value is None:
        raise ValueError("a repair has no value")
    return Repair(data["address"], value, tuple(data["relations"]))


def _sentence_from_dict(data: Mapping[str, Any]) -> LabelledSentence:
    label = Label(data["label"], data["role"], data["probabilities"], tuple(data["reasons"]))
    return LabelledSentence(data["section"], data["start"], data["end"], data["text"], label)


def _score_from_dict(data: Mapping[str, Any]) -> Score:
    dimensions = tuple(
        Dimension(part["name"], part["points"], part["of"], tuple(part["reasons"])) for part in data["dimensions"]
    )
    return Score(data["total"], dimensions)
