"""What leads see of what went wrong: what was put aside, groups that are away, what may be lost."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import ProblemDo, Problems, ProblemStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.names import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join, link
from casework.letters.sights import (
    AwayLine,
    GroupBackSight,
    MessagesLostReportSight,
    MessagesLostSight,
    NumberLink,
    ProblemDropAskSight,
    ProblemLine,
    ProblemsFoundSight,
    ProblemsSight,
)
from rules.problems import Way

SUBJECTS: Mapping[str, Name] = {
    "person-wrote": lambda t: t.plain("problem-person-wrote"),
    "person-pressed": lambda t: t.plain("problem-person-pressed"),
    "staff-wrote": lambda t: t.plain("problem-staff-wrote"),
    "staff-pressed": lambda t: t.plain("problem-staff-pressed"),
    "group-wrote": lambda t: t.plain("problem-group-wrote"),
    "group-pressed": lambda t: t.plain("problem-group-pressed"),
    "told-by-telegram": lambda t: t.plain("problem-told-by-telegram"),
    "reply": lambda t: t.plain("problem-reply"),
    "to-person": lambda t: t.plain("problem-to-person"),
    "persons-screen": lambda t: t.plain("problem-persons-screen"),
    "persons-words": lambda t: t.plain("problem-persons-words"),
    "card": lambda t: t.plain("problem-card"),
    "topic": lambda t: t.plain("problem-topic"),
    "in-topic": lambda t: t.plain("problem-in-topic"),
    "in-group": lambda t: t.plain("problem-in-group"),
    "to-desk": lambda t: t.plain("problem-to-desk"),
}
"""What it is."""
WHY: Mapping[str, Name] = {
    "own-failure": lambda t: t.plain("problem-why-own-failure"),
    "unfinished": lambda t: t.plain("problem-why-unfinished"),
    "blocked": lambda t: t.plain("problem-why-stopped"),
    "deactivated": lambda t: t.plain("problem-why-stopped"),
    "cannot-initiate": lambda t: t.plain("problem-why-stopped"),
    "forbidden": lambda t: t.plain("problem-why-stopped"),
    "too-long": lambda t: t.plain("problem-why-too-long"),
    "too-large": lambda t: t.plain("problem-why-too-long"),
}
"""Why it was put aside, and what to do; whatever else Telegram refuses is worded alike."""


@shows("problems", of=ProblemsSight)
def problems(shown: ProblemsSight, t: Words) -> Rendered:
    """The list, the newest first, with what can be done about each."""
    refresh = button(t.plain("button-refresh"), Problems(page=shown.page))
    if not shown.problems:
        return Rendered(t.get("screen-problems-empty"), keyboard=column(refresh))
    parts = [t.get("screen-problems", count=shown.count), *(_lines(each, t) for each in shown.problems)]
    if shown.pages > 1:
        parts.append(t.get("screen-problems-page", page=str(shown.page + 1), pages=str(shown.pages)))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(each for problem in shown.problems for each in _decisions(problem, shown.page, t)),
            button(t.plain("button-later"), Problems(page=shown.page - 1)) if shown.page else None,
            button(t.plain("button-earlier"), Problems(page=shown.page + 1)) if shown.page + 1 < shown.pages else None,
            refresh,
        ),
    )


@shows("problem-drop-ask", of=ProblemDropAskSight)
def drop_ask(shown: ProblemDropAskSight, t: Words) -> Rendered:
    """Really give it up?"""
    problem = shown.problem
    return Rendered(
        join([t.get("screen-problem-drop-ask"), _lines(problem, t), _given_up(problem, t)], "\n\n"),
        keyboard=column(
            button(t.plain("button-problem-keep"), Problems(page=shown.page)),
            button(
                t.plain("button-problem-drop"),
                ProblemDo(way=problem.way, id=problem.id, step=ProblemStep.DROP, page=shown.page),
                ButtonStyle.DANGER,
            ),
        ),
    )


@shows("problems-found", of=ProblemsFoundSight)
def problems_found(shown: ProblemsFoundSight, t: Words) -> Rendered:
    """Something was put aside."""
    return Rendered(t.get("letter-problems-found", count=shown.count))


@shows("group-away", of=AwayLine)
def group_away(shown: AwayLine, t: Words) -> Rendered:
    """What is wrong in the group, what to do, what waits."""
    parts = [
        t.get("letter-group-away", group=_group(shown.url, t), reason=shown.reason),
        t.get("group-away-do", reason=shown.reason),
        t.get("letter-group-away-waiting", count=shown.waiting),
    ]
    return Rendered(join(parts, "\n\n"))


@shows("group-back", of=GroupBackSight)
def group_back(shown: GroupBackSight, t: Words) -> Rendered:
    """It works again."""
    return Rendered(t.get("letter-group-back", group=_group(shown.url, t)))


@shows("messages-lost", of=MessagesLostSight)
def messages_lost(shown: MessagesLostSight, t: Words) -> Rendered:
    """To a person: please write again."""
    return Rendered(
        t.get(
            "letter-messages-lost",
            restored="yes" if shown.restored else "no",
            since=t.moment(shown.since),
            until=t.moment(shown.until),
            phone=shown.office.phone,
            hours=shown.office.hours,
        )
    )


@shows("messages-lost-report", of=MessagesLostReportSight)
def messages_lost_report(shown: MessagesLostReportSight, t: Words) -> Rendered:
    """To leads: what may be lost, who was asked, who must be phoned."""
    parts = [
        t.get(
            "letter-messages-lost-report",
            restored="yes" if shown.restored else "no",
            since=t.moment(shown.since),
            until=t.moment(shown.until),
        ),
        t.get("letter-messages-lost-report-asked", count=shown.asked),
    ]
    if shown.missed:
        numbers = join((_number(each) for each in shown.unasked), ", ")
        parts.append(t.get("letter-messages-lost-report-missed", count=shown.missed, numbers=numbers))
    return Rendered(join(parts, "\n\n"))


def desk_lines(count: int, away: tuple[AwayLine, ...], t: Words) -> Markup:
    """On a lead's desk: groups that are away, and how much was put aside."""
    lines = [
        join(
            [
                t.get("screen-desk-home-away", group=_group(each.url, t), count=each.waiting),
                t.get("group-away-do", reason=each.reason),
            ],
            " ",
        )
        for each in away
    ]
    if count:
        lines.append(t.get("screen-desk-home-problems", count=count))
    return join(lines, "\n\n")


