"""A staff member who writes down what somebody says on the phone, and the person who has a code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from sqlalchemy import select

from casework.cases.take import Take, take
from casework.context import Actor
from casework.letters.sights import ReplySight, Sight
from casework.registering.answer import DONE, NO, YES, Press, press
from casework.registering.begin import Begin, begin
from casework.registering.by_code import LinkByCode, Linked, link_by_code
from casework.registering.register import Register, register
from casework.registering.say import Say, say
from db.models import Case, Letter, LinkCode, Registration
from db.repositories import linking, registering
from rules.local_time import local_date
from rules.registering import SKIPPED, Step
from tests.casework.world import World

PHONE = "050 123 45 67"
E164 = "+380501234567"
WORDS = "Просить дрова на зиму, живе сама"
_numbers = count(50_000)

Answers = dict[Step, str | None]


def usual(world: World) -> Answers:
    """What is answered where a test says nothing else; None: typed."""
    return {
        Step.CHANNEL: "call",
        Step.DANGER: NO,
        Step.PHONE: None,
        Step.KNOWN: "0",
        Step.NAME: None,
        Step.SERVICE: "in-kind",
        Step.FORMAL: NO,
        Step.PLACE: SKIPPED,
        Step.LANGUAGE: "uk",
        Step.WORDS: None,
        Step.DAY: str(local_date(world.now).toordinal()),
        Step.GROUND: "oral",
    }


TYPED = {Step.PHONE: PHONE, Step.NAME: "Галина Петрівна", Step.WORDS: WORDS}


async def types(world: World, member: Actor, text: str) -> Step:
    """A message on the desk."""
    return await say(world.ctx(member), Say(text, member.telegram_id or 0, next(_numbers)))


async def own(world: World, member: Actor) -> Registration:
    """What the member has not finished."""
    found = await registering.open_of(world.uow.session, member.id or 0)
    assert found is not None
    return found


async def fills_in(world: World, member: Actor, **given: str | None) -> Registration:
    """Everything up to the preview; `given`: answers by the name of their step."""
    answers = usual(world) | {Step(name): value for name, value in given.items()}
    step = await begin(world.ctx(member), Begin())
    found = await own(world, member)
    while step is not Step.PREVIEW:
        value = answers[step]
        if value is None:
            step = await types(world, member, TYPED[step])
            value = DONE if step is Step.WORDS and "written" not in given else None
        if value is not None:
            step = await press(world.ctx(member), Press(found.id, step, value))
    return found


async def registered(world: World, member: Actor, **given: str | None) -> Case:
    """The case that it becomes."""
    found = await fills_in(world, member, **given)
    return await register(world.ctx(member), Register(found.id))


async def taken_by_phone(world: World, member: Actor) -> Case:
    """A case that came by phone, with its topic; the member has it, and everything has arrived."""
    case = await registered(world, member)
    await take(world.ctx(member), Take(case.id))
    await world.topic(case)
    return case


async def in_danger(world: World, member: Actor) -> Case:
    """A call for help."""
    return await registered(world, member, danger=YES)


def shown(sent: Sequence[tuple[Letter, Sight]], kind: str) -> Any:
    """What the first letter of a kind shows."""
    return next(sight.shows for letter, sight in sent if letter.kind == kind)


def read_out(letters: Sequence[Sight]) -> list[str]:
    """The answers that whoever tells it reads, word for word."""
    return [each.shows.text for each in letters if isinstance(each.shows, ReplySight)]


async def code_of(world: World, case: Case) -> str:
    """What is read out."""
    row = await linking.of_case(world.uow.session, case.id)
    assert row is not None
    assert row.code is not None
    return row.code


async def sends(world: World, actor: Actor, code: str) -> Linked:
    """Somebody sends digits from their own account."""
    return await link_by_code(world.ctx(actor), LinkByCode(code, "Я вже зверталася"))


async def codes(world: World) -> list[LinkCode]:
    """All of them, as they are now."""
    await world.uow.session.flush()
    query = select(LinkCode).order_by(LinkCode.id).execution_options(populate_existing=True)
    return list((await world.uow.session.scalars(query)).all())
