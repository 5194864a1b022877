"""What we hold about a person: why, who sees it, correcting it, taking it away, ending it, erasing it."""

from __future__ import annotations

import asyncio
import re
from html import unescape

import pytest

from casework.letters.kinds import PrivacyScreen
from simulator.seen import Shown
from tests.conversations.conftest import Held
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import AGREE, CONSENT, DETAILS, OFFER, TAKE, WATCHED, label, piece

WHY, WHO, BACK = label("button-privacy-why"), label("button-privacy-who"), label("button-back")
RENAME, EXPORT, EXPORT_NOW = label("button-rename"), label("button-export"), label("button-export-now")
WITHDRAW, WITHDRAW_NOW = label("button-consent-withdraw"), label("button-consent-withdraw-now")
ERASE_ASK, ERASE, KEEP = label("button-erase-ask"), label("button-erase"), label("button-keep")
RENAMED, ASK_NAME = piece("screen-renamed"), piece("screen-rename", held="yes")
WITHDRAWN = piece("screen-consent-withdrawn")


async def privacy(person: Talker) -> Shown:
    """Opens the page; as it stands below everything else."""
    at = await person.send("/privacy")
    return await person.waits(lambda each: each.id > at and offers(each, WHO), WHO)


async def the_file(stage: Stage, person: Talker) -> tuple[str, str]:
    """Name and text of the newest file in the chat."""
    shown = await person.waits(lambda each: "document" in each.message, "a file")
    document = shown.message["document"]
    return document["file_name"], stage.simulator.world.files[document["file_id"]].read().decode()


