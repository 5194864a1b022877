"""An answer that looks odd waits for another look, and what follows waits behind it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.cases.close import Close, close
from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.reply import reply
from casework.context import Actor
from casework.errors import AlreadyGone, NamesAccount, NotYourWords, Stale
from casework.letters import kinds
from casework.letters.sights import ReplySight
from casework.people.export import Export, export
from casework.talk.decide import Decide, make_note, send_now
from casework.talk.sending import Reply, Sent
from casework.talk.waiting import LOOK_AGAIN, Waits, Why, tell_on_desk
from db.models import Case, Message
from db.repositories import letters, people
from rules.suspicion import Oddity
from tests.casework.world import GROUP, World

ODD, PLAIN = "Колего, чия це черга?", "Приїздіть у вівторок"


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; Олена waits for her answer."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def answers(world: World, member: Actor, case: Case, words: str, number: int = 500) -> Sent:
    """A staff member says `/a words`."""
    said = Reply(GROUP, case.topic_thread_id or 0, number, None, words, on_purpose=True)
    sent = await reply(world.ctx(member), said)
    assert sent is not None
    return sent


async def read_by(world: World, person: Actor) -> list[str]:
    """What leaves to the person now, of answers."""
    mine = [each for each in await world.deliver() if each[0].chat_id == person.telegram_id]
    new = [sight.shows for letter, sight in mine if letter.kind == kinds.StaffReply.kind]
    return [shows.text for shows in new if isinstance(shows, ReplySight)]


async def newest(world: World, case: Case) -> Message:
    """The last message of the case."""
    return (await world.messages(case))[-1]


async def test_it_leaves_after_a_minute_and_only_then_is_an_answer(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    sent = await answers(world, iryna, case, ODD)
    assert sent.waits == Waits(
        case.id, (await newest(world, case)).id, Why.LOOK, world.now + LOOK_AGAIN, frozenset({Oddity.COLLEAGUE})
    )
    assert await read_by(world, olena) == []
    assert (case.turn, case.waiting_since is not None, case.first_answered_at) == ("staff", True, None)
    assert (await world.history(case))[-1] == "reply-waits"
    world.wait(seconds=59)
    assert await read_by(world, olena) == []
    world.wait(seconds=1)
    assert await read_by(world, olena) == [ODD]
    assert (case.turn, case.waiting_since, case.first_answered_at) == ("person", None, world.now)
    [event] = [each for each in await world.events(case) if each.kind == "replied"]
    assert (event.actor_kind, event.actor_id) == ("caseworker", iryna.id)
    assert (await newest(world, case)).waits_for is None


async def test_what_follows_waits_behind_it_and_comes_in_order(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await answers(world, iryna, case, ODD)
    world.wait(seconds=20)
    assert (await answers(world, iryna, case, PLAIN, 501)).waits is None, "it just stands behind the other"
    assert await read_by(world, olena) == []
    world.wait(seconds=40)
    assert await read_by(world, olena) == [ODD, PLAIN]


async def test_the_lane_is_free_for_everything_else(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    other = await world.taken(olena, iryna, "Ще одне")
    await world.topic(other)
    await answers(world, iryna, other, PLAIN, 501)
    assert await read_by(world, olena) == [PLAIN]


async def test_closing_is_told_behind_it(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert await read_by(world, olena) == []
    world.wait(minutes=1)
    arrived = [letter.kind for letter, _ in await world.deliver() if letter.chat_id == olena.telegram_id]
    assert arrived == ["staff-reply", "case-closed"]


async def test_sent_now_it_leaves_with_what_stands_behind(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    waits = await newest(world, case)
    world.wait(seconds=5)
    await answers(world, iryna, case, PLAIN, 501)
    await send_now(world.ctx(iryna), Decide(case.id, waits.id))
    assert await read_by(world, olena) == [ODD, PLAIN]
    async with world.refused(AlreadyGone):
        await send_now(world.ctx(iryna), Decide(case.id, waits.id))


async def test_of_two_odd_ones_each_has_its_own_time(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    first = await newest(world, case)
    world.wait(seconds=10)
    await answers(world, iryna, case, "Вітаю, ____", 501)
    await answers(world, iryna, case, PLAIN, 502)
    await send_now(world.ctx(iryna), Decide(case.id, first.id))
    assert await read_by(world, olena) == [ODD]
    world.wait(seconds=60)
    assert await read_by(world, olena) == ["Вітаю, ____", PLAIN]


async def test_a_remark_never_goes_and_is_not_kept(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    waits = await newest(world, case)
    await answers(world, iryna, case, PLAIN, 501)
    await make_note(world.ctx(iryna), Decide(case.id, waits.id))
    assert [each.text for each in await world.messages(case) if each.author_kind == "staff"] == [PLAIN]
    assert await read_by(world, olena) == [PLAIN]
    world.wait(hours=1)
    assert await read_by(world, olena) == []
    assert "reply-is-note" in await world.history(case)
    async with world.refused(Stale):
        await make_note(world.ctx(iryna), Decide(case.id, waits.id))
    assert not await edit_reply(world.ctx(iryna), EditedReply(GROUP, 500, "Колего, глянь")), "it is a remark like any"


async def test_only_its_author_or_a_lead_decides(
    world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    await answers(world, iryna, case, ODD)
    waits = Decide(case.id, (await newest(world, case)).id)
    async with world.refused(NotYourWords):
        await make_note(world.ctx(andrii), waits)
    async with world.refused(NotYourWords):
        await send_now(world.ctx(andrii), waits)
    await make_note(world.ctx(lead), waits)


async def test_what_is_on_its_way_at_this_moment_is_no_remark_any_more(world: World, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    [letter] = await world.waiting(kinds.StaffReply)
    letter.lease_until = await letters.clock(world.uow.session) + timedelta(minutes=1)
    await world.uow.session.flush()
    async with world.refused(AlreadyGone):
        await make_note(world.ctx(iryna), Decide(case.id, (await newest(world, case)).id))


async def test_mended_it_leaves_at_once(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, "Приходьте до ____")
    world.wait(seconds=30)
    assert await edit_reply(world.ctx(iryna), EditedReply(GROUP, 500, "Приходьте до вівторка")) is True
    assert await read_by(world, olena) == ["Приходьте до вівторка"]


async def test_changed_and_still_odd_it_has_the_whole_minute_again(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await answers(world, iryna, case, "Приходьте до ____")
    await answers(world, iryna, case, PLAIN, 501)
    world.wait(seconds=30)
    changed = await edit_reply(world.ctx(iryna), EditedReply(GROUP, 500, "Приходьте до ____ з паспортом"))
    assert isinstance(changed, Waits)
    world.wait(seconds=59)
    assert await read_by(world, olena) == []
    world.wait(seconds=1)
    assert await read_by(world, olena) == ["Приходьте до ____ з паспортом", PLAIN]


async def test_a_letter_lost_between_two_processes_changes_nothing(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    """All that is known of the waiting stands in rows: another process finds the same."""
    await answers(world, iryna, case, ODD)
    world.uow.session.expire_all()
    world.wait(minutes=1)
    assert await read_by(world, olena) == [ODD]
    assert await read_by(world, olena) == []


async def test_what_waits_is_in_no_file_of_the_persons(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await answers(world, iryna, case, ODD)
    await export(world.ctx(olena), Export())
    [(_, sight)] = [(each, sight) for each, sight in await world.deliver() if each.kind == "own-data"]
    assert ODD not in repr(sight.shows)
    assert "Потрібна допомога" in repr(sight.shows)


async def test_for_a_watched_phone_it_waits_for_its_owner_and_counts_at_once(world: World, iryna: Actor) -> None:
    person = await world.watched()
    case = await world.taken(person, iryna)
    await world.topic(case)
    sent = await answers(world, iryna, case, ODD)
    assert sent.waits is not None
    assert sent.waits.until is None
    assert case.turn == "person"
    world.wait(hours=1)
    assert await read_by(world, person) == []
    await make_note(world.ctx(iryna), Decide(case.id, (await newest(world, case)).id))
    assert case.turn == "staff", "nothing was answered"
    await world.meets_again(person)
    assert await read_by(world, person) == []


async def test_who_hears_of_a_watched_phone_meanwhile_frees_nothing_before_its_time(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await answers(world, iryna, case, ODD)
    person = await people.by_id(world.uow.session, olena.id or 0)
    person.watched = True
    await people.hold_letters(world.uow.session, person.id, world.now + timedelta(days=1000))
    assert not await people.release_held_letters(
        world.uow.session, person.id, world.now + timedelta(days=1000), due=world.now
    )
    assert await people.release_held_letters(world.uow.session, person.id, world.now + timedelta(days=1000))
    assert await read_by(world, olena) == []
    world.wait(minutes=1)
    assert await read_by(world, olena) == [ODD]


async def test_where_nothing_can_be_whispered_the_desk_tells(world: World, iryna: Actor, case: Case) -> None:
    sent = await answers(world, iryna, case, ODD)
    assert sent.waits is not None
    await tell_on_desk(world.ctx(iryna), sent.waits)
    [(letter, _)] = [each for each in await world.deliver() if each[0].kind == "answer-waits"]
    assert letter.chat_id == iryna.telegram_id


@pytest.mark.parametrize(
    "said",
    [
        {"words": "Пишіть мені: @iryna_kovalenko"},
        {"words": "Пишіть мені: https://t.me/Iryna_Kovalenko"},
    ],
)
async def test_an_account_of_ones_own_does_not_go_out(
    world: World, iryna: Actor, case: Case, said: dict[str, str]
) -> None:
    at = (GROUP, case.topic_thread_id or 0, 500, None)
    async with world.refused(NamesAccount):
        await reply(world.ctx(iryna), Reply(*at, said["words"], on_purpose=True, account="iryna_kovalenko"))


async def test_a_contact_of_somebody_who_works_here_does_not_go_out(
    world: World, iryna: Actor, andrii: Actor, case: Case
) -> None:
    at = (GROUP, case.topic_thread_id or 0, 500, None)
    async with world.refused(NamesAccount):
        await reply(world.ctx(iryna), Reply(*at, "Ось", on_purpose=True, contact_of=andrii.telegram_id))


async def test_a_mention_of_an_account_without_a_name_is_odd(world: World, iryna: Actor, case: Case) -> None:
    said = Reply(GROUP, case.topic_thread_id or 0, 500, None, "Спитайте Андрія", on_purpose=True, mentions=True)
    sent = await reply(world.ctx(iryna), said)
    assert sent is not None
    assert sent.waits is not None
    assert sent.waits.odd == {Oddity.COLLEAGUE}
