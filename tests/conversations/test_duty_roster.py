"""`/duty`: a lead writes the roster by buttons, everybody reads it, a colleague stands in."""

from __future__ import annotations

from datetime import timedelta

from bot.telegram.callbacks.duty import DutyAdd
from rules.local_time import local_date
from tests.conversations.stage import Stage
from tests.conversations.words import WORDING, label, piece, text

T = WORDING.to("uk")
ADD = label("button-duty-add")
STAND_IN = label("button-duty-stand-in")


async def test_a_lead_writes_the_roster_and_a_colleague_stands_in(stage: Stage) -> None:
    tomorrow = local_date(stage.clock.now()) + timedelta(days=1)
    await stage.iryna.send("/duty")
    seen = await stage.iryna.sees(piece("screen-duty-nobody"))
    assert ADD not in {button["text"] for button in seen.buttons}
    await stage.iryna.press(label("button-duty-phone"))
    await stage.iryna.sees(piece("screen-duty-phone"))
    at = await stage.iryna.send("скажу потім")
    await stage.iryna.sees_new(piece("refusal-phone-unread"), at)
    await stage.iryna.send("050 123 45 67")
    await stage.iryna.sees(piece("screen-duty-nobody"))

    await stage.svitlana.send("/duty")
    bare = label("button-duty-day-bare", day=T.near_day(tomorrow))
    end = label("button-duty-end-next-day", hour="8:00")
    for pressed in (ADD, "Ірина", bare, "20:00", end, label("button-duty-place", place=1)):
        await stage.svitlana.press(pressed)
    shift = await stage.svitlana.sees("+380 50 123 45 67")
    assert shift.message.get("has_protected_content")
    assert "20:00–08:00" in shift.text
    given = await stage.iryna.sees(piece("letter-duty-changed", what="given", place="1"))
    assert T.near_day(tomorrow) in given.text

    await stage.andriy.send("/duty")
    listed = await stage.andriy.sees(piece("screen-duty-coming"))
    [entry] = [button["text"] for button in listed.buttons if "Ірина" in button["text"]]
    await stage.andriy.press(entry)
    assert (await stage.andriy.press(STAND_IN)).text == label("toast-duty-yours")
    when = f"{T.near_day(tomorrow)}, 20:00–08:00"
    changed = text("letter-duty-changed", what="stood-in", when=when, place=1, who="Андрій", former="Ірина")
    for worker in (stage.iryna, stage.svitlana):
        await worker.sees(changed)
    await stage.settled()
    assert "050" not in await stage.iryna.topic(0) + await stage.svitlana.topic(0), "the group sees no phone"


async def test_what_cannot_be_is_refused_kindly_and_whoever_may_not_writes_nothing(stage: Stage) -> None:
    today = local_date(stage.clock.now())
    [(iryna,)] = await stage.rows("SELECT id FROM staff WHERE telegram_id = :account", account=stage.iryna.id)
    shown = await stage.svitlana.send("/duty")
    await stage.svitlana.sees_new(piece("screen-duty-nobody"), shown)
    for day, why in ((today - timedelta(days=2), "past"), (today + timedelta(days=99), "too-far")):
        data = DutyAdd(staff=iryna, day=day.toordinal(), starts=9, hours=9, place=1).pack()
        assert (await stage.svitlana.forges(data)).text == label("refusal-duty-flaw", why=why)
    at = await stage.andriy.send("/duty")
    await stage.andriy.sees_new(piece("screen-duty-nobody"), at)
    data = DutyAdd(staff=iryna, day=today.toordinal(), starts=23, hours=9, place=1).pack()
    assert (await stage.andriy.forges(data)).text == label("refusal-not-allowed")
    assert await stage.count("SELECT count(*) FROM duty_shifts") == 0
