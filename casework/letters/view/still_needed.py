"""Whether families still need a place: the lead's screen, the letter, what a caseworker notes."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.still_needed import NeedAsksSight, NeedChild, NeedDeskSight, OwnNeed, StillNeededSight
from casework.letters.view.look import Look, view
from db.models import Application
from db.repositories import allocation, applications, need_asks, recreation, staff
from db.uow import UnitOfWork
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState
from rules.recreation.still_needed import OPEN, AskState
from rules.roles import LEADS

SILENT = 8
"""Numbers on one screen."""


@view(kinds.still_needed.NeedAsksScreen)
async def _asks(look: Look, letter: kinds.still_needed.NeedAsksScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    call = await recreation.call(look.uow.session, letter.campaign_id)
    if member.removed_at is not None or member.role not in LEADS or call is None:
        return None
    if call.campaign.organisation_id != member.organisation_id:
        return None
    session = look.uow.session
    there = await allocation.of_campaign(session, call.campaign.id)
    shared = there is not None and there.state == allocation.CONFIRMED
    to_ask = await need_asks.count_to_ask(session, call.campaign.id)
    shows = NeedAsksSight(
        campaign_id=call.campaign.id,
        name=call.terms.name[member.language],
        to_ask=to_ask,
        days=call.terms.answer_days,
        counts={AskState(state): n for state, n in (await need_asks.counted(session, call.campaign.id)).items()},
        silent=tuple(await need_asks.silent(session, call.campaign.id, SILENT)),
        may_ask=to_ask > 0 and not shared and call.state in (CampaignState.CLOSED, CampaignState.ALLOCATING),
    )
    return look.sight(member.language, shows)


async def own_need(uow: UnitOfWork, application: Application, *, named: bool) -> OwnNeed | None:
    """What a family was asked and can still say; None where it was not, and once the order is confirmed."""
    ask = await need_asks.of_application(uow.session, application.id)
    there = await allocation.of_campaign(uow.session, application.campaign_id) if ask is not None else None
    if ask is None or (there is not None and there.state == allocation.CONFIRMED):
        return None
    children = tuple(
        NeedChild(each.id, each.position, each.name if named else None, each.id not in ask.given_up)
        for each in await applications.children(uow.session, application.id)
        if each.state == Standing.NEED_CONFIRMED or each.id in ask.given_up
    )
    return OwnNeed(application.id, AskState(ask.state), ask.due_at, children) if children else None


@view(kinds.still_needed.NeedDeskScreen)
async def _desk(look: Look, letter: kinds.still_needed.NeedDeskScreen) -> Sight | None:
    member, case = await staff.by_id(look.uow.session, letter.staff_id), await look.case(letter.case_id)
    application = await applications.of_case(look.uow.session, case.id)
    if member.removed_at is not None or case.organisation_id != member.organisation_id or application is None:
        return None
    need = await own_need(look.uow, application, named=False)
    return None if need is None else look.sight(member.language, NeedDeskSight(case.id, case.number, need))


@view(kinds.still_needed.StillNeeded, kinds.still_needed.StillNeededAgain)
async def _letter(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(letter, kinds.still_needed.StillNeeded | kinds.still_needed.StillNeededAgain)
    person, case = await look.person(), await look.case(letter.case_id)
    application = await applications.of_case(look.uow.session, case.id)
    if application is None or case.closed_at is not None:
        return None
    need = await own_need(look.uow, application, named=not person.discreet)
    if need is None or need.state not in OPEN or need.due_at < look.now:
        return None
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, StillNeededSight(case.id, case.number, need, office))
