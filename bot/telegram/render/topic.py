"""A case's topic in the staff group: its card and head, the person's words, what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import (
    AskAgreement,
    CaseButton,
    CheckReturn,
    Details,
    FilesMenu,
    Freeze,
    FreezeStep,
    Phone,
    StaffStep,
)
from bot.telegram.keyboards import button, grid
from bot.telegram.render.calls import agreement_line, card_line
from bot.telegram.render.file_names import file_name
from bot.telegram.render.for_whom import for_whom
from bot.telegram.render.names import CONTACTS, EVENTS, LANGUAGE_NAMES, STATES, TURNS, Name, unknown_or
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import (
    CardSight,
    GroupBoundSight,
    MarkSight,
    NewsSight,
    PersonMessageSight,
    SummaryMessage,
    SummarySight,
    TopicSight,
    UndeliveredSight,
)
from rules.agreements import AWAITED
from rules.cases import State, Turn, Verb, is_open
from rules.returning import ReturnState

CRISIS_ICON = "‼️"
NEW_ICON = "❓"
OUR_TURN_ICON = "📝"
THEIR_TURN_ICON = "🗣"
CLOSED_ICON = "✅"
WITHDRAWN_ICON = "📁"
ICONS = frozenset({CRISIS_ICON, NEW_ICON, OUR_TURN_ICON, THEIR_TURN_ICON, CLOSED_ICON, WITHDRAWN_ICON})
"""All stand in Telegram's set of topic icons."""
DELIVERED = "🕊"
"""The reaction that means «надіслано», never "read"; it stands in Telegram's set of reactions."""

LONGEST_TITLE = 128
NEWS: Mapping[str, Name] = {
    "withdrawn": lambda t: t.plain("news-withdrawn"),
    "reopened": lambda t: t.plain("news-reopened"),
    "erased": lambda t: t.plain("news-erased"),
    "for-another": lambda t: t.plain("news-for-another"),
    "agreed": lambda t: t.plain("news-agreed"),
    "alarm-raised": lambda t: t.plain("news-alarm-raised"),
    "alarm-mistake": lambda t: t.plain("news-alarm-mistake"),
    "way-call": lambda t: t.plain("news-way-call"),
    "way-write": lambda t: t.plain("news-way-write"),
    "way-silent": lambda t: t.plain("news-way-silent"),
    "call-at-once": lambda t: t.plain("news-call-at-once"),
    "not-agreed": lambda t: t.plain("news-not-agreed"),
    "letters-freed": lambda t: t.plain("news-letters-freed"),
    "return-seen-once": lambda t: t.plain("news-return-seen-once"),
    "return-confirmed": lambda t: t.plain("news-return-confirmed"),
    "return-refused": lambda t: t.plain("news-return-refused"),
    "return-undone": lambda t: t.plain("news-return-undone"),
}

CARD_WAYS: Mapping[str, Callable[[Words], Markup]] = {
    "call": lambda t: t.get("screen-card-way-call"),
    "write": lambda t: t.get("screen-card-way-write"),
    "silent": lambda t: t.get("screen-card-way-silent"),
}
"""How it is safe to reply."""


CARD_RETURNS: Mapping[ReturnState | None, Callable[[Words], Markup]] = {
    ReturnState.WAITING: lambda t: t.get("screen-card-return"),
    ReturnState.SECOND_LOOK: lambda t: t.get("screen-card-return-second"),
}
"""Somebody says that they are known by another account, and nobody has decided."""


