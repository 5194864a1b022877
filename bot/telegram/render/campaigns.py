"""Campaigns on a lead's desk."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh
from bot.telegram.callbacks.allocation import AllocationOpen
from bot.telegram.callbacks.exports import ExportsOpen
from bot.telegram.callbacks.importing import RowsAsk
from bot.telegram.callbacks.recreation import (
    CampaignChoose,
    CampaignField,
    CampaignMake,
    CampaignMove,
    CampaignOpen,
    Campaigns,
)
from bot.telegram.callbacks.still_needed import NeedAsks
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.export_words import COLUMNS
from bot.telegram.render.recreation_words import (
    BYS,
    CAMPAIGN_STATES,
    FIELDS,
    HOW,
    MOVES,
    PERS,
    QUESTIONS,
    SIGNINGS,
    STEPS,
)
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, code, join
from casework.letters.sights.recreation import (
    CampaignFieldSight,
    CampaignSight,
    CampaignsSight,
    PaperLine,
    ShiftLine,
)
from casework.recreation.campaigns import Choice
from rules.recreation.campaigns import BEFORE_THE_END, CampaignState, Move
from rules.recreation.columns import Column
from rules.recreation.editing import ASIDE, Field
from rules.recreation.terms import Signing

FEW = 6
"""Lines of one list."""
HARD = frozenset({Move.CALL_OFF, Move.FINISH})
"""Moves that nobody takes back."""


@shows("campaigns", of=CampaignsSight)
def campaigns(shown: CampaignsSight, t: Words) -> Rendered:
    """The list, and a new one from a template."""
    parts = [t.get("screen-campaigns")]
    if not shown.campaigns:
        parts.append(t.get("screen-campaigns-empty"))
    parts += [
        t.get(
            "screen-campaigns-line",
            name=each.name,
            state=CAMPAIGN_STATES[each.state](t),
            opens=t.numeric_day(each.opens),
            closes=t.numeric_day(each.closes),
        )
        for each in shown.campaigns
    ]
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-campaign", name=each.name, year=str(each.closes.year)),
                    CampaignOpen(campaign=each.campaign_id),
                )
                for each in shown.campaigns
            ),
            *(
                button(t.plain("button-campaign-new", name=each.name), CampaignMake(template=each.slug))
                for each in shown.templates
            ),
            button(t.plain("button-back"), DeskRefresh()),
        ),
    )


@shows("campaign", of=CampaignSight)
def campaign(shown: CampaignSight, t: Words) -> Rendered:
    """All that it says, and a button for each thing that can be changed."""
    parts = [
        t.get(
            "screen-campaign",
            name=shown.name,
            basis=shown.basis or "–",
            state=CAMPAIGN_STATES[shown.state](t),
            since=t.stamp(shown.state_at),
            number=str(shown.number),
        ),
        t.get("screen-campaign-filed", filed=shown.filed, children=shown.children),
        t.get("screen-campaign-dates", opens=t.day(shown.opens), closes=t.day(shown.closes)),
        _ages(shown, t),
        join([t.get("screen-campaign-categories"), *_few(list(_categories(shown, t)), t)]),
        join([t.get("screen-campaign-asks"), *_asks(shown, t)]),
        join([t.get("screen-campaign-papers"), *_few([_paper(each, t) for each in shown.papers], t)]),
        join([t.get("screen-campaign-stays"), *_stays(shown, t)]),
        join([t.get("screen-campaign-shifts"), *_few([_shift(each, t) for each in shown.shifts], t)])
        if shown.shifts
        else t.get("screen-campaign-no-shifts"),
        join(_how(shown, t)),
        join(t.get("screen-campaign-by", at=t.stamp(each.at), who=each.who) for each in shown.versions),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=grid(list(_buttons(shown, t))))


def _few(lines: list[Markup], t: Words) -> list[Markup]:
    """As many as one screen holds beside all else; the rest stands where the field is typed."""
    left = len(lines) - FEW
    return lines if left <= 0 else [*lines[:FEW], t.get("screen-campaign-more", count=str(left))]


def _ages(shown: CampaignSight, t: Words) -> Markup:
    least, most = str(shown.least_age), str(shown.most_age)
    if shown.age_on is None:
        return t.get("screen-campaign-ages-shift", least=least, most=most)
    return t.get("screen-campaign-ages-on", least=least, most=most, day=t.day(shown.age_on))


def _categories(shown: CampaignSight, t: Words) -> Iterator[Markup]:
    for each in shown.categories:
        yield t.get("screen-campaign-category", name=each.name, weight=str(each.weight))


def _asks(shown: CampaignSight, t: Words) -> Iterator[Markup]:
    for each in shown.asks:
        question, step = QUESTIONS[each.question](t), STEPS[each.step](t)
        if each.days is None:
            yield t.get("screen-campaign-ask", question=question, step=step)
        else:
            yield t.get("screen-campaign-ask-days", question=question, step=step, days=each.days)


def _paper(each: PaperLine, t: Words) -> Markup:
    needed = t.plain("campaign-required") if each.required else t.plain("campaign-welcome")
    step, per, by = STEPS[each.step](t), PERS[each.per](t), BYS[each.by](t)
    name = each.name or t.plain("campaign-form-079")
    return t.get("screen-campaign-paper", name=name, step=step, per=per, by=by, needed=needed)


def _stays(shown: CampaignSight, t: Words) -> Iterator[Markup]:
    for each in shown.stays:
        yield t.get("screen-campaign-stay", name=each.name, days=each.least_days)


def _shift(each: ShiftLine, t: Words) -> Markup:
    return t.get(
        "screen-campaign-shift",
        number=str(each.number),
        camp=each.camp,
        stay=each.stay,
        first=t.numeric_day(each.first),
        last=t.numeric_day(each.last),
        places=each.places,
        transport=each.transport or "–",
    )


def _how(shown: CampaignSight, t: Words) -> Iterator[Markup]:
    yield t.get("screen-campaign-signing", signing=SIGNINGS[shown.signing](t))
    yield t.get("screen-campaign-four-eyes", yes="yes" if shown.four_eyes else "no")
    yield t.get("screen-campaign-order", order=shown.order)
    yield t.get("screen-campaign-order-confirmed", yes="yes" if shown.order_confirmed else "no")
    yield t.get("screen-campaign-answer", days=shown.answer_days)
    yield t.get("screen-campaign-lot", lot=shown.lot or "–")


def _buttons(shown: CampaignSight, t: Words) -> Iterator[InlineKeyboardButton]:
    if shown.state is CampaignState.ALLOCATING:
        yield button(t.plain("button-allocation"), AllocationOpen(campaign=shown.campaign_id), ButtonStyle.PRIMARY)
    yield button(t.plain("button-exports"), ExportsOpen(campaign=shown.campaign_id))
    if shown.state in (CampaignState.CLOSED, CampaignState.ALLOCATING):
        yield button(t.plain("button-need-asks"), NeedAsks(campaign=shown.campaign_id))
    for move in shown.moves:
        style = ButtonStyle.DANGER if move in HARD else ButtonStyle.PRIMARY
        yield button(MOVES[move](t), CampaignMove(campaign=shown.campaign_id, move=move), style)
    if shown.state is not CampaignState.FINISHED:
        yield from (button(FIELDS[each](t), CampaignField(campaign=shown.campaign_id, field=each)) for each in Field)
        yield from _choices(shown, t)
    if shown.state in BEFORE_THE_END:
        yield button(t.plain("button-rows"), RowsAsk(campaign=shown.campaign_id))
    yield button(t.plain("button-campaigns"), Campaigns())


def _choices(shown: CampaignSight, t: Words) -> Iterator[InlineKeyboardButton]:
    def choose(label: str, choice: Choice) -> InlineKeyboardButton:
        return button(label, CampaignChoose(campaign=shown.campaign_id, choice=choice, number=shown.number))

    for signing in Signing:
        if signing is not shown.signing:
            yield choose(t.plain("button-campaign-signing", signing=SIGNINGS[signing](t)), Choice(signing.value))
    yield choose(
        t.plain("button-campaign-one-human") if shown.four_eyes else t.plain("button-campaign-four-eyes"),
        Choice.FOUR_EYES,
    )
    yield choose(
        t.plain("button-campaign-order-unsure") if shown.order_confirmed else t.plain("button-campaign-order-sure"),
        Choice.ORDER_CONFIRMED,
    )


@shows("campaign-field", of=CampaignFieldSight)
def field(shown: CampaignFieldSight, t: Words) -> Rendered:
    """Type it anew: what stands there can be copied and changed."""
    lines = shown.now.splitlines()
    meanings = shown.meanings if len(shown.meanings) == len(lines) else ("",) * len(lines)
    if shown.field is Field.COLUMNS:
        meanings = tuple(COLUMNS[Column(line)](t) for line in lines)
    now = "\n".join(f"{line}{ASIDE}{means}" if means else line for line, means in zip(lines, meanings, strict=True))
    parts = [
        t.get("screen-campaign-field", field=FIELDS[shown.field](t), how=HOW[shown.field](t)),
        t.get("screen-campaign-field-now", now=code(now)),
    ]
    others = [each for each in Column if each.value not in lines] if shown.field is Field.COLUMNS else []
    if others:
        left = "\n".join(f"{each}{ASIDE}{COLUMNS[each](t)}" for each in others)
        parts.append(t.get("screen-campaign-columns-left", left=code(left)))
    back = button(t.plain("button-changed-mind"), CampaignOpen(campaign=shown.campaign_id))
    return Rendered(join(parts, "\n\n"), keyboard=column(back))
