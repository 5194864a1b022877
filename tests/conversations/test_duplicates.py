"""Cases that may be the same: the card says how many, the menu what they share, and two of one person become one."""

from __future__ import annotations

from db.repositories import people
from simulator.seen import Shown
from tests.conversations.stage import Stage
from tests.conversations.talkers import MORE, Talker, offers
from tests.conversations.words import NEW_CASE, OPEN_CASE, RECEIVED, TAKE, label, piece, text

SAME, NOT_SAME, LINK = label("button-duplicates"), label("button-not-same"), label("button-link")
MERGE_YES = label("button-merge-yes")
MENU, PAIR = piece("duplicates-maybe"), piece("whisper-pair")
PHONE = "+380671112233"


async def opens_another(stage: Stage, person: Talker, words: str) -> tuple[str, int]:
    """Somebody with an open case begins a second one; its number and its topic."""
    await person.send("/my")
    await person.press(NEW_CASE)
    at = await person.send(words)
    await person.press(OPEN_CASE)
    said = await person.sees_new(RECEIVED, at)
    number = next(word for word in said.text.replace(":", " ").replace(".", " ").split() if word.startswith("LUH-"))
    return number, await stage.thread(number)


async def card_of(stage: Stage, thread: int) -> Shown:
    """The card on top of a topic."""
    await stage.settled()
    return next(each for each in await stage.iryna.seen_in(thread) if offers(each, MORE))


async def two_of_one(stage: Stage) -> tuple[Talker, tuple[str, int], tuple[str, int]]:
    """Олена asks twice for the same; Ірина has the first one."""
    olena, first = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    number = await stage.the_number()
    await stage.iryna.clicks(first, TAKE)
    return olena, (number, first), await opens_another(stage, olena, "Досі немає дров")


async def test_two_requests_become_one_and_every_further_word_goes_there(stage: Stage) -> None:
    olena, (first, first_thread), (second, second_thread) = await two_of_one(stage)
    assert label("screen-card-maybe-same", count=1) in (await card_of(stage, second_thread)).text
    await stage.iryna.clicks(second_thread, SAME)
    menu = await stage.iryna.whispered(second_thread, MENU)
    assert first in menu.text
    assert label("duplicate-person") in menu.text
    assert "Коваленко" not in menu.text
    await stage.iryna.clicks(second_thread, first)
    await stage.iryna.whispered(second_thread, PAIR)
    await stage.iryna.clicks(second_thread, label("button-goes-on", number=first))
    await stage.iryna.clicks(second_thread, MERGE_YES)
    await olena.sees(text("letter-cases-merged", named="yes", name="Олена", ended=second, goes_on=first))
    assert piece("letter-case-closed", named="no") not in await olena.phone()
    await stage.settled()
    assert first in (await stage.iryna.reads(second_thread, piece("letter-merged-news"))).text
    assert (await stage.head(second_thread))["closed"]
    assert second in (await card_of(stage, first_thread)).text
    await olena.send("Привезіть, будь ласка, у середу")
    await stage.iryna.reads(first_thread, "Привезіть, будь ласка, у середу")
    assert "Привезіть" not in await stage.iryna.topic(second_thread)
    await stage.iryna.clicks(first_thread, SAME)
    await stage.iryna.clicks(first_thread, label("button-ended-history", number=second))
    assert "Досі немає дров" in (await stage.iryna.whispered(first_thread, piece("whisper-ended-history"))).text


async def test_a_merge_is_taken_back_and_she_is_told(stage: Stage) -> None:
    olena, (first, first_thread), (second, second_thread) = await two_of_one(stage)
    await stage.iryna.clicks(second_thread, SAME)
    await stage.iryna.clicks(second_thread, first)
    await stage.iryna.clicks(second_thread, label("button-goes-on", number=first))
    await stage.iryna.clicks(second_thread, MERGE_YES)
    await olena.sees(piece("letter-cases-merged", named="yes", name="Олена"))
    await stage.settled()
    await stage.svitlana.clicks(first_thread, SAME)
    await stage.svitlana.clicks(first_thread, label("button-part", number=second))
    await olena.sees(text("letter-cases-parted", named="yes", name="Олена", ended=second, goes_on=first))
    await stage.iryna.reads(second_thread, piece("letter-parted-news"))
    await stage.settled()
    card = await card_of(stage, second_thread)
    assert label("screen-card-maybe-same", count=1) not in card.text
    assert await stage.count("SELECT count(*) FROM cases WHERE closed_at IS NULL") == 2


async def test_one_phone_of_two_people_is_linked_and_never_shown(stage: Stage) -> None:
    _, first = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    taras, second = await stage.with_case("Тарас", "Мамі потрібні дрова")
    async with stage.app.database.uow() as uow:
        for account in await stage.rows("SELECT telegram_id FROM people"):
            person = await people.by_telegram(uow.session, account[0])
            assert person is not None
            person.phone = PHONE
    await stage.andriy.says(second, "/same")
    menu = await stage.andriy.whispered(second, MENU)
    assert label("duplicate-phone") in menu.text
    assert "671112233" not in menu.text
    await stage.andriy.clicks(second, number)
    pair = await stage.andriy.whispered(second, piece("pair-cannot", why="other-person"))
    assert offers(pair, LINK)
    assert not offers(pair, label("button-goes-on", number=number))
    await stage.andriy.clicks(second, LINK)
    await stage.settled()
    for thread in (first, second):
        assert piece("screen-card-tied") in (await card_of(stage, thread)).text
    assert number not in await taras.phone()


async def test_what_is_not_the_same_is_not_offered_again(stage: Stage) -> None:
    _, (first, _), (_, second_thread) = await two_of_one(stage)
    await stage.iryna.clicks(second_thread, SAME)
    await stage.iryna.clicks(second_thread, first)
    await stage.iryna.clicks(second_thread, NOT_SAME)
    await stage.iryna.whispered(second_thread, piece("duplicates-none"))
    assert not offers(await card_of(stage, second_thread), SAME)
