"""The operator's one-time codes: long, kept only as hashes, three days, one use."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.context import OPERATOR
from casework.errors import NotPermitted
from casework.staff.codes import code_hash
from casework.staff.invite import VALID_FOR, Invite, NewBindCode, invite, new_bind_code
from db.models import BindCode, Organisation, StaffInvite
from rules.roles import STAFF, Role
from tests.casework.world import ELSEWHERE, World


@pytest.mark.parametrize("role", sorted(STAFF))
async def test_an_invitation_keeps_role_and_name_and_no_code(bare: World, role: Role) -> None:
    code = await invite(bare.ctx(OPERATOR), Invite(role, "Ірина"))
    [kept] = await bare.uow.session.scalars(select(StaffInvite))
    assert (kept.role, kept.work_name, kept.used_at) == (role, "Ірина", None)
    assert kept.expires_at == bare.now + VALID_FOR
    assert kept.code_hash == code_hash("invite", code)
    assert code.encode() not in kept.code_hash


async def test_codes_fit_into_a_link_and_cannot_be_guessed(bare: World) -> None:
    codes = {await invite(bare.ctx(OPERATOR), Invite(Role.ADMIN, "Ірина")) for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 20 and set(code) <= set(_ALLOWED) for code in codes)


_ALLOWED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@pytest.mark.parametrize("role", sorted(set(Role) - STAFF))
async def test_nobody_is_invited_as_anything_else(bare: World, role: Role) -> None:
    async with bare.refused(NotPermitted):
        await invite(bare.ctx(OPERATOR), Invite(role, "Ірина"))


async def test_a_binding_code_is_for_the_organisation_of_the_settings(bare: World) -> None:
    bare.organisation = ELSEWHERE
    code = await new_bind_code(bare.ctx(OPERATOR), NewBindCode())
    [kept] = await bare.uow.session.scalars(select(BindCode))
    owner = await bare.uow.session.get_one(Organisation, kept.organisation_id)
    assert (owner.slug, owner.prefix) == (ELSEWHERE, "SVD")
    assert kept.code_hash == code_hash("bind", code) != code_hash("invite", code)
