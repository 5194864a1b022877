"""Who gets a case, and what staff are told of it: a notice begins with the number, and a note waits behind a button."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import AskOwner, AssignTo, Given, GivenStep, HandTo
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.cases.assign import LEAST_BUSY, Candidate, Candidates
from casework.letters.sights import (
    CaseLapsedSight,
    CaseLineSight,
    CasesAssignedSight,
    HandedOverSight,
    HandoverNoteSight,
    HandoverSight,
    NumberLink,
    OneHumanAwaySight,
)

PAGE = 8
"""Colleagues on one page of the menu."""


def number(case: NumberLink) -> Markup | str:
    """The number, as a link to the topic where there is one."""
    return link(case.url, case.number) if case.url else case.number


def candidates(case_id: int, found: Candidates, page: int, t: Words) -> Rendered:
    """Who shall have the case? Seen only by the one who pressed; whoever it belongs to writes a note next."""
    if not found.those:
        return Rendered(t.get("whisper-owners-nobody"))
    buttons = []
    if not found.to_hand_over and page == 0:
        least = AssignTo(case=case_id, staff=LEAST_BUSY, owner=found.owner_id)
        buttons.append(button(t.plain("button-least-busy"), least, ButtonStyle.PRIMARY))
    for each in found.those[page * PAGE : (page + 1) * PAGE]:
        to = (
            HandTo(case=case_id, staff=each.staff_id)
            if found.to_hand_over
            else AssignTo(case=case_id, staff=each.staff_id, owner=found.owner_id)
        )
        buttons.append(button(_label(each, t), to))
    if page:
        buttons.append(button(t.plain("button-previous-page"), AskOwner(case=case_id, page=page - 1)))
    if (page + 1) * PAGE < len(found.those):
        buttons.append(button(t.plain("button-next-page"), AskOwner(case=case_id, page=page + 1)))
    buttons.append(back_to_menu(case_id, t))
    ask = t.get("whisper-owners-hand-over") if found.to_hand_over else t.get("whisper-owners-assign")
    return Rendered(ask, keyboard=grid(buttons, width=1))


def _label(each: Candidate, t: Words) -> str:
    if each.fits:
        return t.plain("button-owner", name=each.work_name, open=each.open)
    return t.plain("button-owner-unfit", name=each.work_name, open=each.open)


@shows("cases-assigned", of=CasesAssignedSight)
def cases_assigned(shown: CasesAssignedSight, t: Words) -> Rendered:
    """Numbers, and nothing else: this may stand on a lock screen."""
    numbers = join([Markup(number(each)) for each in shown.cases])
    text = t.get("letter-cases-assigned", numbers=numbers, count=len(shown.cases))
    more = t.get("letter-cases-assigned-more", count=shown.more) if shown.more else Markup()
    return Rendered(join([text, more], "\n\n"))


@shows("case-handed-over", of=HandedOverSight)
def case_handed_over(shown: HandedOverSight, t: Words) -> Rendered:
    """A case that was handed over; it can be declined."""
    note = t.get("letter-case-handed-over-note") if shown.note else Markup()
    read = Given(handover=shown.handover_id, step=GivenStep.NOTE)
    decline = Given(handover=shown.handover_id, step=GivenStep.DECLINE)
    return Rendered(
        join([t.get("letter-case-handed-over", number=number(shown.case)), note], "\n\n"),
        keyboard=column(
            button(t.plain("button-read-note"), read, ButtonStyle.PRIMARY) if shown.note else None,
            button(t.plain("button-release"), decline),
        ),
    )


@shows("handover-note", of=HandoverNoteSight)
def handover_note(shown: HandoverNoteSight, t: Words) -> Rendered:
    """What a colleague wrote about a case."""
    values = {"number": shown.number, "giver": shown.giver, "at": t.stamp(shown.at), "note": shown.note}
    return Rendered(t.get("letter-handover-note", **values), protect=True)


@shows("handover-declined", of=HandedOverSight)
def handover_declined(shown: HandedOverSight, t: Words) -> Rendered:
    """The case is in the queue."""
    return Rendered(t.get("letter-handover-declined", number=number(shown.case)))


@shows("handover-ask", of=HandoverSight)
def handover_ask(shown: HandoverSight, t: Words) -> Rendered:
    """What does the colleague have to know?"""
    bare = HandTo(case=shown.case_id, staff=shown.receiver_id, bare=True)
    return Rendered(
        t.get("screen-handover-ask", number=number(shown.case), receiver=shown.receiver),
        keyboard=column(
            button(t.plain("button-without-note"), bare),
            button(t.plain("button-keep-case"), Given(handover=0, step=GivenStep.KEEP)),
        ),
    )


@shows("handed-over", of=HandoverSight)
def handed_over(shown: HandoverSight, t: Words) -> Rendered:
    """Who has it now."""
    return Rendered(t.get("screen-handed-over", number=number(shown.case), receiver=shown.receiver))


@shows("case-came-back", of=CaseLineSight)
def case_came_back(shown: CaseLineSight, t: Words) -> Rendered:
    """A closed case is open again."""
    return Rendered(t.get("letter-case-came-back", number=number(shown.case)))


@shows("case-lapsed", of=CaseLapsedSight)
def case_lapsed(shown: CaseLapsedSight, t: Words) -> Rendered:
    """Nothing was done in it: it is in the queue."""
    return Rendered(t.get("letter-case-lapsed", **_lapse(shown, t)))


@shows("case-lapsed-crisis", of=CaseLapsedSight)
def case_lapsed_in_a_crisis(shown: CaseLapsedSight, t: Words) -> Rendered:
    """The same where somebody may be in danger."""
    return Rendered(t.get("letter-case-lapsed-crisis", **_lapse(shown, t)))


def _lapse(shown: CaseLapsedSight, t: Words) -> dict[str, str]:
    return {
        "number": number(shown.case),
        "own": "yes" if shown.own else "no",
        "owner": shown.owner,
        "since": t.moment(shown.since),
    }


@shows("one-human-away", of=OneHumanAwaySight)
def one_human_away(shown: OneHumanAwaySight, t: Words) -> Rendered:
    """Whoever speaks with a person is away: a lead finds another."""
    values = {"number": number(shown.case), "owner": shown.owner, "back_on": t.day(shown.back_on)}
    return Rendered(t.get("letter-one-human-away", **values))
