"""Reactions and pins of the bot."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReactionTypeEmoji, ReactionTypeUnion

from tests.simulator.conftest import Desk, Refused


async def test_the_bots_reaction_is_seen_and_can_be_taken_back(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    message = await desk.people.write(person, person, "дякую")
    await desk.bot.set_message_reaction(person, message["message_id"], [ReactionTypeEmoji(emoji="👍")])
    assert (await desk.people.messages(person)).messages[-1].reactions == ((desk.bot.id, "👍"),)
    await desk.bot.set_message_reaction(person, message["message_id"], [ReactionTypeEmoji(emoji="❤️")])
    assert (await desk.people.messages(person)).messages[-1].reactions == ((desk.bot.id, "❤"),)
    await desk.bot.set_message_reaction(person, message["message_id"], [])
    assert (await desk.people.messages(person)).messages[-1].reactions == ()


async def test_only_known_reactions_on_messages_that_stand(desk: Desk, refused: Refused) -> None:
    person = await desk.people.user("Олена")
    message = await desk.people.write(person, person, "дякую")
    with refused(TelegramBadRequest, "Bad Request: REACTION_INVALID"):
        await desk.bot.set_message_reaction(person, message["message_id"], [ReactionTypeEmoji(emoji="✅")])
    two: list[ReactionTypeUnion] = [ReactionTypeEmoji(emoji="👍"), ReactionTypeEmoji(emoji="🔥")]
    with refused(TelegramBadRequest, "Bad Request: REACTIONS_TOO_MANY"):
        await desk.bot.set_message_reaction(person, message["message_id"], two)
    with refused(TelegramBadRequest, "Bad Request: message to react not found"):
        await desk.bot.set_message_reaction(person, 4711, two[:1])


async def test_a_pinned_message_is_marked_and_named_by_the_chat(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    board = await desk.bot.send_message(group, "Черга")
    assert await desk.bot.pin_chat_message(group, board.message_id)
    pinned = (await desk.bot.get_chat(group)).pinned_message
    assert pinned is not None
    assert pinned.message_id == board.message_id
    page = await desk.people.messages(group)
    assert [shown.id for shown in page.messages if shown.pinned] == [board.message_id]
    assert page.messages[-1].message["pinned_message"]["message_id"] == board.message_id
    assert await desk.bot.unpin_chat_message(group)
    assert (await desk.bot.get_chat(group)).pinned_message is None


async def test_pinning_needs_the_right_and_a_message(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group(bot_rights={"can_manage_topics": True})
    board = await desk.bot.send_message(group, "Черга")
    with refused(TelegramBadRequest, "Bad Request: not enough rights to manage pinned messages in the chat"):
        await desk.bot.pin_chat_message(group, board.message_id)
    await desk.people.set_member(group, desk.bot.id, "administrator", {"can_pin_messages": True})
    with refused(TelegramBadRequest, "Bad Request: message to pin not found"):
        await desk.bot.pin_chat_message(group, 4711)
    with refused(TelegramBadRequest, "Bad Request: message to unpin not found"):
        await desk.bot.unpin_chat_message(group)
