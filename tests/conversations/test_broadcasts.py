"""A lead writes to many: previewed, confirmed by a second person, steered while it goes, told how it ended."""

from __future__ import annotations

import pytest

from bot.catalogue import load_catalogue
from casework.broadcasts import feeding
from rules import broadcasts as rules
from rules.roles import Role
from tests.conversations.papers import photo
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.words import label, piece, text

WORDS = "Завтра хаб приїде до Дніпра"
STOP_KIND = label("button-broadcast-stop")
CATALOGUE = load_catalogue()


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """One person is many already."""
    monkeypatch.setattr(rules, "CONFIRM_OVER", 0)


async def written(lead: Worker, words: str = WORDS) -> None:
    """An empty letter with a text, as a lead makes it."""
    at, add_text = await lead.send("/broadcast"), label("button-broadcast-text-uk")
    await lead.press(label("button-broadcast-new"))
    # Screens of letters that were sent before stand above it, with the same buttons.
    await lead.waits(lambda shown: shown.id > at and offers(shown, add_text), add_text)
    await lead.press(add_text)
    await lead.sees_new(piece("broadcast-type-text"), at)
    await lead.send(words)
    await lead.sees(label("broadcast-begins", begins=words))


async def offered(lead: Worker) -> None:
    """What follows is shown before it goes."""
    await lead.press(label("button-broadcast-ask"))
    await lead.sees(label("broadcast-never"))


async def goes(lead: Worker, count: int) -> None:
    """Few enough to go at once."""
    await offered(lead)
    await lead.press(label("button-broadcast-send", count=count))


async def test_few_get_it_at_once_and_its_author_sees_how_it_ended(stage: Stage) -> None:
    olena, mykola = await stage.agreed("Олена"), await stage.agreed("Микола")
    await written(stage.svitlana)
    await stage.svitlana.press(label("button-broadcast-preview"))
    shown = await stage.svitlana.sees(WORDS)
    assert WORDS in shown.text
    assert WORDS not in await olena.phone(), "nobody has got it yet"
    await goes(stage.svitlana, 2)
    for person in (olena, mykola):
        assert offers(await person.sees(WORDS), STOP_KIND)
    told = await stage.svitlana.sees("Надіслано 2 з 2")
    assert WORDS in told.text


