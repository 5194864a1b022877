"""Checking applications on the desk, and what the family reads of it."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh, Details, MyCase
from bot.telegram.callbacks.documents import DocumentsMenu
from bot.telegram.callbacks.later import NoteAnswers
from bot.telegram.callbacks.review import Review, ReviewCategory, ReviewDo, ReviewOpen, ReviewStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.document_menus import STATES, validity_lines
from bot.telegram.render.recreation_words import QUESTIONS, STANDINGS
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights.later import OwedLine
from casework.letters.sights.review import (
    ApplicationNewsSight,
    CategoryChecked,
    ChildChecked,
    PaperChecked,
    ReviewChildSight,
    ReviewLine,
    ReviewOneSight,
    ReviewSight,
)


@shows("review", of=ReviewSight)
def review(shown: ReviewSight, t: Words) -> Rendered:
    """What waits, the next first."""
    lines = [_line(each, t) for each in shown.lines]
    text = join([t.get("screen-review"), *(lines or [t.get("screen-review-empty")])], "\n\n")
    return Rendered(text, keyboard=column(*_of_list(shown, t)))


def _line(each: ReviewLine, t: Words) -> Markup:
    return t.get(
        "screen-review-line",
        number=each.number,
        state=STANDINGS[each.standing](t),
        at=t.stamp(each.filed_at),
        children=each.children,
        seen="yes" if each.seen else "no",
    )


def _of_list(shown: ReviewSight, t: Words) -> Iterator[InlineKeyboardButton]:
    for each in shown.lines:
        yield button(each.number, ReviewOpen(application=each.application_id))
    here, page = shown.campaign_id, shown.page
    if page:
        yield button(t.plain("button-previous-page"), Review(campaign=here, page=page - 1))
    if shown.more:
        yield button(t.plain("button-next-page"), Review(campaign=here, page=page + 1))
    if len(shown.campaigns) > 1:
        for campaign_id, name in shown.campaigns:
            if campaign_id != here:
                yield button(t.plain("button-review-campaign", name=name), Review(campaign=campaign_id))
        if here:
            yield button(t.plain("button-review-all"), Review())
    yield button(t.plain("button-back"), DeskRefresh())


@shows("review-one", of=ReviewOneSight)
def review_one(shown: ReviewOneSight, t: Words) -> Rendered:
    """One application: children by number, documents, what can be done."""
    parts = [
        t.get(
            "screen-review-one",
            number=shown.number,
            state=STANDINGS[shown.standing](t),
            at=t.stamp(shown.filed_at),
            owner=shown.owner or "–",
        ),
        join(_child(each, t) for each in shown.children),
        _papers(shown, t),
        t.get("screen-review-owed", what=", ".join(_owed(each, t) for each in shown.owed)) if shown.owed else Markup(),
        t.get("screen-review-notes", count=shown.notes) if shown.notes else Markup(),
        t.get("screen-review-four-eyes") if shown.four_eyes else Markup(),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*_of_one(shown, t)))


def _child(each: ChildChecked, t: Words) -> Markup:
    decided = sum(category.holds is not None for category in each.categories)
    line = t.get(
        "screen-review-child-line",
        number=str(each.number),
        state=STANDINGS[each.standing](t),
        age=str(each.age) if each.age is not None else "–",
        hromada=each.hromada or "–",
        decided=str(decided),
        count=str(len(each.categories)),
    )
    return join([line, t.get("screen-review-seen", who=each.seen_by) if each.seen_by else Markup()])


def _owed(each: OwedLine, t: Words) -> str:
    name = QUESTIONS[each.question](t)
    return t.plain("question-of-number", question=name, number=str(each.child)) if each.child else name


def _papers(shown: ReviewOneSight, t: Words) -> Markup:
    if not shown.papers:
        return t.get("screen-review-no-papers")
    until = t.get("screen-review-papers-by", day=t.day(shown.papers_by)) if shown.papers_by else Markup()
    return join([t.get("screen-review-papers"), *(_paper(each, t) for each in shown.papers), until])


def _paper(each: PaperChecked, t: Words) -> Markup:
    line = t.get("screen-review-paper", name=each.name, child=str(each.child), state=STATES[each.state](t))
    return join([line, *validity_lines(each.validity, t)], " ")


def _of_one(shown: ReviewOneSight, t: Words) -> Iterator[InlineKeyboardButton]:
    one = shown.application_id
    if shown.may_check:
        check = ReviewDo(application=one, step=ReviewStep.CHECK)
        yield button(t.plain("button-review-check"), check, ButtonStyle.PRIMARY)
    for each in shown.children:
        data = ReviewOpen(application=one, child=each.child_id)
        yield button(t.plain("button-review-child", number=str(each.number)), data)
    if shown.may_ask:
        yield button(t.plain("button-review-ask"), ReviewDo(application=one, step=ReviewStep.ASK))
    if shown.owed:
        yield button(t.plain("button-note-answers"), NoteAnswers(case=shown.case_id))
    yield button(t.plain("button-documents-staff"), DocumentsMenu(case=shown.case_id))
    yield button(t.plain("button-details"), Details(case=shown.case_id))
    yield button(t.plain("button-review-list"), Review())


@shows("review-child", of=ReviewChildSight)
def review_child(shown: ReviewChildSight, t: Words) -> Rendered:
    """One child: each category with two buttons, then the need itself."""
    parts = [
        t.get("screen-review-child", number=shown.number),
        _child(shown.child, t),
        join([t.get("screen-review-categories"), *(_category(each, t) for each in shown.child.categories)])
        if shown.child.categories
        else t.get("screen-review-no-categories"),
        t.get("screen-review-open-papers", count=shown.open_papers) if shown.open_papers else Markup(),
        t.get("screen-review-four-eyes") if shown.four_eyes else Markup(),
    ]
    return Rendered(join(parts, "\n\n"), keyboard=column(*_of_child(shown, t)))


def _category(each: CategoryChecked, t: Words) -> Markup:
    holds = "open" if each.holds is None else "yes" if each.holds else "no"
    return t.get("screen-review-category", code=each.code, name=each.name, holds=holds)


def _of_child(shown: ReviewChildSight, t: Words) -> Iterator[InlineKeyboardButton]:
    one, child = shown.application_id, shown.child.child_id
    for each in shown.child.categories if shown.may_decide else ():
        if each.holds is not True:
            yes = ReviewCategory(application=one, child=child, code=each.code, holds=True)
            yield button(t.plain("button-review-holds", code=each.code), yes)
        if each.holds is not False:
            no = ReviewCategory(application=one, child=child, code=each.code, holds=False)
            yield button(t.plain("button-review-holds-not", code=each.code), no)
    if shown.may_confirm:
        confirm = ReviewDo(application=one, child=child, step=ReviewStep.CONFIRM)
        yield button(t.plain("button-review-confirm"), confirm, ButtonStyle.SUCCESS)
    if shown.may_doubt:
        doubt = ReviewDo(application=one, child=child, step=ReviewStep.DOUBT)
        yield button(t.plain("button-review-doubt"), doubt)
    yield button(t.plain("button-review-back"), ReviewOpen(application=one))


@shows("application-checked", of=ApplicationNewsSight)
def application_checked(shown: ApplicationNewsSight, t: Words) -> Rendered:
    """Somebody looks at it; nothing is needed of the family now."""
    text = t.get(
        "letter-application-checked",
        number=shown.number,
        owner=shown.owner or "",
        named="yes" if shown.owner else "no",
        phone=shown.phone,
        hours=shown.hours,
    )
    return Rendered(text, keyboard=column(button(t.plain("button-my-case"), MyCase(case=shown.case_id))))


@shows("need-confirmed", of=ApplicationNewsSight)
def need_confirmed(shown: ApplicationNewsSight, t: Words) -> Rendered:
    """The need is confirmed; it is not a place yet."""
    text = t.get("letter-need-confirmed", number=shown.number, phone=shown.phone, hours=shown.hours)
    return Rendered(text, keyboard=column(button(t.plain("button-my-case"), MyCase(case=shown.case_id))))
