"""Appointments as a person and a caseworker meet them: offered, chosen, in the calendar, moved, called off, noted."""

from __future__ import annotations

from datetime import date, timedelta

from bot.telegram.callbacks.appointments import AppointmentNote, AppointmentStep, MeetingDo, MeetingStep
from rules.local_time import KYIV, local_date
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import TAKE, WORDING, label, piece

T = WORDING.to("uk")
MEETINGS = label("button-appointments")
YES = label("button-appointment-yes")
SETTLED = piece("letter-appointment-set", moved="no")


async def offered(stage: Stage, *hours: str, name: str = "Олена") -> tuple[Talker, int]:
    """Ірина offers her these hours of tomorrow, on the phone."""
    olena, thread = await stage.with_case(name, "Потрібна порада")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, MEETINGS)
    await stage.iryna.clicks(thread, label("button-appointment-new"))
    await stage.iryna.clicks(thread, "Ірина")
    await stage.iryna.clicks(thread, label("button-appointment-minutes", minutes="60"))
    await stage.iryna.clicks(thread, T.near_day(tomorrow(stage)))
    for hour in hours:
        await stage.iryna.clicks(thread, hour)
        await stage.iryna.whispered(thread, hour)
    await stage.settled()
    assert piece("letter-appointment-offered") not in await olena.phone(), "to choose tells nobody"
    await stage.iryna.clicks(thread, label("button-appointment-send"))
    await olena.sees(piece("letter-appointment-offered"))
    return olena, thread


def tomorrow(stage: Stage) -> date:
    return local_date(stage.clock.now()) + timedelta(days=1)


def at(stage: Stage, hour: int) -> str:
    """A time of tomorrow as it stands on a button."""
    now = stage.clock.now().astimezone(KYIV) + timedelta(days=1)
    return T.weekday_moment(now.replace(hour=hour, minute=0, second=0, microsecond=0))


async def settled(stage: Stage, hour: str = "11:00") -> tuple[Talker, int]:
    """And she chose the only one."""
    olena, thread = await offered(stage, hour)
    await olena.press(at(stage, int(hour[:2])))
    await olena.press(YES)
    await olena.sees(SETTLED)
    return olena, thread


