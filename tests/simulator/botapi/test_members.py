"""What the bot may know about chats and members."""

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberAdministrator, ChatMemberLeft

from tests.simulator.conftest import Desk, Refused


async def test_a_groups_details_say_whether_it_has_topics(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    chat = await desk.bot.get_chat(group)
    assert (chat.type, chat.title, chat.is_forum) == ("supergroup", "Штаб", True)


async def test_a_person_is_a_chat_only_after_they_wrote(desk: Desk, refused: Refused) -> None:
    person = await desk.people.user("Олена", last_name="К.", username="olena_k")
    with refused(TelegramBadRequest, "Bad Request: chat not found"):
        await desk.bot.get_chat(person)
    await desk.people.write(person, person, "/start")
    chat = await desk.bot.get_chat(person)
    assert (chat.first_name, chat.last_name, chat.username) == ("Олена", "К.", "olena_k")


async def test_the_bots_own_rights_can_be_read(desk: Desk) -> None:
    group, _ = await desk.staff_group(bot_rights={"can_manage_topics": True})
    me = await desk.bot.get_chat_member(group, desk.bot.id)
    assert isinstance(me, ChatMemberAdministrator)
    assert (me.can_manage_topics, me.can_pin_messages) == (True, False)


async def test_members_have_their_status(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    stranger = await desk.people.user("Петро")
    assert (await desk.bot.get_chat_member(group, supervisor)).status == "creator"
    assert isinstance(await desk.bot.get_chat_member(group, stranger), ChatMemberLeft)
    with refused(TelegramBadRequest, "Bad Request: PARTICIPANT_ID_INVALID"):
        await desk.bot.get_chat_member(group, 4711)


async def test_restricted_and_removed_members_are_described(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    person = await desk.people.user("Петро")
    await desk.people.set_member(group, person, "restricted", {"can_send_messages": False})
    assert (await desk.bot.get_chat_member(group, person)).status == "restricted"
    await desk.people.set_member(group, person, "kicked")
    assert (await desk.bot.get_chat_member(group, person)).status == "kicked"


async def test_administrators_are_listed(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group()
    plain_member = await desk.people.user("Петро")
    await desk.people.set_member(group, plain_member, "member")
    admins = await desk.bot.get_chat_administrators(group)
    assert {admin.user.id for admin in admins} == {supervisor, desk.bot.id}
    assert await desk.bot.get_chat_member_count(group) == 3
    person = await desk.beneficiary()
    with refused(TelegramBadRequest, "Bad Request: there are no administrators in the private chat"):
        await desk.bot.get_chat_administrators(person)


async def test_the_bot_can_leave(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group()
    await desk.updates()
    assert await desk.bot.leave_chat(group)
    change = (await desk.updates())[0].my_chat_member
    assert change is not None
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("administrator", "left")
    with refused(TelegramForbiddenError, "Forbidden: bot is not a member of the supergroup chat"):
        await desk.bot.get_chat(group)
