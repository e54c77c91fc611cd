"""What belongs together on the page: figures, cells and findings by their indices and addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.model import Audit
from auditor.output.evidence import FigurePlaces, cells_of, plain_cells


@dataclass(frozen=True, slots=True)
class Links:
    """The two directions of every link; figures and findings are indices into the audit's lists."""

    cells_of_figure: Sequence[tuple[str, ...]]
    cells_of_finding: Sequence[tuple[str, ...]]
    figures_of_finding: Sequence[tuple[int, ...]]
    figures_of_cell: Mapping[str, tuple[int, ...]]
    findings_of_cell: Mapping[str, tuple[int, ...]]


def links_of(audit: Audit) -> Links:
    """All links of an audit."""
    cells = audit.report.cells
    figure_cells = [
        () if figure.address is None else tuple(dict.fromkeys(plain_cells(figure.address, cells)))
        for figure in audit.figures
    ]
    finding_cells = [tuple(cells_of(finding, cells)) for finding in audit.findings]
    places = FigurePlaces(audit.figures)
    finding_figures = [
        tuple(dict.fromkeys(index for span in finding.spans for index in places.touched(span)))
        for finding in audit.findings
    ]
    return Links(figure_cells, finding_cells, finding_figures, _turned(figure_cells), _turned(finding_cells))


def _turned(lists: Sequence[tuple[str, ...]]) -> Mapping[str, tuple[int, ...]]:
    indices: defaultdict[str, list[int]] = defaultdict(list)
    for index, addresses in enumerate(lists):
        for address in addresses:
            indices[address].append(index)
    return {address: tuple(found) for address, found in indices.items()}
