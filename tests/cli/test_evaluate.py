"""``auditor evaluate``: known labels give known numbers, in both languages, as text and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.cli import main

PASSAGE = """## own-001 year=2024 agency=云溪县教育局 body=部门
全年收到政府信息公开申请⟦11件|11|件|requests.new.total⟧，办结⟦11件|11|件|requests.handled.total⟧，回复留言⟦62条|62|条|-⟧。
"""
# Two labels that nobody should agree with: a wrong value and a wrong cell.
WRONG = """## own-002 year=2024 agency=云溪县教育局 body=部门
全年收到政府信息公开申请⟦11件|12|件|requests.carried_in.total⟧，举办培训⟦3期|3|期|-⟧。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ours.md").write_text(PASSAGE, encoding="utf-8")
    (tmp_path / "final_ours.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "README.md").write_text("何时标注、由谁标注。", encoding="utf-8")
    return tmp_path


def measured(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, tuple[int, int]]:
    """Hits and base of every total."""
    assert main(["evaluate", "--format", "json", "--planted", "0", *arguments]) == 0
    data = json.loads(capsys.readouterr().out)
    return {one["measure"]: (one["hits"], one["of"]) for one in data["measures"] if one["kind"] is None}


def test_known_labels_give_known_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    totals = measured(capsys, str(folder))
    assert totals["figures.precision"] == totals["figures.recall"] == (5, 5)
    assert totals["figures.f1"] == (10, 10)
    assert totals["values"] == (4, 5)
    assert totals["links.precision"] == (2, 3)
    assert totals["links.recall"] == (2, 3)
    assert totals["alarms"] == (0, 2)
    assert totals["relations.recall"] == (0, 0)


@pytest.mark.parametrize(("part", "links"), [("develop", (2, 2)), ("final", (0, 1)), ("all", (2, 3))])
def test_a_part_of_the_files(
    folder: Path, capsys: pytest.CaptureFixture[str], part: str, links: tuple[int, int]
) -> None:
    assert measured(capsys, str(folder), "--part", part)["links.recall"] == links


def test_a_page_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--misses"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("标注段落 2 段（全部）\n")
    assert "对应单元格：准确率                          66.7 %" in text
    assert "own-002  final_ours.md:1  数值正确\n  全年收到政府信息公开申请⟦11件⟧，举办培训3期。\n" in text
    assert "\n  应为 12；读成 11\n" in text
    assert "放入的错误在原处被查出" in text


def test_in_english(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(folder), "--planted", "5", "--lang", "en", "--misses"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("2 labelled passages (all)\n")
    assert "expected requests.carried_in.total; got requests.new.total" in text


def test_misses_are_in_the_json_only_when_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["evaluate", str(folder), "--planted", "0", "--format", "json"])
    assert "misses" not in json.loads(capsys.readouterr().out)
    main(["evaluate", str(folder), "--planted", "0", "--format", "json", "--misses"])
    misses = json.loads(capsys.readouterr().out)["misses"]
    assert [miss["what"] for miss in misses] == ["values", "links.precision", "links.recall"]
    assert all(miss["passage"] == "own-002" for miss in misses)
    assert misses[1]["reasons"]


def test_the_same_bytes_each_time(folder: Path) -> None:
    command = [sys.executable, "-m", "auditor", "evaluate", str(folder), "--misses"]
    first, second = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("dev_01.md", PASSAGE.replace("new", "neu"), "dev_01.md:2"),
        ("dev_01.md", "没有标题\n", "dev_01.md:1"),
        ("dev_01.txt", "", "*.md"),
    ],
)
def test_labels_that_are_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["evaluate", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("错误：")
    assert told in error
    assert error.count("\n") == 1


def test_bytes_that_are_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dev_01.md").write_bytes("收到申请".encode("gbk"))
    assert main(["evaluate", str(tmp_path)]) == 2
    assert "dev_01.md:1" in capsys.readouterr().err


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_help_loads_nothing_of_it() -> None:
    code = (
        "import sys; from auditor.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = [name for name in sys.modules if name.startswith(('auditor.evaluation', 'numpy', 'scipy'))]\n"
        "print(heavy, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr.strip() == "[]"
