"""`check` finds what is missing and says how to mend it, before people notice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot import check
from bot.catalogue import load_catalogue
from bot.check import Finding, Grade, findings
from bot.clock import real_now
from bot.ground import Ground
from bot.settings import NO_BACKUPS, Settings
from casework.context import Rules
from casework.duty.plan import AddDuty, add_duty
from casework.providers.manage import WriteProvider, write_provider
from db.engine import Database, make_engine
from db.migrations import run as migrations
from rules.catalogue import Evidence
from rules.local_time import local_date
from rules.roles import Role
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


@pytest.mark.parametrize(("letters", "told"), [(139, False), (140, True)])
async def test_a_group_that_is_too_busy_is_told_to_be_split(
    ground: Ground, database: Database, people: PeopleClient, letters: int, told: bool
) -> None:
    group = await people.group("Звернення", [await people.user("Світлана")])
    await bound(database, group)
    minutes = "date_bin('10 minutes', clock_timestamp(), TIMESTAMPTZ '2000-01-01') - interval '10 minutes'"
    many = text(
        "INSERT INTO letters (lane, priority, kind, facts, chat_id, written_at, sent_at)"
        f" SELECT 'g', 2, 'case-news', '{{}}', :chat, now(), {minutes} + n * interval '1 second'"
        " FROM generate_series(1, :letters) AS n"
    )
    async with database.uow() as uow:
        await uow.session.execute(many, {"chat": group, "letters": letters})
    warned = [each for each in await found(ground, Grade.WARN) if "bind a second group" in each.fix]
    assert [each.what for each in warned] == (
        [f"group {group}: 14 letters a minute when it is busy, Telegram takes 20"] if told else []
    )


async def test_a_missing_order_is_told(ground: Ground) -> None:
    without = replace(ground, settings=ground.settings.model_copy(update={"staff_chat_order": ""}))
    [finding] = [each for each in await found(without, Grade.WARN) if "STAFF_CHAT_ORDER" in each.what]
    assert "number and date of the department's order" in finding.fix
    assert "STAFF_CHAT_ORDER" not in repr(await found(ground, Grade.WARN))
    silent = {"staff_chat_order": "", "staff_chat_disclosure": "minimal"}
    on_desks = replace(ground, settings=ground.settings.model_copy(update=silent))
    assert "STAFF_CHAT_ORDER" not in repr(await found(on_desks, Grade.WARN)), "nobody answers in the group"


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


@pytest.mark.parametrize(
    ("checked", "told"), [(date(2020, 1, 1), "last compared with its source on 2020-01-01"), (None, "never compared"),
                          (date(9999, 12, 31), "")]
)  # fmt: skip
async def test_a_page_that_nobody_compared_for_ninety_days_is_told(
    ground: Ground, checked: date | None, told: str
) -> None:
    page = replace(ground.catalogue.pages["parcel"], checked=checked)
    changed = replace(ground, catalogue=replace(ground.catalogue, pages={"parcel": page}))
    warned = [finding.what for finding in await found(changed, Grade.WARN) if finding.what.startswith("page ")]
    assert warned == ([f"page parcel: {told}; people are not offered it"] if told else [])


async def test_days_on_which_nobody_is_on_duty_are_named(ground: Ground, database: Database) -> None:
    today = local_date(real_now())
    async with database.uow() as uow:
        world = World(uow, now=real_now())
        lead = await world.staff(Role.SUPERVISOR)
        for number in {*range(14)} - {3, 9}:
            day = (today + timedelta(days=number)).toordinal()
            await add_duty(world.ctx(lead), AddDuty(lead.id or 0, day, 23, 1, 1))
    warned = [finding for finding in await found(ground, Grade.WARN) if finding.what.startswith("nobody is on duty")]
    bare = ", ".join(str(today + timedelta(days=number)) for number in (3, 9))
    assert [finding.what for finding in warned] == [f"nobody is on duty on {bare}"]
    assert "/duty" in warned[0].fix


async def test_providers_to_whom_nothing_can_be_handed_are_named(ground: Ground, database: Database) -> None:
    async with database.uow() as uow:
        world = World(uow, now=real_now())
        lead = await world.staff(Role.SUPERVISOR)
        for typed in ("Назва: Дім\nВид: ГО\nКанал: папір", "Назва: Поруч\nВид: ГО\nКанал: телефон\nТелефон: 1547"):
            await write_provider(world.ctx(lead), WriteProvider(typed))
    warned = [finding for finding in await found(ground, Grade.WARN) if finding.what.startswith("provider ")]
    assert [finding.what for finding in warned] == ["provider Дім: its list has no contact for its channel"]
    assert "/providers" in warned[0].fix


async def test_a_number_without_a_day_is_named(ground: Ground) -> None:
    line = replace(ground.catalogue.hotlines["1547"], verified_on=None)
    changed = replace(ground, catalogue=replace(ground.catalogue, hotlines={"1547": line}))
    assert "hotlines.toml, 1547: verified_on is not confirmed" in [
        finding.what for finding in await found(changed, Grade.WARN)
    ]


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


async def test_where_the_bot_may_ban_nobody_whoever_leaves_stays(
    ground: Ground, database: Database, people: PeopleClient
) -> None:
    rights = {**ALL_BOT_RIGHTS, "can_restrict_members": False}
    group = await people.group("Звернення", [await people.user("Світлана")], bot_rights=rights)
    await bound(database, group)
    [warned] = [finding for finding in await found(ground, Grade.WARN) if "ban users" in finding.what]
    assert warned.fix == check.GIVE_THE_RIGHT
