"""A staff member's private chat with the bot: welcome, own cases, a person's details."""

from __future__ import annotations

from bot.telegram.callbacks import AskDigest, DeskRefresh
from bot.telegram.callbacks.practice import PracticeDo, PracticeStep
from bot.telegram.callbacks.registering import RegisterNew
from bot.telegram.keyboards import button, column
from bot.telegram.render.call_lines import calls_line
from bot.telegram.render.for_whom import details_for_whom
from bot.telegram.render.forms import answer_line
from bot.telegram.render.names import ROLES, STATES, TURNS, service_or_own_words, unknown_or
from bot.telegram.render.places import told
from bot.telegram.render.problems import desk_lines
from bot.telegram.render.recreation import child_line
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.letters.sights import CaseLine, DeskSight, DetailsSight, OfficeSight, StaffJoinedSight
from rules.recreation.forms import RECREATION
from rules.recreation.later import LATER


@shows("join-failed", of=OfficeSight)
def join_failed(shown: OfficeSight, t: Words) -> Rendered:
    """How to get a link that works."""
    return Rendered(t.get("letter-join-failed", phone=shown.office.phone, hours=shown.office.hours))


@shows("staff-joined", of=StaffJoinedSight)
def staff_joined(shown: StaffJoinedSight, t: Words) -> Rendered:
    """Welcome to a new colleague."""
    practice = button(t.plain("button-practice-begin"), PracticeDo(step=PracticeStep.BEGIN))
    text = t.get("letter-staff-joined", work_name=shown.work_name, role=ROLES[shown.role](t))
    return Rendered(text, keyboard=column(practice))


@shows("desk-home", of=DeskSight)
def desk_home(shown: DeskSight, t: Words) -> Rendered:
    """One's own open cases, each with a link to its topic."""
    cases = [_line(case, url, t) for case, url in zip(shown.cases, shown.links, strict=True)]
    body = join(cases) if cases else t.get("screen-desk-home-empty")
    head = t.get("screen-desk-home", work_name=shown.work_name, role=ROLES[shown.role](t))
    away = t.get("screen-desk-home-absent", back_on=t.day(shown.back_on)) if shown.back_on else Markup()
    watch = desk_lines(shown.problems, shown.away, t)
    return Rendered(
        join([head, away, calls_line(shown.calls, t), watch, body], "\n\n"),
        keyboard=column(
            button(t.plain("button-register"), RegisterNew()),
            button(t.plain("button-refresh"), DeskRefresh()),
            button(t.plain("button-digest"), AskDigest()),
        ),
    )


@shows("desk-details", of=DetailsSight)
def details(shown: DetailsSight, t: Words) -> Rendered:
    """What is held about the one who writes, then about the one it is for; says that the reading was written down."""
    for_another = "yes" if shown.on_behalf is not None else "no"
    consent = t.get("details-consent", on=t.day(shown.consent_on)) if shown.consent_on else t.get("details-no-consent")
    text = t.get(
        "letter-desk-details",
        number=shown.number,
        for_another=for_another,
        name=_name(shown, t),
        audience=unknown_or(shown.audience, t),
        category=unknown_or(shown.category, t),
        age_band=unknown_or(shown.age_band, t),
        household=unknown_or(shown.household_size, t),
        registered=unknown_or(shown.registered_hromada, t),
        actual=unknown_or(shown.actual_oblast, t),
        consent=consent,
    )
    where = t.get(
        "details-places",
        for_another=for_another,
        registered=told(shown.places.registered, t),
        actual=told(shown.places.actual, t),
    )
    own = join([text, where], "\n")
    return Rendered(
        join([own, details_for_whom(shown.on_behalf, t), _applied(shown, t), t.get("details-logged")], "\n\n"),
        protect=True,
    )


def _applied(shown: DetailsSight, t: Words) -> Markup:
    """What was sent with an application, and where each child stands."""
    if not shown.applied:
        return Markup()
    sent = (answer_line(RECREATION, line, t) for line in shown.applied)
    children = (child_line(each, t) for each in shown.children)
    later = [answer_line(LATER, line, t) for line in shown.later]
    return join(
        [
            join([t.get("details-application"), *sent]),
            join([t.get("details-later"), *later]) if later else Markup(),
            join([t.get("details-application-children"), *children]),
        ],
        "\n\n",
    )


def _name(shown: DetailsSight, t: Words) -> str:
    if shown.on_behalf is not None and not shown.on_behalf.writer_shown:
        return t.plain("details-reporter-hidden")
    return t.plain("details-name-hidden") if shown.telegram_name_hidden else unknown_or(shown.name, t)


def _line(case: CaseLine, url: str | None, t: Words) -> Markup:
    return t.get(
        "screen-desk-home-line",
        number=link(url, case.number) if url else case.number,
        service=service_or_own_words(case, t),
        state=STATES[case.state](t),
        turn=TURNS[case.turn](t),
    )
