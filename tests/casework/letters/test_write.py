"""The one place that writes letters: policies hold for every kind, whoever asks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from casework.context import MACHINE, Actor
from casework.letters import kinds
from casework.letters.kinds import KINDS, Letter
from casework.letters.policies import Form, Nature
from casework.letters.write import (
    HELD,
    show_case,
    show_desk,
    show_person,
    tell_desk,
    tell_group,
    tell_newcomer,
    tell_person,
    tell_topic,
)
from casework.letters.write_many import tell_people
from db.models import Letter as Row
from db.models import Slot
from db.repositories import staff
from tests.casework.letters.samples import sample
from tests.casework.world import GROUP, World, machine

SLOTS = (Form.SCREEN, Form.CARD, Form.RECORD, Form.TOPIC)
LETTERS = [cls for cls in KINDS.values() if cls.policy.form not in SLOTS]
AUTOMATIC = [cls for cls in LETTERS if cls.policy.nature is Nature.AUTOMATIC]


def test_there_are_automatic_letters_to_refuse() -> None:
    assert AUTOMATIC, "the next test would hold for nothing"


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.kind)
async def test_a_watched_phone_gets_no_automatic_letter_and_answers_are_held(
    world: World, iryna: Actor, kind: type[Letter]
) -> None:
    nina = await world.watched()
    await world.deliver()
    person = await world.row(nina)
    for actor in (iryna, MACHINE):
        written = await tell_person(world.ctx(actor), person, sample(kind), key=f"{actor.role}")
        assert written is (kind not in AUTOMATIC)
    # Taking something away says nothing: that waits for nobody.
    held = None if kind.policy.form is Form.TIDY else HELD
    assert [letter.not_before for letter in await world.waiting()] == ([] if kind in AUTOMATIC else [held, held])


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.kind)
async def test_what_a_watched_person_asks_for_comes_at_once(world: World, kind: type[Letter]) -> None:
    nina = await world.watched()
    await world.deliver()
    person = await world.row(nina)
    written = await tell_person(world.ctx(nina), person, sample(kind), key="k")
    assert written is (kind not in AUTOMATIC), "not even then does the machine speak by itself"
    assert {letter.not_before for letter in await world.waiting()} <= {None}


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.kind)
async def test_anybody_else_gets_every_kind_at_once(
    world: World, olena: Actor, iryna: Actor, kind: type[Letter]
) -> None:
    await world.deliver()
    assert await tell_person(world.ctx(iryna), await world.row(olena), sample(kind), key="k")
    [letter] = await world.waiting()
    assert (letter.kind, letter.not_before, letter.priority) == (kind.kind, None, kind.policy.priority)
    assert letter.written_at == world.now


@pytest.mark.parametrize("kind", [cls for cls in LETTERS if cls.policy.once], ids=lambda kind: kind.kind)
async def test_what_is_said_once_is_never_said_twice(
    world: World, olena: Actor, iryna: Actor, kind: type[Letter]
) -> None:
    person = await world.row(olena)
    await world.deliver()
    assert await tell_person(world.ctx(iryna), person, sample(kind), key="k")
    assert not await tell_person(world.ctx(iryna), person, sample(kind), key="k")
    [letter] = await world.waiting()
    letter.sent_at = world.now
    world.wait(days=400)
    assert not await tell_person(world.ctx(iryna), person, sample(kind), key="k"), "not even next year"
    assert await tell_person(world.ctx(iryna), person, sample(kind), key="another")
    with pytest.raises(TypeError, match="needs its key"):
        await tell_person(world.ctx(iryna), person, sample(kind))


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.kind)
async def test_at_night_only_kinds_that_are_not_for_the_night_wait(
    world: World, olena: Actor, kind: type[Letter]
) -> None:
    await world.deliver()
    world.now = datetime(2026, 3, 11, 20, 0, tzinfo=UTC)
    await tell_person(machine(world), await world.row(olena), sample(kind), key="k")
    [letter] = await world.waiting()
    assert letter.not_before == (datetime(2026, 3, 12, 6, 0, tzinfo=UTC) if kind.policy.quiet_hours else None)


def test_what_answers_somebody_or_is_urgent_never_waits_for_the_morning() -> None:
    waiting = {kind.kind for kind in KINDS.values() if kind.policy.quiet_hours}
    late = {"promise-late", "promise-missed", "promise-escalated", "check-due"}
    noticed = {"board-unpinned", "case-lapsed", "messages-lost-report", "problems-found"}
    calling = {"call-to-make", "call-for-lead"}
    reminding = {"closes-itself", "remind-question", "remind-document", "remind-own", "notices", "digest"}
    of_programme = {"recreation-open", "transfer-late", "broadcast", "application-reminder", "dates-changed"}
    meeting = {"remind-appointment", "remind-event", "event-seat-offered", "event-seat-passed"}
    places = {"place-offered", "remind-place", "place-expired", "place-waits"}
    trips = {
        "trip-begun",
        "trip-over",
        "trip-missed",
        "trip-requeued",
        "still-needed",
        "still-needed-again",
        "questions-asked",
    }
    others = {"complaint-due", "messages-lost"} | noticed | late | of_programme | meeting | places | trips
    assert waiting == others | calling | reminding
    assert waiting <= {kind.kind for kind in AUTOMATIC}


async def test_many_are_told_in_one_statement_and_each_refusal_holds(world: World, olena: Actor, mykola: Actor) -> None:
    nina, paper = await world.watched(), await world.person()
    (await world.row(paper)).telegram_id = None
    await world.deliver()
    those = [await world.row(actor) for actor in (olena, mykola, nina, paper)]
    lost = kinds.MessagesLost(1, 2, restored=False)
    assert await tell_people(machine(world), those, lost, key="gap") == 2
    letters = await world.waiting()
    assert [(letter.chat_id, letter.lane, letter.person_id) for letter in letters] == [
        (actor.telegram_id, f"p:{actor.telegram_id}", actor.id) for actor in (olena, mykola)
    ]
    assert {letter.kind for letter in letters} == {"messages-lost"}
    assert Letter.restore(letters[0].kind, letters[0].facts) == lost
    assert {letter.written_at for letter in letters} == {world.now}
    assert await tell_people(machine(world), those, lost, key="gap") == 0, "once"
    assert await tell_people(machine(world), [], lost, key="gap") == 0


async def test_an_answer_is_for_one_person_only(world: World, olena: Actor) -> None:
    with pytest.raises(TypeError, match="answers one person"):
        await tell_people(machine(world), [await world.row(olena)], kinds.Welcome(), key="k")


async def test_a_person_without_telegram_gets_nothing(world: World, olena: Actor, iryna: Actor) -> None:
    await world.deliver()
    person = await world.row(olena)
    person.telegram_id = None
    assert not await tell_person(world.ctx(iryna), person, kinds.Hotlines(heard=False))
    await show_person(world.ctx(iryna), person, kinds.HelpScreen())
    assert await world.waiting() == []


async def test_a_case_without_a_group_writes_nothing_into_a_topic(bare: World) -> None:
    case = await bare.case(await bare.person())
    await bare.deliver()
    assert not await tell_topic(machine(bare), case, kinds.CaseNews(case.id, "withdrawn"))
    await show_case(machine(bare), case)
    assert await bare.waiting() == []


async def test_every_chat_has_a_lane_of_its_own(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await world.deliver()
    member = await staff.by_id(world.uow.session, iryna.id or 0)
    ctx = world.ctx(iryna)
    await tell_person(ctx, await world.row(olena), kinds.CannotRead())
    await tell_topic(ctx, case, kinds.CaseNews(case.id, "withdrawn"))
    await tell_group(ctx, GROUP, kinds.GroupBound("luhansk"))
    await tell_desk(ctx, member, kinds.StaffJoined(member.id))
    await tell_newcomer(ctx, 424242, kinds.JoinFailed("uk"))
    assert [(letter.lane, letter.chat_id) for letter in await world.waiting()] == [
        (f"p:{olena.telegram_id}", olena.telegram_id),
        (f"c:{case.id}", GROUP),
        (f"g:{GROUP}", GROUP),
        (f"p:{iryna.telegram_id}", iryna.telegram_id),
        ("p:424242", 424242),
    ]


async def test_a_slot_has_one_waiting_letter_and_shows_the_latest(world: World, olena: Actor) -> None:
    await world.deliver()
    person, ctx = await world.row(olena), world.ctx(olena)
    for page in range(5):
        await show_person(ctx, person, kinds.MyCasesScreen(page))
    [letter] = await world.waiting()
    assert (letter.kind, letter.facts) == ("my-cases", {"page": 4})
    slot = await world.uow.session.get_one(Slot, letter.slot_id, populate_existing=True)
    assert (slot.kind, slot.facts, slot.shown_rev) == ("my-cases", {"page": 4}, 1)
    assert slot.wanted_rev == 6
    await world.deliver()
    await show_person(ctx, person, kinds.HelpScreen())
    assert [letter.kind for letter in await world.waiting()] == ["help"], "once shown, a change is a new letter"


async def test_what_is_no_slot_is_not_shown_as_one(world: World, olena: Actor) -> None:
    with pytest.raises(TypeError, match="welcome is no slot"):
        await show_person(world.ctx(olena), await world.row(olena), kinds.Welcome())


async def test_the_deliverer_is_told_with_every_letter(
    world: World, olena: Actor, iryna: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await world.case(olena)
    member = await staff.by_id(world.uow.session, iryna.id or 0)
    for write in (
        lambda ctx: tell_topic(ctx, case, kinds.CaseNews(case.id, "withdrawn")),
        lambda ctx: show_case(ctx, case),
        lambda ctx: show_desk(ctx, member),
    ):
        nudged: list[str] = []
        monkeypatch.setattr(world.uow, "nudge", nudged.append)
        await write(machine(world))
        assert set(nudged) == {"outbox"}


async def test_no_letter_holds_a_name_or_a_word(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna, "Моя адреса: вулиця Тиха, 5")
    await world.topic(case)
    await world.answers(iryna, case, "Приходьте на вулицю Гучну")
    rows = await world.uow.session.scalars(select(Row))
    held = repr([row.facts for row in rows])
    for secret in ("Олена", "Коваленко", "Тиха", "Гучну", "Ірина"):
        assert secret not in held
