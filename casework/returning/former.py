"""Whom staff may take somebody for, and what is left on the row of an account that cases were taken from."""

from __future__ import annotations

from dataclasses import dataclass

from casework.context import Context
from casework.people.places import forget_places
from db.models import Person, Return
from db.models.counted import COUNTED
from db.repositories import calls, cases, forms, on_behalf, people, returns
from db.uow import UnitOfWork
from rules.returning import ReturnState, needs_second_look

CHECKED = "return"
"""What stands in the log of readings where somebody's account was checked."""


@dataclass(frozen=True, slots=True)
class Former:
    """Somebody who may be the one who writes."""

    person: Person
    by_hand: bool


async def formers(uow: UnitOfWork, check: Return) -> list[Former]:
    """Those known by the proved number, and whom a staff member named; as things are now, and nobody with nothing."""
    session = uow.session
    by_phone = await returns.matching(session, check.phone, check.person_id) if check.proved and check.phone else []
    found = [Former(person, by_hand=False) for person in by_phone]
    if check.named_id is not None and check.named_id not in {each.person.id for each in found}:
        named = await people.by_id(session, check.named_id)
        if named.id != check.person_id and await returns.holds_words(session, named.id):
            found.append(Former(named, by_hand=True))
    return found


async def second_look(uow: UnitOfWork, former: Former) -> bool:
    """Whether a second staff member has to agree that it is they."""
    person = former.person
    theirs = await cases.all_of(uow.session, person.id)
    return needs_second_look(
        crisis=any(case.crisis for case in theirs),
        covered=person.covered,
        watched=person.watched,
        human_only=person.human_only,
        frozen=person.frozen_at is not None,
        by_hand=former.by_hand,
    )


async def settle(ctx: Context, check: Return) -> None:
    """From now on nothing can be undone: what identifies goes from the former row, and whose account it was."""
    session = ctx.uow.session
    check.state, check.former_account, check.phone, check.moved = ReturnState.SETTLED.value, None, None, {}
    assert check.former_id is not None, "a confirmed check names whom it was"
    former = await people.lock(session, check.former_id)
    if consent := await people.standing_consent(session, former.id):
        consent.withdrawn_at = ctx.now
    await calls.drop_draft(session, former.id)
    await forms.drop_all(session, former.id)
    await people.drop_drafts(session, former.id)
    await people.forget_rendered(session, former.id)
    await on_behalf.forget_beneficiary(session, former.id)
    former.name = former.phone = None
    forget_places(former)
    for fact in COUNTED:
        setattr(former, fact, None)
    former.erased_at = ctx.now


async def settle_all(ctx: Context, person: Person) -> None:
    """The same for every account that cases came from to this person, and those before them."""
    for check in await returns.into(ctx.uow.session, person.id):
        assert check.former_id is not None, "a confirmed check names whom it was"
        await settle_all(ctx, await people.by_id(ctx.uow.session, check.former_id))
        await settle(ctx, check)
