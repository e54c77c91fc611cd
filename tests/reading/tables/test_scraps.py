"""What is left of a table between the paragraphs of its part is told from prose."""

from __future__ import annotations

import pytest

from auditor.reading.tables.scraps import is_scrap


@pytest.mark.parametrize(
    "text",
    [
        "第二十条第（一）项",
        "信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件4 0 12",
        "行政处罚",
        "结果维持 结果纠正 其他结果 尚未审结 总计",
        "（七）总计 26 6 0 1 2 0 35",
        "行政事业性收费12.65万元",
        "19536件",
        "——",
        "其他对外管",
        "理服务事项",
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）申请人情况",
    ],
)
def test_labels_and_values_alone_are_scraps(text: str) -> None:
    assert is_scrap(text)


@pytest.mark.parametrize(
    "text",
    ["本年度行政处罚3件。", "全年作出行政许可决定12件，均已公开", "无", "详见附件", "行政规范性文件由县司法局审核"],
)
def test_prose_is_none(text: str) -> None:
    assert not is_scrap(text)
