"""«Ще» on a card: what else can be done with the case, for the one who asks."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import allowed, seen
from casework.context import Context
from casework.letters.sights import CardSight
from casework.letters.view.staff import card_of


@dataclass(frozen=True, slots=True)
class OpenMenu:
    """The case whose button was pressed."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Menu:
    """The card as it would be shown now, and the names of the acts that this one may begin in this case."""

    card: CardSight
    acts: frozenset[str]
    whole: bool
    """Their card is nowhere: the group shows a brief one, and the conversation is not on their desk."""


@act("case.menu")
async def open_menu(ctx: Context, data: OpenMenu) -> Menu:
    """What the card offers, whoever it is that asks; each act looks at rights and state again."""
    case = await seen(ctx, data.case_id, "case.menu")
    whole = case.brief_chat_id is not None and case.topic_chat_id != ctx.actor.telegram_id
    return Menu(await card_of(ctx.uow, ctx.catalogue, case, ctx.now), allowed(ctx, case), whole)
