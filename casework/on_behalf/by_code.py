"""The human agrees that somebody writes for them by the code that was read out to them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_person
from casework.on_behalf.agreeing import confirmed
from casework.on_behalf.codes import PURPOSE
from casework.people.themselves import themselves
from casework.staff.codes import code_hash
from db.models import OnBehalf, Person
from db.models.counted import COUNTED
from db.repositories import cases, on_behalf, people


@dataclass(frozen=True, slots=True)
class AgreeByCode:
    """Twelve digits that somebody sent from their own Telegram."""

    code: str


@act("person.agree_by_code")
async def agree_by_code(ctx: Context, data: AgreeByCode) -> bool:
    """Ties the account to the human for whom the code was made, once. False, and nothing done, for any other digits.

    Nothing of the case is shown: what the helper wrote stays between them and us. The helper's own account is not the
    beneficiary's.
    """
    person = await themselves(ctx)
    session, wanted = ctx.uow.session, code_hash(PURPOSE, data.code)
    row = await on_behalf.by_code(session, wanted, ctx.now)
    if row is None:
        return False
    # People before cases, as everywhere; and whoever used the code first is seen once the case is locked.
    told = await people.lock(session, row.beneficiary_id)
    case = await cases.lock(session, row.case_id)
    row = await on_behalf.by_code(session, wanted, ctx.now)
    if row is None or case is None or case.person_id == person.id or case.closed_at is not None:
        return False
    _tie(row, told, person)
    case.indexed = False
    await confirmed(ctx, case, row)
    await tell_person(ctx, person, kinds.AgreedByCode(case.id), case=case, key=str(case.id))
    return True


def _tie(row: OnBehalf, told: Person, account: Person) -> None:
    """What was told about the human goes over to their account, where it does not say otherwise itself."""
    for fact in COUNTED:
        setattr(account, fact, getattr(account, fact) or getattr(told, fact))
    if account.name is None and not account.watched:
        account.name = told.name
    told.name = None
    row.beneficiary_id = account.id
