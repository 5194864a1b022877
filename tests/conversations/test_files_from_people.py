"""What a person sends beside words reaches the case as words do; the group never holds it."""

from __future__ import annotations

from typing import Any

import pytest

from db.repositories import files
from simulator.seen import Shown
from tests.conversations.papers import EVERY_KIND, JPEG, OGG, document, photo, voice
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import (
    ADD_WORDS,
    AGREE,
    CONSENT,
    DROP,
    NEW_CASE,
    OFFER,
    OPEN_CASE,
    RECEIVED,
    label,
    piece,
    text,
)

SHOW = label("button-show-file")
CARRIES = ("photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker", "location", "contact")


def carried(shown: Shown) -> list[str]:
    """The kinds of what a message of Telegram's carries."""
    return [kind for kind in CARRIES if kind in shown.message]


async def standing_in_the_group(stage: Stage) -> list[Shown]:
    """What everybody in the group sees."""
    page = await stage.people.messages(stage.group)
    return [each for each in page.messages if not each.deleted and each.ephemeral_to is None]


async def content_of(stage: Stage, kind: str) -> bytes | None:
    """What we keep of the only file of a kind."""
    [(file_id,)] = await stage.rows("SELECT id FROM files WHERE kind = :kind", kind=kind)
    async with stage.app.database.uow() as uow:
        return await files.content(uow.session, file_id)


