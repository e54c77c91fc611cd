"""Limits: every one refuses what is over it, and an office's own reach the readers."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditor
from auditor.errors import ReadingError
from auditor.reading.limits import KEYS, Limits
from auditor.settings import Settings

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "clean"


@pytest.mark.parametrize(
    ("name", "limits", "code"),
    [
        ("2024.html", Limits(html_tags=100), "too_complex"),
        ("2024.html", Limits(cells=100), "too_complex"),
        ("2024.html", Limits(paragraphs=5), "too_complex"),
        ("2024.html", Limits(characters=500), "too_long"),
        ("2024.txt", Limits(characters=500), "too_long"),
        ("2024.docx", Limits(docx_members=3), "docx_too_big"),
        ("2024.docx", Limits(paragraphs=5, cells=5), "docx_too_big"),
        ("2024.pdf", Limits(pdf_pages=1), "pdf_too_big"),
        ("2024.pdf", Limits(pdf_glyphs=100), "pdf_too_big"),
        ("2024.pdf", Limits(pdf_page_glyphs=100), "pdf_too_big"),
        ("2024.pdf", Limits(pdf_page_objects=10), "pdf_too_big"),
    ],
)
def test_what_is_over_a_limit_is_refused(name: str, limits: Limits, code: str) -> None:
    path = EXAMPLES / name
    with pytest.raises(ReadingError) as told:
        auditor.read(path, limits=limits)
    assert told.value.code == code
    assert auditor.read(path).cells


@pytest.mark.parametrize(("suffix", "key"), [("html", "html_megabytes"), ("txt", "text_megabytes")])
def test_a_file_one_byte_over_its_size_is_refused_and_at_its_size_is_read(
    tmp_path: Path, suffix: str, key: str
) -> None:
    path = tmp_path / f"年报.{suffix}"
    whole = (EXAMPLES / f"2024.{suffix}").read_bytes()
    limits = Limits(**{key: 1})
    path.write_bytes(whole.ljust(1_000_000, b"\n"))
    assert auditor.read(path, limits=limits).cells
    path.write_bytes(whole.ljust(1_000_001, b"\n"))
    with pytest.raises(ReadingError) as told:
        auditor.read(path, limits=limits)
    assert told.value.code == "too_large"
    assert "1.1 MB" in told.value.message


def test_those_of_the_settings_hold_for_both_reports_of_an_audit() -> None:
    strict = Settings(limits=Limits(characters=500))
    for previous in (None, EXAMPLES / "2023.html"):
        with pytest.raises(ReadingError):
            auditor.audit(EXAMPLES / "2024.html", previous=previous, settings=strict)


def test_every_limit_stands_in_the_documentation_with_its_default() -> None:
    page = (EXAMPLES.parents[1] / "docs" / "robustness.md").read_text(encoding="utf-8")
    for key in KEYS:
        assert f"| `{key}` | {getattr(Limits(), key)} |" in page
