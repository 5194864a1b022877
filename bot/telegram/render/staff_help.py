"""`/help` of staff, made from the lists of commands that Telegram shows them: it names no other ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from aiogram.types import BotCommand

from bot.telegram.profile import desk_commands, group_commands
from bot.telegram.render.names import ROLES
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from rules.roles import LEADS, Role

WORK: Mapping[Role, Callable[[Words], Markup]] = {
    Role.CASEWORKER: lambda t: t.get("help-caseworker"),
    Role.SUPERVISOR: lambda t: t.get("help-supervisor"),
    Role.ADMIN: lambda t: t.get("help-admin"),
}
"""What each role does."""


def staff_help(role: Role, handbook: str | None, t: Words) -> Rendered:
    """What somebody of this role does, and by which commands; `handbook`: its address, None where there is none."""
    leads = role in LEADS
    parts = [
        t.get("help-head", role=ROLES[role](t)),
        WORK[role](t),
        join([t.get("help-in-group"), *_listed(group_commands(t, leads=leads), t)]),
        join([t.get("help-on-desk"), *_listed(desk_commands(t, leads=leads).commands, t)]),
        t.get("help-handbook", page=link(handbook, t.plain("help-handbook-name"))) if handbook else Markup(),
    ]
    return Rendered(join(parts, "\n\n"))


def _listed(commands: Iterable[BotCommand], t: Words) -> list[Markup]:
    return [t.get("help-command", command=each.command, what=each.description) for each in commands]
