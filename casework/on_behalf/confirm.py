"""The human agrees that somebody writes for them: on the phone, or by the code that was read out to them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.on_behalf.open import CODE_PURPOSE
from casework.people.themselves import themselves
from casework.staff.codes import code_hash
from db.models import Case, OnBehalf, Person
from db.models.counted import COUNTED
from db.repositories import cases, on_behalf, people
from rules.agreements import AWAITED, Agreement


@dataclass(frozen=True, slots=True)
class ConfirmAgreement:
    """The staff member heard it from the human of this case."""

    case_id: int


@act("case.confirm_agreement")
async def confirm_agreement(ctx: Context, data: ConfirmAgreement) -> Case:
    """Writes down who heard it and when. Stale where no agreement is awaited, CaseClosed where the case is over."""
    case = await locked(ctx, data.case_id, "case.confirm_agreement")
    row = await on_behalf.of_case(ctx.uow.session, case.id)
    if row is None or row.agreement not in AWAITED:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    row.agreed_with = ctx.actor.id
    await _confirmed(ctx, case, row)
    return case


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
    session, wanted = ctx.uow.session, code_hash(CODE_PURPOSE, data.code)
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
    await _confirmed(ctx, case, row)
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


async def _confirmed(ctx: Context, case: Case, row: OnBehalf) -> None:
    row.agreement = Agreement.CONFIRMED.value
    row.agreed_at = ctx.now
    row.code = row.code_hash = row.code_expires_at = None
    record(ctx, case, Event.AGREED, by="code" if row.agreed_with is None else "call")
    await show_case(ctx, case, head=False)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.AGREED.value))
    helper = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, helper, kinds.AgreementKnown(case.id), case=case, key=str(case.id))
