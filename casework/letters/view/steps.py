"""Letters at the steps of a case; the same sights are shown to staff before such a letter is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from casework.awaited.matters import matter_of
from casework.letters import kinds
from casework.letters.sights import NoteLine, NotesSight, Office, RefusedSight, Sight, StepSight
from casework.letters.view.look import Look, view
from casework.letters.view.to_person import called, service_name
from db.models import Case, Person
from db.repositories import notes, staff
from db.uow import UnitOfWork
from rules.cases import State, reopen_by
from rules.catalogue import Catalogue, Provider


def step_sight(catalogue: Catalogue, case: Case, person: Person, state: State, given: str) -> StepSight:
    """What a step says. `given`: an outcome for a solved case, a kind of office for one that waits for it."""
    bare = case.crisis or person.human_only or person.discreet
    outcome = catalogue.outcomes.get(given) if state is State.RESOLVED and not bare else None
    provider = Provider(given) if state is State.WAITING_PROVIDER and not person.discreet else None
    return StepSight(case.number, state, provider, outcome.plain[person.language] if outcome else None)


async def refusal_sight(
    uow: UnitOfWork,
    catalogue: Catalogue,
    case: Case,
    person: Person,
    code: str,
    closed_at: datetime,
    *,
    refused_by: int,
) -> RefusedSight:
    """What a refusal says. `closed_at`: when it was or would be refused, `refused_by`: by whom."""
    reason, language = catalogue.refusals[code], person.language
    entry = catalogue.organisations[(await staff.organisation_by_id(uow.session, case.organisation_id)).slug]
    hidden = person.discreet
    return RefusedSight(
        case_id=case.id,
        name=called(person),
        number=case.number,
        service=None if hidden else service_name(catalogue, case.service, language),
        reason=None if hidden else reason.plain[language],
        basis=None if hidden else reason.basis[language],
        instead=None if hidden else reason.instead[language],
        appeal_by=reopen_by(closed_at),
        another=await staff.is_another(uow.session, case.organisation_id, refused_by),
        complaint=entry.complaint[language],
        office=Office(entry.phone, entry.hours_text[language]),
    )


@view(kinds.CaseStep)
async def _case_step(look: Look, letter: kinds.CaseStep) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    if case.state != letter.state or case.erased_at is not None:
        return None
    given = case.provider if case.state == State.WAITING_PROVIDER else case.result
    shows = step_sight(look.catalogue, case, person, State(case.state), given or "")
    if matter_of(letter) is not None:
        shows = replace(shows, sign_in=case.id)
    return look.sight(person.language, shows)


@view(kinds.CaseRefused)
async def _case_refused(look: Look, letter: kinds.CaseRefused) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    code = case.result or ""
    if case.state != State.REFUSED or case.closed_at is None or code not in look.catalogue.refusals:
        return None
    if case.erased_at is not None:
        return None
    shows = await refusal_sight(
        look.uow, look.catalogue, case, person, code, case.closed_at, refused_by=case.refused_by or 0
    )
    return look.sight(person.language, shows)


async def notes_sight(uow: UnitOfWork, case: Case) -> NotesSight:
    """What staff noted about a case, the newest first."""
    lines = [NoteLine(note.at, work_name, note.text) for note, work_name in await notes.of_case(uow.session, case.id)]
    return NotesSight(case.number, tuple(lines))


@view(kinds.DeskNotes)
async def _desk_notes(look: Look, letter: kinds.DeskNotes) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    return look.sight(member.language, await notes_sight(look.uow, await look.case(letter.case_id)))
