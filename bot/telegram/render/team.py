"""`/staff`: who works here, what each is given, and how somebody leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import ButtonData, SkillMenu, SkillValue, Team, TeamMember, TeamRemove, TeamStep
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.names import LANGUAGE_NAMES, ROLES
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.letters.sights import (
    ExpelSight,
    MemberLine,
    RemoveByHandSight,
    SkillOption,
    TeamMemberSight,
    TeamRemoveAskSight,
    TeamRemovedSight,
    TeamSight,
    TeamSkillsSight,
)
from casework.staff.invite import JOIN_PREFIX, join_link
from casework.staff.show_team import ANY, Skill


@shows("team", of=TeamSight)
def team(shown: TeamSight, t: Words) -> Rendered:
    """All of them, each a button."""
    lines = [_line(each, t) for each in shown.members]
    buttons = [button(each.work_name, TeamMember(staff=each.staff_id)) for each in shown.members]
    keyboard = grid(buttons)
    turns = _pages(shown.page, shown.pages, lambda page: Team(page=page), t)
    if keyboard is not None and turns:
        keyboard.inline_keyboard.append(turns)
    return Rendered(join([t.get("screen-team"), join(lines)], "\n\n"), keyboard=keyboard)


def _line(member: MemberLine, t: Words) -> Markup:
    role = ROLES[member.role](t)
    line = t.get("team-line", name=member.work_name, role=role, open=member.open, ours=member.ours)
    away = t.get("team-line-away", back_on=t.day(member.back_on)) if member.back_on else Markup()
    return join([line, away], ". ")


@shows("team-member", of=TeamMemberSight)
def member(shown: TeamMemberSight, t: Words) -> Rendered:
    """One of them: what they have, what they are given."""
    who = shown.member
    head = t.get("screen-team-member", name=who.work_name, role=ROLES[who.role](t), open=who.open, ours=who.ours)
    languages = [LANGUAGE_NAMES[each](t) for each in shown.languages if each in LANGUAGE_NAMES]
    lines = [
        t.get("team-line-away", back_on=t.day(who.back_on)) if who.back_on else Markup(),
        t.get("team-languages", names=_or_all(languages, t)),
        t.get("team-services", names=_or_all(shown.services, t)),
        t.get("team-areas", names=_or_all(shown.areas, t)),
    ]
    buttons = [
        button(t.plain("button-team-languages"), SkillMenu(staff=who.staff_id, skill=Skill.LANGUAGES)),
        button(t.plain("button-team-services"), SkillMenu(staff=who.staff_id, skill=Skill.SERVICE_GROUPS)),
        button(t.plain("button-team-areas"), SkillMenu(staff=who.staff_id, skill=Skill.AREAS)),
        button(t.plain("button-team-list"), Team()),
    ]
    if shown.may_manage:
        remove = TeamRemove(staff=who.staff_id, step=TeamStep.ASK)
        lost = TeamRemove(staff=who.staff_id, step=TeamStep.ASK, lost=True)
        buttons.append(button(t.plain("button-team-lost"), lost))
        buttons.append(button(t.plain("button-team-remove"), remove, ButtonStyle.DANGER))
    return Rendered(join([head, join(lines)]), keyboard=grid(buttons))


def _or_all(names: Sequence[str], t: Words) -> str:
    return ", ".join(names) or t.plain("team-all")


@shows("team-skills", of=TeamSkillsSight)
def skills(shown: TeamSkillsSight, t: Words) -> Rendered:
    """Each entry is chosen or taken back by a press."""
    skill = Skill(shown.skill)
    buttons = [_option(shown, skill, each, t) for each in shown.options]
    if shown.any_chosen:
        everything = SkillValue(staff=shown.staff_id, skill=skill, value=ANY, page=shown.page)
        buttons.append(button(t.plain("button-team-any"), everything))
    buttons += _pages(shown.page, shown.pages, lambda page: SkillMenu(staff=shown.staff_id, skill=skill, page=page), t)
    buttons.append(button(shown.work_name, TeamMember(staff=shown.staff_id)))
    text = t.get("screen-team-skills", name=shown.work_name, skill=shown.skill)
    return Rendered(text, keyboard=grid(buttons, width=1))


def _option(shown: TeamSkillsSight, skill: Skill, option: SkillOption, t: Words) -> InlineKeyboardButton:
    name = LANGUAGE_NAMES[option.value](t) if skill is Skill.LANGUAGES else option.label
    label = t.plain("button-team-chosen", name=name) if option.chosen else name
    data = SkillValue(staff=shown.staff_id, skill=skill, value=option.value, page=shown.page)
    return button(label, data, ButtonStyle.SUCCESS if option.chosen else None)


@shows("team-remove-ask", of=TeamRemoveAskSight)
def remove_ask(shown: TeamRemoveAskSight, t: Words) -> Rendered:
    """What will happen."""
    lost = "yes" if shown.lost else "no"
    ask = t.get("screen-team-remove-ask", name=shown.work_name, open=shown.open, groups=shown.groups, lost=lost)
    then = t.get("team-remove-ask-lost") if shown.lost else Markup()
    yes = TeamRemove(staff=shown.staff_id, step=TeamStep.DO, lost=shown.lost)
    return Rendered(
        join([ask, then], "\n\n"),
        keyboard=column(
            button(t.plain("button-team-remove-yes"), yes, ButtonStyle.DANGER),
            button(t.plain("button-team-remove-no"), TeamMember(staff=shown.staff_id)),
        ),
    )


@shows("team-removed", of=TeamRemovedSight)
def removed(shown: TeamRemovedSight, t: Words) -> Rendered:
    """What happened, and what is out of the bot's reach."""
    values = {"returned": shown.returned, "groups": shown.groups, "older": shown.older}
    text = t.get("screen-team-removed", name=shown.work_name, **values)
    then = t.get("team-removed-lost") if shown.lost else Markup()
    link_ = TeamRemove(staff=shown.staff_id, step=TeamStep.LINK, lost=True)
    return Rendered(
        join([text, then], "\n\n"),
        keyboard=column(
            button(t.plain("button-team-link"), link_, ButtonStyle.PRIMARY) if shown.lost else None,
            button(t.plain("button-team-list"), Team()),
        ),
    )


