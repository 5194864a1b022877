"""`check` finds what is missing and says how to mend it, before people notice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot import check
from bot.catalogue import load_catalogue
from bot.check import Finding, Grade, findings
from bot.ground import Ground
from bot.settings import NO_BACKUPS, Settings
from casework.context import Rules
from db.engine import Database, make_engine
from db.migrations import run as migrations
from rules.catalogue import Evidence
from rules.permissions import Role
from simulator.client import ALL_BOT_RIGHTS, PeopleClient
from simulator.server import Simulator
from tests.bot.command_line import TOKEN
from tests.casework.world import World

ORDER = "№ 5 від 01.03.2026"
RIGHTS = ("can_manage_topics", "can_delete_messages", "can_pin_messages")


@pytest.fixture
async def people(simulator: Simulator) -> AsyncIterator[PeopleClient]:
    """The people's side of it."""
    async with PeopleClient(simulator.url) as client:
        yield client


@pytest.fixture
def ground(database_url: str, simulator: Simulator, tmp_path: Path) -> Ground:
    """All is well, but no group is bound."""
    settings = Settings(
        _env_file=None,
        bot_token=TOKEN,
        telegram_api_url=simulator.url,
        staff_chat_order=ORDER,
        data_dir=tmp_path / "data",
        keys_dir=tmp_path / "keys",
        backup_dir=Path(NO_BACKUPS),
    )
    return Ground(settings, load_catalogue(), Rules(), database_url, None)


async def found(ground: Ground, grade: Grade) -> list[Finding]:
    """Findings of this grade."""
    return [finding async for finding in findings(ground) if finding.grade is grade]


async def bound(database: Database, chat_id: int) -> None:
    """The group is bound, as by its supervisor."""
    async with database.uow() as uow:
        world = World(uow)
        await world.bind(await world.staff(Role.SUPERVISOR), chat_id)


async def test_with_everything_in_place_nothing_fails(ground: Ground, database: Database, people: PeopleClient) -> None:
    group = await people.group("Звернення", [await people.user("Світлана")])
    await bound(database, group)
    assert await found(ground, Grade.FAIL) == []
    assert [finding.what for finding in await found(ground, Grade.OK)] == [
        "settings and catalogue can be read",
        f"the database is at revision {migrations.head()}",
        "Telegram knows the bot as @suprovid_demo_bot",
        f"group {group} has topics, and the bot has its rights",
    ]
    assert "no staff group is bound" not in repr(await found(ground, Grade.WARN))


async def test_without_a_group_nobody_sees_new_cases(ground: Ground) -> None:
    warned = {finding.what: finding.fix for finding in await found(ground, Grade.WARN)}
    assert warned["no staff group is bound: nobody sees new cases"].startswith("python -m bot bind-code")


async def test_a_group_without_topics_is_found(ground: Ground, database: Database, people: PeopleClient) -> None:
    group = await people.group("Звернення", [await people.user("Світлана")])
    await bound(database, group)
    await people.change_group(group, is_forum=False)
    assert await found(ground, Grade.FAIL) == [
        Finding(Grade.FAIL, f"group {group} has no topics", "switch topics on in the group's settings")
    ]


@pytest.mark.parametrize("right", RIGHTS)
async def test_every_missing_right_is_found(
    ground: Ground, database: Database, people: PeopleClient, right: str
) -> None:
    rights = {**ALL_BOT_RIGHTS, right: False}
    group = await people.group("Звернення", [await people.user("Світлана")], bot_rights=rights)
    await bound(database, group)
    [finding] = await found(ground, Grade.FAIL)
    words = right.removeprefix("can_").replace("_", " ")
    assert (finding.what, finding.fix) == (f"group {group}: the bot may not {words}", check.GIVE_THE_RIGHT)
    assert "make the bot an admin" in finding.fix


async def test_a_plain_member_lacks_every_right(ground: Ground, database: Database, people: PeopleClient) -> None:
    group = await people.group("Звернення", [await people.user("Світлана")], bot_status="member")
    await bound(database, group)
    assert len(await found(ground, Grade.FAIL)) == len(RIGHTS)


async def test_a_group_that_is_gone_is_found_and_the_others_are_looked_at(
    ground: Ground, database: Database, people: PeopleClient
) -> None:
    group = await people.group("Звернення", [await people.user("Світлана")])
    await bound(database, -1009999999999)
    await bound(database, group)
    [finding] = await found(ground, Grade.FAIL)
    assert finding.what.startswith("group -1009999999999 is out of reach")
    assert finding.fix == check.ADD_THE_BOT
    assert "as an admin who may manage topics" in finding.fix
    assert str(group) in repr(await found(ground, Grade.OK))


