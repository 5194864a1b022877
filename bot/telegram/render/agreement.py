"""Whether the human for whom somebody writes agrees: what whoever phones them sees, and what the helper is told."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import AgreementHeard, AgreementLater, AgreementTried, CallMe, CallStep
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.calls import later_at, time_label
from bot.telegram.render.for_whom import RELATIONS
from bot.telegram.render.names import unknown_or
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Words, join
from casework.letters.sights import AgreedSight, AgreementCallSight, AgreementUnheardSight
from rules.calls import Attempt


@shows("agreed-by-code", of=AgreedSight)
def agreed_by_code(shown: AgreedSight, t: Words) -> Rendered:
    """To the beneficiary: thanks, and what it means."""
    return Rendered(
        t.get("letter-agreed-by-code", number=shown.number, phone=shown.office.phone, hours=shown.office.hours)
    )


@shows("agreement-known", of=AgreedSight)
def agreement_known(shown: AgreedSight, t: Words) -> Rendered:
    """To the helper: the human agreed."""
    return Rendered(t.get("letter-agreement-known", number=shown.number))


@shows("agreement-refused", of=AgreedSight)
def agreement_refused(shown: AgreedSight, t: Words) -> Rendered:
    """To the helper: we go no further without the human's word."""
    return Rendered(
        t.get("letter-agreement-refused", number=shown.number, phone=shown.office.phone, hours=shown.office.hours)
    )


@shows("agreement-unheard", of=AgreementUnheardSight)
def agreement_unheard(shown: AgreementUnheardSight, t: Words) -> Rendered:
    """To the helper: we phoned and did not hear the human; what is next."""
    head = t.get(
        "letter-agreement-unheard", at=t.moment(shown.at), wrong="yes" if shown.wrong else "no", number=shown.number
    )
    if shown.by is not None:
        then = t.get("letter-agreement-unheard-again", by=t.weekday_moment(shown.by))
    elif shown.code and shown.code_until:
        then = t.get("whom-sent-code", code=shown.code, until=t.moment(shown.code_until))
    else:
        then = t.get("whom-sent-code-over", phone=shown.office.phone, hours=shown.office.hours)
    call = button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN)) if shown.by is None else None
    return Rendered(join([head, then], "\n\n"), keyboard=column(call))


@shows("desk-agreement", of=AgreementCallSight)
def whom_to_ask(shown: AgreementCallSight, t: Words) -> Rendered:
    """Name and number, and what came of phoning; seen by the one who phones."""
    lines = [
        t.get(
            "letter-desk-agreement",
            number=shown.number,
            name=unknown_or(shown.name, t),
            relation=RELATIONS[shown.relation](t),
        )
    ]
    if shown.phone is not None:
        lines.append(t.get("letter-desk-agreement-phone", phone=shown.phone))
        if shown.start is not None and shown.end is not None:
            lines.append(t.get("letter-desk-call-when", start=t.moment(shown.start), end=t.moment(shown.end)))
    else:
        lines.append(t.get("letter-desk-agreement-no-phone"))
    if shown.attempts:
        lines.append(t.get("letter-desk-call-attempts", count=shown.attempts))
    return Rendered(
        join([join(lines), t.get("letter-desk-agreement-ask"), t.get("letter-desk-call-logged")], "\n\n"),
        keyboard=grid(_outcomes(shown, t), width=1),
        protect=True,
    )


def _outcomes(shown: AgreementCallSight, t: Words) -> list[InlineKeyboardButton]:
    said = [
        button(t.plain("button-agreement-heard"), _heard(shown, agreed=True), ButtonStyle.SUCCESS),
        button(t.plain("button-agreement-refused"), _heard(shown, agreed=False), ButtonStyle.DANGER),
    ]
    if shown.phone is None:
        return said
    tried = {
        Attempt.NO_ANSWER: t.plain("button-call-no-answer"),
        Attempt.WRONG_NUMBER: t.plain("button-call-wrong-number"),
    }
    if not shown.later:
        tried[Attempt.LATER] = t.plain("button-call-later")
    not_asked = [button(label, _tried(shown, attempt)) for attempt, label in tried.items()]
    times = [
        button(
            t.plain("button-call-later-then", when=time_label(each, t)),
            later_at(AgreementLater, shown.case_id, shown.tries, each),
        )
        for each in shown.later
    ]
    return [*said, *not_asked, *times]


def _heard(shown: AgreementCallSight, *, agreed: bool) -> AgreementHeard:
    return AgreementHeard(case=shown.case_id, agreed=agreed, tries=shown.tries)


def _tried(shown: AgreementCallSight, attempt: Attempt) -> AgreementTried:
    return AgreementTried(case=shown.case_id, attempt=attempt, tries=shown.tries)
