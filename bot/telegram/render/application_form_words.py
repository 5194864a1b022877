"""What the application for the recreation programme asks: the same sort of table as `form_words`."""

from __future__ import annotations

from bot.telegram.render.step_words import StepWords

RECREATION_WORDS: dict[tuple[str, str], StepWords] = {
    ("recreation", "name"): StepWords(
        question=lambda t: t.plain("form-recreation-name"),
        label=lambda t: t.plain("form-recreation-name-label"),
    ),
    ("recreation", "phone"): StepWords(
        question=lambda t: t.plain("form-recreation-phone"),
        label=lambda t: t.plain("form-recreation-phone-label"),
    ),
    ("recreation", "lives"): StepWords(
        question=lambda t: t.plain("form-recreation-lives"),
        label=lambda t: t.plain("form-recreation-lives-label"),
        skip=lambda t: t.plain("form-recreation-lives-skip"),
    ),
    ("recreation", "tax"): StepWords(
        question=lambda t: t.plain("form-recreation-tax"),
        label=lambda t: t.plain("form-recreation-tax-label"),
        skip=lambda t: t.plain("form-recreation-tax-skip"),
    ),
    ("recreation", "certificate"): StepWords(
        question=lambda t: t.plain("form-recreation-certificate"),
        label=lambda t: t.plain("form-recreation-certificate-label"),
        skip=lambda t: t.plain("form-recreation-certificate-skip"),
    ),
    ("recreation", "child"): StepWords(
        question=lambda t: t.plain("form-recreation-child"),
        label=lambda t: t.plain("form-recreation-child-label"),
    ),
    ("recreation", "born"): StepWords(
        question=lambda t: t.plain("form-recreation-born"),
        label=lambda t: t.plain("form-recreation-born-label"),
    ),
    ("recreation", "registered"): StepWords(
        question=lambda t: t.plain("form-recreation-registered"),
        label=lambda t: t.plain("form-recreation-registered-label"),
        skip=lambda t: t.plain("form-recreation-registered-skip"),
    ),
    ("recreation", "categories"): StepWords(
        question=lambda t: t.plain("form-recreation-categories"),
        label=lambda t: t.plain("form-recreation-categories-label"),
        skip=lambda t: t.plain("form-recreation-categories-skip"),
    ),
    ("recreation", "stay"): StepWords(
        question=lambda t: t.plain("form-recreation-stay"),
        label=lambda t: t.plain("form-recreation-stay-label"),
        options={
            "health": lambda t: t.plain("form-recreation-stay-health"),
            "rest": lambda t: t.plain("form-recreation-stay-rest"),
            "either": lambda t: t.plain("form-recreation-stay-either"),
        },
    ),
    ("recreation", "period"): StepWords(
        question=lambda t: t.plain("form-recreation-period"),
        label=lambda t: t.plain("form-recreation-period-label"),
        options={
            "spring": lambda t: t.plain("form-recreation-period-spring"),
            "june": lambda t: t.plain("form-recreation-period-june"),
            "july": lambda t: t.plain("form-recreation-period-july"),
            "august": lambda t: t.plain("form-recreation-period-august"),
            "autumn": lambda t: t.plain("form-recreation-period-autumn"),
            "either": lambda t: t.plain("form-recreation-period-either"),
        },
    ),
    ("recreation", "children-more"): StepWords(
        question=lambda t: t.plain("form-recreation-children-more"),
        label=lambda t: t.plain("form-recreation-children-more-label"),
        options={
            "yes": lambda t: t.plain("form-recreation-children-more-yes"),
            "no": lambda t: t.plain("form-recreation-children-more-no"),
        },
    ),
    ("recreation", "together"): StepWords(
        question=lambda t: t.plain("form-recreation-together"),
        label=lambda t: t.plain("form-recreation-together-label"),
        options={
            "yes": lambda t: t.plain("form-recreation-together-yes"),
            "no": lambda t: t.plain("form-recreation-together-no"),
        },
    ),
}

LATER_WORDS: dict[tuple[str, str], StepWords] = {
    ("recreation-later", "lives"): StepWords(
        question=lambda t: t.plain("form-recreation-later-lives"),
        label=lambda t: t.plain("form-recreation-later-lives-label"),
        skip=lambda t: t.plain("form-recreation-later-lives-skip"),
    ),
    ("recreation-later", "tax"): StepWords(
        question=lambda t: t.plain("form-recreation-later-tax"),
        label=lambda t: t.plain("form-recreation-later-tax-label"),
        skip=lambda t: t.plain("form-recreation-later-tax-skip"),
    ),
    ("recreation-later", "certificate"): StepWords(
        question=lambda t: t.plain("form-recreation-later-certificate"),
        label=lambda t: t.plain("form-recreation-later-certificate-label"),
        skip=lambda t: t.plain("form-recreation-later-certificate-skip"),
    ),
    ("recreation-later", "size"): StepWords(
        question=lambda t: t.plain("form-recreation-later-size"),
        label=lambda t: t.plain("form-recreation-later-size-label"),
        skip=lambda t: t.plain("form-recreation-later-size-skip"),
    ),
    ("recreation-later", "meets"): StepWords(
        question=lambda t: t.plain("form-recreation-later-meets"),
        label=lambda t: t.plain("form-recreation-later-meets-label"),
    ),
}
"""What is asked at a later step."""
