"""Transfers on the desk: those of a case, one of them, what is typed, what the person would read, and the sheet."""

from __future__ import annotations

from datetime import timedelta

from casework.letters import kinds
from casework.letters.sights import Office, Sight
from casework.letters.sights.shared import SharedLine
from casework.letters.sights.transfers import (
    ChoiceOfProvider,
    ItemChoice,
    TransferChoiceSight,
    TransferDeskSight,
    TransferHowSight,
    TransferLine,
    TransferLookSight,
    TransferOfferedSight,
    TransferSheetSight,
    TransfersSight,
    TransferSummarySight,
    TransferWhoSight,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.letters.view.transfers import contacts_of, provider_of, transfer_sight
from casework.transfers.values import frozen, held, whose
from db.models import Case, StaffMember, Transfer
from db.repositories import providers, staff, transfers
from db.repositories.providers import entry_of
from rules.local_time import local_date
from rules.providers import Channel, accepts, fits, reachable
from rules.transfers import ALWAYS, BEFORE_CONSENT, ConsentWay, Item, ReceiptWay, TransferState

PAGE = 8
DAYS = 5
"""Days back that can be pressed for a consent or a receipt."""


async def _member(look: Look, staff_id: int, case: Case) -> StaffMember | None:
    """Who still works in the organisation of the case."""
    member = await staff.by_id(look.uow.session, staff_id)
    there = member.removed_at is None and member.organisation_id == case.organisation_id
    return member if there and case.erased_at is None else None


async def _found(look: Look, staff_id: int, transfer_id: int) -> tuple[StaffMember, Case, Transfer] | None:
    row = await transfers.by_id(look.uow.session, transfer_id)
    if row is None or row.case_id is None:
        return None
    case = await look.case(row.case_id)
    member = await _member(look, staff_id, case)
    return None if member is None else (member, case, row)


@view(kinds.transfers.TransfersScreen)
async def _transfers(look: Look, letter: kinds.transfers.TransfersScreen) -> Sight | None:
    case = await look.case(letter.case_id)
    member = await _member(look, letter.staff_id, case)
    if member is None:
        return None
    rows = await transfers.of_case(look.uow.session, case.id)
    known = await providers.of_ids(look.uow.session, [each.provider_id for each in rows])
    lines = tuple(TransferLine(each.id, known[each.provider_id].name, TransferState(each.state)) for each in rows)
    return look.sight(member.language, TransfersSight(case.id, case.number, lines, case.closed_at is not None))


@view(kinds.transfers.TransferChoiceScreen)
async def _choice(look: Look, letter: kinds.transfers.TransferChoiceScreen) -> Sight | None:
    case = await look.case(letter.case_id)
    member = await _member(look, letter.staff_id, case)
    if member is None or case.closed_at is not None:
        return None
    places, today = {case.registered_hromada, case.actual_oblast} - {None}, local_date(look.now)
    choices = []
    for row in await providers.of_organisation(look.uow.session, case.organisation_id):
        entry = entry_of(row)
        near = bool(entry.areas) and fits(entry, {each for each in places if each})
        choices.append(ChoiceOfProvider(row.id, row.name, near, not reachable(entry), not accepts(entry, today)))
    choices.sort(key=lambda each: (not each.fits, each.bare))
    pages = max(1, -(-len(choices) // PAGE))
    page = min(letter.page, pages - 1)
    shown = tuple(choices[page * PAGE : (page + 1) * PAGE])
    return look.sight(member.language, TransferChoiceSight(case.id, case.number, shown, page, pages))


@view(kinds.transfers.TransferDeskScreen)
async def _desk(look: Look, letter: kinds.transfers.TransferDeskScreen) -> Sight | None:
    found = await _found(look, letter.staff_id, letter.transfer_id)
    if found is None:
        return None
    member, case, row = found
    entry, who = entry_of(await provider_of(look, row)), await whose(look.uow, case)
    values, chosen = held(look.catalogue, case, who, row), ALWAYS | {Item(each) for each in row.items}
    shows = TransferDeskSight(
        case_id=case.id,
        transfer_id=row.id,
        number=case.number,
        provider=entry.name,
        channel=entry.channel,
        state=TransferState(row.state),
        items=tuple(ItemChoice(item, item in chosen, item in values) for item in Item),
        has_summary=row.summary is not None,
        by_button=who.by_button,
        contacts=contacts_of(entry),
        asked_at=row.asked_at,
        agreed_on=row.agreed_on,
        agreed_way=ConsentWay(row.agreed_way) if row.agreed_way else None,
        due_at=row.due_at,
        late=row.late_at is not None,
        sent_at=row.sent_at,
        received_on=row.received_on,
        received_way=ReceiptWay(row.received_way) if row.received_way else None,
    )
    return look.sight(member.language, shows)


@view(kinds.transfers.TransferSummaryScreen)
async def _summary(look: Look, letter: kinds.transfers.TransferSummaryScreen) -> Sight | None:
    found = await _found(look, letter.staff_id, letter.transfer_id)
    if found is None or found[2].state not in BEFORE_CONSENT:
        return None
    member, case, row = found
    return look.sight(member.language, TransferSummarySight(row.id, case.number, row.summary))


@view(kinds.transfers.TransferHowScreen)
async def _how(look: Look, letter: kinds.transfers.TransferHowScreen) -> Sight | None:
    found = await _found(look, letter.staff_id, letter.transfer_id)
    if found is None:
        return None
    member, case, row = found
    today = local_date(look.now)
    days = tuple(today - timedelta(days=each) for each in range(DAYS))
    return look.sight(member.language, TransferHowSight(row.id, case.number, letter.what, letter.way, days))


@view(kinds.transfers.TransferWhoScreen)
async def _who(look: Look, letter: kinds.transfers.TransferWhoScreen) -> Sight | None:
    found = await _found(look, letter.staff_id, letter.transfer_id)
    if found is None or found[2].state != TransferState.HANDING:
        return None
    member, case, row = found
    return look.sight(member.language, TransferWhoSight(row.id, case.number, (await provider_of(look, row)).name))


@view(kinds.transfers.TransferLook)
async def _look(look: Look, letter: kinds.transfers.TransferLook) -> Sight | None:
    found = await _found(look, letter.staff_id, letter.transfer_id)
    if found is None or found[2].state not in BEFORE_CONSENT:
        return None
    member, case, row = found
    who = await whose(look.uow, case)
    shows = TransferLookSight(row.id, who.writer.language, await transfer_sight(look, case, row), who.by_button)
    return look.sight(member.language, shows)


@view(kinds.transfers.TransferSheet)
async def _sheet(look: Look, letter: kinds.transfers.TransferSheet) -> Sight | None:
    found = await _found(look, letter.staff_id, letter.transfer_id)
    if found is None or found[2].state != TransferState.HANDING:
        return None
    member, case, row = found
    return look.sight(member.language, await _sheet_sight(look, member.work_name, case, row))


async def _sheet_sight(look: Look, author: str, case: Case, row: Transfer) -> TransferSheetSight:
    entry, ours = entry_of(await provider_of(look, row)), await look.entry(case)
    assert row.agreed_on is not None, "it was agreed to"
    assert row.due_at is not None, "so it is to be confirmed some day"
    return TransferSheetSight(
        transfer_id=row.id,
        number=case.number,
        channel=entry.channel,
        provider=entry.name,
        contact=entry.contact,
        phone=entry.phone,
        email=entry.email,
        address=entry.address,
        ours=ours.name[STAFF_LANGUAGE],
        office=Office(ours.phone, ours.hours_text[STAFF_LANGUAGE]),
        author=author,
        shared=tuple(SharedLine(item, value) for item, value in frozen(row).items()),
        agreed_on=row.agreed_on,
        agreed_way=ConsentWay(row.agreed_way or ConsentWay.PRESS),
        by=row.due_at,
        sent=row.sent_at is not None,
    )


@view(kinds.transfers.TransferOffered)
async def _offered(look: Look, letter: kinds.transfers.TransferOffered) -> Sight | None:
    row = await transfers.by_id(look.uow.session, letter.transfer_id)
    if row is None or row.state != TransferState.HANDING or row.case_id is None or row.due_at is None:
        return None
    case = await look.case(row.case_id)
    return look.sight(STAFF_LANGUAGE, TransferOfferedSight(row.id, case.number, row.due_at))


@view(kinds.transfers.TransferHanded)
async def _handed(look: Look, letter: kinds.transfers.TransferHanded) -> Sight | None:
    row = await transfers.by_id(look.uow.session, letter.transfer_id)
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if row is None or row.case_id is None or row.state != TransferState.HANDING or member.removed_at is not None:
        return None
    case, provider = await look.case(row.case_id), await provider_of(look, row)
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    if provider.channel != Channel.STAFF_CHAT or provider.chat != organisation.slug or case.erased_at is not None:
        return None
    author = await look.owner(case)
    return look.sight(member.language, await _sheet_sight(look, author or "", case, row))
