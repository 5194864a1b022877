"""Danger, covered answers, and where one human speaks instead of the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardMarkup

from bot.telegram.callbacks import (
    CallForHelp,
    Consent,
    ConsentAnswer,
    CoveredReply,
    Danger,
    DangerStep,
    Freeze,
    FreezeStep,
    OwnPhone,
    PhonePage,
    SeeAlarm,
)
from bot.telegram.keyboards import button, column
from bot.telegram.render.names import Name, hotline_lines
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.letters.sights import (
    AlarmConfirmedSight,
    AlarmSight,
    AlarmStepSight,
    AnswerLateSight,
    CaseIdSight,
    CaseToDoSight,
    CoveredSight,
    FamilyLinesSight,
    HotlinesSight,
    NothingSight,
    NumberLink,
    OpenedReplySight,
    SafeWaySight,
)
from rules.duty import Promise, Rung

Line = Callable[[Words, str, str], Markup]

DUTY: Mapping[Promise, Line] = {
    Promise.ON_DUTY: lambda t, until, _: t.get("duty-on-duty", until=until),
    Promise.AT_WORK: lambda t, until, called: t.get("duty-at-work", until=until, called=called),
    Promise.NOBODY: lambda t, until, called: t.get("duty-nobody", until=until, called=called),
}
"""The truth about who answers when, and whom we called."""
WAYS: Mapping[str, Callable[[Words], Markup]] = {
    "write": lambda t: t.get("screen-safe-way-write"),
    "silent": lambda t: t.get("screen-safe-way-silent"),
}
NOT_WRITTEN: Mapping[str, Name] = {
    "case-taken": lambda t: t.plain("not-written-case-taken"),
    "answer-late": lambda t: t.plain("not-written-answer-late"),
    "remind-question": lambda t: t.plain("not-written-question"),
    "remind-document": lambda t: t.plain("not-written-document"),
    "application-reminder": lambda t: t.plain("not-written-application"),
    "dates-changed": lambda t: t.plain("not-written-dates"),
    "questions-asked": lambda t: t.plain("not-written-questions"),
    "messages-lost": lambda t: t.plain("not-written-messages-lost"),
}
"""What the machine would have said, in a few words; whatever else it is, is worded alike."""


@shows("hotlines", of=HotlinesSight)
def hotlines(shown: HotlinesSight, t: Words) -> Rendered:
    """Where to call at once, who of us answers and when, and how it is safe to reply."""
    called = shown.promise is not None and shown.until is not None and shown.case_id is not None
    text = t.get(
        "letter-hotlines",
        heard="yes" if shown.heard else "no",
        hotlines=hotline_lines(shown.hotlines, t),
        duty=_duty(shown, t),
        called="yes" if called else "no",
    )
    if shown.case_id is None:
        return Rendered(text, keyboard=column(button(t.plain("button-call-for-help"), CallForHelp())))
    return Rendered(text, keyboard=_ways(shown.case_id, t, mistake=shown.pressed))


def _duty(shown: HotlinesSight, t: Words) -> Markup:
    if shown.promise is None or shown.until is None:
        return t.get("duty-not-called")
    return DUTY[shown.promise](t, t.moment(shown.until), shown.called.value if shown.called else "nobody")


def _ways(case_id: int, t: Words, *, mistake: bool) -> InlineKeyboardMarkup | None:
    return column(
        button(t.plain("button-way-call"), Danger(case=case_id, step=DangerStep.CALL)),
        button(t.plain("button-way-write"), Danger(case=case_id, step=DangerStep.WRITE)),
        button(t.plain("button-way-silent"), Danger(case=case_id, step=DangerStep.SILENT)),
        button(t.plain("button-mistake"), Danger(case=case_id, step=DangerStep.MISTAKE)) if mistake else None,
    )


@shows("safe-way", of=SafeWaySight)
def safe_way(shown: SafeWaySight, t: Words) -> Rendered:
    """What holds from now on. Not a word that tells somebody else what it is about."""
    return Rendered(
        join([t.get("screen-safe-way"), WAYS[shown.way](t)], " "),
        keyboard=column(button(t.plain("button-clear-chat"), OwnPhone(page=PhonePage.CLEAR_CHAT))),
    )


@shows("alarm-mistake", of=CaseIdSight)
def mistake(shown: CaseIdSight, t: Words) -> Rendered:
    """Nobody is called any more, and how to take that back."""
    return Rendered(
        t.get("screen-alarm-mistake", closed="yes" if shown.closed else "no"),
        keyboard=column(button(t.plain("button-after-all"), Danger(case=shown.case_id, step=DangerStep.AFTER_ALL))),
    )


@shows("clear-chat", of=NothingSight)
def clear_chat(shown: NothingSight, t: Words) -> Rendered:
    """How to clear the chat, by phone."""
    return Rendered(t.get("screen-clear-chat"))


@shows("speak-freely", of=NothingSight)
def speak_freely(shown: NothingSight, t: Words) -> Rendered:
    """We write as usual again."""
    return Rendered(
        t.get("screen-speak-freely"),
        keyboard=column(button(t.plain("button-watched"), Consent(answer=ConsentAnswer.WATCHED))),
    )


@shows("answer-late", of=AnswerLateSight)
def answer_late(shown: AnswerLateSight, t: Words) -> Rendered:
    """We did not keep what we promised."""
    read = "yes" if shown.only_read else "no"
    late = t.get("letter-answer-late", read=read, until=t.moment(shown.promised_at))
    return Rendered(late if shown.discreet else join([late, t.get("letter-answer-late-open")], "\n\n"))


def covered(case_id: int, message_id: int, part: int, t: Words) -> Rendered:
    """An answer whose words are not shown yet."""
    opens = CoveredReply(case=case_id, message=message_id, part=part)
    return Rendered(t.get("screen-covered"), keyboard=column(button(t.plain("button-open-reply"), opens)))


@shows("covered", of=CoveredSight)
def covered_again(shown: CoveredSight, t: Words) -> Rendered:
    """The same once the words were read."""
    return covered(shown.case_id, shown.message_id, shown.part, t)


@shows("opened-reply", of=OpenedReplySight)
def opened_reply(shown: OpenedReplySight, t: Words) -> Rendered:
    """The caseworker's words, until the person covers them again."""
    cover = CoveredReply(case=shown.case_id, message=shown.message_id, part=shown.part, cover=True)
    return Rendered(
        t.get("screen-opened-reply", text=shown.text, author=shown.author, number=shown.number),
        keyboard=column(button(t.plain("button-cover-reply"), cover)),
    )