async def test_a_second_person_confirms_and_it_is_paused_goes_on_and_ends(
    stage: Stage, many: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    olena = await stage.agreed("Олена")
    taras = await stage.worker("Тарас", Role.ADMIN)
    monkeypatch.setattr(feeding, "AHEAD", 0)
    await written(stage.svitlana)
    await offered(stage.svitlana)
    await stage.svitlana.press(label("button-broadcast-to-second", count=1))
    asked = await taras.sees(text("letter-broadcast-to-confirm"))
    assert "Світлана" in asked.text
    await taras.press(label("button-broadcast-confirm"))
    await stage.svitlana.sees("погоджено")
    progress = await stage.svitlana.sees("Надіслано 0 з 1")
    assert offers(progress, label("button-broadcast-pause"))
    await stage.svitlana.press(label("button-broadcast-pause"))
    await stage.later(seconds=6)
    await stage.svitlana.waits(lambda shown: offers(shown, label("button-broadcast-go-on")), "go on")
    monkeypatch.setattr(feeding, "AHEAD", 120)
    await stage.settled()
    assert WORDS not in await olena.phone()
    await stage.svitlana.press(label("button-broadcast-go-on"))
    await olena.sees(WORDS)
    for lead in (stage.svitlana, taras):
        await stage.later(seconds=6)
        await lead.waits(lambda shown: "Надіслано 1 з 1" in shown.text, "the end")


async def test_who_declines_gives_it_back(stage: Stage, many: None) -> None:
    olena, taras = await stage.agreed("Олена"), await stage.worker("Тарас", Role.ADMIN)
    await written(stage.svitlana)
    await offered(stage.svitlana)
    await stage.svitlana.press(label("button-broadcast-to-second", count=1))
    await taras.press(label("button-broadcast-decline"))
    await stage.svitlana.sees("не погоджено")
    await stage.settled()
    assert WORDS not in await olena.phone()
    assert await stage.count("SELECT count(*) FROM broadcast_runs WHERE state = 'draft'") == 1


async def test_stopped_it_reaches_nobody_more(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    olena = await stage.agreed("Олена")
    monkeypatch.setattr(feeding, "AHEAD", 0)
    await written(stage.svitlana)
    await goes(stage.svitlana, 1)
    await stage.svitlana.sees("Надіслано 0 з 1")
    await stage.svitlana.press(label("button-broadcast-stop-run"))
    monkeypatch.setattr(feeding, "AHEAD", 120)
    await stage.svitlana.sees(label("broadcast-unsent", count="1"))
    await stage.later(hours=1)
    await stage.settled()
    assert WORDS not in await olena.phone()


async def test_a_person_stops_a_kind_and_has_it_again(stage: Stage) -> None:
    olena, mykola = await stage.agreed("Олена"), await stage.agreed("Микола")
    await written(stage.svitlana)
    await goes(stage.svitlana, 2)
    await olena.sees(WORDS)
    await olena.press(STOP_KIND)
    await olena.sees("більше не пишемо")
    await written(stage.svitlana, "Друга новина")
    await stage.svitlana.sees("Не хочуть такого: 1")
    await goes(stage.svitlana, 1)
    await mykola.sees("Друга новина")
    await stage.settled()
    assert "Друга новина" not in await olena.phone()
    await olena.send("/reminders")
    await olena.press(label("button-broadcast-start-kind", about=label("broadcast-about-news")))
    await olena.sees("знову писатимемо")
    await written(stage.svitlana, "Третя новина")
    await goes(stage.svitlana, 2)
    await olena.sees("Третя новина")


async def test_a_watched_phone_and_whoever_said_danger_get_nothing(stage: Stage) -> None:
    mykola = await stage.agreed("Микола")
    watched = await stage.person("Оксана")
    await watched.send("/start")
    await watched.press(label("button-watched"))
    danger = await stage.agreed("Марія")
    await danger.send("/danger")
    await danger.sees("112")
    await stage.settled()
    await written(stage.svitlana)
    await stage.svitlana.sees("Отримають: 1")
    await goes(stage.svitlana, 1)
    await mykola.sees(WORDS)
    await stage.svitlana.sees("Надіслано 1 з 1")
    await stage.settled()
    for quiet in (watched, danger):
        assert WORDS not in await quiet.phone()


async def test_a_photo_a_link_and_a_way_into_the_bot(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    lead = stage.svitlana
    await lead.send("/broadcast")
    await lead.press(label("button-broadcast-new"))
    await lead.press(label("button-broadcast-file"))
    await lead.attaches(photo(), caption="Приходьте завтра")
    await lead.sees(label("broadcast-begins", begins="Приходьте завтра"))
    await lead.press(label("button-broadcast-buttons"))
    await lead.press(label("broadcast-option-link"))
    await lead.send("Де це | https://example.org/hub")
    await lead.press(label("button-broadcast-buttons"))
    await lead.press(label("button-broadcast-way-call"))
    await lead.sees(f"Де це · {label('button-broadcast-way-call')}")
    await goes(lead, 1)
    got = await olena.sees("Приходьте завтра")
    assert got.message.get("photo")
    assert [button.get("url") for button in got.buttons if button["text"] == "Де це"] == ["https://example.org/hub"]
    await olena.press(label("button-broadcast-way-call"))
    await olena.waits(lambda shown: shown.id > got.id, "the way to a call")


async def test_a_ready_made_one_is_filled_in_and_each_reads_their_language(stage: Stage) -> None:
    olena, jane = await stage.agreed("Олена"), await english(stage)
    lead = stage.svitlana
    await lead.send("/broadcast")
    await lead.press(label("button-broadcast-ready"))
    await lead.press(CATALOGUE.broadcasts["hours-change"].title.uk)
    await lead.press(label("button-broadcast-ask"))
    await lead.sees(label("broadcast-variable-missing", variable=label("broadcast-menu-date")))
    await lead.press(label("broadcast-menu-date"))
    await lead.send("31.12")
    await lead.sees("Приклад: 01.12.2026")
    await lead.send("01.10.2026")
    await lead.press(label("broadcast-menu-hours"))
    await lead.send("9:00–16:00 | 9 am to 4 pm")
    await goes(lead, 2)
    await olena.sees("З 1 жовтня 2026 року працюємо інакше\nНаші години: 9:00–16:00.")
    await jane.sees("From 1 October 2026 on we work other hours\nOur hours: 9 am to 4 pm.")


async def english(stage: Stage) -> Talker:
    """Somebody who reads English and agreed."""
    jane = await stage.person("Jane", language="en")
    await jane.send("/start")
    await jane.press(label("button-agree", "en"))
    await jane.sees(piece("screen-consent-given", "en"))
    return jane


async def test_whoever_blocked_the_bot_is_counted_with_the_reason(stage: Stage) -> None:
    olena, mykola = await stage.agreed("Олена"), await stage.agreed("Микола")
    await stage.people.block(olena.id)
    await stage.settled()
    async with stage.app.database.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE people SET unreachable_since = NULL")
    await written(stage.svitlana)
    await goes(stage.svitlana, 2)
    await mykola.sees(WORDS)
    told = await stage.svitlana.sees("заблокували бота: 1")
    assert offers(told, label("button-broadcast-resend", count=1))


async def test_a_caseworker_writes_to_nobody(stage: Stage) -> None:
    await stage.iryna.send("/broadcast")
    await stage.iryna.sees(label("refusal-not-allowed"))
