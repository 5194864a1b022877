"""Every kind of letter finds its data when it is sent, and says nothing that is no longer true."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import delete

from casework.cases.close import Close, close
from casework.cases.release import Release, release
from casework.cases.reopen import Reopen, reopen
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import KINDS, Letter
from casework.letters.view.look import VIEWS
from casework.people.erase import Erase, erase
from casework.people.send_words import DropWords, drop_words
from casework.staff.join import ShowDesk, desk
from db.models import Alarm, Case, InboxUpdate, Pair, StaffMember
from db.models import Letter as Row
from db.repositories import people, staff
from tests.casework.letters.samples import sample
from tests.casework.problems.parked import parked_update
from tests.casework.world import GROUP, World

CLOSED = {"case-closed"}
"""Kinds that are true of a closed case only."""
TO_LEADS: set[type[Letter]] = {
    kinds.ProblemsScreen,
    kinds.ProblemDropAskScreen,
    kinds.ProblemsFound,
    kinds.GroupAway,
    kinds.GroupBack,
    kinds.MessagesLostReport,
}


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case in the middle of its life: answered in its topic, with words that wait beside it."""
    made = await world.taken(olena, iryna, "Потрібна довідка")
    await world.topic(made)
    await world.answers(iryna, made, "Надішліть копію")
    await world.deliver()
    await world.says(olena, "А ще про субсидію", new=True)
    return made


async def row(world: World, letter: Letter, olena: Actor) -> Row:
    """The letter as it stands in the outbox."""
    made = Row(lane="p:1", priority=2, kind=letter.kind, facts=letter.facts(), chat_id=1, written_at=world.now)
    made.person_id = olena.id
    return made


async def made_of(world: World, kind: type[Letter], case: Case, iryna: Actor) -> Letter:
    """A letter of this kind about real things."""
    by_staff = kind.kind.startswith(("staff-reply", "delivery", "reply-un", "opened-reply"))
    messages = {message.author_kind: message.id for message in await world.messages(case)}
    if kind in (kinds.StaffReply, kinds.PersonMessage):
        await world.uow.session.execute(delete(Pair).where(Pair.side == "copy"))  # it was not carried yet
    about: dict[str, Any] = await about_trouble(world, kind, iryna) if kind in TO_LEADS else {}
    about |= await about_danger(world, kind, case)
    return sample(
        kind,
        case_id=case.id,
        staff_id=iryna.id,
        message_id=messages["staff" if by_staff else "person"],
        part=0,
        revision=0,
        topic=1,
        event="withdrawn",
        language="uk",
        cases=1,
        **about,
    )


async def about_danger(world: World, kind: type[Letter], case: Case) -> dict[str, Any]:
    """What such letters need to be true: a standing alarm, letters that are frozen, a case that nobody has."""
    person = await people.by_id(world.uow.session, case.person_id)
    if kind is kinds.LettersFrozen:
        person.frozen_at = world.now
    if kind is kinds.OneHumanWanted:
        case.owner_id = None
    if "alarm_id" not in kind.__dataclass_fields__:
        return {}
    alarm = Alarm(
        case_id=case.id,
        cause="pressed",
        opened_case=False,
        raised_at=world.now,
        promise="on-duty",
        promised_at=world.now,
    )
    world.uow.session.add(alarm)
    await world.uow.session.flush()
    return {"alarm_id": alarm.id}


async def about_trouble(world: World, kind: type[Letter], iryna: Actor) -> dict[str, Any]:
    """Something was put aside, the group is away (or back), and Ірина leads: what such a letter names."""
    (await world.uow.session.get_one(StaffMember, iryna.id)).role = "supervisor"
    group = await staff.group(world.uow.session, GROUP)
    assert group is not None
    if kind is kinds.GroupAway:
        group.away_since, group.away_reason = world.now, "removed"
    problem = await parked_update(world, "p:1")
    return {"unowned": True, "way": "in", "id": problem, "group_id": group.id, "reason": "removed"}


def test_every_kind_has_a_view() -> None:
    assert sorted(VIEWS) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_true_is_shown(world: World, olena: Actor, iryna: Actor, case: Case, kind: str) -> None:
    if kind in CLOSED:
        await close(world.ctx(iryna), Close(case.id, "helped"))
    sight = await world.sight(await row(world, await made_of(world, KINDS[kind], case, iryna), olena))
    assert sight is not None
    assert (sight.kind, sight.language) == (kind, "uk")
    if KINDS[kind].policy.form in ("edit", "reaction"):
        assert sight.edit is not None


