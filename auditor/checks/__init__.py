"""The rules: each one function with one code, a family a folder.

Importing this package registers every family.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

FAMILIES = ("narrative", "within", "tables", "years", "structure", "leftovers", "boilerplate")

for _family in FAMILIES:
    if find_spec(f"{__name__}.{_family}") is not None:
        import_module(f"{__name__}.{_family}")
