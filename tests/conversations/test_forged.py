"""Two people cannot see or touch each other's cases, whatever data, link or command somebody makes up."""

from __future__ import annotations

from bot.telegram.callbacks import (
    CaseButton,
    CaseDo,
    CaseStep,
    Consent,
    Details,
    MyCase,
    NewCase,
    StaffStep,
    Words,
)
from casework.staff.invite import JOIN_PREFIX
from tests.conversations.made_up import every_button
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import label

CASE = "SELECT state, turn, owner_id, result, closed_at, erased_at, priority, tags FROM cases WHERE id = :id"
SECRET = "таємне слово"
BROKEN = ("mc:", "mc:-1", "mc:0", f"mc:{10**20}", "cd:1:erase", "zz:1", "wo:add:1", "\x00", "mc:1:1", ":" * 64)


async def _two(stage: Stage) -> tuple[Talker, Talker, int, int]:
    """Олена with an open case and words that wait, Микола with nothing; her case and the last of her drafts."""
    olena, _ = await stage.with_case("Олена", f"{SECRET} перше", last_name="Коваленко")
    await olena.send("/my")
    await olena.press(label("button-new-case"))
    await olena.send(f"{SECRET} друге")
    await stage.settled()
    [(draft,)] = await stage.rows("SELECT max(id) FROM drafts")
    return olena, await stage.agreed("Микола"), 1, int(draft)


async def test_no_made_up_data_shows_or_changes_somebody_elses_case(stage: Stage) -> None:
    olena, mykola, case, draft = await _two(stage)
    before, phone = await stage.rows(CASE, id=case), await olena.phone()
    pressed_on = (await mykola.chat())[-1]
    for data in every_button(case=case, upto=draft):
        answer = await mykola.forges(data.pack(), pressed_on)
        assert answer.answered, data
        if isinstance(data, CaseDo | NewCase | Words | Consent):
            await mykola.send("додай це туди")
    await stage.settled()
    seen = await mykola.phone()
    assert SECRET not in seen
    assert "LUH-" not in seen
    assert "Коваленко" not in seen
    assert await stage.rows(CASE, id=case) == before
    assert await olena.phone() == phone
    assert await stage.count("SELECT count(*) FROM drafts WHERE id <= :id", id=draft) == 1
    assert await stage.count("SELECT count(*) FROM messages") == 1
    assert await stage.count("SELECT count(*) FROM readings") == 0


async def test_staff_buttons_do_nothing_for_a_person_and_say_so_kindly(stage: Stage) -> None:
    _, mykola, case, _ = await _two(stage)
    pressed_on = (await mykola.chat())[-1]
    own = await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NOT NULL")
    for data in (CaseButton(case=case, verb=StaffStep.TAKE), Details(case=case)):
        answer = await mykola.forges(data.pack(), pressed_on)
        assert answer.text == label("refusal-stale")
        assert answer.show_alert
    assert await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NOT NULL") == own == 0


async def test_the_data_of_somebody_elses_case_looks_like_a_case_that_never_was(stage: Stage) -> None:
    _, mykola, case, _ = await _two(stage)
    pressed_on = (await mykola.chat())[-1]
    for step in (MyCase(case=case), CaseDo(case=case, verb=CaseStep.WITHDRAW)):
        never = type(step)(**(step.model_dump() | {"case": 987654321}))
        theirs = await mykola.forges(step.pack(), pressed_on)
        nobodys = await mykola.forges(never.pack(), pressed_on)
        assert theirs == nobodys
        assert theirs.text == label("refusal-no-such-case")


async def test_broken_data_is_answered_and_harms_nothing(stage: Stage) -> None:
    _, mykola, _, _ = await _two(stage)
    pressed_on = (await mykola.chat())[-1]
    for data in BROKEN:
        assert (await mykola.forges(data, pressed_on)).answered, data
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0


async def test_no_link_or_command_made_up_by_hand_opens_somebody_elses_case(stage: Stage) -> None:
    olena, mykola, case, _ = await _two(stage)
    [(number,)] = await stage.rows("SELECT number FROM cases WHERE id = :id", id=case)
    phone = await olena.phone()
    for words in (
        f"/start {number}",
        f"/start case-{case}",
        f"/start {JOIN_PREFIX}",
        f"/start {JOIN_PREFIX}{case}",
        f"/my {number}",
        f"/my {case}",
        f"/case {case}",
        "/desk",
        f"/a {SECRET[:4]}",
        "/bind 1",
        f"/take {case}",
    ):
        await mykola.send(words)
    await stage.settled()
    answers = "\n".join(await mykola.got())
    assert SECRET not in answers
    assert number not in answers
    assert await olena.phone() == phone
    assert await stage.count("SELECT count(*) FROM staff WHERE telegram_id = :id", id=mykola.id) == 0
