"""What somebody answered in a form, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.letters.sights import AnswerLine
from casework.letters.view.files import line_of
from casework.letters.view.places import told_line
from db.models import Draft, File
from rules.catalogue import Catalogue
from rules.forms import (
    UNFOUND,
    Answer,
    Answers,
    Birth,
    Choice,
    Day,
    Files,
    Form,
    Place,
    Several,
    Where,
    chosen,
    doubtful,
    own_words,
)
from rules.forms.dates import age_on
from rules.places import Told


def answer_lines(
    catalogue: Catalogue,
    form: Form,
    answers: Answers,
    language: str,
    today: date,
    theirs: Sequence[tuple[File, Draft]],
) -> list[AnswerLine]:
    """Every question that is asked with its answer; those not answered yet as if left out. `today`: the day in Kyiv;
    `theirs`: the files sent to it, each with the words that brought it.
    """
    found = []
    for number, place in enumerate(form.walk(answers)):
        answer = answers.get(place.key)
        if isinstance(place.step, Where) and isinstance(answer, str) and not answer.startswith(UNFOUND):
            told = told_line(catalogue, Told.read(answer), language)
            found.append(AnswerLine(place.step.slug, number, place.round, told=told))
        elif isinstance(place.step, Files):
            lines = tuple(line_of(file, named=True) for file, its in theirs if str(its.id) in (answer or ()))
            found.append(AnswerLine(place.step.slug, number, place.round, files=lines))
        elif isinstance(place.step, Several) and place.step.catalogued and isinstance(answer, list):
            names = tuple(catalogue.categories[code].name[language] for code in answer)
            found.append(AnswerLine(place.step.slug, number, place.round, names=names))
        else:
            found.append(_line(place, number, answer, today))
    return found


def _line(place: Place, number: int, answer: Answer, today: date) -> AnswerLine:
    slug, step, round_ = place.step.slug, place.step, place.round
    if answer is None:
        return AnswerLine(slug, number, round_)
    if isinstance(step, Choice | Several):
        words = own_words(answer)
        return AnswerLine(slug, number, round_, options=chosen(answer), text=words, unread=words is not None)
    assert isinstance(answer, str), "only choices are lists"
    if isinstance(step, Birth) and answer.isdigit():
        return AnswerLine(slug, number, round_, age=int(answer))
    if isinstance(step, Birth):
        born = date.fromisoformat(answer)
        return AnswerLine(slug, number, round_, day=born, age=age_on(born, today))
    if isinstance(step, Day):
        return AnswerLine(slug, number, round_, day=date.fromisoformat(answer))
    return AnswerLine(slug, number, round_, text=answer.removeprefix(UNFOUND), doubtful=doubtful(step, answer))
