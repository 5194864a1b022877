"""Screens that only show something."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.danger.hear import hear
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
class NotText:
    """The person sent something that is no text; `caption`: the words below it, if there are any."""

    caption: str = ""


@act("person.send_other")
async def answer_not_text(ctx: Context, data: NotText) -> None:
    """Says kindly that words or a call work. A dangerous caption brings the hotlines first, as any words do."""
    person = await themselves(ctx)
    await hear(ctx, person, data.caption)
    await tell_person(ctx, person, kinds.TextOnly())
