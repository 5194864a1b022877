"""Applications that wait for checking, as they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.review import (
    ApplicationNewsSight,
    CategoryChecked,
    ChildChecked,
    PaperChecked,
    ReviewChildSight,
    ReviewLine,
    ReviewOneSight,
    ReviewSight,
)
from casework.letters.view.later import owed_lines
from casework.letters.view.look import Look, view
from casework.recreation.again import to_renew
from casework.recreation.owing import later_of
from casework.recreation.papers import not_there, open_papers
from casework.recreation.validity import validity_of
from db.models import Application, ApplicationChild, Case, StaffMember
from db.repositories import applications, documents, notes, recreation, staff
from db.repositories.recreation import Call
from rules.documents import DocumentState
from rules.forms.dates import age_on
from rules.local_time import local_date
from rules.recreation.applications import Deed, Standing, possible
from rules.recreation.papers import step_for

PAGE = 8
CHECKED_IN = (Standing.CHECKING, Standing.NEEDS_DOCUMENTS)


@view(kinds.review.ReviewScreen)
async def _review(look: Look, letter: kinds.review.ReviewScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    if member is None:
        return None
    session = look.uow.session
    found = await applications.to_check(
        session,
        member.organisation_id,
        letter.campaign_id,
        member.id,
        skip=letter.page * PAGE,
        limit=PAGE + 1,
    )
    lines = [await _line(look, member, application, case) for application, case in found[:PAGE]]
    calls = await recreation.of_organisation(session, member.organisation_id)
    names = tuple((call.campaign.id, call.terms.name[member.language]) for call in calls)
    shows = ReviewSight(letter.campaign_id, letter.page, len(found) > PAGE, tuple(lines), names)
    return look.sight(member.language, shows)


async def _line(look: Look, member: StaffMember, application: Application, case: Case) -> ReviewLine:
    children = await applications.children(look.uow.session, application.id)
    assert application.filed_at is not None, "it was sent"
    seen = any(child.checked_by == member.id and child.state == Standing.CHECKING for child in children)
    state = Standing(application.state)
    return ReviewLine(application.id, case.number, state, application.filed_at, len(children), seen)


@view(kinds.review.ReviewOneScreen)
async def _one(look: Look, letter: kinds.review.ReviewOneScreen) -> Sight | None:
    found = await _opened(look, letter.staff_id, letter.application_id)
    if found is None:
        return None
    member, application, case, call = found
    session = look.uow.session
    children = await applications.children(session, application.id)
    states = [Standing(child.state) for child in children]
    assert application.filed_at is not None, "it was sent"
    shows = ReviewOneSight(
        application_id=application.id,
        case_id=case.id,
        number=case.number,
        standing=Standing(application.state),
        filed_at=application.filed_at,
        owner=await look.owner(case),
        children=tuple([await _child(look, member, child) for child in children]),
        papers=await _papers(look, case, member.language),
        papers_by=application.papers_by,
        owed=owed_lines(await later_of(session, application), named=False),
        notes=len(await notes.of_case(session, case.id)),
        four_eyes=call.terms.four_eyes,
        may_check=Standing.SUBMITTED in states,
        may_ask=await _may_ask(look, case, application, call, children),
    )
    return look.sight(member.language, shows)


async def _may_ask(
    look: Look, case: Case, application: Application, call: Call, children: Sequence[ApplicationChild]
) -> bool:
    """Whether any document is left to be asked for, or ends too early."""
    there = await documents.of_case(look.uow.session, case.id)
    those = [each for each in children if step_for(Standing(each.state))]
    if any(each.state == DocumentState.PICKED for each in there) or not_there(call.terms, those, there):
        return True
    return bool(await to_renew(look.uow.session, application, there, those, look.now))


@view(kinds.review.ReviewChildScreen)
async def _of_child(look: Look, letter: kinds.review.ReviewChildScreen) -> Sight | None:
    found = await _opened(look, letter.staff_id, letter.application_id)
    if found is None:
        return None
    member, application, case, call = found
    children = await applications.children(look.uow.session, application.id)
    child = next((each for each in children if each.id == letter.child_id), None)
    if child is None:
        return None
    state = Standing(child.state)
    shows = ReviewChildSight(
        application_id=application.id,
        case_id=case.id,
        number=case.number,
        child=await _child(look, member, child),
        open_papers=await open_papers(look.uow.session, case, call, child),
        four_eyes=call.terms.four_eyes,
        may_decide=state in CHECKED_IN,
        may_confirm=possible(Deed.CONFIRM, state),
        may_doubt=possible(Deed.DOUBT, state),
    )
    return look.sight(member.language, shows)


async def _member(look: Look, staff_id: int) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None else None


async def _opened(look: Look, staff_id: int, application_id: int) -> tuple[StaffMember, Application, Case, Call] | None:
    member, application = await _member(look, staff_id), await applications.by_id(look.uow.session, application_id)
    if member is None or application is None or application.case_id is None:
        return None
    case, call = await look.case(application.case_id), await recreation.call(look.uow.session, application.campaign_id)
    if call is None or case.organisation_id != member.organisation_id or case.closed_at is not None:
        return None
    return member, application, case, call


async def _child(look: Look, member: StaffMember, child: ApplicationChild) -> ChildChecked:
    hromada = look.catalogue.hromadas.get(child.hromada or "")
    seen_by = await staff.by_id(look.uow.session, child.checked_by) if child.checked_by is not None else None
    return ChildChecked(
        child_id=child.id,
        number=child.position,
        standing=Standing(child.state),
        age=age_on(date.fromisoformat(child.born), local_date(look.now)) if child.born else None,
        hromada=hromada.name if hromada else None,
        categories=tuple(
            CategoryChecked(code, look.catalogue.categories[code].name[member.language], _holds(child, code))
            for code in child.categories
            if code in look.catalogue.categories
        ),
        seen_by=seen_by.work_name if seen_by is not None and child.state == Standing.CHECKING else None,
    )


def _holds(child: ApplicationChild, code: str) -> bool | None:
    if code in child.confirmed:
        return True
    return False if code in child.denied else None


async def _papers(look: Look, case: Case, language: str) -> tuple[PaperChecked, ...]:
    numbers = await applications.positions(look.uow.session, case.id)
    validity = await validity_of(look.uow.session, case, look.now)
    return tuple(
        PaperChecked(
            look.catalogue.documents[each.document].name[language],
            numbers.get(each.child_id or 0, 0),
            DocumentState(each.state),
            validity.get(each.id),
        )
        for each in await documents.of_case(look.uow.session, case.id)
        if each.document in look.catalogue.documents
    )


@view(kinds.review.ApplicationChecked, kinds.review.NeedConfirmed)
async def _news(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(letter, kinds.review.ApplicationChecked | kinds.review.NeedConfirmed)
    person, application = await look.person(), await applications.by_id(look.uow.session, letter.application_id)
    if application is None or application.case_id is None:
        return None
    case = await look.case(application.case_id)
    confirmed = isinstance(letter, kinds.review.NeedConfirmed)
    states = {Standing.NEED_CONFIRMED} if confirmed else {Standing.CHECKING, Standing.NEEDS_DOCUMENTS}
    if case.closed_at is not None or Standing(application.state) not in states:
        return None
    office = look.office(person.language, await look.entry(case))
    shows = ApplicationNewsSight(case.id, case.number, office.phone, office.hours, await look.owner(case))
    return look.sight(person.language, shows)
