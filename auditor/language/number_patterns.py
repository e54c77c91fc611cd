"""What a numeral looks like in normalised text: one pattern that finds every candidate."""

from __future__ import annotations

import re
from typing import Final

_DIGIT = "零一二三四五六七八九两兩壹贰貳弍叁參弎肆柒捌玖廿卅卌"
# Financial digits that are parts of common words (陆地, 队伍, 收拾, 参加) count only where no such word ends.
_WORDLIKE = "(?<![大登着内海收捡入队落人党沙])[陆陸伍拾参]"
# 三千克 is 3 千克: the unit of mass, power or energy takes its 千.
_THOUSAND = "千(?![克瓦卡伏帕赫])|仟"
_SIGN = f"(?:[{_DIGIT}十百佰万亿萬億]|{_WORDLIKE}|{_THOUSAND})"
_UNIT = f"(?:[十百佰万亿萬億拾]|{_THOUSAND})"
_ROUGH = "[余餘多来來]"
# 1,204 and 3 702 are grouped by threes; 1 2件 is one number torn by a blank, 1 2 3 are three.
_ARABIC = (
    r"(?:(?<![\d.])\d{1,3}(?:，\d{3})+(?!\d)|(?<![\d.])(?<!\d )\d{1,3}(?: \d{3})+(?! ?\d)"
    r"|(?<![\d.])(?<!\d )\d{1,2} \d(?= ?[%件条个次份人])|\d+)(?:\.\d+)?"
)
# A number, then larger units with what they count: 3万5千, 十余万, 1亿 2000万.
_LARGER = f"(?:(?: |{_ROUGH})?{_UNIT}+(?:\\d+(?![\\d.年])| \\d+(?= ?{_UNIT})|{_SIGN}+)?)*"
_WHOLE = f"(?:{_ARABIC}|{_SIGN}(?: ?{_SIGN}){{0,60}}+){_LARGER}"
_PLACES = f"[点點] ?[{_DIGIT}]++(?![十百是]|千(?![万萬米克瓦卡伏帕赫]))(?:千?[万亿萬億]+)?"
_NUMBER = f"{_WHOLE}(?:{_PLACES})?"
# Names made of digits: titles, addresses of the net, document numbers, telephones, dates of machines, versions.
_NAME = (
    r"《[^》\n]{0,80}》|https?：//[^\s，。]+|www\.[\w./-]+|(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9_.-]+"
    r"|[〔\[(【]\d{4}[〕\])】] ?\d+ ?号|(?<!\d)0\d{2,3}-\d{7,8}|\d+(?:-\d+){2,}|\d+(?:\.\d+){2,}|\d+(?:/\d+){2,}"
    r"|7[×xX*]24"
)

CANDIDATE: Final = re.compile(
    f"(?P<name>{_NAME})"
    f"|(?P<percent>百分之 ?[负負]?{_NUMBER}|百分百)"
    rf"|(?P<fraction>(?:{_WHOLE} ?又 ?)?(?:{_WHOLE} ?分之 ?{_WHOLE}|\d+/\d+))"
    f"|(?P<number>{_NUMBER})"
)
SIGN: Final = re.compile(f"{_SIGN}|\\d")
UNIT: Final = re.compile(_UNIT)
BARE_UNIT: Final = frozenset("百佰千仟万亿萬億")
PLAIN_DIGITS: Final = frozenset(_DIGIT + "十拾陆陸伍参")

# What follows a number and makes it a per cent; 成 and 折 only where no other word begins (成功, 折叠).
PERCENT_SUFFIX: Final = re.compile(
    " ?(?:%|[个個]?百分[点點])"
    "|(?P<tenths>成)(?![功立員员果为為就本长長熟品分型套人交份])"
    f"(?P<more>[{_DIGIT}](?![{_DIGIT}个件人次年十百]))?"
    "|(?P<fold>折)(?![叠疊扣腾合页返旧磨射纸中线本子戏])"
)
PERMILLE: Final = re.compile(" ?‰")
# 两个半, 三年半: one half more of the same unit.
AND_A_HALF: Final = re.compile("(?:个|個|年|倍|天)半(?![数年天夜个截])")
