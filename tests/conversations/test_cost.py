"""What a message costs, counted in statements: every one of them is paid for by whoever waits for an answer."""

from __future__ import annotations

from collections import Counter

from tests.conversations.stage import Stage
from tests.statements import counted

MESSAGES = 5
STATEMENTS = 31
TRANSACTIONS = 9
"""Received; claimed; handled; looked at and made ready; sent to the topic; the card made ready and shown; the receipt
shown. The presence has a connection apart.
"""


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
    # Whatever runs by itself, every few seconds, can only add to some of them.
    least = min(costs, key=Counter.total)
    told = "\n".join(f"{times} {statement[:150]}" for statement, times in least.most_common())
    assert least["BEGIN"] <= TRANSACTIONS, told
    assert least.total() - least["BEGIN"] <= STATEMENTS, told
