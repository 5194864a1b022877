"""A person's own cases: the list, one case with its history, and its questions."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import CaseDo, CaseStep, ForAnother, MyCase, MyCases, MyFiles, NewCase, OwnPhone, PhonePage
from bot.telegram.callbacks.appointments import Meetings
from bot.telegram.callbacks.documents import Documents
from bot.telegram.keyboards import button, column
from bot.telegram.render.file_names import file_lines
from bot.telegram.render.names import own_about, own_event, own_state, own_state_short, result_line, whose_decision
from bot.telegram.render.recreation import application_buttons, application_lines
from bot.telegram.render.recreation_words import STANDINGS
from bot.telegram.render.registry import shows
from bot.telegram.render.returning import come_back
from bot.telegram.render.transfers import transfer_buttons
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights import CaseLine, MyCaseSight, MyCasesSight, NumberSight, TimelineLine
from rules.cases import State, Turn, Verb, is_open


@shows("my-cases", of=MyCasesSight)
def my_cases(shown: MyCasesSight, t: Words) -> Rendered:
    """The list, newest first."""
    new = button(t.plain("button-new-case"), NewCase())
    if not shown.cases:
        return Rendered(t.get("screen-my-cases-empty"), keyboard=column(new, _meetings(shown, t), come_back(t)))
    parts = [t.get("screen-my-cases"), *(_case_lines(case, t) for case in shown.cases)]
    if shown.pages > 1:
        parts.append(t.get("screen-my-cases-page", page=str(shown.page + 1), pages=str(shown.pages)))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-case-line", number=case.number, state=own_state_short(case, t)),
                    MyCase(case=case.case_id),
                )
                for case in shown.cases
            ),
            button(t.plain("button-later"), MyCases(page=shown.page - 1)) if shown.page else None,
            button(t.plain("button-earlier"), MyCases(page=shown.page + 1)) if shown.page + 1 < shown.pages else None,
            _meetings(shown, t),
            new,
            come_back(t),
        ),
    )


def _meetings(shown: MyCasesSight, t: Words) -> InlineKeyboardButton:
    """All that is ahead, and what one can sign up for."""
    return button(t.plain("button-meetings-ahead", count=shown.meetings), Meetings())


@shows("my-case", of=MyCaseSight)
def my_case(shown: MyCaseSight, t: Words) -> Rendered:
    """One case: how it stands, what is awaited, what happened, what can be done."""
    head = [t.get("screen-my-case", number=shown.case.number), html(own_about(shown.case, t))]
    head.append(t.get("screen-my-case-state", state=_state(shown.case, t)))
    return Rendered(
        join([join([*head, *_awaited(shown, t)]), _history(shown.timeline, t)], "\n\n"),
        keyboard=column(
            button(
                t.plain("button-add-words"),
                CaseDo(case=shown.case.case_id, verb=CaseStep.ADD_WORDS),
                ButtonStyle.PRIMARY,
            )
            if Verb.ADD_WORDS in shown.may
            else None,
            *application_buttons(shown.application, t),
            button(t.plain("button-documents", count=shown.missing), Documents(case=shown.case.case_id))
            if shown.missing
            else None,
            *transfer_buttons(shown.transfers, t),
            button(t.plain("button-my-files"), MyFiles(case=shown.case.case_id)) if shown.files else None,
            button(_reopen_label(shown, t), CaseDo(case=shown.case.case_id, verb=CaseStep.REOPEN))
            if Verb.REOPEN in shown.may
            else None,
            button(t.plain("button-withdraw-ask"), CaseDo(case=shown.case.case_id, verb=CaseStep.ASK_WITHDRAW))
            if Verb.WITHDRAW in shown.may
            else None,
            button(t.plain("button-complain"), CaseDo(case=shown.case.case_id, verb=CaseStep.COMPLAIN))
            if shown.may_complain
            else None,
            button(t.plain("button-for-another"), ForAnother(case=shown.case.case_id)) if shown.for_another else None,
            button(t.plain("button-family-lines"), OwnPhone(page=PhonePage.FAMILY_LINES))
            if shown.family_lines
            else None,
            button(t.plain("button-my-cases"), MyCases()),
        ),
    )


@shows("add-to-case", of=NumberSight)
def add_to_case(shown: NumberSight, t: Words) -> Rendered:
    """Write what to add."""
    return Rendered(
        t.get("screen-add-to-case", number=shown.number, phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(button(t.plain("button-back"), MyCase(case=shown.case_id))),
    )


@shows("withdraw-ask", of=NumberSight)
def withdraw_ask(shown: NumberSight, t: Words) -> Rendered:
    """Really take the case back?"""
    return Rendered(
        t.get("screen-withdraw-ask", number=shown.number, phone=shown.office.phone, hours=shown.office.hours),
        keyboard=column(
            button(t.plain("button-keep"), MyCase(case=shown.case_id)),
            button(
                t.plain("button-withdraw"),
                CaseDo(case=shown.case_id, verb=CaseStep.WITHDRAW),
                ButtonStyle.DANGER,
            ),
        ),
    )


def _case_lines(case: CaseLine, t: Words) -> Markup:
    head = t.get("screen-my-cases-line", number=case.number, opened=t.short_day(case.opened_at))
    return join([head, html(own_about(case, t)), t.get("screen-my-case-state", state=_state(case, t))])


def _state(case: CaseLine, t: Words) -> str:
    """How it stands; of an application that says more than the state of the case."""
    if case.standing is None:
        return own_state(case, t)
    standing = STANDINGS[case.standing](t)
    return standing[0].upper() + standing[1:]


def _awaited(shown: MyCaseSight, t: Words) -> list[Markup]:
    lines: list[Markup] = []
    if shown.goes_on_in is not None:
        lines.append(t.get("screen-my-case-goes-on", number=shown.goes_on_in))
    if shown.application is not None:
        lines += application_lines(shown.application, t)
    if is_open(shown.case.state):
        lines.append(_next(shown, t))
    if shown.call_by:
        lines.append(t.get("screen-my-case-call", by=t.weekday_moment(shown.call_by)))
    if shown.law_by and is_open(shown.case.state):
        lines.append(t.get("screen-my-case-law", law_by=t.day(shown.law_by)))
    # Who decides about an application is known: the campaign that it was sent in.
    if is_open(shown.case.state) and shown.application is None:
        lines.append(whose_decision(shown, t))
    lines.append(result_line(shown.case.state, shown.outcome, t))
    if shown.files:
        lines.append(t.get("screen-my-case-files", files=join(file_lines(shown.files, t), "; ")))
    if shown.files_of_staff:
        lines.append(t.get("screen-my-case-files-of-staff", files=join(file_lines(shown.files_of_staff, t), "; ")))
    if shown.reopen_by and Verb.REOPEN in shown.may:
        by = t.day(shown.reopen_by)
        refused = shown.case.state is State.REFUSED
        lines.append(
            t.get("screen-my-case-review", reopen_by=by) if refused else t.get("screen-my-case-reopen", reopen_by=by)
        )
    return [*lines, *_held(shown, t)]


def _reopen_label(shown: MyCaseSight, t: Words) -> str:
    return t.plain("button-ask-review") if shown.case.state is State.REFUSED else t.plain("button-reopen")


def _next(shown: MyCaseSight, t: Words) -> Markup:
    """What is next, from whom, by when; a date that is over is never named."""
    if shown.application is not None and shown.application.places is not None and shown.application.places.offers:
        return t.get("mine-place-next")
    if shown.application is not None and not shown.application.waits and shown.case.turn is not Turn.PERSON:
        return t.get("mine-application-next")
    if shown.case.state is State.RESOLVED and shown.case.turn is Turn.PERSON:
        return t.get("screen-my-case-next-resolved")
    if shown.case.turn is Turn.PERSON:
        return t.get("screen-my-case-next-you")
    if shown.case.turn is Turn.PROVIDER:
        return t.get("screen-my-case-next-provider")
    if shown.overdue:
        return t.get("screen-my-case-next-late")
    by = t.weekday_moment(shown.case.reply_by)
    if shown.case.owner:
        return t.get("screen-my-case-next", owner=shown.case.owner, reply_by=by)
    return t.get("screen-my-case-next-nobody", reply_by=by)


def _held(shown: MyCaseSight, t: Words) -> list[Markup]:
    """How much there is to this case, a line for each sort of thing."""
    lines = [t.get("screen-my-case-messages", count=str(shown.messages))] if shown.messages else []
    for each in shown.complaints:
        if each.overdue:
            lines.append(t.get("screen-my-case-complaint-late", complaint=each.complaint))
        else:
            by = t.day(each.answer_by)
            lines.append(t.get("screen-my-case-complaint", complaint=each.complaint, answer_by=by))
    return lines


def _history(timeline: tuple[TimelineLine, ...], t: Words) -> Markup:
    if not timeline:
        return Markup()
    happened = (t.get("timeline-line", at=t.stamp(line.at), what=own_event(line, t)) for line in timeline)
    return join([t.get("screen-my-case-history"), *happened])
