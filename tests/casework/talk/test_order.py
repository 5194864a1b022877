"""Whatever is said to a person leaves behind what was said before: an album that is still coming in, another look."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from casework.canned.send import SendAnswer, send_answer
from casework.canned.write import WriteAnswer, write_answer
from casework.cases.relay import ALBUM_ARRIVES
from casework.cases.reply import reply
from casework.cases.step import Step, step
from casework.context import Actor
from casework.documents.ask import ListDocuments, PickDocument, ask_documents, pick_document
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.pages.send import SendPage, send_page
from casework.talk.decide import Decide, make_note, send_now
from casework.talk.sending import Reply
from casework.talk.waiting import LOOK_AGAIN
from db.models import Case
from rules.cases import Turn, Verb
from rules.files import FileKind
from rules.roles import Role
from tests.casework.world import GROUP, World

ODD, PAGE = "Колего, чия це черга?", "idp-certificate"

Says = Callable[[World, Actor, Case], Awaitable[object]]


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; Олена waits for her answer."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def canned_answer(world: World, member: Actor, case: Case) -> object:
    lead = await world.staff(Role.SUPERVISOR, "Оксана")
    answer = await write_answer(world.ctx(lead), WriteAnswer("Назва\nПриїздіть у вівторок", "uk", group="any"))
    return await send_answer(world.ctx(member), SendAnswer(case.id, answer, 1))


async def page(world: World, member: Actor, case: Case) -> object:
    return await send_page(world.ctx(member), SendPage(case.id, PAGE))


async def documents(world: World, member: Actor, case: Case) -> object:
    await pick_document(world.ctx(member), PickDocument(case.id, "application"))
    return await ask_documents(world.ctx(member), ListDocuments(case.id))


async def next_step(world: World, member: Actor, case: Case) -> object:
    return await step(world.ctx(member), Step(case.id, Verb.ASSESS, letter=True))


BY_A_PRESS = [
    (canned_answer, kinds.StaffReply),
    (page, kinds.pages.InfoPage),
    (documents, kinds.documents.DocumentsAsked),
    (next_step, kinds.CaseStep),
]


async def leave(world: World, person: Actor) -> list[str]:
    """The kinds of what leaves to the person now, screens left out."""
    sent = [each for each, _ in await world.deliver() if each.chat_id == person.telegram_id and each.slot_id is None]
    return [each.kind for each in sent]


async def photo_of_album(world: World, member: Actor, case: Case, number: int) -> None:
    item = Attachment(FileKind.PHOTO, f"file-{number}", f"unique-{number}", album="7")
    said = Reply(GROUP, case.topic_thread_id or 0, number, None, "ось вхід", on_purpose=True, attached=item)
    assert await reply(world.ctx(member), said) is not None


@pytest.mark.parametrize(("says", "letter"), BY_A_PRESS, ids=lambda each: getattr(each, "__name__", ""))
async def test_what_is_sent_by_a_press_waits_behind_another_look(
    world: World, olena: Actor, iryna: Actor, case: Case, says: Says, letter: type[kinds.Letter]
) -> None:
    await world.answers(iryna, case, ODD)
    await says(world, iryna, case)
    assert await leave(world, olena) == []
    world.wait(seconds=LOOK_AGAIN.total_seconds())
    assert await leave(world, olena) == [kinds.StaffReply.kind, letter.kind]


@pytest.mark.parametrize(("says", "letter"), BY_A_PRESS, ids=lambda each: getattr(each, "__name__", ""))
@pytest.mark.parametrize("decide", [send_now, make_note])
async def test_it_leaves_with_what_is_decided_about_the_odd_one(
    world: World,
    olena: Actor,
    iryna: Actor,
    case: Case,
    says: Says,
    letter: type[kinds.Letter],
    decide: Callable[..., Awaitable[object]],
) -> None:
    await world.answers(iryna, case, ODD)
    odd = (await world.messages(case))[-1].id
    await says(world, iryna, case)
    await decide(world.ctx(iryna), Decide(case.id, odd))
    first = [kinds.StaffReply.kind] if decide is send_now else []
    assert await leave(world, olena) == [*first, letter.kind]


async def test_an_answer_by_a_press_counts_once_it_has_left(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, ODD)
    await page(world, iryna, case)
    assert (case.waiting_since is not None, case.turn) == (True, Turn.STAFF)
    assert (await world.history(case)).count("replied") == 0
    world.wait(seconds=LOOK_AGAIN.total_seconds())
    await world.deliver()
    assert (case.waiting_since, case.turn) == (None, Turn.PERSON)
    assert (await world.history(case)).count("replied") == 2


@pytest.mark.parametrize(("says", "letter"), BY_A_PRESS, ids=lambda each: getattr(each, "__name__", ""))
async def test_what_follows_an_album_leaves_behind_it(
    world: World, olena: Actor, iryna: Actor, case: Case, says: Says, letter: type[kinds.Letter]
) -> None:
    await photo_of_album(world, iryna, case, 601)
    world.wait(milliseconds=300)
    await photo_of_album(world, iryna, case, 602)
    await world.answers(iryna, case, "Зайдіть звідси")
    world.wait(seconds=1)
    await says(world, iryna, case)
    assert await leave(world, olena) == []
    world.wait(seconds=ALBUM_ARRIVES.total_seconds())
    left = await leave(world, olena)
    assert left[0] == kinds.StaffFile.kind
    assert left[-2:] == [kinds.StaffReply.kind, letter.kind]


async def test_words_before_the_album_is_whole_do_not_pass_words_that_wait_for_it(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await photo_of_album(world, iryna, case, 601)
    world.wait(milliseconds=100)
    await photo_of_album(world, iryna, case, 602)
    await world.answers(iryna, case, "перше")
    # The first item may leave, the second and the words behind it not yet.
    world.wait(milliseconds=1950)
    await world.answers(iryna, case, "друге")
    assert set(await leave(world, olena)) <= {kinds.StaffFile.kind}
    world.wait(seconds=2)
    texts = [sight.shows for letter, sight in await world.deliver() if letter.kind == kinds.StaffReply.kind]
    assert [getattr(each, "text", None) for each in texts] == ["перше", "друге"]


async def test_without_an_album_nothing_waits(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, "перше")
    await page(world, iryna, case)
    assert await leave(world, olena) == [kinds.StaffReply.kind, kinds.pages.InfoPage.kind]
    await photo_of_album(world, iryna, case, 601)
    world.wait(seconds=ALBUM_ARRIVES.total_seconds())
    await world.answers(iryna, case, "друге")
    assert await leave(world, olena) == [kinds.StaffFile.kind, kinds.StaffReply.kind]
