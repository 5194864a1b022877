"""A group becomes the place where an organisation works."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.desks import carry_conversation, follow_owner
from casework.context import Context
from casework.errors import AreaUnknown, CodeNotValid, GroupTaken, NoTopics
from casework.letters import kinds
from casework.letters.write import show_case, tell_group
from casework.staff.codes import code_hash
from db.models import StaffGroup
from db.repositories import cases, staff
from rules.areas import group_for, read_areas


@dataclass(frozen=True, slots=True)
class BindGroup:
    """`/bind CODE`, said in a group; `areas`: what was said behind the code, with commas in between."""

    chat_id: int
    code: str
    is_forum: bool
    areas: str = ""


@act("staff.bind_group")
async def bind_group(ctx: Context, data: BindGroup) -> StaffGroup:
    """Binds the group to the organisation of the code; open cases that no group shows yet come into it.

    With areas only cases from there, or of that kind of help, come into it from now on; said in a group that is bound
    to the organisation already, they replace the former ones. CodeNotValid (also for a code of another organisation),
    NoTopics, AreaUnknown, GroupTaken.
    """
    session = ctx.uow.session
    code = await staff.lock_bind_code(session, code_hash("bind", data.code))
    if code is None or code.used_at is not None or code.expires_at <= ctx.now:
        raise CodeNotValid
    if code.organisation_id != ctx.actor.organisation_id:
        raise CodeNotValid
    if not data.is_forum:
        raise NoTopics
    areas = read_areas(ctx.catalogue, data.areas) if data.areas else None
    if data.areas and areas is None:
        raise AreaUnknown
    await staff.hold_groups(session, code.organisation_id, binding=True)
    group = await staff.group(session, data.chat_id)
    bound = group is not None and group.unbound_at is None
    if group is not None and bound and (areas is None or group.organisation_id != code.organisation_id):
        raise GroupTaken
    code.used_at = ctx.now
    if group is None:
        group = StaffGroup(chat_id=data.chat_id)
        session.add(group)
    group.organisation_id = code.organisation_id
    group.bound_by = ctx.actor.id or 0
    group.bound_at = ctx.now
    group.areas = areas
    group.unbound_at = None
    await session.flush()
    organisation = await staff.organisation_by_id(session, group.organisation_id)
    await tell_group(ctx, data.chat_id, kinds.GroupBound(organisation.slug, ctx.rules.minimal))
    await _bring_cases(ctx, group)
    return group


async def _bring_cases(ctx: Context, group: StaffGroup) -> None:
    session = ctx.uow.session
    groups = await staff.groups_with_areas(session, group.organisation_id)
    for case in await cases.open_without_topic_chat(session, group.organisation_id):
        if group_for(ctx.catalogue, groups, case.registered_hromada, case.service) != group.chat_id:
            continue
        if ctx.rules.minimal:
            case.brief_chat_id = group.chat_id
            await follow_owner(ctx, case)
            await show_case(ctx, case)
            continue
        case.topic_chat_id = group.chat_id
        await show_case(ctx, case)
        await carry_conversation(ctx, case)
