"""Help is refused by law only: a reason, a second look, never in danger; another human looks at it again."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from casework.cases.assign import NOBODY, Assign, assign
from casework.cases.close import AskOutcome, Close, ask_outcome, close
from casework.cases.refuse import AskReason, LookAtRefusal, Refuse, ask_reason, look_at_refusal, refuse
from casework.cases.reopen import Reopen, reopen_own
from casework.cases.step import Step, step
from casework.cases.take import Take, take
from casework.context import Actor
from casework.danger.press import InDanger, in_danger
from casework.errors import CaseClosed, LookAgain, NotOwner, ReferInstead, RefusedByYou, Stale, TooLate
from casework.letters import kinds
from casework.letters.sights import RefusedSight
from casework.notes.writing import Note
from casework.ratings.rate import Rate, rate
from db.models import Case
from db.repositories import notes
from rules.cases import State, Verb, reopen_by
from rules.ratings import Mark
from tests.casework.world import CATALOGUE, HERE, World

REFUSING = [code for code, reason in CATALOGUE.refusals.items() if not reason.refer]


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case whose needs Ірина assesses."""
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await step(world.ctx(iryna), Step(case.id, Verb.ASSESS))
    await world.deliver()
    return case


async def _refused(world: World, actor: Actor, case: Case, reason: str = "RF1") -> Case:
    await look_at_refusal(world.ctx(actor), LookAtRefusal(case.id, reason))
    return await refuse(world.ctx(actor), Refuse(case.id, reason))


@pytest.mark.parametrize("reason", REFUSING)
async def test_the_person_is_told_why_by_which_act_and_what_they_can_do(
    world: World, olena: Actor, iryna: Actor, case: Case, reason: str
) -> None:
    seen = await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, reason))
    assert case.state == State.ASSESSING, "a look refuses nobody"
    assert await world.waiting(to=olena) == []
    await refuse(world.ctx(iryna), Refuse(case.id, reason, Note("Подзвонити в понеділок")))
    assert (case.state, case.turn, case.result, case.closed_at) == ("refused", "nobody", reason, world.now)
    assert (case.refused_by, case.waiting_since) == (iryna.id, None)
    assert (await world.history(case))[-3:] == ["refusal-asked", "refused", "note-added"]
    assert (await world.events(case))[-2].facts == {"reason": reason}
    assert len(await notes.of_case(world.uow.session, case.id)) == 1
    [letter] = await world.waiting(kinds.CaseRefused)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == seen.letter
    assert isinstance(sight.shows, RefusedSight)
    entry = CATALOGUE.refusals[reason]
    assert (sight.shows.reason, sight.shows.basis) == (entry.plain["uk"], entry.basis["uk"])
    assert sight.shows.complaint == CATALOGUE.organisations[HERE].complaint["uk"]
    assert (sight.shows.appeal_by, sight.shows.another) == (reopen_by(world.now), True)


def test_each_reason_has_its_act_of_law() -> None:
    assert list(CATALOGUE.refusals) == ["RF1", "RF2", "RF3"]
    assert [code for code, reason in CATALOGUE.refusals.items() if reason.refer] == ["RF2"]
    for reason in CATALOGUE.refusals.values():
        assert "24" in reason.basis["uk"]
        assert "24" in reason.basis["en"]


async def test_what_others_help_with_is_passed_on_and_not_refused(world: World, iryna: Actor, case: Case) -> None:
    async with world.refused(ReferInstead):
        await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, "RF2"))
    async with world.refused(ReferInstead):
        await refuse(world.ctx(iryna), Refuse(case.id, "RF2"))
    await step(world.ctx(iryna), Step(case.id, Verb.WAIT_PROVIDER, "hromada", letter=True))
    assert (case.state, case.closed_at) == (State.WAITING_PROVIDER, None)


async def test_nothing_is_refused_that_was_not_looked_at(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    async with world.refused(LookAgain):
        await refuse(world.ctx(iryna), Refuse(case.id, "RF1"))
    await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, "RF3"))
    async with world.refused(LookAgain):
        await refuse(world.ctx(iryna), Refuse(case.id, "RF1"))
    async with world.refused(LookAgain):
        await refuse(world.ctx(lead), Refuse(case.id, "RF3"))
    await world.says(olena, "Ось новий висновок")
    async with world.refused(LookAgain):
        await refuse(world.ctx(iryna), Refuse(case.id, "RF3"))
    await _refused(world, iryna, case, "RF3")
    async with world.refused(CaseClosed):
        await refuse(world.ctx(iryna), Refuse(case.id, "RF3"))


