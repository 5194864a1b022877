"""Stages: an empty one, and one with a bound group, two caseworkers and a supervisor."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rules.permissions import Role
from tests.conversations.stage import Stage, open_stage


@pytest.fixture
async def empty_stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """The bot with nobody around."""
    async with open_stage(database_url, tmp_path) as stage:
        yield stage


@pytest.fixture
async def stage(empty_stage: Stage) -> Stage:
    """The department at work: Ірина and Андрій are caseworkers, Світлана leads, their group is bound."""
    await empty_stage.worker("Ірина")
    await empty_stage.worker("Андрій")
    supervisor = await empty_stage.worker("Світлана", Role.SUPERVISOR)
    await empty_stage.bind(supervisor)
    return empty_stage
