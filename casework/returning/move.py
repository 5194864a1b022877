"""Cases go over from one account to another, with all that follows them; and back.

Who calls these has locked both people.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.sent import NOBODY_THERE
from casework.letters.write import FROZEN, HELD, private_lane, show_case, tell_person, tell_topic
from casework.passing_on.telling import send_what_waits
from casework.problems.reach import AUTOMATIC
from casework.recreation.again import ask_anew
from casework.returning.former import CHECKED
from db.models import Case, Person, Reading, Return
from db.models.counted import COUNTED
from db.repositories import cases, people, problems, returns

FLAGS = ("covered", "human_only")


async def bring_over(ctx: Context, check: Return, former: Person, person: Person) -> dict[str, Any]:
    """All cases of the former row become the person's; what is needed to take them back.

    Name, number and places stay where they are: the person tells what is still true. The former account is nobody to us
    from now on: whoever holds it meets the bot as a newcomer, and nothing on its way reaches it.
    """
    session = ctx.uow.session
    ids = [each.id for each in await cases.all_of(session, former.id)]
    if ctx.actor.is_staff:
        read = Reading(case_id=ids[0], person_id=former.id, staff_id=ctx.actor.id or 0, at=ctx.now, what=CHECKED)
        session.add(read)
    beneficiary_of = await returns.beneficiary_of(session, former.id)
    old_chat, check.former_account = former.telegram_id, former.telegram_id
    former.telegram_id = None
    await session.flush()
    theirs = await _move(ctx, ids, beneficiary_of, former, person, old_chat)
    await send_what_waits(ctx, theirs, person)
    await returns.drop_waiting(session, former.id)
    carried = await _carry_care(ctx, former, person)
    await _tell_topics(ctx, theirs, Event.RETURN_CONFIRMED)
    return {"cases": ids, "beneficiary_of": beneficiary_of, **carried}


async def take_back(ctx: Context, check: Return, person: Person, former: Person) -> list[Case]:
    """The cases that were brought over, as far as they are still the person's, go back to the former account.

    Whoever met us by that account since goes there, too: it is one account, and so one row again.
    """
    session = ctx.uow.session
    await _give_account_back(ctx, check, former)
    ids = [each.id for each in await cases.all_of(session, person.id) if each.id in check.moved["cases"]]
    await returns.drop_waiting(session, person.id, ids)
    theirs = await _move(ctx, ids, check.moved["beneficiary_of"], person, former, person.telegram_id)
    if check.moved.get("phone"):
        person.phone = None
    for fact in (*check.moved["facts"], *check.moved["flags"]):
        setattr(person, fact, False if fact in FLAGS else None)
    if check.moved["frozen"] and person.frozen_at is not None:
        person.frozen_at = person.frozen_by = None
        await people.free_letters(session, person.id, FROZEN, HELD if person.watched else None)
    # What one of the two had accepted serves nothing of the other's any more.
    mine = [each.id for who in (person, former) for each in await cases.all_of(session, who.id)]
    await ask_anew(ctx, mine)
    await _tell_topics(ctx, theirs, Event.RETURN_UNDONE)
    return theirs


async def _give_account_back(ctx: Context, check: Return, former: Person) -> None:
    session = ctx.uow.session
    account = check.former_account
    since = await people.by_telegram(session, account) if account is not None else None
    if since is not None:
        since = await people.lock(session, since.id)
        since.telegram_id = None
        await session.flush()
        ids = [each.id for each in await cases.all_of(session, since.id)]
        await returns.move(session, ids, await returns.beneficiary_of(session, since.id), since, former)
        await people.pass_on(session, since.id, former.id)
        # Whatever made either of the two careful holds for both.
        for flag in (*FLAGS, "watched"):
            setattr(former, flag, getattr(former, flag) or getattr(since, flag))
    former.telegram_id = account
    await session.flush()


async def _move(
    ctx: Context, ids: Sequence[int], on_behalf_ids: Sequence[int], source: Person, target: Person, chat: int | None
) -> list[Case]:
    session = ctx.uow.session
    theirs = [case for each in sorted(ids) if (case := await cases.lock(session, each)) is not None]
    await returns.move(session, ids, on_behalf_ids, source, target)
    if chat is not None:
        await returns.forget_copies(session, ids, chat)
    if target.telegram_id is not None:
        await returns.readdress(session, ids, source, target, private_lane(target.telegram_id))
        await problems.release_undelivered(
            session,
            target.id,
            silent=NOBODY_THERE,
            never=AUTOMATIC if target.watched or target.human_only else (),
            not_before=FROZEN if target.frozen_at is not None else HELD if target.watched else None,
        )
        ctx.uow.nudge("outbox")
    else:
        await _tell_instead(ctx, theirs, source, target)
    return theirs


async def _tell_instead(ctx: Context, theirs: Sequence[Case], source: Person, target: Person) -> None:
    """They go back to somebody without Telegram: what has not left is told by a human, not sent to the other one."""
    of_case = {case.id: case for case in theirs}
    for letter in await returns.take_unsent(ctx.uow.session, list(of_case), source.id):
        key = letter.unique_key.partition(":")[2] if letter.unique_key is not None else None
        case = of_case[letter.case_id or 0]
        await tell_person(ctx, target, kinds.Letter.restore(letter.kind, letter.facts), case=case, key=key)


async def _carry_care(ctx: Context, former: Person, person: Person) -> dict[str, Any]:
    """How we behave towards somebody, and what reports count of them, does not change with their account."""
    facts = [each for each in COUNTED if getattr(person, each) is None and getattr(former, each) is not None]
    for fact in facts:
        setattr(person, fact, getattr(former, fact))
    careful = {"covered": former.discreet, "human_only": former.human_only}
    flags = [flag for flag, wanted in careful.items() if wanted and not getattr(person, flag)]
    for flag in flags:
        setattr(person, flag, True)
    frozen = former.frozen_at is not None and person.frozen_at is None
    if frozen:
        person.frozen_at, person.frozen_by = former.frozen_at, former.frozen_by
        await people.hold_letters(ctx.uow.session, person.id, FROZEN, held=HELD)
    return {"facts": facts, "flags": flags, "frozen": frozen}


async def _tell_topics(ctx: Context, theirs: Sequence[Case], event: Event) -> None:
    for case in theirs:
        record(ctx, case, event)
        if case.erased_at is None:
            await tell_topic(ctx, case, kinds.CaseNews(case.id, event.value))
            await show_case(ctx, case)
