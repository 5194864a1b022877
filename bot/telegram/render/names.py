"""Names of states, turns, events, roles: tables of literal keys, so that a missing word is found without running."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.render.appointment_names import APPOINTMENT_EVENTS
from bot.telegram.render.file_names import file_name
from bot.telegram.render.name import Name as Name
from bot.texts.wording import Markup, Words, join
from casework.cases.places import OTHER_PLACE
from casework.letters.sights import CaseLine, HotlineLine, MyCaseSight, ReceivedSight, TimelineLine
from rules.cases import State, Turn
from rules.catalogue import Provider
from rules.roles import Role

STATES: Mapping[State, Name] = {
    State.NEW: lambda t: t.plain("state-new"),
    State.TAKEN: lambda t: t.plain("state-taken"),
    State.ASSESSING: lambda t: t.plain("state-assessing"),
    State.PLANNED: lambda t: t.plain("state-planned"),
    State.IN_PROGRESS: lambda t: t.plain("state-in-progress"),
    State.WAITING_PERSON: lambda t: t.plain("state-waiting-person"),
    State.WAITING_PROVIDER: lambda t: t.plain("state-waiting-provider"),
    State.RESOLVED: lambda t: t.plain("state-resolved"),
    State.CLOSED: lambda t: t.plain("state-closed"),
    State.REOPENED: lambda t: t.plain("state-reopened"),
    State.REFUSED: lambda t: t.plain("state-refused"),
    State.WITHDRAWN: lambda t: t.plain("state-withdrawn"),
}
TURNS: Mapping[Turn, Name] = {
    Turn.STAFF: lambda t: t.plain("turn-staff"),
    Turn.PERSON: lambda t: t.plain("turn-person"),
    Turn.PROVIDER: lambda t: t.plain("turn-provider"),
    Turn.NOBODY: lambda t: t.plain("turn-nobody"),
}
ROLES: Mapping[str, Name] = {
    Role.CASEWORKER: lambda t: t.plain("role-caseworker"),
    Role.SUPERVISOR: lambda t: t.plain("role-supervisor"),
    Role.ADMIN: lambda t: t.plain("role-admin"),
}
LANGUAGE_NAMES: Mapping[str, Name] = {
    "uk": lambda t: t.plain("language-uk"),
    "en": lambda t: t.plain("language-en"),
}
CONTACTS: Mapping[tuple[str, bool], Name] = {
    ("telegram", True): lambda t: t.plain("contact-telegram"),
    ("call", False): lambda t: t.plain("contact-call"),
    ("visit", False): lambda t: t.plain("contact-visit"),
    ("post", False): lambda t: t.plain("contact-post"),
    ("call", True): lambda t: t.plain("contact-telegram-call"),
    ("visit", True): lambda t: t.plain("contact-telegram-visit"),
    ("post", True): lambda t: t.plain("contact-telegram-post"),
}
"""How the request came, and whether the person uses Telegram: how they can be reached."""
EVENTS: Mapping[str, Name] = {
    "place-offered": lambda t: t.plain("event-place-offered"),
    "place-accepted": lambda t: t.plain("event-place-accepted"),
    "place-declined": lambda t: t.plain("event-place-declined"),
    "place-expired": lambda t: t.plain("event-place-expired"),
    "need-asked": lambda t: t.plain("event-need-asked"),
    "need-silent": lambda t: t.plain("event-need-silent"),
    "still-needed": lambda t: t.plain("event-still-needed"),
    "not-needed": lambda t: t.plain("event-not-needed"),
    "questions-asked": lambda t: t.plain("event-questions-asked"),
    "questions-answered": lambda t: t.plain("event-questions-answered"),
    "questions-noted": lambda t: t.plain("event-questions-noted"),
    "trip-begun": lambda t: t.plain("event-trip-begun"),
    "trip-over": lambda t: t.plain("event-trip-over"),
    "trip-missed": lambda t: t.plain("event-trip-missed"),
    "trip-undone": lambda t: t.plain("event-trip-undone"),
    "place-given-back": lambda t: t.plain("event-place-given-back"),
    "opened": lambda t: t.plain("event-opened"),
    "words-added": lambda t: t.plain("event-words-added"),
    "words-edited": lambda t: t.plain("event-words-edited"),
    "taken": lambda t: t.plain("event-taken"),
    "released": lambda t: t.plain("event-released"),
    "replied": lambda t: t.plain("event-replied"),
    "reply-edited": lambda t: t.plain("event-reply-edited"),
    "fact-recorded": lambda t: t.plain("event-fact-recorded"),
    "assessing": lambda t: t.plain("event-assessing"),
    "planned": lambda t: t.plain("event-planned"),
    "started": lambda t: t.plain("event-started"),
    "waiting-person": lambda t: t.plain("event-waiting-person"),
    "waiting-provider": lambda t: t.plain("event-waiting-provider"),
    "resolved": lambda t: t.plain("event-resolved"),
    "closed-itself": lambda t: t.plain("event-closed-itself"),
    "not-solved": lambda t: t.plain("event-not-solved"),
    "refusal-asked": lambda t: t.plain("event-refusal-asked"),
    "refused": lambda t: t.plain("event-refused"),
    "note-added": lambda t: t.plain("event-note-added"),
    "note-edited": lambda t: t.plain("event-note-edited"),
    "tag-added": lambda t: t.plain("event-tag-added"),
    "tag-removed": lambda t: t.plain("event-tag-removed"),
    "priority-set": lambda t: t.plain("event-priority-set"),
    "closed": lambda t: t.plain("event-closed"),
    "reopened": lambda t: t.plain("event-reopened"),
    "no-answer-needed": lambda t: t.plain("event-no-answer-needed"),
    "deadline-met": lambda t: t.plain("event-deadline-met"),
    "deadline-extended": lambda t: t.plain("event-deadline-extended"),
    "deadline-paused": lambda t: t.plain("event-deadline-paused"),
    "deadline-resumed": lambda t: t.plain("event-deadline-resumed"),
    "withdrawn": lambda t: t.plain("event-withdrawn"),
    "topic-made": lambda t: t.plain("event-topic-made"),
    "erased": lambda t: t.plain("event-erased"),
    "run-again": lambda t: t.plain("event-run-again"),
    "sent-again": lambda t: t.plain("event-sent-again"),
    "given-up": lambda t: t.plain("event-given-up"),
    "call-asked": lambda t: t.plain("event-call-asked"),
    "call-needed": lambda t: t.plain("event-call-needed"),
    "call-cancelled": lambda t: t.plain("event-call-cancelled"),
    "call-reached": lambda t: t.plain("event-call-reached"),
    "call-unanswered": lambda t: t.plain("event-call-unanswered"),
    "call-wrong-number": lambda t: t.plain("event-call-wrong-number"),
    "call-later": lambda t: t.plain("event-call-later"),
    "call-in-writing": lambda t: t.plain("event-call-in-writing"),
    "letter-unread": lambda t: t.plain("event-letter-unread"),
    "letter-seen": lambda t: t.plain("event-letter-seen"),
    "promise-missed": lambda t: t.plain("event-promise-missed"),
    "check-due": lambda t: t.plain("event-check-due"),
    "complained": lambda t: t.plain("event-complained"),
    "complaint-answered": lambda t: t.plain("event-complaint-answered"),
    "for-another": lambda t: t.plain("event-for-another"),
    "agreed": lambda t: t.plain("event-agreed"),
    "not-agreed": lambda t: t.plain("event-not-agreed"),
    "documents-asked": lambda t: t.plain("event-documents-asked"),
    "document-sent": lambda t: t.plain("event-document-sent"),
    "document-accepted": lambda t: t.plain("event-document-accepted"),
    "document-returned": lambda t: t.plain("event-document-returned"),
    "document-cannot": lambda t: t.plain("event-document-cannot"),
    "documents-later": lambda t: t.plain("event-documents-later"),
    "document-waived": lambda t: t.plain("event-document-waived"),
    "document-reused": lambda t: t.plain("event-document-reused"),
    "document-dated": lambda t: t.plain("event-document-dated"),
    "document-lost": lambda t: t.plain("event-document-lost"),
    "registered": lambda t: t.plain("event-registered"),
    "code-given": lambda t: t.plain("event-code-given"),
    "in-telegram": lambda t: t.plain("event-in-telegram"),
    "told": lambda t: t.plain("event-told"),
    "reply-to-tell": lambda t: t.plain("event-reply-to-tell"),
    "page-not-helped": lambda t: t.plain("event-page-not-helped"),
    "alarm-raised": lambda t: t.plain("event-alarm-raised"),
    "alarm-passed-on": lambda t: t.plain("event-alarm-passed-on"),
    "alarm-seen": lambda t: t.plain("event-alarm-seen"),
    "alarm-late": lambda t: t.plain("event-alarm-late"),
    "alarm-mistake": lambda t: t.plain("event-alarm-mistake"),
    "way-chosen": lambda t: t.plain("event-way-chosen"),
    "one-human": lambda t: t.plain("event-one-human"),
    "letters-frozen": lambda t: t.plain("event-letters-frozen"),
    "letters-freed": lambda t: t.plain("event-letters-freed"),
    "return-asked": lambda t: t.plain("event-return-asked"),
    "return-seen-once": lambda t: t.plain("event-return-seen-once"),
    "return-confirmed": lambda t: t.plain("event-return-confirmed"),
    "return-refused": lambda t: t.plain("event-return-refused"),
    "return-undone": lambda t: t.plain("event-return-undone"),
    "reply-waits": lambda t: t.plain("event-reply-waits"),
    "reply-is-note": lambda t: t.plain("event-reply-is-note"),
    "reply-taken-back": lambda t: t.plain("event-reply-taken-back"),
    "reply-never-left": lambda t: t.plain("event-reply-never-left"),
    "muted": lambda t: t.plain("event-muted"),
    "unmuted": lambda t: t.plain("event-unmuted"),
    "spam": lambda t: t.plain("event-spam"),
    "not-spam": lambda t: t.plain("event-not-spam"),
    "assigned": lambda t: t.plain("event-assigned"),
    "handed-over": lambda t: t.plain("event-handed-over"),
    "returned": lambda t: t.plain("event-returned"),
    "bulk": lambda t: t.plain("event-bulk"),
    "bulk-undone": lambda t: t.plain("event-bulk-undone"),
    "linked": lambda t: t.plain("event-linked"),
    "unlinked": lambda t: t.plain("event-unlinked"),
    "not-same": lambda t: t.plain("event-not-same"),
    "merged": lambda t: t.plain("event-merged"),
    "took-in": lambda t: t.plain("event-took-in"),
    "parted": lambda t: t.plain("event-parted"),
    "transfer-asked": lambda t: t.plain("event-transfer-asked"),
    "transfer-agreed": lambda t: t.plain("event-transfer-agreed"),
    "transfer-declined": lambda t: t.plain("event-transfer-declined"),
    "transfer-sent": lambda t: t.plain("event-transfer-sent"),
    "transfer-received": lambda t: t.plain("event-transfer-received"),
    "transfer-late": lambda t: t.plain("event-transfer-late"),
    "transfer-turned-away": lambda t: t.plain("event-transfer-turned-away"),
    "transfer-stopped": lambda t: t.plain("event-transfer-stopped"),
    "applied": lambda t: t.plain("event-applied"),
    "same-child": lambda t: t.plain("event-same-child"),
    "checking": lambda t: t.plain("event-checking"),
    "category-decided": lambda t: t.plain("event-category-decided"),
    "need-seen-once": lambda t: t.plain("event-need-seen-once"),
    "need-confirmed": lambda t: t.plain("event-need-confirmed"),
    "need-doubted": lambda t: t.plain("event-need-doubted"),
    "back-in-turn": lambda t: t.plain("event-back-in-turn"),
    "joined-order": lambda t: t.plain("event-joined-order"),
    "passing-told": lambda t: t.plain("event-passing-told"),
    **APPOINTMENT_EVENTS,
}
"""Every kind of event, as staff read it."""
OWN_EVENTS: Mapping[str, Name] = {
    "registered": lambda t: t.plain("mine-event-registered"),
    "in-telegram": lambda t: t.plain("mine-event-in-telegram"),
    "words-added": lambda t: t.plain("mine-event-words-added"),
    "withdrawn": lambda t: t.plain("mine-event-withdrawn"),
    "waiting-person": lambda t: t.plain("mine-event-waiting-person"),
    "call-asked": lambda t: t.plain("mine-event-call-asked"),
    "call-cancelled": lambda t: t.plain("mine-event-call-cancelled"),
    "call-in-writing": lambda t: t.plain("mine-event-call-in-writing"),
    "promise-missed": lambda t: t.plain("mine-event-promise-missed"),
    "opened": lambda t: t.plain("mine-event-opened"),
    "complained": lambda t: t.plain("mine-event-complained"),
    "complaint-answered": lambda t: t.plain("mine-event-complaint-answered"),
    "return-confirmed": lambda t: t.plain("mine-event-return-confirmed"),
    "return-undone": lambda t: t.plain("mine-event-return-undone"),
    "transfer-asked": lambda t: t.plain("mine-event-transfer-asked"),
    "transfer-agreed": lambda t: t.plain("mine-event-transfer-agreed"),
    "transfer-declined": lambda t: t.plain("mine-event-transfer-declined"),
}
"""Events that a person did themselves, as they read them; the others are worded as for staff."""
DONE_BY: Mapping[str, Callable[[Words, str], str]] = {
    "taken": lambda t, who: t.plain("mine-event-taken-by", who=who),
    "replied": lambda t, who: t.plain("mine-event-replied-by", who=who),
    "complaint-answered": lambda t, who: t.plain("mine-event-complaint-answered-by", who=who),
}
"""Events with the name of whoever did it."""


def own_event(line: TimelineLine, t: Words) -> str:
    """What happened, as the person reads it."""
    if line.who and line.event in DONE_BY:
        return DONE_BY[line.event](t, line.who)
    return (OWN_EVENTS.get(line.event) or EVENTS[line.event])(t)


OWN_STATES: Mapping[State, Name] = {
    State.NEW: lambda t: t.plain("mine-new"),
    State.ASSESSING: lambda t: t.plain("mine-assessing"),
    State.PLANNED: lambda t: t.plain("mine-planned"),
    State.IN_PROGRESS: lambda t: t.plain("mine-in-progress"),
    State.WAITING_PERSON: lambda t: t.plain("mine-waiting-person"),
    State.WAITING_PROVIDER: lambda t: t.plain("mine-waiting-provider"),
    State.RESOLVED: lambda t: t.plain("mine-resolved"),
    State.CLOSED: lambda t: t.plain("mine-closed"),
    State.REOPENED: lambda t: t.plain("mine-reopened"),
    State.REFUSED: lambda t: t.plain("mine-refused"),
    State.WITHDRAWN: lambda t: t.plain("mine-withdrawn"),
}
"""A state as the person reads it; a taken case is told by who reads it."""
OWN_STATES_SHORT: Mapping[State, Name] = {
    State.NEW: lambda t: t.plain("mine-short-new"),
    State.TAKEN: lambda t: t.plain("mine-short-taken-staff"),
    State.ASSESSING: lambda t: t.plain("mine-short-assessing"),
    State.PLANNED: lambda t: t.plain("mine-short-planned"),
    State.IN_PROGRESS: lambda t: t.plain("mine-short-in-progress"),
    State.WAITING_PERSON: lambda t: t.plain("mine-short-waiting-person"),
    State.WAITING_PROVIDER: lambda t: t.plain("mine-short-waiting-provider"),
    State.RESOLVED: lambda t: t.plain("mine-short-resolved"),
    State.CLOSED: lambda t: t.plain("mine-short-closed"),
    State.REOPENED: lambda t: t.plain("mine-short-new"),
    State.REFUSED: lambda t: t.plain("mine-short-refused"),
    State.WITHDRAWN: lambda t: t.plain("mine-short-withdrawn"),
}
ANSWERED = frozenset({State.TAKEN, State.ASSESSING, State.PLANNED, State.IN_PROGRESS})
"""Where it is the person's turn after an answer, that is what they read: it says more than the state."""


