"""What the documents show works as shown: snippets, commands, file names, addresses, make targets."""

from __future__ import annotations

import doctest
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from auditor.addresses import all_addresses
from auditor.settings import find_settings

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def blocks(document: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(document), re.DOTALL | re.MULTILINE)


def sessions() -> list[tuple[str, str]]:
    """Every shown command with the output shown below it."""
    shown = []
    for document in DOCUMENTS:
        for block in blocks(document, "console"):
            for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
                shown.append((command, output))
    return shown


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_python_snippets_give_what_they_show(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for position, block in enumerate(blocks(document, "pycon")):
        runner.run(parser.get_doctest(block, {}, f"{document.name}-{position}", str(document), 0))
    assert runner.summarize().failed == 0


@pytest.mark.parametrize(("command", "output"), sessions())
def test_commands_print_what_they_show(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "auditor"
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    pattern = re.escape(output.strip()).replace("…", ".*")
    assert re.fullmatch(pattern, done.stdout.strip(), re.DOTALL), done.stdout + done.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_settings_are_accepted_as_shown(document: Path, tmp_path: Path) -> None:
    for block in blocks(document, "toml"):
        (tmp_path / "auditor.toml").write_text(block, encoding="utf-8")
        settings = find_settings(tmp_path)
        assert settings.fail_on == "warning"
        assert settings.local_limit("县部门", 2024) == date(2025, 1, 28)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_exist(document: Path) -> None:
    named = re.findall(
        r"`((?:auditor|lexicons|tests|examples|docs|tools|benchmarks|models|\.ci)/[\w./-]+)`", text_of(document)
    )
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text_of(document)) if "://" not in target]
    missing = [name for name in named if not (ROOT / name).exists()]
    missing += [target for target in linked if not (document.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_make_targets_that_are_named_exist(document: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE)
    named = re.findall(r"(?:^ {4}|`)make ([a-z-]+)", text_of(document), re.MULTILINE)
    assert set(named) <= set(targets)


def test_every_address_of_the_2021_tables_is_documented() -> None:
    document = text_of(ROOT / "docs" / "addresses.md")
    for address in all_addresses("2021"):
        family, rest = address.split(".", 1)
        if family == "active":
            assert f"`{address}`" in document
        else:
            row, column = rest.rsplit(".", 1)
            assert f"`{row}`" in document
            assert f"`{column}`" in document
