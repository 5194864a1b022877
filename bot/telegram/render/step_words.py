"""How the words of one question of a form are held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.telegram.render.names import Name


@dataclass(frozen=True, slots=True)
class StepWords:
    """A question, its short name in the summary, its options by slug, and what leaving it out is called."""

    question: Name
    label: Name
    options: Mapping[str, Name] = field(default_factory=dict)
    skip: Name | None = None
