"""The row `lists` in short: what is found, and that nothing is read but through an index."""

from __future__ import annotations

import random
from typing import Any

import pytest
from sqlalchemy import event, text

from casework.lists.find import Find, find
from casework.lists.show import ShowList, show_list
from db.engine import Database
from db.repositories import search
from rules.lists import PAGE, Listing
from tests.bench.archive import Archive, fill, name_of, number_of, words_of
from tests.bench.rows.lists import WAYS, context_of

CASES = 3000
INDEXES = {
    "queue": "ix_cases_queue",
    "number": "uq_cases_number",
    "phone": "ix_people_phone_hash",
    "name": "pk_search_keys",
    "word": "pk_search_keys",
}
HEAVY = ("cases", "people", "search_keys", "calls", "on_behalf")


@pytest.fixture
async def archive(database: Database) -> Archive:
    """Filled in a database of the test's own."""
    return await fill(database, CASES)


async def test_everything_is_found_and_read_through_an_index(archive: Archive) -> None:
    async with archive.database.uow() as uow:
        ctx = context_of(archive, uow)
        queue = await show_list(ctx, ShowList(Listing.QUEUE))
        assert [each.crisis for each in queue.cases] == [True] * PAGE
        assert [each.opened_at for each in queue.cases] == sorted(each.opened_at for each in queue.cases)
        for case in (1, 777, CASES):
            [by_number] = (await find(ctx, Find(number_of(case)))).cases
            assert by_number.number.number == number_of(case)
            fitting = [each for each in range(CASES, 0, -1) if words_of(case)[3] in words_of(each)]
            by_word = await find(ctx, Find(words_of(case)[3]))
            assert [each.number.number for each in by_word.cases] == list(map(number_of, fitting[:PAGE]))
            namesakes = [each for each in range(CASES, 0, -1) if name_of(each) == name_of(case)]
            by_name = await find(ctx, Find(name_of(case)))
            assert [each.number.number for each in by_name.cases] == list(map(number_of, namesakes[:PAGE]))
        [by_phone] = (await find(ctx, Find(archive.phones[0]))).cases
        assert by_phone.number.number == number_of(1)

    for way, index in INDEXES.items():
        plans = await _plans(archive, way)
        assert any(index in line for line in plans), plans
        assert [line for line in plans if any(f"Seq Scan on {table}" in line for table in HEAVY)] == []
    assert not any("Sort" in line for line in await _plans(archive, "queue")), "the queue is read in its order"


@pytest.mark.parametrize("common", [1, 60, 20_000])
async def test_several_words_find_what_holds_them_all_however_common_they_are(
    archive: Archive, common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "COMMON", common)
    chance = random.Random(5)
    texts = {case: f"{name_of(case)} {' '.join(words_of(case))}".split() for case in range(CASES, 0, -1)}
    never = [name_of(1).split()[0], name_of(2).split()[1]]
    asked = [never, *(chance.sample(texts[chance.randint(1, CASES)], chance.randint(2, 4)) for _ in range(20))]
    async with archive.database.uow() as uow:
        ctx = context_of(archive, uow)
        for words in asked:
            fitting = [number_of(case) for case, its in texts.items() if set(words) <= set(its)]
            assert bool(fitting) == (words != never)
            found = await find(ctx, Find(" ".join(words)))
            assert [each.number.number for each in found.cases] == fitting[:PAGE], words


async def _plans(archive: Archive, way: str) -> list[str]:
    """How PostgreSQL would answer the statements of one question, were no table small."""
    said: list[tuple[str, Any]] = []

    def listen(conn: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            said.append((statement, parameters))

    engine = archive.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", listen)
    try:
        async with archive.database.uow() as uow:
            await WAYS[way](context_of(archive, uow), archive, random.Random(1))
    finally:
        event.remove(engine, "before_cursor_execute", listen)
    plans = []
    async with archive.database.engine.connect() as connection:
        # A list has an order, so its index gives it; a search may sort the few that it found.
        for way_out in ("enable_seqscan", "enable_sort") if way == "queue" else ("enable_seqscan",):
            await connection.execute(text(f"SET LOCAL {way_out} = off"))
        for statement, parameters in said:
            plan = await connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
            plans += [line for (line,) in plan]
    return plans