def new_link(code: str, username: str, t: Words) -> Rendered:
    """The words that make somebody a staff member, to be passed on; they are kept nowhere. `username`: the bot's own,
    for a link that is only pressed; "" where Telegram gave none.
    """
    words = t.get("whisper-team-link", code=f"{JOIN_PREFIX}{code}")
    if not username:
        return Rendered(words)
    return Rendered(join([words, t.get("whisper-team-link-pressed", url=join_link(username, code))], "\n\n"))


@shows("remove-by-hand", of=RemoveByHandSight)
def by_hand(shown: RemoveByHandSight, t: Words) -> Rendered:
    """What the bot could not do in a group, and how."""
    head = t.get("letter-remove-by-hand", name=shown.work_name)
    where = (
        t.get("letter-remove-by-hand-link", group=link(shown.url, t.plain("letter-remove-by-hand-group")))
        if shown.url
        else Markup()
    )
    return Rendered(join([head, where, t.get("letter-remove-by-hand-why", why=shown.why)], "\n\n"))


@shows("remove-from-group", of=ExpelSight)
def expel(shown: ExpelSight, t: Words) -> Rendered:
    """No words: an account and a group."""
    return Rendered("", expels=shown.telegram_id)


def _pages(page: int, pages: int, to: Callable[[int], ButtonData], t: Words) -> list[InlineKeyboardButton]:
    buttons = []
    if page:
        buttons.append(button(t.plain("button-previous-page"), to(page - 1)))
    if page + 1 < pages:
        buttons.append(button(t.plain("button-next-page"), to(page + 1)))
    return buttons
