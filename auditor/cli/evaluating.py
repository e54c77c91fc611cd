"""``auditor evaluate``: how well figures, links and relations are read, on labelled passages."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from auditor.cli.progress import Progress
from auditor.cli.rulebook import chosen_language
from auditor.cli.words import word
from auditor.errors import UsageError


def run(options: Namespace) -> int:
    """Measure and print.

    Raises:
        UsageError: there is no such folder.
        LabelError: its labels are not in the format.
    """
    from auditor.evaluation.evaluate import PLANTED, evaluate
    from auditor.evaluation.label_files import FOLDER
    from auditor.evaluation.telling import as_data, as_text

    folder = FOLDER if options.folder is None else Path(options.folder)
    if not folder.is_dir():
        raise UsageError("no_label_folder", path=folder)
    planted = PLANTED if options.planted is None else options.planted
    # Half a minute's work, of which a person at a terminal is told.
    progress = Progress(2)
    progress.show(word("evaluating", chosen_language(options)))
    try:
        evaluation = evaluate(folder, part=options.part, planted=planted)
    finally:
        progress.clear()
    if options.format == "json":
        data = as_data(evaluation)
        if not options.misses:
            del data["misses"]
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(as_text(evaluation, chosen_language(options), misses=options.misses))
    return 0
