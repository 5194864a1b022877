"""What all samples share: a moment and the number of a case."""

from __future__ import annotations

from datetime import UTC, datetime

NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NUMBER = "LUH-2026-000123"
