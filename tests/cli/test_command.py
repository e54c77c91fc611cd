"""What the command line promises: exit status, formats, files, and one clear line for what goes wrong."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from auditor.cli import main
from auditor.errors import ReadingError
from auditor.exchange import audit_from_dict
from auditor.model import Audit
from auditor.reading.limits import Limits
from tests.output.sample_audit import sample

ROOT = Path(__file__).resolve().parents[2]


class Seen:
    """The options that the last audit was called with; it ran in the worker, so they come by a file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def keep(self, options: dict[str, Any]) -> None:
        self.file.write_bytes(pickle.dumps(options))

    def __getitem__(self, name: str) -> Any:
        return pickle.loads(self.file.read_bytes())[name]


@pytest.fixture(autouse=True)
def stages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Seen:
    """Every file named bad… can't be read, broken… meets a defect, clean… has no finding; all others are the sample.

    The worker is a copy of the test's process, so it finds these stages in place of the real ones.
    """
    seen = Seen(tmp_path / "seen.pickle")

    def audit(path: Path, **options: Any) -> Audit:
        seen.keep(options)
        name = Path(path).name
        if name.startswith("bad"):
            raise ReadingError("missing", path=path)
        if name.startswith("broken"):
            raise RuntimeError("boom\nsecond line")
        whole = sample()
        found = [] if name.startswith("clean") else whole.findings
        if name.startswith("warned"):
            found = [finding for finding in found if finding.severity != "error"]
        return Audit(whole.report, whole.figures, whole.relations, found, whole.sentences)

    module = ModuleType("auditor.stages")
    module.audit = audit  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "auditor.stages", module)
    monkeypatch.chdir(tmp_path)
    return seen


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], str]:
    def make(name: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("年报", encoding="utf-8")
        return str(path)

    return make


File = Callable[[str], str]


class TestExitStatus:
    def test_errors_give_1(self, file: File) -> None:
        assert main(["audit", file("a.html")]) == 1

    def test_nothing_found_gives_0(self, file: File) -> None:
        assert main(["audit", file("clean.html")]) == 0

    def test_warnings_alone_give_0_unless_asked_for(self, file: File) -> None:
        assert main(["audit", file("warned.html")]) == 0
        assert main(["audit", file("warned.html"), "--fail-on", "warning"]) == 1

    def test_never_gives_0(self, file: File) -> None:
        assert main(["audit", file("a.html"), "--fail-on", "never"]) == 0

    def test_a_file_that_cannot_be_read_gives_2_whatever_else_was_found(self, file: File) -> None:
        assert main(["audit", file("bad.pdf"), file("a.html")]) == 2
        assert main(["audit", file("a.html"), file("bad.pdf"), "--fail-on", "never"]) == 2

    @pytest.mark.parametrize(
        "call",
        [
            [],
            ["audit"],
            ["frobnicate"],
            ["audit", "a", "--format", "yaml"],
            ["audit", "a", "--published", "昨天"],
            ["audit", "a", "--select", ","],
            ["audit", "a", "b", "--previous", "c"],
        ],
    )
    def test_a_wrong_call_gives_2(self, call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert main(call) == 2
        assert capsys.readouterr().out == ""

    def test_help_gives_0(self) -> None:
        assert main(["--help"]) == 0

    def test_a_defect_of_the_program_gives_2_and_one_line(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", file("broken.html"), file("clean.html")]) == 2
        seen = capsys.readouterr()
        assert len(seen.err.splitlines()) == 1
        assert "RuntimeError: boom second line" in seen.err
        assert "AUDITOR_DEBUG" in seen.err
        assert "没有发现问题" in seen.out, "the other file was audited all the same"

    def test_the_traceback_is_shown_where_asked_for(
        self, file: File, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("AUDITOR_DEBUG", "1")
        main(["audit", file("broken.html")])
        assert "Traceback" in capfd.readouterr().err

    def test_ctrl_c_ends_it_without_a_traceback_and_leaves_no_process(self, file: File) -> None:
        """Ctrl-C reaches the command and its worker together; the worker sleeps over a file here."""
        code = (
            "import sys, time; from types import ModuleType; stages = ModuleType('auditor.stages'); "
            "stages.audit = lambda *_, **__: (print('at work', file=sys.stderr, flush=True), time.sleep(60)); "
            "sys.modules['auditor.stages'] = stages; "
            "from auditor.cli import main; raise SystemExit(main(['audit', sys.argv[1]]))"
        )
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-c", code, file("a.html")]
        with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, start_new_session=True) as running:
            assert running.stderr is not None
            assert running.stderr.readline() == b"at work\n"
            os.killpg(running.pid, signal.SIGINT)
            said = running.stderr.read().decode("utf-8")  # ends when the worker has ended too
            assert running.wait() == 130
        assert said.strip() == "已中断。"


class TestJson:
    def test_one_bad_file_stands_in_the_list_with_its_error(
        self, file: File, capsys: pytest.CaptureFixture[str]
    ) -> None:
        bad, good = file("bad.pdf"), file("a.html")
        main(["audit", bad, good, "--format", "json"])
        first, second = json.loads(capsys.readouterr().out)
        message = f"找不到文件：{bad}。请检查路径和文件名。"
        assert first == {"version": 1, "path": bad, "error": {"code": "missing", "message": message}}
        assert audit_from_dict(second).findings == sample().findings

    def test_one_line_for_each_report(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        main(["audit", file("a.html"), file("b.html"), "--format", "jsonl"])
        lines = capsys.readouterr().out.splitlines()
        assert [json.loads(line)["year"] for line in lines] == [2024, 2024]

    def test_the_file_given_holds_the_list_in_utf8(
        self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        target = tmp_path / "结果.json"
        main(["audit", file("a.html"), "--format", "json", "--output", str(target)])
        assert json.loads(target.read_text(encoding="utf-8"))[0]["agency"] == "安平县人民政府办公室"
        assert capsys.readouterr().out == ""

    def test_an_error_message_is_english_where_asked_for(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        main(["audit", file("bad.pdf"), "--format", "jsonl", "--lang", "en"])
        assert json.loads(capsys.readouterr().out)["error"]["message"].startswith("No such file")


class TestPages:
    def test_a_page_is_written_beside_the_report_and_said_so(
        self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["audit", file("年报.docx"), "--format", "html"])
        page = tmp_path / "年报.audit.html"
        assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
        assert capsys.readouterr().out == f"已生成：{page}\n"

    def test_two_files_of_one_name_get_two_pages(self, file: File, tmp_path: Path) -> None:
        main(["audit", file("年报.docx"), file("年报.pdf"), "--format", "html"])
        assert sorted(path.name for path in tmp_path.glob("*.audit.html")) == [
            "年报.docx.audit.html",
            "年报.pdf.audit.html",
        ]

    def test_several_pages_go_to_a_folder(self, file: File, tmp_path: Path) -> None:
        calls = [file("甲/年报.html"), file("乙/年报.html"), file("丙.html")]
        main(["audit", *calls, "--format", "html", "--output", str(tmp_path / "页")])
        assert sorted(path.name for path in (tmp_path / "页").iterdir()) == [
            "丙.audit.html",
            "年报.html-2.audit.html",
            "年报.html.audit.html",
        ]

    def test_several_pages_do_not_go_to_a_file(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", file("a.html"), file("b.html"), "--format", "html", "--output", file("x.html")]) == 2
        assert "须是文件夹" in capsys.readouterr().err

    def test_a_page_never_replaces_a_report(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        report = file("a.html")
        assert main(["audit", report, "--format", "html", "--output", report]) == 2
        assert "同一个" in capsys.readouterr().err
        assert Path(report).read_text(encoding="utf-8") == "年报"

    def test_a_page_never_replaces_last_years_report(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        last = file("2023.html")
        assert main(["audit", file("a.html"), "--previous", last, "--format", "html", "--output", last]) == 2
        assert Path(last).read_text(encoding="utf-8") == "年报"

    def test_a_folder_that_cannot_be_written_is_named(
        self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        where = tmp_path / "没有" / "a.html"
        assert main(["audit", file("a.html"), "--format", "html", "--output", str(where)]) == 2
        assert "无法写入" in capsys.readouterr().err


class TestInputs:
    def test_a_folder_means_its_report_files_but_not_the_pages_made_of_them(
        self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("夹/b.html", "夹/a.html", "夹/a.audit.html"):
            file(name)
        main(["audit", str(tmp_path / "夹"), "--format", "jsonl"])
        assert len(capsys.readouterr().out.splitlines()) == 2

    def test_a_folder_without_reports_is_named(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "空").mkdir()
        assert main(["audit", str(tmp_path / "空")]) == 2
        assert str(tmp_path / "空") in capsys.readouterr().err

    def test_last_years_report_goes_with_one_report(
        self, file: File, stages: Seen, capsys: pytest.CaptureFixture[str]
    ) -> None:
        last = file("2023.html")
        main(["audit", file("a.html"), "--previous", last, "--published", "2025-01-20"])
        assert str(stages["previous"]) == last
        assert str(stages["published"]) == "2025-01-20"
        assert main(["audit", file("a.html"), file("b.html"), "--previous", last]) == 2
        assert "--previous" in capsys.readouterr().err

    def test_the_chosen_rules_reach_the_audit(self, file: File, stages: Seen) -> None:
        main(["audit", file("a.html"), "--select", "t,S", "--ignore", "T4，S1", "--ignore", "S2"])
        assert list(stages["select"]) == ["T", "S"]
        assert list(stages["ignore"]) == ["T4", "S1", "S2"]

    def test_a_rule_that_does_not_exist_is_refused(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", file("a.html"), "--select", "Q9"]) == 2
        assert "Q9" in capsys.readouterr().err


class TestSettings:
    def test_the_settings_of_the_folder_hold_where_the_call_says_nothing(
        self, file: File, tmp_path: Path, stages: Seen, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "auditor.toml").write_text('lang = "en"\nfail_on = "warning"\nignore = ["T"]\n', encoding="utf-8")
        assert main(["audit", file("warned.html")]) == 1
        assert "report for 2024" in capsys.readouterr().out
        assert list(stages["ignore"]) == ["T"]
        assert main(["audit", file("warned.html"), "--fail-on", "error", "--lang", "zh"]) == 0
        assert "2024年年报" in capsys.readouterr().out

    def test_the_limits_of_the_folder_reach_the_audit(self, file: File, tmp_path: Path, stages: Seen) -> None:
        (tmp_path / "auditor.toml").write_text("[limits]\npdf_pages = 7\n", encoding="utf-8")
        main(["audit", file("a.html")])
        assert stages["settings"].limits == Limits(pdf_pages=7)

    def test_a_wrong_limit_is_named(self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "auditor.toml").write_text("[limits]\nminutes = 1\n", encoding="utf-8")
        assert main(["audit", file("a.html")]) == 2
        assert "limits.minutes" in capsys.readouterr().err

    def test_a_wrong_key_is_named(self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "auditor.toml").write_text('failon = "never"\n', encoding="utf-8")
        assert main(["audit", file("a.html")]) == 2
        assert "failon" in capsys.readouterr().err


class TestHelp:
    def test_it_is_chinese_throughout(self, capsys: pytest.CaptureFixture[str]) -> None:
        for call in (["--help"], ["audit", "--help"], ["figures", "--help"], ["rules", "-h"], ["explain", "-h"]):
            main(call)
        text = capsys.readouterr().out
        assert "用法：" in text
        for english in ("usage", "options", "arguments", "show", "optional"):
            assert english not in text

    def test_it_names_every_option_that_works_and_none_that_does_not(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["audit", "--help"])
        text = capsys.readouterr().out
        for option in (
            "--format",
            "--output",
            "--previous",
            "--published",
            "--select",
            "--ignore",
            "--fail-on",
            "--debug-layout",
            "--lang",
        ):
            assert option in text
        for later in ("xlsx", "sarif", "--baseline", "--explain-score"):
            assert later not in text

    def test_it_can_be_english(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["audit", "--help", "--lang", "en"])
        out = capsys.readouterr().out
        assert out.startswith("usage: auditor audit [options] PATH...")
        assert out.isascii()

    @pytest.mark.parametrize(
        "call",
        [["audit"], ["audit", "a", "--format", "x"], ["audit", "a", "--previous"], ["audit", "a", "--what"], ["what"]],
    )
    def test_a_wrong_call_is_told_in_one_chinese_line(
        self, call: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(call)
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("错误：")
        assert "--help" in line
        for english in ("argument", "invalid", "required", "expected", "unrecognized", "choose"):
            assert english not in line

    def test_no_line_is_wider_than_80_columns(self, capsys: pytest.CaptureFixture[str]) -> None:
        from auditor.output.width import width

        for call in (["--help"], ["audit", "--help"], ["figures", "--help"]):
            main(call)
        assert max(map(width, capsys.readouterr().out.splitlines())) <= 80


def _auditor(*call: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **settings}
    return subprocess.run([sys.executable, "-m", "auditor", *call], capture_output=True, env=environment, check=False)


class TestConsole:
    @pytest.mark.parametrize("encoding", ["gbk", "cp936", "ascii", "utf-8"])
    def test_output_never_fails_on_an_encoding(self, encoding: str) -> None:
        done = _auditor("--help", PYTHONIOENCODING=encoding)
        assert done.returncode == 0
        assert done.stderr == b""
        if encoding != "ascii":
            assert "用法" in done.stdout.decode(encoding)

    def test_a_character_that_gbk_lacks_becomes_a_question_mark(self) -> None:
        done = _auditor("audit", "没有的文件•.html", PYTHONIOENCODING="gbk")
        assert done.returncode == 2
        assert "没有的文件?.html" in done.stderr.decode("gbk")

    def test_a_reader_that_goes_away_is_no_fault(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        line = f"{sys.executable} -m auditor --help; echo $? >&2"
        reader = subprocess.run(
            ["bash", "-c", f"({line}) | true"], capture_output=True, env=environment, check=False, timeout=60
        )
        assert b"Traceback" not in reader.stderr
        assert b"BrokenPipe" not in reader.stderr

    def test_help_loads_nothing_heavy(self) -> None:
        code = (
            "import sys; from auditor.cli import main; main(['--help']); "
            "heavy = {'tomllib', 'dataclasses', 'jinja2', 'lxml', 'spacy', 'numpy', 'jieba', 'decimal', 'shutil'}; "
            "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
        )
        assert done.stderr.decode().strip() == "[]"


class TestDelivery:
    def test_a_page_that_cannot_be_made_stops_no_other(
        self, file: File, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import auditor.output.page as page_module

        made = page_module.page
        calls: list[int] = []

        def page(audit: Audit, lang: Any = "zh") -> str:
            calls.append(1)
            if len(calls) == 1:
                raise RuntimeError("no page")
            return made(audit, lang)

        monkeypatch.setattr(page_module, "page", page)
        assert main(["audit", file("clean1.html"), file("clean2.html"), "--format", "html"]) == 2
        seen = capsys.readouterr()
        assert "clean1.html" in seen.err
        assert "no page" in seen.err
        assert [path.name for path in tmp_path.glob("*.audit.html")] == ["clean2.audit.html"]


class TestProgress:
    def test_each_of_several_files_is_named_on_a_terminal_and_leaves_no_trace(
        self, file: File, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
        main(["audit", file("clean1.html"), file("clean2.html")])
        shown = [line for line in capsys.readouterr().err.split("\r") if line.strip()]
        assert [line.strip() for line in shown] == ["[1/2] 正在核对 clean1.html", "[2/2] 正在核对 clean2.html"]

    def test_nothing_is_said_in_a_log(self, file: File, capsys: pytest.CaptureFixture[str]) -> None:
        main(["audit", file("clean1.html"), file("clean2.html")])
        assert capsys.readouterr().err == ""
