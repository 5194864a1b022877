"""Leads look who works here, what each has to do, and what each is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import StaffMember
from db.repositories import staff, team
from rules.languages import LANGUAGES


class Skill(StrEnum):
    """What a staff member is given cases by."""

    LANGUAGES = "lang"
    SERVICE_GROUPS = "group"
    AREAS = "area"

    @property
    def column(self) -> str:
        """Where it is kept: `service_groups` for `SERVICE_GROUPS`."""
        return self.name.lower()


ANY = ""
"""Takes every choice back: none means all."""


@dataclass(frozen=True, slots=True)
class ShowTeam:
    """A page of the list, counted from 0; or one of them, and what of theirs is to be chosen."""

    page: int = 0
    staff_id: int | None = None
    skill: Skill | None = None


@act("staff.show_team")
async def show_team(ctx: Context, data: ShowTeam) -> None:
    """Shows it on the lead's desk. Stale for somebody who does not work here."""
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    if data.staff_id is None:
        await show_on_desk(ctx, reader, kinds.StaffScreen(reader.id, data.page))
        return
    member = await _at_work(ctx, data.staff_id)
    await show_on_desk(ctx, reader, _screen(reader, member, data.skill, data.page))


def _screen(reader: StaffMember, member: StaffMember, skill: Skill | None, page: int) -> kinds.Letter:
    if skill is None:
        return kinds.StaffMemberScreen(reader.id, member.id)
    return kinds.StaffSkillsScreen(reader.id, member.id, skill.value, page)


async def _at_work(ctx: Context, staff_id: int) -> StaffMember:
    member = await team.member_of(ctx.uow.session, ctx.actor.organisation_id or 0, staff_id)
    if member is None or member.removed_at is not None:
        raise Stale
    return member


@dataclass(frozen=True, slots=True)
class Find:
    """The work name that was typed."""

    work_name: str


@act("staff.find")
async def find(ctx: Context, data: Find) -> int | None:
    """The one who works here under this name; None where nobody does, or several do."""
    wanted = data.work_name.strip().casefold()
    busy = await team.at_work(ctx.uow.session, ctx.actor.organisation_id or 0)
    found = [each.member.id for each in busy if each.member.work_name.casefold() == wanted]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class ChangeSkill:
    """What is chosen for a member, or no longer (`ANY`: all again); `page`: where its list stands."""

    staff_id: int
    skill: Skill
    value: str
    page: int = 0


@act("staff.change_skill")
async def change_skill(ctx: Context, data: ChangeSkill) -> None:
    """Chooses or takes back one entry, and shows the list again. Stale for an entry that is in no catalogue."""
    if data.value != ANY and data.value not in choices(ctx, data.skill):
        raise Stale
    await _at_work(ctx, data.staff_id)
    member = await staff.lock(ctx.uow.session, data.staff_id)
    chosen = set(getattr(member, data.skill.column))
    kept = set() if data.value == ANY else chosen ^ {data.value}
    setattr(member, data.skill.column, sorted(kept))
    await ctx.uow.session.flush()
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, reader, _screen(reader, member, data.skill, data.page))


def choices(ctx: Context, skill: Skill) -> tuple[str, ...]:
    """Everything that can be chosen: languages of the bot, groups of services, oblasts."""
    match skill:
        case Skill.LANGUAGES:
            return tuple(LANGUAGES)
        case Skill.SERVICE_GROUPS:
            return tuple(dict.fromkeys(each.group_slug for each in ctx.catalogue.services.values()))
        case Skill.AREAS:
            return tuple(ctx.catalogue.oblasts)
