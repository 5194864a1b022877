"""A file that is made when its letter leaves, and messages that are taken out of a chat."""

from __future__ import annotations

import pytest

from casework.letters import kinds
from tests.bot.telegram.post import Post


async def test_the_file_arrives_with_its_caption_and_stays_nowhere_with_us(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.OwnData(), key="1")
    await post.deliver()
    [shown] = [each for each in (await post.folk.messages(person)).messages if "document" in each.message]
    assert shown.message["document"]["file_name"].endswith(".html")
    [letter] = await post.letters()
    assert letter.sent_at is not None
    assert letter.telegram_message_id == shown.id
    assert letter.rendered is not None
    assert "<html" not in letter.rendered
    assert letter.rendered.startswith(shown.text[:20])


async def test_a_file_whose_sending_fails_is_sent_once_telegram_is_back(post: Post) -> None:
    person = await post.person()
    await post.folk.fault("500", method="sendDocument", times=1)
    await post.tell(person, kinds.OwnData(), key="1")
    await post.deliver()
    assert sum("document" in each.message for each in (await post.folk.messages(person)).messages) == 1


async def test_what_we_wrote_is_swept_but_for_the_screen_that_stands(post: Post) -> None:
    person = await post.person()
    for number in range(3):
        await post.tell(person, kinds.UpdateParked(f"{number}"), key=f"{number}")
    await post.screen(person, kinds.HelpScreen())
    await post.deliver()
    own = [each.id for each in (await post.folk.messages(person)).messages if each.sender == person]
    await post.tell(person, kinds.ChatSweep(own))
    await post.deliver()
    left = [each for each in (await post.folk.messages(person)).messages if not each.deleted]
    assert len(left) == 1
    assert "/privacy" in left[0].text


async def test_many_messages_go_by_the_hundred(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.ChatSweep(list(range(1000, 1250))))
    await post.deliver()
    assert await post.made("deleteMessages", person) == 3
    [letter] = await post.letters()
    assert letter.sent_at is not None


@pytest.mark.parametrize("kind", ["400", "403"])
async def test_what_telegram_does_not_let_go_holds_nothing_up(post: Post, kind: str) -> None:
    person = await post.person()
    await post.folk.fault(kind, method="deleteMessages", times=1)
    await post.tell(person, kinds.ChatSweep([1, 2]))
    await post.tell(person, kinds.UpdateParked("7"), key="7")
    await post.deliver()
    assert any("7" in text for text in await post.texts(person))
    [sweep] = await post.letters(kind="chat-sweep")
    assert (sweep.parked_at is None) is (kind == "400"), "nobody has to look into what Telegram does not let go"


async def test_a_sweep_that_is_held_up_is_done_once_telegram_allows(post: Post) -> None:
    person = await post.person()
    await post.folk.fault("429", method="deleteMessages", times=1, retry_after=1)
    await post.tell(person, kinds.ChatSweep([1, 2]))
    await post.deliver()
    assert await post.made("deleteMessages", person) == 1


async def test_nothing_to_sweep_is_no_call(post: Post) -> None:
    person = await post.person()
    await post.tell(person, kinds.ChatSweep([]))
    await post.deliver()
    assert await post.made("deleteMessages", person) == 0
    [letter] = await post.letters()
    assert letter.reason == "stale"
