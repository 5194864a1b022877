"""Every state of a conversation, reached as a person reaches it: each command works there, and danger comes first.

A state that is added without a way to it here is found by the first test.
"""

from __future__ import annotations

import asyncio

import pytest
from aiogram.fsm.state import State, StatesGroup

import handlers.routing  # noqa: F401 - so that every state is known
from bot.telegram.keyboards import MENU_COMMANDS
from bot.telegram.profile import person_commands
from handlers.beneficiary.states import Calling, Filling, Writing
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.ways import WAYS, Way, at_the_menu
from tests.conversations.words import (
    AGREE,
    CONSENT,
    DECLINE,
    OFFER,
    WATCHED,
    WORDING,
    label,
    piece,
)


async def never_wrote(stage: Stage, person: Talker) -> None:
    """Nothing at all was said yet."""


async def asked_for_consent(stage: Stage, person: Talker) -> None:
    await person.send("/start")
    await person.sees(CONSENT)


async def words_wait_for_consent(stage: Stage, person: Talker) -> None:
    await person.send("Потрібні дрова")
    await person.sees(CONSENT)


async def declined(stage: Stage, person: Talker) -> None:
    await asked_for_consent(stage, person)
    await person.press(DECLINE)
    await person.sees(piece("screen-info-only"))


async def watched(stage: Stage, person: Talker) -> None:
    await asked_for_consent(stage, person)
    await person.press(WATCHED)
    await person.sees(piece("screen-watched"))


async def at_the_menu_without_consent(stage: Stage, person: Talker) -> None:
    await at_the_menu(stage, person)


async def words_wait_for_a_press(stage: Stage, person: Talker) -> None:
    await agrees(person)
    await person.send("Потрібні дрова")
    await person.sees(OFFER)


async def took_the_consent_back(stage: Stage, person: Talker) -> None:
    await agrees(person)
    await person.send("/privacy")
    await person.press(label("button-consent-withdraw"))
    await person.press(label("button-consent-withdraw-now"))
    await person.sees(piece("screen-consent-withdrawn"))


BEFORE: tuple[Way, ...] = (
    never_wrote, asked_for_consent, words_wait_for_consent, declined, watched, at_the_menu_without_consent,
    words_wait_for_a_press, took_the_consent_back,
)  # fmt: skip
"""Where somebody may be whose words belong nowhere in particular, consent or not."""

ANSWERS: dict[str, tuple[str, ...]] = {
    "request": (piece("screen-request"),),
    "my": (piece("screen-my-cases-empty"), piece("screen-my-cases")),
    "call": (
        piece("letter-call-number"), piece("screen-call-known"), piece("screen-call-time"),
        piece("screen-danger-call-safely"),
    ),
    "danger": ("112",),
    "help": (piece("screen-help"),),
    "recreation": (piece("screen-recreation-none"),),
    "meetings": (piece("screen-meetings-none"),),
    "reminders": (
        piece("screen-reminders-none"), piece("screen-reminders-by-humans"),
        piece("screen-reminders"),  # of documents that were asked for
    ),
    "privacy": (piece("screen-privacy", name_held="yes"), piece("screen-privacy-who")),
    "language": (piece("screen-language"),),
    "cancel": (
        piece("screen-cancelled"), piece("letter-call-stopped"), piece("screen-form-cancel-ask"),
        piece("letter-return-stopped"),
    ),
    "start": (piece("letter-welcome"), piece("screen-consent-given"), piece("screen-form-resume"), OFFER),
}  # fmt: skip
"""What may come of a command; any of these."""
STAYS = {"language"}
"""Commands after which the words that follow mean what they meant."""
LOOKS_ONLY = {"my", "help", "privacy", "recreation", "meetings", "reminders"}
"""Commands that a form waits for."""
AFTER = {"request": Writing.from_menu.state, "call": Calling.number.state}
"""What the next words mean after a command; nothing in particular after all others."""


async def agrees(person: Talker) -> None:
    await person.send("/start")
    await person.press(AGREE)
    await person.sees(piece("screen-consent-given"))


