"""What a person can do with messages, and what the bot hears of it."""

import pytest

from simulator.client import RefusedError
from simulator.world.model import ANONYMOUS_ADMIN_ID
from tests.simulator.conftest import Desk


async def test_the_bot_hears_what_a_person_writes(desk: Desk) -> None:
    person = await desk.people.user("Олена", last_name="К.", username="olena_k", language_code="uk")
    await desk.people.write(person, person, "/start ref_1")
    message = (await desk.updates())[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.from_user.full_name == "Олена К."
    assert message.from_user.language_code == "uk"
    assert message.entities is not None
    assert message.entities[0].type == "bot_command"


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "video_note", "audio", "animation", "sticker"])
async def test_every_kind_of_media_arrives(desk: Desk, kind: str) -> None:
    person = await desk.people.user("Олена")
    await desk.people.send_file(person, person, kind, b"content", name="a.bin")
    message = (await desk.updates())[0].message
    assert message is not None
    assert message.content_type == kind


async def test_an_album_keeps_its_group_and_captions(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    for caption in ("паспорт", None):
        await desk.people.send_file(person, person, "photo", b"x", name="a.jpg", caption=caption, album="7")
    heard = [update.message for update in await desk.updates()]
    assert [(message.media_group_id, message.caption) for message in heard if message] == [
        ("7", "паспорт"),
        ("7", None),
    ]


async def test_contacts_places_polls_and_dice_arrive(desk: Desk) -> None:
    person = await desk.people.user("Олена", phone="+380501234567")
    await desk.people.write(person, person, contact="own")
    await desk.people.write(person, person, contact={"phone_number": "+380679999999", "first_name": "Брат"})
    await desk.people.write(person, person, location={"latitude": 50.45, "longitude": 30.52})
    await desk.people.write(person, person, poll={"question": "?", "options": ["так", "ні"]})
    await desk.people.write(person, person, dice={"value": 6})
    heard = [update.message for update in await desk.updates()]
    assert [message.content_type for message in heard if message] == ["contact", "contact", "location", "poll", "dice"]
    own, foreign = (message.contact for message in heard[:2] if message)
    assert own is not None
    assert (own.phone_number, own.user_id) == ("+380501234567", person)
    assert foreign is not None
    assert foreign.user_id is None


async def test_a_text_too_long_goes_in_parts_as_clients_send_it(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    text = "👍" * 2048 + "я" * 4096 + "кінець"
    await desk.people.write(person, person, text)
    parts = [update.message.text for update in await desk.updates() if update.message]
    assert [len(part or "") for part in parts] == [2048, 4096, 6]
    assert "".join(part or "" for part in parts) == text


async def test_an_edit_arrives_and_a_deletion_does_not(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    sent = await desk.people.write(person, person, "завтра")
    await desk.people.edit(person, sent["message_id"], person, "сьогодні")
    await desk.people.delete(person, sent["message_id"])
    first, edited = await desk.updates()
    assert first.message is not None
    assert first.message.text == "завтра"
    assert edited.edited_message is not None
    assert edited.edited_message.text == "сьогодні"
    assert edited.edited_message.edit_date is not None


async def test_a_caption_is_edited_too(desk: Desk) -> None:
    group, supervisor = await desk.staff_group()
    sent = await desk.people.send_file(group, supervisor, "document", b"x", caption="стара")
    await desk.people._call(
        "PATCH", f"/sim/chats/{group}/messages/{sent['message_id']}", {"from": supervisor, "caption": "нова"}
    )
    edited = (await desk.updates())[-1].edited_message
    assert edited is not None
    assert edited.caption == "нова"


async def test_only_the_author_edits(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "так")
    with pytest.raises(RefusedError, match="only the author"):
        await desk.people.edit(person, sent.message_id, person, "ні")


async def test_an_anonymous_administrator_writes_as_the_group(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    await desk.updates()
    await desk.people.write(group, "anonymous", "від імені групи")
    message = (await desk.updates())[0].message
    assert message is not None
    assert message.from_user is not None
    assert (message.from_user.id, message.from_user.username) == (ANONYMOUS_ADMIN_ID, "GroupAnonymousBot")
    assert message.sender_chat is not None
    assert message.sender_chat.id == group


async def test_nobody_writes_where_they_are_not(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    stranger, other = await desk.people.user("Петро"), await desk.people.user("Марія")
    with pytest.raises(RefusedError, match="not in this group"):
        await desk.people.write(group, stranger, "агов")
    with pytest.raises(RefusedError, match="somebody else's"):
        await desk.people.write(other, stranger, "агов")
    await desk.people.set_member(group, stranger, "restricted", {"can_send_messages": False})
    with pytest.raises(RefusedError, match="may not write"):
        await desk.people.write(group, stranger, "агов")


async def test_with_privacy_on_a_plain_member_bot_hears_only_what_is_for_it(desk: Desk) -> None:
    desk.sim.world.bot.sees_all_group_messages = False
    group, supervisor = await desk.staff_group(bot_status="member", bot_rights={}, is_forum=False)
    sent = await desk.bot.send_message(group, "слухаю")
    await desk.updates()
    await desk.people.write(group, supervisor, "між нами")
    await desk.people.write(group, supervisor, "/queue")
    await desk.people.write(group, supervisor, "відповідь", reply_to=sent.message_id)
    await desk.people.write(group, supervisor, "@suprovid_demo_bot агов")
    heard = [update.message.text for update in await desk.updates() if update.message]
    assert heard == ["/queue", "відповідь", "@suprovid_demo_bot агов"]


async def test_the_same_reaction_once_more_takes_it_back(desk: Desk) -> None:
    person = await desk.beneficiary()
    sent = await desk.bot.send_message(person, "так")
    await desk.people.react(person, sent.message_id, person, "👍")
    assert (await desk.people.messages(person)).messages[-1].reactions == ((person, "👍"),)
    await desk.people.react(person, sent.message_id, person, "👍")
    assert (await desk.people.messages(person)).messages[-1].reactions == ()


@pytest.mark.parametrize(
    "content",
    [
        {"text": " "},
        {},
        {"media": {"kind": "hologram", "size": 1}},
        {"media": {"kind": "photo"}},
        {"media": {"kind": "photo", "content_base64": "***"}},
        {"contact": "own"},
        {"text": "x", "reply_to": 99},
        {"text": "x", "thread": 99},
        {"text": 5},
    ],
)
async def test_what_makes_no_sense_is_refused(desk: Desk, content: dict[str, object]) -> None:
    person = await desk.people.user("Олена")
    with pytest.raises(RefusedError):
        await desk.people._call("POST", f"/sim/chats/{person}/messages", {"from": person} | content)
    assert (await desk.people.messages(person)).messages == []


async def test_a_body_that_is_no_json_is_refused(desk: Desk) -> None:
    async with desk.http.post(f"{desk.sim.url}/sim/users", data=b"{") as response:
        assert (response.status, await response.json()) == (400, {"error": "the body is not JSON"})


async def test_a_crowd_writes_at_once(desk: Desk) -> None:
    known = await desk.people.user("Олена")
    await desk.people.crowd([(known, "раз"), (5_000_001, "два"), (known, "три")])
    heard = [update.message for update in await desk.updates()]
    assert [(message.chat.id, message.text) for message in heard if message] == [
        (known, "раз"),
        (5_000_001, "два"),
        (known, "три"),
    ]
    with pytest.raises(RefusedError, match="list of pairs"):
        await desk.people._call("POST", "/sim/crowd", {"writes": "?"})


async def test_what_has_no_word_of_its_own_is_sent_as_telegram_has_it(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    story = {"chat": {"id": 9, "type": "private"}, "id": 4}
    await desk.people.write(person, person, raw={"story": story})
    message = (await desk.updates())[0].message
    assert message is not None
    assert message.content_type == "story"