@pytest.mark.parametrize("status", ["kicked", "left"])
async def test_a_group_without_the_bot_is_found_with_what_waits_for_it(
    ground: Ground, database: Database, people: PeopleClient, status: str
) -> None:
    group = await people.group("Звернення", [await people.user("Світлана")])
    await bound(database, group)
    waits = "SELECT count(*) FROM letters WHERE chat_id = :group AND sent_at IS NULL"
    async with database.uow() as uow:
        world = World(uow)
        await world.case(await world.person())
        await uow.session.flush()
        count = (await uow.session.execute(text(waits), {"group": group})).scalar_one()
    assert f"{count} letters" not in repr(await found(ground, Grade.WARN)), "all is well: they leave soon"
    await people.set_member(group, 4200, status)
    [finding] = await found(ground, Grade.FAIL)
    assert (finding.what.startswith(f"group {group}"), finding.fix) == (True, check.ADD_THE_BOT)
    assert Finding(
        Grade.WARN,
        f"group {group}: {count} letters wait for it",
        "none is lost: mend the group, they leave by themselves",
    ) in await found(ground, Grade.WARN)


async def test_a_missing_order_is_told(ground: Ground) -> None:
    without = replace(ground, settings=ground.settings.model_copy(update={"staff_chat_order": ""}))
    [finding] = [each for each in await found(without, Grade.WARN) if "STAFF_CHAT_ORDER" in each.what]
    assert "number and date of the department's order" in finding.fix
    assert "STAFF_CHAT_ORDER" not in repr(await found(ground, Grade.WARN))


async def test_what_nobody_has_confirmed_is_told(ground: Ground) -> None:
    here = ground.catalogue.organisations["luhansk"]
    for evidence, told in ((Evidence.OPEN, True), (Evidence.SOURCED, False)):
        organisations = {"luhansk": replace(here, phone_evidence=evidence)}
        changed = replace(ground, catalogue=replace(ground.catalogue, organisations=organisations))
        warned = [finding.what for finding in await found(changed, Grade.WARN)]
        assert ("organisations.toml, luhansk: phone is not confirmed" in warned) is told


@pytest.mark.parametrize(("last", "told"), [(date(2026, 6, 30), True), (date(9999, 12, 31), False)])
async def test_a_service_that_has_ended_but_stands_in_the_menu_is_told(ground: Ground, last: date, told: bool) -> None:
    pilot = replace(ground.catalogue.services["resilience"], valid_to=last)
    services = {**ground.catalogue.services, "resilience": pilot}
    changed = replace(ground, catalogue=replace(ground.catalogue, services=services))
    warned = [finding.what for finding in await found(changed, Grade.WARN)]
    assert ("services.toml, resilience: ended on 2026-06-30; people are told so" in warned) is told


@pytest.mark.parametrize(("last", "told"), [(date(2020, 11, 10), True), (date(9999, 12, 31), False)])
async def test_a_number_that_was_right_long_ago_is_told(ground: Ground, last: date, told: bool) -> None:
    line = replace(ground.catalogue.hotlines["1547"], verified_on=last)
    hotlines = {**ground.catalogue.hotlines, "1547": line}
    changed = replace(ground, catalogue=replace(ground.catalogue, hotlines=hotlines))
    warned = [finding.what for finding in await found(changed, Grade.WARN)]
    assert ("hotlines.toml, 1547: last known to be right on 2020-11-10" in warned) is told


async def test_a_database_that_was_not_migrated_is_told_and_the_rest_is_still_looked_at(ground: Ground) -> None:
    await migrations.downgrade(ground.url, "base")
    [finding] = await found(ground, Grade.FAIL)
    assert finding.what == f"the database is at revision none, not {migrations.head()}"
    assert finding.fix == "python -m bot migrate"
    assert "Telegram knows the bot" in repr(await found(ground, Grade.OK))


@pytest.mark.parametrize("change", [{"database": "no_such_database"}, {"port": 1, "host": "127.0.0.1", "query": {}}])
async def test_a_database_that_cannot_be_reached_is_told(ground: Ground, change: dict[str, object]) -> None:
    url = make_engine(ground.url).url.set(**change)  # type: ignore[arg-type] # parts of a URL, by name
    away = replace(ground, url=url.render_as_string(hide_password=False))
    [finding] = await found(away, Grade.FAIL)
    assert (finding.what, finding.fix) == ("the database can't be reached", "start it, or correct DATABASE_URL")


async def test_a_pooler_that_shares_connections_is_told(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    async def shared(url: str) -> bool:
        return True

    monkeypatch.setattr(check, "shares_connections", shared)
    [finding] = await found(ground, Grade.FAIL)
    assert finding.what == "a transaction pooler stands before the database"
    assert "the server itself" in finding.fix


async def test_a_token_that_telegram_does_not_know_is_told_without_it(ground: Ground) -> None:
    wrong = ground.settings.model_copy(update={"bot_token": SecretStr(TOKEN[:-1] + "x")})
    [finding] = await found(replace(ground, settings=wrong), Grade.FAIL)
    assert finding.what.startswith("Telegram does not accept the bot")
    assert "correct BOT_TOKEN" in finding.fix
    assert TOKEN[:-1] not in str(finding)


def test_a_finding_reads_as_grade_what_and_fix() -> None:
    assert str(Finding(Grade.FAIL, "this", "that")) == "FAIL  this -> that"
    assert str(Finding(Grade.OK, "this")) == "ok    this"
