"""People who come back from another account: what they read, and what staff check."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import (
    CallMe,
    CallStep,
    CaseDo,
    CaseStep,
    CheckReturn,
    ComeBack,
    DecideReturn,
    MyCases,
    NewCase,
    ReturnStep,
)
from bot.telegram.contact_keyboard import ask_own_contact
from bot.telegram.keyboards import button, column, person_menu
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import (
    FormerCase,
    FormerLine,
    OfficeSight,
    ReturnByHandSight,
    ReturnConfirmedSight,
    ReturnContactSight,
    ReturnMatchedSight,
    ReturnRestoredSight,
    ReturnSight,
    ReturnWaitsSight,
)
from rules.returning import ReturnState

OVER: Mapping[ReturnState, Name] = {
    ReturnState.CONFIRMED: lambda t: t.plain("return-state-confirmed"),
    ReturnState.SETTLED: lambda t: t.plain("return-state-confirmed"),
    ReturnState.REFUSED: lambda t: t.plain("return-state-refused"),
    ReturnState.UNDONE: lambda t: t.plain("return-state-undone"),
}
"""What was decided; where nothing was, the request is over."""


def come_back(t: Words) -> InlineKeyboardButton:
    """The door."""
    return button(t.plain("button-return"), ComeBack())


@shows("return-contact", of=ReturnContactSight)
def contact(shown: ReturnContactSight, t: Words) -> Rendered:
    """Share your own number."""
    ask = t.get("letter-return-contact")
    text = join([t.get("letter-return-foreign"), ask], "\n\n") if shown.foreign else ask
    return Rendered(text, keyboard=ask_own_contact(t))


@shows("return-stopped", of=OfficeSight)
def stopped(shown: OfficeSight, t: Words) -> Rendered:
    """No number after all; the usual buttons come back."""
    text = t.get("letter-return-stopped", phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(text, keyboard=person_menu(t))


@shows("return-received", of=ReturnWaitsSight)
def received(shown: ReturnWaitsSight, t: Words) -> Rendered:
    """We look, and write by a date; the usual buttons come back."""
    if shown.reply_by is None:
        return Rendered(_late(shown, t), keyboard=person_menu(t))
    by, phone, hours = t.weekday_moment(shown.reply_by), shown.office.phone, shown.office.hours
    return Rendered(t.get("letter-return-received", by=by, phone=phone, hours=hours), keyboard=person_menu(t))


@shows("return-waiting", of=ReturnWaitsSight)
def waiting(shown: ReturnWaitsSight, t: Words) -> Rendered:
    """A check is on its way already."""
    text = _late(shown, t)
    if shown.reply_by is not None:
        by, phone, hours = t.weekday_moment(shown.reply_by), shown.office.phone, shown.office.hours
        text = t.get("screen-return-waiting", by=by, phone=phone, hours=hours)
    return Rendered(
        text,
        keyboard=column(
            button(t.plain("button-return-take-back"), CaseDo(case=shown.case_id, verb=CaseStep.ASK_WITHDRAW)),
            button(t.plain("button-my-cases"), MyCases()),
        ),
    )


def _late(shown: ReturnWaitsSight, t: Words) -> Markup:
    return t.get("letter-return-late", phone=shown.office.phone, hours=shown.office.hours)


@shows("return-by-hand", of=ReturnByHandSight)
def by_hand(shown: ReturnByHandSight, t: Words) -> Rendered:
    """A human finds the cases."""
    phone, hours = shown.office.phone, shown.office.hours
    text = (
        t.get("screen-return-often", phone=phone, hours=hours)
        if shown.often
        else t.get("screen-return-by-hand", phone=phone, hours=hours)
    )
    return Rendered(
        text,
        keyboard=column(
            button(t.plain("button-new-case"), NewCase()),
            button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN)),
        ),
    )


@shows("return-confirmed", of=ReturnConfirmedSight)
def confirmed(shown: ReturnConfirmedSight, t: Words) -> Rendered:
    """Your cases are here."""
    text = t.get("letter-return-confirmed", count=shown.count)
    return Rendered(text, keyboard=column(button(t.plain("button-my-cases"), MyCases())))


@shows("return-refused", of=OfficeSight)
def refused(shown: OfficeSight, t: Words) -> Rendered:
    """We could not confirm it, and how to go on."""
    return Rendered(t.get("letter-return-refused", phone=shown.office.phone, hours=shown.office.hours))


@shows("return-undone", of=OfficeSight)
def undone(shown: OfficeSight, t: Words) -> Rendered:
    """We were wrong, and the cases are not here any more."""
    return Rendered(t.get("letter-return-undone", phone=shown.office.phone, hours=shown.office.hours))


@shows("return-restored", of=ReturnRestoredSight)
def restored(shown: ReturnRestoredSight, t: Words) -> Rendered:
    """We were wrong: who could see what, how long."""
    return Rendered(
        t.get(
            "letter-return-restored",
            count=shown.count,
            since=t.moment(shown.since),
            until=t.moment(shown.until),
            phone=shown.office.phone,
            hours=shown.office.hours,
        ),
        keyboard=column(button(t.plain("button-my-cases"), MyCases())),
    )


@shows("return-matched", of=ReturnMatchedSight)
def matched(shown: ReturnMatchedSight, t: Words) -> Rendered:
    """To whoever has a case of somebody known by this number."""
    return Rendered(
        t.get("letter-return-matched", number=shown.number, former=", ".join(shown.former)),
        keyboard=column(button(t.plain("button-return-check"), CheckReturn(case=shown.case_id))),
        protect=True,
    )


@shows("desk-return", of=ReturnSight)
def check(shown: ReturnSight, t: Words) -> Rendered:
    """What is to be checked and asked; seen by the one who looks."""
    parts = [t.get("letter-desk-return", number=shown.number)]
    if shown.decidable:
        parts += [_number(shown, t), *_people(shown, t), t.get("letter-desk-return-how")]
        if shown.first_by:
            parts.append(t.get("letter-desk-return-second", who=shown.first_by))
    else:
        over = OVER.get(shown.state)
        parts.append(t.get("letter-desk-return-over", what=over(t) if over else t.plain("return-state-closed")))
    parts.append(t.get("letter-desk-return-logged"))
    return Rendered(join(parts, "\n\n"), keyboard=column(*_buttons(shown, t)), protect=True)


def _number(shown: ReturnSight, t: Words) -> Markup:
    if shown.phone is None:
        return t.get("letter-desk-return-no-number")
    if shown.proved:
        return t.get("letter-desk-return-proved", phone=shown.phone)
    return t.get("letter-desk-return-typed", phone=shown.phone)


def _people(shown: ReturnSight, t: Words) -> list[Markup]:
    if not shown.people:
        return [t.get("letter-desk-return-nobody")]
    return [_person(each, place, t) for place, each in enumerate(shown.people, start=1)]


def _person(line: FormerLine, place: int, t: Words) -> Markup:
    lines = [
        t.get("letter-desk-return-named", place=str(place))
        if line.by_hand
        else t.get("letter-desk-return-found", place=str(place)),
        *(_case(each, t) for each in line.cases),
    ]
    if line.elsewhere:
        lines.append(t.get("letter-desk-return-elsewhere", count=line.elsewhere))
    if line.second_look:
        lines.append(t.get("letter-desk-return-two"))
    return join(lines)


def _case(case: FormerCase, t: Words) -> Markup:
    opened, owner = t.day(case.opened_at), case.owner or t.plain("value-nobody")
    if case.open:
        return t.get("letter-desk-return-case", number=case.number, opened=opened, owner=owner)
    return t.get("letter-desk-return-case-over", number=case.number, opened=opened, owner=owner)


def _buttons(shown: ReturnSight, t: Words) -> list[InlineKeyboardButton]:
    if shown.may_undo:
        undo = DecideReturn(case=shown.case_id, step=ReturnStep.UNDO)
        return [button(t.plain("button-return-undo"), undo, ButtonStyle.DANGER)]
    if not shown.decidable:
        return []
    several = len(shown.people) > 1
    yes = [
        button(
            t.plain("button-return-yes-of", place=str(place)) if several else t.plain("button-return-yes"),
            DecideReturn(case=shown.case_id, step=ReturnStep.YES, former=each.person_id),
        )
        for place, each in enumerate(shown.people, start=1)
    ]
    return [*yes, button(t.plain("button-return-no"), DecideReturn(case=shown.case_id, step=ReturnStep.NO))]
