"""Files that can't be kept: said at once, with what to do; and days on which nothing can be fetched."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from sqlalchemy import text as sql

from simulator.attached import media_of
from tests.conversations.papers import JPEG, LARGE, LOCKED_PDF, PROGRAM, document, photo
from tests.conversations.stage import Stage
from tests.conversations.talkers import offers
from tests.conversations.test_files_from_people import SHOW, content_of, standing_in_the_group
from tests.conversations.words import WHY, label, piece, text

REFUSED = {
    "empty": document("довідка.pdf", b"", size=10),
    "broken": document("довідка.pdf", b"%PDF-1.4 and no end"),
    "locked": document("довідка.pdf", LOCKED_PDF),
    "program": document("рахунок.pdf", PROGRAM),
    "misnamed": document("довідка.pdf", JPEG),
}


@pytest.mark.parametrize("flaw", REFUSED)
async def test_a_file_that_cannot_be_kept_is_told_with_what_to_do(stage: Stage, flaw: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(REFUSED[flaw], caption="моя довідка")
    told = await olena.sees(piece(f"why-{flaw}"))
    assert label(f"advice-{flaw}") in told.text
    shown = await stage.iryna.reads(thread, label(f"flaw-{flaw}"))
    assert "моя довідка" in shown.text
    assert not offers(shown, SHOW)
    assert await stage.count("SELECT count(*) FROM file_chunks") == 0


async def test_a_file_over_20_mb_is_told_at_once_and_the_message_is_kept_without_it(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    large = {"kind": "video", "name": "дах.mp4", "size": LARGE}
    await olena.attaches(large, caption="дах згорів")
    assert label("advice-too-large") in (await olena.sees(piece("why-too-large"))).text
    shown = await stage.iryna.reads(thread, "дах згорів")
    assert label("flaw-too-large") in shown.text
    assert [call["method"] for call in await stage.people.calls() if call["method"] == "getFile"] == []


async def test_a_large_file_before_the_consent_is_told_too(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.attaches({"kind": "video", "name": "дах.mp4", "size": LARGE}, caption="дах згорів")
    await olena.sees(piece("why-too-large"))
    assert await stage.count("SELECT count(*) FROM drafts") == 1


async def test_an_album_of_large_files_is_told_once(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    large = {"kind": "video", "name": "дах.mp4", "size": LARGE}
    await olena.attaches_album({"media": large}, {"media": large}, {"media": large})
    await olena.sees(piece("why-too-large"))
    await stage.settled()
    assert sum(piece("why-too-large") in said for said in await olena.got()) == 1


async def test_what_cannot_be_fetched_now_is_fetched_when_telegram_is_back(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("500", method="getFile", times=2)
    await olena.attaches(photo())
    await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    assert await content_of(stage, "photo") == JPEG


async def test_a_button_pressed_before_the_file_came_says_so(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("500", method="getFile", times=1000)
    await olena.attaches(photo())
    shown = await stage.iryna.reads(thread, text("file-on-the-way", what="фото, 1 КБ"))
    assert not offers(shown, SHOW)
    [(case, message)] = await stage.rows("SELECT case_id, m.id FROM messages m JOIN files f ON f.message_id = m.id")
    pressed = await stage.iryna.forges_in(shown, f"sf:{case}:{message}")
    assert pressed.text == label("refusal-file-on-the-way")


async def test_a_file_that_telegram_has_lost_is_told(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("500", method="getFile", until_cleared=True)
    await olena.attaches(photo())
    await stage.iryna.reads(thread, label("file-photo"))
    stage.simulator.world.files.clear()
    await stage.people.clear_faults()
    await olena.sees(piece("why-lost"))


async def test_another_photo_in_the_place_of_the_first_is_fetched_anew(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    message = await olena.attaches(media_of("document", b"%PDF-1.4 and no end", "довідка.pdf"))
    await olena.sees(piece("why-broken"))
    world = stage.simulator.world
    stored = world.chats[olena.id].find(message)
    assert stored is not None
    stored.body["document"] = exchanged(stage, document())
    await stage.people.edit_caption(olena.id, message, olena.id, "тепер ціла")
    shown = await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    assert "тепер ціла" in shown.text


def exchanged(stage: Stage, media: dict[str, Any]) -> dict[str, Any]:
    """The document that a person's app put into the place of another one."""
    content = base64.b64decode(media["content_base64"])
    stored = stage.simulator.world.add_file(media["name"], len(content), content)
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size,
            "file_name": stored.name}  # fmt: skip


async def test_what_a_dead_worker_had_begun_to_fetch_is_fetched_by_another(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("500", method="getFile", times=1000)
    await olena.attaches(photo())
    await stage.iryna.reads(thread, label("file-photo"))
    async with stage.app.database.uow() as uow:
        await uow.session.execute(
            sql("UPDATE files SET worker_id = 999, retry_at = NULL, lease_until = clock_timestamp() + interval '1 day'")
        )
    await stage.people.clear_faults()
    await stage.later(seconds=20)
    await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    assert await content_of(stage, "photo") == JPEG


async def test_strangers_and_colleagues_of_nowhere_see_no_file(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo())
    shown = await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    petro = await stage.outsider("Петро")
    pressed = await petro.forges_in(shown, shown.button(SHOW)["callback_data"])
    assert pressed.text != label("toast-shown")
    assert await stage.count("SELECT count(*) FROM readings") == 0
    forged = await stage.iryna.forges_in(shown, "sf:999999:1")
    assert forged.text == label("refusal-no-such-case")
    case = shown.button(SHOW)["callback_data"].split(":")[1]
    nothing = await stage.iryna.forges_in(shown, f"sf:{case}:1")
    assert nothing.text == label("refusal-file-not-kept")


async def test_where_the_group_cannot_show_a_file_the_desk_does(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(document())
    await stage.iryna.finds(thread, lambda each: offers(each, SHOW), SHOW)
    stage.simulator.world.files.clear()
    await stage.iryna.looks(thread, SHOW)
    got = await stage.iryna.waits(lambda each: "document" in each.message, "the document on the desk")
    assert got.message["has_protected_content"] is True
    assert "файл довідка.pdf" in got.text
    assert await stage.count("SELECT count(*) FROM readings") == 1
    assert not any("document" in each.message for each in await standing_in_the_group(stage))


async def test_the_card_lists_what_came(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(document())
    await olena.attaches_album({"media": photo()}, {"media": photo()})
    button = label("button-files", count=3)
    await stage.iryna.clicks(thread, button)
    menu = await stage.iryna.whispered(thread, piece("whisper-files"))
    listed = [text("file-and-more", what="фото", count=1), "файл", label("button-menu-back")]
    assert [each["text"] for each in menu.buttons] == listed
    await stage.people.press(stage.group, menu, stage.iryna.id, "файл")
    await stage.iryna.clicks(thread, WHY)
    await stage.iryna.finds(thread, lambda each: "document" in each.message, "the document")
