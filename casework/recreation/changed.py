"""The clock's part: a lead changed dates, and all concerned are told what was and what is now, once per change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.calls.saying import ToSay, say_each
from casework.context import Context
from casework.letters import kinds
from db.models import Application, Campaign
from db.repositories import changes, recreation
from rules.recreation.applications import Standing
from rules.recreation.changes import SETTLES, Said, concerns, days_changed, shifts_changed

BATCH = 100
"""Applications in one transaction: it stays short, and the loop is free in between."""


@dataclass(frozen=True, slots=True)
class TellChanges:
    """Whatever leads have changed."""


@act("campaign.tell_changes")
async def tell_changes(ctx: Context, data: TellChanges) -> int:
    """Writes letters to the next families of each campaign whose dates have changed; how many applications were looked
    at. The letters, and how far it came, are one transaction: nobody is told twice, or left out.

    What was changed within some minutes is told at once; what is changed while families are told, is told afterwards.
    """
    seen = 0
    for campaign_id in await changes.to_tell(ctx.uow.session, ctx.now - SETTLES):
        campaign = await recreation.lock(ctx.uow.session, campaign_id)
        if campaign is not None:
            seen += await _go_on(ctx, campaign)
    return seen


async def _go_on(ctx: Context, campaign: Campaign) -> int:
    session = ctx.uow.session
    if campaign.telling is None:
        newest = await recreation.call(session, campaign.id)
        if newest is None or newest.version.number == campaign.told_version or newest.version.at > ctx.now - SETTLES:
            return 0
        campaign.telling, campaign.told_upto = newest.version.number, 0
    said = await changes.said_between(session, campaign.id, campaign.told_version, campaign.telling)
    those: Sequence[Application] = ()
    if any(days_changed(each.terms, said[-1].terms) or shifts_changed(each.terms, said[-1].terms) for each in said):
        those = await changes.applications_after(session, campaign.id, campaign.told_upto, BATCH)
        await _tell(ctx, (campaign.told_version, campaign.telling), said, those)
    if len(those) < BATCH:
        campaign.told_version, campaign.telling, campaign.told_upto = campaign.telling, None, 0
    else:
        campaign.told_upto = those[-1].id
    return len(those)


async def _tell(ctx: Context, numbers: tuple[int, int], said: Sequence[Said], those: Sequence[Application]) -> None:
    session = ctx.uow.session
    shifts = await changes.shifts_of(session, [each.id for each in those])
    told = []
    for each in those:
        days, changed = concerns(said, Standing(each.state), each.begun_at, shifts.get(each.id, {}))
        if days is None and not changed:
            continue
        letter = kinds.recreation.DatesChanged(each.id, *numbers)
        told.append(ToSay(each.person_id, letter, f"{each.id}:{letter.now}", each.case_id, each.case_id))
    await say_each(ctx, told)
