"""Sound paragraphs, as offices of every level write them: none of their figures may be complained of.

Bodies, places and numbers are invented; each table balances and agrees with its paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.acceptance.passage import Cells, assert_sound, audited, disputes_table, requests_table


@dataclass(frozen=True)
class Paragraph:
    """A sound paragraph with the tables that it stands beside."""

    name: str
    agency: str
    text: str
    # None: the report has no tables.
    cells: Cells | None = field(default_factory=dict)
    year: int = 2024


PARAGRAPHS = [
    Paragraph(
        "a province: received, carried in, together, results with shares",
        "江北省人民政府",
        "2024年，全省各级行政机关新收政府信息公开申请48216件，上年结转2107件，合计50323件；年内办结48019件，结转下年度继续办理2304件。"
        "从办结情况看，予以公开21044件，占43.8%；部分公开5310件，占11.1%；不予公开3642件，占7.6%；无法提供12880件，占26.8%；"
        "不予处理2017件，占4.2%；其他处理3126件，占6.5%。",
        requests_table(
            new=48216,
            carried_in=2107,
            carried_out=2304,
            results={
                "granted": 21044,
                "partial": 5310,
                "denied.third_party": 3642,
                "unavailable.not_held": 12880,
                "unprocessed.petition": 2017,
                "other.other": 3126,
            },
        ),
    ),
    Paragraph(
        "a city: thousands separators, growth, two kinds of applicants with shares",
        "临江市人民政府",
        "全市共收到政府信息公开申请2,318件，同比增长8.7%。其中，自然人申请1,967件，占84.9%；法人或其他组织申请351件，占15.1%。"
        "各级各部门依法规范答复，未出现超期答复。",
        requests_table(
            new=2318,
            results={"granted": 2318},
            organisations={
                "new": {"business": 250, "legal": 61, "other": 40},
                "granted": {"business": 250, "legal": 61, "other": 40},
            },
        ),
    ),
    Paragraph(
        "a county office: hotline orders beside requests",
        "云溪县人民政府办公室",
        "(一)主动公开。“12345”热线平台全年转来工单3186件，按时签收率100%，已办结3170件，其余16件正在办理，办结率99.5%，群众满意率96.3%。\n"
        "(二)依申请公开。我办收到政府信息公开申请14件，上年结转2件，全年办结15件，结转下年度1件。",
        requests_table(new=14, carried_in=2, carried_out=1, results={"granted": 9, "unavailable.not_held": 6}),
    ),
    Paragraph(
        "a bureau: proposals of delegates, chief and joint, published but for two",
        "临江市农业农村局",
        "全年承办市人大代表建议46件、市政协提案58件，合计104件，其中主办41件、会办63件，办复率和满意率均为100%，"
        "除2件不宜公开外，其余102件办理结果全部在网站公开。全年收到政府信息公开申请5件，均已答复。",
        requests_table(new=5, results={"granted": 5}),
    ),
    Paragraph(
        "a district: last year's figure, the difference and the rate",
        "临江市船埠区人民政府",
        "2024年，全区收到政府信息公开申请81件，较上年的62件增加19件，增幅30.6%。",
        requests_table(new=81, results={"granted": 60, "partial": 21}),
    ),
    Paragraph(
        "nested parts in brackets",
        "云溪县人民政府",
        "全年发布政策解读材料64篇，其中文字解读22篇、图片解读27篇（含长图9篇、一图读懂18篇）、视频解读11篇、负责人访谈4篇。",
    ),
    Paragraph(
        "two breakdowns of the same requests, by channel and by topic",
        "临江市自然资源和规划局",
        "2024年，我局共收到政府信息公开申请38件，其中当面递交3件、信函寄送12件、网络提交23件。"
        "按申请内容分，征地拆迁类17件、规划许可类9件、其他类12件。38件申请均按期答复，答复率100%。",
        requests_table(new=38, results={"granted": 20, "partial": 6, "unavailable.not_held": 12}),
    ),
    Paragraph(
        "disputes of all kinds, some of them pending",
        "临江市人民政府",
        "因政府信息公开引起的行政复议12件，其中结果维持8件、结果纠正1件、其他结果1件、尚未审结2件；"
        "未经复议直接起诉4件，其中结果维持3件、尚未审结1件；复议后起诉2件，均为结果维持。",
        requests_table(new=240, results={"granted": 100, "partial": 40, "unavailable.not_held": 100})
        | disputes_table(
            review={"upheld": 8, "corrected": 1, "other": 1, "pending": 2},
            litigation_direct={"upheld": 3, "pending": 1},
            litigation_after_review={"upheld": 2},
        ),
    ),
    Paragraph(
        "a town with nothing but what it published",
        "云溪县柳河镇人民政府",
        "2024年，我镇未收到政府信息公开申请，未发生因政府信息公开引发的行政复议、行政诉讼，未制发行政规范性文件。"
        "全年公开信息265条，其中村（社区）财务类132条、惠民补贴类58条、工作动态75条。",
    ),
    Paragraph(
        "a bureau of licences and penalties",
        "云溪县市场监督管理局",
        "全年办理行政许可1284件，其中新办903件、变更297件、注销84件，均通过政务服务网公示。"
        "作出行政处罚56件，罚没款132.7万元；公示行政处罚信息58条，其中包含上年度决定2条。",
        {"active.licensing": 1284, "active.penalty": 56},
    ),
    Paragraph(
        "fees in 万元 with their kinds",
        "临江市自然资源和规划局",
        "全年行政事业性收费316.85万元，其中不动产登记费284.30万元、其他收费32.55万元。未收取信息处理费。",
        {"active.fees": "316.85"},
    ),
    Paragraph(
        "new media and followers",
        "云溪县融媒服务中心",
        "“云溪发布”微信公众号推送稿件1260条，抖音号发布短视频415个，微博发文1532条；关注用户突破8.6万人，较上年底净增1.2万人。",
    ),
    Paragraph(
        "training and quarterly inspections",
        "云溪县人民政府办公室",
        "全年举办政务公开培训3期，参训210人次；开展季度检查4次，发现问题37个，已整改37个，整改率100%；印发通报4期。",
    ),
    Paragraph(
        "what was carried in is inside the number",
        "临江市教育局",
        "2024年共收到政府信息公开申请16件（其中上年结转1件），已全部办结，没有结转到下一年度的申请。",
        requests_table(new=15, carried_in=1, results={"granted": 10, "partial": 6}),
    ),
    Paragraph(
        "all due requests answered, three not yet due",
        "临江市生态环境局",
        "全年收到政府信息公开申请27件，办结24件，另有3件未到答复期限，结转下年度办理，按期答复率100%。",
        requests_table(new=27, carried_out=3, results={"granted": 14, "denied.process": 10}),
    ),
    Paragraph(
        "two years side by side",
        "临江市医疗保障局",
        "依申请公开工作量明显上升：2023年全年收到申请31件，2024年收到申请44件，同比上升41.9%。",
        requests_table(new=44, results={"granted": 44}),
    ),
    Paragraph(
        "two halves of the year",
        "临江市民政局",
        "上半年收到政府信息公开申请9件，下半年收到13件，全年合计22件，均在法定期限内答复。",
        requests_table(new=22, results={"granted": 22}),
    ),
    Paragraph(
        "an office's own requests beside its district's",
        "临江市船埠区人民政府办公室",
        "2024年，全区各部门各街道共收到政府信息公开申请418件，其中我办受理27件，均已办结。",
        requests_table(new=27, results={"granted": 20, "other.other": 7}),
    ),
    Paragraph(
        "a county's requests by who handled them",
        "云溪县人民政府",
        "全县共收到政府信息公开申请126件，其中县政府办公室办理41件、县直部门办理63件、乡镇办理22件。",
        requests_table(new=126, results={"granted": 80, "unavailable.not_held": 46}),
    ),
    Paragraph(
        "consultations and letters are no requests",
        "临江市住房公积金管理中心",
        "全年接受现场咨询320人次、电话咨询1450人次，收到群众来信46件，均已回复，回复率100%；受理政府信息公开申请3件，办结3件。",
        requests_table(new=3, results={"granted": 3}),
    ),
    Paragraph(
        "a city's regulations and normative documents",
        "临江市人民政府",
        "全年公布政府规章3件，修改2件，废止1件，现行有效规章48件；制发行政规范性文件17件，废止6件，现行有效203件。",
        {
            "active.regulations.made": 3,
            "active.regulations.repealed": 1,
            "active.regulations.in_force": 48,
            "active.normative.made": 17,
            "active.normative.repealed": 6,
            "active.normative.in_force": 203,
        },
    ),
    Paragraph(
        "documents reviewed, some of them repealed",
        "云溪县人民政府",
        "年内对89件行政规范性文件开展评估清理，废止9件，截至年底现行有效80件。全年制定行政规范性文件4件，配套解读材料11篇。",
        {"active.normative.made": 4, "active.normative.repealed": 9, "active.normative.in_force": 80},
    ),
    Paragraph(
        "rough figures and ranges",
        "临江市档案馆",
        "全年接待来馆查阅近200人次，发放宣传册3000余份，网站每周更新信息3至5条，依申请公开平均办理时限8个工作日，比法定期限缩短12个工作日。",
    ),
    Paragraph(
        "a rate of something else after requests of which two were carried out",
        "云溪县水利局",
        "全年收到政府信息公开申请20件，办结18件，结转下年度2件。承办县人大代表建议12件，办结率100%，代表均表示满意。",
        requests_table(new=20, carried_out=2, results={"granted": 11, "partial": 7}),
    ),
    Paragraph(
        "what is planned",
        "云溪县人民政府办公室",
        "2024年收到政府信息公开申请7件，均予公开。2025年，计划新开设专题专栏2个，组织培训不少于4次，力争将申请平均答复时间压缩到15个工作日以内。",
        requests_table(new=7, results={"granted": 7}),
    ),
    Paragraph(
        "the same noun of two bodies",
        "云溪县发展和改革局",
        "县政府门户网站全年发布各类信息5120条，我局专栏发布信息812条，其中价格监测类信息366条。",
    ),
    Paragraph(
        "the rate of reviews corrected",
        "临江市公安局",
        "全年因政府信息公开被申请行政复议12件，其中维持9件、纠正1件、尚未审结2件，复议纠错率8.3%。",
        requests_table(new=95, results={"granted": 40, "denied.enforcement_file": 55})
        | disputes_table(review={"upheld": 9, "corrected": 1, "pending": 2}),
    ),
    Paragraph(
        "two items of one cell in a list of results",
        "临江市城市管理局",
        "全年办结政府信息公开申请59件，其中予以公开30件，部分公开8件，不属于本机关公开范围14件，信息不存在5件，申请人主动撤回2件。",
        requests_table(new=59, results={"granted": 30, "partial": 8, "unavailable.not_held": 19, "other.other": 2}),
    ),
    Paragraph(
        "one each, all upheld",
        "云溪县公安局",
        "本年度因政府信息公开引发行政复议、行政诉讼各1件，结果均为维持。",
        requests_table(new=12, results={"denied.enforcement_file": 12})
        | disputes_table(review={"upheld": 1}, litigation_direct={"upheld": 1}),
    ),
    Paragraph(
        "received and answered in one word",
        "云溪县卫生健康局",
        "全年受理并答复政府信息公开申请5件，其中4件予以公开，1件因申请人逾期未补正不再处理。",
        requests_table(new=5, results={"granted": 4, "other.no_correction": 1}),
    ),
    Paragraph(
        "a street office: channels first, then their sum",
        "临江市船埠区安澜街道办事处",
        "本年度收到电子邮件申请2件、邮寄申请4件，共计6件，全部在20个工作日内办结。",
        requests_table(new=6, results={"granted": 2, "unavailable.not_held": 4}),
    ),
    Paragraph(
        "a department of a province: due, finished, left, by applicant",
        "江北省自然资源厅",
        "全年新收政府信息公开申请507件，上年结转41件，应办548件，已办结502件，剩余46件结转下年度继续办理。"
        "新收申请中，自然人提出431件，商业企业提出52件，法律服务机构提出24件。",
        requests_table(
            new=507,
            carried_in=41,
            carried_out=46,
            results={"granted": 302, "unavailable.needs_creation": 200},
            organisations={
                "new": {"business": 52, "legal": 24},
                "granted": {"business": 52, "legal": 24},
            },
        ),
    ),
    Paragraph(
        "kinds of published items without a total",
        "云溪县财政局",
        "全年公开财政预决算信息42条（其中部门预算21条、部门决算21条）、重大项目信息118条、政府采购信息204条、行政执法信息1096条。",
    ),
    Paragraph(
        "accounts closed",
        "云溪县人民政府办公室",
        "全县政务新媒体账号由上年的23个减少到19个，全年注销4个，新开设0个。",
    ),
    Paragraph(
        "a gazette prints documents of several years",
        "临江市人民政府办公厅",
        "编发政府公报12期，刊登文件96件，其中规范性文件14件，免费赠阅2.4万册。全年以市政府及办公厅名义制发行政规范性文件9件。",
        {"active.normative.made": 9, "active.normative.in_force": 120},
    ),
    Paragraph(
        "zeros all along",
        "云溪县武峰镇人民政府",
        "2024年，我镇收到政府信息公开申请0件，其中书面申请0件、平台申请0件、上级转办0件，结转下年度0件；行政复议、行政诉讼均为0件。",
    ),
    Paragraph(
        "the standard triple of a site",
        "临江市人民政府",
        "门户网站全年信息更新量10821条，其中概况类信息更新量47条、政务动态信息更新量10078条、信息公开目录信息更新量696条。",
    ),
    Paragraph(
        "items that count twice, and say so",
        "临江市人力资源和社会保障局",
        "全年发布解读稿件52件，其中图文形式38件、视频形式21件，部分稿件同时采用两种形式。",
    ),
    Paragraph(
        "an open list",
        "云溪县人力资源和社会保障局",
        "全年主动公开各类信息1580条，主要有就业创业信息120条、社会保险信息140条、人事招考信息86条等。",
    ),
    Paragraph(
        "the year inside what has been published since the site opened",
        "临江市统计局",
        "网站开通以来累计公开信息10.2万条，2024年新增公开9860条，其中统计数据类4210条。",
    ),
    Paragraph(
        "three breakdowns of nineteen requests",
        "临江市交通运输局",
        "2024年，我局新收政府信息公开申请19件。从申请方式看，在线平台11件、邮寄7件、现场1件；"
        "从申请主体看，自然人15件、企业3件、律师事务所1件；从答复类型看，予以公开8件、部分公开3件、"
        "因涉及第三方合法权益不予公开2件、无法提供4件、不予处理1件、其他处理1件。",
        requests_table(
            new=19,
            results={
                "granted": 8,
                "partial": 3,
                "denied.third_party": 2,
                "unavailable.not_held": 4,
                "unprocessed.repeat": 1,
                "other.other": 1,
            },
            organisations={"new": {"business": 3, "legal": 1}, "granted": {"business": 3, "legal": 1}},
        ),
    ),
    Paragraph(
        "a report for 2022 that names the year before",
        "云溪县应急管理局",
        "2022年，我局收到政府信息公开申请8件，比2021年减少2件，下降20%；结转2021年度申请1件，办结9件，无结转下年度事项。",
        requests_table(new=8, carried_in=1, results={"granted": 7, "unavailable.unclear": 2}),
        year=2022,
    ),
    Paragraph(
        "a court's two instances",
        "临江市住房和城乡建设局",
        "涉政府信息公开行政诉讼案件3件，其中一审2件、二审1件，均判决驳回原告诉讼请求，无败诉案件。",
        requests_table(new=30, results={"unavailable.not_held": 30}) | disputes_table(litigation_direct={"upheld": 3}),
    ),
    Paragraph(
        "conference, visits, open days",
        "江北省人民政府办公厅",
        "全年召开新闻发布会36场，其中省政府新闻办主办29场、部门自行组织7场；开展政府开放日活动52场，参与群众4300余人次；"
        "在线访谈12期，答复网民提问174个；意见征集68项，收到意见建议1903条，采纳427条，采纳率22.4%。",
    ),
    Paragraph(
        "social evaluation",
        "云溪县人民政府",
        "委托第三方发放政务公开满意度问卷1500份，回收有效问卷1426份，有效回收率95.1%，其中表示满意和基本满意的1391份，满意度97.5%。"
        "全年未发生责任追究情形。",
    ),
    Paragraph(
        "applicants of new and carried-in requests together",
        "临江市人民政府",
        "2024年，全市行政机关共办理政府信息公开申请2604件（新收2511件、上年结转93件），其中自然人申请2209件，"
        "法人和其他组织申请395件。按时办结2498件，结转下年度106件。",
        requests_table(
            new=2511,
            carried_in=93,
            carried_out=106,
            results={"granted": 2000, "other.other": 498},
            organisations={"new": {"business": 381}, "carried_in": {"business": 14}, "granted": {"business": 395}},
        ),
    ),
    Paragraph(
        "all answered in time, then the results with their reasons in brackets",
        "云溪县自然资源局",
        "全年共受理依申请公开46件，均在规定时限内答复，其中：予以公开20件，部分公开4件；"
        "不予公开3件（属于行政查询事项1件、第三方合法权益2件）；"
        "无法提供15件（本机关不掌握12件、没有现成信息2件、补正后仍不明确1件）；不予处理4件（信访举报投诉类3件、重复申请1件）。",
        requests_table(
            new=46,
            results={
                "granted": 20,
                "partial": 4,
                "denied.inquiry": 1,
                "denied.third_party": 2,
                "unavailable.not_held": 12,
                "unavailable.needs_creation": 2,
                "unavailable.unclear": 1,
                "unprocessed.petition": 3,
                "unprocessed.repeat": 1,
            },
        ),
    ),
    Paragraph(
        "registered, accepted and not accepted",
        "江北省人民政府办公厅",
        "省政府办公厅全年登记政府信息公开申请1320件，其中当面申请64件、邮寄申请418件、网络申请838件。"
        "受理1251件，因补正后仍不明确、申请人撤回等未受理69件。",
        None,
    ),
    Paragraph(
        "two breakdowns of two numbers before their total",
        "云溪县卫生健康局",
        "共承办人大建议15件、政协提案22件，其中主办件16件、协办件21件，共37件，均按期办结，面商率、满意率均达100%。",
    ),
    Paragraph(
        "one of those received was carried in",
        "云溪县人民政府办公室",
        "今年共收到公民、法人和其他组织政府信息公开申请17件，其中有1件为上年结转。已办结17件，其中公开9件，不予公开2件，不存在6件。",
        requests_table(new=16, carried_in=1, results={"granted": 9, "denied.law": 2, "unavailable.not_held": 6}),
    ),
    Paragraph(
        "those withdrawn were not handled",
        "云溪县人民政府办公室",
        "全年共收到政府信息公开申请52件，同比下降23.5%，其中撤回3件，实际办理49件，均在法定期限内办结。",
        requests_table(new=52, results={"granted": 49, "other.other": 3}),
    ),
    Paragraph(
        "three years and their figures in one list",
        "云溪县商务局",
        "2022年、2023年、2024年分别收到申请3件、5件、4件，均予公开。",
        requests_table(new=4, results={"granted": 4}),
    ),
    Paragraph(
        "reviews with those left from last year, lawsuits by instance",
        "临江市住房和城乡建设局",
        "收到政府信息公开类行政复议11件（含上年未结2件），审结9件，其中维持7件、撤回2件，未结2件；"
        "行政诉讼案件4件，其中一审3件，二审1件，均胜诉。",
        requests_table(new=80, results={"granted": 80})
        | disputes_table(
            review={"upheld": 7, "other": 2, "pending": 2},
            litigation_direct={"upheld": 3},
            litigation_after_review={"upheld": 1},
        ),
    ),
    Paragraph(
        "a justice bureau decides on reviews of others",
        "云溪县司法局",
        "全年办理行政复议案件64件，审结58件，其中维持31件、撤销7件、终止20件；办理行政应诉案件19件。"
        "未收到政府信息公开申请，未发生涉政府信息公开的行政复议和行政诉讼。",
    ),
    Paragraph(
        "penalties and measures of the police",
        "云溪县公安局",
        "全年办理行政处罚案件2310起，其中治安类1984起、交通类326起；作出行政强制措施415次。依申请公开方面，收到申请6件，答复6件。",
        requests_table(new=6, results={"denied.enforcement_file": 4, "granted": 2})
        | {"active.penalty": 2310, "active.coercion": 415},
    ),
    Paragraph(
        "the rate of requests finished with two left",
        "云溪县林业局",
        "政府信息公开申请办理情况：新收6件，上年结转1件；办结5件，其中予以公开3件，部分公开2件；结转下年度继续办理2件，办结率71.4%。",
        requests_table(new=6, carried_in=1, carried_out=2, results={"granted": 3, "partial": 2}),
    ),
    Paragraph(
        "decisions in 万 and rough",
        "临江市交通运输局",
        "全年办理行政许可1.2万件，作出行政处罚3800余件。",
        {"active.licensing": 12036, "active.penalty": 3861},
    ),
    Paragraph(
        "requests that ask for three kinds of things, refused for two reasons",
        "云溪县市场监督管理局",
        "收到依申请公开件58件，其中20件涉及投诉举报处理结果，15件涉及企业登记档案，23件涉及行政处罚案卷。"
        "答复58件：予以公开12件，不予公开30件（其中行政执法案卷23件、行政查询事项7件），不予处理16件。",
        requests_table(
            new=58,
            results={
                "granted": 12,
                "denied.enforcement_file": 23,
                "denied.inquiry": 7,
                "unprocessed.petition": 16,
            },
        ),
    ),
    Paragraph(
        "rates of disputes lost",
        "临江市人民政府",
        "全市因政府信息公开引发行政复议87件，同比下降14.7%，纠错6件，纠错率6.9%；引发行政诉讼54件，败诉2件，败诉率3.7%。",
        requests_table(new=2000, results={"granted": 2000})
        | disputes_table(
            review={"upheld": 70, "corrected": 6, "other": 11},
            litigation_direct={"upheld": 40, "corrected": 1, "other": 3},
            litigation_after_review={"upheld": 9, "corrected": 1},
        ),
    ),
    Paragraph(
        "topics with their counts in brackets",
        "云溪县教育局",
        "全年累计收到政府信息公开申请13件，已办结12件，剩余1件正按程序办理。"
        "从申请内容看，主要涉及中小学招生（6件）、教师招聘（4件）、民办教育（3件）。",
        requests_table(new=13, carried_out=1, results={"granted": 12}),
    ),
    Paragraph(
        "a rate of answers after the list of results",
        "云溪县教育局",
        "共收到依申请公开13件，其中线上10件、线下3件；办理结果为：予以公开7件，不予公开1件，无法提供3件，其他处理2件，答复率为100%。",
        requests_table(new=13, results={"granted": 7, "denied.law": 1, "unavailable.not_held": 3, "other.other": 2}),
    ),
    Paragraph(
        "letters to two boxes, together, and the rate of those answered",
        "云溪县人民政府办公室",
        "通过“县长信箱”“局长信箱”分别收到来信216封、108封，共324封，办结320封，办结率98.8%；收到申请公开6件，均已答复。",
        requests_table(new=6, results={"granted": 6}),
    ),
    Paragraph(
        "what was public already and what was opened are one cell, so are the two last items",
        "江北省教育厅",
        "全年依法受理申请207件，其中，已主动公开告知获取途径68件、同意公开41件、不同意公开12件、信息不存在35件、不属于本机关公开51件。",
        requests_table(new=207, results={"granted": 109, "denied.law": 12, "unavailable.not_held": 86}),
    ),
    Paragraph(
        "the base of a rate follows it in brackets",
        "江北省市场监督管理局",
        "行政复议被纠错2件，纠错率5.6%（审结36件）；行政诉讼无败诉。",
        requests_table(new=900, results={"granted": 900})
        | disputes_table(
            review={"upheld": 34, "corrected": 2, "pending": 4}, litigation_direct={"upheld": 6, "pending": 1}
        ),
    ),
    Paragraph(
        "the reason before the result: that information does not exist is no denial",
        "云溪县医疗保障局",
        "全年共受理3起政府信息公开申请，3起均按时答复，其中1起予以公开，2起因信息不存在无法提供。",
        requests_table(new=3, results={"granted": 1, "unavailable.not_held": 2}),
    ),
    Paragraph(
        "two kinds of disputes and their two changes in order",
        "云溪县人民政府",
        "2024年发生信息公开行政复议案件5件、行政诉讼案件3件，同比分别下降37.5%、增长50%，均未败诉。",
        requests_table(new=310, results={"granted": 310})
        | disputes_table(review={"upheld": 4, "pending": 1}, litigation_direct={"upheld": 2, "pending": 1}),
    ),
    Paragraph(
        "departments with the most requests",
        "临江市人民政府",
        "受理政府信息公开申请数量居前三位的部门是：自然资源和规划局（312件）、住房城乡建设局（207件）、公安局（158件），"
        "三家合计677件，占全市总量的29.2%。全市新收申请2318件。",
        requests_table(new=2318, results={"granted": 2318}),
    ),
    Paragraph(
        "shares of what was answered, in brackets",
        "云溪县住房和城乡建设局",
        "86件已办结的申请中，予以公开24件（27.9%），部分公开10件（11.6%），不予公开6件（7.0%），"
        "无法提供41件（47.7%），不予处理3件（3.5%），其他处理2件（2.3%）。",
        requests_table(
            new=90,
            carried_out=4,
            results={
                "granted": 24,
                "partial": 10,
                "denied.law": 6,
                "unavailable.not_held": 41,
                "unprocessed.repeat": 3,
                "other.other": 2,
            },
        ),
    ),
    Paragraph(
        "received and carried in are all that had to be handled",
        "云溪县住房和城乡建设局",
        "全年共接到政府信息公开申请85件（自然人78件，企业5件，律师事务所2件），上年结转5件，共90件，已答复86件，结转下年4件。",
        requests_table(
            new=85,
            carried_in=5,
            carried_out=4,
            results={"granted": 86},
            organisations={"new": {"business": 5, "legal": 2}, "granted": {"business": 5, "legal": 2}},
        ),
    ),
    Paragraph(
        "part of the answered were carried in",
        "云溪县农业农村局",
        "全年答复18件政府信息公开申请（其中2件为上年结转），结转下年度1件，本年收到17件。",
        requests_table(new=17, carried_in=2, carried_out=1, results={"granted": 18}),
    ),
    Paragraph(
        "table words in the prose",
        "云溪县柳河镇人民政府",
        "2024年，我镇行政规范性文件制发数为0，废止数为0，现行有效数为0；行政许可处理决定数量21件，"
        "行政处罚处理决定数量4件，行政强制处理决定数量0件；行政事业性收费0万元。",
        {"active.licensing": 21, "active.penalty": 4},
    ),
    Paragraph(
        "a fee that fell, and what was waived",
        "云溪县不动产登记中心",
        "全年收取行政事业性收费142.6万元，较上年减少18.2万元，下降11.3%；减免登记费56万元，惠及企业230家。",
        {"active.fees": "142.6"},
    ),
    Paragraph(
        "a quarter and a monthly mean",
        "云溪县人民政府",
        "第三季度受理政府信息公开申请52件，环比增长30%；全年受理申请180件，月均15件。",
        requests_table(new=180, results={"granted": 180}),
    ),
    Paragraph(
        "what had to be answered and what was",
        "临江市水务局",
        "收到政府信息公开申请58件，其中1件系2023年12月29日寄出、2024年1月2日收到，另有上年结转3件，共应答复61件，"
        "实际答复60件，1件延期至2025年1月答复。",
        requests_table(new=58, carried_in=3, carried_out=1, results={"granted": 60}),
    ),
    Paragraph(
        "the rate names its part, which is not the nearest figure",
        "临江市水务局",
        "全年行政复议3件、行政诉讼0件。3件复议中，1件被纠正、2件被维持，纠错率33.3%。",
        requests_table(new=58, results={"granted": 58}) | disputes_table(review={"upheld": 2, "corrected": 1}),
    ),
    Paragraph(
        "applications for licences are no requests for information",
        "云溪县应急管理局",
        "行政许可事项共14项，全部实现网上办理；全年受理许可申请301件，办结292件，不予受理9件。",
        {"active.licensing": 292},
    ),
    Paragraph(
        "what does not exist and what another body holds are one cell",
        "云溪县人民政府办公室",
        "收到申请11件，办结11件，其中予以公开5件、部分公开1件、信息不存在3件、非本机关掌握2件，"
        "答复率、按期办结率均达到100%，较上年提高2个百分点。",
        requests_table(new=11, results={"granted": 5, "partial": 1, "unavailable.not_held": 5}),
    ),
    Paragraph(
        "the share names its topic",
        "云溪县市场监督管理局",
        "收到申请60件，其中涉及投诉举报的45件、涉及登记注册的10件、涉及执法检查的5件，投诉举报类占75%。",
        requests_table(new=60, results={"granted": 60}),
    ),
    Paragraph(
        "licences granted and refused",
        "云溪县市场监督管理局",
        "全年公示行政许可10362条、行政处罚312条；作出准予许可决定10362件、不予许可决定5件，共10367件。",
        {"active.licensing": 10367, "active.penalty": 312},
    ),
    Paragraph(
        "last year's lawsuits decided this year",
        "临江市水务局",
        "上年未审结的2件政府信息公开行政诉讼均于本年审结，法院判决驳回；本年新发生1件，尚未开庭。",
        requests_table(new=58, results={"granted": 58}) | disputes_table(litigation_direct={"upheld": 2, "pending": 1}),
    ),
    Paragraph(
        "growth against two years in order",
        "临江市水务局",
        "全年受理58件政府信息公开申请，较2022年、2023年的49件、53件分别增长18.4%、9.4%。",
        requests_table(new=58, results={"granted": 58}),
    ),
    Paragraph(
        "applicants by class and organisations by kind",
        "江北省民政厅",
        "厅机关受理政府信息公开申请73件，其中涉及社会组织31件、社会救助18件、地名区划11件、其他13件。"
        "从申请人类型看：自然人61件（83.6%），法人及其他组织12件（16.4%），其中企业7件、公益组织3件、律师事务所2件。",
        requests_table(
            new=73,
            results={"granted": 73},
            organisations={
                "new": {"business": 7, "nonprofit": 3, "legal": 2},
                "granted": {"business": 7, "nonprofit": 3, "legal": 2},
            },
        ),
    ),
]


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph.name)
def test_a_sound_paragraph_is_not_complained_of(paragraph: Paragraph) -> None:
    assert_sound(audited(paragraph.text, paragraph.cells, year=paragraph.year, agency=paragraph.agency))
