"""What a caseworker sends to a person beside words arrives as what it is, and is kept by us."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conversations.papers import EVERY_KIND, LARGE, PROGRAM, document, photo
from tests.conversations.stage import Stage
from tests.conversations.test_files_from_people import carried, content_of
from tests.conversations.words import label, piece

WORDS = "Потрібні дрова"
WITH_WORDS = [kind for kind in EVERY_KIND if kind not in ("sticker", "video_note")]


@pytest.mark.parametrize("kind", EVERY_KIND)
async def test_an_answer_is_carried_as_what_it_is(stage: Stage, kind: str) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    sent = await stage.iryna.attaches_in(thread, EVERY_KIND[kind], to=WORDS)
    got = await olena.waits(lambda each: each.sender != olena.id and kind in carried(each), kind)
    assert await stage.count("SELECT count(*) FROM files WHERE kind = :kind", kind=kind) == 1
    await stage.settled()
    assert await content_of(stage, kind) is not None
    marked = await stage.iryna.finds(thread, lambda each: each.id == sent and bool(each.reactions), "the mark")
    assert marked.reactions
    assert ("Ірина, звернення" in got.text) is (kind in WITH_WORDS)


async def test_words_below_a_file_come_first_and_who_sends_it_stands_below(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    await stage.iryna.attaches_in(thread, document("зразок.pdf"), to=WORDS, caption="Ось зразок заяви")
    got = await olena.sees("Ось зразок заяви")
    assert got.text == f"Ось зразок заяви\n\nІрина, звернення {await stage.the_number()}"
    assert got.message["document"]["file_name"] == "зразок.pdf"


async def test_a_file_with_the_command_as_its_words_is_meant_for_the_person(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    await stage.iryna.attaches_in(thread, photo(), caption="/a Так виглядає вхід")
    got = await olena.sees("Так виглядає вхід")
    assert "/a" not in got.text
    assert "photo" in got.message


async def test_a_file_without_an_answer_stays_inside(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    await stage.iryna.attaches_in(thread, photo(), caption="лише для колег")
    await stage.settled()
    assert not any(carried(each) for each in await olena.chat())
    assert await stage.count("SELECT count(*) FROM files") == 0


async def test_an_album_arrives_whole_with_every_caption(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    to = (await stage.iryna.reads(thread, WORDS)).id
    items: list[dict[str, Any]] = [
        {"media": photo(), "caption": "вхід"},
        {"media": photo()},
        {"media": photo(), "caption": "коридор"},
    ]
    await stage.people.send_album(stage.group, stage.iryna.id, items, reply_to=to, thread=thread)
    await olena.sees("коридор")
    await stage.settled()
    album = [each for each in await olena.chat() if "photo" in each.message]
    assert len(album) == 3
    assert len({each.message["media_group_id"] for each in album}) == 1
    assert [each.text.split("\n")[0] for each in album] == ["вхід", "", "коридор"]
    assert await stage.count("SELECT count(*) FROM pairs WHERE side = 'copy' AND part = 999") == 3
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'replied'") == 1


async def test_an_album_begun_with_the_command_goes_whole(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    items = [{"media": photo(), "caption": "/a вхід"}, {"media": photo(), "caption": "коридор"}]
    await stage.people.send_album(stage.group, stage.iryna.id, items, thread=thread)
    await olena.sees("коридор")
    assert "/a" not in (await olena.sees("вхід")).text


async def test_changed_words_below_a_file_are_carried(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    sent = await stage.iryna.attaches_in(thread, photo(), to=WORDS, caption="Приходьте о десятій")
    await olena.sees("Приходьте о десятій")
    await stage.people.edit_caption(stage.group, sent, stage.iryna.id, "Приходьте об одинадцятій")
    await olena.sees("Приходьте об одинадцятій")
    await stage.settled()
    assert "о десятій" not in await olena.phone()


async def test_words_too_long_to_stand_below_a_file_arrive_as_words(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    await stage.iryna.attaches_in(thread, photo(), to=WORDS, caption="довго " * 160 + "кінець")
    await olena.sees("кінець")
    await olena.waits(lambda each: each.sender != olena.id and "photo" in each.message, "the photo")


async def test_a_place_shows_as_a_place(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    to = (await stage.iryna.reads(thread, WORDS)).id
    where = {"latitude": 48.9, "longitude": 38.4}
    await stage.people.write(stage.group, stage.iryna.id, reply_to=to, thread=thread, location=where)
    got = await olena.waits(lambda each: each.sender != olena.id and "location" in each.message, "the place")
    assert got.message["location"]["latitude"] == where["latitude"]


async def test_what_cannot_be_carried_is_said_at_once(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    to = (await stage.iryna.reads(thread, WORDS)).id
    await stage.people.write(stage.group, stage.iryna.id, reply_to=to, thread=thread, poll={"question": "Так?"})
    await stage.iryna.whispered(thread, label("refusal-not-carried"))
    large = {"kind": "document", "name": "відео.pdf", "size": LARGE}
    await stage.iryna.attaches_in(thread, large, to=WORDS)
    await stage.iryna.whispered(thread, label("refusal-file-too-large", most="20"))
    await stage.settled()
    assert not any(carried(each) for each in await olena.chat())


async def test_a_file_that_we_cannot_keep_is_said_in_the_topic(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", WORDS)
    await stage.iryna.attaches_in(thread, document("зразок.pdf", PROGRAM), to=WORDS)
    await stage.iryna.reads(thread, piece("letter-staff-file-refused"))


async def test_our_own_copy_is_sent_where_telegram_has_forgotten_the_file(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", WORDS)
    await stage.people.block(olena.id)
    await stage.iryna.attaches_in(thread, document("зразок.pdf"), to=WORDS)
    await stage.iryna.reads(thread, piece("letter-reply-undelivered"))
    await stage.settled()
    stage.simulator.world.files.clear()
    await stage.people.unblock(olena.id)
    await olena.send("/my")
    got = await olena.waits(lambda each: each.sender != olena.id and "document" in each.message, "the document")
    assert got.message["document"]["file_name"] == "зразок.pdf"
