"""Staff check applications on the desk: next to check first, then each child by itself, until the need is confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.act import act
from casework.allocation.leaving import back_in_turn, leave
from casework.awaited.want import want_sign
from casework.cases.access import locked
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.cases.take import give_to_actor
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.documents.wanted import move
from casework.errors import CaseClosed, CategoriesOpen, Covered, NothingPicked, PapersOpen, SecondHuman, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_on_desk, tell_person
from casework.recreation.again import pick_anew
from casework.recreation.papers import open_papers, remind_while, want_papers
from casework.recreation.standing import able, do
from casework.talk.waiting import behind_until
from db.models import Application, ApplicationChild, Case, StaffMember
from db.repositories import applications, documents, people, recreation, staff
from db.repositories.recreation import Call
from rules.documents import DocumentState, DocumentVerb
from rules.local_time import local_date
from rules.recreation.applications import Deed, Standing, possible
from rules.recreation.papers import DAYS_TO_BRING, step_for, undecided


@dataclass(frozen=True, slots=True)
class ShowReview:
    """Of one campaign; 0: of all."""

    campaign_id: int = 0
    page: int = 0


@act("review.show")
async def show_review(ctx: Context, data: ShowReview) -> None:
    """Puts the list of what waits for checking on the desk."""
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.review.ReviewScreen(member.id, data.campaign_id, data.page))


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """One of them; with a child of it, that child alone."""

    application_id: int
    child_id: int = 0


@dataclass(frozen=True, slots=True)
class OpenOfCase:
    """The one that a case is about."""

    case_id: int


@act("review.open")
async def open_application(ctx: Context, data: OpenApplication) -> None:
    """Puts it on the desk. NoSuchCase, Stale where it was never sent."""
    case = await locked(ctx, await _case_of(ctx, data.application_id), "review.open")
    application, _ = await _opened(ctx, case, data.application_id)
    await _show(ctx, application, data.child_id)


@act("review.of_case")
async def open_of_case(ctx: Context, data: OpenOfCase) -> None:
    """The same, from where only the case is known. Stale where it is of another kind."""
    case = await locked(ctx, data.case_id, "review.of_case")
    found = await applications.of_case(ctx.uow.session, case.id)
    application, _ = await _opened(ctx, case, found.id if found is not None else 0)
    await _show(ctx, application)


@act("review.check")
async def begin_checking(ctx: Context, data: OpenApplication) -> None:
    """Begins: whoever checks takes the case, if nobody has it, and the family reads that somebody looks. Stale where
    there is nothing to begin.
    """
    case = await locked(ctx, await _case_of(ctx, data.application_id), "review.check")
    application, _ = await _opened(ctx, case, data.application_id)
    those = [child for child in await able(ctx, application, Deed.CHECK) if child.state == Standing.SUBMITTED]
    if not those:
        raise Stale
    # The letter that follows says who it is.
    await _take_if_nobodys(ctx, case, tell=False)
    await do(ctx, application, those, Deed.CHECK)
    record(ctx, case, Event.CHECKING, children=len(those))
    await _tell(ctx, case, kinds.review.ApplicationChecked(application.id))
    await show_case(ctx, case)
    await _show(ctx, application)


@act("review.ask_papers")
async def ask_papers(ctx: Context, data: OpenApplication) -> int:
    """Asks the family, in one letter, for all documents that the campaign wants at the step where its children stand,
    and anew for those that end before they are needed; how many. A human's answer. NothingPicked where all were asked
    for; Covered where somebody else may read the phone.
    """
    case = await locked(ctx, await _case_of(ctx, data.application_id), "review.ask_papers")
    application, call = await _opened(ctx, case, data.application_id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.discreet:
        raise Covered
    children = await applications.children(ctx.uow.session, application.id)
    those = [child for child in children if step_for(Standing(child.state)) is not None]
    await want_papers(ctx, case, call, those)
    await pick_anew(ctx, case, application, those)
    picked = [each for each in await documents.of_case(ctx.uow.session, case.id) if each.state == DocumentState.PICKED]
    if not picked:
        raise NothingPicked
    await _take_if_nobodys(ctx, case)
    for document in picked:
        move(ctx, document, DocumentVerb.ASK)
        document.asked_at, document.put_off_at = ctx.now, None
    application.papers_by = local_date(ctx.now + timedelta(days=DAYS_TO_BRING))
    lacking = [child for child in those if possible(Deed.ASK_DOCUMENTS, Standing(child.state))]
    await do(ctx, application, lacking, Deed.ASK_DOCUMENTS)
    await remind_while(ctx, application, missing=True)
    answered(ctx, case)
    await note_answered(ctx, case)
    record(ctx, case, Event.DOCUMENTS_ASKED, documents=" ".join(each.document for each in picked))
    await _tell(ctx, case, kinds.documents.DocumentsAsked(case.id))
    await show_case(ctx, case)
    await _show(ctx, application)
    return len(picked)


@dataclass(frozen=True, slots=True)
class DecideCategory:
    """Whether a category of a child holds."""

    application_id: int
    child_id: int
    code: str
    holds: bool


@act("review.category")
async def decide_category(ctx: Context, data: DecideCategory) -> None:
    """Keeps what staff found; a first confirmation of the need counts no more. Stale where the child is not being
    checked, or the category was not named.
    """
    case = await locked(ctx, await _case_of(ctx, data.application_id), "review.category")
    application, _ = await _opened(ctx, case, data.application_id)
    child = await _child(ctx, application, data.child_id)
    if child.state not in (Standing.CHECKING, Standing.NEEDS_DOCUMENTS) or data.code not in child.categories:
        raise Stale
    child.confirmed = [each for each in child.confirmed if each != data.code] + [data.code] * data.holds
    child.denied = [each for each in child.denied if each != data.code] + [data.code] * (not data.holds)
    child.checked_by = None
    record(ctx, case, Event.CATEGORY_DECIDED, category=data.code, holds=data.holds, child=child.position)
    await _show(ctx, application, child.id)


@act("review.confirm")
async def confirm_need(ctx: Context, data: OpenApplication) -> bool:
    """Confirms the need of a child; False where a second human has to do the same first. Whoever stood in the order of
    places before has the old turn again.

    CategoriesOpen, PapersOpen (`count`) while something is undecided; SecondHuman for whoever confirmed it first; Stale
    where it is not being checked.
    """
    case = await locked(ctx, await _case_of(ctx, data.application_id), "review.confirm")
    application, call = await _opened(ctx, case, data.application_id)
    child = await _child(ctx, application, data.child_id)
    if not possible(Deed.CONFIRM, Standing(child.state)):
        raise Stale
    if undecided(child.categories, child.confirmed, child.denied):
        raise CategoriesOpen
    if count := await open_papers(ctx.uow.session, case, call, child):
        raise PapersOpen(count=str(count))
    if call.terms.four_eyes and child.checked_by is None:
        child.checked_by = ctx.actor.id
        record(ctx, case, Event.NEED_SEEN_ONCE, child=child.position)
        await _show(ctx, application)
        return False
    if call.terms.four_eyes and child.checked_by == ctx.actor.id:
        raise SecondHuman
    await do(ctx, application, [child], Deed.CONFIRM)
    record(ctx, case, Event.NEED_CONFIRMED, child=child.position)
    if application.state == Standing.NEED_CONFIRMED:
        await _tell(ctx, case, kinds.review.NeedConfirmed(application.id))
    if await back_in_turn(ctx, application, child):
        record(ctx, case, Event.BACK_IN_TURN, child=child.position)
    await show_case(ctx, case)
    await _show(ctx, application)
    return True


@act("review.doubt")
async def doubt_need(ctx: Context, data: OpenApplication) -> None:
    """What was confirmed of a child is checked once more. Stale where it was not, or a place was offered already."""
    case = await locked(ctx, await _case_of(ctx, data.application_id), "review.doubt")
    application, _ = await _opened(ctx, case, data.application_id)
    child = await _child(ctx, application, data.child_id)
    if not possible(Deed.DOUBT, Standing(child.state)):
        raise Stale
    await do(ctx, application, [child], Deed.DOUBT)
    await leave(ctx, application, [child.id])
    child.checked_by = None
    record(ctx, case, Event.NEED_DOUBTED, child=child.position)
    await show_case(ctx, case)
    await _show(ctx, application, child.id)


async def _case_of(ctx: Context, application_id: int) -> int:
    found = await applications.by_id(ctx.uow.session, application_id)
    if found is None or found.case_id is None:
        raise Stale
    return found.case_id


async def _opened(ctx: Context, case: Case, application_id: int) -> tuple[Application, Call]:
    """The application of a locked case, locked too, and what its campaign says now."""
    if case.closed_at is not None:
        raise CaseClosed
    application = await applications.lock(ctx.uow.session, application_id)
    call = await recreation.call(ctx.uow.session, application.campaign_id) if application is not None else None
    if application is None or call is None:
        raise Stale
    return application, call


async def _child(ctx: Context, application: Application, child_id: int) -> ApplicationChild:
    children = await applications.children(ctx.uow.session, application.id)
    found = next((child for child in children if child.id == child_id), None)
    if found is None:
        raise Stale
    return found


async def _take_if_nobodys(ctx: Context, case: Case, *, tell: bool = True) -> None:
    if case.owner_id is None:
        await give_to_actor(ctx, case, tell=tell)


async def _tell(ctx: Context, case: Case, letter: kinds.Letter) -> None:
    person = await people.by_id(ctx.uow.session, case.person_id)
    if await tell_person(ctx, person, letter, case=case, not_before=await behind_until(ctx, case)):
        await want_sign(ctx, case, person, letter)


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)


async def _show(ctx: Context, application: Application, child_id: int = 0) -> None:
    member = await _member(ctx)
    await show_on_desk(
        ctx,
        member,
        kinds.review.ReviewChildScreen(member.id, application.id, child_id)
        if child_id
        else kinds.review.ReviewOneScreen(member.id, application.id),
    )