async def state_of(stage: Stage, person: Talker) -> str | None:
    """What the next words of the person mean."""
    await stage.settled()
    found = await stage.rows("SELECT state FROM conversations WHERE split_part(key, ':', 2) = :id", id=str(person.id))
    return found[0][0] if found else None


async def arrives(stage: Stage, state: State, name: str) -> Talker:
    """Somebody who has agreed and is in this state."""
    person = await stage.person(name)
    await agrees(person)
    await WAYS[state](stage, person)
    assert await state_of(stage, person) == state.state
    return person


async def cries(stage: Stage, person: Talker, by: str) -> None:
    """The person says that they are in danger: the numbers come at once, and what they write next goes to that case."""
    at = await person.send(by)
    await person.sees_new("112", at)
    assert await state_of(stage, person) is None
    first = next(shown for shown in await person.chat() if shown.id > at and shown.sender != person.id)
    assert "112" in first.text, "nothing comes before the numbers"
    assert offers(first, label("button-way-silent"))
    await person.send("Я в підвалі")
    await stage.settled()
    query = (
        "SELECT count(*) FROM messages JOIN cases ON cases.id = case_id JOIN people ON people.id = person_id"
        " WHERE crisis AND cases.closed_at IS NULL AND telegram_id = :id"
        " AND extract(epoch FROM law_by - opened_at) = 24 * 3600"
    )
    assert await stage.count(query, id=person.id) == 1


def test_every_state_of_a_person_has_its_way_here() -> None:
    groups = [group for group in StatesGroup.__subclasses__() if group.__module__.startswith("handlers.beneficiary")]
    assert {state for group in groups for state in group.__all_states__} == set(WAYS)


def test_every_command_of_the_menu_has_its_answer_here() -> None:
    for language in WORDING.languages:
        assert {each.command for each in person_commands(WORDING.to(language))} == set(ANSWERS)
    assert set(MENU_COMMANDS) <= set(ANSWERS)


@pytest.mark.parametrize("state", WAYS, ids=lambda state: str(state.state))
async def test_in_every_state_danger_is_heard_and_every_command_works(stage: Stage, state: State) -> None:
    async with asyncio.TaskGroup() as together:
        for command in ANSWERS.keys() - {"danger"}:
            together.create_task(_commands(stage, state, command))
        for by in ("/Danger", label("button-menu-danger")):
            together.create_task(_in_danger(stage, state, by))


async def _in_danger(stage: Stage, state: State, by: str) -> None:
    await cries(stage, await arrives(stage, state, by), by)


async def _commands(stage: Stage, state: State, command: str) -> None:
    person = await arrives(stage, state, command)
    await answered(person, f"/{command.title()}", ANSWERS[command])
    after = await state_of(stage, person)
    if command in STAYS or (state is Filling.form and command in LOOKS_ONLY):
        assert after == state.state, command
    else:
        assert after in {AFTER.get(command), state.state if command == "call" else None}, command


async def answered(person: Talker, typed: str, answers: tuple[str, ...]) -> None:
    """One of the answers comes below what was typed."""
    at = await person.send(typed)
    await person.waits(
        lambda shown: shown.id > at and any(each in shown.text for each in answers), f"what {typed} brings"
    )


@pytest.mark.parametrize("somewhere", BEFORE, ids=lambda way: way.__name__)
async def test_before_consent_too_and_wherever_words_belong_nowhere(stage: Stage, somewhere: Way) -> None:
    async with asyncio.TaskGroup() as together:
        for command in ANSWERS.keys() - {"danger"}:
            together.create_task(_commands_before(stage, somewhere, command))
        for by in ("/danger", label("button-menu-danger", "en")):
            together.create_task(_in_danger_before(stage, somewhere, by))


async def _in_danger_before(stage: Stage, somewhere: Way, by: str) -> None:
    person = await stage.person("Олена")
    await somewhere(stage, person)
    await cries(stage, person, by)


async def _commands_before(stage: Stage, somewhere: Way, command: str) -> None:
    person = await stage.person(command)
    await somewhere(stage, person)
    asked = (CONSENT, piece("screen-consent-call"), piece("letter-call-number-watched"))
    await answered(person, f"/{command}", ANSWERS[command] + (asked if command in {"start", "call"} else ()))
