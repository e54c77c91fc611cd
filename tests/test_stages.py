"""The way through, from outside: what ``import auditor`` offers, on the shipped examples."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import auditor
from auditor.errors import ReadingError
from auditor.model import Audit, Figure, Label, Reading, Report

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
CLEAN, FAULTY = EXAMPLES / "clean" / "2024.txt", EXAMPLES / "faulty" / "2024.txt"
LAST_YEAR = EXAMPLES / "clean" / "2023.txt"
TEXT = "2024年，共收到政府信息公开申请11件，办结率100%。"
NEW = "requests.new.total"


@cache
def audited(path: Path, previous: Path | None = None) -> Audit:
    return auditor.audit(path, previous=previous)


class TestRead:
    def test_gives_a_report(self) -> None:
        report = auditor.read(CLEAN)
        assert isinstance(report, Report)
        assert (report.agency, report.body, report.year) == ("禾汀县交通运输局", "县部门", 2024)
        assert len(report.cells) == 200

    def test_takes_a_path_as_text(self) -> None:
        assert auditor.read(str(CLEAN)) == auditor.read(CLEAN)

    def test_a_missing_file_is_a_reading_error(self) -> None:
        with pytest.raises(ReadingError):
            auditor.read(EXAMPLES / "2031.txt")


class TestAudit:
    def test_holds_all_that_was_read_and_found(self) -> None:
        audit = audited(CLEAN)
        assert audit.report == auditor.read(CLEAN)
        assert audit.figures
        assert audit.relations
        assert audit.sentences

    def test_a_clean_report_has_no_fault(self) -> None:
        assert [finding for finding in audited(CLEAN).findings if finding.severity != "info"] == []

    def test_a_faulty_report_has_findings(self) -> None:
        assert any(finding.severity == "error" for finding in audited(FAULTY).findings)

    def test_the_rules_between_years_need_last_years_report(self) -> None:
        assert not [finding for finding in audited(FAULTY).findings if finding.rule[0] == "Y"]
        assert [finding for finding in audited(FAULTY, LAST_YEAR).findings if finding.rule[0] == "Y"]

    def test_offsets_count_in_the_sections_text(self) -> None:
        audit = audited(CLEAN)
        texts = {section.number: section.text for section in audit.report.sections}
        assert all(texts[figure.section][figure.start : figure.end] == figure.text for figure in audit.figures)

    def test_relations_point_into_the_figures(self) -> None:
        audit = audited(FAULTY)
        for relation in audit.relations:
            for indices in relation.roles.values():
                assert {audit.figures[index].section for index in indices} == {relation.section}

    def test_select_and_ignore_choose_rules(self) -> None:
        chosen = auditor.audit(FAULTY, select=["T", "N"], ignore=["N113"]).findings
        assert chosen
        assert {finding.rule[0] for finding in chosen} <= {"T", "N"}
        assert "N113" not in {finding.rule for finding in chosen}

    def test_the_same_file_gives_the_same_audit(self) -> None:
        assert auditor.audit(FAULTY).to_dict() == auditor.audit(FAULTY).to_dict()

    @pytest.mark.parametrize("path", [CLEAN, FAULTY])
    def test_prose_is_read_as_narrative_reads_it(self, path: Path) -> None:
        audit = audited(path)
        for section in audit.report.sections:
            if section.number != "六":
                continue
            alone = auditor.narrative(section.text, year=audit.report.year, agency=audit.report.agency).figures
            inside = [figure for figure in audit.figures if figure.section == section.number]
            assert [(f.text, f.start, f.value) for f in alone] == [(f.text, f.start, f.value) for f in inside]


class TestExchange:
    @pytest.mark.parametrize("path", [CLEAN, FAULTY])
    def test_an_audit_is_plain_json_and_comes_back(self, path: Path) -> None:
        data = audited(path).to_dict()
        text = json.dumps(data, ensure_ascii=False)
        assert Audit.from_dict(json.loads(text)).to_dict() == data

    def test_what_comes_back_has_the_same_figures_and_findings(self) -> None:
        audit = audited(FAULTY)
        again = Audit.from_dict(audit.to_dict())
        assert [(f.text, f.value, f.address, f.verdict) for f in again.figures] == [
            (f.text, f.value, f.address, f.verdict) for f in audit.figures
        ]
        assert [finding.fingerprint for finding in again.findings] == [
            finding.fingerprint for finding in audit.findings
        ]
        assert {address: cell.number for address, cell in again.report.cells.items()} == {
            address: cell.number for address, cell in audit.report.cells.items()
        }

    def test_no_binary_float_is_among_values(self) -> None:
        for figure in audited(CLEAN).to_dict()["figures"]:
            assert not isinstance(figure["value"], float)
            assert not isinstance(figure["expected"], float)


class TestNarrative:
    def test_gives_figures_and_relations(self) -> None:
        reading = auditor.narrative("公开信息9条，其中图文6条、视频3条。", year=2024)
        assert isinstance(reading, Reading)
        assert [figure.value for figure in reading.figures] == [9, 6, 3]
        assert [relation.formula for relation in reading.relations] == ["9 = 6 + 3"]

    def test_there_is_nothing_to_check_against(self) -> None:
        for figure in auditor.narrative(TEXT, year=2024, agency="安平县人民政府办公室").figures:
            assert (figure.section, figure.expected, figure.verdict) == ("", None, "unchecked")

    @pytest.mark.parametrize(
        ("agency", "wide", "own"),
        [
            ("安平县人民政府", True, False),
            ("安平县人民政府办公室", False, True),
            ("县政府办", False, True),
            (None, True, True),
        ],
    )
    def test_the_agency_decides_whose_figures_are_linked(self, agency: str | None, wide: bool, own: bool) -> None:
        first, second = auditor.narrative(
            "全县收到政府信息公开申请186件；县政府办公室收到政府信息公开申请11件。", year=2024, agency=agency
        ).figures
        assert (first.address is not None, second.address is not None) == (wide, own)

    @pytest.mark.parametrize("agency", ["街道", "市教育局", "县政府办"])
    def test_a_kind_of_body_is_as_good_as_a_name(self, agency: str) -> None:
        assert auditor.narrative(TEXT, year=2024, agency=agency).figures[0].address == NEW

    def test_the_year_decides_what_is_current(self) -> None:
        assert auditor.narrative(TEXT, year=2025).figures[0].period == "previous"
        assert auditor.narrative(TEXT).figures[0].period == "current"


class TestFigures:
    def test_are_those_of_narrative(self) -> None:
        found = auditor.figures(TEXT, year=2024, agency="县政府办")
        assert found == auditor.narrative(TEXT, year=2024, agency="县政府办").figures
        assert all(isinstance(figure, Figure) for figure in found)

    def test_values_are_exact(self) -> None:
        (rate,) = auditor.figures("满意率98.50%。")
        assert isinstance(rate.value, Decimal)
        assert str(rate.value) == "98.50"


class TestClassify:
    def test_labels_each_sentence(self) -> None:
        labels = auditor.classify(
            ["公开意识有待进一步提高。", "7月补录2019年以来规范性文件36件，由办公室文秘股逐件核对。"]
        )
        assert all(isinstance(label, Label) for label in labels)
        assert [label.label for label in labels] == ["boilerplate", "substantive"]

    def test_nothing_gives_nothing(self) -> None:
        assert auditor.classify([]) == []


class TestImport:
    HEAVY = ("spacy", "jieba", "lxml", "sklearn", "numpy", "docx", "pypdfium2", "pdfplumber", "rjieba", "spacy_pkuseg")

    def loaded(self, code: str) -> set[str]:
        """The modules of the first level that a fresh interpreter has after ``code``."""
        show = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
        command = [sys.executable, "-c", f"{code}\n{show}"]
        ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True)
        return set(ran.stdout.split())

    def test_importing_the_package_imports_nothing_heavy(self) -> None:
        assert not self.loaded("import auditor") & set(self.HEAVY)

    def test_reading_a_text_imports_nothing_heavy(self) -> None:
        assert not self.loaded("import auditor; auditor.figures('收到政府信息公开申请11件。', year=2024)") & set(
            self.HEAVY
        )

    @pytest.mark.parametrize("name", ["audit", "read", "narrative", "figures", "classify", "language", "__version__"])
    def test_the_interface_is_there(self, name: str) -> None:
        assert name in auditor.__all__
        assert getattr(auditor, name)

    def test_there_is_nothing_else(self) -> None:
        with pytest.raises(AttributeError, match="nowhere"):
            _ = auditor.nowhere
