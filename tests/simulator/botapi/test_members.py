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


async def test_a_member_is_put_out_and_may_come_again(desk: Desk) -> None:
    group, _ = await desk.staff_group(bot_rights={"can_restrict_members": True})
    person = await desk.people.user("Петро")
    await desk.people.set_member(group, person, "member")
    assert await desk.bot.ban_chat_member(group, person)
    assert (await desk.bot.get_chat_member(group, person)).status == "kicked"
    assert await desk.bot.ban_chat_member(group, person), "once more is no harm"
    assert await desk.bot.unban_chat_member(group, person, only_if_banned=True)
    assert isinstance(await desk.bot.get_chat_member(group, person), ChatMemberLeft)


async def test_only_a_banned_one_is_let_in_again_and_a_member_stays(desk: Desk) -> None:
    group, _ = await desk.staff_group(bot_rights={"can_restrict_members": True})
    person = await desk.people.user("Петро")
    await desk.people.set_member(group, person, "member")
    await desk.bot.unban_chat_member(group, person, only_if_banned=True)
    assert (await desk.bot.get_chat_member(group, person)).status == "member"
    await desk.bot.unban_chat_member(group, person)
    assert isinstance(await desk.bot.get_chat_member(group, person), ChatMemberLeft)


async def test_whom_a_bot_cannot_put_out(desk: Desk, refused: Refused) -> None:
    group, supervisor = await desk.staff_group(bot_rights={"can_restrict_members": True})
    chief = await desk.people.user("Петро")
    await desk.people.set_member(group, chief, "administrator")
    with refused(TelegramBadRequest, "Bad Request: can't remove chat owner"):
        await desk.bot.ban_chat_member(group, supervisor)
    with refused(TelegramBadRequest, "Bad Request: user is an administrator of the chat"):
        await desk.bot.ban_chat_member(group, chief)
    with refused(TelegramBadRequest, "Bad Request: PARTICIPANT_ID_INVALID"):
        await desk.bot.ban_chat_member(group, 4711)
    with refused(TelegramBadRequest, "Bad Request: chat member status can't be changed in private chats"):
        await desk.bot.ban_chat_member(chief, chief)


async def test_without_the_right_nobody_is_put_out(desk: Desk, refused: Refused) -> None:
    group, _ = await desk.staff_group(bot_rights={"can_manage_topics": True})
    person = await desk.people.user("Петро")
    await desk.people.set_member(group, person, "member")
    with refused(TelegramBadRequest, "Bad Request: not enough rights to restrict/unrestrict chat member"):
        await desk.bot.ban_chat_member(group, person)
