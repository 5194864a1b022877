"""All conversations, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram import Router
from aiogram.filters import Filter

from handlers import stale
from handlers.admin.desk import alarms, home, joining, problems, voices
from handlers.admin.staff_chat import agreement, binding, card, facts, files, letters, membership, strangers, topic
from handlers.admin.staff_chat import calling as phoning
from handlers.admin.staff_chat import returning as checking
from handlers.beneficiary import (
    blocking,
    calling,
    commands,
    consent,
    covered,
    danger,
    for_another,
    forms,
    life,
    own_cases,
    own_files,
    places,
    returning,
    telling,
    themselves,
    words,
)
from handlers.filters import Beneficiary, GroupStranger, StaffDesk, StaffGroup


def routers(menu: Mapping[str, str]) -> list[Router]:
    """The routers of one dispatcher; `menu` maps the labels of the person's reply keyboard to commands."""
    return [
        joining.router(),
        blocking.router(),
        binding.router(),
        membership.router(),
        _for(
            "beneficiary",
            Beneficiary(),
            # Before the commands: what is unknown to them opens the help.
            calling.router(menu),
            returning.router(menu),
            for_another.router(),
            forms.router(menu),
            life.router(menu),
            commands.router(menu),
            danger.router(),
            covered.router(),
            consent.router(),
            own_cases.router(),
            own_files.router(),
            themselves.router(),
            places.router(),
            telling.router(),
            words.router(),
        ),
        _for(
            "desk",
            StaffDesk(),
            alarms.router(),
            voices.router(),
            problems.router(),
            phoning.desk_router(),
            checking.desk_router(),
            agreement.desk_router(),
            home.router(),
        ),
        _for(
            "staff_chat",
            StaffGroup(),
            card.router(),
            phoning.router(),
            checking.router(),
            facts.router(),
            files.router(),
            agreement.router(),
            letters.router(),
            topic.router(),
        ),
        _for("strangers", GroupStranger(), strangers.router()),
        stale.router(),
    ]


def _for(name: str, who: Filter, *inside: Router) -> Router:
    """One door for several routers: who may not enter is asked by none of them."""
    door = Router(name=name)
    for event in (door.message, door.edited_message, door.callback_query):
        event.filter(who)
    door.include_routers(*inside)
    return door