async def test_one_voice_message_is_a_whole_request(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.attaches(voice(42))
    offer = await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    assert "голосове, 0:42" in offer.text
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    thread = await stage.the_thread()
    shown = await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    assert "голосове, 0:42" in shown.text
    assert await content_of(stage, "voice") == OGG
    await olena.send("/my")
    await olena.sees("голосове, 0:42")


@pytest.mark.parametrize("kind", EVERY_KIND)
async def test_every_kind_is_kept_and_shown_only_to_the_one_who_presses(stage: Stage, kind: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(EVERY_KIND[kind])
    name = label(f"file-{kind.replace('_', '-')}")
    await stage.iryna.finds(thread, lambda each: name in each.text and offers(each, SHOW), SHOW)
    pressed = await stage.iryna.looks(thread, SHOW)
    assert pressed.text == label("toast-shown")
    await stage.iryna.finds(thread, lambda each: kind in carried(each) and each.ephemeral_to == stage.iryna.id, kind)
    assert [carried(each) for each in await standing_in_the_group(stage) if carried(each)] == []
    assert await stage.count("SELECT count(*) FROM readings WHERE what = :kind", kind=kind) == 1
    await olena.send("/privacy")
    assert f"Ірина, {await stage.the_number()}, {name}" in (await olena.sees(piece("screen-privacy"))).text


async def test_a_place_and_a_contact_are_shown_as_words_to_the_one_who_presses(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.write(olena.id, olena.id, location={"latitude": 48.57, "longitude": 39.31})
    await stage.iryna.finds(thread, lambda each: label("file-location") in each.text and offers(each, SHOW), SHOW)
    await stage.iryna.looks(thread, SHOW)
    place = await stage.iryna.reads(thread, "48.57, 39.31")
    assert place.ephemeral_to == stage.iryna.id
    await stage.people.write(olena.id, olena.id, contact={"phone_number": "+380501112233", "first_name": "Петро"})
    await stage.iryna.finds(thread, lambda each: label("file-contact") in each.text and offers(each, SHOW), SHOW)
    await stage.iryna.clicks(thread, SHOW)
    contact = await stage.iryna.reads(thread, "+380501112233")
    assert contact.ephemeral_to == stage.iryna.id
    told = "\n".join(each.text for each in await standing_in_the_group(stage))
    assert "Петро" not in told
    assert "48.57" not in told


async def test_a_place_with_a_name_keeps_its_name(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.write(olena.id, olena.id, venue={"title": "Гуртожиток", "address": "вулиця Миру, 3"})
    await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    await stage.iryna.looks(thread, SHOW)
    await stage.iryna.reads(thread, "Гуртожиток, вулиця Миру, 3")


async def test_a_file_waits_for_the_consent_as_words_do(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.attaches(photo(), caption="моє житло")
    await olena.sees(CONSENT)
    assert await stage.topics() == []
    await olena.press(AGREE)
    assert "моє житло\nфото" in (await olena.sees(OFFER)).text
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    shown = await stage.iryna.finds(await stage.the_thread(), lambda each: offers(each, SHOW), SHOW)
    assert "моє житло" in shown.text
    assert await content_of(stage, "photo") == JPEG


async def test_what_is_not_sent_is_forgotten_with_its_file(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.attaches(document())
    assert "файл довідка.pdf" in (await olena.sees(OFFER)).text
    await olena.press(DROP)
    await olena.sees(piece("screen-words-dropped"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM files") == 0
    assert await stage.count("SELECT count(*) FROM file_chunks") == 0


async def test_with_several_cases_a_file_is_asked_about_and_goes_where_it_is_sent(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    first = await stage.opens(olena, "Потрібні дрова")
    await olena.send("/my")
    await olena.press(NEW_CASE)
    await stage.opens(olena, "І ще путівка для сина")
    await olena.attaches(photo())
    asked = await olena.sees(piece("screen-choose-case"))
    await olena.press(next(each["text"] for each in asked.buttons if first in each["text"]))
    await olena.sees(text("screen-words-sent", number=first))
    await stage.iryna.finds(await stage.thread(first), lambda each: offers(each, SHOW), SHOW)


async def test_a_file_goes_into_the_case_that_was_chosen_in_the_list(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    first = await stage.opens(olena, "Потрібні дрова")
    await olena.send("/my")
    await olena.press(NEW_CASE)
    await stage.opens(olena, "І ще путівка для сина")
    await olena.send("/my")
    await olena.press(label("button-case-line", number=first, state=label("mine-short-new")))
    await olena.press(ADD_WORDS)
    await olena.sees(piece("screen-add-to-case"))
    await olena.attaches(photo())
    await stage.iryna.finds(await stage.thread(first), lambda each: offers(each, SHOW), SHOW)


async def test_dangerous_words_below_a_photo_are_heard(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo(), caption="Чоловік мене б'є")
    await olena.sees("1547")
    await stage.settled()
    assert (await stage.head(thread))["icon_emoji"] == "‼️"


async def test_changed_words_below_a_recording_are_carried(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    message = await olena.attaches(EVERY_KIND["video"], caption="мій дах")
    await stage.iryna.reads(thread, "мій дах")
    await stage.people.edit_caption(olena.id, message, olena.id, "мій зруйнований дах")
    await stage.iryna.reads(thread, "мій зруйнований дах")
    await stage.settled()
    assert "мій дах" not in await stage.iryna.topic(thread)


async def test_words_too_long_to_stand_with_a_photo_stand_below_it(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo(), caption="довго " * 160 + "кінець")
    await stage.iryna.reads(thread, "кінець")
    await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)


async def test_an_answer_to_a_persons_photo_goes_to_the_person(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo(), caption="мій дах")
    await stage.iryna.replies(thread, "мій дах", "Бачу, дякую")
    await olena.sees("Бачу, дякую")


async def test_an_album_is_one_message_in_the_topic_one_receipt_and_every_caption(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    at = await olena.attaches_album(
        {"media": photo(), "caption": "дах"}, {"media": photo()}, {"media": photo(), "caption": "стіна"}
    )
    show_all = label("button-show-files", count=3)
    shown = await stage.iryna.finds(thread, lambda each: offers(each, show_all), show_all)
    assert shown.text.index("дах") < shown.text.index("стіна")
    await olena.sees(text("screen-words-added", count=3, number=await stage.the_number()))
    await stage.settled()
    assert len([each for each in await olena.chat() if each.id > at + 2]) == 2, (
        "a receipt, and that the photos are safe"
    )
    album = [each for each in await standing_in_the_group(stage) if piece("letter-person-files") in each.text]
    assert len(album) == 1
    await stage.iryna.looks(thread, show_all)
    await stage.settled()
    page = await stage.people.messages(stage.group, reader=stage.iryna.id)
    assert len([each for each in page.messages if each.ephemeral_to and "photo" in each.message]) == 3
    assert await stage.count("SELECT count(*) FROM readings") == 3


async def test_a_large_album_comes_to_the_desk_whole_and_the_group_pays_nothing(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches_album({"media": photo(), "caption": "дах"}, *({"media": photo()} for _ in range(5)))
    show_all = label("button-show-files", count=6)
    await stage.iryna.finds(thread, lambda each: offers(each, show_all), show_all)
    await stage.settled()
    calls = len(await standing_in_the_group(stage))
    pressed = await stage.iryna.looks(thread, show_all)
    assert pressed.text == label("toast-on-desk")
    await stage.settled()
    assert len(await standing_in_the_group(stage)) == calls
    page = await stage.people.messages(stage.group, reader=stage.iryna.id)
    assert not any(each.ephemeral_to and "photo" in each.message for each in page.messages)
    shown = [each for each in await stage.iryna.chat() if "photo" in each.message]
    assert len(shown) == 6
    assert len({each.message["media_group_id"] for each in shown}) == 1
    assert "дах" in shown[0].text
    assert all(each.message["has_protected_content"] for each in shown)
    assert await stage.count("SELECT count(*) FROM readings") == 6


async def test_an_album_opens_a_case_whole(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.attaches_album({"media": photo(), "caption": "паспорт"}, {"media": photo()})
    await olena.waits(lambda each: "фото × 2" in each.text and offers(each, OPEN_CASE), "both photos")
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    show_all = label("button-show-files", count=2)
    await stage.iryna.finds(await stage.the_thread(), lambda each: offers(each, show_all), show_all)


async def test_an_album_before_the_consent_is_kept_whole(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.attaches_album({"media": photo(), "caption": "дах"}, {"media": photo()})
    await olena.press(AGREE)
    await olena.waits(lambda each: "фото × 2" in each.text, "both photos")


@pytest.mark.parametrize("content", [{"poll": {"question": "Так?"}}, {"dice": {}}])
async def test_what_nobody_can_read_is_answered_with_what_to_do(stage: Stage, content: dict[str, Any]) -> None:
    olena = await stage.agreed("Олена")
    await stage.people.write(olena.id, olena.id, **content)
    await olena.sees(piece("letter-cannot-read"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM drafts") == 0


async def test_erasing_takes_the_files_along(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo())
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM file_chunks") > 0
    await olena.send("/privacy")
    await olena.press(label("button-erase-ask"))
    await olena.press(label("button-erase"))
    await olena.sees(piece("screen-erased"))
    assert await stage.count("SELECT count(*) FROM files") == 0
    assert await stage.count("SELECT count(*) FROM file_chunks") == 0


async def own_case(stage: Stage, olena: Talker, state: str) -> str:
    """What the person reads on the page of their only case."""
    await stage.settled()
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label(state)))
    shown = await olena.sees(piece("screen-my-case-history"))
    return shown.text


async def test_the_persons_page_names_the_files_of_both_sides(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo())
    await olena.attaches(photo())
    await olena.attaches(document())
    await stage.settled()
    await stage.iryna.attaches_in(thread, document("пам'ятка.pdf"), to="Потрібні дрова")
    shown = await own_case(stage, olena, "mine-short-taken-person")
    named = label("file-document-named", name="довідка.pdf")
    assert text("screen-my-case-files", files=f"{label('file-photo')} × 2; {named}") in shown
    named = label("file-document-named", name="пам'ятка.pdf")
    assert text("screen-my-case-files-of-staff", files=named) in shown


async def test_on_a_phone_that_others_read_no_file_is_named(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(document())
    await stage.settled()
    await olena.send("/danger")
    await olena.press(label("button-way-write"))
    await stage.settled()
    [(number,)] = await stage.rows("SELECT number FROM cases WHERE NOT crisis")
    await olena.send("/my")
    await olena.press(label("button-case-line", number=number, state=label("mine-short-new")))
    shown = await olena.sees(piece("screen-my-case-history"))
    assert text("screen-my-case-files", files=label("file-document")) in shown.text
