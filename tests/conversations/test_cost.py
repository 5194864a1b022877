"""What a message costs, counted in statements: every one of them is paid for by whoever waits for an answer."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.telegram import deliverer, fetcher, inbox
from scheduler.runner import Scheduler
from tests.asked import BEGIN, counted
from tests.conversations.stage import Stage

NEVER = 3600.0
MESSAGES = 5
STATEMENTS = 27
TRANSACTIONS = 5
"""Of several statements: handled; looked for in the outbox; made ready, three times, each of one moment. Received,
claimed, sent to the topic, card and receipt shown is one statement each that commits by itself. The presence has a
connection apart.
"""


@pytest.fixture(autouse=True)
def nothing_runs_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every few seconds something does: on a slow machine that falls upon each message, and is none of its cost."""
    monkeypatch.setattr(Scheduler, "start", lambda _: None)
    for looks_by_chance in (deliverer, fetcher, inbox):
        monkeypatch.setattr(looks_by_chance, "TICK_SECONDS", NEVER)


async def test_a_message_into_an_open_case_costs_so_many_statements(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Добрий день, потрібна допомога з документами.")
    await olena.send("Ще одне питання.")
    await stage.settled()
    costs = []
    for number in range(MESSAGES):
        with counted(stage.app.database.engine) as asked:
            await olena.send(f"Питання {number}: до котрої години ви працюєте?")
            await stage.settled()
        costs.append(asked)
    least = min(costs, key=Counter.total)
    told = "\n".join(f"{times} {statement[:150]}" for statement, times in least.most_common())
    assert least[BEGIN] <= TRANSACTIONS, told
    assert least.total() - least[BEGIN] <= STATEMENTS, told
