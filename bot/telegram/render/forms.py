"""A form on a person's phone: the question, what was understood so far, and the buttons; the summary; what follows."""

from __future__ import annotations

from collections import Counter

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import FormDo, FormStep, MyCase
from bot.telegram.keyboards import button, column
from bot.telegram.render.file_names import file_lines, file_name, file_with_size
from bot.telegram.render.files import WHY
from bot.telegram.render.form_words import FORM_TITLES, FORM_WORDS, PROBLEMS
from bot.telegram.render.places import full, label, told
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights import (
    AnswerLine,
    ArrivedFile,
    FormAskSight,
    FormSight,
    FormSummarySight,
    OptionLine,
    WhomSentSight,
)
from rules.agreements import Agreement
from rules.files import FileState

LONGEST_ANSWER = 60


@shows("form", of=FormSight)
def question(shown: FormSight, t: Words) -> Rendered:
    """The present question, below what was understood, or what was wrong."""
    words = FORM_WORDS[shown.form, shown.step]
    head = t.get("screen-form", title=FORM_TITLES[shown.form](t), number=shown.number)
    known = join(answer_line(shown.form, line, t) for line in shown.known)
    asked = t.get("form-question", question=words.question(t))
    if shown.confirm is not None:
        asked = t.get("form-place-confirm", words=shown.sought or "", place=full(shown.confirm, t))
    return Rendered(
        join(
            [
                head,
                known,
                _problem(shown.problem, t),
                _words(shown, t),
                _unread(shown, t),
                join([_about(shown, t), asked]),
                _explained(shown, t),
                _sent(shown, t),
            ],
            "\n\n",
        ),
        keyboard=column(
            *_words_buttons(shown, t),
            *_options(shown, t),
            *_steps(shown, t),
        ),
    )


@shows("form-summary", of=FormSummarySight)
def summary(shown: FormSummarySight, t: Words) -> Rendered:
    """Everything once more, each answer with a button that changes it."""
    return whole(shown, t, t.get("form-summary-ask"), t.plain("button-form-submit"))


def whole(shown: FormSummarySight, t: Words, ask: Markup, submit: str) -> Rendered:
    """A summary that ends with `ask`; `submit` stands on the button that ends the form."""
    lines = join(answer_line(shown.form, line, t) for line in shown.answers)
    head = t.get("screen-form-summary", title=FORM_TITLES[shown.form](t))
    return Rendered(
        join([head, lines, _problem(shown.problem, t), _words(shown, t), ask], "\n\n"),
        keyboard=column(
            button(submit, _do(shown, FormStep.SUBMIT), ButtonStyle.PRIMARY),
            *_words_buttons(shown, t),
            *_more(shown, t),
            *(button(_change(shown.form, line, t), _do(shown, FormStep.EDIT, line.number)) for line in shown.answers),
            button(t.plain("button-form-stop"), _do(shown, FormStep.ASK_DROP)),
        ),
    )


@shows("form-resume", of=FormAskSight)
def resume(shown: FormAskSight, t: Words) -> Rendered:
    """You began it earlier: go on?"""
    title = FORM_TITLES[shown.form](t)
    return Rendered(
        t.get("screen-form-resume", title=title, begun=t.short_day(shown.begun_at), count=shown.answered),
        keyboard=column(
            button(t.plain("button-form-go-on"), _do(shown, FormStep.GO_ON), ButtonStyle.PRIMARY),
            button(t.plain("button-form-anew"), _do(shown, FormStep.ANEW)),
            button(t.plain("button-form-drop"), _do(shown, FormStep.DROP)),
        ),
    )


@shows("form-waits", of=FormAskSight)
def waits(shown: FormAskSight, t: Words) -> Rendered:
    """Nothing is lost: the way back."""
    return Rendered(
        t.get("screen-form-waits", title=FORM_TITLES[shown.form](t)),
        keyboard=column(button(t.plain("button-form-go-on"), _do(shown, FormStep.GO_ON), ButtonStyle.PRIMARY)),
    )


