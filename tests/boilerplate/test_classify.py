"""What the hollow score calls boilerplate, mixed and substantive, and the role it sees."""

from __future__ import annotations

import pytest

from auditor.boilerplate import classify

BOILERPLATE = [
    "公开意识有待提高。",
    "进一步加强学习培训。",
    "不断提升政务公开水平。",
    "下一步我局将从以下方面改进。",
    "一是公开内容不够全面，更新不够及时。",
    "严格落实“三审三校”，确保零差错。",
    "人员多为兼职，流动性大。",
    "解读以文字为主，图解、视频少。",
    "由办公室牵头、各科室配合抓好落实。",
    "上年度存在的问题均已整改到位。",
    "按照《2024年政务公开工作要点》要求，扎实推进各项工作。",
    "2023年，我局政务公开工作虽取得一定成效，但仍存在一些不足。",
    "严格执行《中华人民共和国政府信息公开条例》，做到20个工作日内答复。",
    "确保按时答复率达到100%，不断提升群众满意度。",
    "加强组织领导，压实工作责任，形成工作合力。",
    "依托网站、微信、抖音等平台拓宽公开渠道。",
    "部分单位重视程度不够，政策解读质量不高。",
    "认真学习党的二十大精神，提高政治站位。",
    "学习借鉴先进地区经验，创新工作方式。",
    "充分发挥12345热线作用，积极回应社会关切。",
]

SUBSTANTIVE = [
    "年内由法规科牵头举办两期依申请公开答复实训。",
    "唯一的信息员9月借调防汛专班后，“通知公告”停更47天。",
    "全年12份解读中只有1份配图。",
    "“涉农补贴”栏目三季度有92天没有更新。",
    "2025年6月底前修订《安澜街道信息发布审核办法》。",
    "答复书漏写救济途径的有3件，已由法规股逐件补正。",
    "空白栏目由9个降到0。",
    "针对上年“解读形式单一”，全年图解由3件增至11件。",
    "每季度末由办公室通报超期未更新的栏目。",
    "清理停更账号4个，注销“安平招商”微博。",
]


@pytest.mark.parametrize("sentence", BOILERPLATE)
def test_what_fits_every_agency_is_boilerplate(sentence: str) -> None:
    (label,) = classify([sentence])
    assert label.label == "boilerplate"


@pytest.mark.parametrize("sentence", SUBSTANTIVE)
def test_what_a_stranger_could_prove_false_is_substantive(sentence: str) -> None:
    (label,) = classify([sentence])
    assert label.label == "substantive"


@pytest.mark.parametrize(
    "sentence",
    [
        "进一步加强培训，年内不少于两次。",
        "人员多为兼职，全年更换三任信息员。",
        "公开内容还不丰富，特别是惠农补贴发放明细公布偏慢。",
        "财政信息可读性不强，绩效报告全文公开的只有5篇。",
        "拟开通微信公众号，拓宽渠道。",
    ],
)
def test_one_claim_in_a_hollow_frame_is_mixed(sentence: str) -> None:
    (label,) = classify([sentence])
    assert label.label == "mixed"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("2024年，我办公开工作取得一定成效，但还存在一些不足，主要表现在：", "intro"),
        ("主要存在以下问题：", "intro"),
        ("结合工作中存在的问题和不足，我们将从以下三个方面改进。", "intro"),
        ("信息更新不够及时，由于种类繁多，要定期采集稿件。", "problem"),
        ("下一年度，我乡要完善工作机制。", "measure"),
        ("针对上年指出的答复不规范问题，聘请法律顾问逐件审核，全年没有被纠错。", "result"),
        ("公开内容不够全面，更新不及时。", "problem"),
        ("一是解读材料偏少，只有5篇。", "problem"),
        ("下一步，我局将加强培训，提升能力。", "measure"),
        ("针对公开内容不足的问题，将逐月核对栏目。", "measure"),
        ("规范工作流程，压实审核责任。", "measure"),
        ("上年指出的解读单一问题已有改善。", "result"),
        ("已清理空白栏目9个。", "result"),
        ("全年举办培训3期。", "result"),
        ("公开为民，服务为本。", "other"),
    ],
)
def test_roles(sentence: str, role: str) -> None:
    assert classify([sentence])[0].role == role


def test_no_probabilities_before_a_classifier_and_always_reasons() -> None:
    labels = classify(["公开意识有待提高。", "空白栏目由9个降到0。", "", "一。"])
    assert all(label.probabilities is None and label.reasons for label in labels)


def test_reasons_quote_the_sentence() -> None:
    sentence = "进一步加强组织领导，6月底前修订《审核办法》。"
    (label,) = classify([sentence])
    quoted = [reason.split("：", 1)[1] for reason in label.reasons if "：" in reason]
    assert quoted
    assert all(phrase in sentence for phrase in quoted)


def test_full_width_is_judged_as_half_width_and_quoted_as_written() -> None:
    (wide,), (narrow,) = classify(["全年１２份解读中只有１份配图。"]), classify(["全年12份解读中只有1份配图。"])
    assert (wide.label, wide.role) == (narrow.label, narrow.role)
    assert any("１２份" in reason for reason in wide.reasons)
