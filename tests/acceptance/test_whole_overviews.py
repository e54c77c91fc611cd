"""Whole parts 一 of sound reports: figures of many things side by side, mentioned again and again."""

from __future__ import annotations

import pytest

from tests.acceptance.passage import assert_sound, audited, disputes_table, requests_table
from tests.acceptance.test_no_false_alarms import Paragraph

OVERVIEWS = [
    Paragraph(
        "a county",
        "云溪县人民政府",
        "2024年，全县各级行政机关主动公开政府信息4.1万条，依申请公开办理312件，公开工作在全市考核中列第2位。\n"
        "（一）主动公开。县政府门户网站发布信息9216条，较上年增长6.4%；其中重点领域信息2470条、政策文件126件。"
        "全县制发行政规范性文件11件，废止4件，现行有效87件，均附解读。"
        "召开新闻发布会22场，其中县政府新闻办主持9场、部门自行组织13场。\n"
        "（二）依申请公开。全县新收政府信息公开申请301件，上年结转18件，办结312件，结转下年度7件。"
        "312件办结件中，予以公开138件，部分公开42件，不予公开23件，无法提供86件，不予处理9件，其他处理14件。"
        "从申请人看，自然人267件，占新收总量的88.7%；法人或其他组织34件，占11.3%。\n"
        "（三）政府信息管理。清理网站历史信息1240条，其中下线失效文件58件；开展隐私排查4轮，整改问题17个。\n"
        "（四）平台建设。全县正常运行政务新媒体46个，年内注销5个、新开设1个；政务公开专区12个，全年接待查询2380人次。\n"
        "（五）监督保障。举办培训班2期，培训业务人员164人次；对18个部门、12个乡镇开展督查，反馈问题61个，整改完成61个，"
        "整改率100%。全年因信息公开发生行政复议15件、行政诉讼6件，其中复议纠正1件，诉讼无败诉。",
        requests_table(
            new=301,
            carried_in=18,
            carried_out=7,
            results={
                "granted": 138,
                "partial": 42,
                "denied.law": 23,
                "unavailable.not_held": 86,
                "unprocessed.repeat": 9,
                "other.other": 14,
            },
            organisations={"new": {"business": 34}, "granted": {"business": 34}},
        )
        | disputes_table(
            review={"upheld": 12, "corrected": 1, "other": 2},
            litigation_direct={"upheld": 5},
            litigation_after_review={"upheld": 1},
        )
        | {"active.normative.made": 11, "active.normative.repealed": 4, "active.normative.in_force": 87},
    ),
    Paragraph(
        "an education bureau",
        "临江市教育局",
        "一年来，市教育局通过门户网站公开信息1876条，“临江教育”公众号推送文章934篇，阅读量逾210万次。\n"
        "（一）主动公开情况。公开招生政策文件16件、民办学校年检结果203条、校车安全信息88条，合计307条。"
        "发布政策解读22篇，其中文字13篇、图解7篇、视频2篇。\n"
        "（二）依申请公开情况。收到申请24件，其中网络提交19件、邮寄5件；上年没有结转。"
        "按答复类型，予以公开11件、部分公开3件、本机关不掌握6件、补正后仍不明确1件、撤回2件，另有1件结转下年。\n"
        "（三）政府信息管理。制定行政规范性文件2件，修改1件，废止3件，目前有效24件。\n"
        "（四）平台建设。网站设栏目62个，其中政务公开类27个；网站咨询留言回复1460条，平均用时2.3个工作日。\n"
        "（五）监督保障。召开专题会议3次，开展培训2次，覆盖县（区）教育局9个、直属学校41所。收到行政复议申请1件，已终止；无行政诉讼。",
        requests_table(
            new=24,
            carried_out=1,
            results={
                "granted": 11,
                "partial": 3,
                "unavailable.not_held": 6,
                "unavailable.unclear": 1,
                "other.other": 2,
            },
        )
        | disputes_table(review={"other": 1})
        | {"active.normative.made": 2, "active.normative.repealed": 3, "active.normative.in_force": 24},
    ),
    Paragraph(
        "a bureau of land",
        "云溪县自然资源局",
        "（一）主动公开。全年公开征地信息136宗，涉及土地412公顷；公开国有土地出让公告58期、成交结果74宗；办理不动产登记1.9万件。\n"
        "（二）依申请公开。全年收到政府信息公开申请112件，同比增加41件，增长57.7%；加上2023年结转的6件，应办118件。"
        "截至12月31日，办结109件，结转2025年9件。申请量居全县各部门之首，约占全县总量的四成。\n"
        "（三）信息管理。对112件申请逐件建档，归集答复文书109份，其中征地类申请83件，占收到申请总数的74.1%。\n"
        "（四）监督保障。因信息公开被提起行政复议7件，较上年减少2件；维持5件，撤销1件，审理中1件。"
        "被提起行政诉讼4件（均为复议后起诉），判决驳回3件，未审结1件。"
        "全年作出行政许可决定867件、行政处罚决定21件，收取行政事业性收费318.06万元。",
        requests_table(new=112, carried_in=6, carried_out=9, results={"granted": 60, "unavailable.not_held": 49})
        | disputes_table(
            review={"upheld": 5, "corrected": 1, "pending": 1}, litigation_after_review={"upheld": 3, "pending": 1}
        )
        | {"active.licensing": 867, "active.penalty": 21, "active.fees": "318.06"},
    ),
    Paragraph(
        "a town",
        "云溪县柳河镇人民政府",
        "1.主动公开情况：2024年度，镇政府在县政府网站公开信息186条，比2023年的172条增加14条；在村务公开栏公开事项1024项；"
        "发放明白纸6000余份。\n"
        "2.依申请公开情况：收到公民申请2件，均为申请公开土地承包合同，已于15日内答复；上年无结转，本年无结转。\n"
        "3.政府信息管理：年初确定信息员14名，每村1名，镇级2名，村级12名。\n"
        "4.平台建设：镇便民服务中心设查阅点1处，村级查阅点12处，共13处。\n"
        "5.监督保障：组织学习2次28人次，未发生行政复议和行政诉讼。",
        requests_table(new=2, results={"granted": 2}),
    ),
    Paragraph(
        "a district's office",
        "临江市船埠区人民政府办公室",
        "区政府办公室牵头全区政务公开工作，2024年全区收到政府信息公开申请506件，办结491件；"
        "区政府办公室作为受理机关收到以区政府为对象的申请37件，上年结转4件，办结39件，结转下年2件，办结率95.1%。"
        "39件中，公开15件，部分公开6件，无法提供12件，其他处理6件。\n"
        "主动公开方面，区政府网站发布信息6312条，其中区政府办公室发布418条；区政府及区政府办公室印发行政规范性文件5件，解读率100%。\n"
        "复议诉讼方面，以区政府为被申请人的信息公开行政复议4件，均被维持；行政诉讼2件，1件驳回起诉，1件尚在审理。",
        requests_table(
            new=37,
            carried_in=4,
            carried_out=2,
            results={"granted": 15, "partial": 6, "unavailable.not_held": 12, "other.other": 6},
        )
        | disputes_table(review={"upheld": 4}, litigation_direct={"other": 1, "pending": 1})
        | {"active.normative.made": 5, "active.normative.in_force": 40},
    ),
    Paragraph(
        "a province",
        "江北省人民政府",
        "全省各级行政机关新收申请33105件，同比增长11.2%。其中，省政府部门4218件，占12.7%；市县两级28887件，占87.3%。"
        "办理结果方面，全年办结33290件（含上年结转1206件），其中予以公开15216件，占45.7%；部分公开3890件，占11.7%；"
        "不予公开2716件，占8.2%；无法提供8415件，占25.3%；不予处理1378件，占4.1%；其他处理1675件，占5.0%。"
        "结转下年度继续办理1021件。\n"
        "全省政府信息公开行政复议案件1846件，其中维持1103件、纠正212件、其他结果437件、尚未审结94件，纠错率12.1%；"
        "行政诉讼案件1012件，其中未经复议直接起诉688件、复议后起诉324件，法院维持601件、纠正74件、其他结果196件、尚未审结141件。",
        requests_table(
            new=33105,
            carried_in=1206,
            carried_out=1021,
            results={
                "granted": 15216,
                "partial": 3890,
                "denied.law": 2716,
                "unavailable.not_held": 8415,
                "unprocessed.repeat": 1378,
                "other.other": 1675,
            },
        )
        | disputes_table(
            review={"upheld": 1103, "corrected": 212, "other": 437, "pending": 94},
            litigation_direct={"upheld": 400, "corrected": 50, "other": 140, "pending": 98},
            litigation_after_review={"upheld": 201, "corrected": 24, "other": 56, "pending": 43},
        ),
    ),
    Paragraph(
        "requests received, accepted and not accepted",
        "云溪县公安局",
        "收到政府信息公开申请19件，受理17件，2件因补正后仍不明确未予受理。",
        requests_table(new=19, results={"granted": 17, "unavailable.unclear": 2}),
    ),
    Paragraph(
        "a rate of the nearest whole",
        "云溪县人民政府",
        "全年办理人大代表建议132件、政协提案168件，共300件，其中县政府主办274件；建议提案办结率100%，满意率99.3%，"
        "答复函公开261件，公开率95.3%。",
    ),
    Paragraph(
        "those finished by the year they came in",
        "云溪县人民政府",
        "申请办结312件，比上年多办结36件；其中本年新收办结294件，上年结转办结18件。",
        requests_table(new=301, carried_in=18, carried_out=7, results={"granted": 312}),
    ),
    Paragraph(
        "departments without requests",
        "云溪县人民政府",
        "全县18个部门全年未收到申请，收到申请的12个部门共办理301件，其中3个部门超过50件。",
        requests_table(new=301, results={"granted": 301}),
    ),
    Paragraph(
        "topics in brackets with a rest",
        "云溪县人民政府",
        "2024年，行政机关共收到申请301件，涉及征地补偿（126件）、房屋征收（74件）、工程规划（39件）、其他（62件）等领域。",
        requests_table(new=301, results={"granted": 301}),
    ),
]


@pytest.mark.parametrize("overview", OVERVIEWS, ids=lambda overview: overview.name)
def test_a_sound_overview_is_not_complained_of(overview: Paragraph) -> None:
    assert_sound(audited(overview.text, overview.cells, year=overview.year, agency=overview.agency))
