"""Following a chat by its revisions, and the page's stream of events."""

import asyncio
import json
from typing import Any

from tests.simulator.conftest import Desk


async def test_every_change_raises_the_revision_and_can_be_asked_for(desk: Desk) -> None:
    person = await desk.beneficiary()
    start = (await desk.people.messages(person)).revision
    sent = await desk.bot.send_message(person, "раз")
    await desk.bot.edit_message_text("два", chat_id=person, message_id=sent.message_id)
    await desk.people.react(person, sent.message_id, person, "👍")
    page = await desk.people.messages(person, after=start)
    assert page.revision == start + 3
    assert [(shown.text, shown.revision) for shown in page.messages] == [("два", start + 3)]
    assert (await desk.people.messages(person, after=page.revision)).messages == []


async def test_a_wait_ends_with_the_next_change(desk: Desk) -> None:
    person = await desk.beneficiary()
    revision = (await desk.people.messages(person)).revision
    wait = asyncio.create_task(desk.people.messages(person, after=revision, wait=30))
    await desk.bot.send_message(person, "ось")
    page = await asyncio.wait_for(wait, 10)
    assert [shown.text for shown in page.messages] == ["ось"]


async def test_a_topic_can_be_read_alone_and_so_can_what_is_outside(desk: Desk) -> None:
    group, _ = await desk.staff_group()
    topic = await desk.bot.create_forum_topic(group, "тема")
    await desk.bot.send_message(group, "у темі", message_thread_id=topic.message_thread_id)
    await desk.bot.send_message(group, "загальне")
    inside = await desk.people.messages(group, thread=topic.message_thread_id)
    outside = await desk.people.messages(group, thread=0)
    assert [shown.text for shown in inside.messages] == ["", "у темі"]
    assert outside.messages[-1].text == "загальне"
    assert all(shown.thread is None for shown in outside.messages)


async def test_the_page_hears_of_every_change(desk: Desk) -> None:
    async with desk.http.get(f"{desk.sim.url}/sim/events") as stream:
        assert stream.content_type == "text/event-stream"
        await stream.content.readuntil(b"\n\n")
        person = await desk.beneficiary()
        await desk.people.advance(60)
        seen: list[Any] = []
        while len(seen) < 3:
            block = await asyncio.wait_for(stream.content.readuntil(b"\n\n"), 10)
            seen.append(json.loads(block.removeprefix(b"data: ")))
    assert seen == [{"users": True}, {"chat": person, "revision": 1}, {"clock": 60.0}]


async def test_a_file_can_be_shown_on_the_page(desk: Desk) -> None:
    person = await desk.people.user("Олена")
    sent = await desk.people.send_file(person, person, "document", b"%PDF", name="a.pdf")
    async with desk.http.get(f"{desk.sim.url}/sim/files/{sent['document']['file_id']}") as response:
        assert await response.read() == b"%PDF"
    async with desk.http.get(f"{desk.sim.url}/sim/files/none") as response:
        assert response.status == 404
