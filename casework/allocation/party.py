"""One party of a confirmed allocation: what it says is written, its places follow, and so do its children."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.allocation.gathering import child_of, rank_of
from casework.context import Context
from casework.recreation.standing import follow
from db.models import Allocation, AllocationLine, AllocationParty, Application, ApplicationChild, PlaceOffer
from db.repositories import allocation, applications, recreation
from db.repositories.recreation import Call
from rules.allocation import answers
from rules.allocation.answers import Line, State
from rules.allocation.facts import kept, read_line
from rules.allocation.hall import Hall, hall_of
from rules.local_time import local_date
from rules.recreation.applications import Standing, after
from rules.recreation.offers import OfferState
from rules.recreation.paths import path
from rules.recreation.sharing import shifts_of

LEFT_ALONE = frozenset(
    {
        Standing.SENT,
        Standing.COMPLETED,
        Standing.NOT_TRAVELLED,
        Standing.HANDED_OVER,
        Standing.REFUSED,
        Standing.WITHDRAWN,
    }
)
"""Children whom no answer moves any more."""
STATES = {
    State.DECLINED: Standing.DECLINED,
    State.EXPIRED: Standing.EXPIRED,
    # Who was not taken back with the whole application gave a place back.
    State.WITHDRAWN: Standing.DECLINED,
}
"""What an end in the log means for a child."""


@dataclass(slots=True)
class InTurn:
    """A party as it is now. `hall`: with this party alone, since what it may wish does not depend on others."""

    row: AllocationParty
    allocation: Allocation
    call: Call
    application: Application
    children: Sequence[ApplicationChild]
    log: list[Line]
    hall: Hall

    @property
    def id(self) -> tuple[str, int]:
        """As the rule names it."""
        return self.row.number, self.row.part

    @property
    def standing(self) -> answers.Standing:
        """How it stands after its own lines."""
        return self.hall.standings[self.id]

    @property
    def wants(self) -> tuple[int, ...]:
        """Children who need a place, by their rows, in the order of the application."""
        return self.hall.wants[self.id]

    @property
    def own(self) -> list[ApplicationChild]:
        """Its children, in the same order."""
        by_id = {each.id: each for each in self.children}
        return [by_id[number] for number in self.row.children]


async def in_turn(ctx: Context, row: AllocationParty, application: Application, *, lock: bool = False) -> InTurn:
    """Reads a party of a confirmed allocation. `lock`: to write; its application is locked already."""
    session = ctx.uow.session
    found = await (allocation.lock if lock else allocation.by_id)(session, row.allocation_id)
    assert found is not None, "a party belongs to an allocation"
    call = await recreation.call(session, found.campaign_id)
    assert call is not None, "a campaign has a version"
    children = await applications.children(session, application.id)
    rank = rank_of(row, {each.id: child_of(call.terms, each) for each in children})
    log = [
        read_line(line.kind, line.facts, (row.number, row.part)) for line in await allocation.lines_of(session, row.id)
    ]
    hall = hall_of([rank], shifts_of(call.terms, local_date(ctx.now)), log)
    return InTurn(row, found, call, application, children, log, hall)


async def say(ctx: Context, turn: InTurn, line: Line, offer: PlaceOffer | None, state: OfferState | None) -> None:
    """Writes a line of a party whose allocation is locked; its places and the locked offer follow. `state`: what
    becomes of the offer; None: it stands as long as the rule lets it.

    DoesNotFit for a line that can't be; nothing is written then.
    """
    turn.hall = hall_of(turn.hall.ranks, turn.hall.shifts.values(), [*turn.log, line])
    turn.log.append(line)
    kind, facts = kept(line)
    ctx.uow.session.add(
        AllocationLine(
            party_id=turn.row.id,
            kind=kind.value,
            facts=facts,
            at=ctx.now,
            actor_kind=ctx.actor.role.value,
            actor_id=ctx.actor.id,
        )
    )
    if offer is not None and (state is not None or turn.standing.offer is None):
        offer.state, offer.ended_at, offer.untold = (state or OfferState.LEFT).value, ctx.now, False
    elif offer is not None and turn.standing.offer is not None:
        stands = turn.standing.offer
        offer.choices, offer.whole = [[int(shift), seats] for shift, seats in stands.choices], stands.holds_all
    await _settle(ctx, turn, offer)


async def _settle(ctx: Context, turn: InTurn, offer: PlaceOffer | None) -> None:
    """Who goes has a place, what is offered is kept, everything else is free."""
    session, going = ctx.uow.session, turn.standing.going
    seated = await allocation.places_of_children(session, turn.row.children)
    for place in seated:
        if place.child_id not in going:
            place.offer_id = place.child_id = None
    have = {place.child_id for place in seated}
    without = [number for number in turn.row.children if number in going and number not in have]
    stands = turn.standing.offer
    keep = {} if stands is None else dict(stands.choices)
    for place in await allocation.places_of_offer(session, offer.id) if offer is not None else ():
        shift = str(place.shift)
        if place.child_id is not None:
            continue
        if without and shift == turn.standing.shift:
            place.child_id = without.pop(0)
        elif keep.get(shift, 0) > 0:
            keep[shift] -= 1
        else:
            place.offer_id = None
    if without:
        raise RuntimeError("an offer held fewer places than it said")
    await session.flush()


async def follow_party(ctx: Context, turn: InTurn) -> None:
    """Its children, and their application, stand as the log says."""
    for child in turn.own:
        wanted = _wanted(turn, child)
        if wanted is None or Standing(child.state) in LEFT_ALONE:
            continue
        deeds = path(Standing(child.state), wanted)
        for deed in deeds or ():
            child.state, child.state_at = after(deed, Standing(child.state)).value, ctx.now
    await follow(ctx, turn.application)


def _wanted(turn: InTurn, child: ApplicationChild) -> Standing | None:
    standing = turn.standing
    if child.id in standing.going:
        return Standing.ACCEPTED
    if child.id in standing.ended:
        return STATES[standing.ended[child.id]]
    if child.id not in turn.wants:
        # The same child stands in it twice: a human decides.
        return None
    if standing.offer is not None:
        return Standing.OFFERED
    return Standing.QUEUED if any(turn.hall.open_to(turn.id)) else Standing.DECLINED