def _lines(problem: ProblemLine, t: Words) -> Markup:
    lines = [
        t.get("screen-problems-line", incident=problem.incident, what=SUBJECTS[problem.subject](t)),
        t.get("screen-problems-since", at=t.stamp(problem.parked_at), why=_why(problem, t)),
    ]
    if problem.case is not None:
        lines.append(t.get("screen-problems-case", number=_number(problem.case)))
    if problem.retried:
        lines.append(t.get("screen-problems-retried", count=problem.retried))
    return join(lines)


def _why(problem: ProblemLine, t: Words) -> str:
    return WHY[problem.reason](t) if problem.reason in WHY else t.plain("problem-why-refused")


def _given_up(problem: ProblemLine, t: Words) -> Markup:
    """What is lost with it."""
    if problem.way is Way.IN:
        return t.get("screen-problem-drop-ask-in")
    if problem.subject == "persons-words":
        return t.get("screen-problem-drop-ask-words")
    return t.get("screen-problem-drop-ask-out")


def _decisions(problem: ProblemLine, page: int, t: Words) -> tuple[InlineKeyboardButton, InlineKeyboardButton]:
    again = (
        t.plain("button-problem-run-again", incident=problem.incident)
        if problem.way is Way.IN
        else t.plain("button-problem-send-again", incident=problem.incident)
    )
    return (
        button(again, ProblemDo(way=problem.way, id=problem.id, step=ProblemStep.AGAIN, page=page)),
        button(
            t.plain("button-problem-drop-ask", incident=problem.incident),
            ProblemDo(way=problem.way, id=problem.id, step=ProblemStep.ASK_DROP, page=page),
        ),
    )


def _group(url: str | None, t: Words) -> Markup:
    name = t.plain("group-away-name")
    return link(url, name) if url else html(name)


def _number(shown: NumberLink) -> Markup:
    return link(shown.url, shown.number) if shown.url else html(shown.number)
