"""Canned answers: a lead's desk, menus that one member of the group sees, and what the topic shows once one is sent."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh
from bot.telegram.callbacks.canned import (
    Answer,
    AnswerChoice,
    AnswerNew,
    Answers,
    AnswerSend,
    AnswersMenu,
    AnswerStep,
    Language,
)
from bot.telegram.keyboards import button, column
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, code, join, quotation
from casework.canned.send import AnswerLine, Preview
from casework.letters.sights.canned import (
    AnswerGroupSight,
    AnswerSight,
    AnswersSight,
    AnswerTextSight,
    AnswerTitle,
    StaffSaidSight,
    VersionLine,
)
from rules.canned import ANY_GROUP

PAGE = 8
"""Answers on one page of a menu."""
LANGUAGES: dict[str, Language] = {"uk": "uk", "en": "en"}


def answer_list(case_id: int, found: Sequence[AnswerLine], page: int, t: Words) -> Rendered:
    """Which one? A page of what there is for the case."""
    if not found:
        return Rendered(t.get("whisper-answers-empty"))
    shown = found[page * PAGE : (page + 1) * PAGE]
    more = (page + 1) * PAGE < len(found)
    return Rendered(
        t.get("whisper-answers"),
        keyboard=column(
            *(button(each.title, AnswerChoice(case=case_id, answer=each.answer_id)) for each in shown),
            button(t.plain("button-previous-page"), AnswersMenu(case=case_id, page=page - 1)) if page else None,
            button(t.plain("button-next-page"), AnswersMenu(case=case_id, page=page + 1)) if more else None,
            back_to_menu(case_id, t),
        ),
    )


def answer_preview(shown: Preview, t: Words) -> Rendered:
    """The answer as the person will read it, and the button that sends it; with a blank in it there is none."""
    back = button(t.plain("button-answers-back"), AnswersMenu(case=shown.case_id))
    if shown.blanks:
        left = ", ".join(shown.blanks)
        text = t.get("whisper-answer-blank", title=shown.title, blanks=left, preview=code(shown.text))
        return Rendered(text, keyboard=column(back))
    reads = t.wording.to(shown.language).get(
        "letter-staff-reply", text=shown.text, author=shown.author, number=shown.number
    )
    send = AnswerSend(case=shown.case_id, answer=shown.answer_id, version=shown.version)
    return Rendered(
        t.get("whisper-answer", preview=quotation(reads)),
        keyboard=column(button(t.plain("button-answer-send"), send, ButtonStyle.PRIMARY), back),
    )


@shows("staff-said", of=StaffSaidSight)
def staff_said(shown: StaffSaidSight, t: Words) -> Rendered:
    """What was sent by a press; the mark comes below it."""
    if shown.parts == 1:
        return Rendered(t.get("letter-staff-said", author=shown.author, text=shown.text))
    part, parts = str(shown.part + 1), str(shown.parts)
    return Rendered(t.get("letter-staff-said-part", author=shown.author, text=shown.text, part=part, parts=parts))


@shows("answers", of=AnswersSight)
def answers(shown: AnswersSight, t: Words) -> Rendered:
    """The list in one language."""
    language = LANGUAGES[shown.language]
    parts = [t.get("screen-answers", language=language)]
    if not shown.answers:
        parts.append(t.get("screen-answers-empty"))
    if shown.pages > 1:
        parts.append(t.get("screen-answers-page", page=str(shown.page + 1), pages=str(shown.pages)))
    onwards = shown.page + 1 < shown.pages
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(_titled(each, t) for each in shown.answers),
            button(t.plain("button-previous-page"), Answers(language=language, page=shown.page - 1))
            if shown.page
            else None,
            button(t.plain("button-next-page"), Answers(language=language, page=shown.page + 1)) if onwards else None,
            button(t.plain("button-answer-new"), AnswerNew(language=language)),
            *(
                button(t.plain("button-answers-language", language=each), Answers(language=LANGUAGES[each]))
                for each in shown.others
            ),
            button(t.plain("button-back"), DeskRefresh()),
        ),
    )


def _titled(each: AnswerTitle, t: Words) -> InlineKeyboardButton:
    opens = Answer(answer=each.answer_id, step=AnswerStep.OPEN)
    if each.group is None:
        return button(each.title, opens)
    return button(t.plain("button-answer-title", title=each.title, group=each.group), opens)


@shows("answer", of=AnswerSight)
def answer(shown: AnswerSight, t: Words) -> Rendered:
    """One answer with an invented case, and what can be done with it."""
    back = button(t.plain("button-answers-back"), Answers(language=LANGUAGES[shown.language]))
    group = shown.group or t.plain("screen-answer-every")
    parts = [
        t.get("screen-answer", title=shown.title, group=group, text=quotation(shown.text)),
        t.get("screen-answer-blank", blanks=", ".join(shown.blanks))
        if shown.blanks
        else t.get("screen-answer-example"),
        join(_version(each, t) for each in shown.versions),
    ]
    if shown.removed:
        restore = Answer(answer=shown.answer_id, step=AnswerStep.RESTORE)
        undo = button(t.plain("button-answer-restore"), restore, ButtonStyle.PRIMARY)
        return Rendered(join([t.get("screen-answer-removed"), *parts], "\n\n"), keyboard=column(undo, back))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            button(t.plain("button-answer-edit"), Answer(answer=shown.answer_id, step=AnswerStep.EDIT)),
            button(t.plain("button-answer-remove"), Answer(answer=shown.answer_id, step=AnswerStep.REMOVE)),
            back,
        ),
    )


def _version(line: VersionLine, t: Words) -> Markup:
    at = t.stamp(line.at)
    return t.get("screen-answer-by", at=at, who=line.who) if line.who else t.get("screen-answer-by-seed", at=at)


@shows("answer-group", of=AnswerGroupSight)
def answer_group(shown: AnswerGroupSight, t: Words) -> Rendered:
    """Which services?"""
    language = LANGUAGES[shown.language]
    return Rendered(
        t.get("screen-answer-group"),
        keyboard=column(
            button(t.plain("button-answer-every"), AnswerNew(language=language, group=ANY_GROUP)),
            *(button(each.name, AnswerNew(language=language, group=each.slug)) for each in shown.groups),
            button(t.plain("button-answers-back"), Answers(language=language)),
        ),
    )


@shows("answer-text", of=AnswerTextSight)
def answer_text(shown: AnswerTextSight, t: Words) -> Rendered:
    """Type it, and what can be filled in; what stands there can be copied."""
    variables = ", ".join(f"{{{name}}}" for name in shown.variables)
    parts = [t.get("screen-answer-text", variables=variables)]
    if shown.now is not None:
        parts.append(t.get("screen-answer-text-now", now=code(shown.now)))
    back: Answer | Answers = Answers(language=LANGUAGES[shown.language])
    if shown.answer_id is not None:
        back = Answer(answer=shown.answer_id, step=AnswerStep.OPEN)
    return Rendered(join(parts, "\n\n"), keyboard=column(button(t.plain("button-changed-mind"), back)))
