"""Answers to the questions of a registration that are pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from casework.act import act
from casework.cases.facts import FIELDS
from casework.context import Context
from casework.errors import Stale
from casework.registering.going_on import answered, go_on, own, step_of
from casework.registering.known import known_by
from db.models import Registration
from db.repositories import people
from rules.catalogue import CRISIS
from rules.languages import LANGUAGES
from rules.registering import NOBODY_KNOWN, SKIPPED, Channel, Ground, Step, may_have_come, without

DONE, ERASE = "done", "erase"
"""What is pressed below the words."""
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Press:
    """A button of a question, which may stand open no more."""

    registration_id: int
    step: Step
    value: str


@act("registration.press")
async def press(ctx: Context, data: Press) -> Step:
    """Takes the answer and shows the next question; which one. Stale for a button of another question, or for what is
    not offered.
    """
    found = await own(ctx, data.registration_id)
    if step_of(found) is not data.step:
        raise Stale
    if data.step is Step.WORDS:
        await _words(ctx, found, data.value)
    elif data.step is Step.KNOWN:
        await _known(ctx, found, data.value)
    elif data.step in PRESSED:
        PRESSED[data.step](ctx, found, data.value)
        answered(found, data.step)
    else:
        raise Stale
    return await go_on(ctx, found)


@dataclass(frozen=True, slots=True)
class Change:
    """On the preview: this answer is to be another one."""

    registration_id: int
    step: Step


@act("registration.change")
async def change(ctx: Context, data: Change) -> Step:
    """Asks that question again. Stale unless all is answered."""
    found = await own(ctx, data.registration_id)
    if step_of(found) is not Step.PREVIEW or data.step is Step.PREVIEW:
        raise Stale
    found.done = without(found.done, data.step)
    if data.step is Step.PHONE:
        found.same_as = None
    return await go_on(ctx, found)


async def _words(ctx: Context, found: Registration, value: str) -> None:
    """In danger the call itself says enough; otherwise a case without words is none."""
    drafts = await people.drafts(ctx.uow.session, found.person_id)
    if value == ERASE:
        await people.drop_drafts(ctx.uow.session, found.person_id)
    elif value == DONE and (drafts or found.danger):
        answered(found, Step.WORDS)
    else:
        raise Stale


async def _known(ctx: Context, found: Registration, value: str) -> None:
    """It is one of those whom we know, whose name and language we have; or nobody of them."""
    theirs = {case.person_id for case in await known_by(ctx.uow, found.organisation_id, found.phone)}
    if value == NOBODY_KNOWN:
        found.same_as = None
        answered(found, Step.KNOWN)
        return
    if not value.isdecimal() or int(value) not in theirs:
        raise Stale
    person = await people.by_id(ctx.uow.session, int(value))
    found.same_as, found.language, found.hromada = person.id, person.language, person.registered_hromada
    answered(found, Step.KNOWN, Step.NAME, Step.LANGUAGE, *([Step.PLACE] if found.hromada else []))


def _channel(ctx: Context, found: Registration, value: str) -> None:
    found.channel = _one_of(value, list(Channel))


def _danger(ctx: Context, found: Registration, value: str) -> None:
    found.danger = _one_of(value, [YES, NO]) == YES


def _no_phone(ctx: Context, found: Registration, value: str) -> None:
    _only_skipped(value)
    found.phone = None
    answered(found, Step.KNOWN)


def _no_name(ctx: Context, found: Registration, value: str) -> None:
    _only_skipped(value)
    found.name = None


def _service(ctx: Context, found: Registration, value: str) -> None:
    found.service = _one_of(value, [slug for slug in ctx.catalogue.services if slug != CRISIS])


def _formal(ctx: Context, found: Registration, value: str) -> None:
    found.formal = _one_of(value, [YES, NO]) == YES


def _place(ctx: Context, found: Registration, value: str) -> None:
    known = FIELDS["registered_hromada"].choices(ctx.catalogue, LANGUAGES[0])
    found.hromada = None if value == SKIPPED else _one_of(value, list(known))


def _language(ctx: Context, found: Registration, value: str) -> None:
    found.language = _one_of(value, list(LANGUAGES))


def _day(ctx: Context, found: Registration, value: str) -> None:
    day = date.fromordinal(int(value)) if value.isdecimal() and 0 < int(value) <= date.max.toordinal() else None
    if day is None or not may_have_come(day, ctx.now):
        raise Stale
    found.received_on = day


def _ground(ctx: Context, found: Registration, value: str) -> None:
    found.ground = _one_of(value, list(Ground))


def _one_of(value: str, offered: list[str] | list[Channel] | list[Ground]) -> str:
    if value not in offered:
        raise Stale
    return str(value)


def _only_skipped(value: str) -> None:
    if value != SKIPPED:
        raise Stale


PRESSED: Mapping[Step, Callable[[Context, Registration, str], None]] = {
    Step.CHANNEL: _channel,
    Step.DANGER: _danger,
    Step.PHONE: _no_phone,
    Step.NAME: _no_name,
    Step.SERVICE: _service,
    Step.FORMAL: _formal,
    Step.PLACE: _place,
    Step.LANGUAGE: _language,
    Step.DAY: _day,
    Step.GROUND: _ground,
}
