"""Complaints: for the person who writes one, and for the leads who answer."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import ComplaintAnswer, DeskRefresh, MyCase
from bot.telegram.keyboards import button, column
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights import (
    ComplaintAnswerAskSight,
    ComplaintAnsweredSight,
    ComplaintAskSight,
    ComplaintDueSight,
    ComplaintFiledSight,
    ComplaintLine,
    ComplaintReceivedSight,
    ComplaintsSight,
    RatingMonth,
    RatingsSight,
)
from rules.ratings import FEWEST


@shows("complaint-ask", of=ComplaintAskSight)
def ask(shown: ComplaintAskSight, t: Words) -> Rendered:
    """What was wrong? Who reads it."""
    if shown.reviewer is None:
        text = t.get(
            "screen-complaint-ask-nobody",
            number=shown.number,
            elsewhere=shown.elsewhere.rstrip("."),
            phone=shown.office.phone,
            hours=shown.office.hours,
        )
        return Rendered(text, keyboard=column(button(t.plain("button-my-case"), MyCase(case=shown.case_id))))
    text = t.get(
        "screen-complaint-ask", number=shown.number, reviewer=shown.reviewer, elsewhere=shown.elsewhere.rstrip(".")
    )
    return Rendered(text, keyboard=column(button(t.plain("button-changed-mind"), MyCase(case=shown.case_id))))


@shows("complaint-received", of=ComplaintReceivedSight)
def received(shown: ComplaintReceivedSight, t: Words) -> Rendered:
    """Number, who reads it, the dates of law."""
    return Rendered(
        t.get(
            "letter-complaint-received",
            complaint=shown.complaint,
            number=shown.number,
            reviewer=shown.reviewer,
            answer_by=t.day(shown.answer_by),
            simple_by=t.day(shown.simple_by),
            elsewhere=shown.elsewhere.rstrip("."),
        )
    )


@shows("complaint-answered", of=ComplaintAnsweredSight)
def answered(shown: ComplaintAnsweredSight, t: Words) -> Rendered:
    """The human's words first; below the last part where else to turn."""
    if shown.parts == 1:
        text = t.get("letter-complaint-answered", text=shown.text, author=shown.author, complaint=shown.complaint)
    else:
        text = t.get(
            "letter-complaint-answered-part",
            text=shown.text,
            author=shown.author,
            complaint=shown.complaint,
            part=str(shown.part + 1),
            parts=str(shown.parts),
        )
    if shown.part + 1 < shown.parts:
        return Rendered(text)
    more = t.get("letter-complaint-answered-more", elsewhere=shown.elsewhere.rstrip("."))
    return Rendered(join([text, more], "\n\n"))


@shows("complaint-filed", of=ComplaintFiledSight)
def filed(shown: ComplaintFiledSight, t: Words) -> Rendered:
    """The person's words on a lead's desk, with the dates; the button below the last part. The words are covered until
    they are touched: so they stand on no lock screen.
    """
    if shown.parts == 1:
        text = t.get(
            "letter-complaint-filed",
            complaint=shown.complaint,
            number=shown.number,
            text=shown.text,
            answer_by=t.day(shown.answer_by),
            simple_by=t.day(shown.simple_by),
        )
    else:
        text = t.get(
            "letter-complaint-filed-part",
            complaint=shown.complaint,
            text=shown.text,
            part=str(shown.part + 1),
            parts=str(shown.parts),
        )
    answer = _answer(shown.complaint_id, shown.complaint, t) if shown.part + 1 == shown.parts else None
    return Rendered(text, keyboard=column(answer), protect=True)


@shows("complaint-due", of=ComplaintDueSight)
def due(shown: ComplaintDueSight, t: Words) -> Rendered:
    """The deadline is near or over."""
    line = shown.line
    return Rendered(
        t.get(
            "letter-complaint-due",
            overdue="yes" if line.overdue else "no",
            complaint=line.complaint,
            number=line.number,
            answer_by=t.day(line.answer_by),
        ),
        keyboard=column(_answer(line.complaint_id, line.complaint, t)),
    )


@shows("complaints", of=ComplaintsSight)
def listed(shown: ComplaintsSight, t: Words) -> Rendered:
    """What waits for an answer."""
    back = button(t.plain("button-back"), DeskRefresh())
    if not shown.complaints:
        return Rendered(t.get("screen-complaints-empty"), keyboard=column(back))
    lines = join(_line(each, t) for each in shown.complaints)
    return Rendered(
        join([t.get("screen-complaints"), lines], "\n\n"),
        keyboard=column(*(_answer(each.complaint_id, each.complaint, t) for each in shown.complaints), back),
    )


@shows("complaint-answer-ask", of=ComplaintAnswerAskSight)
def answer_ask(shown: ComplaintAnswerAskSight, t: Words) -> Rendered:
    """Write the answer."""
    line = shown.line
    text = t.get(
        "screen-complaint-answer-ask",
        complaint=line.complaint,
        number=line.number,
        answer_by=t.day(line.answer_by),
        words=shown.words,
    )
    return Rendered(text, keyboard=column(button(t.plain("button-back"), DeskRefresh())), protect=True)


@shows("ratings", of=RatingsSight)
def ratings(shown: RatingsSight, t: Words) -> Rendered:
    """The last months."""
    parts = [t.get("screen-ratings"), *(_month(each, t) for each in shown.months)]
    parts.append(t.get("screen-ratings-how", fewest=str(FEWEST)))
    return Rendered(join(parts, "\n\n"), keyboard=column(button(t.plain("button-back"), DeskRefresh())))


def _month(shown: RatingMonth, t: Words) -> Markup:
    head = t.get(
        "screen-ratings-month",
        month=f"{shown.month:%m.%Y}",
        good=str(shown.good),
        so_so=str(shown.so_so),
        bad=str(shown.bad),
    )
    return join([head, *(t.get("screen-ratings-words", words=html(each)) for each in shown.words)])


def _line(line: ComplaintLine, t: Words) -> Markup:
    by = t.day(line.answer_by)
    if line.overdue:
        return t.get("screen-complaints-line-late", complaint=line.complaint, number=line.number, answer_by=by)
    return t.get("screen-complaints-line", complaint=line.complaint, number=line.number, answer_by=by)


def _answer(complaint_id: int, complaint: str, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-complaint-answer", complaint=complaint), ComplaintAnswer(complaint=complaint_id))
