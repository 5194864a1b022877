"""Names of states, turns, events, roles: tables of literal keys, so that a missing word is found without running."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.render.file_names import file_name
from bot.telegram.render.name import Name as Name
from bot.texts.wording import Markup, Words, join
from casework.cases.places import OTHER_PLACE
from casework.letters.sights import CaseLine, HotlineLine, MyCaseSight, ReceivedSight, TimelineLine
from rules.cases import State, Turn
from rules.catalogue import Provider
from rules.permissions import Role

STATES: Mapping[State, Name] = {
    State.NEW: lambda t: t.plain("state-new"),
    State.TAKEN: lambda t: t.plain("state-taken"),
    State.CLOSED: lambda t: t.plain("state-closed"),
    State.WITHDRAWN: lambda t: t.plain("state-withdrawn"),
}
TURNS: Mapping[Turn, Name] = {
    Turn.STAFF: lambda t: t.plain("turn-staff"),
    Turn.PERSON: lambda t: t.plain("turn-person"),
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
CONTACTS: Mapping[str, Name] = {
    "telegram": lambda t: t.plain("contact-telegram"),
}
"""How the person can be reached."""
EVENTS: Mapping[str, Name] = {
    "opened": lambda t: t.plain("event-opened"),
    "words-added": lambda t: t.plain("event-words-added"),
    "words-edited": lambda t: t.plain("event-words-edited"),
    "taken": lambda t: t.plain("event-taken"),
    "released": lambda t: t.plain("event-released"),
    "replied": lambda t: t.plain("event-replied"),
    "reply-edited": lambda t: t.plain("event-reply-edited"),
    "fact-recorded": lambda t: t.plain("event-fact-recorded"),
    "closed": lambda t: t.plain("event-closed"),
    "reopened": lambda t: t.plain("event-reopened"),
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
    "promise-missed": lambda t: t.plain("event-promise-missed"),
    "check-due": lambda t: t.plain("event-check-due"),
    "complained": lambda t: t.plain("event-complained"),
    "complaint-answered": lambda t: t.plain("event-complaint-answered"),
    "for-another": lambda t: t.plain("event-for-another"),
    "agreed": lambda t: t.plain("event-agreed"),
    "not-agreed": lambda t: t.plain("event-not-agreed"),
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
}
"""Every kind of event, as staff read it."""
OWN_EVENTS: Mapping[str, Name] = {
    "words-added": lambda t: t.plain("mine-event-words-added"),
    "withdrawn": lambda t: t.plain("mine-event-withdrawn"),
    "call-asked": lambda t: t.plain("mine-event-call-asked"),
    "call-cancelled": lambda t: t.plain("mine-event-call-cancelled"),
    "promise-missed": lambda t: t.plain("mine-event-promise-missed"),
    "opened": lambda t: t.plain("mine-event-opened"),
    "complained": lambda t: t.plain("mine-event-complained"),
    "complaint-answered": lambda t: t.plain("mine-event-complaint-answered"),
    "return-confirmed": lambda t: t.plain("mine-event-return-confirmed"),
    "return-undone": lambda t: t.plain("mine-event-return-undone"),
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


def own_state(case: CaseLine, t: Words) -> str:
    """How the case stands, as the person sees it."""
    if case.state is State.NEW:
        return t.plain("mine-new")
    if case.state is State.CLOSED:
        return t.plain("mine-closed")
    if case.state is State.WITHDRAWN:
        return t.plain("mine-withdrawn")
    if case.turn is Turn.PERSON:
        return t.plain("mine-taken-person")
    return t.plain("mine-taken-staff", owner=case.owner) if case.owner else t.plain("mine-new")


def own_state_short(case: CaseLine, t: Words) -> str:
    """The same in a word or two, without a name, for a button."""
    if case.state is State.NEW:
        return t.plain("mine-short-new")
    if case.state is State.CLOSED:
        return t.plain("mine-short-closed")
    if case.state is State.WITHDRAWN:
        return t.plain("mine-short-withdrawn")
    return t.plain("mine-short-taken-person") if case.turn is Turn.PERSON else t.plain("mine-short-taken-staff")


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