@shows("form-cancel-ask", of=FormAskSight)
def cancel_ask(shown: FormAskSight, t: Words) -> Rendered:
    """Really stop?"""
    if shown.filed is not None:
        return Rendered(
            t.get("screen-form-change-ask", number=shown.filed),
            keyboard=column(
                button(t.plain("button-form-go-on"), _do(shown, FormStep.GO_ON)),
                button(t.plain("button-form-keep"), _do(shown, FormStep.DROP)),
            ),
        )
    return Rendered(
        t.get("screen-form-cancel-ask", title=FORM_TITLES[shown.form](t), count=shown.answered),
        keyboard=column(
            button(t.plain("button-form-go-on"), _do(shown, FormStep.GO_ON)),
            button(t.plain("button-form-drop"), _do(shown, FormStep.DROP), ButtonStyle.DANGER),
        ),
    )


@shows("whom-sent", of=WhomSentSight)
def whom_sent(shown: WhomSentSight, t: Words) -> Rendered:
    """What was written down, and how the human is asked."""
    office = {"phone": shown.office.phone, "hours": shown.office.hours}
    then: list[Markup] = []
    match shown.agreement:
        case Agreement.BY_CALL:
            then.append(t.get("whom-sent-call"))
        case Agreement.BY_CODE if shown.code and shown.code_until:
            then.append(t.get("whom-sent-code", code=shown.code, until=t.moment(shown.code_until)))
        case Agreement.BY_CODE:
            then.append(t.get("whom-sent-code-over", **office))
        case Agreement.CONFIRMED:
            then.append(t.get("whom-sent-confirmed"))
        case Agreement.REFUSED:
            then.append(t.get("whom-sent-refused", **office))
        case Agreement.REPORT:
            then.append(t.get("whom-sent-report", shown="yes" if shown.reporter_shown else "no"))
    return Rendered(
        join([t.get("screen-whom-sent", number=shown.number), *then], "\n\n"),
        keyboard=column(button(t.plain("button-show-case"), MyCase(case=shown.case_id))),
    )


def _do(shown: FormSight | FormSummarySight | FormAskSight, step: FormStep, number: int = 0) -> FormDo:
    return FormDo(form=shown.form_id, rev=shown.revision, step=step, number=number)


def _options(shown: FormSight, t: Words) -> list[InlineKeyboardButton]:
    buttons = [
        button(
            _option(shown, option, t),
            _do(shown, FormStep.CHOOSE, option.number),
            ButtonStyle.SUCCESS if option.ticked else None,
        )
        for option in shown.options
    ]
    if shown.confirm is not None:
        buttons.append(button(t.plain("button-place-confirm"), _do(shown, FormStep.CHOOSE), ButtonStyle.PRIMARY))
    if shown.places:
        none_of_them = 1 if shown.confirm is not None else len(shown.options)
        buttons.append(button(t.plain("button-place-not-listed"), _do(shown, FormStep.CHOOSE, none_of_them)))
    if shown.abroad:
        buttons.append(button(t.plain("button-place-abroad"), _do(shown, FormStep.ABROAD)))
    beside = len(shown.options)
    if shown.may_tick:
        buttons.append(button(t.plain("button-form-several"), _do(shown, FormStep.CHOOSE, beside)))
    if shown.unread is not None:
        buttons.append(button(t.plain("button-form-own-words"), _do(shown, FormStep.CHOOSE, beside + 1)))
    if shown.several or shown.files:
        buttons.append(button(t.plain("button-form-done"), _do(shown, FormStep.CHOOSE_DONE), ButtonStyle.PRIMARY))
    if shown.files:
        buttons.append(button(t.plain("button-form-take-back"), _do(shown, FormStep.TAKE_BACK)))
    return buttons


def _option(shown: FormSight, option: OptionLine, t: Words) -> str:
    if option.place is not None:
        return label(option.place, t)
    if option.name is not None and not option.slug:
        return option.name
    named = option.name or FORM_WORDS[shown.form, shown.step].options[option.slug](t)
    return t.plain("button-form-ticked", option=named) if option.ticked else named


def _steps(shown: FormSight, t: Words) -> list[InlineKeyboardButton | None]:
    skip = FORM_WORDS[shown.form, shown.step].skip
    return [
        button(skip(t), _do(shown, FormStep.SKIP)) if shown.optional and skip else None,
        None if shown.first else button(t.plain("button-form-back"), _do(shown, FormStep.BACK)),
        button(t.plain("button-form-stop"), _do(shown, FormStep.ASK_DROP)),
    ]


