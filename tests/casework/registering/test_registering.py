"""A call, a visit or a letter is written down on the desk, and becomes a case like any other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from casework.context import Actor
from casework.errors import PhoneUnread, PressInstead, Stale
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.registering.answer import DONE, ERASE, NO, YES, Change, Press, change, press
from casework.registering.begin import Begin, Cancel, begin, cancel
from casework.registering.register import Register, register
from casework.registering.say import Mend, Say, mend, say
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Call, Case, Consent, Draft, Person, Reading, Registration
from db.repositories import alarms, calls, files, people
from rules.files import FileKind
from rules.registering import SKIPPED, Step
from tests.casework.registering.operators import (
    E164,
    PHONE,
    WORDS,
    code_of,
    fills_in,
    in_danger,
    own,
    registered,
    shown,
    types,
)
from tests.casework.returning.returners import known
from tests.casework.world import World, machine


async def rows(world: World, model: type) -> int:
    await world.uow.session.flush()
    return await world.uow.session.scalar(select(func.count()).select_from(model)) or 0


async def test_a_call_becomes_a_case_like_any_other(world: World, iryna: Actor) -> None:
    case = await registered(world, iryna)
    person = await world.uow.session.get_one(Person, case.person_id)
    assert (case.channel, case.service, case.crisis, case.state) == ("call", "in-kind", False, "new")
    assert (person.phone, person.name, person.telegram_id) == (E164, "Галина Петрівна", None)
    assert [message.text for message in await world.messages(case)] == [WORDS]
    assert "registered" in await world.history(case)
    sent = await world.deliver()
    assert {"card", "topic-head", "person-message"} <= {letter.kind for letter, _ in sent if letter.case_id == case.id}
    screen = shown(sent, "registered")
    assert screen.number == case.number
    assert screen.code is not None
    assert screen.code.replace(" ", "") == await code_of(world, case)
    assert not [letter for letter, _ in sent if letter.person_id == case.person_id], "there is nobody to write to"


async def test_pressed_twice_it_is_one_case(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    await register(world.ctx(iryna), Register(found.id))
    async with world.refused(Stale):
        await register(world.ctx(iryna), Register(found.id))
    assert await rows(world, Case) == 1


async def test_what_identifies_is_kept_nowhere_but_with_the_case(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    assert (found.phone, found.name) == (E164, "Галина Петрівна")
    await register(world.ctx(iryna), Register(found.id))
    assert (found.phone, found.name, found.state) == (None, None, "registered")
    assert await rows(world, Draft) == 0


async def test_cancelled_nothing_is_kept(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    await cancel(world.ctx(iryna), Cancel(found.id))
    assert (found.phone, found.name, found.state) == (None, None, "cancelled")
    assert (await rows(world, Draft), await rows(world, Case)) == (0, 0)
    async with world.refused(Stale):
        await register(world.ctx(iryna), Register(found.id))
    assert await begin(world.ctx(iryna), Begin()) is Step.CHANNEL, "the next one begins anew"


async def test_one_that_nobody_goes_on_with_goes_with_all_its_words(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    world.wait(days=400)
    await drop_drafts(machine(world), DropDrafts())
    assert (found.state, found.phone, await rows(world, Draft)) == ("cancelled", None, 0)


async def test_begun_again_it_goes_on_where_it_stopped(world: World, iryna: Actor, andrii: Actor) -> None:
    found = await fills_in(world, iryna)
    assert await begin(world.ctx(iryna), Begin()) is Step.PREVIEW
    assert (await own(world, iryna)).id == found.id
    async with world.refused(Stale):
        await register(world.ctx(andrii), Register(found.id))


@pytest.mark.parametrize("typed", ["12", "0900 123456", "подзвоніть сусідці", "050 123 45 67, 067 111 22 33"])
async def test_what_is_no_number_is_refused_kindly(world: World, iryna: Actor, typed: str) -> None:
    found = await fills_in(world, iryna)
    await change(world.ctx(iryna), Change(found.id, Step.PHONE))
    async with world.refused(PhoneUnread):
        await types(world, iryna, typed)


async def test_an_old_button_answers_nothing(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    async with world.refused(Stale):
        await press(world.ctx(iryna), Press(found.id, Step.DANGER, YES))
    await change(world.ctx(iryna), Change(found.id, Step.SERVICE))
    for nonsense in ("crisis", "", "no-such-service"):
        async with world.refused(Stale):
            await press(world.ctx(iryna), Press(found.id, Step.SERVICE, nonsense))
    async with world.refused(PressInstead):
        await types(world, iryna, "Дрова")


async def test_a_day_of_the_future_is_refused(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    await change(world.ctx(iryna), Change(found.id, Step.DAY))
    tomorrow = (world.now + timedelta(days=1)).date().toordinal()
    for day in (str(tomorrow), "0", "-1", "1e3", "99999999"):
        async with world.refused(Stale):
            await press(world.ctx(iryna), Press(found.id, Step.DAY, day))


async def test_a_letter_counts_from_the_day_on_which_it_was_received(world: World, iryna: Actor) -> None:
    received = (world.now - timedelta(days=9)).date()
    case = await registered(world, iryna, channel="post", day=str(received.toordinal()), formal=YES, ground="paper")
    assert case.intake_kind == "appeal"
    # A month after the second of March, in Kyiv's summer time.
    assert case.law_by == datetime(2026, 4, 2, 20, 59, 59, 999_999, tzinfo=UTC)
    assert case.opened_at == world.now
    assert case.reply_by > world.now, "our own promise counts from now"


async def test_what_is_no_appeal_has_no_deadline_of_law(world: World, iryna: Actor) -> None:
    assert (await registered(world, iryna, formal=NO)).law_by is None


async def test_how_the_consent_was_given_is_written_down(world: World, iryna: Actor) -> None:
    case = await registered(world, iryna, ground="paper")
    consent = await people.standing_consent(world.uow.session, case.person_id)
    assert consent is not None
    assert (consent.way, consent.noted_by) == ("paper", iryna.id)
    again = await registered(world, iryna, ground="not-needed", phone=SKIPPED)
    assert await people.standing_consent(world.uow.session, again.person_id) is None


async def test_several_messages_and_a_photo_of_the_letter_go_along(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    await change(world.ctx(iryna), Change(found.id, Step.WORDS))
    await types(world, iryna, "І ще просить ковдру")
    photo = Attachment(FileKind.PHOTO, "file-1", "unique-1", size=1000)
    await say(world.ctx(iryna), Say("", iryna.telegram_id or 0, 9_000, photo))
    await press(world.ctx(iryna), Press(found.id, Step.WORDS, DONE))
    case = await register(world.ctx(iryna), Register(found.id))
    said = await world.messages(case)
    assert [message.text for message in said] == [WORDS, "І ще просить ковдру", ""]
    file = await files.of_message(world.uow.session, said[-1].id)
    assert file is not None
    assert file.kind == "photo"


async def test_words_are_erased_and_mended_before_they_are_registered(world: World, iryna: Actor) -> None:
    found = await fills_in(world, iryna)
    await change(world.ctx(iryna), Change(found.id, Step.WORDS))
    await press(world.ctx(iryna), Press(found.id, Step.WORDS, ERASE))
    async with world.refused(Stale):
        await press(world.ctx(iryna), Press(found.id, Step.WORDS, DONE))
    desk = iryna.telegram_id or 0
    await say(world.ctx(iryna), Say("Просить вугіля", desk, 9_001))
    assert await mend(world.ctx(iryna), Mend("Просить дрова", desk, 9_001))
    assert not await mend(world.ctx(iryna), Mend("Нічого", desk, 9_002))
    await press(world.ctx(iryna), Press(found.id, Step.WORDS, DONE))
    case = await register(world.ctx(iryna), Register(found.id))
    assert [message.text for message in await world.messages(case)] == ["Просить дрова"]


async def test_a_known_number_shows_cases_and_the_look_is_logged(world: World, iryna: Actor, olena: Actor) -> None:
    case = await world.case(await known(world, olena, E164))
    await begin(world.ctx(iryna), Begin())
    found = await own(world, iryna)
    await press(world.ctx(iryna), Press(found.id, Step.CHANNEL, "visit"))
    await press(world.ctx(iryna), Press(found.id, Step.DANGER, NO))
    assert await types(world, iryna, PHONE) is Step.KNOWN
    screen = await world.screen(iryna)
    assert isinstance(screen, kinds.registering.RegistrationScreen)
    asked = shown(await world.deliver(), "registration")
    assert [(each.number, each.person_id) for each in asked.known] == [(case.number, olena.id)]
    assert asked.name is None
    read = (await world.uow.session.scalars(select(Reading))).all()
    assert [(each.case_id, each.staff_id) for each in read] == [(case.id, iryna.id)]
    async with world.refused(Stale):
        await press(world.ctx(iryna), Press(found.id, Step.KNOWN, str((olena.id or 0) + 77)))
    await press(world.ctx(iryna), Press(found.id, Step.KNOWN, str(olena.id)))
    assert Step.NAME in found.done


async def test_the_case_of_somebody_known_is_theirs_and_they_read_of_it(
    world: World, iryna: Actor, olena: Actor
) -> None:
    await world.case(await known(world, olena, E164))
    await world.deliver()
    case = await registered(world, iryna, known=str(olena.id))
    assert (case.person_id, case.channel) == (olena.id, "call")
    assert "case-received" in await world.kinds_to(olena)
    person = await world.row(olena)
    assert person.name == "Олена Коваленко", "what they told us themselves stays"


async def test_somebody_else_with_the_same_number_is_a_row_of_their_own(
    world: World, iryna: Actor, olena: Actor
) -> None:
    await world.case(await known(world, olena, E164))
    assert (await registered(world, iryna, known="0")).person_id != olena.id


async def test_in_danger_duty_hears_of_it_and_has_a_number(world: World, iryna: Actor) -> None:
    case = await in_danger(world, iryna)
    assert (case.crisis, case.service) == (True, "crisis")
    assert await alarms.standing(world.uow.session, case.id) is not None
    call = await calls.open_of_case(world.uow.session, case.id)
    assert call is not None
    assert (call.reason, call.phone, call.due_by) == ("danger", E164, world.now)
    sent = await world.deliver()
    assert "alarm-raised" in {letter.kind for letter, _ in sent}
    screen = shown(sent, "registered")
    assert screen.hotlines, "what to tell the caller at once"


async def test_in_danger_nothing_comes_to_a_phone_that_we_know(world: World, iryna: Actor, olena: Actor) -> None:
    await world.case(await known(world, olena, E164))
    await world.deliver()
    await registered(world, iryna, danger=YES, known=str(olena.id))
    assert "case-received" not in await world.kinds_to(olena)


async def test_two_of_staff_write_down_at_the_same_time(world: World, iryna: Actor, andrii: Actor) -> None:
    mine, theirs = await fills_in(world, iryna), await fills_in(world, andrii)
    assert mine.id != theirs.id
    first = await register(world.ctx(iryna), Register(mine.id))
    second = await register(world.ctx(andrii), Register(theirs.id))
    assert first.person_id != second.person_id
    assert await rows(world, Registration) == 2
    assert await rows(world, Consent) == 2
    assert await rows(world, Call) == 0
