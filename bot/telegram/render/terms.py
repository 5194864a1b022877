"""Letters to a family about last days that come near, and dates that have changed."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import CallMe, CallStep, MyCase, StopReminders
from bot.telegram.callbacks.documents import Documents
from bot.telegram.callbacks.recreation import Apply
from bot.telegram.keyboards import button, column
from bot.telegram.render.later import later_buttons
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.terms import ApplicationReminderSight, DatesChangedSight, PapersWait
from rules.catalogue import ReminderKind
from rules.recreation.changes import ShiftChanged


@shows("application-reminder", of=ApplicationReminderSight)
def reminder(shown: ApplicationReminderSight, t: Words) -> Rendered:
    """What can still be done, until when, and how to be reminded no more."""
    drafts = [t.get("reminder-draft", left=each.left, deadline=t.day(each.last_day)) for each in shown.drafts]
    papers = [_papers(each, t) for each in shown.papers]
    cannot = t.get("reminder-cannot") if any(each.missing for each in shown.papers) else Markup()
    tail = t.get("reminder-help", phone=shown.office.phone, hours=shown.office.hours)
    goes_on = [
        button(t.plain("button-reminder-draft"), Apply(campaign=each.campaign_id), ButtonStyle.PRIMARY)
        for each in shown.drafts
    ]
    brings = [
        button(t.plain("button-documents", count=each.missing), Documents(case=each.case_id))
        for each in shown.papers
        if each.missing
    ]
    answers = [key for each in shown.papers if each.later is not None for key in later_buttons(each.later, t)]
    return Rendered(
        join([t.get("letter-application-reminder"), *drafts, *papers, cannot, tail], "\n\n"),
        keyboard=column(
            *goes_on,
            *brings,
            *answers,
            button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN)),
            button(t.plain("button-remind-stop"), StopReminders(kind=ReminderKind.APPLICATION, stop=True)),
        ),
    )


def _papers(each: PapersWait, t: Words) -> Markup:
    parts = []
    if each.missing:
        parts.append(
            t.get("reminder-papers", number=each.number, documents=", ".join(each.documents))
            if each.documents
            else t.get("reminder-papers-unnamed", number=each.number)
        )
    if each.later is not None:
        parts.append(t.get("reminder-questions", number=each.number, count=len(each.later.owed)))
    return join([*parts, t.get("reminder-papers-until", left=each.left, deadline=t.day(each.last_day))], " ")


@shows("dates-changed", of=DatesChangedSight)
def dates_changed(shown: DatesChangedSight, t: Words) -> Rendered:
    """What was, what is now, and that nothing is lost."""
    head = (
        t.get("letter-dates-changed", number=shown.number)
        if shown.number is not None
        else t.get("letter-dates-changed-draft")
    )
    days = (
        t.get(
            "changed-days",
            first_was=t.day(shown.days.was[0]),
            last_was=t.day(shown.days.was[1]),
            first=t.day(shown.days.now[0]),
            last=t.day(shown.days.now[1]),
        )
        if shown.days
        else Markup()
    )
    tail = t.get("changed-help", phone=shown.office.phone, hours=shown.office.hours)
    goes_on = (
        button(t.plain("button-reminder-draft"), Apply(campaign=shown.campaign_id), ButtonStyle.PRIMARY)
        if shown.takes and shown.number is None
        else None
    )
    of_case = button(t.plain("button-show-case"), MyCase(case=shown.case_id)) if shown.case_id else None
    return Rendered(
        join([head, days, *(_shift(each, t) for each in shown.shifts), tail], "\n\n"),
        keyboard=column(goes_on, of_case, button(t.plain("button-call-me"), CallMe(step=CallStep.BEGIN))),
    )


def _shift(each: ShiftChanged, t: Words) -> Markup:
    was, now = each.was, each.now
    lines = [t.get("changed-shift", camp=now.camp)]
    if was.camp != now.camp:
        lines.append(t.get("changed-camp", was=was.camp, now=now.camp))
    if (was.first, was.last) != (now.first, now.last):
        lines.append(
            t.get(
                "changed-shift-days",
                first_was=t.day(was.first),
                last_was=t.day(was.last),
                first=t.day(now.first),
                last=t.day(now.last),
            )
        )
    if was.transport != now.transport:
        lines.append(t.get("changed-transport", was=was.transport or "–", now=now.transport or "–"))
    return join(lines)
