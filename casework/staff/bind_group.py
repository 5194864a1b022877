"""A group becomes the place where an organisation works."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.relay import carry_file_to_topic, carry_to_topic
from casework.context import Context
from casework.errors import CodeNotValid, GroupTaken, NoTopics
from casework.letters import kinds
from casework.letters.write import show_case, tell_group
from casework.staff.codes import code_hash
from db.models import StaffGroup
from db.repositories import cases, files, staff


@dataclass(frozen=True, slots=True)
class BindGroup:
    """`/bind CODE`, said in a group."""

    chat_id: int
    code: str
    is_forum: bool


@act("staff.bind_group")
async def bind_group(ctx: Context, data: BindGroup) -> StaffGroup:
    """Binds the group to the organisation of the code; open cases that no group shows yet come into it.

    CodeNotValid (also for a code of another organisation), NoTopics, GroupTaken.
    """
    session = ctx.uow.session
    code = await staff.lock_bind_code(session, code_hash("bind", data.code))
    if code is None or code.used_at is not None or code.expires_at <= ctx.now:
        raise CodeNotValid
    if code.organisation_id != ctx.actor.organisation_id:
        raise CodeNotValid
    if not data.is_forum:
        raise NoTopics
    await staff.hold_groups(session, code.organisation_id, binding=True)
    group = await staff.group(session, data.chat_id)
    if group is not None and group.unbound_at is None:
        raise GroupTaken
    code.used_at = ctx.now
    if group is None:
        group = StaffGroup(chat_id=data.chat_id)
        session.add(group)
    group.organisation_id = code.organisation_id
    group.bound_by = ctx.actor.id or 0
    group.bound_at = ctx.now
    group.unbound_at = None
    await session.flush()
    organisation = await staff.organisation_by_id(session, group.organisation_id)
    await tell_group(ctx, data.chat_id, kinds.GroupBound(organisation.slug))
    await _bring_cases(ctx, group)
    return group


async def _bring_cases(ctx: Context, group: StaffGroup) -> None:
    session = ctx.uow.session
    for case in await cases.open_without_topic_chat(session, group.organisation_id):
        case.topic_chat_id = group.chat_id
        await show_case(ctx, case)
        said = [each for each in await cases.messages(session, case.id) if each.author_kind == "person"]
        beside = await files.of_messages(session, [message.id for message in said])
        for message in said:
            if message.id in beside:
                await carry_file_to_topic(ctx, case, beside[message.id], message.text)
            else:
                await carry_to_topic(ctx, case, message.id, message.text)