def without_markup(page: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize(("button", "title"), [(WHY, "screen-privacy-why"), (WHO, "screen-privacy-who")])
async def test_the_page_says_why_and_who_and_leads_back(empty_stage: Stage, button: str, title: str) -> None:
    olena = await empty_stage.agreed("Олена")
    await privacy(olena)
    await olena.press(button)
    shown = await olena.sees(piece(title))
    assert offers(shown, BACK)
    await olena.press(BACK)
    await olena.waits(lambda each: offers(each, WHO), "the page")


async def test_every_purpose_stands_there_with_its_law(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await privacy(olena)
    await olena.press(WHY)
    shown = await olena.sees(piece("screen-privacy-why"))
    for purpose in CATALOGUE.purposes.values():
        assert purpose.ground["uk"] in shown.text
        assert purpose.basis["uk"] in shown.text


# Correcting


async def test_a_corrected_name_is_the_one_we_say_and_the_old_one_is_nowhere(stage: Stage) -> None:
    olena, thread = await stage.with_case("Лєна", "Потрібні дрова")
    await privacy(olena)
    await olena.press(RENAME)
    assert "Лєна" in (await olena.sees(ASK_NAME)).text
    await olena.send("Олена Петрівна")
    assert "Олена Петрівна" in (await olena.sees(RENAMED)).text
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM letters WHERE rendered IS NOT NULL AND kind = 'case-received'") == 0
    await stage.iryna.looks(thread, DETAILS)
    details = await stage.iryna.whispered(thread, "Олена Петрівна")
    assert "Лєна" not in details.text
    await olena.send("Ще потрібні ліки")
    await stage.iryna.reads(thread, "Ще потрібні ліки")


async def test_what_is_no_name_is_asked_about_once_more_and_goes_to_nobody(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await privacy(olena)
    await olena.press(RENAME)
    await olena.send("0501234567")
    await olena.sees(piece("screen-rename-refused"))
    await olena.send("Олеся")
    await olena.sees(RENAMED)
    await stage.settled()
    assert "Олеся" not in await stage.iryna.topic(thread)


async def test_another_language_in_the_middle_asks_for_the_name_again(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await privacy(olena)
    await olena.press(RENAME)
    await olena.send("/language")
    await olena.press(label("button-language-en"))
    await olena.sees(piece("screen-rename", "en", held="yes"))
    await olena.send("Olena")
    await olena.sees(piece("screen-renamed", "en"))


async def test_a_command_in_the_middle_leaves_the_name_as_it_was(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await privacy(olena)
    await olena.press(RENAME)
    await olena.send("/cancel")
    await olena.send("Потрібні дрова")
    await olena.sees(OFFER)


# Taking back the consent


async def test_taking_the_consent_back_ends_the_work_and_keeps_what_was_written(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await privacy(olena)
    await olena.press(WITHDRAW)
    await olena.sees(piece("screen-consent-withdraw-ask"))
    await olena.press(KEEP)
    await privacy(olena)
    await olena.press(WITHDRAW)
    ask = await olena.sees(piece("screen-consent-withdraw-ask"))
    await olena.press(WITHDRAW_NOW)
    await olena.sees(WITHDRAWN)
    await stage.iryna.reads(thread, label("news-withdrawn"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM people WHERE name IS NOT NULL") == 0
    assert await stage.count("SELECT count(*) FROM messages") == 1
    # The same button on another device.
    pressed = await olena.forges("pr:consent!", ask)
    assert pressed.text == label("refusal-stale")
    await olena.send("Я знову тут")
    await olena.sees_new(CONSENT, ask.id)


async def test_after_the_consent_everything_can_still_be_erased(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await privacy(olena)
    await olena.press(WITHDRAW)
    await olena.press(WITHDRAW_NOW)
    await olena.sees(WITHDRAWN)
    await olena.press(ERASE_ASK)
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM messages") == 0


# Taking everything away


async def test_the_file_holds_everything_in_plain_words(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні <дрова> & вугілля")
    await stage.iryna.replies(thread, "дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
    await stage.iryna.clicks(thread, DETAILS)
    await stage.iryna.whispered(thread, "Олена")
    await olena.send("/my")
    number = await stage.the_number()
    await olena.press(label("button-case-line", number=number, state=label("mine-short-taken-person")))
    await olena.press(label("button-complain"))
    await olena.send("Довго чекала")
    await olena.sees(piece("letter-complaint-received"))
    await privacy(olena)
    await olena.press(EXPORT)
    name, page = await the_file(stage, olena)
    assert re.fullmatch(r"suprovid-\d{4}-\d\d-\d\d\.html", name)
    text = without_markup(page)
    for held in ("Олена", str(olena.id), "Потрібні <дрова> & вугілля", "Скільки вас?", "Ірина", number, "Довго чекала",
                 label("mine-event-opened"), CATALOGUE.retention["case"].words["uk"]):  # fmt: skip
        assert held in text, held
    assert "<дрова>" not in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    await stage.settled()
    [(number_of_signs,)] = await stage.rows("SELECT length(rendered) FROM letters WHERE kind = 'own-data'")
    assert number_of_signs < len(page), "the page itself is kept nowhere"


async def test_two_taps_bring_one_file(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    page = await privacy(olena)
    await asyncio.gather(*(empty_stage.people.press(olena.id, page, olena.id, EXPORT) for _ in range(3)))
    await empty_stage.settled()
    assert sum("document" in each.message for each in await olena.chat()) in (1, 2), "2 where a minute ended in between"


async def test_the_file_speaks_the_persons_language(empty_stage: Stage) -> None:
    john = await empty_stage.person("John", language="en")
    await john.send("/start")
    await john.press(label("button-agree", "en"))
    await john.sees(piece("screen-consent-given", "en"))
    await john.send("/privacy")
    await john.press(label("button-export", "en"))
    _, page = await the_file(empty_stage, john)
    assert label("own-file-title", "en") in page
    assert '<html lang="en">' in page


async def test_a_phone_that_may_be_searched_is_warned_before_the_file(empty_stage: Stage) -> None:
    nina = await empty_stage.person("Ніна")
    await nina.send("/start")
    await nina.press(WATCHED)
    await privacy(nina)
    await nina.press(EXPORT)
    await nina.sees(piece("screen-export-ask"))
    await empty_stage.settled()
    assert not any("document" in each.message for each in await nina.chat())
    await nina.press(EXPORT_NOW)
    _, page = await the_file(empty_stage, nina)
    assert "Ніна" not in page


# Erasing


async def test_erasing_takes_away_a_page_below_which_somebody_wrote_before_it_was_noted(
    stage: Stage, held: Held
) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    written_down = held(PrivacyScreen.kind)
    page = await privacy(olena)
    at = await olena.send("/my")
    await stage.until("SELECT count(*) FROM slots WHERE key = 'screen' AND wanted_rev > shown_rev + 1", 1)
    written_down.set()
    await olena.waits(lambda each: each.id > at, "the list")
    assert page.id in [each.id for each in await olena.chat()], "it stands above"
    await privacy(olena)
    await olena.press(ERASE_ASK)
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    assert page.id not in [each.id for each in await olena.chat()]


async def test_erasing_empties_the_chat_as_far_as_telegram_lets_us(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
    await privacy(olena)
    await olena.press(ERASE_ASK)
    assert piece("screen-erase-ask-chat") in (await olena.waits(lambda each: offers(each, ERASE), ERASE)).text
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    left = [each.text for each in await olena.chat()]
    assert len([words for words in left if not words.startswith("/")]) == 1, left
    assert await stage.topics() == []
    # What comes later finds no message of ours to change, and is shown all the same.
    at = await olena.send("Я знову тут")
    await olena.sees_new(CONSENT, at)
    await olena.press(AGREE)
    await olena.sees(OFFER)


async def test_a_chat_that_telegram_does_not_let_us_empty_is_erased_with_us_all_the_same(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault(kind="400", method="deleteMessages", times=5)
    await privacy(olena)
    await olena.press(ERASE_ASK)
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM messages") == 0
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0


async def test_a_complaint_is_erased_with_everything_else(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-staff")))
    await olena.press(label("button-complain"))
    await olena.send("Довго чекала")
    await olena.sees(piece("letter-complaint-received"))
    await privacy(olena)
    await olena.press(ERASE_ASK)
    await olena.waits(lambda each: label("screen-erase-ask-complaints", count="1") in each.text, "the complaint")
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    [(words, written)] = await stage.rows("SELECT words, written_at FROM complaints")
    assert words is None
    assert written is not None
    await stage.svitlana.send("/complaints")
    await stage.svitlana.sees(piece("screen-complaints-empty"))
