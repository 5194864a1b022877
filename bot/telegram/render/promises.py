"""A promise was not kept: what the person reads, and what staff read."""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram.callbacks import CallMe, CallStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.letters.sights import CheckDueSight, PromiseLateSight, PromiseMissedSight
from rules.catalogue import Provider

DECIDERS: Mapping[Provider, Name] = {
    Provider.HROMADA: lambda t: t.plain("decider-hromada"),
    Provider.NGO: lambda t: t.plain("decider-ngo"),
    Provider.STATE: lambda t: t.plain("decider-state"),
    Provider.BY_PLACE: lambda t: t.plain("decider-by-place"),
    Provider.UNKNOWN: lambda t: t.plain("decider-unknown"),
}
"""Who decides where it is not the department, in the middle of a sentence to staff."""


@shows("promise-late", of=PromiseLateSight)
def late(shown: PromiseLateSight, t: Words) -> Rendered:
    """We are sorry, the new date, the phone."""
    head = t.get(
        "letter-promise-late",
        call="yes" if shown.by_phone else "no",
        number=shown.number,
        promised=t.weekday_moment(shown.promised),
    )
    return _apology(
        shown, head, t.get("letter-promise-late-phone", phone=shown.office.phone, hours=shown.office.hours), t
    )


@shows("promise-late-crisis", of=PromiseLateSight)
def late_in_a_crisis(shown: PromiseLateSight, t: Words) -> Rendered:
    """The same in words that give nothing away, with a number that answers at night."""
    head = t.get("letter-promise-late-crisis", call="yes" if shown.by_phone else "no", number=shown.number)
    phone = t.get("letter-promise-late-crisis-phone", phone=shown.office.phone, hours=shown.office.hours)
    return _apology(shown, head, phone, t)


def _apology(shown: PromiseLateSight, head: Markup, phone: Markup, t: Words) -> Rendered:
    if shown.new is None:
        then = t.get("letter-promise-late-no-date")
    elif shown.by_phone:
        then = t.get("letter-promise-late-call", new=t.weekday_moment(shown.new))
    else:
        then = t.get("letter-promise-late-new", new=t.weekday_moment(shown.new))
    lead = Markup()
    if shown.lead_knows:
        lead = t.get("letter-promise-late-lead-calls") if shown.lead_calls else t.get("letter-promise-late-lead")
    complaint = (
        t.get("letter-promise-late-complaint", complaint=shown.complaint.rstrip(".")) if shown.new is None else Markup()
    )
    return Rendered(
        join([head, join([then, lead], " "), phone, complaint], "\n\n"),
        keyboard=column(button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN))),
    )


@shows("promise-missed", of=PromiseMissedSight)
def missed(shown: PromiseMissedSight, t: Words) -> Rendered:
    """What was promised, what the person was told, what can be done now."""
    head = t.get("letter-promise-missed", reader=shown.reader, **_what(shown, t))
    return _to_staff(shown, head, t)


@shows("promise-escalated", of=PromiseMissedSight)
def escalated(shown: PromiseMissedSight, t: Words) -> Rendered:
    """A second time in a row: a lead phones."""
    head = t.get("letter-promise-escalated", reader=shown.reader, times=str(shown.step), **_what(shown, t))
    do = t.get("letter-promise-escalated-call") if shown.may_phone else t.get("letter-promise-escalated-write")
    return _to_staff(shown, head, t, do)


@shows("promise-missed-crisis", of=PromiseMissedSight)
def missed_in_a_crisis(shown: PromiseMissedSight, t: Words) -> Rendered:
    """Somebody who may be in danger waits."""
    head = t.get("letter-promise-missed-crisis", reader=shown.reader, **_what(shown, t))
    do = t.get("letter-promise-escalated-call") if shown.may_phone else t.get("letter-promise-escalated-write")
    return _to_staff(shown, head, t, do)


@shows("check-due", of=CheckDueSight)
def check_due(shown: CheckDueSight, t: Words) -> Rendered:
    """Today we look what another office decided."""
    number = link(shown.url, shown.number) if shown.url else shown.number
    decides = shown.decides or (DECIDERS[shown.provider](t) if shown.provider else "")
    return Rendered(t.get("letter-check-due", reader=shown.reader, number=number, decides=decides, by=t.day(shown.by)))


def _what(shown: PromiseMissedSight, t: Words) -> dict[str, str]:
    return {
        "number": link(shown.url, shown.number) if shown.url else shown.number,
        "what": t.plain("promise-call") if shown.by_phone else t.plain("promise-answer"),
        "deadline": t.moment(shown.promised),
        "since": t.moment(shown.since),
    }


def _to_staff(shown: PromiseMissedSight, head: Markup, t: Words, do: Markup | None = None) -> Rendered:
    whose = (
        t.get("letter-promise-missed-owner", owner=shown.owner)
        if shown.owner is not None and shown.owner != shown.reader
        else t.get("letter-promise-missed-nobody")
        if shown.owner is None
        else Markup()
    )
    what_next = do or t.get("letter-promise-missed-do", phone="yes" if shown.may_phone else "no")
    return Rendered(join([join([head, whose], " "), _told(shown, t), what_next, _then(shown, t)], "\n\n"))


def _told(shown: PromiseMissedSight, t: Words) -> Markup:
    if not shown.told:
        why = "watched" if shown.watched else "unreachable" if shown.unreachable else "other"
        return t.get("letter-promise-missed-untold", why=why)
    if shown.new is None:
        return t.get("letter-promise-missed-told-no-date")
    return t.get("letter-promise-missed-told", new=t.moment(shown.new))


def _then(shown: PromiseMissedSight, t: Words) -> Markup:
    count = t.get("letter-promise-missed-count", count=shown.overdue)
    if shown.step > 1 or shown.new is None or shown.owner != shown.reader:
        return count
    return join([t.get("letter-promise-missed-then", next=t.moment(shown.new)), count], "\n\n")
