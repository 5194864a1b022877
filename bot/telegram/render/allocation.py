"""Places of camps: the lead's table, what a family reads, what staff note."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh, MyCase
from bot.telegram.callbacks.allocation import (
    AllocationAsk,
    AllocationConfirm,
    AllocationOpen,
    PlaceBack,
    PlaceChildren,
    PlaceNote,
    PlaceSay,
)
from bot.telegram.callbacks.recreation import CampaignOpen
from bot.telegram.callbacks.trips import TripRequeue
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.allocation_words import BECAUSE, FOUND, WHY
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights.allocation import (
    AllocationSight,
    AllocationValueSight,
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
)

PAGE = 8
SIGNS = 40
"""Of names on a button."""


@shows("allocation", of=AllocationSight)
def allocation(shown: AllocationSight, t: Words) -> Rendered:
    """What follows from the order, before and after it is confirmed."""
    parts = [t.get("screen-allocation", name=shown.name, order=shown.order, lot=shown.lot or "–")]
    back = button(t.plain("button-back"), CampaignOpen(campaign=shown.campaign_id))
    if shown.working:
        refresh = button(t.plain("button-refresh"), AllocationOpen(campaign=shown.campaign_id, first=1))
        return Rendered(join([*parts, t.get("allocation-working")], "\n\n"), keyboard=column(refresh, back))
    if not shown.allocation_id or shown.tried_at is None:
        parts.append(t.get("allocation-undone") if shown.undone else t.get("allocation-none"))
        ask = button(t.plain("button-allocation-try"), AllocationAsk(campaign=shown.campaign_id), ButtonStyle.PRIMARY)
        return Rendered(join(parts, "\n\n"), keyboard=column(ask, back))
    state = t.get("allocation-tried", at=t.stamp(shown.tried_at))
    if shown.confirmed_at is not None:
        state = t.get("allocation-confirmed", at=t.stamp(shown.confirmed_at))
    parts += [
        state,
        t.get("allocation-lot", value=shown.value, seed=shown.seed, numbers=shown.numbers),
        t.get("allocation-count", parties=shown.parties, offered=shown.offered, waiting=shown.waiting),
        join(
            t.get(
                "allocation-shift",
                number=str(each.number),
                camp=each.camp,
                places=each.places,
                kept=each.kept,
                given=each.given,
                left=each.left,
                short=each.short,
            )
            for each in shown.shifts
        ),
        join([_party(each, t) for each in shown.lines], "\n\n"),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=grid([*_moves(shown, t), back]))


def _party(line: PartyLine, t: Words) -> Markup:
    head = t.get(
        "allocation-party",
        rank=str(line.rank),
        number=line.number,
        children=line.children,
        weight=line.weight,
        at=t.stamp(line.counts_from),
        kept="yes" if line.kept else "no",
        because=BECAUSE[line.decided_by](t),
    )
    offer = "; ".join(t.plain("allocation-choice", shift=str(shift), seats=seats) for shift, seats in line.offer)
    why = t.get("allocation-why", why=WHY[line.why](t), offer=offer) if offer else html(WHY[line.why](t))
    tried = [
        t.get(
            "allocation-found",
            shift=each.shift,
            found=FOUND[each.found](t),
            needed=each.needed,
            left=each.left,
            ahead=each.ahead,
        )
        for each in line.tried
    ]
    return join([head, why, *tried])


def _moves(shown: AllocationSight, t: Words) -> Iterator[InlineKeyboardButton]:
    if shown.confirmed_at is None:
        yield button(
            t.plain("button-allocation-confirm"),
            AllocationConfirm(campaign=shown.campaign_id, allocation=shown.allocation_id),
            ButtonStyle.DANGER,
        )
        yield button(t.plain("button-allocation-again"), AllocationAsk(campaign=shown.campaign_id))
    else:
        # Offers are made and answered while the table stands there.
        yield button(t.plain("button-refresh"), AllocationOpen(campaign=shown.campaign_id, first=shown.first))
    if shown.first > 1:
        first = max(1, shown.first - PAGE)
        yield button(t.plain("button-allocation-before"), AllocationOpen(campaign=shown.campaign_id, first=first))
    if shown.first + PAGE <= shown.parties:
        after = shown.first + PAGE
        yield button(t.plain("button-allocation-after"), AllocationOpen(campaign=shown.campaign_id, first=after))


@shows("allocation-value", of=AllocationValueSight)
def allocation_value(shown: AllocationValueSight, t: Words) -> Rendered:
    """Type the public value."""
    back = button(t.plain("button-changed-mind"), AllocationOpen(campaign=shown.campaign_id))
    return Rendered(t.get("screen-allocation-value", lot=shown.lot or "–"), keyboard=column(back))


@shows("place-offered", of=PlaceOfferedSight)
def place_offered(shown: PlaceOfferedSight, t: Words) -> Rendered:
    """There is a place."""
    head = t.get("letter-place-offered", number=shown.number)
    return _offer(shown, head, t)


@shows("remind-place", of=PlaceOfferedSight)
def remind_place(shown: PlaceOfferedSight, t: Words) -> Rendered:
    """The term ends soon."""
    return _offer(shown, t.get("letter-remind-place", number=shown.number), t)


def _offer(shown: PlaceOfferedSight, head: Markup, t: Words) -> Rendered:
    offer = shown.offer
    parts = [
        head,
        _for_whom(offer, t),
        join([place_line(each, t) for each in offer.choices]),
        t.get("place-fewer") if not offer.whole else Markup(),
        t.get("place-until", at=t.moment(offer.due_at), whole="yes" if offer.whole else "no"),
        t.get("place-ask", phone=shown.office.phone, hours=shown.office.hours),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*_answers(offer, t)))


def _for_whom(offer: OwnOffer, t: Words) -> Markup:
    return t.get("place-for", names=", ".join(_short(each) for each in offer.names)) if offer.names else Markup()


def place_line(line: PlaceLine, t: Words) -> Markup:
    """Where, when, how many places, and the way there."""
    return t.get(
        "place-line",
        camp=line.camp,
        first=t.numeric_day(line.first),
        last=t.numeric_day(line.last),
        seats=line.seats,
        transport=line.transport or "–",
    )


def _answers(offer: OwnOffer, t: Words) -> Iterator[InlineKeyboardButton]:
    for each in offer.choices:
        label = t.plain("button-place-take", camp=_short(each.camp), first=t.numeric_day(each.first), seats=each.seats)
        taken: PlaceSay | PlaceChildren = PlaceSay(offer=offer.offer_id, shift=each.shift)
        if not offer.whole:
            taken = PlaceChildren(offer=offer.offer_id, shift=each.shift)
        yield button(label, taken, ButtonStyle.PRIMARY)
    yield button(t.plain("button-place-decline"), PlaceSay(offer=offer.offer_id, shift=0))


@shows("place-children", of=PlaceChildrenSight)
def place_children(shown: PlaceChildrenSight, t: Words) -> Rendered:
    """Who goes, and whether the others wait."""
    parts = [place_line(shown.place, t), t.get("screen-place-children", seats=shown.place.seats, wanted=shown.wanted)]
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-place-pick", names=_picked(each, t), rest="yes" if rest else "no"),
                    PlaceSay(offer=shown.offer_id, shift=shown.place.shift, pick=each.pick, rest=rest),
                )
                for each in shown.picks
                for rest in (True, False)
            ),
            button(t.plain("button-back"), MyCase(case=shown.case_id)),
        ),
    )


def _picked(pick: Pick, t: Words) -> str:
    if any(pick.names):
        return ", ".join(_short(each, SIGNS // len(pick.names)) for each in pick.names)
    return ", ".join(t.plain("place-nth-child", nth=str(each)) for each in pick.places)


def _short(name: str, signs: int = SIGNS) -> str:
    return name if len(name) <= signs else name[: signs - 1].rstrip() + "…"


@shows("place-expired", of=PlaceNewsSight)
def place_expired(shown: PlaceNewsSight, t: Words) -> Rendered:
    """The term is over."""
    waits = "yes" if shown.waits else "no"
    parts = [
        t.get("letter-place-expired", number=shown.number, waits=waits),
        t.get("place-ask", phone=shown.office.phone, hours=shown.office.hours),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(_case(shown.case_id, t)))


@shows("place-waits", of=PlaceNewsSight)
def place_waits(shown: PlaceNewsSight, t: Words) -> Rendered:
    """No place yet."""
    text = t.get("letter-place-waits", number=shown.number, ahead=shown.ahead)
    return Rendered(text, keyboard=column(_case(shown.case_id, t)))


def _case(case_id: int, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-show-case"), MyCase(case=case_id))


@shows("place-back-ask", of=PlaceBackAskSight)
def place_back_ask(shown: PlaceBackAskSight, t: Words) -> Rendered:
    """Sure?"""
    parts = [t.get("screen-place-back-ask", number=shown.number), *(place_line(each, t) for each in shown.accepted)]
    sure = button(t.plain("button-place-back-sure"), PlaceBack(case=shown.case_id, sure=True), ButtonStyle.DANGER)
    keep = button(t.plain("button-place-keep"), MyCase(case=shown.case_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(sure, keep))


@shows("place-desk", of=PlaceDeskSight)
def place_desk(shown: PlaceDeskSight, t: Words) -> Rendered:
    """To be said on the phone, and the answer to be noted."""
    parts = [t.get("screen-place-desk", number=shown.number)]
    if not shown.offers:
        parts.append(t.get("place-desk-none"))
    for each in shown.offers:
        parts += [place_line(choice, t) for choice in each.offer.choices]
        parts.append(t.get("place-desk-until", at=t.moment(each.offer.due_at), children=each.offer.wanted))
    if shown.accepted:
        parts += [t.get("place-desk-accepted"), *(place_line(each, t) for each in shown.accepted)]
    back = [
        button(t.plain("button-trip-requeue", child=str(position)), TripRequeue(child=child))
        for child, position in shown.lost
    ]
    return Rendered(
        join(parts, "\n\n"),
        keyboard=grid([*_notes(shown, t), *back, button(t.plain("button-back"), DeskRefresh())]),
    )


def _notes(shown: PlaceDeskSight, t: Words) -> Iterator[InlineKeyboardButton]:
    for each in shown.offers:
        camps = {choice.shift: _short(choice.camp) for choice in each.offer.choices}
        for shift, picks in each.picks:
            if not picks:
                label = t.plain("button-place-note-yes", camp=camps[shift])
                yield button(label, PlaceNote(offer=each.offer.offer_id, shift=shift))
            for pick in picks:
                for rest in (True, False):
                    label = t.plain("button-place-pick", names=_picked(pick, t), rest="yes" if rest else "no")
                    note = PlaceNote(offer=each.offer.offer_id, shift=shift, pick=pick.pick, rest=rest)
                    yield button(label, note)
        yield button(t.plain("button-place-note-no"), PlaceNote(offer=each.offer.offer_id, shift=0))


def places_lines(shown: OwnPlaces, t: Words) -> list[Markup]:
    """How a family's places stand, for its own case."""
    lines = []
    for offer in shown.offers:
        lines += [place_line(each, t) for each in offer.choices]
        lines.append(t.get("mine-place-until", at=t.moment(offer.due_at)))
    lines += [place_line(each, t) for each in shown.accepted]
    if shown.bring:
        papers = "; ".join(each or t.plain("campaign-form-079") for each in shown.bring)
        lines.append(t.get("mine-place-bring", papers=papers))
    if shown.ahead is not None:
        lines.append(t.get("mine-place-ahead", ahead=shown.ahead))
    return lines


def places_buttons(shown: OwnPlaces, case_id: int, t: Words) -> list[InlineKeyboardButton]:
    """What the family can say now."""
    found = [each for offer in shown.offers for each in _answers(offer, t)]
    if shown.may_give_back:
        found.append(button(t.plain("button-place-back"), PlaceBack(case=case_id)))
    return found
