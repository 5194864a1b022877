"""The states of an application: every deed from every state, who may do it, and where a family stands."""

from __future__ import annotations

from itertools import product

import pytest

from rules.recreation.applications import ENDED, Deed, NoSuchDeed, Standing, after, may, of_family, possible
from rules.roles import Role

S = Standing
LOOKED_AT = {S.SUBMITTED, S.CHECKING, S.NEEDS_DOCUMENTS}
TABLE: dict[Deed, tuple[Standing, set[Standing]]] = {
    Deed.FILE: (S.SUBMITTED, {S.DRAFT}),
    Deed.CHANGE: (S.SUBMITTED, {*LOOKED_AT, S.NEED_CONFIRMED}),
    Deed.CHECK: (S.CHECKING, {S.SUBMITTED, S.NEEDS_DOCUMENTS}),
    Deed.ASK_DOCUMENTS: (S.NEEDS_DOCUMENTS, {S.SUBMITTED, S.CHECKING}),
    Deed.DOCUMENTS_CAME: (S.CHECKING, {S.NEEDS_DOCUMENTS}),
    Deed.CONFIRM: (S.NEED_CONFIRMED, {S.CHECKING}),
    Deed.DOUBT: (S.CHECKING, {S.NEED_CONFIRMED, S.QUEUED}),
    Deed.QUEUE: (S.QUEUED, {S.NEED_CONFIRMED}),
    Deed.OFFER: (S.OFFERED, {S.QUEUED}),
    Deed.ACCEPT: (S.ACCEPTED, {S.OFFERED}),
    Deed.DECLINE: (S.DECLINED, {S.OFFERED, S.ACCEPTED}),
    Deed.EXPIRE: (S.EXPIRED, {S.OFFERED}),
    Deed.REQUEUE: (S.QUEUED, {S.OFFERED, S.DECLINED, S.EXPIRED, S.NOT_TRAVELLED}),
    Deed.SEND: (S.SENT, {S.ACCEPTED}),
    Deed.COMPLETE: (S.COMPLETED, {S.SENT}),
    Deed.MISS: (S.NOT_TRAVELLED, {S.ACCEPTED}),
    Deed.UNDO_SEND: (S.ACCEPTED, {S.SENT, S.NOT_TRAVELLED}),
    Deed.UNDO_COMPLETE: (S.SENT, {S.COMPLETED}),
    Deed.HAND_OVER: (S.HANDED_OVER, LOOKED_AT),
    Deed.TAKE_BACK: (S.CHECKING, {S.HANDED_OVER}),
    Deed.REFUSE: (S.REFUSED, {*LOOKED_AT, S.NEED_CONFIRMED, S.QUEUED}),
    Deed.LOOK_AGAIN: (S.CHECKING, {S.REFUSED}),
    Deed.NEED_AGAIN: (S.NEED_CONFIRMED, {S.WITHDRAWN}),
    Deed.WITHDRAW: (
        S.WITHDRAWN,
        {S.DRAFT, *LOOKED_AT, S.NEED_CONFIRMED, S.QUEUED, S.OFFERED, S.ACCEPTED, S.HANDED_OVER},
    ),
}


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("deed", Deed)
def test_every_deed_from_every_state(deed: Deed, standing: Standing) -> None:
    to, standings = TABLE[deed]
    assert possible(deed, standing) is (standing in standings)
    if standing in standings:
        assert after(deed, standing) is to
    else:
        with pytest.raises(NoSuchDeed):
            after(deed, standing)


def test_every_state_can_be_reached_and_what_has_ended_goes_on_only_by_a_human_or_a_turn() -> None:
    reached = {S.DRAFT} | {to for to, _ in TABLE.values()}
    assert reached == set(Standing)
    onward = {standing: {deed for deed in Deed if possible(deed, standing)} for standing in ENDED}
    assert onward == {
        S.DECLINED: {Deed.REQUEUE},
        S.EXPIRED: {Deed.REQUEUE},
        S.COMPLETED: {Deed.UNDO_COMPLETE},
        S.NOT_TRAVELLED: {Deed.UNDO_SEND, Deed.REQUEUE},
        S.HANDED_OVER: {Deed.TAKE_BACK, Deed.WITHDRAW},
        S.REFUSED: {Deed.LOOK_AGAIN},
        S.WITHDRAWN: {Deed.NEED_AGAIN},
    }


def test_who_may_do_what() -> None:
    persons = {deed for deed in Deed if may(Role.PERSON, deed)}
    assert persons == {
        Deed.FILE,
        Deed.CHANGE,
        Deed.DOCUMENTS_CAME,
        Deed.ACCEPT,
        Deed.DECLINE,
        Deed.HAND_OVER,
        Deed.LOOK_AGAIN,
        Deed.NEED_AGAIN,
        Deed.WITHDRAW,
    }
    leads = {deed for deed in Deed if may(Role.SUPERVISOR, deed)} - {
        deed for deed in Deed if may(Role.CASEWORKER, deed)
    }
    assert leads == {Deed.QUEUE, Deed.OFFER, Deed.REQUEUE}, "sharing out places is a lead's"
    assert not any(may(Role.STRANGER, deed) for deed in Deed)


@pytest.mark.parametrize(
    ("children", "family"),
    [
        ([], S.DRAFT),
        ([S.SUBMITTED, S.HANDED_OVER], S.SUBMITTED),
        ([S.HANDED_OVER, S.HANDED_OVER], S.HANDED_OVER),
        ([S.QUEUED, S.OFFERED], S.OFFERED),
        ([S.CHECKING, S.NEEDS_DOCUMENTS], S.NEEDS_DOCUMENTS),
        ([S.COMPLETED, S.DECLINED], S.COMPLETED),
        ([S.ACCEPTED, S.EXPIRED], S.ACCEPTED),
        ([S.WITHDRAWN, S.WITHDRAWN], S.WITHDRAWN),
    ],
)
def test_where_a_family_stands_whose_children_stand_so(children: list[Standing], family: Standing) -> None:
    assert of_family(children) is family


def test_a_family_is_over_only_once_all_its_children_are() -> None:
    for one, other in product(Standing, repeat=2):
        assert (of_family([one, other]) in ENDED) is (one in ENDED and other in ENDED)