@shows("alarm-raised", of=AlarmSight)
def alarm_raised(shown: AlarmSight, t: Words) -> Rendered:
    """Somebody is in danger: the number and until when to confirm; the rest is covered until it is touched."""
    text = t.get(
        "letter-alarm-raised",
        number=_number(shown.case),
        at=t.moment(shown.raised_at),
        cause=shown.cause,
        call="yes" if shown.call else "no",
        late="yes" if shown.late else "no",
        until=t.moment(shown.promised_at),
        confirm_by=t.hour(shown.confirm_by) if shown.confirm_by else "none",
    )
    return Rendered(
        join([text, t.get("alarm-rung", rung=shown.rung.value)], "\n\n"),
        keyboard=column(button(t.plain("button-see-alarm"), SeeAlarm(case=shown.case_id), ButtonStyle.DANGER)),
    )


@shows("alarm-step", of=AlarmStepSight)
def alarm_step(shown: AlarmStepSight, t: Words) -> Rendered:
    """Whom we called by now, and that nobody has confirmed yet; on a phone that others read nothing more."""
    if shown.rung is Rung.OVER:
        told = t.get("letter-alarm-step-over")
        more = t.get("letter-alarm-step-numbers", hotlines=hotline_lines(shown.hotlines, t))
    else:
        told = t.get("letter-alarm-step", lost="yes" if shown.lost else "no", rung=shown.rung.value)
        more = t.get("letter-alarm-step-open")
    return Rendered(told if shown.discreet else join([told, more], "\n\n"))


@shows("alarm-confirmed", of=AlarmConfirmedSight)
def alarm_confirmed(shown: AlarmConfirmedSight, t: Words) -> Rendered:
    """A human has seen it."""
    told = t.get("letter-alarm-confirmed", who=shown.who)
    return Rendered(told if shown.discreet else join([told, t.get("letter-alarm-confirmed-open")], "\n\n"))


@shows("alarm-mistaken", of=AlarmSight)
def alarm_mistaken(shown: AlarmSight, t: Words) -> Rendered:
    """The person says that it was a mistake."""
    return Rendered(t.get("letter-alarm-mistaken", number=_number(shown.case), at=t.moment(shown.raised_at)))


@shows("letters-frozen", of=CaseIdSight)
def letters_frozen(shown: CaseIdSight, t: Words) -> Rendered:
    """A second human decides what becomes of the letters."""
    return Rendered(
        t.get("letter-letters-frozen"),
        keyboard=column(
            button(t.plain("button-freeze-send"), Freeze(case=shown.case_id, step=FreezeStep.SEND)),
            button(t.plain("button-freeze-drop"), Freeze(case=shown.case_id, step=FreezeStep.DROP)),
        ),
    )


@shows("say-it-yourself", of=CaseToDoSight)
def say_it_yourself(shown: CaseToDoSight, t: Words) -> Rendered:
    """The machine may not say it: a human does."""
    what = NOT_WRITTEN[shown.what](t) if shown.what in NOT_WRITTEN else t.plain("not-written-other")
    return Rendered(t.get("letter-say-it-yourself", number=_number(shown.case), what=what))


@shows("one-human-wanted", of=CaseToDoSight)
def one_human_wanted(shown: CaseToDoSight, t: Words) -> Rendered:
    """Somebody needs one named human who stays."""
    return Rendered(t.get("letter-one-human-wanted", number=_number(shown.case)))


@shows("family-lines", of=FamilyLinesSight)
def family_lines(shown: FamilyLinesSight, t: Words) -> Rendered:
    """Official lines, and a warning of those who sell news."""
    return Rendered(t.get("screen-family-lines", lines=hotline_lines(shown.lines, t)))


def _number(case: NumberLink) -> Markup | str:
    return link(case.url, case.number) if case.url else case.number
