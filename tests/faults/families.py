"""Thousands of families in a campaign, as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select

from casework.context import Actor, Context
from casework.exports.ask import AskExport, ask_export
from db.engine import Database
from db.models import Application, ApplicationChild, Case, Person, StaffMember
from db.repositories import recreation
from rules.catalogue import Catalogue
from rules.exports import ExportKind, ExportReason
from rules.recreation.applications import Standing
from rules.roles import Role

TEMPLATE = "oblast-170"
EACH = 2
"""Children of a family."""


async def asked_for(database: Database, catalogue: Catalogue, families: int, now: datetime) -> int:
    """A campaign with so many families of `EACH` children, and its lead asks for the table for the order."""
    async with database.uow() as uow:
        member = (await uow.session.scalars(select(StaffMember))).one()
        terms = catalogue.recreation.templates[TEMPLATE].terms(now.year)
        call = await recreation.add(uow.session, member.organisation_id, terms, at=now, staff_id=member.id)
        session, numbers = uow.session, range(1, families + 1)
        people = (
            await session.scalars(
                insert(Person).returning(Person.id), [{"language": "uk", "created_at": now} for _ in numbers]
            )
        ).all()
        own = {"organisation_id": member.organisation_id, "service": "recreation", "state": "new", "turn": "staff"}
        own |= {"intake_kind": "application", "channel": "bot"}
        cases = (
            await session.scalars(
                insert(Case).returning(Case.id),
                [
                    {**own, "number": f"LUH-2026-{number:06}", "person_id": person, "opened_at": now, "reply_by": now}
                    for number, person in zip(numbers, people, strict=True)
                ],
            )
        ).all()
        stands = {"state": Standing.NEED_CONFIRMED.value}
        applied = (
            await session.scalars(
                insert(Application).returning(Application.id),
                [
                    {
                        **stands,
                        "campaign_id": call.campaign.id,
                        "version_id": call.version.id,
                        "person_id": person,
                        "case_id": case,
                        "guardian": f"Коваль Олена {case}",
                        "phone": "+380501234567",
                        "begun_at": now,
                        "filed_at": now,
                    }
                    for person, case in zip(people, cases, strict=True)
                ],
            )
        ).all()
        await session.execute(
            insert(ApplicationChild),
            [
                {
                    **stands,
                    "application_id": application,
                    "position": position,
                    "name": f"=Коваль {application}-{position}",
                    "born": "2015-05-20",
                    "way": "oblast",
                    "categories": [],
                    "state_at": now,
                    "added_at": now,
                }
                for application in applied
                for position in range(1, EACH + 1)
            ],
        )
        lead = Actor(Role(member.role), member.id, member.organisation_id, member.telegram_id)
        ctx = Context(uow=uow, actor=lead, now=now, catalogue=catalogue)
        return await ask_export(ctx, AskExport(call.campaign.id, ExportKind.ORDER, ExportReason.ORDER))
