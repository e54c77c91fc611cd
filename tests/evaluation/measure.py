"""How well the prose is read, on our own labelled passages: ``python -m tests.evaluation.measure``.

Precision and recall of figures, links, absences and relations, with bootstrap intervals over passages.
The passages of ``SEEN`` were read while the rules were written, so what they give is an upper bound; the
others were not looked at.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from auditor.claims import read_text
from auditor.evaluation.labels import Passage, Relation, all_passages
from auditor.model import Figure, Reading
from auditor.model import Relation as Claim
from auditor.reading.bodies import body_of

SEEN = frozenset({f"dev_{n:02}.md" for n in range(1, 9)})
RESAMPLES = 1000

Span = tuple[int, int]


@dataclass(slots=True)
class Outcome:
    """What one passage gave: counts of hits, of what was found and of what is labelled."""

    counts: Counter[str] = field(default_factory=Counter)


def read(passage: Passage) -> Reading:
    """What the product reads in a passage."""
    body = body_of(passage.agency) or passage.body
    return read_text(passage.text, year=passage.year, agency=passage.agency, body=body)


def outcome(passage: Passage) -> Outcome:
    """The passage read and held against its labels."""
    reading = read(passage)
    spans: dict[Span, list[int]] = {}
    for index, figure in enumerate(reading.figures):
        spans.setdefault((figure.start, figure.end), []).append(index)
    found = _matches(passage, reading.figures, spans)
    result = Outcome()
    _count_figures(passage, reading.figures, spans, found, result.counts)
    _count_relations(passage, reading.relations, {mark: spans[span][0] for mark, span in found.items()}, result.counts)
    return result


def _matches(passage: Passage, figures: Sequence[Figure], spans: dict[Span, list[int]]) -> dict[int, Span]:
    """The span found for each mark: the same one, for a denial one that overlaps."""
    found: dict[int, Span] = {}
    for place, mark in enumerate(passage.figures):
        for span, indices in spans.items():
            absent = figures[indices[0]].kind == "absence"
            overlaps = span[0] < mark.end and mark.start < span[1]
            fits = overlaps if mark.denies else span == (mark.start, mark.end)
            if fits and absent is mark.denies and span not in found.values():
                found[place] = span
                break
    return found


def _count_figures(
    passage: Passage,
    figures: Sequence[Figure],
    spans: dict[Span, list[int]],
    found: dict[int, Span],
    counts: Counter[str],
) -> None:
    for indices in spans.values():
        counts["absences found" if figures[indices[0]].kind == "absence" else "figures found"] += 1
    for place, mark in enumerate(passage.figures):
        kind = "absences" if mark.denies else "figures"
        counts[f"{kind} labelled"] += 1
        readings = [tuple(sorted(reading)) for reading in mark.readings]
        required = () not in readings
        counts["links labelled"] += required
        if place not in found:
            continue
        counts[f"{kind} hit"] += 1
        indices = spans[found[place]]
        figure = figures[indices[0]]
        counts["values right"] += not mark.denies and abs(Decimal(figure.value) - mark.number) < Decimal("1e-9")
        address = tuple(sorted(figures[index].address or "" for index in indices if figures[index].address))
        right = address in readings
        counts["links found"] += bool(address)
        counts["links right"] += bool(address) and right
        counts["labelled links right"] += required and right


def _key(kind: str, roles: dict[str, tuple[int, ...]]) -> tuple[str, tuple[tuple[str, tuple[int, ...]], ...]]:
    return kind, tuple(sorted((role, tuple(sorted(indices))) for role, indices in roles.items()))


def _count_relations(passage: Passage, claims: Sequence[Claim], at: dict[int, int], counts: Counter[str]) -> None:
    labelled: dict[object, Relation] = {}
    for relation in passage.relations:
        roles = {role: tuple(at.get(mark, -1 - mark) for mark in marks) for role, marks in relation.roles.items()}
        labelled[_key(relation.kind, roles)] = relation
    claimed = {_key(claim.kind, dict(claim.roles)): claim for claim in claims}
    hits = labelled.keys() & claimed.keys()
    broken = [key for key, relation in labelled.items() if not relation.holds]
    counts["relations labelled"] += len(labelled)
    counts["relations found"] += len(claimed)
    counts["relations hit"] += len(hits)
    counts["broken labelled"] += len(broken)
    counts["broken hit"] += sum(key in claimed and not claimed[key].holds for key in broken)
    if not broken:
        counts["clean passages"] += 1
        counts["clean passages alarmed"] += any(not claim.holds for claim in claims)


MEASURES: tuple[tuple[str, str, str], ...] = (
    ("figures, precision", "figures hit", "figures found"),
    ("figures, recall", "figures hit", "figures labelled"),
    ("values right", "values right", "figures hit"),
    ("links, precision", "links right", "links found"),
    ("links, recall", "labelled links right", "links labelled"),
    ("absences, precision", "absences hit", "absences found"),
    ("absences, recall", "absences hit", "absences labelled"),
    ("relations, precision", "relations hit", "relations found"),
    ("relations, recall", "relations hit", "relations labelled"),
    ("broken relations caught", "broken hit", "broken labelled"),
    ("clean passages alarmed", "clean passages alarmed", "clean passages"),
)


def share(outcomes: Sequence[Outcome], hit: str, base: str) -> float | None:
    """The share of ``hit`` in ``base`` over the outcomes; None where there is nothing to share."""
    whole = sum(outcome.counts[base] for outcome in outcomes)
    return sum(outcome.counts[hit] for outcome in outcomes) / whole if whole else None


def interval(outcomes: Sequence[Outcome], measure: Callable[[Sequence[Outcome]], float | None]) -> tuple[float, float]:
    """The 95 % bootstrap interval of a measure, passages drawn with replacement, seeded."""
    draw = random.Random(20240131)
    values = sorted(
        value for _ in range(RESAMPLES) if (value := measure(draw.choices(outcomes, k=len(outcomes)))) is not None
    )
    return values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]


def main() -> None:
    """Print the measures for the passages that were seen and for the others."""
    passages = all_passages()
    parts = (
        ("read while the rules were written", [p for p in passages if p.file in SEEN]),
        ("not looked at", [p for p in passages if p.file not in SEEN]),
    )
    for name, chosen in parts:
        outcomes = [outcome(passage) for passage in chosen]
        print(f"{len(chosen)} passages {name}")
        for label, hit, base in MEASURES:
            value = share(outcomes, hit, base)
            if value is None:
                continue
            low, high = interval(outcomes, lambda drawn, hit=hit, base=base: share(drawn, hit, base))  # type: ignore[misc]
            counts = f"{sum(o.counts[hit] for o in outcomes)}/{sum(o.counts[base] for o in outcomes)}"
            print(f"  {label:<25}{value:7.3f}  [{low:.3f}, {high:.3f}]  {counts}")


if __name__ == "__main__":
    main()
