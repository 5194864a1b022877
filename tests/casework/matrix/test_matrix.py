"""Every act, every role, every case: the table of rights is what really happens."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any

import pytest

import casework
from casework.act import ACTS
from casework.context import Actor, Context
from casework.errors import NoSuchCase
from db.repositories import cases as stored
from rules.roles import Role
from tests.casework.matrix.table import MATRIX
from tests.casework.matrix.trying import There, Try, at_the_door, department, every_try, outcome
from tests.casework.matrix.ways import CASES, NEVER, OURS, OWNERS, TRIERS
from tests.casework.world import World

for module in pkgutil.walk_packages(casework.__path__, "casework."):
    importlib.import_module(module.name)

ROLES = {
    "stranger": Role.STRANGER, "person": Role.PERSON, "owner": Role.CASEWORKER, "supervisor": Role.SUPERVISOR,
    "admin": Role.ADMIN, "operator": Role.OPERATOR, "machine": Role.MACHINE,
}  # fmt: skip


def without_line(acts: Mapping[str, Any]) -> set[str]:
    """Acts of which the table says nothing."""
    return set(acts) - set(MATRIX)


def test_every_act_has_its_line() -> None:
    assert without_line(ACTS) == set()
    assert set(MATRIX) == set(ACTS)
    assert all(set(way) <= set(TRIERS) for way in MATRIX.values())
    assert all(len(cells) == len(CASES) for way in MATRIX.values() for cells in way.values())


def test_a_planted_act_without_a_line_is_found() -> None:
    assert without_line({**ACTS, "case.burn": None}) == {"case.burn"}


@pytest.mark.parametrize("name", MATRIX)
async def test_at_the_door(name: str) -> None:
    came = {who: await at_the_door(name, Actor(role, 1, 1, 1)) for who, role in ROLES.items()}
    assert came == {who: "." if who in MATRIX[name] else "r" for who in ROLES}


async def differences(world: World, tries: Mapping[str, Try]) -> list[str]:
    """Cells in which something else comes of a try than the table says."""
    who, cases = await department(world)
    found = []
    for name, do in tries.items():
        for trier, actor in who.items():
            said = MATRIX[name].get(trier, NEVER)
            if said == NEVER:
                # What refuses the role looks at nothing; that it does is tried at the door.
                continue
            came = "".join([await outcome(world, actor, each, do) for each in cases.values()])
            found += [f"{name}, {trier}: {came}, not {said}"] if came != said else []
    return found


async def test_in_every_case(world: World) -> None:
    assert await differences(world, every_try()) == []


async def test_a_planted_act_that_forgets_to_ask_is_found(world: World) -> None:
    async def forgets(ctx: Context, case: There) -> None:
        """Never looks whose case it is."""

    found = await differences(world, {"case.close": forgets})
    assert {each.partition(":")[0] for each in found} == {f"case.close, {name}" for name in OWNERS}


async def test_a_planted_act_that_asks_for_too_little_is_found(world: World) -> None:
    async def of_the_organisation(ctx: Context, case: There) -> None:
        """Any colleague may, though the owner alone should."""
        row = await stored.by_id(ctx.uow.session, case.id)
        if row is None or row.organisation_id != ctx.actor.organisation_id:
            raise NoSuchCase

    found = await differences(world, {"case.close": of_the_organisation})
    assert [each.partition(":")[0] for each in found] == [
        f"case.close, {name}" for name in OURS if OURS[name] != OWNERS[name]
    ]
