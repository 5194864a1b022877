"""What staff write down of a family's answers, on their desk."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.later import NotedSight, NotingOverSight
from casework.letters.view.forms import ask_of, known_draft, question_of, summary_of
from casework.letters.view.look import Look, view
from db.models import Case, FormDraft, StaffMember
from db.repositories import applications, people, staff
from rules.forms import SUMMARY


@view(kinds.noting.NotingScreen)
async def _question(look: Look, letter: kinds.noting.NotingScreen) -> Sight | None:
    found = await _opened(look, letter.staff_id, letter.form_id)
    if found is None:
        return None
    member, draft, case = found
    shown = await question_of(look, draft, letter.problem, member.language, named=True)
    return None if shown is None else look.sight(member.language, NotedSight(case.number, shown))


@view(kinds.noting.NotingSummaryScreen)
async def _summary(look: Look, letter: kinds.noting.NotingSummaryScreen) -> Sight | None:
    found = await _opened(look, letter.staff_id, letter.form_id)
    if found is None or found[1].at != SUMMARY:
        return None
    member, draft, case = found
    shown = await summary_of(look, draft, letter.problem, member.language)
    return look.sight(member.language, NotedSight(case.number, shown))


@view(kinds.noting.NotingStopAskScreen)
async def _stop_ask(look: Look, letter: kinds.noting.NotingStopAskScreen) -> Sight | None:
    found = await _opened(look, letter.staff_id, letter.form_id)
    if found is None:
        return None
    member, draft, case = found
    return look.sight(member.language, NotedSight(case.number, await ask_of(look, draft)))


@view(kinds.noting.NotingOverScreen)
async def _over(look: Look, letter: kinds.noting.NotingOverScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    case = await _case(look, member, letter.application_id)
    if case is None:
        return None
    copied = (await people.by_id(look.uow.session, case.person_id)).telegram_id is not None
    return look.sight(member.language, NotingOverSight(case.id, case.number, letter.noted, copied))


async def _opened(look: Look, staff_id: int, form_id: int) -> tuple[StaffMember, FormDraft, Case] | None:
    """What stands on the desk of the one who writes it down, as long as they work where the case is."""
    member, draft = await staff.by_id(look.uow.session, staff_id), await known_draft(look, form_id)
    if draft is None or draft.staff_id != member.id:
        return None
    case = await _case(look, member, draft.application_id or 0)
    return None if case is None else (member, draft, case)


async def _case(look: Look, member: StaffMember, application_id: int) -> Case | None:
    application = await applications.by_id(look.uow.session, application_id)
    if application is None or application.case_id is None or member.removed_at is not None:
        return None
    case = await look.case(application.case_id)
    return case if case.organisation_id == member.organisation_id else None
