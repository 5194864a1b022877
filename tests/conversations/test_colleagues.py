"""Cases go from one colleague to another, somebody is away, somebody leaves: what each of them sees."""

from __future__ import annotations

from tests.conversations.stage import Stage
from tests.conversations.talkers import Worker, offers
from tests.conversations.words import ASSIGN, RELEASE, STATE, TAKE, TAKEN_BY, label, piece, text

HAND_OVER = label("button-hand-over")
LEAST = label("button-least-busy")
BACK = label("button-menu-back")
NOTE = "Олені краще дзвонити ввечері, номер 050 123 45 67"
NEW_LINK = label("button-team-link")


def owner(name: str, cases: int = 0) -> str:
    """A colleague's button."""
    return label("button-owner", name=name, open=cases)


async def inside(stage: Stage, worker: Worker) -> str:
    """Somebody's place in the group."""
    [group] = [chat for chat in await stage.people.chats() if chat["id"] == stage.group]
    return next((str(each["status"]) for each in group["members"] if each["user_id"] == worker.id), "left")


async def test_a_lead_assigns_from_the_card_and_the_notice_carries_only_the_number(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    assert (await stage.iryna.clicks(thread, ASSIGN)).text == label("refusal-take-first")
    await stage.svitlana.clicks(thread, ASSIGN)
    menu = await stage.svitlana.whispered(thread, piece("whisper-owners-assign"))
    assert {button["text"] for button in menu.buttons} == {LEAST, *map(owner, stage.staff), BACK}
    assert (await stage.svitlana.clicks(thread, owner("Ірина"))).text == label("toast-assigned", owner="Ірина")
    notice = await stage.iryna.sees(number)
    assert notice.text == text("letter-cases-assigned", numbers=number, count=1)
    await olena.waits(lambda each: TAKEN_BY in each.text and "Ірина" in each.text, "Ірина reads")
    await stage.iryna.finds(thread, lambda each: "Ірина" in each.text and offers(each, STATE), "the card says so")
    assert (await stage.svitlana.clicks(thread, owner("Андрій"))).text == label(
        "refusal-taken-by-other", owner="Ірина"
    ), "a menu of another moment takes nothing away"
    await stage.settled()
    assert not any("Ірина" in each.text and each.ephemeral_to is None for each in await stage.andriy.seen_in(0))


async def test_the_least_busy_colleague_gets_it(stage: Stage) -> None:
    _, first = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(first, TAKE)
    _, second = await stage.with_case("Микола", "Потрібна довідка")
    await stage.svitlana.clicks(second, ASSIGN)
    assert (await stage.svitlana.clicks(second, LEAST)).text == label("toast-assigned", owner="Андрій")


async def test_an_owner_hands_over_with_a_note_that_only_the_desk_shows(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, HAND_OVER)
    assert (await stage.iryna.clicks(thread, owner("Андрій"))).text == label("toast-note-on-desk")
    await stage.iryna.sees(piece("screen-handover-ask"))
    await stage.iryna.send(NOTE)
    await stage.iryna.sees(piece("screen-handed-over"))
    notice = await stage.andriy.sees(piece("letter-case-handed-over"))
    assert number in notice.text
    assert "дзвонити" not in notice.text
    await stage.andriy.press(label("button-read-note"))
    read = await stage.andriy.sees(NOTE)
    assert read.message.get("has_protected_content")
    await olena.waits(lambda each: TAKEN_BY in each.text and "Андрій" in each.text, "Андрій reads")
    await stage.settled()
    assert NOTE not in await stage.svitlana.topic(thread)
    assert NOTE not in await olena.phone()
    await stage.andriy.press(RELEASE)
    await stage.iryna.sees(piece("letter-handover-declined"))
    await stage.svitlana.finds(thread, lambda each: offers(each, TAKE), "it is in the queue")
    assert (await stage.andriy.press(RELEASE)).text == label("refusal-take-first")


async def test_whoever_does_something_else_hands_nothing_over(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, HAND_OVER)
    await stage.iryna.clicks(thread, owner("Андрій"))
    await stage.iryna.sees(piece("screen-handover-ask"))
    at = await stage.iryna.send("/desk")
    await stage.iryna.sees_new(label("role-caseworker"), at)
    await stage.iryna.send("Просто слова")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM handovers") == 0
    assert not any("LUH-" in each for each in await stage.andriy.got())


async def test_away_over_a_weekend_and_back_by_themselves(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await stage.settled()
    before = len(await olena.got())
    await stage.iryna.send("/away")
    at = await stage.iryna.send("колись потім")
    await stage.iryna.sees_new(piece("refusal-no-return-day", why="no-day"), at)
    await stage.iryna.send("на 3 дні")
    await stage.iryna.press(label("button-away-queue"))
    await stage.iryna.sees(piece("screen-away-set"))
    await stage.svitlana.clicks(thread, ASSIGN)
    menu = await stage.svitlana.whispered(thread, piece("whisper-owners-assign"))
    assert owner("Ірина") not in {button["text"] for button in menu.buttons}
    await stage.settled()
    assert len(await olena.got()) == before, "who waits is told nothing"
    await stage.later(days=3)
    await stage.svitlana.clicks(thread, ASSIGN)
    await stage.svitlana.finds(thread, lambda each: offers(each, owner("Ірина")), "she is back")


async def test_a_silent_owner_loses_the_case_and_hears_it_once(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    await stage.iryna.clicks(thread, TAKE)
    await stage.later(days=7)
    await stage.iryna.sees(piece("letter-case-lapsed", own="yes"))
    await stage.svitlana.sees(piece("letter-case-lapsed", own="no"))
    await stage.settled()
    lapsed = "SELECT count(*) FROM letters WHERE kind = 'case-lapsed'"
    assert await stage.count(lapsed) == 2
    assert await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NULL") == 1
    assert all(each.startswith(number) for each in await stage.iryna.got() if "знову в черзі" in each)


async def test_who_is_removed_is_out_everywhere_and_late_presses_do_nothing(stage: Stage) -> None:
    await stage.people.set_member(stage.group, stage.iryna.id, "member")
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    card = await stage.iryna.finds(thread, lambda each: offers(each, STATE), STATE)
    take = "cb:1:take"
    await stage.iryna.send("/desk")
    await stage.iryna.sees(await stage.the_number())
    await stage.svitlana.send("/staff remove Ірина")
    await stage.svitlana.press(label("button-team-remove-yes"))
    await stage.svitlana.sees(piece("screen-team-removed"))
    await stage.settled()
    assert await inside(stage, stage.iryna) == "left"
    assert all(each.sender == stage.iryna.id for each in await stage.iryna.chat()), "nothing of ours is left there"
    assert await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NULL") == 1
    await stage.people.set_member(stage.group, stage.iryna.id, "member")
    assert (await stage.iryna.forges_in(card, take)).text in (label("refusal-not-allowed"), "")
    await stage.iryna.forges("dr")
    await stage.iryna.send("/staff")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NULL") == 1
    assert piece("screen-team") not in await stage.iryna.phone()


async def test_a_lost_phone_comes_back_by_a_new_link_from_a_new_account(stage: Stage) -> None:
    await stage.svitlana.send("/staff")
    await stage.svitlana.press("Ірина")
    await stage.svitlana.press(label("button-team-lost"))
    await stage.svitlana.press(label("button-team-remove-yes"))
    await stage.svitlana.press(NEW_LINK)
    told = await stage.svitlana.sees("/start staff-")
    words = next(line for line in told.text.splitlines() if line.startswith("/start"))
    name = stage.simulator.world.bot.username
    assert f"https://t.me/{name}?start={words.removeprefix('/start ')}" in told.text
    await stage.settled()
    assert await inside(stage, stage.iryna) == "administrator", "an administrator is for the owner of the group"
    assert piece("letter-remove-by-hand-why", why="is-admin") in await stage.svitlana.phone()
    phone = Worker(stage, await stage.people.user("Новий телефон", language_code="uk"), "Ірина")
    await phone.send(words)
    await phone.sees("Ірина")
    await stage.settled()
    rows = await stage.rows("SELECT telegram_id FROM staff WHERE removed_at IS NULL AND role = 'caseworker'")
    assert {account for (account,) in rows} == {phone.id, stage.andriy.id}


async def test_leads_choose_languages_and_nobody_else_sees_the_list(stage: Stage) -> None:
    at = await stage.andriy.send("/staff")
    await stage.andriy.sees_new(label("refusal-not-allowed"), at)
    await stage.svitlana.send("/staff")
    await stage.svitlana.press("Ірина")
    await stage.svitlana.press(label("button-team-languages"))
    await stage.svitlana.press(label("language-en"))
    await stage.svitlana.waits(lambda each: offers(each, label("button-team-any")), "something is chosen")
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.svitlana.clicks(thread, ASSIGN)
    await stage.svitlana.finds(
        thread, lambda each: offers(each, label("button-owner-unfit", name="Ірина", open=0)), "she does not fit"
    )
