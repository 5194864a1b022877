"""What somebody said to a question → the answer as it is kept, or what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rules.forms.certificates import is_usual_certificate, tidy_certificate
from rules.forms.dates import read_age, read_date
from rules.forms.problems import Problem
from rules.forms.steps import (
    Answer,
    Birth,
    Certificate,
    Choice,
    Day,
    Files,
    FindPlace,
    Phone,
    Several,
    Step,
    TaxNumber,
    Text,
    Where,
)
from rules.forms.tax_number import DIGITS, is_tax_number
from rules.phones import read_phone

UNFOUND = "said:"
"""What a place that nobody found begins with; the person's own words follow."""
FEWEST_WORDS = 4
LONGEST_OWN = 200
"""Signs of own words that stand for options: they are shown whole."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `text` None: it holds no words. `contact`: the number of a contact that was sent.

    `options`: option slugs by step slug that the words name in whatever language the person reads.
    """

    text: str | None = None
    contact: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Places that may be meant, perhaps none: the person says which, or that it is none of these."""

    places: tuple[str, ...]
    said: str


Understood = Answer | Problem | Unsure


def parse(step: Step, said: Said, today: date, find: FindPlace) -> Understood:
    """The answer to a step; a Problem, or for a place Unsure. `today`: the day in Kyiv. Never raises for any words."""
    if isinstance(step, Files):
        return Problem.NO_FILE
    if isinstance(step, Phone) and said.contact is not None:
        return read_phone(said.contact) or Problem.NO_PHONE
    if said.text is None:
        return Problem.NOT_WORDS
    text = " ".join(said.text.split()) if not isinstance(step, Text) else said.text.strip()
    if isinstance(step, Choice | Several):
        return _option(step, said)
    if isinstance(step, Where):
        return _place(text, find)
    return _READERS[type(step)](step, text, today)


def _option(step: Choice | Several, said: Said) -> Answer | Problem:
    named = said.options.get(step.slug)
    if named is None or named not in {option.slug for option in step.options}:
        return Problem.NO_OPTION
    return named if isinstance(step, Choice) else [named]


def _place(text: str, find: FindPlace) -> Understood:
    if len(text) > 100:
        return Problem.TOO_LONG
    return Unsure(find(text), text)


def _text(step: Text, text: str, today: date) -> Answer | Problem:
    if len(text) < step.least:
        return Problem.TOO_SHORT
    return text if len(text) <= step.most else Problem.TOO_LONG


def _day(step: Day, text: str, today: date) -> Answer | Problem:
    found = read_date(text, today, past=step.past)
    if isinstance(found, Problem):
        return found
    if step.between is not None:
        first, last = step.between
        if not first <= found <= last:
            return Problem.TOO_OLD if found < first else Problem.TOO_YOUNG
    return found.isoformat()


def _birth(step: Birth, text: str, today: date) -> Answer | Problem:
    age = read_age(text)
    if age is not None:
        return str(age)
    found = read_date(text, today, past=True)
    if found is Problem.NO_DATE:
        return Problem.NO_AGE
    return found if isinstance(found, Problem) else found.isoformat()


def _phone(step: Phone, text: str, today: date) -> Answer | Problem:
    return read_phone(text) or Problem.NO_PHONE


def _tax_number(step: TaxNumber, text: str, today: date) -> Answer | Problem:
    # «№ 1234567899», «РНОКПП: 1234567899»: what stands before the number is no part of it.
    digits = re.sub(r"^[^0-9]{1,20}|[\s\-‐‑–—]", "", text)
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits):
        return Problem.NOT_TEN_DIGITS
    return digits if is_tax_number(digits) else Problem.WRONG_CHECK_DIGIT


def _certificate(step: Certificate, text: str, today: date) -> Answer | Problem:
    return tidy_certificate(text) or Problem.NO_CERTIFICATE


_READERS: dict[type[Step], Callable[[Any, str, date], Answer | Problem]] = {
    Text: _text,
    Day: _day,
    Birth: _birth,
    Phone: _phone,
    TaxNumber: _tax_number,
    Certificate: _certificate,
}


def worth_keeping(step: Step, text: str, problem: Problem) -> bool:
    """Whether words that are no answer tell something else: then they are offered to be passed on, and not lost."""
    telling = len(re.findall(r"[^\W\d_]{2,}", text)) >= FEWEST_WORDS
    return isinstance(step, Choice | Several | Files) or problem is Problem.TOO_LONG or telling


def doubtful(step: Step, answer: Answer) -> bool:
    """Whether an answer that is kept looks unusual: the person is shown it once more, nothing is refused."""
    return isinstance(step, Certificate) and isinstance(answer, str) and not is_usual_certificate(answer)


def own_words(answer: Answer) -> str | None:
    """What a person wrote in the place of options or of a place that nobody found; None for any other answer."""
    return answer.removeprefix(UNFOUND) if isinstance(answer, str) and answer.startswith(UNFOUND) else None


def chosen(answer: Answer) -> tuple[str, ...]:
    """The options of an answer, of one that was given while there could be but one, too; none for own words."""
    if answer is None or own_words(answer) is not None:
        return ()
    return (answer,) if isinstance(answer, str) else tuple(answer)


def fits(step: Step, answer: Answer, today: date) -> bool:
    """Whether an answer kept earlier is one to this step as it reads now."""
    if answer is None:
        return step.optional
    if isinstance(step, Files):
        return isinstance(answer, list) and 0 < len(answer) <= step.most and all(each.isdigit() for each in answer)
    if isinstance(step, Choice | Several):
        return _fits_options(step, answer)
    if not isinstance(answer, str):
        return False
    if isinstance(step, Where):
        return True
    read = _READERS[type(step)](step, answer, today)
    return read == answer


def _fits_options(step: Choice | Several, answer: Answer) -> bool:
    if own_words(answer) is not None:
        return isinstance(step, Several) and step.reads is not None
    # Where one press answers an earlier version of the question took no more than one.
    single = isinstance(step, Choice) or step.mostly_one
    known, those = {option.slug for option in step.options}, chosen(answer)
    lists = isinstance(answer, list) and isinstance(step, Several)
    return (lists or (single and isinstance(answer, str))) and bool(those) and set(those) <= known
