"""Label files of a few passages, written by the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.evaluation.label_files import read_passages
from auditor.evaluation.labels import Passage

Labelled = Callable[..., Passage]


@pytest.fixture
def labelled(tmp_path: Path) -> Labelled:
    """A passage of a county's education bureau from its marked text and its relations."""

    def make(text: str, *relations: str, agency: str = "云溪县教育局", body: str = "部门", year: int = 2024) -> Passage:
        path = tmp_path / "dev_x.md"
        lines = [f"## dev-1 year={year} agency={agency} body={body}", text, *(f"> {one}" for one in relations)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read_passages(path)[0]

    return make
