"""Places of camps: the table on a lead's desk, offers on a phone, and what staff note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.allocation import (
    AllocationSight,
    AllocationValueSight,
    DeskOffer,
    OwnOffer,
    OwnPlaces,
    PartyLine,
    Pick,
    PlaceBackAskSight,
    PlaceChildrenSight,
    PlaceDeskSight,
    PlaceLine,
    PlaceNewsSight,
    PlaceOfferedSight,
    ShiftCount,
)
from casework.letters.view.look import Look, view
from db.models import Allocation, AllocationParty, Application, ApplicationChild, Case, PlaceOffer
from db.repositories import allocation, applications, recreation, staff, trips
from db.repositories.recreation import Call
from rules.allocation.asked import Criterion
from rules.allocation.facts import read_tried
from rules.allocation.reasons import Found, Why
from rules.recreation.applications import Standing
from rules.recreation.offers import OfferState
from rules.recreation.terms import By, Step
from rules.roles import LEADS

PAGE = 8
"""Rows of the table on one screen."""
HAS = (Why.FIRST_WISH, Why.LATER_WISH, Why.FEWER_LEFT, Why.OFFER_STANDS, Why.GOING)
WAITS = (Why.NO_SEAT, Why.SAME_CHILD, Why.NO_SHIFT_FITS)


@view(kinds.allocation.AllocationScreen)
async def _allocation(look: Look, letter: kinds.allocation.AllocationScreen) -> Sight | None:
    found = await _call(look, letter.staff_id, letter.campaign_id)
    if found is None:
        return None
    call, language = found
    terms = call.terms
    row = await allocation.of_campaign(look.uow.session, call.campaign.id)
    if row is None or row.state not in allocation.WORKED_OUT:
        empty = AllocationSight(
            call.campaign.id,
            terms.name[language],
            terms.order[language],
            terms.lot,
            working=row is not None and row.state == allocation.ASKED,
            undone=row is not None and row.state == allocation.UNDONE,
        )
        return look.sight(language, empty)
    counted = await allocation.counted(look.uow.session, row.id)
    page = await allocation.page(look.uow.session, row.id, letter.first, PAGE)
    shows = AllocationSight(
        campaign_id=call.campaign.id,
        name=terms.name[language],
        order=terms.order[language],
        lot=terms.lot,
        allocation_id=row.id,
        confirmed_at=row.confirmed_at,
        tried_at=row.tried_at,
        value=row.value,
        seed=row.seed,
        numbers=row.numbers,
        parties=sum(counted.values()),
        offered=sum(counted.get(why.value, 0) for why in HAS),
        waiting=sum(counted.get(why.value, 0) for why in WAITS),
        shifts=await _shifts(look, call, row),
        first=letter.first,
        lines=tuple(_line(each) for each in page),
    )
    return look.sight(language, shows)


def _line(row: AllocationParty) -> PartyLine:
    return PartyLine(
        rank=row.rank,
        number=row.number,
        children=len(row.children),
        weight=row.weight,
        counts_from=row.counts_from,
        kept=row.kept,
        decided_by=Criterion(row.decided_by) if row.decided_by else None,
        why=Why(row.why),
        offer=tuple((int(shift), seats) for shift, seats in row.tried["offer"]),
        tried=read_tried(row.tried["tried"]),
    )


async def _shifts(look: Look, call: Call, row: Allocation) -> tuple[ShiftCount, ...]:
    taken = await allocation.taken(look.uow.session, call.campaign.id)
    left, short = row.left["left"], row.left["short"]
    return tuple(
        ShiftCount(
            number=each.number,
            camp=each.camp,
            places=each.places,
            kept=taken.get(each.number, (0, 0, 0))[1],
            given=taken.get(each.number, (0, 0, 0))[2],
            left=left.get(str(each.number), 0),
            short=short.get(str(each.number), 0),
        )
        for each in call.terms.shifts
    )


@view(kinds.allocation.AllocationValueScreen)
async def _value(look: Look, letter: kinds.allocation.AllocationValueScreen) -> Sight | None:
    found = await _call(look, letter.staff_id, letter.campaign_id)
    if found is None:
        return None
    call, language = found
    return look.sight(language, AllocationValueSight(call.campaign.id, call.terms.lot))


async def _call(look: Look, staff_id: int, campaign_id: int) -> tuple[Call, str] | None:
    member = await staff.by_id(look.uow.session, staff_id)
    call = await recreation.call(look.uow.session, campaign_id)
    if member.removed_at is not None or member.role not in LEADS or call is None:
        return None
    return (call, member.language) if call.campaign.organisation_id == member.organisation_id else None


def place_lines(call: Call, seats: Iterable[Sequence[int]]) -> tuple[PlaceLine, ...]:
    """Places by shift, with where and when."""
    shifts = {each.number: each for each in call.terms.shifts}
    return tuple(
        PlaceLine(number, shift.camp, shift.first, shift.last, shift.transport, count)
        for number, count in seats
        if (shift := shifts.get(number)) is not None
    )


def _own_offer(
    call: Call, offer: PlaceOffer, row: AllocationParty, children: Sequence[ApplicationChild], *, named: bool
) -> OwnOffer:
    those = _wanting(row, children)
    return OwnOffer(
        offer_id=offer.id,
        names=tuple(each.name for each in those if each.name) if named else (),
        wanted=len(those),
        whole=offer.whole,
        choices=place_lines(call, offer.choices),
        due_at=offer.due_at,
    )


def _wanting(row: AllocationParty, children: Sequence[ApplicationChild]) -> list[ApplicationChild]:
    """Those of a party for whom an offer is; before they were told they are queued."""
    by_id = {each.id: each for each in children}
    own = [by_id[number] for number in row.children]
    return [each for each in own if each.state in (Standing.OFFERED, Standing.QUEUED)]


async def own_places(look: Look, application: Application, language: str, *, named: bool) -> OwnPlaces | None:
    """What an application has; None before its campaign's places are shared out."""
    session = look.uow.session
    rows = await allocation.parties_of_application(session, application.id)
    call = await recreation.call(session, application.campaign_id)
    if not rows or call is None:
        return None
    children = await applications.children(session, application.id)
    offers, ahead = [], []
    for row in rows:
        offer = await allocation.standing_offer(session, row.id)
        if offer is not None and not offer.untold:
            offers.append(_own_offer(call, offer, row, children, named=named))
        elif any(each.state == Standing.QUEUED for each in children if each.id in row.children):
            ahead.append(_ahead(row))
    states = {each.id: each.state for each in children}
    seats: dict[int, int] = {}
    back = False
    for place in await allocation.places_of_children(session, [each.id for each in children]):
        seats[place.shift] = seats.get(place.shift, 0) + 1
        back = back or states.get(place.child_id or 0) == Standing.ACCEPTED
    accepted = place_lines(call, seats.items())
    bring = _to_bring(look, call, language) if accepted else ()
    return OwnPlaces(tuple(offers), accepted, min(ahead, default=None), back, bring)


