"""The spaCy pipeline: offsets true, figures and relations on the document, and everything survives the disk."""

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor.pipeline
from auditor.claims import read_text
from auditor.errors import UsageError
from auditor.language.segmentation import NAMES
from auditor.model import Audit, Figure, Relation, Report, Section

spacy = pytest.importorskip("spacy")

TEXT = (
    "（二）依申请公开。2024年，我办共收到政府信息公开申请１２件，其中自然人申请11件、法人或其他组织申请1件。\n"
    "上述12件申请均已按时答复，未收取信息处理费。"
)
PROBLEMS = "一是公开意识有待进一步提高。二是有3个栏目超过60天没有更新。下一步，6月底前由办公室逐一补齐。"


@pytest.fixture(scope="module")
def nlp():
    return auditor.pipeline.load(year=2024, agency="安平县人民政府办公室")


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def test_figures_stand_at_their_place(doc) -> None:
    first = doc.spans["figures"][0]
    assert (first.text, first._.value, first._.unit, first._.kind) == ("１２件", 12, "件", "count")
    assert (first._.address, first._.period, first._.verdict) == ("requests.new.total", "current", "unchecked")
    assert first.label_ == "count"
    assert first._.reasons
    for span, figure in zip(doc.spans["figures"], doc._.figures, strict=True):
        assert span._.figure == figure
        assert span.start_char <= figure.start < figure.end <= span.end_char


def test_the_reading_is_that_of_the_claims_stage(doc) -> None:
    reading = read_text(TEXT, year=2024, agency="安平县人民政府办公室", body="县政府办")
    assert doc._.figures == reading.figures
    assert doc._.relations == reading.relations


def test_a_claim_among_figures_is_recomputed(doc) -> None:
    total = next(relation for relation in doc._.relations if relation.kind == "sum")
    assert total.holds
    assert total.formula == "12 = 11 + 1"


def test_sentences_end_where_chinese_sentences_end(doc) -> None:
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "（二）依申请公开。",
        "2024年，我办共收到政府信息公开申请１２件，其中自然人申请11件、法人或其他组织申请1件。",
        "上述12件申请均已按时答复，未收取信息处理费。",
    ]


def test_sentences_of_part_five_carry_label_and_role(nlp) -> None:
    doc = nlp(PROBLEMS)
    judged = doc.spans["sentences"]
    assert [span.label_ for span in judged][:2] == ["boilerplate", "substantive"]
    assert judged[0]._.role == "problem"
    assert judged[0]._.sentence == doc._.sentences[0]
    assert judged[0]._.reasons
    assert judged[0]._.value is None


def test_a_document_may_say_whose_report_it_is(nlp) -> None:
    text = "2023年收到政府信息公开申请5件。"
    assert nlp(text)._.figures[0].period == "previous"
    own = nlp.make_doc(text)
    own._.year = 2023
    assert nlp(own)._.figures[0].address == "requests.new.total"


@pytest.mark.parametrize("name", NAMES)
def test_every_segmenter_serves(name: str) -> None:
    doc = auditor.pipeline.load(segmenter=name)(TEXT)
    assert doc.text == TEXT
    assert doc.spans["figures"][0].text == "１２件"


@settings(max_examples=80, deadline=None)
@given(text=st.text("收到申请件１2 3,.。\n\t\u3000  《》“”abcé😀", max_size=40))
def test_tokens_give_the_text_back(nlp, text: str) -> None:
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_an_empty_text_has_nothing(nlp) -> None:
    doc = nlp("")
    assert (doc._.figures, doc._.relations, doc._.sentences) == ([], [], [])


def test_a_document_survives_its_bytes(nlp, doc) -> None:
    from spacy.tokens import Doc, DocBin

    for back in (
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        next(iter(DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab))),
    ):
        assert back._.figures == doc._.figures
        assert back._.relations == doc._.relations
        assert back.spans["figures"][0]._.address == "requests.new.total"


def test_a_pipeline_survives_the_disk_and_another_process(nlp, doc, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "nlp")
    code = (
        "import sys, spacy, auditor.pipeline.build\n"
        "nlp = spacy.load(sys.argv[1])\n"
        "print([(f.start, f.end, f.address) for f in nlp(sys.argv[2])._.figures])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "nlp"), TEXT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str([(f.start, f.end, f.address) for f in doc._.figures])
    assert done.stderr == ""


def test_settings_stand_in_the_config(nlp) -> None:
    assert nlp.config["components"]["auditor_figures"]["year"] == 2024
    assert nlp.config["nlp"]["tokenizer"]["segmenter"] == "rjieba"
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


def test_two_pipelines_do_not_touch_each_other() -> None:
    text = "2023年收到政府信息公开申请5件。"
    first, second = auditor.pipeline.load(year=2023), auditor.pipeline.load(year=2024)
    assert [nlp(text)._.figures[0].period for nlp in (first, second, first)] == ["current", "previous", "current"]


def test_many_texts_at_once(nlp, doc) -> None:
    assert [found._.figures for found in nlp.pipe([TEXT, PROBLEMS, TEXT])][::2] == [doc._.figures] * 2


def test_the_entry_points_lead_to_the_registered_objects() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    points = project["project"]["entry-points"]
    for group in ("spacy_factories", "spacy_tokenizers"):
        for place in points[group].values():
            module, _, name = place.partition(":")
            assert callable(getattr(import_module(module), name))
    assert all(spacy.Language.has_factory(name) for name in points["spacy_factories"])


def test_an_unknown_segmenter_is_refused() -> None:
    with pytest.raises(UsageError):
        auditor.pipeline.load(segmenter="hanlp")


def test_the_package_is_imported_without_spacy() -> None:
    code = "import sys, auditor.pipeline; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_an_audit_becomes_documents_with_verdicts(nlp) -> None:
    def figure(start: int, end: int, value: int, section: str) -> Figure:
        return Figure(
            TEXT[start:end], start, end, section, value, None, "件", "count", False, "current",
            address="requests.new.total", verdict="mismatch", expected=13,
        )  # fmt: skip

    start = TEXT.index("１２件")
    figures = [figure(start, start + 3, 12, "一"), figure(start, start + 3, 12, "六")]
    relations = [Relation("same", {"figures": (1,)}, True, "12 = 12"), Relation("same", {"figures": (0, 1)}, True, "x")]
    report = Report(
        "r.txt", "0" * 64, "text", None, None, None, 2024, None,
        (Section("一", "总体情况", TEXT, "overview"), Section("六", "其他", TEXT, "other")), {},
    )  # fmt: skip
    first, second = auditor.pipeline.documents(Audit(report, figures, relations, []), nlp=nlp)
    assert first.spans["figures"][0]._.verdict == "mismatch"
    assert first.spans["figures"][0]._.expected == 13
    assert first._.relations == []
    assert second._.relations[0].roles == {"figures": (0,)}


def test_a_component_fits_into_another_pipeline(doc) -> None:
    other = spacy.blank("zh")
    other.add_pipe("auditor_figures", config={"year": 2024, "agency": "安平县人民政府办公室"})
    assert other(TEXT)._.figures == doc._.figures


def test_figures_can_be_drawn(doc) -> None:
    from spacy import displacy

    picture = displacy.render(doc, style="span", options={"spans_key": "figures"}, jupyter=False)
    assert "count" in picture


def test_two_figures_on_one_span_stay_two(nlp) -> None:
    doc = nlp("行政复议、行政诉讼均为0件。")
    both = doc.spans["figures"]
    assert [span._.address for span in both] == ["disputes.review.total", "disputes.litigation.total"]
    assert len({(span.start, span.end) for span in both}) == 1