@shows("card", of=CardSight)
def card(shown: CardSight, t: Words) -> Rendered:
    """The state of a case, on top of its topic; re-rendered at events only, so it names dates and not what is left."""
    lines = [
        t.get(
            "screen-card",
            icon=f"{CRISIS_ICON} " if shown.crisis else "",
            number=shown.number,
            service_group=shown.service_group,
            state=STATES[shown.state](t),
            turn=TURNS[shown.turn](t),
        ),
        t.get("screen-card-service", service=shown.service) if shown.service != shown.service_group else Markup(),
        _deadline(shown, t),
        t.get(
            "screen-card-places",
            registered=unknown_or(shown.registered_hromada, t),
            actual=unknown_or(shown.actual_oblast, t),
        ),
        _who(shown, t),
        for_whom(shown.relation, shown.agreement, t),
        t.get(
            "screen-card-language",
            contact=CONTACTS[shown.channel](t),
            language=LANGUAGE_NAMES[shown.language](t),
            owner=shown.owner or t.plain("value-nobody"),
        ),
        t.get("screen-card-unread", count=shown.unread),
        card_line(shown.call, t),
        agreement_line(shown.agreement_call, t),
    ]
    if shown.files:
        lines.append(t.get("screen-card-files", count=shown.files))
    if shown.outcome:
        lines.append(t.get("screen-card-outcome", outcome=shown.outcome.rstrip(".")))
    if shown.alarm:
        lines.append(
            t.get("screen-card-alarm-seen", who=shown.seen_by) if shown.seen_by else t.get("screen-card-alarm")
        )
    if shown.way is not None:
        lines.append(CARD_WAYS[shown.way](t))
    if shown.human_only:
        lines.append(t.get("screen-card-frozen") if shown.frozen else t.get("screen-card-human-only"))
    if shown.watched:
        lines.append(t.get("screen-card-watched"))
    if shown.unreachable:
        lines.append(t.get("screen-card-unreachable"))
    if shown.returning in CARD_RETURNS and is_open(shown.state):
        lines.append(CARD_RETURNS[shown.returning](t))
    hints = [t.get("screen-card-how")] if is_open(shown.state) else []
    hints.append(t.get("screen-card-details"))
    return Rendered(join([join(lines), join(hints)], "\n\n"), keyboard=grid(_card_buttons(shown, t)))


@shows("topic-head", of=TopicSight)
def topic_head(shown: TopicSight, t: Words) -> Rendered:
    """Title and icon. Whose turn it is shows as the icon alone: Telegram announces each new title in the topic."""
    title = t.plain(
        "screen-topic-head",
        number=shown.number,
        service_group=shown.service_group,
        state=STATES[shown.state](t),
    )
    return Rendered(
        text="",
        title=title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…",
        icon=_icon(shown),
        open=shown.open,
        gone=shown.gone,
    )


@shows("person-message", "person-message-edited", of=PersonMessageSight)
def person_message(shown: PersonMessageSight, t: Words) -> Rendered:
    """A part of what the person wrote, masked already."""
    part, parts = str(shown.part + 1), str(shown.parts)
    if not shown.text:
        text = t.get("letter-person-message-gone")
    elif shown.edited and shown.parts > 1:
        text = t.get("letter-person-message-edited-part", text=shown.text, part=part, parts=parts)
    elif shown.edited:
        text = t.get("letter-person-message-edited", text=shown.text)
    elif shown.parts > 1:
        text = t.get("letter-person-message-part", text=shown.text, part=part, parts=parts)
    else:
        text = t.get("letter-person-message", text=shown.text)
    return Rendered(text)


@shows("topic-summary", of=SummarySight)
def topic_summary(shown: SummarySight, t: Words) -> Rendered:
    """The history so far, first in a topic that had to be made again."""
    events = [t.get("timeline-line", at=t.stamp(line.at), what=EVENTS[line.event](t)) for line in shown.events]
    messages = [
        t.get("letter-topic-summary-person", at=t.stamp(each.at), text=_said(each, t))
        if each.by_person
        else t.get("letter-topic-summary-staff", at=t.stamp(each.at), text=_said(each, t))
        for each in shown.messages
    ]
    return Rendered(join([t.get("letter-topic-summary", number=shown.number), join(events), join(messages)], "\n\n"))


def _said(message: SummaryMessage, t: Words) -> str:
    what = file_name(message.file, t) if message.file else ""
    return ". ".join(part for part in (what, message.text) if part)


@shows("case-news", of=NewsSight)
def case_news(shown: NewsSight, t: Words) -> Rendered:
    """A line that staff must not miss."""
    if shown.event in NEWS:
        return Rendered(t.get("letter-case-news", news=NEWS[shown.event](t)))
    event = EVENTS[shown.event](t)
    return Rendered(t.get("letter-case-news", news=f"{event[0].upper()}{event[1:]}."))


