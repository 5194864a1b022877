"""`/staff`: leads see who works here, choose what each is given, and remove whoever leaves or lost their phone."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.telegram.answers import Answers
from bot.telegram.callbacks import SkillMenu, SkillValue, Team, TeamMember, TeamRemove, TeamStep
from bot.telegram.render.team import new_link as link_words
from bot.telegram.whispers import hint
from bot.texts.wording import Words
from casework.context import Context
from casework.staff.remove import AskRemove, NewLink, Remove, ask_remove, new_link, remove
from casework.staff.show_team import ChangeSkill, Find, ShowTeam, change_skill, find, show_team

REMOVE = "remove"


def router() -> Router:
    """A fresh router: one belongs to one dispatcher."""
    routes = Router(name="desk.team")
    routes.message.register(_team, Command("staff"))
    routes.callback_query.register(_page, Team.filter())
    routes.callback_query.register(_member, TeamMember.filter())
    routes.callback_query.register(_skills, SkillMenu.filter())
    routes.callback_query.register(_choose, SkillValue.filter())
    routes.callback_query.register(_ask, TeamRemove.filter(F.step == TeamStep.ASK))
    routes.callback_query.register(_remove, TeamRemove.filter(F.step == TeamStep.DO))
    routes.callback_query.register(_link, TeamRemove.filter(F.step == TeamStep.LINK))
    return routes


async def _team(message: Message, command: CommandObject, ctx: Context, answers: Answers, t: Words) -> None:
    words = (command.args or "").split()
    leaves = bool(words) and words[0].casefold() == REMOVE
    name = " ".join(words[1:] if leaves else words)
    found = await find(ctx, Find(name)) if name else None
    if name and found is None:
        answers.say(hint("team-unknown", t))
    if leaves and found is not None:
        await ask_remove(ctx, AskRemove(found, lost=False))
    else:
        await show_team(ctx, ShowTeam(staff_id=found))


async def _page(query: CallbackQuery, callback_data: Team, ctx: Context) -> None:
    await show_team(ctx, ShowTeam(callback_data.page))


async def _member(query: CallbackQuery, callback_data: TeamMember, ctx: Context) -> None:
    await show_team(ctx, ShowTeam(staff_id=callback_data.staff))


async def _skills(query: CallbackQuery, callback_data: SkillMenu, ctx: Context) -> None:
    await show_team(ctx, ShowTeam(callback_data.page, callback_data.staff, callback_data.skill))


async def _choose(query: CallbackQuery, callback_data: SkillValue, ctx: Context) -> None:
    chosen = callback_data
    await change_skill(ctx, ChangeSkill(chosen.staff, chosen.skill, chosen.value, chosen.page))


async def _ask(query: CallbackQuery, callback_data: TeamRemove, ctx: Context) -> None:
    await ask_remove(ctx, AskRemove(callback_data.staff, callback_data.lost))


async def _remove(query: CallbackQuery, callback_data: TeamRemove, ctx: Context) -> None:
    await remove(ctx, Remove(callback_data.staff, callback_data.lost))


async def _link(
    query: CallbackQuery, callback_data: TeamRemove, ctx: Context, answers: Answers, username: str, t: Words
) -> None:
    answers.say(link_words(await new_link(ctx, NewLink(callback_data.staff)), username, t))
