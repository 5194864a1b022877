"""Each act tried by everybody in everybody's case: what comes of it, cell by cell."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy.exc import IntegrityError, NoResultFound

from casework.act import ACTS
from casework.cases.reply import reply
from casework.context import MACHINE, OPERATOR, Actor, Context
from casework.errors import NoSuchCase, NotOwner, NotPermitted, ReasonNeeded, Refusal, TakeFirst
from casework.notes.add import AddNote, add_note
from casework.notes.writing import Note
from casework.talk.sending import Reply
from rules.roles import Role
from tests.casework.cases.test_access import BY_CASE, ByCase
from tests.casework.world import CATALOGUE, ELSEWHERE, NOW, OTHER_GROUP, World

ALLOWED = "."
LETTERS: Mapping[type[Refusal], str] = {
    NotPermitted: "r",
    NoSuchCase: "n",
    NotOwner: "o",
    TakeFirst: "t",
    ReasonNeeded: "w",
}
"""How a refusal of rights stands in the table; whatever else an act says, it says to somebody who may ask."""


@dataclass(frozen=True, slots=True)
class There:
    """A case by what names it; rows expire with every savepoint."""

    id: int
    chat_id: int
    thread_id: int


async def department(world: World) -> tuple[dict[str, Actor], dict[str, There]]:
    """Everybody who tries, and every case in which they try."""
    olena, mykola = await world.person("Олена"), await world.person("Микола")
    here = {
        "owner": await world.staff(Role.CASEWORKER, "Ірина"),
        "colleague": await world.staff(Role.CASEWORKER, "Андрій"),
        "supervisor": await world.staff(Role.SUPERVISOR, "Надія"),
        "admin": await world.staff(Role.ADMIN, "Павло"),
    }
    there = {
        f"{role.value} elsewhere": await world.staff(role, f"Чужа {role.value}", ELSEWHERE)
        for role in (Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN)
    }
    await world.bind(there["supervisor elsewhere"], OTHER_GROUP, ELSEWHERE)
    cases = {
        "taken": await world.taken(olena, here["owner"]),
        "unowned": await world.case(olena, "Ще одне прохання"),
        "danger": await world.taken(olena, here["owner"], "Чоловік мене б’є"),
        "covered": await world.taken(olena, here["owner"], "Про рідних"),
    }
    world.organisation = ELSEWHERE
    cases["elsewhere"] = await world.case(mykola)
    world.organisation = "luhansk"
    for each in cases.values():
        await world.topic(each)
    for known in (olena, mykola):
        (await world.row(known)).phone = "+380671112233"
    (await world.row(olena)).human_only = True
    await world.uow.session.flush()
    who = {"stranger": Actor(Role.STRANGER), "person": olena, "another": mykola, **here, **there}
    there_are = {
        name: There(each.id, each.topic_chat_id or 0, each.topic_thread_id or 0) for name, each in cases.items()
    }
    return {**who, "operator": OPERATOR, "machine": MACHINE}, there_are


Try = Callable[[Context, There], Awaitable[Any]]


def _by_id(do: ByCase) -> Try:
    return lambda ctx, case: do(ctx, case.id)


def every_try() -> dict[str, Try]:
    """The acts that can be tried in any case, with how."""
    return {
        **{name: _by_id(do) for name, do in BY_CASE.items()},
        "case.reply": lambda ctx, case: reply(
            ctx, Reply(case.chat_id, case.thread_id, 900, None, "Вітаю", on_purpose=True)
        ),
        "note.add": lambda ctx, case: add_note(
            ctx, AddNote(case.thread_id, Note("Подзвонити завтра", case.chat_id, 901))
        ),
    }


def forget_rows(world: World) -> None:
    """A try that was taken back leaves no row behind, nor the thought that one is locked."""
    world.uow.session.expunge_all()
    world.uow.session.info.clear()


STUMBLED = (NoResultFound, IntegrityError)
"""What comes of a number that names nothing, once the actor was let in."""


async def outcome(world: World, actor: Actor, case: There, do: Try) -> str:
    """What comes of one try, which leaves nothing behind."""
    savepoint = await world.uow.session.begin_nested()
    try:
        await do(world.ctx(actor), case)
    except Refusal as refusal:
        return LETTERS.get(type(refusal), ALLOWED)
    except STUMBLED:
        return ALLOWED
    finally:
        await savepoint.rollback()
        forget_rows(world)
    return ALLOWED


async def at_the_door(name: str, actor: Actor) -> str:
    """What an act says to a role that names no case at all: an act that starts stumbles at once."""
    ctx = Context(cast(Any, None), actor, NOW, CATALOGUE)
    try:
        await ACTS[name](ctx, None)
    except NotPermitted:
        return LETTERS[NotPermitted]
    except Exception:  # noqa: BLE001 - it started
        return ALLOWED
    return ALLOWED
