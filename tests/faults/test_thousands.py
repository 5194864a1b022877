"""However many apply, no transaction of an act or a job stays open for long.

The short form runs with all tests, that of 5,000 applications with `make chaos`; the bench prints the figure.
"""

from __future__ import annotations

import pytest

from db.engine import Database
from tests.casework.allocation.through import begun
from tests.faults.test_chaos import say
from tests.rules.allocation.invented import APPLICATIONS, CHILDREN, SEATS, campaign

SHORT = (60, 96, 12)
"""Applications, children, places."""
IDLE_SECONDS = 1.0
"""So long a transaction waits for us at most: nothing is worked out while it is open."""


@pytest.mark.parametrize(
    "size", [SHORT, pytest.param((APPLICATIONS, CHILDREN, SEATS), marks=pytest.mark.chaos)], ids=["short", "5000"]
)
async def test_no_transaction_stays_open_however_many_apply(database: Database, size: tuple[int, int, int]) -> None:
    applications, children, seats = size
    made = campaign(applications=applications, children=children, seats=seats)
    async with begun(database, made) as (through, transactions):
        await through.asks()
        await through.shares()
        await through.ends()
    told = await through.told()
    say(
        f"{applications} applications, {children} children, {seats} places: {transactions};"
        f" seconds of jobs {through.slowest()}; {dict(told)}"
    )
    assert transactions.looks
    assert not transactions.breaches, transactions.breaches
    assert transactions.idle < IDLE_SECONDS, transactions
    assert told["place-offered"] >= seats // 2, "places were offered, and offered anew"
    assert told["remind-place"] > 0
    assert told["place-expired"] > 0
