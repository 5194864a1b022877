"""Danger: a case without a question, an alarm that staff see, and a reply that harms nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casework.calls.asking import Step
from casework.calls.safe import IsSafe, is_safe
from casework.cases.close import AskOutcome, Close, ask_outcome, close
from casework.cases.open_reply import OpenReply, open_reply
from casework.cases.opening import open_case
from casework.cases.words import Words
from casework.context import Actor
from casework.danger.press import AfterAll, InDanger, Mistaken, after_all, in_danger, mistaken
from casework.danger.watch_over import WatchOver, watch_over
from casework.danger.ways import ChooseWay, SafeWay, choose_way
from casework.errors import CaseClosed, NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.sights import MyCaseSight, ReceivedSight, ReplySight
from casework.letters.write import HELD
from casework.people.speak_freely import SpeakFreely, speak_freely
from db.models import Alarm, Case
from db.repositories import alarms
from rules.catalogue import CRISIS
from tests.casework.world import CATALOGUE, World, machine


@pytest.fixture
async def ivan(world: World) -> Actor:
    """Somebody who has agreed to nothing."""
    return await world.newcomer()


@pytest.fixture
async def case(world: World, ivan: Actor) -> Case:
    """The case that his press opened."""
    return await in_danger(world.ctx(ivan), InDanger())


async def alarm_of(world: World, case: Case) -> Alarm:
    alarm = await alarms.newest(world.uow.session, case.id)
    assert alarm is not None
    return alarm


async def test_numbers_leave_before_everything_and_the_case_is_one_of_the_law(
    world: World, ivan: Actor, lead: Actor, case: Case
) -> None:
    assert (await world.kinds_to(ivan))[0] == "hotlines"
    assert (case.crisis, case.service, case.intake_kind) == (True, CRISIS, CRISIS)
    assert case.law_by is not None
    assert (case.law_by - case.opened_at).total_seconds() == 24 * 3600
    assert await world.kinds_to(lead) == ["alarm-raised"]
    assert "case-received" not in await world.kinds_to(ivan)
    assert (await world.row(ivan)).name is None


async def test_words_of_before_stay_unread_and_words_from_now_on_are_read(world: World, ivan: Actor) -> None:
    await world.says(ivan, "Це ще не для вас")
    case = await in_danger(world.ctx(ivan), InDanger())
    await world.says(ivan, "Він за дверима")
    assert [message.text for message in await world.messages(case)] == ["Він за дверима"]
    assert [draft.text for draft in await world.drafts(ivan)] == ["Це ще не для вас"]


async def test_a_case_whose_words_sounded_so_is_the_same_case(world: World, olena: Actor, lead: Actor) -> None:
    there = await world.case(olena, "Чоловік мене б'є")
    assert (await alarm_of(world, there)).cause == "words"
    assert (await in_danger(world.ctx(olena), InDanger())).id == there.id
    assert (await world.kinds_to(lead)).count("alarm-raised") == 1
    async with world.refused(Stale):
        await mistaken(world.ctx(olena), Mistaken(there.id))


async def test_once_answered_a_new_press_wakes_again_in_the_same_case(
    world: World, ivan: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    await world.topic(case)
    await world.answers(iryna, case, "Я з вами")
    assert (await alarm_of(world, case)).ended == "answered"
    assert (await in_danger(world.ctx(ivan), InDanger())).id == case.id
    assert (await alarm_of(world, case)).ended_at is None
    assert await world.kinds_to(lead) == ["alarm-raised"]
    await mistaken(world.ctx(ivan), Mistaken(case.id))
    assert case.closed_at is None, "it was there before this press"


async def test_only_a_mistake_can_be_taken_back_and_only_once(world: World, ivan: Actor, iryna: Actor) -> None:
    case = await in_danger(world.ctx(ivan), InDanger())
    await mistaken(world.ctx(ivan), Mistaken(case.id))
    async with world.refused(Stale):
        await mistaken(world.ctx(ivan), Mistaken(case.id))
    async with world.refused(CaseClosed):
        await choose_way(world.ctx(ivan), ChooseWay(case.id, SafeWay.SILENT))
    await after_all(world.ctx(ivan), AfterAll(case.id))
    assert (case.state, case.owner_id, case.result) == ("reopened", None, None)
    await world.topic(case)
    await world.answers(iryna, case, "Я з вами")
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(Stale):
        await after_all(world.ctx(ivan), AfterAll(case.id))


async def test_it_cannot_be_refused(world: World, iryna: Actor, case: Case) -> None:
    await world.topic(case)
    await world.answers(iryna, case, "Я з вами")
    refusals = {slug for slug, outcome in CATALOGUE.outcomes.items() if outcome.refusal}
    assert refusals
    assert refusals.isdisjoint(await ask_outcome(world.ctx(iryna), AskOutcome(case.id)))
    for slug in refusals:
        async with world.refused(Stale):
            await close(world.ctx(iryna), Close(case.id, slug))


@pytest.mark.parametrize(
    ("ways", "watched", "covered"),
    [
        ((SafeWay.CALL,), False, False),
        ((SafeWay.WRITE,), False, True),
        ((SafeWay.SILENT,), True, True),
        ((SafeWay.SILENT, SafeWay.WRITE), False, True),
        ((SafeWay.SILENT, SafeWay.CALL), False, False),
        ((SafeWay.SILENT, SafeWay.SILENT), True, True),
    ],
)
async def test_the_last_choice_holds(
    world: World, ivan: Actor, case: Case, *, ways: tuple[SafeWay, ...], watched: bool, covered: bool
) -> None:
    for way in ways:
        if await choose_way(world.ctx(ivan), ChooseWay(case.id, way)) is Step.SAFE:
            await is_safe(world.ctx(ivan), IsSafe())
    person = await world.row(ivan)
    assert (person.watched, person.covered) == (watched, covered)
    assert (await alarm_of(world, case)).way == ways[-1]


@pytest.mark.parametrize("way", [SafeWay.CALL, SafeWay.WRITE])
async def test_a_phone_that_may_be_searched_stays_one(world: World, way: SafeWay) -> None:
    nina = await world.watched()
    case = await in_danger(world.ctx(nina), InDanger())
    await choose_way(world.ctx(nina), ChooseWay(case.id, way))
    assert (await world.row(nina)).watched


async def test_silence_holds_what_is_on_its_way_and_keeps_what_was_agreed(
    world: World, olena: Actor, iryna: Actor
) -> None:
    other = await world.taken(olena, iryna)
    await world.topic(other)
    await world.answers(iryna, other, "Довідка готова")
    case = await in_danger(world.ctx(olena), InDanger())
    await choose_way(world.ctx(olena), ChooseWay(case.id, SafeWay.SILENT))
    [letter] = await world.waiting(kinds.StaffReply, to=olena)
    assert letter.not_before == HELD
    assert (await world.row(olena)).name is not None
    await speak_freely(world.ctx(olena), SpeakFreely())
    [letter] = await world.waiting(kinds.StaffReply, to=olena)
    assert letter.not_before is None
    assert await world.screen(olena) == kinds.SpeakFreelyScreen()


async def test_where_others_read_no_letter_says_what_it_is_about(world: World, olena: Actor, iryna: Actor) -> None:
    other = await world.taken(olena, iryna, "Шукаю притулок")
    other.service = "shelter"
    await world.topic(other)
    (await world.row(olena)).covered = True
    await world.answers(iryna, other, "Притулок чекає")
    reply = await world.sight((await world.waiting(kinds.StaffReply, to=olena))[0])
    assert reply is not None
    assert isinstance(reply.shows, ReplySight)
    assert reply.shows.opens is not None
    [row, *_] = await world.waiting(to=olena)
    for letter in (kinds.CaseReceived(other.id), kinds.MyCaseScreen(other.id)):
        row.kind, row.facts = letter.kind, letter.facts()
        sight = await world.sight(row)
        assert sight is not None
        shows = sight.shows
        assert isinstance(shows, ReceivedSight | MyCaseSight)
        said = shows.service if isinstance(shows, ReceivedSight) else (shows.case.service, shows.case.begins)
        assert said in (None, (None, None))


async def test_words_are_opened_only_in_ones_own_case(world: World, olena: Actor, mykola: Actor, iryna: Actor) -> None:
    mine, theirs = await world.taken(olena, iryna), await world.taken(mykola, iryna)
    await world.topic(mine)
    await world.topic(theirs)
    await world.answers(iryna, theirs, "Не для Олени")
    told = (await world.messages(theirs))[-1].id
    async with world.refused(NoSuchCase):
        await open_reply(world.ctx(olena), OpenReply(theirs.id, told))
    async with world.refused(Stale):
        await open_reply(world.ctx(olena), OpenReply(mine.id, told))
    await open_reply(world.ctx(mykola), OpenReply(theirs.id, told))
    assert await world.screen(mykola) == kinds.OpenedReplyScreen(theirs.id, told, 0)


async def test_what_came_at_night_is_late_half_an_hour_after_opening(world: World, ivan: Actor, lead: Actor) -> None:
    world.now = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    await in_danger(world.ctx(ivan), InDanger())
    await world.deliver()
    for hour, minute, kinds_told in ((7, 0, ["alarm-raised"]), (7, 29, []), (7, 30, ["alarm-raised"])):
        world.now = datetime(2026, 3, 12, hour, minute, tzinfo=UTC)
        await watch_over(machine(world), WatchOver())
        assert await world.kinds_to(lead) == kinds_told
        assert bool(await world.waiting(kinds.AnswerLate)) is (minute == 30)
        await world.deliver()
    assert await watch_over(machine(world), WatchOver()) == 0


async def test_urgent_help_asked_for_with_words_wakes_staff_and_has_a_receipt(
    world: World, olena: Actor, lead: Actor
) -> None:
    words = [Words("Потрібне безпечне місце", olena.telegram_id or 0, 901, world.now)]
    case = await open_case(world.ctx(olena), await world.row(olena), words, service=CRISIS)
    assert (await alarm_of(world, case)).cause == "words"
    assert await world.kinds_to(lead) == ["alarm-raised"]
    assert "case-received" in await world.kinds_to(olena)
