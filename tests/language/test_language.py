"""``auditor.language`` costs nothing until one of its names is used."""

import subprocess
import sys

import pytest

import auditor.language


def test_names_are_loaded_when_they_are_used() -> None:
    code = (
        "import sys, auditor.language as language\n"
        "heavy = {'jieba', 'rjieba', 'spacy', 'spacy_pkuseg', 'numpy', 'auditor.language.number_reading'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "assert language.numbers('３件')[0].value == 3\n"
        "assert not heavy - {'auditor.language.number_reading'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_names_are_known() -> None:
    assert set(auditor.language.__all__) <= set(dir(auditor.language))
    with pytest.raises(AttributeError, match="no attribute 'figures'"):
        _ = auditor.language.figures
