"""A campaign whose call is over, with families whose need is confirmed, up to the sharing out of its places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select

from casework.allocation.answer import Answer, answer_offer
from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.joining import JoinLate, join_late
from casework.allocation.tell import Tell, tell
from casework.allocation.tick import LookAhead, MoveUp, look_ahead, move_up, next_steps
from casework.allocation.trying import TryAllocation, try_allocation
from casework.allocation.working import KeepTrial, ReadTrial, keep_trial, read_trial, worked_out
from casework.context import Actor, Context
from casework.recreation.campaigns import Choice, ChooseInCampaign, MoveCampaign, choose_in_campaign, move_campaign
from db.models import AllocationParty, Application, ApplicationChild, CampaignVersion, CampPlace, PlaceOffer
from rules.forms.form import NO
from rules.recreation.applications import Standing
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from tests.casework.recreation.programme import Programme, child
from tests.casework.world import World, machine

VALUE = "42.1337"
NAMES = ("Марко", "Ганна", "Остап")
AFTER = datetime(2026, 4, 7, 9, 0, tzinfo=UTC)
"""The day after the call, at noon in Kyiv."""
JULY = "Артек; health; 01.07.2026–21.07.2026; {seats}; автобус"


async def works_out(ctx: Context) -> bool:
    """The job of a trial, all of it in one transaction; whether there is one to be looked at now."""
    asked = await read_trial(ctx, ReadTrial())
    return asked is not None and await keep_trial(ctx, KeepTrial(asked, worked_out(asked)))


async def moves_up(ctx: Context) -> int:
    """The job of a step, all of it in one transaction; how many offers ended or were made."""
    looked = await look_ahead(ctx, LookAhead())
    return looked.ended + await move_up(ctx, MoveUp(next_steps(looked.ahead)))


@dataclass
class Sharing:
    """One campaign of the world's department, and who applied in it, in order."""

    world: World
    lead: Actor
    programme: Programme
    families: list[tuple[Actor, Application]] = field(default_factory=list)

    async def begun(self, seats: int) -> Sharing:
        """The call is open, with one shift in July and a value that is named."""
        await self.programme.opened()
        await self.programme.types(Field.SHIFTS, JULY.format(seats=seats))
        await self.programme.types(Field.LOT, "курс НБУ 07.04.2026")
        return self

    async def applies(
        self,
        name: str,
        children: int = 1,
        *,
        categories: Sequence[str] = ("C13", "C06"),
        confirmed: Sequence[str] | None = None,
        period: Sequence[str] = ("july",),
        together: bool = True,
    ) -> Actor:
        """A family with so many children, whose need is confirmed. `confirmed`: of the categories that they named,
        those that hold; None: all of them.
        """
        guardian = await self.world.person(name)
        those = [child(f"{name} {own}", categories=list(categories), period=list(period)) for own in NAMES[:children]]
        application = await self.programme.applies(guardian, *those, **({} if together else {"together": NO}))
        for each in await self.programme.children(application):
            each.state = Standing.NEED_CONFIRMED.value
            each.confirmed = list(each.categories if confirmed is None else confirmed)
        self.families.append((guardian, application))
        self.world.wait(minutes=5)
        return guardian

    async def closed(self) -> Sharing:
        """The call is over, and a lead shares out."""
        self.world.now = AFTER
        await self.programme.clock()
        campaign = await self.programme.campaign()
        newest = await self.world.uow.session.scalar(
            select(CampaignVersion.number)
            .where(CampaignVersion.campaign_id == campaign.id)
            .order_by(CampaignVersion.number.desc())
            .limit(1)
        )
        chosen = ChooseInCampaign(campaign.id, Choice.ORDER_CONFIRMED, newest or 0)
        await choose_in_campaign(self.world.ctx(self.lead), chosen)
        await move_campaign(self.world.ctx(self.lead), MoveCampaign(campaign.id, Move.ALLOCATE))
        return self

    async def tries(self) -> int:
        """The dry run, asked for and worked out."""
        tried = await try_allocation(self.world.ctx(self.lead), TryAllocation(self.programme.id, VALUE))
        assert await works_out(machine(self.world))
        return tried

    async def shares(self) -> None:
        """Tried, confirmed, offered and told."""
        await confirm_allocation(self.world.ctx(self.lead), ConfirmAllocation(self.programme.id, await self.tries()))
        await self.clock()

    async def clock(self) -> None:
        """The jobs look."""
        while await join_late(machine(self.world), JoinLate()):
            pass
        while await moves_up(machine(self.world)):
            pass
        while await tell(machine(self.world), Tell()):
            pass

    async def offer(self, guardian: Actor) -> PlaceOffer | None:
        """What a family can answer."""
        await self.world.uow.session.flush()
        query = (
            select(PlaceOffer)
            .join(AllocationParty, AllocationParty.id == PlaceOffer.party_id)
            .join(Application, Application.id == AllocationParty.application_id)
            .where(Application.person_id == guardian.id, PlaceOffer.state == "standing")
        )
        return await self.world.uow.session.scalar(query.execution_options(populate_existing=True))

    async def says(self, guardian: Actor, shift: int, pick: int = 0, *, rest: bool = False) -> None:
        """A family answers."""
        offer = await self.offer(guardian)
        assert offer is not None
        await answer_offer(self.world.ctx(guardian), Answer(offer.id, shift, pick, rest))

    async def states(self, guardian: Actor) -> list[str]:
        """Where the children of a family stand."""
        await self.world.uow.session.flush()
        query = (
            select(ApplicationChild.state)
            .join(Application, Application.id == ApplicationChild.application_id)
            .where(Application.person_id == guardian.id)
            .order_by(ApplicationChild.position)
        )
        return list((await self.world.uow.session.scalars(query)).all())

    async def places(self) -> list[tuple[bool, bool]]:
        """Of each place, whether it is kept, and whether a child has it."""
        await self.world.uow.session.flush()
        query = select(CampPlace.offer_id, CampPlace.child_id).order_by(CampPlace.shift, CampPlace.seat)
        return [(offer is not None, who is not None) for offer, who in await self.world.uow.session.execute(query)]
