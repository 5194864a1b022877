"""State, letter and note in one step; what must be given with it; who may."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.cases.step import AskStep, LookAtStep, Step, ask_step, look_at_step, step
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import AnswerFirst, CaseClosed, EmptyNote, NoSuchCase, NotOwner, Stale, TakeFirst
from casework.letters import kinds
from casework.letters.sights import CardSight, StepSight, TopicSight
from casework.notes.writing import Note
from casework.people.erase import Erase, erase
from db.models import Case
from db.repositories import notes
from rules.cases import State, Turn, Verb
from rules.catalogue import Provider
from tests.casework.world import CATALOGUE, ELSEWHERE, World

GIVEN = {Verb.WAIT_PROVIDER: "hromada", Verb.RESOLVE: "helped"}
STEPS = {
    Verb.ASSESS: (State.ASSESSING, "assessing"),
    Verb.PLAN: (State.PLANNED, "planned"),
    Verb.START: (State.IN_PROGRESS, "started"),
    Verb.WAIT_PERSON: (State.WAITING_PERSON, "waiting-person"),
    Verb.WAIT_PROVIDER: (State.WAITING_PROVIDER, "waiting-provider"),
    Verb.RESOLVE: (State.RESOLVED, "resolved"),
}


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case that Ірина has, and whose needs she assesses."""
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await step(world.ctx(iryna), Step(case.id, Verb.ASSESS))
    return case


async def _does(world: World, actor: Actor, case: Case, verb: Verb, *, letter: bool = True) -> Case:
    return await step(world.ctx(actor), Step(case.id, verb, GIVEN.get(verb, ""), letter))


@pytest.mark.parametrize("verb", [each for each in STEPS if each is not Verb.ASSESS])
async def test_state_letter_and_note_are_one_step(world: World, iryna: Actor, case: Case, verb: Verb) -> None:
    await world.deliver()
    note = Note("Домовилися з водієм", -100, 7)
    await step(world.ctx(iryna), Step(case.id, verb, GIVEN.get(verb, ""), letter=True, note=note))
    state, event = STEPS[verb]
    assert case.state == state
    assert (await world.history(case))[-2:] == [event, "note-added"]
    assert (await world.events(case))[-2].facts == {"given": GIVEN.get(verb), "letter": True}
    [(kept, author)] = await notes.of_case(world.uow.session, case.id)
    assert (kept.text, author, kept.at) == ("Домовилися з водієм", "Ірина", world.now)
    sent = {letter.kind: sight.shows for letter, sight in await world.deliver()}
    told, card, head = sent["case-step"], sent["card"], sent["topic-head"]
    assert isinstance(told, StepSight)
    assert told.state is state
    assert isinstance(card, CardSight)
    assert (card.state, card.notes) == (state, 1)
    assert isinstance(head, TopicSight)
    assert (head.state, head.turn) == (state, case.turn)


