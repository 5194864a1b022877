"""Nobody confirmed in time that something arrived: its owner and the supervisor are told, and so is the person."""

from __future__ import annotations

from collections.abc import Sequence

from casework.awaited.signs import let_go
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from casework.reminders.to_staff import tell_readers
from casework.reminders.truth import still_handing
from db.models import Case, Transfer
from db.repositories import cases, people, reminders, transfers
from db.repositories.reminders import Due, NewReminder
from rules.catalogue import Matter, ReminderKind
from rules.reminders import moments
from rules.working_time import WorkingHours

KIND = ReminderKind.TRANSFER


async def plan_transfer(ctx: Context, case: Case, row: Transfer, hours: WorkingHours) -> None:
    """Staff are reminded of a locked transfer that has just been agreed to, by its ladder."""
    assert row.due_at is not None, "what is handed over is to be confirmed some day"
    new = [
        NewReminder(
            KIND, f"{KIND}:{row.id}:{each.step}", each.at, each.step, each.until,
            case_id=case.id, subject=row.id, about_at=row.due_at,
        )
        for each in moments(ctx.catalogue.ladders[KIND], ctx.now, row.due_at, ctx.now, hours)
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)


async def transfer_over(ctx: Context, row: Transfer, case: Case | None = None) -> None:
    """Nobody needs to be reminded of it. `case`: its question may still have waited for a sign there."""
    assert row.case_id is not None, "only cases are handed over"
    await reminders.cancel_subject(ctx.uow.session, row.case_id, KIND, row.id, ctx.now)
    if case is not None:
        await let_go(ctx, case, {Matter.TRANSFER})


async def remind_of_transfers(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes the letters; returns the reminders that do not hold any more."""
    if not due:
        return set()
    session = ctx.uow.session
    rows = await transfers.by_ids(session, {each.subject for each in due if each.subject is not None})
    last = len(ctx.catalogue.ladders[KIND].steps) - 1
    true = [each for each in due if still_handing(each.about_at, rows.get(each.subject or 0))]
    those: dict[int, Case] = {}
    for each in true:
        case = await cases.lock(session, each.case_id or 0)
        row = await transfers.lock(session, each.subject or 0)
        if case is not None and row is not None and still_handing(each.about_at, row):
            those[case.id] = case
            if each.step == last and row.late_at is None:
                await _late(ctx, case, row)
    told = [each for each in true if each.case_id in those]
    await tell_readers(ctx, told, those)
    return {each.id for each in due} - {each.id for each in told}


async def _late(ctx: Context, case: Case, row: Transfer) -> None:
    row.late_at = ctx.now
    record(ctx, case, Event.TRANSFER_LATE, transfer_id=row.id, provider_id=row.provider_id)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.transfers.TransferLate(case.id, row.id), case=case, key=str(row.id))
    await show_case(ctx, case, head=False)
