"""The brief card of a case in a group in which no word of a person may stand."""

from __future__ import annotations

from bot.telegram.callbacks import CaseButton, StaffStep
from bot.telegram.callbacks.card import CardMenu
from bot.telegram.keyboards import button, grid
from bot.telegram.render.file_names import file_name
from bot.telegram.render.names import STATES, TURNS
from bot.telegram.render.registry import shows
from bot.telegram.render.topic import CRISIS_ICON, deadline_line
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.canned import StaffSaidSight
from casework.letters.sights.desks import BriefSight, TopicLeftSight
from rules.cases import is_open


@shows("brief-card", of=BriefSight)
def brief_card(shown: BriefSight, t: Words) -> Rendered:
    """What colleagues need to share the work: no name, no place, and nothing that anybody said."""
    lines = [
        t.get(
            "letter-brief-card",
            icon=f"{CRISIS_ICON} " if shown.crisis else "",
            number=shown.number,
            area=shown.area,
            state=STATES[shown.state](t),
            turn=TURNS[shown.turn](t),
        ),
        deadline_line(shown, t),
        t.get("letter-brief-card-owner", owner=shown.owner or t.plain("value-nobody")),
    ]
    if shown.alarm:
        seen_by = shown.seen_by
        lines.append(t.get("screen-card-alarm-seen", who=seen_by) if seen_by else t.get("screen-card-alarm"))
    how = Markup()
    if is_open(shown.state):
        how = t.get("letter-brief-card-on-desk") if shown.owner else t.get("letter-brief-card-take")
    buttons = [
        button(t.plain("button-take"), CaseButton(case=shown.case_id, verb=StaffStep.TAKE)) if shown.may_take else None,
        button(t.plain("button-reopen-staff"), CaseButton(case=shown.case_id, verb=StaffStep.REOPEN))
        if shown.may_reopen
        else None,
        button(t.plain("button-more"), CardMenu(case=shown.case_id)),
    ]
    keyboard = grid([each for each in buttons if each is not None])
    return Rendered(join([join(lines), how], "\n\n"), keyboard=keyboard)


@shows("staff-said-before", of=StaffSaidSight)
def staff_said_before(shown: StaffSaidSight, t: Words) -> Rendered:
    """What was said before the conversation came to this chat; the mark comes below it."""
    what = file_name(shown.file, t) if shown.file else ""
    text = ". ".join(part for part in (what, shown.text) if part)
    if shown.parts == 1:
        return Rendered(t.get("letter-staff-said-before", author=shown.author, text=text))
    part, parts = str(shown.part + 1), str(shown.parts)
    return Rendered(t.get("letter-staff-said-before-part", author=shown.author, text=text, part=part, parts=parts))


@shows("topic-left", of=TopicLeftSight)
def topic_left(shown: TopicLeftSight, t: Words) -> Rendered:
    """No words: the topic goes."""
    return Rendered("", leaves=shown.thread_id)
