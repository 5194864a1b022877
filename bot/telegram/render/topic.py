"""A case's topic in the staff group: its card and head, the person's words, what happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.keyboards import grid
from bot.telegram.render.call_lines import agreement_line, card_line
from bot.telegram.render.card_buttons import card_buttons
from bot.telegram.render.documents import documents_line
from bot.telegram.render.file_names import file_name
from bot.telegram.render.for_whom import for_whom
from bot.telegram.render.names import CONTACTS, EVENTS, LANGUAGE_NAMES, STATES, TURNS, Name, unknown_or
from bot.telegram.render.registry import shows
from bot.telegram.render.silence import silence_line
from bot.telegram.render.steps import PROVIDERS
from bot.telegram.render.tied import tied_lines
from bot.telegram.render.together import words_together
from bot.telegram.render.transfers import handing_line
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import (
    CardSight,
    GroupBoundSight,
    NewsSight,
    PersonMessageSight,
    SummaryMessage,
    SummarySight,
    TopicSight,
)
from casework.letters.sights.desks import BriefSight
from rules.cases import State, Turn, is_open, is_queued
from rules.reactions import DELIVERED
from rules.returning import ReturnState

CRISIS_ICON = "‼️"
NEW_ICON = "❓"
OUR_TURN_ICON = "📝"
THEIR_TURN_ICON = "🗣"
OFFICE_TURN_ICON = "📆"
SOLVED_ICON = "💡"
CLOSED_ICON = "✅"
AWAY_ICON = "📁"
"""Put away without help: the person took it back, or it was refused."""
TURN_ICONS: Mapping[Turn, str] = {
    Turn.STAFF: OUR_TURN_ICON,
    Turn.PERSON: THEIR_TURN_ICON,
    Turn.PROVIDER: OFFICE_TURN_ICON,
    Turn.NOBODY: AWAY_ICON,
}
ICONS = frozenset({CRISIS_ICON, NEW_ICON, SOLVED_ICON, CLOSED_ICON, *TURN_ICONS.values()})
"""All stand in Telegram's set of topic icons."""

LONGEST_TITLE = 128
NEWS: Mapping[str, Name] = {
    "withdrawn": lambda t: t.plain("news-withdrawn"),
    "reopened": lambda t: t.plain("news-reopened"),
    "closed-itself": lambda t: t.plain("news-closed-itself"),
    "not-solved": lambda t: t.plain("news-not-solved"),
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
    "in-telegram": lambda t: t.plain("news-in-telegram"),
    "applied": lambda t: t.plain("news-applied"),
    "place-accepted": lambda t: t.plain("news-place-accepted"),
    "place-declined": lambda t: t.plain("news-place-declined"),
    "place-given-back": lambda t: t.plain("news-place-given-back"),
    "still-needed": lambda t: t.plain("news-still-needed"),
    "not-needed": lambda t: t.plain("news-not-needed"),
    "questions-answered": lambda t: t.plain("news-questions-answered"),
    "questions-noted": lambda t: t.plain("news-questions-noted"),
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
        deadline_line(shown, t),
        t.get(
            "screen-card-places",
            registered=unknown_or(shown.registered_hromada, t),
            actual=unknown_or(shown.actual_oblast, t),
        ),
        _who(shown, t),
        for_whom(shown.relation, shown.agreement, t),
        t.get(
            "screen-card-language",
            contact=_contact(shown, t),
            language=LANGUAGE_NAMES[shown.language](t),
            owner=shown.owner or t.plain("value-nobody"),
        ),
        t.get("screen-card-unread", count=shown.unread),
        card_line(shown.call, t),
        agreement_line(shown.agreement_call, t),
    ]
    if shown.files:
        lines.append(t.get("screen-card-files", count=shown.files))
    lines += [*_marks(shown, t), *tied_lines(shown, t)]
    if shown.documents:
        lines.append(documents_line(shown, t))
    lines.append(handing_line(shown, t))
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
    lines.append(silence_line(shown.muted_until, t, spam=shown.spam))
    if shown.returning in CARD_RETURNS and is_open(shown.state):
        lines.append(CARD_RETURNS[shown.returning](t))
    hints = [t.get("screen-card-how")] if is_open(shown.state) else []
    hints.append(t.get("screen-card-details"))
    return Rendered(join([join(lines), join(hints)], "\n\n"), keyboard=grid(card_buttons(shown, t)))


def _contact(shown: CardSight, t: Words) -> str:
    """Somebody whose account is gone had Telegram all the same."""
    return CONTACTS[shown.channel, shown.by_telegram or shown.channel == "telegram"](t)


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
    if shown.together:
        return words_together(shown.together, t, silent=shown.silent)
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
    return Rendered(text, silent=shown.silent)


@shows("topic-summary", of=SummarySight)
def topic_summary(shown: SummarySight, t: Words) -> Rendered:
    """The history so far, first in a topic that had to be made again."""
    return Rendered(join([t.get("letter-topic-summary", number=shown.number), *summary_parts(shown, t)], "\n\n"))


def summary_parts(shown: SummarySight, t: Words) -> list[Markup]:
    """What happened in a case, and what was said."""
    events = [t.get("timeline-line", at=t.stamp(line.at), what=EVENTS[line.event](t)) for line in shown.events]
    messages = [
        t.get("letter-topic-summary-person", at=t.stamp(each.at), text=_said(each, t))
        if each.by_person
        else t.get("letter-topic-summary-staff", at=t.stamp(each.at), text=_said(each, t))
        for each in shown.messages
    ]
    return [join(events), join(messages)]


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


@shows("group-bound", of=GroupBoundSight)
def group_bound(shown: GroupBoundSight, t: Words) -> Rendered:
    """How to work in this group."""
    text = t.get("letter-group-bound", organisation=shown.organisation, mark=DELIVERED)
    if shown.minimal:
        text = t.get("letter-group-bound-minimal", organisation=shown.organisation)
    areas = t.get("letter-group-bound-areas", areas=", ".join(shown.areas)) if shown.areas else Markup()
    return Rendered(join([text, areas], "\n\n"))


def deadline_line(shown: CardSight | BriefSight, t: Words) -> Markup:
    """By when who waits for what; empty where nothing runs."""
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


def _marks(shown: CardSight, t: Words) -> list[Markup]:
    """What staff marked the case with."""
    lines = []
    if shown.urgent:
        lines.append(t.get("screen-card-urgent", reason=shown.urgent))
    if shown.tags:
        lines.append(t.get("screen-card-tags", tags=", ".join(shown.tags)))
    if shown.notes:
        lines.append(t.get("screen-card-notes", count=shown.notes))
    if shown.provider is not None:
        lines.append(t.get("screen-card-provider", who=PROVIDERS[shown.provider](t)))
    return lines


def _icon(shown: TopicSight) -> str:
    if shown.state is State.CLOSED:
        return CLOSED_ICON
    if not is_open(shown.state):
        return AWAY_ICON
    if shown.crisis:
        return CRISIS_ICON
    if is_queued(shown.state):
        return NEW_ICON
    if shown.state is State.RESOLVED and shown.turn is Turn.PERSON:
        return SOLVED_ICON
    return TURN_ICONS[shown.turn]