@pytest.mark.parametrize("reason", ["", "RF4", "helped", "rf1"])
async def test_there_are_no_other_reasons(world: World, iryna: Actor, case: Case, reason: str) -> None:
    async with world.refused(Stale):
        await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, reason))
    async with world.refused(Stale):
        await refuse(world.ctx(iryna), Refuse(case.id, reason))


async def test_before_needs_are_assessed_nothing_is_refused(world: World, mykola: Actor, iryna: Actor) -> None:
    fresh = await world.taken(mykola, iryna)
    async with world.refused(Stale):
        await ask_reason(world.ctx(iryna), AskReason(fresh.id))
    async with world.refused(Stale):
        await look_at_refusal(world.ctx(iryna), LookAtRefusal(fresh.id, "RF1"))


async def test_only_the_owner_or_a_lead_refuses(
    world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    async with world.refused(NotOwner, owner="Ірина"):
        await look_at_refusal(world.ctx(andrii), LookAtRefusal(case.id, "RF1"))
    assert list(await ask_reason(world.ctx(lead), AskReason(case.id))) == list(CATALOGUE.refusals)
    assert (await _refused(world, lead, case)).refused_by == lead.id


async def test_no_outcome_refuses(world: World, iryna: Actor, case: Case) -> None:
    refusals = {slug for slug, outcome in CATALOGUE.outcomes.items() if outcome.refusal}
    assert refusals
    assert refusals.isdisjoint(await ask_outcome(world.ctx(iryna), AskOutcome(case.id)))
    for slug in refusals:
        async with world.refused(Stale):
            await close(world.ctx(iryna), Close(case.id, slug))


async def test_nobody_in_danger_is_refused_by_any_way(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, "RF1"))
    await world.says(olena, "Рятуйте, він мене б'є")
    assert case.crisis
    async with world.refused(Stale):
        await ask_reason(world.ctx(iryna), AskReason(case.id))
    async with world.refused(Stale):
        await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, "RF1"))
    async with world.refused(Stale):
        await refuse(world.ctx(iryna), Refuse(case.id, "RF1"))
    with pytest.raises(IntegrityError, match="never_refused_in_danger"):
        async with world.uow.session.begin_nested():
            await world.uow.session.execute(text("UPDATE cases SET state = 'refused' WHERE id = :id"), {"id": case.id})


async def test_danger_after_a_refusal_is_a_case_of_its_own(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await _refused(world, iryna, case)
    opened = await in_danger(world.ctx(olena), InDanger())
    assert opened.id != case.id
    assert (opened.crisis, case.crisis) == (True, False)


async def test_another_human_looks_at_it_again(
    world: World, olena: Actor, lead: Actor, iryna: Actor, andrii: Actor, case: Case
) -> None:
    await _refused(world, iryna, case)
    await reopen_own(world.ctx(olena), Reopen(case.id))
    assert (case.state, case.owner_id, case.closed_at, case.result) == ("reopened", None, None, None)
    async with world.refused(RefusedByYou):
        await take(world.ctx(iryna), Take(case.id))
    async with world.refused(RefusedByYou):
        await world.answers(iryna, case, "Я й далі проти")
    async with world.refused(RefusedByYou):
        await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, NOBODY))
    await take(world.ctx(andrii), Take(case.id))
    assert (case.state, case.refused_by) == ("taken", None)


async def test_who_works_alone_looks_again_and_the_letter_promises_nobody_else(
    world: World, olena: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, lead)
    await step(world.ctx(lead), Step(case.id, Verb.ASSESS))
    seen = await look_at_refusal(world.ctx(lead), LookAtRefusal(case.id, "RF1"))
    assert not seen.letter.another
    await refuse(world.ctx(lead), Refuse(case.id, "RF1"))
    await reopen_own(world.ctx(olena), Reopen(case.id))
    await take(world.ctx(lead), Take(case.id))
    assert case.owner_id == lead.id


async def test_a_refusal_is_not_rated_and_is_looked_at_for_thirty_days(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await _refused(world, iryna, case)
    async with world.refused(Stale):
        await rate(world.ctx(olena), Rate(case.id, Mark.BAD))
    world.wait(days=31)
    async with world.refused(TooLate):
        await reopen_own(world.ctx(olena), Reopen(case.id))


async def test_a_phone_that_others_read_is_told_neither_service_nor_reason(world: World, iryna: Actor) -> None:
    woman = await world.watched()
    case = await world.taken(woman, iryna)
    await step(world.ctx(iryna), Step(case.id, Verb.ASSESS))
    letter = (await look_at_refusal(world.ctx(iryna), LookAtRefusal(case.id, "RF1"))).letter
    assert (letter.service, letter.reason, letter.basis, letter.instead) == (None, None, None, None)
