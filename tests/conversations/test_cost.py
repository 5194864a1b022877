"""What a message costs, counted in statements: every one of them is paid for by whoever waits for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from tests.asked import BEGIN, heard
from tests.conversations.stage import Stage

MESSAGES = 5
STATEMENTS = 27
TRANSACTIONS = 2
"""Of several statements: handled; looked for in the outbox. Received, claimed, sent to the topic, card and receipt
shown is one statement each that commits by itself, and what is made ready is only read.
"""


@contextmanager
def counted(stage: Stage) -> Iterator[Counter[str]]:
    """What the bot's database is asked meanwhile; `BEGIN` counts transactions of several statements. The presence has a
    connection apart.
    """
    asked = Counter[str]()

    def hear(statement: str) -> None:
        asked[" ".join(statement.split())] += 1

    with heard(stage.app.database.engine.sync_engine, hear):
        yield asked


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
    assert least[BEGIN] <= TRANSACTIONS, told
    assert least.total() - least[BEGIN] <= STATEMENTS, told
