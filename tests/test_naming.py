"""Cells are called by the words of the printed table."""

from __future__ import annotations

import pytest

from auditor.addresses import all_addresses
from auditor.naming import name_of


@pytest.mark.parametrize(
    ("expression", "zh"),
    [
        ("requests.handled.natural", "表三“（七）总计”·自然人"),
        ("requests.new.total", "表三“一、本年新收”·总计"),
        ("requests.denied.*.total", "表三“（三）不予公开”各项之和·总计"),
        ("requests.denied.law.legal", "表三“（三）不予公开 2.其他法律行政法规禁止公开”·法律服务机构"),
        ("requests.other.all.total", "表三“（六）其他处理”·总计"),
        ("requests.new.organisations", "表三“一、本年新收”·法人或其他组织（各列之和）"),
        ("disputes.review.upheld", "表四行政复议结果维持"),
        ("disputes.litigation.total", "表四行政诉讼（两类合计）总计"),
        ("active.normative.made", "表二行政规范性文件·本年制发件数"),
        ("active.fees", "表二行政事业性收费·本年收费金额（万元）"),
        ("active.licensing.decisions", "表二行政许可·处理决定数量"),
        ("requests.new.total + requests.carried_in.total", "表三“一、本年新收”·总计 + “二、上年结转”·总计"),
        (
            "requests.handled.total / (requests.new.total + requests.carried_in.total)",
            "表三“（七）总计”·总计 ÷ （“一、本年新收”·总计 + “二、上年结转”·总计）",
        ),
        (
            "disputes.review.total + disputes.litigation.total",
            "表四行政复议总计 + 行政诉讼（两类合计）总计",
        ),
    ],
)
def test_name_in_chinese(expression: str, zh: str) -> None:
    assert name_of(expression) == zh


def test_name_in_english() -> None:
    assert name_of("requests.handled.natural", "en") == 'Table 3 "(7) Total", natural persons'
    assert name_of("disputes.review.total", "en") == "Table 4 Administrative review, total"


@pytest.mark.parametrize("table_format", ["2021", "2019"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_cell_has_a_name_of_its_own(table_format: str, lang: str) -> None:
    addresses = all_addresses(table_format)  # type: ignore[arg-type]
    assert len({name_of(address, lang) for address in addresses}) == len(addresses)  # type: ignore[arg-type]


def test_what_is_no_address_has_no_name() -> None:
    with pytest.raises(KeyError):
        name_of("requests.lost.total")
