"""An evaluation as a table for people, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal

from auditor.evaluation.evaluate import Evaluation
from auditor.evaluation.intervals import per_cent
from auditor.evaluation.measures import Score
from auditor.evaluation.misses import Miss
from auditor.output.width import width
from auditor.resources import load_lexicon

Lang = Literal["zh", "en"]
_NAME = 42  # columns for the name of a measure or kind
_PLACES = Decimal("0.0001")


class Words:
    """The words of ``lexicons/messages/evaluation.toml`` in one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._texts = load_lexicon("messages/evaluation")

    def text(self, group: str, key: str, /, **details: object) -> str:
        """One text, its braces filled; a kind that nobody named stands as it is."""
        entry = self._texts[group].get(key)
        return key if entry is None else str(entry[self._lang]).format(**details)


def as_text(evaluation: Evaluation, lang: Lang = "zh", *, misses: bool = False) -> str:
    """The measures, one a line, by kind below each; with ``misses`` what was missed, one after the other."""
    words = Words(lang)
    lines = [words.text("heading", evaluation.part, count=evaluation.passages), ""]
    lines += _totals(evaluation.scores, words)
    lines += ["", words.text("heading", "kinds")]
    lines += _kinds(evaluation.scores, words)
    if misses:
        lines += ["", words.text("heading", "misses", count=len(evaluation.misses))]
        for miss in evaluation.misses:
            lines += ["", *_miss(miss, words)]
    return "\n".join(lines) + "\n"


def _totals(scores: Iterable[Score], words: Words) -> Iterator[str]:
    heads = [words.text("heading", head) for head in ("share", "interval", "counts")]
    yield _padded("", _NAME) + f"{_padded(heads[0], 8, right=True)}  {_padded(heads[1], 15)} {heads[2]}"
    for score in scores:
        if not score.kind:
            yield _line(words.text("measure", score.measure), score)


def _kinds(scores: Iterable[Score], words: Words) -> Iterator[str]:
    named = ""
    for score in scores:
        if score.kind:
            if score.measure != named:
                named = score.measure
                yield words.text("measure", named)
            yield _line("  " + words.text("kind", score.kind), score)


def _line(name: str, score: Score) -> str:
    return (_padded(name, _NAME) + _numbers(score)).rstrip()


def _numbers(score: Score) -> str:
    if score.share is None:
        return f"{'—':>6}"
    interval = score.interval
    between = f"[{per_cent(interval.low)}, {per_cent(interval.high)}]" if interval else ""
    return f"{per_cent(score.share):>6} %  {between:<15} {score.hits}/{score.of}"


def _padded(text: str, columns: int, *, right: bool = False) -> str:
    blank = " " * max(0, columns - width(text))
    return blank + text if right else text + blank


def _miss(miss: Miss, words: Words) -> Iterator[str]:
    yield f"{miss.passage}  {miss.place}  {words.text('measure', miss.what)}"
    if miss.sentence:
        yield f"  {miss.sentence}"
    yield "  " + words.text("heading", "difference", expected=miss.expected, got=miss.got)
    if miss.reasons:
        yield "  " + words.text("heading", "reasons", reasons="; ".join(miss.reasons))


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain JSON values; shares are strings with four decimals."""
    return {
        "version": 1,
        "part": evaluation.part,
        "passages": evaluation.passages,
        "measures": [
            {
                "measure": score.measure,
                "kind": score.kind or None,
                "hits": score.hits,
                "of": score.of,
                "share": None if score.share is None else _places(Decimal(score.hits) / score.of),
                "low": None if score.interval is None else _places(score.interval.low),
                "high": None if score.interval is None else _places(score.interval.high),
            }
            for score in evaluation.scores
        ],
        "misses": [{**miss._asdict(), "reasons": list(miss.reasons)} for miss in evaluation.misses],
    }


def _places(share: Decimal) -> str:
    return str(share.quantize(_PLACES))
