"""The code that is read out to the person of a case, who sends it from their own account later."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, HasTelegram, NoSuchCase
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.staff.codes import code_hash
from db.models import Case, LinkCode
from db.repositories import cases, linking, people, staff
from rules.agreements import CODE_DIGITS
from rules.linking import CODE_VALID_FOR, is_code

PURPOSE = "link"


def fresh_code() -> str:
    """Digits that nobody takes for a telephone number."""
    while True:
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        if is_code(code):
            return code


async def give_code(ctx: Context, case: Case) -> LinkCode:
    """A fresh code for a locked case; the one before is good no more. Digits only: said over the phone they can't be
    mistaken for one another, in whatever alphabet they are typed.
    """
    row = await linking.of_case(ctx.uow.session, case.id)
    if row is None:
        row = LinkCode(case_id=case.id)
        ctx.uow.session.add(row)
    code = fresh_code()
    row.code, row.code_hash = code, code_hash(PURPOSE, code)
    row.expires_at, row.claimed_by = ctx.now + CODE_VALID_FOR, None
    await ctx.uow.session.flush()
    return row


def take_code_back(row: LinkCode) -> None:
    """It was used."""
    row.code = row.code_hash = row.claimed_by = None


@dataclass(frozen=True, slots=True)
class NewCode:
    """`/code` in the topic of a case."""

    chat_id: int
    thread_id: int


@act("registration.new_code")
async def new_code(ctx: Context, data: NewCode) -> Case:
    """Puts a fresh code on the desk of whoever asked, to be read out. NoSuchCase outside of a topic, CaseClosed,
    HasTelegram where the person writes to us themselves.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None:
        raise NoSuchCase
    case = await locked(ctx, found.id, "registration.new_code")
    if case.closed_at is not None:
        raise CaseClosed
    if (await people.by_id(ctx.uow.session, case.person_id)).telegram_id is not None:
        raise HasTelegram
    await give_code(ctx, case)
    record(ctx, case, Event.CODE_GIVEN)
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await tell_desk(ctx, member, kinds.registering.LinkCodeLetter(member.id, case.id), case=case)
    return case
