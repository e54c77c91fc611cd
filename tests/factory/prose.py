"""The prose of a made-up report: the six parts with their headings and paragraphs.

What it says agrees with the cells.  Its wordings vary, as do the headings (handbook 1.2): standard title
or a listed variant, numbers that are missing, doubled or start over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any, NamedTuple

from auditor.resources import load_lexicon

HAN = "一二三四五六七八九十"
"""The numbers of parts and of sub-topics in order."""


class Chapter(NamedTuple):
    """A part of a report: ``part`` is its key in ``lexicons/outline.toml``, or ``preamble``.

    ``heading`` is the line as printed, number and title; ``title`` what the reader should call it.
    """

    part: str
    heading: str
    title: str
    paragraphs: tuple[str, ...]


@cache
def _parts() -> tuple[dict[str, Any], ...]:
    return tuple(load_lexicon("outline")["parts"])


def chapters_of(rng: Random, agency: str, year: int, cells: Mapping[str, str]) -> tuple[Chapter, ...]:
    """The parts of a report in order."""
    style = rng.choice(("{}、{}", "{}、{}", "{}、{}", "第{}部分 {}", "{}、 {}"))
    numbers = list(HAN[:6])
    if rng.random() < 0.08:
        # Two parts with one number, as where a heading was copied from the one above.
        at = rng.randint(1, 5)
        numbers[at] = numbers[at - 1]
    found = []
    if rng.random() < 0.6:
        found.append(Chapter("preamble", "", "", _preamble(rng, agency, year)))
    writers = {
        "overview": _overview(rng, agency, year, cells),
        "active": (),
        "requests": _above_requests(rng),
        "disputes": (),
        "problems": _problems(rng, year),
        "other": _other(rng, year),
    }
    for number, part in zip(numbers, _parts(), strict=True):
        title = _title(rng, part)
        found.append(Chapter(part["key"], style.format(number, title), title, writers[part["key"]]))
    return tuple(found)


def _title(rng: Random, part: Mapping[str, Any]) -> str:
    title: str = part["title"]
    if rng.random() < 0.25:
        title = rng.choice(part["also"])
    return title


def _preamble(rng: Random, agency: str, year: int) -> tuple[str, ...]:
    basis = rng.choice(
        (
            f"根据《中华人民共和国政府信息公开条例》第四十九条、第五十条的规定，{agency}编制了{year}年度报告。",
            f"本报告由{agency}按照《中华人民共和国政府信息公开条例》要求编制，现向社会公布。",
        )
    )
    period = f"本报告所列数据的统计期限自{year}年1月1日起，至{year}年12月31日止。"
    contact = f"对报告内容有疑问的，请在工作日与{agency}联系，电话：0999—{rng.randint(2000000, 8999999)}。"
    lines = [basis, period, contact]
    return ("".join(lines),) if rng.random() < 0.4 else tuple(lines[: rng.randint(1, 3)])


def _overview(rng: Random, agency: str, year: int, cells: Mapping[str, str]) -> tuple[str, ...]:
    new, carried = cells["requests.new.total"], cells["requests.carried_in.total"]
    handled, out = cells["requests.handled.total"], cells["requests.carried_out.total"]
    items = [rng.randint(3, 900) for _ in range(3)]
    topics = (
        (
            "主动公开",
            f"全年通过门户网站公开信息{sum(items)}条，其中政策文件{items[0]}条、工作动态{items[1]}条、公示公告{items[2]}条。",
        ),
        (
            "依申请公开",
            "全年没有收到政府信息公开申请。"
            if new == "0"
            else f"全年新收政府信息公开申请{new}件，上年结转{carried}件，办结{handled}件，结转下年度继续办理{out}件。",
        ),
        (
            "政府信息管理",
            rng.choice(
                (
                    "完善信息发布审核流程，落实先审后发要求。",
                    f"修订发布审核办法{rng.randint(1, 4)}项，逐条核对发布内容。",
                )
            ),
        ),
        (
            "政府信息公开平台建设",
            f"调整网站专栏{rng.randint(1, 9)}个，政务新媒体推送信息{rng.randint(20, 2000)}条，"
            f"阅读{rng.randint(2, 90)}万余人次。",
        ),
        ("监督保障", f"举办业务培训{rng.randint(1, 6)}期，参训{rng.randint(10, 300)}人次，未发生责任追究情形。"),
    )
    opening = f"{year}年，{agency}认真贯彻落实政府信息公开条例，坚持以公开为常态、不公开为例外。"
    lead = rng.choice(("（{}）{}。", "（{}）{}情况。", "({}){}。", "{}.{}："))
    body = []
    for index, (topic, text) in enumerate(topics):
        number = str(index + 1) if "." in lead else HAN[index]
        body.append(lead.format(number, topic) + text)
    return (opening, *body) if rng.random() < 0.7 else tuple(body)


def told_in_prose(chapters: tuple[Chapter, ...], agency: str, year: int) -> tuple[Chapter, ...]:
    """The same parts with a sentence in part one that has both agency and year, for a report without a title."""
    opening = f"{year}年，{agency}按照上级部署开展政府信息公开工作。"
    return tuple(
        chapter._replace(paragraphs=(opening, *chapter.paragraphs))
        if chapter.part == "overview" and not (str(year) in chapter.paragraphs[0] and agency in chapter.paragraphs[0])
        else chapter
        for chapter in chapters
    )


def _above_requests(rng: Random) -> tuple[str, ...]:
    # Some reports put a sentence above the table of part 三 (handbook 7).
    return ("本年度依申请公开工作平稳有序，均在法定期限内答复。",) if rng.random() < 0.15 else ()


def _problems(rng: Random, year: int) -> tuple[str, ...]:
    return rng.choice(
        (
            (
                "（一）存在的问题。一是部分栏目更新不及时，3个栏目超过两周没有新内容；二是政策解读以文字为主，形式单一。",
                f"（二）改进情况。{year + 1}年，由办公室每月检查一次栏目更新，全年制作图解不少于6期。",
            ),
            (
                "对照上级要求，本单位在公开质量上仍有差距，个别文件公开时漏填发文日期。",
                "下一步将实行两人核对，发现问题当日改正。",
            ),
            ("存在的主要问题：业务人员变动较多，申请答复文书不够规范。改进措施：编写答复文书范本，组织两次集中学习。",),
            (
                "（一）存在的主要问题",
                "1.公开内容不够全面，重点领域信息仅占全部信息的12%。",
                "2.部分文件的解读滞后，2份文件在发布一个月后才有解读。",
                "3.其他方面：个别工作人员对申请的办理时限掌握不准。",
                "（二）改进情况",
                f"1.对照目录补齐缺项，{year}年内补发信息{31 + year % 7}条。",
                "2.解读材料与文件同步起草、同步发布。",
                "3.开展一对一辅导，组织测试1次。",
            ),
            (
                "一是公开的主动性不强。二是平台功能单一。三是依申请公开的答复不够细致。",
                "针对以上问题，本单位采取以下措施：一、建立公开清单，按季度更新；二、增设检索和订阅功能；"
                "三、答复前由法制人员审核。",
            ),
        )
    )


def _other(rng: Random, year: int) -> tuple[str, ...]:
    return rng.choice(
        (
            (f"{year}年度没有收取信息处理费。",),
            ("本年度未发出收费通知，未收取信息处理费。", "无其他需要报告的事项。"),
            ("没有其他需要报告的事项。按照规定收取信息处理费0元。",),
            (
                "（一）收取信息处理费情况：按照有关规定，本年度共收取信息处理费0元。",
                "（二）其他事项：人大代表建议、政协委员提案按要求公开办理结果。",
            ),
        )
    )
