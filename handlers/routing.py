"""All conversations, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router

from handlers import reactions, stale
from handlers.admin import appointments, bulk, helping, lists, looking
from handlers.admin import calls as listing
from handlers.admin import documents as asking
from handlers.admin.desk import (
    agenda,
    alarms,
    allocation,
    away,
    broadcasts,
    campaigns,
    digest,
    duty,
    events,
    exports,
    handovers,
    home,
    importing,
    joining,
    noting,
    practice,
    problems,
    providers,
    readings,
    review,
    team,
    transfers,
    trips,
    voices,
)
from handlers.admin.desk import canned as writing
from handlers.admin.desk import pages as keeping
from handlers.admin.desk import registering as writing_down
from handlers.admin.desk.own_cases import OfWhichCase, OwnCases
from handlers.admin.staff_chat import (
    agreement,
    binding,
    canned,
    card,
    deadlines,
    duplicates,
    facts,
    files,
    letters,
    membership,
    notes,
    owners,
    passing_on,
    steps,
    strangers,
    talk,
    together,
    topic,
)
from handlers.admin.staff_chat import calling as phoning
from handlers.admin.staff_chat import menu as further
from handlers.admin.staff_chat import pages as telling_pages
from handlers.admin.staff_chat import returning as checking
from handlers.beneficiary import (
    blocking,
    calling,
    commands,
    consent,
    covered,
    danger,
    documents,
    for_another,
    forms,
    got_it,
    life,
    meetings,
    news,
    own_cases,
    own_files,
    pages,
    places,
    places_of_camps,
    recreation,
    reminders,
    returning,
    telling,
    themselves,
    words,
)
from handlers.beneficiary import transfers as own_transfers
from handlers.doors import answer_at_once, door
from handlers.filters import Beneficiary, GroupStranger, StaffDesk, StaffGroup


def routers(menu: Mapping[str, str]) -> list[Router]:
    """The routers of one dispatcher; `menu` maps the labels of the person's reply keyboard to commands."""
    made = _routers(menu)
    for each in made:
        answer_at_once(each)
    return made


def _routers(menu: Mapping[str, str]) -> list[Router]:
    return [
        joining.router(),
        blocking.router(),
        binding.router(),
        membership.router(),
        door(
            "beneficiary",
            Beneficiary(),
            # Before the commands: what is unknown to them opens the help.
            calling.router(menu),
            returning.router(menu),
            for_another.router(),
            forms.router(menu),
            life.router(menu),
            recreation.router(),
            places_of_camps.router(),
            meetings.router(),
            reminders.router(menu),
            news.router(),
            commands.router(menu),
            danger.router(),
            covered.router(),
            consent.router(),
            own_cases.router(),
            own_files.router(),
            documents.router(),
            got_it.router(),
            own_transfers.router(),
            pages.router(),
            themselves.router(),
            places.router(),
            telling.router(),
            words.router(),
            reactions.of_people(),
        ),
        _own_cases(),
        door(
            "desk",
            StaffDesk(),
            # Before all others: whoever does something else there answers no question of theirs any more.
            writing_down.router(),
            noting.router(),
            handovers.router(),
            away.router(),
            broadcasts.router(),
            bulk.router("desk"),
            alarms.router(),
            duty.router(),
            agenda.router(),
            events.router(),
            appointments.router("desk"),
            voices.router(),
            writing.router(),
            keeping.router(),
            providers.router(),
            transfers.router(),
            allocation.router(),
            campaigns.router(),
            exports.router(),
            importing.router(),
            review.router(),
            asking.router("desk"),
            trips.router(),
            team.router(),
            problems.router(),
            digest.router(),
            readings.router(),
            looking.router("desk"),
            listing.desk_router(),
            phoning.desk_router(),
            checking.desk_router(),
            agreement.desk_router(),
            passing_on.desk_router(),
            duplicates.desk_router(),
            lists.router("desk"),
            talk.desk_router(),
            # The last before the home, which takes all words: real work comes first.
            practice.router(),
            helping.router("desk"),
            home.router(),
        ),
        # Buttons of cases that the desk has no way of its own for.
        door("buttons_on_desk", OwnCases(in_topic=False), *_of_cases()),
        door(
            "staff_chat",
            StaffGroup(),
            looking.router("staff_chat"),
            lists.router("staff_chat"),
            helping.router("staff_chat"),
            bulk.router("staff_chat"),
            listing.router(),
            *_of_cases(),
        ),
        door("strangers", GroupStranger(), strangers.router()),
        stale.router(),
    ]


def _of_cases() -> list[Router]:
    """What is said and pressed in the conversation of a case, wherever it stands; the last takes all words."""
    return [
        card.router(),
        further.router(),
        deadlines.router(),
        owners.router(),
        phoning.router(),
        checking.router(),
        duplicates.router(),
        facts.router(),
        files.router(),
        canned.router(),
        asking.router("staff_chat"),
        appointments.router("staff_chat"),
        telling_pages.router(),
        transfers.group_router(),
        allocation.group_router(),
        noting.group_router(),
        agreement.router(),
        passing_on.router(),
        letters.router(),
        steps.router(),
        notes.router(),
        talk.router(),
        together.router(),
        topic.router(),
        reactions.of_staff(),
    ]


def _own_cases() -> Router:
    """The conversations on a desk, before what else is said and pressed there."""
    made = door("own_cases", OwnCases(in_topic=True), *_of_cases())
    for event in (made.message, made.edited_message, made.message_reaction):
        event.outer_middleware(OfWhichCase())
    return made