def own_state(case: CaseLine, t: Words) -> str:
    """How the case stands, as the person sees it."""
    if case.turn is Turn.PERSON and case.state in ANSWERED:
        return t.plain("mine-taken-person")
    if case.state in OWN_STATES:
        return OWN_STATES[case.state](t)
    return t.plain("mine-taken-staff", owner=case.owner) if case.owner else t.plain("mine-new")


def own_state_short(case: CaseLine, t: Words) -> str:
    """The same in a word or two, without a name, for a button."""
    if case.turn is Turn.PERSON and case.state in ANSWERED:
        return t.plain("mine-short-taken-person")
    return OWN_STATES_SHORT[case.state](t)


def result_line(state: State, outcome: str | None, t: Words) -> Markup:
    """What was done, or why it was refused, to the person; nothing while neither is known."""
    if not outcome:
        return Markup()
    if state is State.REFUSED:
        return t.get("screen-my-case-refused", reason=outcome.rstrip("."))
    return t.get("screen-my-case-outcome", outcome=outcome.rstrip("."))


def service_or_own_words(case: CaseLine, t: Words) -> str:
    """The service, or that the person wrote in their own words and nobody has named one yet."""
    return case.service or t.plain("own-words")


def own_about(case: CaseLine, t: Words) -> str:
    """What the person's own case is about: the service, or how their words begin, or nothing."""
    if case.service:
        return case.service
    if case.begins:
        return t.plain("mine-begins", words=case.begins)
    return file_name(case.begins_with, t) if case.begins_with else ""