def _to_bring(look: Look, call: Call, language: str) -> tuple[str, ...]:
    """What is handed over on paper for the departure; without a name what the catalogue does not know."""
    papers = [each.document for each in call.terms.papers_at(Step.DEPARTURE) if each.by is By.PAPER]
    known = look.catalogue.documents
    return tuple(known[each].name[language] if each in known else "" for each in papers)


def _ahead(row: AllocationParty) -> int:
    """How many families wait before one, for what they could get soonest."""
    tried = read_tried(row.tried["tried"])
    return min((each.ahead for each in tried if each.found in (Found.FULL, Found.TOO_FEW)), default=0)


async def _places(look: Look, case: Case, language: str, *, named: bool) -> tuple[Application, OwnPlaces] | None:
    application = await applications.of_case(look.uow.session, case.id)
    if application is None or case.erased_at is not None:
        return None
    places = await own_places(look, application, language, named=named)
    return None if places is None else (application, places)


@view(kinds.allocation.PlaceOffered, kinds.allocation.PlaceReminder)
async def _offered(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(letter, kinds.allocation.PlaceOffered | kinds.allocation.PlaceReminder)
    person, case = await look.person(), await look.case(letter.case_id)
    found = await _places(look, case, person.language, named=not person.discreet)
    offer = next((each for each in found[1].offers if each.offer_id == letter.offer_id), None) if found else None
    if offer is None or case.closed_at is not None or offer.due_at < look.now:
        return None
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, PlaceOfferedSight(case.id, case.number, offer, office))


