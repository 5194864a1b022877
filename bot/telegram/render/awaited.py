"""Calls that wait: the list, what is said in one, further days, and what staff hear of letters that were not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import AskAgreement, CallLater, CallTried, Phone
from bot.telegram.callbacks.awaited import CallDays, CallPage, GotIt
from bot.telegram.keyboards import button, grid
from bot.telegram.render.lists import CRISIS_MARK
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.letters.sights import SayLine, TimeOption
from casework.letters.sights.awaited import CallDaysSight, CallListSight, CallToMakeSight, ListedCall
from casework.letters.sights.problems import NumberLink
from rules.calls import Attempt, Reason, When
from rules.catalogue import Matter
from rules.local_time import local_date

MATTERS: Mapping[Matter, Name] = {
    Matter.REFUSAL: lambda t: t.plain("matter-refusal"),
    Matter.DOCUMENTS: lambda t: t.plain("matter-documents"),
    Matter.RETURNED: lambda t: t.plain("matter-returned"),
    Matter.PLAN: lambda t: t.plain("matter-plan"),
    Matter.ANSWER: lambda t: t.plain("matter-answer"),
    Matter.TRANSFER: lambda t: t.plain("matter-transfer"),
    Matter.APPOINTMENT: lambda t: t.plain("matter-appointment"),
    Matter.PLACE: lambda t: t.plain("matter-place"),
}
"""What was written and not read."""
REASONS: Mapping[Reason, Name] = {
    Reason.ASKED: lambda t: t.plain("call-reason-asked"),
    Reason.UNREACHABLE: lambda t: t.plain("call-reason-unreachable"),
    Reason.OVERDUE: lambda t: t.plain("call-reason-overdue"),
    Reason.STAFF: lambda t: t.plain("call-reason-staff"),
    Reason.DANGER: lambda t: t.plain("call-reason-danger"),
    Reason.REMIND: lambda t: t.plain("call-reason-remind"),
    Reason.AGREEMENT: lambda t: t.plain("call-reason-agreement"),
    Reason.UNREAD: lambda t: t.plain("call-reason-unread"),
    Reason.TELL: lambda t: t.plain("call-reason-tell"),
    Reason.STILL_NEEDED: lambda t: t.plain("call-reason-still-needed"),
}
"""Why somebody has to phone."""
SAY: Mapping[Matter, Callable[[Words, SayLine], Markup]] = {
    Matter.REFUSAL: lambda t, line: join(
        [
            t.get("call-say-refusal", known="yes" if line.what else "no", reason=(line.what or "").rstrip(".")),
            t.get("call-say-refusal-review", by=t.day(line.by)) if line.by else Markup(),
        ],
        " ",
    ),
    Matter.DOCUMENTS: lambda t, line: t.get(
        "call-say-documents", known="yes" if line.what else "no", documents=line.what or ""
    ),
    Matter.RETURNED: lambda t, line: t.get(
        "call-say-returned", known="yes" if line.what else "no", documents=line.what or ""
    ),
    Matter.PLAN: lambda t, _: t.get("call-say-plan"),
    Matter.ANSWER: lambda t, _: t.get("call-say-answer"),
    Matter.TRANSFER: lambda t, _: t.get("call-say-transfer"),
    Matter.APPOINTMENT: lambda t, line: t.get(
        "call-say-appointment", times="; ".join(t.weekday_moment(each) for each in line.times)
    ),
    Matter.PLACE: lambda t, _: t.get("call-say-place"),
}


@shows("call-list", of=CallListSight)
def call_list(shown: CallListSight, t: Words) -> Rendered:
    """A page of calls, each with the link to its topic and a button that shows whom to phone."""
    if not shown.calls:
        return Rendered(t.get("screen-call-list-empty"), keyboard=grid([_page(t.plain("button-refresh"), 0)]))
    parts = [t.get("screen-call-list", count=shown.count), *(_line(each, t) for each in shown.calls)]
    return Rendered(join(parts, "\n\n"), keyboard=grid([*(_opens(each, t) for each in shown.calls), *_pages(shown, t)]))


@shows("call-to-make", of=CallToMakeSight)
def call_to_make(shown: CallToMakeSight, t: Words) -> Rendered:
    """By number only: it may be read on a lock screen."""
    number = _number(shown.number)
    if shown.may_phone:
        return Rendered(t.get("letter-call-to-make", number=number))
    return Rendered(t.get("letter-call-to-make-none", number=number))


@shows("call-for-lead", of=CallToMakeSight)
def call_for_lead(shown: CallToMakeSight, t: Words) -> Rendered:
    """Nobody answered so often that a lead phones."""
    return Rendered(t.get("letter-call-for-lead", number=_number(shown.number), count=shown.tries))


@shows("call-days", of=CallDaysSight)
def other_days(shown: CallDaysSight, t: Words) -> Rendered:
    """Which other day?"""
    buttons = [
        button(
            _day_label(each, t),
            CallLater(case=shown.case_id, tries=shown.tries, when=each.when, day=each.window.day.toordinal()),
        )
        for each in shown.options
    ]
    return Rendered(t.get("screen-call-days", number=shown.number), keyboard=grid(buttons))


def what_to_say(lines: tuple[SayLine, ...], t: Words) -> Markup:
    """What was written and not read, to be said on the phone."""
    if not lines:
        return Markup()
    return join([t.get("letter-desk-call-say"), *(SAY[each.matter](t, each) for each in lines)])


def in_writing(case_id: int, tries: int, t: Words) -> InlineKeyboardButton:
    """The person wants it in writing."""
    return button(t.plain("button-call-in-writing"), CallTried(case=case_id, attempt=Attempt.IN_WRITING, tries=tries))


def further_days(case_id: int, tries: int, t: Words) -> InlineKeyboardButton:
    """Another day than those offered."""
    return button(t.plain("button-call-days"), CallDays(case=case_id, tries=tries))


def got_it(case_id: int, t: Words) -> InlineKeyboardButton:
    """«Зрозуміло», below a letter that wants a sign."""
    return button(t.plain("button-got-it"), GotIt(case=case_id))


def _line(call: ListedCall, t: Words) -> Markup:
    what = ", ".join(MATTERS[each](t) for each in call.matters)
    return t.get(
        "screen-call-list-line",
        mark=CRISIS_MARK if call.reason is Reason.DANGER else "",
        number=_number(call.number),
        why=REASONS[call.reason](t),
        told="yes" if what else "no",
        what=what,
        since=t.moment(call.since),
        tries=call.tries,
        due=t.moment(call.due),
        late="yes" if call.overdue else "no",
        lead="yes" if call.for_lead else "no",
        owner=call.owner or t.plain("value-nobody"),
    )


def _number(shown: NumberLink) -> Markup | str:
    return link(shown.url, shown.number) if shown.url else shown.number


def _opens(call: ListedCall, t: Words) -> InlineKeyboardButton:
    label = t.plain("button-call-open", number=call.number.number)
    if call.reason is Reason.AGREEMENT:
        return button(label, AskAgreement(case=call.case_id))
    return button(label, Phone(case=call.case_id))


def _pages(shown: CallListSight, t: Words) -> list[InlineKeyboardButton]:
    before = _page(t.plain("button-previous-page"), shown.page - 1) if shown.page else None
    behind = _page(t.plain("button-next-page"), shown.page + 1) if shown.page + 1 < shown.pages else None
    return [each for each in (before, behind, _page(t.plain("button-refresh"), shown.page)) if each is not None]


def _page(label: str, page: int) -> InlineKeyboardButton:
    return button(label, CallPage(page=page))


def _day_label(option: TimeOption, t: Words) -> str:
    day = t.near_day(local_date(option.window.end))
    key = option.when is When.MORNING
    return t.plain("button-call-on-morning", day=day) if key else t.plain("button-call-on-afternoon", day=day)
