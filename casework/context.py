"""What every act is given, and who may do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rules.catalogue import Catalogue
from rules.files import MOST_BYTES
from rules.roles import Role

if TYPE_CHECKING:
    from db.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `id` is the row of the person or staff member; None for strangers, the machine and the operator."""

    role: Role
    id: int | None = None
    organisation_id: int | None = None
    telegram_id: int | None = None

    @property
    def is_staff(self) -> bool:
        """Whether this is a caseworker, supervisor or admin."""
        return self.role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN)


MACHINE = Actor(Role.MACHINE)
OPERATOR = Actor(Role.OPERATOR)


@dataclass(frozen=True, slots=True)
class Rules:
    """The department's own choices, from the settings."""

    organisation: str = "luhansk"
    minimal: bool = False
    """No word of a person may stand in the staff group: the conversation is on the desk of whoever has the case."""
    handbook: str | None = None
    """Where staff read the handbook."""
    inbox_keep: timedelta = timedelta(hours=48)
    rendered_keep: timedelta = timedelta(days=30)
    most_file_bytes: int = MOST_BYTES
    """The largest file that is kept."""
    paid_broadcast: bool = False
    """Whether broadcasts may go faster than is free."""


@dataclass(frozen=True, slots=True)
class Context:
    """The world of one act: one transaction, one actor, one moment (business time, UTC)."""

    uow: UnitOfWork
    actor: Actor
    now: datetime
    catalogue: Catalogue
    rules: Rules = Rules()
    unhurried: bool = False
    """Nobody waits for what is written here: but for a crisis it lets everything else pass."""