@view(kinds.allocation.PlaceExpired, kinds.allocation.PlaceWaits)
async def _news(look: Look, letter: kinds.Letter) -> Sight | None:
    assert isinstance(letter, kinds.allocation.PlaceExpired | kinds.allocation.PlaceWaits)
    person, case = await look.person(), await look.case(letter.case_id)
    found = await _places(look, case, person.language, named=False)
    waits = found is not None and found[1].ahead is not None
    if found is None or case.closed_at is not None or not (waits or isinstance(letter, kinds.allocation.PlaceExpired)):
        return None
    office = look.office(person.language, await look.entry(case))
    shows = PlaceNewsSight(case.id, case.number, waits, found[1].ahead or 0, office)
    return look.sight(person.language, shows)


@view(kinds.allocation.PlaceChildrenScreen)
async def _children(look: Look, letter: kinds.allocation.PlaceChildrenScreen) -> Sight | None:
    person = await look.person()
    offer = await allocation.offer(look.uow.session, letter.offer_id)
    row = await allocation.party(look.uow.session, offer.party_id) if offer is not None else None
    application = await applications.by_id(look.uow.session, row.application_id) if row is not None else None
    if offer is None or row is None or application is None or application.person_id != person.id:
        return None
    call = await recreation.call(look.uow.session, application.campaign_id)
    if call is None or offer.state != OfferState.STANDING or application.case_id is None:
        return None
    children = await applications.children(look.uow.session, application.id)
    [place] = place_lines(call, [each for each in offer.choices if each[0] == letter.shift])
    picks = _picks(row, children, place.seats, named=not person.discreet)
    wanted = len(_wanting(row, children))
    shows = PlaceChildrenSight(application.case_id, offer.id, place, wanted, picks)
    return look.sight(person.language, shows)


def _picks(row: AllocationParty, children: Sequence[ApplicationChild], seats: int, *, named: bool) -> tuple[Pick, ...]:
    """Who may go, where all can't."""
    those = _wanting(row, children)
    found = []
    for pick in range(1, 2 ** len(those)):
        chosen = [place for place in range(len(those)) if pick & (1 << place)]
        if len(chosen) == seats:
            names = tuple(those[place].name or "" for place in chosen) if named else ()
            found.append(Pick(pick, tuple(place + 1 for place in chosen), names))
    return tuple(found)


@view(kinds.allocation.PlaceBackAskScreen)
async def _back(look: Look, letter: kinds.allocation.PlaceBackAskScreen) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    found = await _places(look, case, person.language, named=False)
    if found is None or case.person_id != person.id or not found[1].may_give_back:
        return None
    return look.sight(person.language, PlaceBackAskSight(case.id, case.number, found[1].accepted))


@view(kinds.allocation.PlaceDeskScreen)
async def _desk(look: Look, letter: kinds.allocation.PlaceDeskScreen) -> Sight | None:
    member, case = await staff.by_id(look.uow.session, letter.staff_id), await look.case(letter.case_id)
    if member.removed_at is not None or case.organisation_id != member.organisation_id:
        return None
    found = await _places(look, case, member.language, named=False)
    if found is None:
        return look.sight(member.language, PlaceDeskSight(case.id, case.number, (), ()))
    application, places = found
    children = await applications.children(look.uow.session, application.id)
    offers = []
    for each in places.offers:
        offer = await allocation.offer(look.uow.session, each.offer_id)
        assert offer is not None, "it stands"
        row = await allocation.party(look.uow.session, offer.party_id)
        assert row is not None, "an offer is a party's"
        picks = tuple(
            (choice.shift, () if each.whole else _picks(row, children, choice.seats, named=False))
            for choice in each.choices
        )
        offers.append(DeskOffer(each, picks))
    shows = PlaceDeskSight(case.id, case.number, tuple(offers), places.accepted)
    if member.role in LEADS:
        lost = await trips.lost_places(look.uow.session, application.id)
        shows = replace(shows, lost=tuple((child.id, child.position) for child in lost))
    return look.sight(member.language, shows)