@shows("delivery-mark", of=MarkSight)
def delivery_mark(shown: MarkSight, t: Words) -> Rendered:
    """The mark on a staff message; the text is only what the record keeps."""
    return Rendered(t.get("letter-delivery-mark"), reaction=DELIVERED)


@shows("reply-undelivered", of=UndeliveredSight)
def reply_undelivered(shown: UndeliveredSight, t: Words) -> Rendered:
    """A staff message did not reach the person, and what can be done about it."""
    return Rendered(t.get("letter-reply-undelivered") if shown.unreachable else t.get("letter-reply-refused"))


@shows("group-bound", of=GroupBoundSight)
def group_bound(shown: GroupBoundSight, t: Words) -> Rendered:
    """How to work in this group."""
    return Rendered(t.get("letter-group-bound", organisation=shown.organisation, mark=DELIVERED))


def _deadline(shown: CardSight, t: Words) -> Markup:
    if shown.deadline is None:
        return Markup()
    deadline = t.moment(shown.deadline)
    if shown.deadline_is_law:
        deadline = t.day(shown.deadline)
        return (
            t.get("screen-card-overdue-law", deadline=deadline)
            if shown.overdue
            else t.get("screen-card-deadline-law", deadline=deadline)
        )
    return (
        t.get("screen-card-overdue-reply", deadline=deadline)
        if shown.overdue
        else t.get("screen-card-deadline-reply", deadline=deadline)
    )


def _who(shown: CardSight, t: Words) -> Markup:
    known = [each for each in (shown.audience, shown.age_band) if each]
    if shown.household_size is not None:
        known.append(t.plain("card-household", count=shown.household_size))
    return t.get("screen-card-audience", audience=", ".join(known)) if known else Markup()


def _card_buttons(shown: CardSight, t: Words) -> list[InlineKeyboardButton]:
    steps: list[tuple[Verb, StaffStep, str, ButtonStyle | None]] = [
        (Verb.TAKE, StaffStep.TAKE, t.plain("button-take"), ButtonStyle.PRIMARY),
        (Verb.CLOSE, StaffStep.CLOSE, t.plain("button-close"), ButtonStyle.SUCCESS),
        (Verb.RELEASE, StaffStep.RELEASE, t.plain("button-release"), None),
        (Verb.REOPEN, StaffStep.REOPEN, t.plain("button-reopen-staff"), None),
    ]
    buttons = [
        button(label, CaseButton(case=shown.case_id, verb=step), style)
        for verb, step, label, style in steps
        if verb in shown.may
    ]
    if shown.may_phone:
        buttons.append(button(t.plain("button-call"), Phone(case=shown.case_id)))
    if shown.agreement in AWAITED and is_open(shown.state):
        buttons.append(button(t.plain("button-ask-agreement"), AskAgreement(case=shown.case_id)))
    if shown.returning is not None:
        buttons.append(button(t.plain("button-return-check"), CheckReturn(case=shown.case_id)))
    buttons.append(button(t.plain("button-details"), Details(case=shown.case_id)))
    if shown.human_only and not shown.frozen and is_open(shown.state):
        buttons.append(button(t.plain("button-freeze"), Freeze(case=shown.case_id, step=FreezeStep.FREEZE)))
    buttons.append(button(t.plain("button-facts"), CaseButton(case=shown.case_id, verb=StaffStep.FACTS)))
    if shown.files:
        buttons.append(button(t.plain("button-files", count=shown.files), FilesMenu(case=shown.case_id)))
    return buttons


def _icon(shown: TopicSight) -> str:
    if shown.state is State.CLOSED:
        return CLOSED_ICON
    if shown.state is State.WITHDRAWN:
        return WITHDRAWN_ICON
    if shown.crisis:
        return CRISIS_ICON
    if shown.state is State.NEW:
        return NEW_ICON
    return THEIR_TURN_ICON if shown.turn is Turn.PERSON else OUR_TURN_ICON
