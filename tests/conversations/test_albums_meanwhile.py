"""An album whose members come one by one, with something in between: none is lost, and it is one album in the topic."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.util import await_only

from simulator.seen import Shown
from tests.conversations.papers import photo
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_for_another import CALL, SEND
from tests.conversations.test_odd_messages import DRAFTS, PASS_WORDS, at_birth
from tests.conversations.words import RECEIVED, label

ALBUM = "7001"
WORDS = "Куди мені прийти?"
WORDS_THAT_WAIT = "drafts.form_id IS NULL ORDER BY drafts.id"
"""What a screen reads last: the words and files that it offers to pass on."""


@dataclass
class Held:
    """A reading that waits. `begun`: somebody is about to read; `goes_on`: they may."""

    begun: asyncio.Event = field(default_factory=asyncio.Event)
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)


@contextmanager
def held(stage: Stage, reading: str) -> Iterator[Held]:
    """Holds up the bot's statements with these words in them."""
    engine, hold = stage.app.database.engine.sync_engine, Held()

    def wait(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if reading in statement:
            hold.begun.set()
            await_only(hold.goes_on.wait())

    event.listen(engine, "before_cursor_execute", wait)
    try:
        yield hold
    finally:
        hold.goes_on.set()
        event.remove(engine, "before_cursor_execute", wait)


async def passes(person: Talker, photos: int, after: int) -> None:
    """The form shows so many photos that came beside it; they are to go along."""
    name = f"фото × {photos}" if photos > 1 else "фото"
    await person.waits(lambda each: each.id > after and name in each.text and offers(each, PASS_WORDS), name)
    await person.press(PASS_WORDS)
    await person.scene.settled()


async def sends(person: Talker) -> None:
    """The rest of the form."""
    for words in ("75", "Так, знає", "0501234567", CALL):
        await person.send(words)
    await person.press(SEND)
    await person.sees(RECEIVED)
    await person.scene.settled()


async def in_the_topic(stage: Stage, photos: int) -> Shown:
    """The one message with the whole album."""
    thread, show_all = await stage.the_thread(), label("button-show-files", count=photos)
    found = await stage.iryna.finds(thread, lambda each: offers(each, show_all), show_all)
    assert sum("фото" in each.text for each in await stage.iryna.seen_in(thread)) == 1, "one album, one message"
    return found


async def test_a_button_is_of_the_moment_of_what_stands_above_it(stage: Stage) -> None:
    """One more photo is kept while the screen about the first one is made."""
    person = await at_birth(stage)
    await stage.settled()
    await stage.people.fault("502", method="editMessageText", chat=person.id, until_cleared=True)
    with held(stage, WORDS_THAT_WAIT) as reading:
        at = await person.attaches(photo(), caption="дах", album=ALBUM)
        await reading.begun.wait()
        await person.attaches(photo(), caption="стіна", album=ALBUM)
        await stage.until(DRAFTS, 3)
        reading.goes_on.set()
        first = await person.waits(lambda each: each.id > at and offers(each, PASS_WORDS), PASS_WORDS)
    assert "дах" in first.text
    assert "стіна" not in first.text, "it came behind what these buttons are for"
    await stage.people.clear_faults()
    await passes(person, 2, at)
    await sends(person)
    shown = await in_the_topic(stage, 2)
    assert shown.text.index("дах") < shown.text.index("стіна")


async def test_what_comes_after_the_answer_about_the_others_is_asked_about_and_joins_them(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.attaches(photo(), caption="дах", album=ALBUM)
    await passes(person, 1, at)
    at = await person.attaches(photo(), album=ALBUM)
    await passes(person, 1, at)
    await stage.later(hours=1)
    at = await person.attaches(photo(), caption="стіна", album=ALBUM)
    await passes(person, 1, at)
    await sends(person)
    shown = await in_the_topic(stage, 3)
    assert shown.text.index("дах") < shown.text.index("стіна")
    assert await stage.count(DRAFTS) == 0


async def test_the_form_is_sent_between_two_members_and_the_last_one_joins_the_first(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.attaches(photo(), caption="дах", album=ALBUM)
    await passes(person, 1, at)
    await sends(person)
    await stage.later(hours=1)
    await person.attaches(photo(), caption="стіна", album=ALBUM)
    await stage.settled()
    shown = await in_the_topic(stage, 2)
    assert shown.text.index("дах") < shown.text.index("стіна")
    assert await stage.count(DRAFTS) == 0


async def test_a_form_that_is_sent_with_a_member_undecided_asks_where_it_belongs(stage: Stage) -> None:
    person = await at_birth(stage)
    at = await person.attaches(photo(), caption="дах", album=ALBUM)
    await passes(person, 1, at)
    at = await person.attaches(photo(), caption="стіна", album=ALBUM)
    await person.waits(lambda each: each.id > at and "стіна" in each.text and offers(each, PASS_WORDS), "стіна")
    await sends(person)
    assert await stage.count(DRAFTS) == 1, "it waits for the person's word"
    number = await stage.the_number()
    asks = await person.waits(lambda each: "стіна" in each.text and number in str(each.buttons), number)
    await person.press(next(each["text"] for each in asks.buttons if number in each["text"]))
    await stage.settled()
    shown = await in_the_topic(stage, 2)
    assert shown.text.index("дах") < shown.text.index("стіна")


async def test_of_a_caseworkers_album_a_late_member_comes_by_itself(stage: Stage) -> None:
    """What begins an album goes to the person, and so does the rest of it, however late: only it is a reply."""
    olena, thread = await stage.with_case("Олена", WORDS)
    await stage.iryna.attaches_in(thread, photo(), to=WORDS, caption="вхід", album=ALBUM)
    await stage.settled()
    await stage.later(minutes=1)
    await olena.sees("вхід")
    await stage.settled()
    await stage.iryna.attaches_in(thread, photo(), caption="коридор", album=ALBUM)
    await stage.settled()
    await stage.later(minutes=1)
    await olena.sees("коридор")
    await stage.settled()
    assert len([each for each in await olena.chat() if "photo" in each.message]) == 2
