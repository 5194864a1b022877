"""The made-up campaign of 5,000 applications as rows of the database, as if a department had taken and checked them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, inspect

from casework.context import Actor
from db.models import Base, Case, CaseEvent, Person
from db.models.search import human_hash
from rules.allocation.asked import Wish
from rules.forms.dates import read_date
from rules.recreation.applications import Standing
from rules.recreation.editing import Field
from tests.casework.allocation.campaign import AFTER, Sharing
from tests.casework.recreation.programme import Programme, child
from tests.casework.world import World
from tests.rules.allocation.invented import PAPERS_BY, TODAY, Campaign, Filed, Row

LATER = timedelta(days=28)
"""The made-up campaign opens in February, that of these tests in March."""
CODES = {
    "orphan": "C01", "fallen": "C04", "injured": "C22", "disability": "C10", "large": "C13", "displaced": "C06",
    "poor": "C14",
}  # fmt: skip
MONTHS = {6: "june", 7: "july", 8: "august"}
AT_ONCE = 500
ACCOUNTS = 2_000_000


def shifts_of(made: Campaign) -> str:
    """The shifts of the made-up campaign, as a lead types them."""
    return "\n".join(
        f"Табір {each.code[-1]}; {each.stay}; {each.first_day:%d.%m.%Y}–{each.last_day:%d.%m.%Y}; {each.seats}; автобус"
        for each in made.shifts
    )


async def called(world: World, lead: Actor, made: Campaign) -> Sharing:
    """All of them have applied, and the lead may share out: the call is over, and so is the day of the last papers."""
    sharing = await Sharing(world, lead, Programme(world, lead)).begun(1)
    await sharing.programme.types(Field.SHIFTS, shifts_of(made))
    await sharing.programme.types(Field.RANKING, f"weight time; minute; {PAPERS_BY + LATER:%d.%m.%Y}")
    await comes(sharing, made)
    await sharing.closed()
    world.now = AFTER + LATER
    return sharing


async def comes(sharing: Sharing, made: Campaign) -> None:
    """All of them are rows like that of one who has applied with the bot."""
    session = sharing.world.uow.session
    guardian = await sharing.world.person("Перша Родина")
    model = await sharing.programme.applies(guardian, child("Перша Дитина"))
    [of_child] = await sharing.programme.children(model)
    person, case = await session.get_one(Person, guardian.id), await session.get_one(Case, model.case_id)
    first, many = case.number, range(len(made.filed))
    people = await _like(sharing, person, [{"telegram_id": ACCOUNTS + each} for each in many])
    cases = await _like(
        sharing,
        case,
        [{"number": number, "person_id": people[place]} for place, number in enumerate(_renumbered(made, first))],
    )
    applications = await _like(
        sharing,
        model,
        [
            {
                "person_id": people[place],
                "case_id": cases[place],
                "filed_at": each.submitted_at + LATER,
                "together": each.together if len(each.rows) > 1 else None,
                "state": _standing(each).value,
            }
            for place, each in enumerate(made.filed)
        ],
    )
    children = [told for place, each in enumerate(made.filed) for told in _children(applications[place], each)]
    await _like(sharing, of_child, children)
    came = [(cases[place], each.papers_at) for place, each in enumerate(made.filed) if each.papers_at is not None]
    await session.execute(insert(CaseEvent), [_came(case_id, at + LATER) for case_id, at in came])
    # The one they were made like goes again.
    of_child.state = model.state = Standing.WITHDRAWN.value
    await session.flush()


def _renumbered(made: Campaign, first: str) -> Iterator[str]:
    """Their numbers, behind the one that is taken."""
    taken = int(first.rsplit("-", 1)[1])
    for each in made.applications:
        head, tail = each.number.rsplit("-", 1)
        yield f"{head}-{int(tail) + taken:06}"


async def _like(sharing: Sharing, model: Base, those: Sequence[Mapping[str, Any]]) -> list[int]:
    """New rows that differ from one only in what is named; their ids, in order."""
    await sharing.world.uow.session.refresh(model)
    columns = [each for each in inspect(type(model)).column_attrs if each.key != "id"]
    attributes = [each.key for each in columns if each.columns[0].computed is None]
    same = {each: getattr(model, each) for each in attributes}
    ids: list[int] = []
    for start in range(0, len(those), AT_ONCE):
        rows = [{**same, **each} for each in those[start : start + AT_ONCE]]
        made = insert(type(model)).returning(type(model).id, sort_by_parameter_order=True)  # type: ignore[attr-defined]  # each has one
        ids += (await sharing.world.uow.session.scalars(made, rows)).all()
    return ids


def _standing(filed: Filed) -> Standing:
    """Who has brought all papers is confirmed; who has not, and whose date of birth can't be one, waits."""
    readable = all(isinstance(_born(row), date) for row in filed.rows)
    return Standing.NEED_CONFIRMED if readable and filed.papers_at is not None else Standing.NEEDS_DOCUMENTS


def _children(application_id: int, filed: Filed) -> Iterator[dict[str, Any]]:
    confirmed_at = (filed.papers_at or filed.submitted_at) + LATER + timedelta(hours=1)
    for position, row in enumerate(filed.rows, start=1):
        born = _born(row)
        iso = (born if isinstance(born, date) else TODAY).isoformat()
        codes = sorted(CODES[each] for each in row.categories)
        yield {
            "application_id": application_id,
            "position": position,
            "name": row.name,
            "born": iso,
            "child_hash": human_hash(row.name, iso),
            "categories": codes,
            "confirmed": codes,
            "stay": filed.wishes[0].stay or "either",
            "periods": _periods(filed.wishes),
            "state": _standing(filed).value,
            "state_at": confirmed_at,
        }


def _born(row: Row) -> object:
    return read_date(row.born, TODAY, past=True)


def _periods(wishes: Sequence[Wish]) -> list[str]:
    months = {each.since.month for each in wishes if each.since is not None}
    return [MONTHS[months.pop()]] if len(months) == 1 else ["either"]


def _came(case_id: int, at: datetime) -> dict[str, Any]:
    who: dict[str, Any] = {"actor_kind": "person", "actor_id": None, "facts": {}}
    return {"case_id": case_id, "at": at, "kind": "document-sent", **who}
