"""Settings of all tests: no property is judged by its time, which a busy machine stretches."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
