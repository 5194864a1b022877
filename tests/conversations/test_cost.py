"""What a message costs, counted in statements: every one of them is paid for by whoever waits for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from bot.telegram import deliverer, fetcher, inbox
from scheduler.runner import Scheduler
from tests.conversations.stage import Stage

NEVER = 3600.0
MESSAGES = 5
STATEMENTS = 31
TRANSACTIONS = 9
"""Received; claimed; handled; looked at and made ready; sent to the topic; the card made ready and shown; the receipt
shown.
"""


@pytest.fixture(autouse=True)
def nothing_runs_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every few seconds something does: on a slow machine that falls upon each message, and is none of its cost."""
    monkeypatch.setattr(Scheduler, "start", lambda _: None)
    for looks_by_chance in (deliverer, fetcher, inbox):
        monkeypatch.setattr(looks_by_chance, "TICK_SECONDS", NEVER)


@contextmanager
def counted(stage: Stage) -> Iterator[Counter[str]]:
    """What the bot's database is asked meanwhile; `BEGIN` counts transactions. The presence has a connection apart."""
    engine, asked = stage.app.database.engine.sync_engine, Counter[str]()

    def begin(*_: Any) -> None:
        asked["BEGIN"] += 1

    def ask(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked[" ".join(statement.split())] += 1

    event.listen(engine, "begin", begin)
    event.listen(engine, "before_cursor_execute", ask)
    try:
        yield asked
    finally:
        event.remove(engine, "begin", begin)
        event.remove(engine, "before_cursor_execute", ask)


async def test_a_message_into_an_open_case_costs_so_many_statements(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Добрий день, потрібна допомога з документами.")
    await olena.send("Ще одне питання.")
    await stage.settled()
    costs = []
    for number in range(MESSAGES):
        with counted(stage) as asked:
            await olena.send(f"Питання {number}: до котрої години ви працюєте?")
            await stage.settled()
        costs.append(asked)
    # Whatever runs by itself, every few seconds, can only add to some of them.
    least = min(costs, key=Counter.total)
    told = "\n".join(f"{times} {statement[:150]}" for statement, times in least.most_common())
    assert least["BEGIN"] <= TRANSACTIONS, told
    assert least.total() - least["BEGIN"] <= STATEMENTS, told
