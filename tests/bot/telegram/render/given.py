"""What all samples share: a moment and the number of a case."""

from __future__ import annotations

from datetime import UTC, datetime

from rules.catalogue import Provider

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NUMBER = "LUH-2026-000123"
ELSEWHERE = tuple(each for each in Provider if each is not Provider.DEPARTMENT)
"""Whoever may decide about a service but us."""
