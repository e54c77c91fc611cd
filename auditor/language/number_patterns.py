"""What a numeral looks like in normalised text: one pattern that finds every candidate."""

from __future__ import annotations

import re
from typing import Final

_DIGIT = "零一二三四五六七八九两兩壹贰貳弍叁參弎肆柒捌玖廿卅卌"
# Financial digits that are parts of common words (陆地, 队伍, 收拾, 参加) count only where no such word ends.
_WORDLIKE = "(?<![大登着内海收捡入队落人党沙])[陆陸伍拾参]"
# 三千克 is 3 千克: the unit of mass, power or energy takes its 千.
_THOUSAND = "千(?![克瓦卡伏帕赫])|仟"
# 兆 is a million millions only before money or 億; otherwise it is a measure (100兆宽带).
_MILLION_MILLIONS = "兆(?=[元圆圓]|美元|日[元圆圓]|[韩韓]元|新?[台臺][币幣]|[一二三四五六七八九两兩十百千零\\d]+[亿億])"
_SIGN = f"(?:[{_DIGIT}十百佰万亿萬億]|{_WORDLIKE}|{_THOUSAND}|{_MILLION_MILLIONS})"
_UNIT = f"(?:[十百佰万亿萬億拾]|{_THOUSAND}|{_MILLION_MILLIONS})"
_ROUGH = "[余餘多来來]"
# 1,204 and 3 702 are grouped by threes; 1 2件 is one number torn by a blank, 1 2 3 are three.
_ARABIC = (
    r"(?:(?<![\d.])\d{1,3}(?:，\d{3})+(?!\d)|(?<![\d.])(?<!\d )\d{1,3}(?: \d{3})+(?! ?\d)"
    r"|(?<![\d.])(?<!\d )\d{1,2} \d(?= ?[%件条个次份人])|\d+)(?:\.\d+)?"
)
# A number, then larger units with what they count: 3万5千, 十余万, 1亿 2000万.
_LARGER = f"(?:(?: |{_ROUGH})?{_UNIT}+(?:零?\\d+(?![\\d.年])| \\d+(?= ?{_UNIT})|{_SIGN}+)?)*"
_WHOLE = f"(?:{_ARABIC}|{_SIGN}(?: ?{_SIGN}){{0,60}}+){_LARGER}"
_PLACES = (
    f"(?:[点點] ?[{_DIGIT}]++| [点點](?: [{_DIGIT}])++)(?![十百是刻]|千(?![万萬米克瓦卡伏帕赫]))(?:千?[万亿萬億]+)?"
)
_NUMBER = f"{_WHOLE}(?:{_PLACES})?"
# Names made of digits: titles, addresses of the net, document numbers, telephones, dates of machines, versions.
_NAME = (
    r"《[^》\n]{0,80}》|https?：//[^\s，。]+|www\.[\w./-]+|(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9_.-]+"
    r"|[〔\[(【]\d{4}[〕\])】] ?\d+ ?号|(?<!\d)\(?0\d{2,3}[-) ] ?\d{3,4}[- ]?\d{4}(?!\d)"
    r"|(?<!\d)1[3-9]\d[- ]\d{4}[- ]\d{4}(?!\d)"
    r"|\d+(?:-\d+){2,}|\d+(?:\.\d+){2,}|\d+(?:/\d+){2,}"
    r"|7[×xX*]24|(?<![A-Za-z])[A-Z]{2,4}(?:/[A-Z]{1,2})? ?\d+(?:\.\d+)*-(?:19|20)\d\d(?!\d)"
)

# 2024-03-05, 2024/3/5: the year, the month and the day are numbers.
_DATE = (
    r"(?<![\dA-Za-z./-])(?:19|20)\d\d(?P<mark>[-/.])(?:0?[1-9]|1[0-2])(?P=mark)(?:0?[1-9]|[12]\d|3[01])"
    r"(?!\d|(?P=mark)\d)"
)
# 一米八, 三块五, 1米78: a unit said inside a decimal.  Where another unit follows (三块五毛) both are counted.
_SAID = (
    r"(?<![\d.第几数])(?:\d+|[零一二两三四五六七八九十百]+)(?P<unit>米|块|塊|尺|丈|度|斤)"
    r"(?:[一二三四五六七八九]{1,2}|\d{1,2})"
    r'(?=$|[，。；、！？)"\n ]|的|高|长|宽|深|左右|多|以[上下]|钱|一[斤个只])'
)
# 半小时, 半斤, but no 下半年, 一大半, and no half that belongs to a number before it (两个半).
_HALF = (
    r"(?<![大小多前后上下过折参各一两兩二三四五六七八九十百千万亿个個年倍天半斤里米岁\d])半"
    "|(?<![另每])一半(?![截儿路途数])"
)
# 俩包子, but no 他们俩, 夫妻俩.
_PAIR = "(?<![们們咱你我他她它妈母父爷奶孙子女夫妻婆媳姐妹兄弟哥嫂口爹爸娘姑])[俩倆仨](?![人口]?[。，！？\n])"

CANDIDATE: Final = re.compile(
    f"(?P<date>{_DATE})"
    f"|(?P<name>{_NAME})"
    f"|(?P<percent>百 ?分 ?之 ?[负負]?(?:{_NUMBER}|{_PLACES})|百分百)"
    rf"|(?P<fraction>(?:{_WHOLE} ?又 ?|(?<![\d.])\d{{1,3}} (?=\d/\d))?(?:{_WHOLE} ?分 ?之 ?{_NUMBER}|\d+/\d+))"
    f"|(?P<sign>(?:\\d+ ?|{_WHOLE} ?又 ?)?[¼½¾⅐-⅞])"
    f"|(?P<said>{_SAID})"
    f"|(?P<pair>{_PAIR})"
    f"|(?P<half>{_HALF})"
    f"|(?P<number>{_NUMBER})"
)
SIGN: Final = re.compile(f"{_SIGN}|\\d")
UNIT: Final = re.compile(_UNIT)
BARE_UNIT: Final = frozenset("百佰千仟万亿萬億")
PLAIN_DIGITS: Final = frozenset(_DIGIT + "十拾陆陸伍参")

# What follows a number and makes it a per cent; 成 and 折 only where no other word begins (成功, 折叠).
PERCENT_SUFFIX: Final = re.compile(
    " ?(?:%|[个個]?百分[点點])"
    "| ?(?P<tenths>成)(?![功立員员果为為就本长長熟品分型套人交份])"
    f"(?P<more>半(?![数天年])|[{_DIGIT}](?![{_DIGIT}个件人次年十百]))?"
    "| ?(?P<fold>折)(?![叠疊扣腾合页返旧磨射纸中线本子戏])"
)
PERMILLE: Final = re.compile(" ?‰")
# 两个半, 三年半: one half more of the same unit.
AND_A_HALF: Final = re.compile(
    "(?:个|個|年|倍|天)半(?![数年天夜个截])"
    "|(?:公?斤|公?里|米|尺|寸|吨|亩|个?小时|个钟头|个月|岁|碗|杯|块|塊|层|升|周)半(?![数年天夜个截价价路边信成空日月途])"
)
