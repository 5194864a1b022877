"""Strangers and anonymous admins in the staff group can do nothing, and hear so at most once an hour."""

from __future__ import annotations

from bot.telegram.callbacks import CaseButton, Details, Fact, FactField, FactValue, OutcomeChoice, StaffStep
from db.repositories import staff as staff_rows
from simulator.seen import Shown
from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, Worker, offers
from tests.conversations.words import TAKE, label

STATE = "SELECT state, turn, owner_id, result, audience, closed_at FROM cases"
CARD_DATA = [
    *(CaseButton(case=1, verb=step).pack() for step in StaffStep),
    Details(case=1).pack(),
    OutcomeChoice(case=1, outcome="helped").pack(),
    *(FactField(case=1, field=fact).pack() for fact in Fact),
    FactValue(case=1, field=Fact.AUDIENCE, value="idp").pack(),
]


async def _card(stage: Stage, thread: int) -> Shown:
    return await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)


async def _does_everything(stage: Stage, who: Worker, thread: int, card: Shown) -> list[str]:
    """All that can be tried in a topic; the toasts that came back."""
    toasts = [(await who.forges_in(card, data)).text or "" for data in CARD_DATA]
    said = [
        await who.says(thread, "/a чуже слово"),
        await who.says(thread, "чуже слово", to=card.id),
        await who.replies(thread, "Потрібні дрова", "чуже слово"),
        await who.says(thread, "/take чуже слово"),
        await who.says(GENERAL, f"/bind {await stage.bind_code()}"),
    ]
    for message in said:
        await who.corrects(message, "чуже слово, виправлене")
    return toasts


async def test_a_stranger_can_do_nothing(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    card = await _card(stage, thread)
    before, phone = await stage.rows(STATE), await olena.phone()
    stranger = await stage.outsider("Хтось", "administrator")
    toasts = await _does_everything(stage, stranger, thread, card)
    await stage.settled()

    assert await stage.rows(STATE) == before
    assert await olena.phone() == phone
    assert await stage.count("SELECT count(*) FROM readings") == 0
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'staff'") == 0
    assert "Коваленко" not in await stranger.topic(thread) + "".join(toasts)
    assert [text for text in toasts if text] == [label("refusal-not-allowed")]
    assert await _whispers_to(stage, stranger.id) == 0


async def test_a_stranger_is_refused_at_most_once_an_hour(stage: Stage) -> None:
    stranger = await stage.outsider("Хтось")
    for _ in range(3):
        await stranger.says(GENERAL, "/a чуже слово")
    await stranger.whispered(GENERAL, label("whisper-not-staff"))
    await stage.settled()
    assert await _whispers_to(stage, stranger.id) == 1
    await stage.later(minutes=59)
    await stranger.says(GENERAL, "/a чуже слово")
    await stage.settled()
    assert await _whispers_to(stage, stranger.id) == 1
    await stage.later(minutes=2)
    await stranger.says(GENERAL, "/a чуже слово")
    await stage.settled()
    assert await _whispers_to(stage, stranger.id) == 2


async def test_who_only_talks_in_the_group_hears_nothing(stage: Stage) -> None:
    stranger = await stage.outsider("Хтось")
    await stranger.says(GENERAL, "Добрий день усім")
    await stage.settled()
    assert await _whispers_to(stage, stranger.id) == 0


async def _whispers_to(stage: Stage, user: int) -> int:
    page = await stage.people.messages(stage.group, reader=user)
    return sum(each.ephemeral_to == user for each in page.messages)


async def test_an_anonymous_admin_can_do_nothing(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await _card(stage, thread)
    words = await stage.iryna.reads(thread, "Потрібні дрова")
    before, phone = await stage.rows(STATE), await olena.phone()
    calls = len(await stage.people.calls(method="sendMessage", chat=stage.group))
    for said in (
        {"text": "/a чуже слово", "thread": thread},
        {"text": "чуже слово", "thread": thread, "reply_to": card.id},
        {"text": "чуже слово", "thread": thread, "reply_to": words.id},
        {"text": f"/bind {await stage.bind_code()}"},
    ):
        written = await stage.people.write(stage.group, "anonymous", **said)
        await stage.people.edit(stage.group, written["message_id"], "anonymous", "чуже слово, виправлене")
    await stage.settled()
    assert await stage.rows(STATE) == before
    assert await olena.phone() == phone
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'staff'") == 0
    assert len(await stage.people.calls(method="sendMessage", chat=stage.group)) <= calls + 1


async def test_a_member_who_was_removed_is_a_stranger_again(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await _card(stage, thread)
    async with stage.app.database.uow() as uow:
        member = await staff_rows.by_telegram(uow.session, stage.andriy.id)
        assert member is not None
        member.removed_at = stage.clock.now()
    assert (await stage.andriy.forges_in(card, CARD_DATA[0])).text == label("refusal-not-allowed")
    await stage.andriy.says(thread, "чуже слово", to=card.id)
    await stage.settled()
    assert "чуже слово" not in await olena.phone()
