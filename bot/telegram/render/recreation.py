"""The recreation programme on a person's phone, and the lines of it in a case's topic."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import CaseDo, CaseStep, FormDo, FormStep, Home, MyCase
from bot.telegram.callbacks.pages import PageOpen
from bot.telegram.callbacks.recreation import ApplicationChange, Apply, PassOnTo, RecreationDo, RecreationStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.allocation import places_buttons, places_lines
from bot.telegram.render.forms import LONGEST_ANSWER, answer_line
from bot.telegram.render.later import later_buttons, later_lines
from bot.telegram.render.recreation_words import SHARED, STANDINGS, WISHED, WISHES
from bot.telegram.render.registry import shows
from bot.telegram.render.still_needed import need_buttons, need_lines
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights.applications import ApplicationSight, ChildLine
from casework.letters.sights.recreation import (
    ApplicationSentSight,
    ElsewhereSight,
    OwnHromadaSight,
    PassingToldSight,
    RecreationSight,
    SameChildSight,
)
from rules.recreation.campaigns import CampaignState
from rules.recreation.eligibility import Age, Way
from rules.recreation.forms import RECREATION
from rules.recreation.passing import Wish


@shows("recreation", of=RecreationSight)
def recreation(shown: RecreationSight, t: Words) -> Rendered:
    """Whether applications are taken, until when, what that means, and one's own."""
    words = t.get("recreation-words-wait") if shown.upto else Markup()
    parts = [t.get("screen-recreation"), *_call(shown, t), _own(shown, t), _waits(shown, t), words]
    back = button(t.plain("button-recreation-words"), PageOpen(upto=shown.upto)) if shown.upto else None
    keyboard = column(*_to_do(shown, t), back, button(t.plain("button-help"), Home()))
    return Rendered(join(parts, "\n\n"), keyboard=keyboard)


@shows("recreation-open", of=RecreationSight)
def recreation_open(shown: RecreationSight, t: Words) -> Rendered:
    """The letter to whoever asked: applications are taken now."""
    head = t.get("letter-recreation-open")
    return Rendered(
        join([head, *_call(shown, t)], "\n\n"),
        keyboard=column(button(t.plain("button-apply"), Apply(campaign=shown.campaign_id), ButtonStyle.PRIMARY)),
    )


def _call(shown: RecreationSight, t: Words) -> list[Markup]:
    if shown.state is None or shown.opens is None or shown.closes is None:
        return [t.get("screen-recreation-none")]
    year, closes = str(shown.year), t.day(shown.closes)
    if shown.takes:
        return [t.get("screen-recreation-open", year=year, deadline=closes), *_honest(shown, t)]
    match shown.state:
        case CampaignState.PLANNED:
            opens = t.day(shown.opens)
            return [t.get("screen-recreation-planned", year=year, opens=opens, closes=closes), *_honest(shown, t)]
        case CampaignState.PAUSED:
            return [t.get("screen-recreation-paused", year=year, closes=closes)]
        case CampaignState.FINISHED:
            return [t.get("screen-recreation-none")]
        case _:
            return [t.get("screen-recreation-closed", year=year, closes=closes)]


def _honest(shown: RecreationSight, t: Words) -> list[Markup]:
    order = t.get("recreation-order", order=shown.order) if shown.order else t.get("recreation-order-open")
    return [
        t.get("recreation-no-promise"),
        t.get("recreation-turn", order=order, days=shown.answer_days),
        t.get("recreation-ages", least=str(shown.least_age), most=str(shown.most_age)),
        t.get("recreation-free"),
    ]


def _own(shown: RecreationSight, t: Words) -> Markup:
    own = shown.own
    if own is None:
        return Markup() if shown.may_apply else _not_here(shown, t)
    if own.number is None:
        return t.get("recreation-own-draft")
    return t.get("recreation-own", number=own.number, state=STANDINGS[own.standing](t), children=own.children)


def _not_here(shown: RecreationSight, t: Words) -> Markup:
    return t.get("recreation-not-here", phone=shown.office.phone, hours=shown.office.hours)


def _waits(shown: RecreationSight, t: Words) -> Markup:
    return t.get("recreation-waits") if shown.waits and not shown.takes else Markup()


def _to_do(shown: RecreationSight, t: Words) -> list[InlineKeyboardButton]:
    own, found = shown.own, []
    if shown.takes and shown.may_apply and (own is None or own.number is None):
        label = t.plain("button-apply") if own is None else t.plain("button-form-go-on")
        found.append(button(label, Apply(campaign=shown.campaign_id), ButtonStyle.PRIMARY))
    if own is not None and own.case_id is not None:
        if shown.takes:
            found.append(button(t.plain("button-apply-change"), ApplicationChange(application=own.application_id)))
        found.append(button(t.plain("button-show-case"), MyCase(case=own.case_id)))
        if shown.takes:
            withdraw = CaseDo(case=own.case_id, verb=CaseStep.ASK_WITHDRAW)
            found.append(button(t.plain("button-withdraw-ask"), withdraw))
    if shown.may_wait and not shown.takes:
        step = RecreationStep.STOP_TELLING if shown.waits else RecreationStep.TELL_ME
        label = t.plain("button-recreation-stop") if shown.waits else t.plain("button-recreation-tell")
        found.append(button(label, RecreationDo(step=step)))
    return found


