"""What may show a paper goes from the chat once we have it; its owner can look at it again, and put it away."""

from __future__ import annotations

import pytest

from simulator.seen import Shown
from tests.conversations.papers import document, photo, voice
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_files_from_people import carried
from tests.conversations.words import AGREE, CONSENT, OPEN_CASE, RECEIVED, WATCHED, label, piece

MY_FILES, AWAY = label("button-my-files"), label("button-put-away")
SAVED, GONE = piece("letter-files-tidied"), piece("letter-files-tidied-gone")
STAYS = piece("letter-files-tidied-stay")
COVERED, OPEN = piece("screen-covered"), label("button-open-reply")


async def files_in(person: Talker) -> list[Shown]:
    return [each for each in await person.chat() if carried(each)]


@pytest.mark.parametrize("media", [photo(), document()], ids=["photo", "document"])
async def test_what_was_saved_goes_from_the_chat_and_the_person_is_told(stage: Stage, media: dict[str, object]) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(media)
    told = await olena.sees(SAVED)
    assert GONE in told.text
    assert STAYS not in told.text
    await stage.settled()
    assert await files_in(olena) == []
    assert await stage.count("SELECT count(*) FROM files WHERE state = 'kept' AND in_chat = 'gone'") == 1


async def test_it_can_be_looked_at_again_and_put_away(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(document("довідка.pdf"), caption="ось довідка")
    await olena.sees(SAVED)
    at = await olena.send("/my")
    await olena.press(await case_button(stage, olena))
    await olena.press(MY_FILES)
    shown = await olena.waits(lambda each: each.id > at and any("довідка.pdf" in b["text"] for b in each.buttons), "it")
    await olena.press(next(each["text"] for each in shown.buttons if "довідка.pdf" in each["text"]))
    again = await olena.waits(lambda each: "document" in each.message and each.sender != olena.id, "the file")
    assert "ось довідка" in again.text
    assert again.message["document"]["file_name"] == "довідка.pdf"
    await olena.press(AWAY)
    await stage.settled()
    assert await files_in(olena) == []


async def case_button(stage: Stage, person: Talker) -> str:
    number = await stage.the_number()
    shown = await person.waits(lambda each: any(number in b["text"] for b in each.buttons), number)
    return str(next(each["text"] for each in shown.buttons if number in each["text"]))


async def test_an_album_goes_whole_and_once_is_it_told(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches_album({"media": photo(), "caption": "паспорт"}, {"media": photo()}, {"media": photo()})
    await olena.waits(lambda each: GONE in each.text and "3" in each.text, "all three")
    await stage.settled()
    assert await files_in(olena) == []
    assert len([each for each in await olena.got() if SAVED in each]) == 1


async def test_voices_stay_where_they_are(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(voice())
    await stage.settled()
    assert [carried(each) for each in await files_in(olena)] == [["voice"]]
    assert SAVED not in await olena.phone()


async def test_a_photo_that_was_not_kept_stays_in_the_chat(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo(b"no picture at all"))
    await olena.sees(piece("letter-file-refused"))
    await stage.settled()
    assert len(await files_in(olena)) == 1
    assert SAVED not in await olena.phone()


async def test_what_waits_for_the_persons_word_stays_until_it_is_sent(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.attaches(photo())
    await olena.sees(CONSENT)
    await stage.settled()
    assert len(await files_in(olena)) == 1
    await olena.press(AGREE)
    await olena.press(OPEN_CASE)
    await olena.sees(RECEIVED)
    await olena.sees(GONE)
    await stage.settled()
    assert await files_in(olena) == []


async def test_what_telegram_does_not_let_go_is_said_so_and_never_otherwise(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("400", method="deleteMessage", description="Bad Request: message can't be deleted")
    await olena.attaches(photo())
    told = await olena.sees(STAYS)
    assert GONE not in told.text
    await olena.attaches(photo())
    both = await olena.sees(GONE)
    assert STAYS in both.text


async def test_deleted_by_the_person_or_by_a_try_that_was_cut_short_it_counts_as_gone(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("drop", method="deleteMessage", after_accepting=True)
    await olena.attaches(photo())
    told = await olena.sees(GONE)
    assert STAYS not in told.text
    assert await stage.count("SELECT count(*) FROM files WHERE in_chat = 'gone'") == 1


async def watched_with_case(stage: Stage) -> tuple[Talker, int]:
    person = await stage.person("Хтось")
    await person.send("/start")
    await person.press(WATCHED)
    await person.sees(piece("screen-watched"))
    await person.send("Потрібні ліки")
    await person.press(OPEN_CASE)
    await person.sees(piece("letter-case-received", named="no"))
    return person, await stage.the_thread()


async def test_on_a_phone_that_may_be_searched_the_photo_goes_and_nothing_is_said(stage: Stage) -> None:
    person, _ = await watched_with_case(stage)
    await person.attaches(photo(), caption="мій дах")
    await stage.settled()
    assert await files_in(person) == []
    assert "мій дах" not in await person.phone()
    assert SAVED not in await person.phone()
    assert await stage.count("SELECT count(*) FROM files WHERE state = 'kept' AND in_chat = 'gone'") == 1


async def test_a_staff_file_waits_until_a_watched_person_writes_and_then_is_covered(stage: Stage) -> None:
    person, thread = await watched_with_case(stage)
    before = await person.phone()
    await stage.iryna.attaches_in(thread, document("зразок.pdf"), to="Потрібні ліки", caption="ваш зразок")
    await stage.settled()
    assert await person.phone() == before, "nothing comes by itself"
    await person.send("Я тут")
    neutral = await person.sees(COVERED)
    await stage.settled()
    assert "зразок" not in await person.phone()
    assert await files_in(person) == []
    assert offers(neutral, OPEN)
    await person.press(OPEN)
    opened = await person.waits(lambda each: "document" in each.message, "the file")
    assert opened.message["document"]["file_name"] == "зразок.pdf"
    assert "ваш зразок" in opened.text
    await person.press(AWAY)
    await stage.settled()
    assert await files_in(person) == []


async def test_a_staff_album_is_one_covered_line_that_opens_all_of_it(stage: Stage) -> None:
    person, thread = await watched_with_case(stage)
    to = (await stage.iryna.reads(thread, "Потрібні ліки")).id
    items = [{"media": photo()}, {"media": photo()}, {"media": photo()}]
    await stage.people.send_album(stage.group, stage.iryna.id, items, reply_to=to, thread=thread)
    await stage.settled()
    await person.send("Я тут")
    await person.sees(COVERED)
    await stage.settled()
    assert len([each for each in await person.got() if COVERED in each]) == 1
    assert await files_in(person) == []
    await person.press(OPEN)
    await stage.settled()
    assert len(await files_in(person)) == 3


async def test_nobody_looks_at_the_files_of_another(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.attaches(photo())
    await olena.sees(SAVED)
    [(case_id, file_id)] = await stage.rows("SELECT (SELECT id FROM cases), id FROM files")
    stranger = await stage.agreed("Хтось")
    for forged in (f"mf:{case_id}:0", f"mi:{case_id}:{file_id}"):
        assert (await stranger.forges(forged)).text == label("refusal-no-such-case")
    assert (await olena.forges(f"mi:{case_id}:{file_id + 1}")).text == label("refusal-file-not-kept")
