"""An office's settings: read from the nearest file, refused with a name where they are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.reading.limits import Limits
from auditor.settings import Settings, find_settings

WHOLE = """
lang = "en"
fail_on = "warning"
select = ["N", "T"]
ignore = ["T4"]
own_names = ["安平县", "安平县政府办"]

[publish_by]
government = "02-20"
department = "01-28"

[limits]
seconds = 120
pdf_pages = 800
"""


def _written(folder: Path, text: str, name: str = "auditor.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings = find_settings(_written(tmp_path, WHOLE))
    assert settings == Settings(
        "en",
        "warning",
        ("N", "T"),
        ("T4",),
        ("安平县", "安平县政府办"),
        {"government": (2, 20), "department": (1, 28)},
        Limits(seconds=120, pdf_pages=800),
    )


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    _written(tmp_path, "")  # ends the search upwards
    assert find_settings(tmp_path) == Settings()


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    inner = tmp_path / "下级"
    inner.mkdir()
    _written(tmp_path, 'lang = "en"')
    assert find_settings(inner).lang == "en"
    assert find_settings(_written(inner, 'lang = "zh"')).lang == "zh"


def test_a_projects_own_section_counts_and_a_project_without_one_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "项目"
    inner.mkdir()
    _written(tmp_path, '[tool.auditor]\nlang = "en"', "pyproject.toml")
    _written(inner, "[project]\nname = 'x'", "pyproject.toml")
    assert find_settings(inner).lang == "en"


def test_a_file_of_a_windows_editor_is_read(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_bytes(b"\xef\xbb\xbf" + b'lang = "en"')
    assert find_settings(tmp_path).lang == "en"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("langue = 'zh'", "langue"),
        ("lang = 'fr'", "lang"),
        ("fail_on = 1", "fail_on"),
        ("select = 'N'", "select"),
        ("own_names = ['']", "own_names"),
        ("publish_by = 3", "publish_by"),
        ("[publish_by]\ntown = '01-01'", "publish_by.town"),
        ("[publish_by]\ngovernment = '02-30'", "publish_by.government"),
        ("[publish_by]\ngovernment = '2月'", "publish_by.government"),
        ("limits = 5", "limits"),
        ("[limits]\nminutes = 1", "limits.minutes"),
        ("[limits]\nseconds = 0", "limits.seconds"),
        ("[limits]\nseconds = 1.5", "limits.seconds"),
        ("[limits]\nseconds = true", "limits.seconds"),
        ("[limits]\nseconds = '60'", "limits.seconds"),
        ("[limits]\nmemory_megabytes = 99999999999", "limits.memory_megabytes"),
        ("lang = ", "auditor.toml"),
    ],
)
def test_what_is_wrong_is_named(text: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        find_settings(_written(tmp_path, text))
    assert named in told.value.message
    assert named in told.value.message_en


def test_the_local_limit_depends_on_the_kind_of_body() -> None:
    settings = Settings(publish_by={"government": (2, 20), "department": (1, 28)})
    assert settings.local_limit("县政府", 2024) == date(2025, 2, 20)
    assert settings.local_limit("县政府办", 2024) == date(2025, 1, 28)
    assert settings.local_limit(None, 2024) == date(2025, 1, 28)
    assert Settings().local_limit("县政府", 2024) is None