async def test_chosen_and_confirmed_it_comes_into_the_calendar_and_is_reminded_of(stage: Stage) -> None:
    olena, thread = await offered(stage, "11:00", "14:00")
    letter = await olena.sees(piece("letter-appointment-offered"))
    assert [each["text"] for each in letter.buttons][:2] == [at(stage, 11), at(stage, 14)]
    await olena.press(at(stage, 14))
    kept = await olena.sees(piece("screen-appointment-held"))
    assert at(stage, 14) in kept.text
    await olena.press(YES)
    told = await olena.sees(SETTLED)
    assert told.message["document"]["file_name"] == "calendar.ics"
    assert label("button-appointment-move") in {each["text"] for each in told.buttons}
    news = await stage.iryna.reads(thread, at(stage, 14))
    assert "Олена" not in news.text
    await stage.iryna.sees(at(stage, 14))
    await stage.later(hours=26)
    await olena.sees(piece("letter-remind-appointment"))
    await olena.press(label("button-appointment-coming", way="phone"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM appointments WHERE coming_at IS NOT NULL") == 1
    await olena.send("/my")
    await olena.press(label("button-meetings-ahead", count=1))
    await olena.sees(piece("screen-meetings"))


async def test_the_person_moves_it_to_another_free_time_and_then_calls_it_off(stage: Stage) -> None:
    olena, thread = await settled(stage)
    await olena.press(label("button-appointment-move"))
    await olena.sees(piece("screen-appointment-days"))
    await olena.press(T.near_day(tomorrow(stage)))
    await olena.press("16:00")
    await olena.sees(piece("screen-appointment-move"))
    await olena.press(label("button-appointment-move-yes"))
    await olena.waits(lambda shown: "document" in shown.message and at(stage, 16) in shown.text, "the new time")
    await stage.iryna.reads(thread, at(stage, 16))
    await olena.press(label("button-appointment-cancel"))
    await olena.press(label("button-appointment-cancel-yes"))
    gone = await olena.sees(piece("letter-appointment-cancelled", own="yes"))
    assert gone.message["document"]["file_name"] == "calendar.ics", "the calendar hears it, too"
    [(state, sequence)] = await stage.rows("SELECT state, sequence FROM appointments")
    assert (state, sequence) == ("cancelled", 2)


async def test_none_of_the_times_suits_so_staff_offer_others(stage: Stage) -> None:
    olena, thread = await offered(stage, "11:00")
    await olena.press(label("button-appointment-none"))
    await olena.sees(piece("screen-appointment-unsuited"))
    news = await stage.iryna.finds(
        thread, lambda shown: "Жоден час не підходить" in shown.text and not shown.ephemeral_to, "the news"
    )
    assert "Ірина" in news.text
    await stage.iryna.clicks(thread, MEETINGS)
    line = label(
        "appointment-line", when=label("appointment-no-time"), who="Ірина", state=label("appointment-unsuited")
    )
    await stage.iryna.clicks(thread, line)
    await stage.iryna.clicks(thread, label("button-appointment-again"))
    await stage.iryna.clicks(thread, T.near_day(tomorrow(stage)))
    await stage.iryna.clicks(thread, "15:00")
    await stage.iryna.clicks(thread, label("button-appointment-send"))
    await olena.press(at(stage, 15))
    await olena.sees(piece("screen-appointment-held"))
    assert await stage.count("SELECT count(*) FROM appointments WHERE state = 'held'") == 1


async def test_two_are_offered_the_same_hour_and_the_second_is_told_kindly(stage: Stage) -> None:
    olena, _ = await offered(stage, "11:00")
    taras, _ = await offered(stage, "11:00", "12:00", name="Тарас")
    await olena.press(at(stage, 11))
    await olena.sees(piece("screen-appointment-held"))
    assert (await taras.press(at(stage, 11))).text == label("refusal-time-taken")
    await taras.press(at(stage, 12))
    await taras.sees(piece("screen-appointment-held"))


async def test_the_desk_shows_the_day_and_who_did_not_come_is_asked_again(stage: Stage) -> None:
    olena, _ = await settled(stage)
    number = await stage.the_number()
    await stage.andriy.send("/agenda")
    await stage.andriy.press(label("button-agenda-after", day=T.near_day(tomorrow(stage))))
    day = await stage.andriy.sees(number)
    assert "11:00–12:00 · Ірина" in day.text
    assert "Олена" not in day.text
    assert day.message.get("has_protected_content")
    await stage.later(hours=25, minutes=10)
    await stage.andriy.press(label("button-agenda-one", hour="11:00", number=number))
    pressed = await stage.andriy.press(label("button-appointment-missed"))
    assert pressed.text == label("toast-appointment-missed")
    await olena.sees(piece("letter-appointment-missed", who="Ірина"))
    await olena.press(label("button-appointment-ask-times"))
    await olena.sees(piece("screen-appointment-unsuited"))


async def test_hours_and_places_are_set_on_the_desk(stage: Stage) -> None:
    await stage.iryna.send("/hours")
    usual = await stage.iryna.sees(piece("hours-usual"))
    assert "понеділок: 9:00–18:00" in usual.text
    await stage.iryna.press(label("button-hours-place"))
    await stage.iryna.sees(piece("screen-hours-place"))
    await stage.iryna.send("Вигадана вулиця, 1, кабінет 5")
    await stage.iryna.sees("Де: Вигадана вулиця, 1, кабінет 5")
    await stage.iryna.press(label("weekday-0"))
    await stage.iryna.sees(piece("screen-hours-day"))
    await stage.iryna.press("19:00")
    await stage.iryna.sees(piece("screen-hours-closes"))
    await stage.iryna.press("20:00")
    await stage.iryna.sees("9:00–18:00, 19:00–20:00")
    await stage.iryna.press(label("button-hours-back"))
    await stage.iryna.press(label("button-hours-at-once"))
    await stage.iryna.press("3")
    await stage.iryna.sees(label("hours-at-once", count="3"))
    await stage.settled()
    assert await stage.count("SELECT at_once FROM specialists") == 3


async def test_made_up_buttons_do_nothing(stage: Stage) -> None:
    olena, _ = await settled(stage)
    [(one,)] = await stage.rows("SELECT id FROM appointments WHERE state = 'confirmed'")
    taras = await stage.agreed("Тарас")
    data = MeetingDo(appointment=one, step=MeetingStep.CANCEL).pack()
    await taras.forges(data)
    await olena.forges(AppointmentNote(appointment=one, step=AppointmentStep.CAME).pack())
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM appointments WHERE state = 'confirmed'") == 1
