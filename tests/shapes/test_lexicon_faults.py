"""Whoever edits a lexicon wrongly is told the file, the line, the fault, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import auditor
from auditor.errors import LexiconError
from auditor.resources import lexicon_path, load_lexicon
from auditor.shapes.checking import broken_pattern
from auditor.shapes.forms import SHAPES

FaultOf = Callable[[str, str, str], LexiconError]
FILES = sorted(
    path.relative_to(lexicon_path("")).with_suffix("").as_posix() for path in lexicon_path("").rglob("*.toml")
)


class Slip(NamedTuple):
    """An edit of a lexicon: what was replaced by what, what stands on the line that is named, and what is said."""

    name: str
    old: str
    new: str
    line_of: str
    zh: str
    en: str


SLIPS = {
    "a wrong key": Slip(
        "claims/requests",
        '[applicant]]\ncolumn = "legal"\nnames',
        '[applicant]]\ncolumn = "legal"\nnaems',
        "法律服务机构",
        "不认识“naems”，这里可以写：“column”、“names”、“beside”",
        "“naems” is unknown, known here are: “column”, “names”, “beside”",
    ),
    "a wrong section": Slip(
        "claims/disputes", "[object.both]", "[object.all]", "[object.both]", "不认识“all”", "“all” is unknown"
    ),
    "a row that no table has": Slip(
        "claims/requests",
        'row = "unavailable.needs_creation"',
        'row = "unavailable.need_creation"',
        'row = "unavailable.needs_creation"',
        "“unavailable.need_creation”不是表三的行",
        "“unavailable.need_creation” is no row of Table 3",
    ),
    "a row among others": Slip(
        "claims/requests",
        'row = "granted + partial"',
        'row = "granted + party"',
        'row = "granted + partial"',
        "“party”不是表三的行",
        "“party” is no row",
    ),
    "a column that no table has": Slip(
        "claims/disputes",
        'column = "upheld | other"',
        'column = "upheld | others"',
        'column = "upheld | other"',
        "“others”不是表四的结果一列",
        "“others” is no column of outcomes",
    ),
    "an applicant that no table has": Slip(
        "claims/requests",
        'column = "natural"',
        'column = "nature"',
        'column = "natural"',
        "“nature”不是表三的申请人一列",
        "“nature” is no column of applicants",
    ),
    "a word twice": Slip(
        "claims/rates",
        '"败诉率", "复议纠错率"',
        '"败诉率", "纠错率"',
        '"败诉率"',
        "“纠错率”在“corrected”里写了两次，第一次在第5行",
        "“纠错率” stands twice in “corrected”, first on line 5",
    ),
    "an empty word": Slip(
        "claims/fillers",
        '"无一", "率",',
        '"无一", "",',
        '"无一"',
        "“names”里有一个词是空的",
        "A word of “names” is empty",
    ),
    "a list without a word": Slip(
        "claims/denials", '["败诉"]', "[]", '["败诉"]', "“lost_lawsuit”里一个词也没有", "“lost_lawsuit” has no word"
    ),
    "a word with a blank behind": Slip(
        "claims/channels", '"传真"', '"传真 "', '"传真"', "“传真 ”前面或后面有空格", "“传真 ” has blanks around it"
    ),
    "a number among words": Slip(
        "claims/periods", '"前年"', "2022", '"前年"', "“2022”应当是加引号的词", "“2022” must be a word in quotes"
    ),
    "a word in place of a list": Slip(
        "claims/denials", '["败诉"]', '"败诉"', '["败诉"]', "用方括号括起来的一列词", "a list of words in brackets"
    ),
    "a section that lost its head": Slip(
        "claims/active",
        "[document]\nnames = [",
        "document = [",
        "[document]",
        "不认识“document”",
        "“document” is unknown",
    ),
    "a group of three where two belong": Slip(
        "claims/lists",
        '["主办", "协办"]',
        '["主办", "协办", "会办"]',
        '["主办", "协办"]',
        "正好两个词",
        "exactly two words",
    ),
    "a number in quotes": Slip(
        "structure", "migrated_days = 365", 'migrated_days = "365"', "migrated_days", "应当是整数", "a whole number"
    ),
    "a day that is none": Slip(
        "structure", 'others = "01-31"', 'others = "1月31日"', 'others = "01-31"', "月-日", "a month and day"
    ),
    "a kind of body that is none": Slip(
        "tables/plausibility",
        '["镇", "乡", "街道"]',
        '["镇", "乡", "街办"]',
        '["镇", "乡", "街道"]',
        "“街办”不是机关的类别",
        "“街办” is no kind of body",
    ),
    "a message in one language": Slip(
        "messages/tables", ', en = "blank" }', " }", "blank = {", "缺少“en”", "lacks “en”"
    ),
    "a word twice in a block": Slip(
        "bodies",
        "锡林浩特\n",
        "锡林浩特 根河\n",
        "county_cities",
        "“根河”在“county_cities”里写了两次",
        "“根河” stands twice",
    ),
    "a Chinese comma": Slip(
        "claims/rates", '"被纠错率", "败诉率"', '"被纠错率"， "败诉率"', '"败诉率"', "用半角", "not valid TOML"
    ),
    "a quote left open": Slip(
        "claims/rates", '"复议纠错率"]', '"复议纠错率]', '"复议纠错率"', "要成对", "quotes and brackets in pairs"
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_file_line_and_what_to_do(slip: Slip, fault_of: FaultOf) -> None:
    shipped = lexicon_path(f"{slip.name}.toml").read_text(encoding="utf-8")
    line = shipped.count("\n", 0, shipped.index(slip.line_of)) + 1
    told = fault_of(slip.name, slip.old, slip.new)
    assert told.message.startswith(f"词表 lexicons/{slip.name}.toml 第{line}行：")
    assert slip.zh in told.message
    assert told.message_en.startswith(f"Lexicon lexicons/{slip.name}.toml, line {line}: ")
    assert slip.en in told.message_en
    assert str(told) == told.message


def test_a_missing_list_is_told_with_the_line_of_its_section(fault_of: FaultOf) -> None:
    told = fault_of("outline", 'words = ["主动公开"]\n', "")
    shipped = lexicon_path("outline.toml").read_text(encoding="utf-8")
    line = shipped.count("\n", 0, shipped.index("[[topics]]")) + 1
    assert told.message == f"词表 lexicons/outline.toml 第{line}行：“topics”缺少“words”。请补上。"


def test_a_file_in_another_encoding_is_told(lexicons: Path) -> None:
    path = lexicons / "claims/rates.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    with pytest.raises(LexiconError, match=r"rates.toml 第1行：文件不是 UTF-8 编码。请用编辑器“另存为”"):
        load_lexicon("claims/rates")


def test_what_an_editor_adds_is_no_fault(lexicons: Path) -> None:
    path = lexicons / "claims/rates.toml"
    shipped = load_lexicon("claims/rates")
    load_lexicon.cache_clear()
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_lexicon("claims/rates") == shipped


def test_a_broken_catalogue_of_faults_is_told_without_its_texts(lexicons: Path) -> None:
    path = lexicons / "messages/lexicons.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("[toml]", "[toml"), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"lexicons/messages/lexicons.toml:\d+: toml"):
        load_lexicon("messages/lexicons")


def test_a_pattern_that_is_none_is_found(lexicons: Path) -> None:
    path = lexicons / "structure.toml"
    shipped = path.read_text(encoding="utf-8")
    line = shipped.count("\n", 0, shipped.index("doubled = ")) + 1
    path.write_text(shipped.replace("doubled = '", "doubled = '("), encoding="utf-8")
    told = broken_pattern()
    assert told is not None
    assert told.message.startswith(f"词表 lexicons/structure.toml 第{line}行：")
    assert "不是正则表达式" in told.message


def test_every_pattern_that_is_shipped_is_one() -> None:
    assert broken_pattern() is None


@pytest.mark.parametrize("name", FILES)
def test_every_lexicon_has_a_shape(name: str) -> None:
    assert name in SHAPES


def test_every_shape_is_of_a_lexicon() -> None:
    assert sorted(SHAPES) == FILES


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and its lexicons at a place where an office has edited one."""
    place = tmp_path_factory.mktemp("office")
    source = Path(auditor.__file__).parent
    shutil.copytree(source, place / "auditor", ignore=shutil.ignore_patterns("__pycache__", "lexicons", "models"))
    for folder in ("lexicons", "models"):
        shutil.copytree(lexicon_path("").parent / folder, place / folder)
    for year in (2023, 2024):
        report = place / f"report-{year}.txt"
        report.write_text(
            f"安平县教育局{year}年政府信息公开工作年度报告\n一、总体情况\n全年收到政府信息公开申请3件。\n"
            "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
            "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n",
            encoding="utf-8",
        )
    return place


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "claims/rates",
            '"复议纠错率"',
            '"纠错率"',
            "词表 lexicons/claims/rates.toml 第5行：“纠错率”在“corrected”里写了两次",
        ),
        (
            "leftovers",
            "pattern = '492",
            "pattern = '(492",
            "词表 lexicons/leftovers.toml 第24行：“(492\\s*号”不是正则表达式",
        ),
        ("messages/errors", "[missing]", "[missing", "词表 lexicons/messages/errors.toml 第5行：写法有误"),
    ],
)
def test_the_command_says_it_once_and_ends_with_status_2(
    installation: Path, name: str, old: str, new: str, said: str
) -> None:
    path = installation / "lexicons" / f"{name}.toml"
    shipped = path.read_text(encoding="utf-8")
    path.write_text(shipped.replace(old, new), encoding="utf-8")
    reports = ["report-2023.txt", "report-2024.txt"] if name != "messages/errors" else ["absent.txt"]
    environment = {**os.environ, "PYTHONPATH": str(installation), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "audit", *reports],
        cwd=installation,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    path.write_text(shipped, encoding="utf-8")
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if "lexicons/" in line] == done.stderr.splitlines()[-1:]
    assert said in done.stderr
    assert "Traceback" not in done.stderr