@pytest.mark.parametrize("kind", [name for name in KINDS if name not in {"join-failed"}])
async def test_a_person_reads_their_own_language_and_the_group_ukrainian(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: str
) -> None:
    (await world.row(olena)).language = "en"
    member = await world.uow.session.get_one(StaffMember, iryna.id)
    member.language = "en"
    if kind in CLOSED:
        await close(world.ctx(iryna), Close(case.id, "helped"))
    sight = await world.sight(await row(world, await made_of(world, KINDS[kind], case, iryna), olena))
    assert sight is not None
    in_group = {
        "card", "topic-head", "person-message", "person-message-edited", "topic-summary", "case-news", "delivery-mark",
        "reply-undelivered", "group-bound", "letters-frozen",
    }  # fmt: skip
    assert sight.language == ("uk" if kind in in_group else "en")


Happening = Callable[[World, Actor, Actor, Case], Awaitable[Any]]


async def _closed(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))


async def _reopened(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))
    await reopen(world.ctx(iryna), Reopen(case.id))


async def _withdrawn(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await withdraw(world.ctx(olena), Withdraw(case.id))


async def _released(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await release(world.ctx(iryna), Release(case.id))


async def _erased(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await erase(world.ctx(olena), Erase())


async def _dropped(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await drop_words(world.ctx(olena), DropWords((await world.drafts(olena))[-1].id))


async def _removed(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await desk(world.ctx(iryna), ShowDesk())
    (await world.uow.session.get_one(StaffMember, iryna.id)).removed_at = world.now


async def _outdated(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    for message in await world.messages(case):
        message.revision = 2


async def _carried(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    for number, message in enumerate(await world.messages(case), start=900):
        world.uow.session.add(Pair(message_id=message.id, side="copy", part=0, chat_id=1, telegram_message_id=number))


async def _remade(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    case.topics_made = 2


async def _demoted(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    (await world.uow.session.get_one(StaffMember, iryna.id)).role = "caseworker"


async def _decided(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.uow.session.execute(delete(InboxUpdate))


async def _other_episode(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    group = await staff.group(world.uow.session, GROUP)
    assert group is not None
    group.away_since, group.away_reason = world.now, "no-rights"


NO_LONGER_TRUE: list[tuple[Happening, str]] = [
    (_decided, "problem-drop-ask"),
    (_decided, "problems-found"),
    (_other_episode, "group-away"),
    (_other_episode, "group-back"),
    (_closed, "messages-lost"),
    *((_demoted, kind.kind) for kind in sorted(TO_LEADS, key=lambda each: each.kind)),
    (_released, "case-taken"),
    (_closed, "case-taken"),
    (_closed, "words-added"),
    (_closed, "case-reopened"),
    (_withdrawn, "words-added"),
    (_withdrawn, "case-closed"),
    (_reopened, "case-closed"),
    (_dropped, "offer-case"),
    (_dropped, "choose-case"),
    (_carried, "staff-reply"),
    (_carried, "person-message"),
    (_outdated, "staff-reply-edited"),
    (_outdated, "person-message-edited"),
    (_remade, "topic-summary"),
    (_removed, "desk-home"),
    (_removed, "desk-details"),
    *(
        (_erased, kind)
        for kind in (
            "case-received", "case-taken", "case-closed", "case-reopened", "words-added", "staff-reply",
            "staff-reply-edited", "person-message", "person-message-edited", "card", "offer-case", "choose-case",
            "delivery-mark", "reply-undelivered",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("happening", "kind"), NO_LONGER_TRUE, ids=lambda value: getattr(value, "__name__", value))
async def test_what_is_no_longer_true_is_not_said(
    world: World, olena: Actor, iryna: Actor, case: Case, happening: Happening, kind: str
) -> None:
    letter = await made_of(world, KINDS[kind], case, iryna)
    await happening(world, olena, iryna, case)
    assert await world.sight(await row(world, letter, olena)) is None


async def test_another_persons_case_is_not_shown_as_ones_own(
    world: World, olena: Actor, mykola: Actor, case: Case
) -> None:
    assert await world.sight(await row(world, kinds.MyCaseScreen(case.id), mykola)) is None
