"""What the staff groups show of cases follows the setting: where it was changed, every case is brought over."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casework.act import act
from casework.cases.desks import follow_owner, move_to
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import brief_key, leave_place, show_case
from db.models import Case
from db.repositories import desks, slots

BATCH = 50
"""Cases of one run: no transaction stays open long; the next run goes on."""


@dataclass(frozen=True, slots=True)
class FollowSetting:
    """The cases of all organisations."""


@act("staff.follow_setting")
async def follow_setting(ctx: Context, data: FollowSetting) -> int:
    """Brings cases over that stand in their groups otherwise than the setting says; how many, at most a batch.

    With `minimal` each topic of a group is deleted, and what was said in open cases goes to the desks of their owners;
    without it the conversations of open cases come back into the group. What nobody waits for lets everything pass.
    """
    found = await desks.placed_otherwise(ctx.uow.session, minimal=ctx.rules.minimal, limit=BATCH)
    for case in found:
        hurry = ctx if case.closed_at is None else replace(ctx, unhurried=True)
        await (_out_of_group(hurry, case) if ctx.rules.minimal else _into_group(hurry, case))
    return len(found)


async def _out_of_group(ctx: Context, case: Case) -> None:
    case.brief_chat_id = case.topic_chat_id
    if case.closed_at is None:
        await follow_owner(ctx, case)
        await show_case(ctx, case)
    else:
        await move_to(ctx, case, None)


async def _into_group(ctx: Context, case: Case) -> None:
    """Of a closed case nothing is shown until somebody goes on with it."""
    group, case.brief_chat_id = case.brief_chat_id, None
    assert group is not None, "the group shows its brief card"
    slot = await slots.lock_by_key(ctx.uow.session, group, brief_key(case.id))
    if slot is not None and slot.message_id is not None:
        await leave_place(ctx, case, group, kinds.desks.PlaceLeft(case.id, [slot.message_id]))
        await slots.lose_message(ctx.uow.session, slot.id)
    if case.closed_at is None:
        await move_to(ctx, case, group)
        await show_case(ctx, case)
    else:
        await move_to(ctx, case, None)
        # Should somebody go on with it, a summary comes first, as in a topic that is made again.
        case.topic_chat_id, case.topics_made = group, 1
