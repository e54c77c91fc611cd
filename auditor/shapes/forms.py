"""The shape of every lexicon, by file.

A shape is a table of named shapes, ``[shape]`` for a list of tables (``[[result]]``), or the name of a kind of
value (see :mod:`auditor.shapes.kinds`).  A key that ends in ``?`` may be left out, ``*`` stands for any other
key, ``message_*`` for any that begins so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Shape: TypeAlias = "str | Mapping[str, Shape] | list[Shape]"


def _each(keys: str, shape: Shape) -> dict[str, Shape]:
    """A table in which each of the keys has the same shape."""
    return dict.fromkeys(keys.split(), shape)


_NAMES: Shape = {"names": "words"}
_TEXT: Shape = {"zh": "text", "en": "text"}
_TEXTS: Shape = {"*": _TEXT}
_LABELS: Shape = [{"key": "text", "label": "name", "also?": "words", "signed?": "yes", "money?": "yes"}]
_TABLES: Shape = {
    "format": "format",
    "active": [{"heading": "name", "unit": "name", "columns": _LABELS, "rows": _LABELS}],
    "requests": {
        **_each("note applicants organisations results", "name"),
        "columns": _LABELS,
        "groups": _LABELS,
        "rows": _LABELS,
    },
    "disputes": {
        "kinds": [{"key": "name", "label": "name", "also?": "words", "under?": "name"}],
        "outcomes": _LABELS,
    },
}
_RULES: Shape = {
    "*": {**_each("title message checks why source", _TEXT), "message_*": _TEXT, **_each("fires silent", {"*": "any"})},
}

_CLAIMS: dict[str, Shape] = {
    "claims/requests": {
        "object": _NAMES,
        "verb": _each("receive handle finish due", _NAMES),
        "carry": _each("in out", _NAMES),
        "result": [{"row": "row", "names": "words", "beside?": "words"}],
        "applicant": [{"column": "applicant", "names": "words", "beside?": "words"}],
    },
    "claims/disputes": {
        "object": _each("review litigation litigation_direct litigation_after_review both", _NAMES),
        "outcome": [{"column": "outcome", "names": "words"}],
        "instance": _NAMES,
    },
    "claims/active": {
        "object": _each("normative regulations licensing penalty coercion fees", _NAMES),
        "verb": _each("make publish repeal in_force amend decide accept", _NAMES),
        **_each("not_decision one_kind document", _NAMES),
    },
    "claims/lookalikes": _NAMES,
    "claims/channels": _each("names whole topic", "words"),
    "claims/fillers": _each("names each universal", "words"),
    "claims/rates": _each("done other corrected share", "words"),
    "claims/denials": _each(
        "negators closers not_denied processing_fee no_denials causes neutral_tails bare_negators lost_lawsuit", "words"
    ),
    "claims/scopes": _each("levels wide office own subordinate units counted_bodies", "words"),
    "claims/periods": _each(
        "previous cumulative part future future_openers current comparison growth_up growth_down level_after_change",
        "words",
    ),
    "claims/lists": {
        **_each("opens aligned closed open_end total_after overlap triple grand_totals", "words"),
        "complementary": "pairs",
        "ordered": [_each("before after", "words")],
    },
    "claims/reasons": _each("rules barred", {"*": "name"}),
}

_LANGUAGE: dict[str, Shape] = {
    "language/measure_words": {
        **_each("count money duration rate after_chinese", "words"),
        "approximators": _each("before within after", "words"),
    },
    "language/set_phrases": {"phrases": "words", "pattern_heads": "name", "patterns": "patterns"},
    "language/general_numbers": {
        **_each("measure_words measure_words_of_one measure_words_of_half latin_units", "block"),
        **_each("label_words day_followers ordinal_suffixes_of_codes", "block"),
        **_each("ordinal_prefixes ordinal_prefixes_short ordinal_suffixes hotline_words hotline_numbers", "words"),
        "set_phrases": {"*": "block"},
    },
}

_READING: dict[str, Shape] = {
    "outline": {
        "parts": [{"key": "name", "number": "name", "title": "name", "also": "words", "keys": "word lists"}],
        "topics": [{"key": "name", "title": "name", "standard?": "yes", "words": "words"}],
        "title": _each("with_year kinds others", "words"),
        "beside_tables": _each("fields continued numbered ends notes", "words"),
        "page": _each("starts holds fields names alone dates other_dates", "words"),
    },
    "bodies": {
        **_each("municipalities lead_in not_first place_first", "words"),
        "county_cities": "block",
        "short": {"*": "level"},
        "endings": _each("office government street zone department national", "words"),
    },
    "reading/radicals": {"characters": {"*": "name"}},
    "reading/pages": {"page_numbers": "words"},
    "tables/2021": _TABLES,
    "tables/2019": _TABLES,
    "tables/names": {"*": {"*": {"zh?": "name", "en?": "name", "short?": "name", "short_en?": "name"}}},
    "tables/cells": _each("units not_applicable blank zero increase decrease", "words"),
    "tables/extra_columns": _each("counting remarks", "words"),
}

_CHECKS: dict[str, Shape] = {
    "structure": {
        "publication": {
            **_each("government others before_2019", "day"),
            **_each("governments uncertain", "bodies"),
            "migrated_days": "number",
        },
        "formats": _each("old_last_year new_first_year", "number"),
        "topics": {"first_year": "number", "order": "words", "words": {"*": "words"}},
        "titles": {"misplaced_requests": "words"},
        "period": {"cues": "words", "exempt": "words", "stated": "pattern"},
        "fees": {"first_year": "number", "pattern": "pattern", "elsewhere": "pattern"},
        "nothing": {"pattern": "pattern"},
        "accountability": {
            **_each("governments towns", "bodies"),
            "item": [{"name": "name", "name_en": "name", "pattern": "pattern"}],
        },
        "measure": {
            "standard": "name",
            "others": "words",
            "not_after": "text",
            "received": "words",
            "requests": "pattern",
        },
        "placeholder": {
            "noun_before": "name",
            "requests": "pattern",
            **_each("verbs objects tails tail_measures measures fill_in", "words"),
        },
        "damage": {**_each("garbled spam typos", "words"), **_each("markup link", "patterns"), "doubled": "pattern"},
        "privacy": _each("contact code_words", "words"),
        **_each("tables kinds changes phrases", _TEXTS),
    },
    "evaluation": {"title": "text", **_each("problems other", "words")},
    "leftovers": {
        "citation": [
            {
                **_each("key name current", "name"),
                "first_year": "number",
                "pattern": "pattern",
                "exempt": "words or none",
            }
        ],
        "pairs": {
            "between": "pattern",
            "notice": [{**_each("name right", "name"), "cues": "words", **_each("number wrong_title", "pattern")}],
        },
        "years": {
            **_each("subject weak_subject statement statement_after others lookback future", "pattern"),
            **_each("statement_exempt exempt", "words"),
        },
        "names": {
            "levels": {"*": "number"},
            "kinds": {"*": "name"},
            "level_marks": "name",
            **_each("place office", "pattern"),
        },
        "self": {
            "not_before": "text",
            "institution": [{"said": "words", "names": "words", "not_after": "text"}],
            "territory": [{"said": "name", "level": "number", "not_after": "text"}],
        },
        "author": _each("suffix before after subject_after", "pattern"),
        "outdated": [{"term": "name", "until": "number", "exempt": "words or none"}],
    },
    "tables/plausibility": {
        "fee": {"words": "words"},
        "regulations": _each("may must_not", "bodies"),
        "normative": {"small": "bodies"},
        "fees": {"small": "bodies"},
        "enforcement": {"words": "words", "bodies": "bodies"},
        "lost_cases": {"words": "words"},
    },
    "tables/years": {
        "notes": _each("carry_merged carry_corrected carry_topic force_cause force_object force_final", "words"),
        "last_year": _each("words up down", "words"),
        "places": {"ends": "words"},
    },
    "boilerplate/hollow_phrases": {
        **_each("problems double measures frames intensifiers", "words"),
        "template": {"gap": "number", "subjects": "words", "predicates": "words"},
    },
    "boilerplate/part_five": {
        "length": _each("short very_short", "number"),
        "hollow": _each("warning info", "number"),
        "denial": {"pattern": "pattern"},
    },
    "boilerplate/roles": {
        **_each("list_marker closing strong_openers measure_verbs predicate", "pattern"),
        "heading_words": "words",
        **_each("intro problem measure_openers result", "patterns"),
        "reasons": _each("hollow hollow_double intensifier specific nothing", "name"),
    },
    "boilerplate/specificity": {
        "not_specific": "patterns",
        "marker": [{"key": "name", "name": "name", "weight": "number", "pattern": "pattern"}],
    },
    "boilerplate/themes": {"theme": [{"key": "name", "name": "name", "stems": "words"}]},
}

_MESSAGES: dict[str, Shape] = {
    **dict.fromkeys(("messages/errors", "messages/lexicons", "messages/output", "messages/layout"), _TEXTS),
    **dict.fromkeys(("messages/labels", "messages/page", "messages/tables"), _TEXTS),
    "messages/evaluation": {"*": _TEXTS},
    "messages/pages": {"severity": _TEXTS, "*": _TEXT},
    **{f"rules/{family}": _RULES for family in "BILNSTY"},
}

SHAPES: Mapping[str, Shape] = {**_CLAIMS, **_LANGUAGE, **_READING, **_CHECKS, **_MESSAGES}
