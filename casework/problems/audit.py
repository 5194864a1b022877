"""Who decided what about which problem: in the case's history where there is one, and in the log by ids alone."""

from __future__ import annotations

from functools import partial

import structlog

from casework.cases.history import Event, record
from casework.context import Context
from db.models import Case
from db.repositories.problems import Problem
from rules.problems import incident_number

log = structlog.get_logger(__name__)


def write_down(ctx: Context, problem: Problem, case: Case | None, decided: Event) -> None:
    """Adds the line to the history, and to the log once it is committed."""
    incident = incident_number(problem.way, problem.id)
    if case is not None:
        record(ctx, case, decided, incident=incident)
    ctx.uow.after_commit(partial(_log, incident, decided, ctx.actor.id))


def _log(incident: str, decided: Event, staff_id: int | None) -> None:
    log.info("problem_decided", incident=incident, decided=decided.value, staff=staff_id)