async def test_without_a_letter_nothing_goes_to_the_person(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.deliver()
    await _does(world, iryna, case, Verb.PLAN, letter=False)
    assert case.state == State.PLANNED
    assert await world.waiting(to=olena) == []


@pytest.mark.parametrize("verb", [Verb.WAIT_PERSON, Verb.WAIT_PROVIDER, Verb.RESOLVE])
async def test_the_turn_does_not_leave_us_while_somebody_waits(
    world: World, olena: Actor, iryna: Actor, case: Case, verb: Verb
) -> None:
    async with world.refused(AnswerFirst):
        await _does(world, iryna, case, verb, letter=False)
    assert not (await look_at_step(world.ctx(iryna), LookAtStep(case.id, verb, GIVEN.get(verb, "")))).may_skip
    await _does(world, iryna, case, verb)
    assert (case.waiting_since, case.unread, case.first_answered_at) == (None, 0, world.now)


async def test_who_has_an_answer_need_not_get_a_letter(world: World, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, "Надішліть, будь ласка, довідку")
    assert (await look_at_step(world.ctx(iryna), LookAtStep(case.id, Verb.WAIT_PERSON))).may_skip
    await _does(world, iryna, case, Verb.WAIT_PERSON, letter=False)
    assert (case.state, case.turn) == (State.WAITING_PERSON, Turn.PERSON)


@pytest.mark.parametrize("verb", [Verb.ASSESS, Verb.PLAN, Verb.START])
async def test_a_letter_about_our_work_is_no_answer(world: World, iryna: Actor, case: Case, verb: Verb) -> None:
    if verb is Verb.ASSESS:
        await _does(world, iryna, case, Verb.START, letter=False)
    await _does(world, iryna, case, verb)
    assert case.waiting_since is not None, "who waits for an answer waits still"
    assert case.turn == Turn.STAFF


async def test_what_is_given_stays_with_its_state_only(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await _does(world, iryna, case, Verb.WAIT_PROVIDER)
    assert (case.provider, case.turn) == ("hromada", Turn.PROVIDER)
    await world.answers(iryna, case, "Громада ще думає")
    assert case.turn == Turn.PROVIDER, "what we say does not make it the person's turn"
    await _does(world, iryna, case, Verb.RESOLVE)
    assert (case.provider, case.result) == (None, "helped")
    await world.says(olena, "Не привезли")
    assert (case.state, case.turn, case.result) == (State.IN_PROGRESS, Turn.STAFF, None)
    assert case.closed_at is None


@pytest.mark.parametrize(
    ("verb", "given"),
    [
        (Verb.RESOLVE, ""),
        (Verb.RESOLVE, "no-such"),
        (Verb.RESOLVE, "cannot-help"),
        (Verb.RESOLVE, "hromada"),
        (Verb.WAIT_PROVIDER, ""),
        (Verb.WAIT_PROVIDER, "department"),
        (Verb.WAIT_PROVIDER, "helped"),
        (Verb.PLAN, "helped"),
        (Verb.ASSESS, ""),
        (Verb.REFUSE, "RF1"),
        (Verb.CLOSE, "helped"),
        (Verb.TAKE, ""),
        (Verb.REOPEN, ""),
    ],
)
async def test_what_does_not_fit_is_stale(world: World, iryna: Actor, case: Case, verb: Verb, given: str) -> None:
    async with world.refused(Stale):
        await step(world.ctx(iryna), Step(case.id, verb, given, letter=True))
    async with world.refused(Stale):
        await look_at_step(world.ctx(iryna), LookAtStep(case.id, verb, given))


async def test_only_the_owner_or_a_lead_of_the_organisation_steps(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor, mykola: Actor
) -> None:
    free = await world.case(mykola)
    async with world.refused(TakeFirst):
        await step(world.ctx(iryna), Step(free.id, Verb.ASSESS))
    async with world.refused(TakeFirst):
        await ask_step(world.ctx(iryna), AskStep(free.id))
    async with world.refused(Stale):
        await step(world.ctx(lead), Step(free.id, Verb.ASSESS))
    case = await world.taken(olena, iryna)
    async with world.refused(NotOwner, owner="Ірина"):
        await step(world.ctx(andrii), Step(case.id, Verb.ASSESS))
    stranger = await world.staff(name="Чужа", organisation=ELSEWHERE)
    async with world.refused(NoSuchCase):
        await step(world.ctx(stranger), Step(case.id, Verb.ASSESS))
    await step(world.ctx(lead), Step(case.id, Verb.ASSESS))
    assert (case.state, case.owner_id) == (State.ASSESSING, iryna.id)


async def test_an_empty_note_changes_nothing(world: World, iryna: Actor, case: Case) -> None:
    async with world.refused(EmptyNote):
        await step(world.ctx(iryna), Step(case.id, Verb.PLAN, letter=True, note=Note("  ")))


async def test_what_is_over_has_no_next_state(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    assert Verb.REFUSE in (await ask_step(world.ctx(iryna), AskStep(case.id))).verbs
    await withdraw(world.ctx(olena), Withdraw(case.id))
    async with world.refused(CaseClosed):
        await ask_step(world.ctx(iryna), AskStep(case.id))
    async with world.refused(CaseClosed):
        await _does(world, iryna, case, Verb.PLAN)


async def test_a_letter_that_is_no_longer_true_is_not_sent(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await _does(world, iryna, case, Verb.WAIT_PERSON)
    await world.says(olena, "Ось відповідь")
    assert "case-step" not in {letter.kind for letter, _ in await world.deliver()}


async def test_the_preview_says_what_the_letter_says(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    seen = await look_at_step(world.ctx(iryna), LookAtStep(case.id, Verb.RESOLVE, "helped"))
    await _does(world, iryna, case, Verb.RESOLVE)
    [letter] = await world.waiting(kinds.CaseStep)
    sight = await world.sight(letter)
    assert sight is not None
    assert (sight.shows, sight.language) == (seen.letter, seen.language)
    assert sight.shows == StepSight(case.number, State.RESOLVED, outcome=CATALOGUE.outcomes["helped"].plain["uk"])


async def test_a_phone_that_others_read_names_neither_office_nor_outcome(world: World, iryna: Actor) -> None:
    woman = await world.watched()
    case = await world.taken(woman, iryna)
    for verb in (Verb.WAIT_PROVIDER, Verb.RESOLVE):
        seen = await look_at_step(world.ctx(iryna), LookAtStep(case.id, verb, GIVEN[verb]))
        assert seen.letter == StepSight(case.number, STEPS[verb][0])


async def test_a_solved_case_is_closed_with_its_letter(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await _does(world, iryna, case, Verb.RESOLVE)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert (case.state, case.result) == (State.CLOSED, "helped")
    assert [letter.kind for letter in await world.waiting(kinds.CaseClosed)] == ["case-closed"]


async def test_erasing_takes_the_notes_away(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await step(world.ctx(iryna), Step(case.id, Verb.PLAN, note=Note("Олена просила вечір")))
    await erase(world.ctx(olena), Erase())
    assert await notes.of_case(world.uow.session, case.id) == []
    assert case.state == State.WITHDRAWN


async def test_the_card_says_whose_answer_is_waited_for(world: World, iryna: Actor, case: Case) -> None:
    await _does(world, iryna, case, Verb.WAIT_PROVIDER)
    [card] = [sight.shows for letter, sight in await world.deliver() if letter.kind == "card"]
    assert isinstance(card, CardSight)
    assert card.provider is Provider.HROMADA
