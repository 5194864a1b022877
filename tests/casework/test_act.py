"""Who may start an act: the table of permissions, role by role, and nobody else."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any, cast

import pytest

import casework
from casework.act import ACTS, act
from casework.context import Actor, Context
from casework.errors import NotPermitted
from rules.permissions import PERMISSIONS
from rules.roles import Role
from tests.casework.world import CATALOGUE, NOW

for module in pkgutil.walk_packages(casework.__path__, "casework."):
    importlib.import_module(module.name)

ALL = [(name, role) for name in PERMISSIONS for role in Role]
ALLOWED = [(name, role) for name, role in ALL if role in PERMISSIONS[name].roles]
DENIED = [(name, role) for name, role in ALL if role not in PERMISSIONS[name].roles]


def _ctx(role: Role) -> Context:
    """A context with nothing behind it: an act that starts stumbles at once."""
    return Context(cast(Any, None), Actor(role, 1, 1, 1), NOW, CATALOGUE)


def test_the_table_and_the_acts_are_the_same() -> None:
    assert sorted(ACTS) == sorted(PERMISSIONS)


@pytest.mark.parametrize(("name", "role"), DENIED, ids=str)
async def test_nobody_else_may(name: str, role: Role) -> None:
    with pytest.raises(NotPermitted) as caught:
        await ACTS[name](_ctx(role), None)
    assert caught.value.facts == {"act": name}


@pytest.mark.parametrize(("name", "role"), ALLOWED, ids=str)
async def test_whom_the_table_names_may(name: str, role: Role) -> None:
    with pytest.raises(AttributeError):
        await ACTS[name](_ctx(role), None)


def test_a_second_act_of_the_same_name_is_refused() -> None:
    async def again(ctx: Context, data: None) -> None:
        """Never called."""

    with pytest.raises(TypeError, match=r"two acts are called case\.take"):
        act("case.take")(again)
