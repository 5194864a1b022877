"""How a person comes to each state of a conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram.fsm.state import State

import handlers.routing  # noqa: F401 - so that every state is known
from handlers.beneficiary.states import Calling, ComingBack, Filling, Placing, Reminding, Sending, Telling, Writing
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import (
    ADD_WORDS,
    CLOSE,
    CLOSED,
    NEW_CASE,
    TAKE,
    label,
    piece,
)

Way = Callable[[Stage, Talker], Awaitable[None]]


async def with_case(stage: Stage, person: Talker) -> str:
    """An own case is open; its number."""
    return await stage.opens(person, "Потрібні дрова")


async def own_case(stage: Stage, person: Talker, button: str) -> None:
    """A button on the page of an own case."""
    number = await with_case(stage, person)
    await person.send("/my")
    await person.press(label("button-case-line", number=number, state=label("mine-short-new")))
    await person.press(button)


async def adding(stage: Stage, person: Talker) -> None:
    await own_case(stage, person, ADD_WORDS)
    await person.sees(piece("screen-add-to-case"))


async def writing_anew(stage: Stage, person: Talker) -> None:
    await person.send("/my")
    await person.press(NEW_CASE)
    await person.sees(piece("screen-my-cases-empty"))


async def at_the_menu(stage: Stage, person: Talker) -> None:
    await person.send("/request")
    await person.sees(piece("screen-request"))


async def naming_a_place(stage: Stage, person: Talker) -> None:
    await person.send("/privacy")
    await person.press(label("button-places"))
    await person.press(label("button-place-actual"))
    await person.sees(piece("screen-place-ask", which="actual"))


async def complaining(stage: Stage, person: Talker) -> None:
    await own_case(stage, person, label("button-complain"))
    await person.sees(piece("screen-complaint-ask"))


async def beside_a_rating(stage: Stage, person: Talker) -> None:
    thread = await stage.thread(await with_case(stage, person))
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, CATALOGUE.outcomes["helped"].name["uk"])
    await person.sees(CLOSED)
    await person.press(label("button-rate-good"))
    await person.press(label("button-rate-words"))
    await person.sees(piece("screen-rating-words"))


async def saying_a_name(stage: Stage, person: Talker) -> None:
    await person.send("/privacy")
    await person.press(label("button-rename"))
    await person.sees(piece("screen-rename", held="yes"))


async def filling(stage: Stage, person: Talker) -> None:
    await own_case(stage, person, label("button-for-another"))
    await person.sees(piece("form-whom-who"))


async def giving_a_number(stage: Stage, person: Talker) -> None:
    await person.send("/call")
    await person.sees(piece("letter-call-number"))


async def choosing_a_time(stage: Stage, person: Talker) -> None:
    await giving_a_number(stage, person)
    await person.send("050 123 45 67")
    await person.sees(piece("screen-call-time"))


async def saying_when_it_is_safe(stage: Stage, person: Talker) -> None:
    await person.send("/danger")
    await person.press(label("button-way-call"))
    await person.sees(piece("letter-call-number"))
    await person.send("050 123 45 67")
    await person.sees(piece("screen-danger-call-safely"))


async def coming_back(stage: Stage, person: Talker) -> None:
    await person.send("/my")
    await person.press(label("button-return"))
    await person.sees(piece("letter-return-contact"))


async def sending_a_page(stage: Stage, person: Talker) -> None:
    await asked_for_a_document(stage, person)
    await person.press(label("button-document-send"))
    await person.sees(piece("screen-document"))


async def saying_why_not(stage: Stage, person: Talker) -> None:
    await asked_for_a_document(stage, person)
    await person.press(label("button-document-cannot"))
    await person.sees(piece("screen-document-why"))


async def asked_for_a_document(stage: Stage, person: Talker) -> None:
    thread, name = await stage.thread(await with_case(stage, person)), CATALOGUE.documents["displaced"].name["uk"]
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, label("button-documents-staff"))
    await stage.iryna.clicks(thread, label("button-documents-pick"))
    await stage.iryna.clicks(thread, name)
    await stage.iryna.clicks(thread, label("button-documents-ask"))
    await person.sees(piece("letter-documents-asked"))


async def wanting_a_reminder(stage: Stage, person: Talker) -> None:
    await person.send("/reminders")
    await person.press(label("button-remind-new"))
    await person.sees(piece("screen-remind-words"))


WAYS: dict[State, Way] = {
    Writing.to_case: adding,
    Writing.new_case: writing_anew,
    Writing.from_menu: at_the_menu,
    Placing.name: naming_a_place,
    Telling.complaint: complaining,
    Telling.rating: beside_a_rating,
    Telling.name: saying_a_name,
    Filling.form: filling,
    Calling.number: giving_a_number,
    Calling.time: choosing_a_time,
    Calling.safely: saying_when_it_is_safe,
    ComingBack.number: coming_back,
    Sending.page: sending_a_page,
    Sending.why: saying_why_not,
    Reminding.words: wanting_a_reminder,
}
