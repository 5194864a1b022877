"""What the group shows of a case whose words stand on a desk, and what is taken away when it leaves one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rules.cases import State, Turn


@dataclass(frozen=True, slots=True)
class BriefSight:
    """`brief-card`."""

    case_id: int
    number: str
    crisis: bool
    area: str
    """Which kind of help, by its group in the catalogue; no service and no place."""
    state: State
    turn: Turn
    deadline: datetime | None
    deadline_is_law: bool
    overdue: bool
    owner: str | None
    alarm: bool = False
    """Somebody in danger waits for a human."""
    seen_by: str | None = None
    """Who has seen the standing alarm."""
    may_take: bool = False
    may_reopen: bool = False


@dataclass(frozen=True, slots=True)
class TopicLeftSight:
    """`topic-left`."""

    thread_id: int
