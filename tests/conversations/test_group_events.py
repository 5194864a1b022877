"""Group events: made on a desk, found by a link, full, a list that moves up, a day that is called off."""

from __future__ import annotations

from datetime import timedelta

from rules.local_time import local_date
from tests.conversations.stage import Stage
from tests.conversations.words import AGREE, WORDING, label, piece

T = WORDING.to("uk")
TITLE = "Коло підтримки"
LEAVE = label("button-event-leave")


async def opened(stage: Stage, places: str = "5") -> str:
    """Ірина makes it for the day after tomorrow, at eleven, once; what stands in its link."""
    day = local_date(stage.clock.now()) + timedelta(days=2)
    await stage.iryna.send("/events")
    await stage.iryna.press(label("button-event-new"))
    await stage.iryna.sees(piece("draft-ask-title"))
    await stage.iryna.send(TITLE)
    await stage.iryna.sees(piece("draft-ask-place"))
    await stage.iryna.send("Вигадана, 1")
    await stage.iryna.sees(piece("draft-ask-minutes"))
    answers = (
        label("button-appointment-minutes", minutes="90"),
        places,
        T.near_day(day),
        "11:00",
        label("repeat-once"),
    )
    for answer in answers:
        await stage.iryna.press(answer)
    await stage.iryna.sees(piece("draft-ready"))
    await stage.iryna.press(label("button-event-open-now"))
    await stage.iryna.press(label("button-event-link"))
    shown = await stage.iryna.sees("?start=event-")
    return shown.text.split("?start=")[1].split()[0]


async def fill(stage: Stage, number: int) -> None:
    """So many others have a place already."""
    for each in range(number):
        person = await stage.agreed(f"Людина {each}")
        await person.send("/meetings")
        await person.press(label("button-events"))
        await person.press(await the_button(stage))
        await person.press(await the_date(stage, "button-event-sign"))
        await person.sees(piece("letter-event-signed"))


async def the_date(stage: Stage, key: str) -> str:
    [(at,)] = await stage.rows("SELECT starts_at FROM event_dates")
    return label(key, day=T.moment(at))


async def the_button(stage: Stage) -> str:
    [(at,)] = await stage.rows("SELECT starts_at FROM event_dates")
    return label("button-event-open", day=T.moment(at), title=TITLE)


async def test_a_newcomer_finds_it_by_the_link_agrees_and_has_a_place(stage: Stage) -> None:
    link = await opened(stage)
    olena = await stage.person("Олена")
    await olena.send(f"/start {link}")
    await olena.sees(TITLE)
    sign = await the_date(stage, "button-event-sign")
    assert (await olena.press(sign)).text == label("refusal-consent-first")
    await olena.press(AGREE)
    await olena.press(sign)
    told = await olena.sees(piece("letter-event-signed"))
    assert told.message["document"]["file_name"] == "calendar.ics"
    assert "Ваше місце: 1" in told.text
    await stage.later(hours=47)
    await olena.sees(piece("letter-remind-event"))
    assert (await olena.press(label("button-event-coming"))).text == label("toast-coming")


async def test_a_place_that_became_free_goes_to_whoever_waits(stage: Stage) -> None:
    link = await opened(stage)
    await fill(stage, 4)
    olena, taras = await stage.agreed("Олена"), await stage.agreed("Тарас")
    for person in (olena, taras):
        await person.send(f"/start {link}")
        await person.sees(TITLE)
    await olena.press(await the_date(stage, "button-event-sign"))
    await olena.sees(piece("letter-event-signed"))
    await taras.send(f"/start {link}")
    await taras.press(await the_date(stage, "button-event-wait"))
    await taras.sees(piece("screen-event-waiting"))
    await olena.press(LEAVE)
    await olena.press(label("button-event-leave-yes"))
    await olena.sees(piece("letter-event-left"))
    offer = await taras.sees(piece("letter-event-seat-offered"))
    assert "Тримаємо його для вас до" in offer.text
    await taras.press(label("button-event-take"))
    await taras.sees(piece("letter-event-signed"))


async def test_a_day_that_is_called_off_is_told_to_everybody(stage: Stage) -> None:
    link = await opened(stage)
    olena = await stage.agreed("Олена")
    await olena.send(f"/start {link}")
    await olena.press(await the_date(stage, "button-event-sign"))
    await olena.sees(piece("letter-event-signed"))
    await stage.iryna.send("/events")
    [(at,)] = await stage.rows("SELECT starts_at FROM event_dates")
    await stage.iryna.press(label("button-desk-event", day=T.moment(at), title=TITLE))
    await stage.iryna.press(label("button-event-date", day=T.moment(at)))
    listed = await stage.iryna.sees("Місце 1")
    assert "Олена" not in listed.text
    await stage.iryna.press(label("button-event-date-cancel"))
    pressed = await stage.iryna.press(label("button-event-date-cancel-yes"))
    assert pressed.text == label("toast-event-cancelled", count=1)
    gone = await olena.sees(piece("letter-event-cancelled"))
    assert gone.message["document"]["file_name"] == "calendar.ics"