@shows("recreation-elsewhere", of=ElsewhereSight)
def elsewhere(shown: ElsewhereSight, t: Words) -> Rendered:
    """Where to turn; what was answered waits, should the place be a mistake."""
    text = t.get("screen-recreation-elsewhere", phone=shown.office.phone, hours=shown.office.hours)
    go_on = FormDo(form=shown.form_id, rev=shown.revision, step=FormStep.GO_ON)
    stop = FormDo(form=shown.form_id, rev=shown.revision, step=FormStep.ASK_DROP)
    return Rendered(
        text,
        keyboard=column(
            button(t.plain("button-recreation-mend"), go_on),
            button(t.plain("button-form-stop"), stop),
        ),
    )


@shows("application-sent", of=ApplicationSentSight)
def application_sent(shown: ApplicationSentSight, t: Words) -> Rendered:
    """The number, what comes next, and a copy."""
    deadline = t.day(shown.application.closes)
    parts = [
        t.get("letter-application-sent", number=shown.number, anew="yes" if shown.anew else "no"),
        t.get("recreation-no-promise"),
        _what_next(shown, t),
        join(t.get("application-elsewhere", child=_called(each, t)) for each in _elsewhere(shown.application)),
        join([t.get("application-copy"), *(answer_line(RECREATION, line, t) for line in shown.lines)])
        if shown.lines
        else Markup(),
        t.get("application-until", deadline=deadline, phone=shown.office.phone, hours=shown.office.hours),
    ]
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            button(t.plain("button-apply-change"), ApplicationChange(application=shown.application.application_id))
            if shown.application.may_change
            else None,
            button(t.plain("button-show-case"), MyCase(case=shown.case_id)),
        ),
    )


def _what_next(shown: ApplicationSentSight, t: Words) -> Markup:
    """Children whom no rule places are a human's; all others hear when there is something to hear."""
    unplaced = [each for each in shown.application.children if each.way is Way.HUMAN]
    parts = [
        t.get("application-by-shift", child=_called(each, t))
        for each in shown.application.children
        if each.age is Age.BY_SHIFT and each.way is not Way.ELSEWHERE
    ]
    if unplaced:
        names, proofs = ", ".join(_called(each, t) for each in unplaced), ", ".join(shown.proofs)
        parts.append(t.get("application-human", children=names, proofs=proofs))
    if any(each.way is Way.OBLAST for each in shown.application.children):
        parts.append(t.get("application-next"))
    return join(parts)


def _elsewhere(shown: ApplicationSight) -> list[ChildLine]:
    return [each for each in shown.children if each.way is Way.ELSEWHERE]


def _called(child: ChildLine, t: Words) -> str:
    name = child.name or t.plain("application-child")
    return name if len(name) <= LONGEST_ANSWER else name[:LONGEST_ANSWER].rstrip() + "…"


@shows("own-hromada", of=OwnHromadaSight)
def own_hromada(shown: OwnHromadaSight, t: Words) -> Rendered:
    """The child's own hromada takes the applications: hand it over? Or what follows from the answer."""
    names = ", ".join(shown.children) or t.plain("application-child")
    about = t.get("screen-own-hromada", children=names, hromada=shown.hromada)
    if shown.wish is not None:
        said = html(WISHED[shown.wish](t, shown.hromada, t.day(shown.check)))
        return Rendered(join([about, said], "\n\n"))
    shared = ", ".join(SHARED[slug](t) for slug in shown.shared)
    ask = t.get("own-hromada-ask", shared=shared, check=t.day(shown.check))
    where = t.get("own-hromada-contact", phone=shown.office.phone, hours=shown.office.hours)
    return Rendered(
        join([about, where, ask], "\n\n"),
        keyboard=column(
            *(
                button(
                    WISHES[wish](t),
                    PassOnTo(application=shown.application_id, hromada=shown.code, wish=wish),
                    ButtonStyle.PRIMARY if wish is Wish.PASS else None,
                )
                for wish in Wish
            )
        ),
    )


@shows("same-child", of=SameChildSight)
def same_child(shown: SameChildSight, t: Words) -> Rendered:
    """In the topic: which other case names the child."""
    return Rendered(t.get("letter-same-child", number=shown.number))


@shows("passing-told", of=PassingToldSight)
def passing_told(shown: PassingToldSight, t: Words) -> Rendered:
    """In the topic: what the guardian wants."""
    return Rendered(t.get("letter-passing-told", hromada=shown.hromada, wish=shown.wish.value))


def application_lines(shown: ApplicationSight, t: Words) -> list[Markup]:
    """How an application stands, child by child, for the case of its guardian."""
    lines = [child_line(each, t) for each in shown.children] if len(shown.children) > 1 else []
    if shown.may_change:
        lines.append(t.get("mine-application-until", deadline=t.day(shown.closes)))
    if shown.need is not None:
        lines += need_lines(shown.need, t)
    if shown.later is not None:
        lines += later_lines(shown.later, t)
    return lines if shown.places is None else [*lines, *places_lines(shown.places, t)]


def child_line(child: ChildLine, t: Words) -> Markup:
    """One child, and where they stand."""
    return t.get("mine-application-child", child=_called(child, t), state=STANDINGS[child.standing](t))


def application_buttons(shown: ApplicationSight | None, t: Words) -> list[InlineKeyboardButton]:
    """What the guardian can do with it."""
    if shown is None:
        return []
    places = [] if shown.need is None else need_buttons(shown.need, t)
    places += [] if shown.places is None else places_buttons(shown.places, shown.case_id, t)
    places += [] if shown.later is None else later_buttons(shown.later, t)
    if not shown.may_change:
        return places
    return [*places, button(t.plain("button-apply-change"), ApplicationChange(application=shown.application_id))]
