"""What each form says: tables of literal keys, `form-<form>-<step>` and what begins so.

A test pairs them with the forms' steps and options.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram.render.application_form_words import LATER_WORDS, RECREATION_WORDS
from bot.telegram.render.names import Name
from bot.telegram.render.step_words import StepWords
from bot.texts.wording import Wording

FORM_TITLES: dict[str, Name] = {
    "whom": lambda t: t.plain("form-whom"),
    "recreation": lambda t: t.plain("form-recreation"),
    "recreation-later": lambda t: t.plain("form-recreation-later"),
}

FORM_WORDS: dict[tuple[str, str], StepWords] = {
    ("whom", "who"): StepWords(
        question=lambda t: t.plain("form-whom-who"),
        label=lambda t: t.plain("form-whom-who-label"),
        options={
            "child": lambda t: t.plain("form-whom-who-child"),
            "relative": lambda t: t.plain("form-whom-who-relative"),
            "neighbour": lambda t: t.plain("form-whom-who-neighbour"),
            "report": lambda t: t.plain("form-whom-who-report"),
        },
    ),
    ("whom", "name"): StepWords(
        question=lambda t: t.plain("form-whom-name"),
        label=lambda t: t.plain("form-whom-name-label"),
        skip=lambda t: t.plain("form-whom-name-skip"),
    ),
    ("whom", "born"): StepWords(
        question=lambda t: t.plain("form-whom-born"),
        label=lambda t: t.plain("form-whom-born-label"),
        skip=lambda t: t.plain("form-whom-born-skip"),
    ),
    ("whom", "knows"): StepWords(
        question=lambda t: t.plain("form-whom-knows"),
        label=lambda t: t.plain("form-whom-knows-label"),
        options={
            "yes": lambda t: t.plain("form-whom-knows-yes"),
            "no": lambda t: t.plain("form-whom-knows-no"),
        },
    ),
    ("whom", "phone"): StepWords(
        question=lambda t: t.plain("form-whom-phone"),
        label=lambda t: t.plain("form-whom-phone-label"),
        skip=lambda t: t.plain("form-whom-phone-skip"),
    ),
    ("whom", "agree"): StepWords(
        question=lambda t: t.plain("form-whom-agree"),
        label=lambda t: t.plain("form-whom-agree-label"),
        options={
            "call": lambda t: t.plain("form-whom-agree-call"),
            "code": lambda t: t.plain("form-whom-agree-code"),
        },
    ),
    ("whom", "where"): StepWords(
        question=lambda t: t.plain("form-whom-where"),
        label=lambda t: t.plain("form-whom-where-label"),
        skip=lambda t: t.plain("form-whom-where-skip"),
    ),
    ("whom", "reporter"): StepWords(
        question=lambda t: t.plain("form-whom-reporter"),
        label=lambda t: t.plain("form-whom-reporter-label"),
        options={
            "yes": lambda t: t.plain("form-whom-reporter-yes"),
            "no": lambda t: t.plain("form-whom-reporter-no"),
        },
    ),
    **RECREATION_WORDS,
    **LATER_WORDS,
}

PROBLEMS: Mapping[str, Name] = {
    "not-words": lambda t: t.plain("form-problem-not-words"),
    "no-words": lambda t: t.plain("form-problem-no-words"),
    "no-option": lambda t: t.plain("form-problem-no-option"),
    "no-month": lambda t: t.plain("form-problem-no-month"),
    "nothing-chosen": lambda t: t.plain("form-problem-nothing-chosen"),
    "too-short": lambda t: t.plain("form-problem-too-short"),
    "too-long": lambda t: t.plain("form-problem-too-long"),
    "no-date": lambda t: t.plain("form-problem-no-date"),
    "no-such-date": lambda t: t.plain("form-problem-no-such-date"),
    "in-the-future": lambda t: t.plain("form-problem-in-the-future"),
    "too-far": lambda t: t.plain("form-problem-too-far"),
    "too-young": lambda t: t.plain("form-problem-too-young"),
    "too-old": lambda t: t.plain("form-problem-too-old"),
    "same-child": lambda t: t.plain("form-problem-same-child"),
    "not-taken": lambda t: t.plain("form-problem-not-taken"),
    "changed-meanwhile": lambda t: t.plain("form-problem-changed-meanwhile"),
    "no-age": lambda t: t.plain("form-problem-no-age"),
    "no-phone": lambda t: t.plain("form-problem-no-phone"),
    "not-ten-digits": lambda t: t.plain("form-problem-not-ten-digits"),
    "wrong-check-digit": lambda t: t.plain("form-problem-wrong-check-digit"),
    "no-certificate": lambda t: t.plain("form-problem-no-certificate"),
    "no-place": lambda t: t.plain("form-problem-no-place"),
    "no-file": lambda t: t.plain("form-problem-no-file"),
    "too-many-files": lambda t: t.plain("form-problem-too-many-files"),
}
"""What was wrong about the last words, and how to say it: `rules.forms.Problem`."""


def options_named(text: str, wording: Wording) -> dict[str, str]:
    """The option that a typed label names, by step, in whichever language: «Так, знає» → `{"knows": "yes"}`."""
    typed = _plain(text)
    return {
        step: option
        for (_, step), words in FORM_WORDS.items()
        for option, label in words.options.items()
        if any(_plain(label(wording.to(language))) == typed for language in wording.languages)
    }


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("'", "’").split()).strip(" .,")
