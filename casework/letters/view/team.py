"""Who works here, as leads see it; and what is done once somebody was removed."""

from __future__ import annotations

from collections.abc import Sequence

from casework.letters import kinds
from casework.letters.sights import (
    ExpelSight,
    MemberLine,
    RemoveByHandSight,
    Sight,
    SkillOption,
    SweepSight,
    TeamMemberSight,
    TeamRemoveAskSight,
    TeamRemovedSight,
    TeamSight,
    TeamSkillsSight,
)
from casework.letters.view.away import back_on_of
from casework.letters.view.groups import group_link
from casework.letters.view.look import Look, view
from casework.staff.show_team import Skill
from db.models import StaffMember
from db.repositories import staff, sweeping, team
from db.repositories.team import Busy
from rules.assigning import may_manage
from rules.languages import LANGUAGES
from rules.roles import LEADS, Role

PAGE = 8


async def _lead(look: Look, staff_id: int) -> StaffMember | None:
    """The reader, as long as they lead."""
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None and member.role in LEADS else None


async def _one(look: Look, reader: StaffMember | None, member_id: int) -> Busy | None:
    """A colleague of the reader's who works here."""
    if reader is None:
        return None
    busy = await team.at_work(look.uow.session, reader.organisation_id)
    return next((each for each in busy if each.member.id == member_id), None)


def _line(look: Look, busy: Busy) -> MemberLine:
    member = busy.member
    return MemberLine(member.id, member.work_name, member.role, busy.open, busy.ours, back_on_of(look, member))


@view(kinds.StaffScreen)
async def _team(look: Look, letter: kinds.StaffScreen) -> Sight | None:
    reader = await _lead(look, letter.staff_id)
    if reader is None:
        return None
    lines = [_line(look, each) for each in await team.at_work(look.uow.session, reader.organisation_id)]
    pages = max(1, -(-len(lines) // PAGE))
    page = min(letter.page, pages - 1)
    return look.sight(reader.language, TeamSight(tuple(lines[page * PAGE : (page + 1) * PAGE]), page, pages))


@view(kinds.StaffMemberScreen)
async def _member(look: Look, letter: kinds.StaffMemberScreen) -> Sight | None:
    reader = await _lead(look, letter.staff_id)
    busy = await _one(look, reader, letter.member_id)
    if reader is None or busy is None:
        return None
    shows = TeamMemberSight(
        member=_line(look, busy),
        languages=tuple(busy.member.languages),
        services=_named(_groups(look, reader.language), busy.member.service_groups),
        areas=_named(_areas(look, reader.language), busy.member.areas),
        may_manage=may_manage(Role(reader.role), Role(busy.member.role)),
    )
    return look.sight(reader.language, shows)


def _named(names: dict[str, str], chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(names.get(each, each) for each in chosen)


def _groups(look: Look, language: str) -> dict[str, str]:
    return {each.group_slug: each.group[language] for each in look.catalogue.services.values()}


def _areas(look: Look, language: str) -> dict[str, str]:
    return {each.code: each.name[language] for each in look.catalogue.oblasts.values()}


@view(kinds.StaffSkillsScreen)
async def _skills(look: Look, letter: kinds.StaffSkillsScreen) -> Sight | None:
    reader = await _lead(look, letter.staff_id)
    busy = await _one(look, reader, letter.member_id)
    if reader is None or busy is None:
        return None
    skill = Skill(letter.skill)
    names = {
        Skill.LANGUAGES: {each: each for each in LANGUAGES},
        Skill.SERVICE_GROUPS: _groups(look, reader.language),
        Skill.AREAS: _areas(look, reader.language),
    }[skill]
    chosen = set(getattr(busy.member, skill.column))
    options = [SkillOption(value, label, value in chosen) for value, label in names.items()]
    pages = max(1, -(-len(options) // PAGE))
    page = min(letter.page, pages - 1)
    shows = TeamSkillsSight(
        staff_id=busy.member.id,
        work_name=busy.member.work_name,
        skill=letter.skill,
        options=tuple(options[page * PAGE : (page + 1) * PAGE]),
        any_chosen=bool(chosen),
        page=page,
        pages=pages,
    )
    return look.sight(reader.language, shows)


@view(kinds.StaffRemoveAskScreen)
async def _remove_ask(look: Look, letter: kinds.StaffRemoveAskScreen) -> Sight | None:
    reader = await _lead(look, letter.staff_id)
    busy = await _one(look, reader, letter.member_id)
    if reader is None or busy is None:
        return None
    groups = await staff.bound_groups(look.uow.session, reader.organisation_id)
    shows = TeamRemoveAskSight(busy.member.id, busy.member.work_name, busy.open, len(groups), letter.lost)
    return look.sight(reader.language, shows)


@view(kinds.StaffRemovedScreen)
async def _removed(look: Look, letter: kinds.StaffRemovedScreen) -> Sight | None:
    reader = await _lead(look, letter.staff_id)
    if reader is None:
        return None
    member = await staff.by_id(look.uow.session, letter.member_id)
    shows = TeamRemovedSight(member.id, member.work_name, letter.returned, letter.groups, letter.older, letter.lost)
    return look.sight(reader.language, shows)


@view(kinds.RemoveByHand)
async def _by_hand(look: Look, letter: kinds.RemoveByHand) -> Sight | None:
    reader, member = await _lead(look, letter.staff_id), await staff.by_id(look.uow.session, letter.member_id)
    group = await staff.group_by_id(look.uow.session, letter.group_id)
    if reader is None or member.removed_at is None or group.unbound_at is not None:
        return None
    return look.sight(reader.language, RemoveByHandSight(member.work_name, group_link(group), letter.why))


@view(kinds.RemoveFromGroup)
async def _remove_from_group(look: Look, letter: kinds.RemoveFromGroup) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is None or member.telegram_id is None:
        return None
    return look.sight(member.language, ExpelSight(member.telegram_id))


@view(kinds.DeskSweep)
async def _desk_sweep(look: Look, letter: kinds.DeskSweep) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is None:
        return None
    ids = (await sweeping.on_desk(look.uow.session, look.letter.chat_id)).reached
    return look.sight(member.language, SweepSight(ids)) if ids else None
