"""What staff are reminded of; whatever somebody has done meanwhile is left out, and what is empty then is not sent."""

from __future__ import annotations

from collections.abc import Sequence

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.reminders import DigestAskSight, DigestSight, NoticeLine, NoticesSight
from casework.letters.view.calls import calls_line
from casework.letters.view.groups import topic_link
from casework.letters.view.look import Look, view
from casework.reminders.truth import still_handing, still_true
from db.models import Case, CaseDeadline, Reminder, StaffMember
from db.repositories import deadlines, reminders, staff, transfers
from rules.catalogue import DeadlineRule, MissingRule, ReminderKind, Unit
from rules.local_time import end_of_day, local_date
from rules.reminders import DIGEST_HOURS
from rules.roles import LEADS
from rules.transfers import RECEIPT

AHEAD = 2
"""Working days that the digest looks ahead."""
LINES = 15
BY_THE_HOUR = frozenset({Unit.CLOCK_HOURS, Unit.WORKING_HOURS, Unit.SAME_HOUR})


@view(kinds.Notices, kinds.UrgentNotices)
async def _notices(look: Look, letter: kinds.Notices) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    lines = []
    for each in await reminders.by_ids(look.uow.session, letter.reminders):
        case = await look.case(each.case_id or 0)
        deadline = await deadlines.by_id(look.uow.session, each.deadline_id) if each.deadline_id else None
        if each.expires_at is not None and each.expires_at <= look.now:
            continue
        if each.kind == ReminderKind.TRANSFER:
            lines += await _handing(look, member, case, each)
            continue
        if not still_true(each.kind, each.about_at, case, deadline):
            continue
        lines.append(
            await _waits(look, case)
            if each.kind == ReminderKind.UNANSWERED
            else await _runs(look, member, case, deadline)
        )
    if not lines:
        return None
    return look.sight(member.language, NoticesSight(member.work_name, tuple(dict.fromkeys(lines))))


async def _waits(look: Look, case: Case) -> NoticeLine:
    return NoticeLine(
        case.number, topic_link(case), case.crisis, None, case.reply_by, whole_day=False,
        over=case.reply_by < look.now, owner=await look.owner(case),
    )  # fmt: skip


async def _runs(look: Look, member: StaffMember, case: Case, deadline: CaseDeadline | None) -> NoticeLine:
    assert deadline is not None, "what is true of a deadline has one"
    rule = _rule(look, deadline)
    return NoticeLine(
        number=case.number,
        url=topic_link(case),
        crisis=case.crisis,
        what=rule.what[member.language] if rule else deadline.rule,
        at=deadline.due_at,
        whole_day=rule is not None and rule.unit not in BY_THE_HOUR,
        over=deadline.due_at <= look.now,
        owner=await look.owner(case),
    )


async def _handing(look: Look, member: StaffMember, case: Case, told: Reminder) -> list[NoticeLine]:
    row = await transfers.by_id(look.uow.session, told.subject or 0)
    if row is None or not still_handing(told.about_at, row) or row.due_at is None or row.agreed_at is None:
        return []
    what = look.catalogue.deadline(RECEIPT, row.agreed_at).what[member.language]
    return [
        NoticeLine(
            case.number, topic_link(case), case.crisis, what, row.due_at, whole_day=True,
            over=row.due_at <= look.now, owner=await look.owner(case),
        )
    ]  # fmt: skip


def _rule(look: Look, deadline: CaseDeadline) -> DeadlineRule | None:
    try:
        return look.catalogue.deadline_version(deadline.rule, deadline.version)
    except MissingRule:
        return None


@view(kinds.Digest)
async def _digest(look: Look, letter: kinds.Digest) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None or letter.day != local_date(look.now).toordinal():
        return None
    session, leads = look.uow.session, member.role in LEADS
    own = await reminders.waits_of(session, member.organisation_id, member.id, look.now)
    everybody = await reminders.waits_of(session, member.organisation_id, None, look.now) if leads else None
    calls = await calls_line(look, member)
    shows = DigestSight(
        reader=member.work_name,
        waiting=own.waiting,
        late=own.late,
        calls=calls.count if calls else 0,
        lines=tuple([await _runs(look, member, case, each) for case, each in await _near(look, member)]),
        unowned=everybody.unowned if everybody else None,
        all_late=everybody.late if everybody else None,
    )
    nothing = not (shows.waiting or shows.calls or shows.lines or shows.unowned or shows.all_late)
    return None if nothing else look.sight(member.language, shows)


async def _near(look: Look, member: StaffMember) -> Sequence[tuple[Case, CaseDeadline]]:
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    day = local_date(look.now)
    for _ in range(AHEAD):
        day = look.catalogue.hours_of(organisation.slug).working_day_after(day)
    return await deadlines.near_of_owner(look.uow.session, member.id, end_of_day(day), LINES)


@view(kinds.DigestAskScreen)
async def _digest_ask(look: Look, letter: kinds.DigestAskScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    return look.sight(member.language, DigestAskSight(member.digest_hour, DIGEST_HOURS))
