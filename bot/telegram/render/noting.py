"""Staff write down what a family answers: the same questions as on a person's phone, to be read out."""

from __future__ import annotations

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import Details, FormDo, FormStep
from bot.telegram.callbacks.later import NoteAnswers
from bot.telegram.keyboards import button, column
from bot.telegram.render.forms import question, whole
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import FormAskSight, FormSight, FormSummarySight
from casework.letters.sights.later import NotedSight, NotingOverSight


@shows("noting", of=NotedSight)
def noting(shown: NotedSight, t: Words) -> Rendered:
    """The present question, below whose it is."""
    assert isinstance(shown.shown, FormSight), "that is what this kind shows"
    return _headed(shown, question(shown.shown, t), t)


@shows("noting-summary", of=NotedSight)
def noting_summary(shown: NotedSight, t: Words) -> Rendered:
    """Everything once more, to be read out before it is kept."""
    assert isinstance(shown.shown, FormSummarySight), "that is what this kind shows"
    ask, submit = t.get("screen-noting-summary"), t.plain("button-noting-submit")
    return _headed(shown, whole(shown.shown, t, ask, submit), t)


@shows("noting-stop-ask", of=NotedSight)
def noting_stop_ask(shown: NotedSight, t: Words) -> Rendered:
    """Really stop?"""
    form = shown.shown
    assert isinstance(form, FormAskSight), "that is what this kind shows"
    on, drop = (FormDo(form=form.form_id, rev=form.revision, step=each) for each in (FormStep.GO_ON, FormStep.DROP))
    return Rendered(
        t.get("screen-noting-stop-ask", number=shown.number),
        keyboard=column(
            button(t.plain("button-form-go-on"), on, ButtonStyle.PRIMARY),
            button(t.plain("button-noting-drop"), drop, ButtonStyle.DANGER),
        ),
    )


@shows("noting-over", of=NotingOverSight)
def noting_over(shown: NotingOverSight, t: Words) -> Rendered:
    """What became of it, and the way back."""
    parts = [t.get("screen-noting-over", number=shown.number, noted="yes" if shown.noted else "no")]
    if shown.noted:
        parts.append(t.get("noting-copied") if shown.copied else t.get("noting-not-copied"))
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            button(t.plain("button-note-answers"), NoteAnswers(case=shown.case_id)),
            button(t.plain("button-details"), Details(case=shown.case_id)),
        ),
    )


def _headed(shown: NotedSight, form: Rendered, t: Words) -> Rendered:
    head = t.get("screen-noting", number=shown.number)
    return Rendered(join([head, Markup(form.text)], "\n\n"), keyboard=form.keyboard)