def _words_buttons(shown: FormSight | FormSummarySight, t: Words) -> list[InlineKeyboardButton]:
    if shown.words is None:
        return []
    return [
        button(t.plain("button-form-pass-words"), _do(shown, FormStep.PASS_WORDS)),
        button(t.plain("button-form-leave-words"), _do(shown, FormStep.LEAVE_WORDS)),
    ]


def _more(shown: FormSummarySight, t: Words) -> list[InlineKeyboardButton]:
    """What can be added below the summary: another child, say."""
    return [
        button(FORM_WORDS[shown.form, f"{group}-more"].question(t), _do(shown, FormStep.MORE, number))
        for number, group in enumerate(shown.more)
    ]


def _about(shown: FormSight, t: Words) -> Markup:
    return t.get("form-about-child", child=shown.about[:LONGEST_ANSWER]) if shown.about else Markup()


def _explained(shown: FormSight, t: Words) -> Markup:
    return join(t.get("form-explained", option=option, plain=plain) for option, plain in shown.explained)


def _problem(problem: str, t: Words) -> Markup:
    return html(PROBLEMS[problem](t)) if problem in PROBLEMS else Markup()


def _words(shown: FormSight | FormSummarySight, t: Words) -> Markup:
    if shown.words is None:
        return Markup()
    return t.get("form-words", words=join([html(shown.words), *file_lines(shown.word_files, t)]))


def _unread(shown: FormSight, t: Words) -> Markup:
    return Markup() if shown.unread is None else t.get("form-unread", words=shown.unread)


def _sent(shown: FormSight, t: Words) -> Markup:
    """What was sent to a question for files, each with what is wrong with it and what to do."""
    lines = [_sent_file(each, number, t) for number, each in enumerate(shown.files, 1)]
    return t.get("form-files", files=join(lines)) if lines else Markup()


def _sent_file(file: ArrivedFile, number: int, t: Words) -> Markup:
    what = file_with_size(file.line, t)
    if file.state is FileState.WAITING:
        what = t.plain("file-on-the-way", what=what)
    elif file.flaw is not None:
        why, advice = WHY[file.flaw]
        what = t.plain("form-file-refused", what=what, why=why(t), advice=advice(t))
    words = file.words if len(file.words) <= LONGEST_ANSWER else file.words[:LONGEST_ANSWER].rstrip() + "…"
    return join([html(t.plain("file-in-album", number=str(number), what=what)), html(words)])


def answer_line(form: str, line: AnswerLine, t: Words) -> Markup:
    """What a question is about, and what was answered."""
    if line.unread:
        return t.get("form-answer-unread", label=_label(form, line, t), answer=line.text or "")
    answer = _value(form, line, t)
    key = t.get("form-answer-doubtful", label=_label(form, line, t), answer=answer) if line.doubtful else None
    return key or t.get("form-answer", label=_label(form, line, t), answer=answer)


def _label(form: str, line: AnswerLine, t: Words) -> str:
    named = FORM_WORDS[form, line.step].label(t)
    return named if line.round is None else t.plain("form-label-round", label=named, round=line.round)


def _change(form: str, line: AnswerLine, t: Words) -> str:
    return t.plain("button-form-edit", label=_label(form, line, t))


def _value(form: str, line: AnswerLine, t: Words) -> str:
    words = FORM_WORDS[form, line.step]
    if line.files:
        counted = Counter(file_name(each, t) for each in line.files)
        return ", ".join(what if count == 1 else f"{what} × {count}" for what, count in counted.items())
    if line.names:
        first, more = line.names[0], len(line.names) - 1
        return t.plain("form-names-more", name=first, count=more) if more else first
    if line.options:
        return ", ".join(words.options[slug](t) for slug in line.options if slug in words.options)
    if line.day is not None:
        day = t.day(line.day)
        return day if line.age is None else t.plain("form-day-and-age", day=day, age=line.age)
    if line.age is not None:
        return t.plain("form-age", age=line.age)
    if line.told is not None:
        return told(line.told, t)
    if line.text is not None:
        return line.text if len(line.text) <= LONGEST_ANSWER else line.text[:LONGEST_ANSWER].rstrip() + "…"
    return words.skip(t) if words.skip else t.plain("form-no-answer")