DECIDES: Mapping[Provider, Callable[[Words], Markup]] = {
    Provider.DEPARTMENT: lambda t: t.get("decides-department"),
    Provider.HROMADA: lambda t: t.get("decides-hromada"),
    Provider.NGO: lambda t: t.get("decides-ngo"),
    Provider.STATE: lambda t: t.get("decides-state"),
    Provider.BY_PLACE: lambda t: t.get("decides-by-place"),
    Provider.UNKNOWN: lambda t: t.get("decides-unknown"),
}
"""Who decides about a service, in a sentence to the person."""


def whose_decision(shown: ReceivedSight | MyCaseSight, t: Words) -> Markup:
    """Who decides, where it is not us, and by when we look; nothing where we do."""
    if shown.decides:
        who = t.get("decides-other", who=shown.decides)
    elif shown.provider:
        who = DECIDES[shown.provider](t)
    else:
        return Markup()
    return who if shown.check_by is None else join([who, t.get("decides-check", by=t.day(shown.check_by))], " ")


def unknown_or(value: str | int | None, t: Words) -> str:
    """The value, or «невідомо»; a place that the catalogue does not name is «інше місце»."""
    if value == OTHER_PLACE:
        return t.plain("value-other-place")
    return t.plain("value-unknown") if value is None else str(value)


def hotline_lines(hotlines: tuple[HotlineLine, ...], t: Words) -> Markup:
    """A line for each number to call."""
    return join(_hotline(each, t) for each in hotlines)


def _hotline(line: HotlineLine, t: Words) -> Markup:
    known = {"number": line.number, "name": line.name, "when": line.when}
    if line.verified_on is None:
        return t.get("hotline-line-unverified", **known)
    return t.get("hotline-line", **known, on=t.numeric_day(line.verified_on))
