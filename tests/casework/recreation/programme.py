"""A campaign that a lead made, and guardians who apply in it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from sqlalchemy import select

from casework.context import Actor
from casework.forms.choose import choose
from casework.forms.filling import Pressed, Went
from casework.forms.submit import submit
from casework.recreation.begin import BeginApplication, begin_application
from casework.recreation.campaigns import ChangeCampaign, MakeCampaign, change_campaign, make_campaign
from casework.recreation.moving import ByTheClock, by_the_clock
from db.models import Application, ApplicationChild, Campaign, FormDraft
from rules.catalogue import Route
from rules.forms import SUMMARY, Answer
from rules.recreation.editing import Field
from tests.casework.world import CATALOGUE, World, machine

__all__ = ["Programme", "choose"]

TEMPLATE = "oblast-170"
OPENS, CLOSES = date(2026, 3, 1), date(2026, 4, 6)
"""The world stands at the 11th of March."""
LAST_MOMENT = datetime(2026, 4, 6, 20, 59, 59, tzinfo=UTC)
"""23:59:59 in Kyiv."""
OBLAST = [code for code, each in CATALOGUE.hromadas.items() if each.recreation_route is Route.OBLAST]
OWN = [code for code, each in CATALOGUE.hromadas.items() if each.recreation_route is Route.HROMADA]
POLTAVA = next(
    each.code
    for code in CATALOGUE.places.book.codes()
    if (each := CATALOGUE.places.book.get(code)) and not each.in_luhansk
)


class Programme:
    """One campaign of the world's department."""

    def __init__(self, world: World, lead: Actor) -> None:
        self.world = world
        self.lead = lead
        self.id = 0

    async def made(self) -> Programme:
        """From the template, planned."""
        self.id = await make_campaign(self.world.ctx(self.lead), MakeCampaign(TEMPLATE))
        return self

    async def types(self, field: Field, words: str) -> int:
        """The lead types a field anew."""
        return await change_campaign(self.world.ctx(self.lead), ChangeCampaign(self.id, field, words))

    async def opened(self) -> Programme:
        """Made, and open since some days."""
        await self.made()
        await self.types(Field.DATES, f"{OPENS:%d.%m.%Y}–{CLOSES:%d.%m.%Y}")
        await self.world.deliver()
        return self

    async def clock(self) -> int:
        """The job looks."""
        return await by_the_clock(machine(self.world), ByTheClock())

    async def campaign(self) -> Campaign:
        """As it is now."""
        query = select(Campaign).where(Campaign.id == self.id)
        return (await self.world.uow.session.scalars(query.execution_options(populate_existing=True))).one()

    async def begins(self, guardian: Actor) -> FormDraft:
        """A guardian opens the form."""
        form_id = await begin_application(self.world.ctx(guardian), BeginApplication(self.id))
        return await self.draft(form_id)

    async def draft(self, form_id: int) -> FormDraft:
        """A form as it is now."""
        await self.world.uow.session.flush()
        query = select(FormDraft).where(FormDraft.id == form_id).execution_options(populate_existing=True)
        return (await self.world.uow.session.scalars(query)).one()

    async def fills_in(self, draft: FormDraft, answers: dict[str, Answer]) -> None:
        """All questions are answered."""
        draft.answers, draft.at = json.dumps(answers), SUMMARY
        await self.world.uow.session.flush()

    async def sends(self, guardian: Actor, draft: FormDraft) -> Went:
        """«Надіслати»."""
        return await submit(self.world.ctx(guardian), Pressed(draft.id, draft.revision))

    async def applies(self, guardian: Actor, *children: dict[str, Answer], **told: Answer) -> Application:
        """The whole way at once."""
        draft = await self.begins(guardian)
        await self.fills_in(draft, answers(*children, **told))
        assert await self.sends(guardian, draft) is Went.OVER
        return await self.application(guardian)

    async def application(self, guardian: Actor) -> Application:
        """The guardian's latest."""
        await self.world.uow.session.flush()
        query = select(Application).where(Application.person_id == guardian.id).order_by(Application.id.desc())
        found = await self.world.uow.session.scalars(query.limit(1).execution_options(populate_existing=True))
        return found.one()

    async def children(self, application: Application) -> list[ApplicationChild]:
        """In it, in order."""
        await self.world.uow.session.flush()
        query = select(ApplicationChild).where(ApplicationChild.application_id == application.id)
        ordered = query.order_by(ApplicationChild.position).execution_options(populate_existing=True)
        return list((await self.world.uow.session.scalars(ordered)).all())


def child(name: str = "Коваленко Марко", **told: Answer) -> dict[str, Answer]:
    """What is answered of one child."""
    said: dict[str, Answer] = {
        "child": name,
        "born": "2015-05-20",
        "registered": OBLAST[0],
        "categories": ["C13", "C06"],
        "stay": "health",
        "period": ["july"],
    }
    return said | told


def answers(*children: dict[str, Answer], **told: Answer) -> dict[str, Answer]:
    """Everything that the form holds."""
    said: dict[str, Answer] = {"name": "Коваленко Олена Іванівна", "phone": "+380501234567", "lives": POLTAVA, **told}
    those = children or (child(),)
    for index, each in enumerate(those):
        said |= {f"children/{index}/{slug}": answer for slug, answer in each.items()}
        if index + 1 < len(those):
            said[f"children/{index}/more"] = "yes"
    if len(those) > 1:
        said.setdefault("together", "yes")
    return said
