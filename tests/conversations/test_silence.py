"""The bot was away for longer than Telegram remembers: people are asked to write again, leads whom to phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import TestServer
from tests.conversations.stage import Department, open_stage
from tests.conversations.words import piece

ASK = "letter-messages-lost"
REPORT = "letter-messages-lost-report"
STOPPED = "UPDATE telegram_contacts SET heard_at = clock_timestamp() - interval '3 days'"
RESTORED = "UPDATE telegram_contacts SET heard_at = heard_at - interval '5 hours', restored_at = clock_timestamp()"
NIGHT = 12
"""Hours after which no letter waits for the morning any more, whenever the test runs."""


@pytest.mark.parametrize(("happened", "restored"), [(STOPPED, "no"), (RESTORED, "yes")])
async def test_who_has_an_open_case_is_asked_to_write_again_and_leads_hear_whom_to_phone(
    server: TestServer, department: Department, tmp_path: Path, happened: str, restored: str
) -> None:
    database = await server.create(department.database)
    async with open_stage(server.url(database), tmp_path / "before") as before:
        await before.move_in(department)
        olena, _ = await before.with_case("Олена", "Потрібні дрова")
        mykola, _ = await before.with_case("Микола", "Потрібна довідка")
        nobody = await before.agreed("Наталія")
        await before.people.block(mykola.id)
        await before.settled()
        number = (await before.rows("SELECT max(number) FROM cases"))[0][0]
        async with before.app.database.uow() as uow:
            await uow.session.execute(text(happened))
    async with open_stage(server.url(database), tmp_path / "after") as after:
        await after.move_in(department)
        for person in (olena, mykola, nobody):
            await after.people.user(person.name, id=person.id, language_code="uk")
            after.simulator.world.people[person.id].wrote = True
            person.scene = after
        await olena.send("/my")
        # What is written late in the evening would wait for the morning: let it be written before the clock goes on.
        await after.settled()
        await after.later(hours=NIGHT)
        await olena.sees(piece(ASK, restored=restored))
        report = await after.svitlana.sees(piece(REPORT, restored=restored))
        assert number in report.text
        await after.settled()
        asked = "SELECT chat_id, sent_at IS NOT NULL FROM letters WHERE kind = 'messages-lost'"
        assert [tuple(row) for row in await after.rows(asked)] == [(olena.id, True)]
        assert piece(ASK, restored=restored) not in await mykola.phone() + await nobody.phone()
    await server.drop(database)
