"""A person tells where they live and where they are registered, as people type it."""

from __future__ import annotations

from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import DETAILS, HOTLINES, OFFER, OPEN_CASE, label, piece

PLACES = label("button-places")
ACTUAL, REGISTERED = label("button-place-actual"), label("button-place-registered")
ABROAD, NOT_LISTED = label("button-place-abroad"), label("button-place-not-listed")
YES, AGAIN, BACK = label("button-place-confirm"), label("button-place-again"), label("button-places-back")
KRASNODON = "Сорокине (раніше Краснодон), Сорокинська громада, Довжанський район"
LYSYCHANSK = "Лисичанськ, Лисичанська громада, Сіверськодонецький район"


async def _asked(person: Talker, which: str) -> None:
    await person.send("/privacy")
    await person.press(PLACES)
    await person.press(which)
    await person.sees(piece("screen-place-ask", which="actual" if which == ACTUAL else "registered"))


async def _kept(person: Talker, words: str) -> None:
    shown = await person.waits(lambda each: offers(each, REGISTERED) and words in each.text, words)
    assert piece("screen-places") in shown.text


async def test_an_old_name_leads_to_the_place_and_the_staff_card_knows_the_hromada(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Куди везти дитину на відпочинок?")
    await _asked(olena, REGISTERED)
    await olena.send("Краснодон")
    assert (await olena.press(KRASNODON)).text == label("toast-saved")
    await _kept(olena, "місто Сорокине, Сорокинська громада, Довжанський район, Луганська область")
    await stage.iryna.reads(thread, "Сорокинська")
    assert "Сорокине" not in await stage.iryna.topic(thread)
    await stage.iryna.looks(thread, DETAILS)
    await stage.iryna.whispered(thread, "місто Сорокине")
    await olena.send("/privacy")
    await olena.sees("Зареєстровані: місто Сорокине")


async def test_a_slip_is_asked_about_once_more(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await _asked(olena, ACTUAL)
    await olena.send("Лисичавськ")
    await olena.press(LYSYCHANSK)
    asked = await olena.sees(piece("screen-place-confirm"))
    assert "місто Лисичанськ" in asked.text
    assert "Лисичавськ" in asked.text
    await olena.press(AGAIN)
    await olena.send("kbcbxfycmr")
    await olena.press(LYSYCHANSK)
    await _kept(olena, "місто Лисичанськ")


async def test_a_yes_to_the_question_keeps_the_place(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await _asked(olena, ACTUAL)
    await olena.send("Лисичавськ")
    await olena.press(LYSYCHANSK)
    await olena.press(YES)
    await _kept(olena, "місто Лисичанськ")
    assert await empty_stage.count("SELECT count(*) FROM people WHERE actual_oblast = '44'") == 1


async def test_the_name_is_written_again_until_it_is_right(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await _asked(olena, ACTUAL)
    await olena.send("ййцщщз")
    await olena.sees(piece("screen-place-none"))
    at = await olena.send("Іванівка")
    assert "через кому" in (await olena.sees_new(piece("screen-place-choices", more="yes"), at)).text
    await olena.send("Іванівка, Сватівська")
    await olena.press("Іванівка, Сватівська громада, Сватівський район")
    await _kept(olena, "село Іванівка")


async def test_who_lives_abroad_chooses_a_country(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await _asked(olena, ACTUAL)
    await olena.press(ABROAD)
    await olena.press("Польща")
    await _kept(olena, "за кордоном, Польща")
    assert await empty_stage.count("SELECT count(*) FROM people WHERE actual_oblast = 'abroad'") == 1


async def test_a_place_that_is_not_listed_goes_to_a_human(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await _asked(olena, REGISTERED)
    await olena.send("Селище шахти 3-біс")
    await olena.press(NOT_LISTED)
    offer = await olena.sees(OFFER)
    assert "Селище шахти 3-біс" in offer.text
    await olena.press(OPEN_CASE)
    await stage.iryna.reads(await stage.the_thread(), "Селище шахти 3-біс")
    await olena.send("/privacy")
    await olena.sees(label("place-unlisted"))


async def test_danger_and_long_words_are_never_taken_for_the_name_of_a_place(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await _asked(olena, ACTUAL)
    at = await olena.send("Чоловік мене б'є")
    await olena.sees(HOTLINES)
    assert "Чоловік мене б'є" in (await olena.sees_new(OFFER, at)).text
    at = await olena.send("Ми виїхали ще навесні, тепер живемо в гуртожитку, нас шестеро, а дах тече. " * 3)
    assert "гуртожитку" in (await olena.sees_new(OFFER, at)).text


async def test_a_command_ends_the_question_and_a_button_kept_from_it_is_stale(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await _asked(olena, ACTUAL)
    await olena.send("Лисичанськ")
    await olena.press(LYSYCHANSK)
    await _kept(olena, "місто Лисичанськ")
    pressed = await olena.forges("pc:actual:UA44120050010021900:1")
    assert (pressed.text, pressed.show_alert) == (label("refusal-stale"), True)
    await _asked(olena, ACTUAL)
    await olena.send("/cancel")
    at = await olena.send("Потрібна ковдра")
    await olena.sees_new(OFFER, at)


async def test_before_consent_and_on_a_watched_phone_nobody_asks_for_places(empty_stage: Stage) -> None:
    olena = await empty_stage.person("Олена")
    await olena.send("/start")
    await olena.press(label("button-watched"))
    await olena.sees(piece("screen-watched"))
    at = await olena.send("/privacy")
    held = await olena.sees_new(label("screen-privacy-no-consent"), at)
    assert not offers(held, PLACES)
    pressed = await olena.forges("pa:actual")
    assert pressed.text == label("refusal-not-allowed")
