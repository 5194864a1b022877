"""Screens that only show something."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import themselves

PLAIN: dict[str, type[kinds.Letter]] = {
    screen.kind: screen
    for screen in (
        kinds.ConsentScreen,
        kinds.ConsentMoreScreen,
        kinds.ConsentGivenScreen,
        kinds.LanguageScreen,
        kinds.PrivacyScreen,
        kinds.PrivacyWhyScreen,
        kinds.PrivacyWhoScreen,
        kinds.EraseAskScreen,
        kinds.HelpScreen,
        kinds.CancelledScreen,
        kinds.ClearChatScreen,
        kinds.FamilyLinesScreen,
    )
}
"""Screens that anybody may open at any time, by kind."""


@dataclass(frozen=True, slots=True)
class ShowScreen:
    """A kind of `PLAIN`."""

    kind: str


@act("person.show_screen")
async def show_screen(ctx: Context, data: ShowScreen) -> None:
    """Puts a plain screen on the person's phone. KeyError for any other kind."""
    await show_person(ctx, await themselves(ctx), PLAIN[data.kind]())


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The person sent something that nobody here can read: a poll, a dice, a story; `about`: as in `CannotRead`."""

    about: str = ""


@act("person.send_other")
async def answer_unreadable(ctx: Context, data: Unreadable) -> None:
    """Says kindly what can be sent instead."""
    await tell_person(ctx, await themselves(ctx), kinds.CannotRead(data.about))
