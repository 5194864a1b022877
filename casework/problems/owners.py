"""Which case a problem belongs to, as far as that can be told without reading anybody's words."""

from __future__ import annotations

from db.models import Case
from db.repositories import cases, people
from db.repositories.problems import Problem
from db.uow import UnitOfWork
from rules.problems import Way


async def case_within(uow: UnitOfWork, problem: Problem, organisation_id: int) -> Case | None:
    """The case of a problem, if it is one of this organisation.

    A letter names its case. An update came from a topic, or from a person: then it is their newest open case.
    """
    found = await _case_of_letter(uow, problem) if problem.way is Way.OUT else await _case_of_update(uow, problem.lane)
    return next((case for case in found if case.organisation_id == organisation_id), None)


async def _case_of_letter(uow: UnitOfWork, problem: Problem) -> list[Case]:
    case = await cases.by_id(uow.session, problem.case_id) if problem.case_id is not None else None
    return [case] if case is not None else []


async def _case_of_update(uow: UnitOfWork, lane: str) -> list[Case]:
    match lane.split(":"):
        case ["p", account]:
            person = await people.by_telegram(uow.session, int(account))
            return list(await cases.open_of(uow.session, person.id)) if person is not None else []
        case ["g", chat, thread] if thread != "0":
            case = await cases.by_topic(uow.session, int(chat), int(thread))
            return [case] if case is not None else []
        case _:
            return []
