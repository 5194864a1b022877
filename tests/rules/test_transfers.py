"""What may be done with a transfer in each state, and which days may be noted."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest

from rules.transfers import (
    ALWAYS,
    BEFORE_CONSENT,
    BY_HAND,
    ITEMS,
    OLDEST_DAYS,
    OPEN,
    RECEIPTS_BY_HAND,
    ConsentWay,
    Item,
    ReceiptWay,
    Subject,
    TransferState,
    TransferVerb,
    after,
    is_plausible,
    verbs_in,
)

S, V = TransferState, TransferVerb
WAYS = {
    (S.PICKING, V.PICK): S.PICKING,
    (S.PICKING, V.ASK): S.ASKED,
    (S.PICKING, V.AGREE): S.HANDING,
    (S.PICKING, V.DECLINE): S.DECLINED,
    (S.PICKING, V.STOP): S.STOPPED,
    (S.ASKED, V.PICK): S.PICKING,
    (S.ASKED, V.AGREE): S.HANDING,
    (S.ASKED, V.DECLINE): S.DECLINED,
    (S.ASKED, V.STOP): S.STOPPED,
    (S.HANDING, V.SEND): S.HANDING,
    (S.HANDING, V.CONFIRM): S.RECEIVED,
    (S.HANDING, V.TURN_AWAY): S.TURNED_AWAY,
    (S.HANDING, V.STOP): S.STOPPED,
    (S.HANDING, V.WITHDRAW): S.STOPPED,
}
TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(("state", "verb"), list(product(S, V)))
def test_every_state_knows_what_may_be_done(state: TransferState, verb: TransferVerb) -> None:
    assert after(verb, state) is WAYS.get((state, verb))
    assert (verb in verbs_in(state)) == ((state, verb) in WAYS)


def test_nothing_leads_to_handing_but_a_yes_and_nothing_to_received_but_a_receipt() -> None:
    to_handing = {verb for (state, verb), reached in WAYS.items() if reached is S.HANDING and state is not S.HANDING}
    assert to_handing == {V.AGREE}
    assert {verb for (_, verb), reached in WAYS.items() if reached is S.RECEIVED} == {V.CONFIRM}


def test_what_is_over_stays_over() -> None:
    assert {state for state in S if verbs_in(state)} == OPEN
    assert BEFORE_CONSENT < OPEN


def test_what_can_be_noted_by_hand() -> None:
    assert set(BY_HAND) == set(ConsentWay) - {ConsentWay.PRESS}
    assert set(RECEIPTS_BY_HAND) == set(ReceiptWay) - {ReceiptWay.CHAT}


def test_the_number_always_goes_and_everything_can_be_chosen() -> None:
    assert {Item.NUMBER} == ALWAYS
    assert set(ITEMS[Subject.CASE]) == set(Item)


@pytest.mark.parametrize(
    ("day", "plausible"),
    [
        (TODAY, True),
        (TODAY + timedelta(days=1), False),
        (TODAY - timedelta(days=OLDEST_DAYS), True),
        (TODAY - timedelta(days=OLDEST_DAYS + 1), False),
    ],
)
def test_no_day_to_come_and_none_long_ago(day: date, plausible: bool) -> None:
    assert is_plausible(day, TODAY) is plausible
