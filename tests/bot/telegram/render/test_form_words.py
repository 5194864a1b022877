"""What forms say stands under keys made of form and step, and every question, option and problem has its words."""

from __future__ import annotations

import pytest

from bot.telegram.render.form_words import FORM_TITLES, FORM_WORDS, PROBLEMS, options_named
from bot.telegram.render.step_words import StepWords
from bot.texts.wording import Wording
from rules.agreements import Agreement
from rules.forms import Choice, Form, Problem, Several, Step, every_step
from rules.languages import LANGUAGES
from tests.bot.telegram.render.form_samples import forms_sights
from tests.bot.telegram.render.samples import office
from tests.rules.recreation.widest import WIDEST

WORDING = Wording()
STEPS = [(form, step) for form in WIDEST.values() for step in every_step(form)]


def keys(form: Form, step: Step, words: StepWords, language: str) -> dict[str, str]:
    """Key → what the table says under it."""
    t, key = WORDING.to(language), f"form-{form.slug}-{step.slug}"
    said = {key: words.question(t), f"{key}-label": words.label(t)}
    said |= {f"{key}-{option}": label(t) for option, label in words.options.items()}
    return said | ({f"{key}-skip": words.skip(t)} if words.skip else {})


def test_every_question_of_every_form_has_words_and_no_words_are_left_over() -> None:
    assert set(FORM_WORDS) == {(form.slug, step.slug) for form, step in STEPS}
    assert set(FORM_TITLES) == set(WIDEST)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "step"), STEPS, ids=lambda each: getattr(each, "slug", ""))
def test_the_words_stand_under_keys_made_of_form_and_step(form: Form, step: Step, language: str) -> None:
    words = FORM_WORDS[form.slug, step.slug]
    for key, said in keys(form, step, words, language).items():
        assert said == WORDING.to(language).plain(key)
    options = step.options if isinstance(step, Choice | Several) else ()
    if isinstance(step, Several) and step.catalogued:
        options = ()
    assert list(words.options) == [option.slug for option in options]
    assert (words.skip is not None) == step.optional


def test_every_problem_has_words() -> None:
    assert set(PROBLEMS) == {problem.value for problem in Problem}


def test_samples_know_every_question_and_every_agreement() -> None:
    shown = forms_sights("Олена", "uk", office("uk"))
    assert {(each.form, each.step) for each in shown["form"]} == set(FORM_WORDS)  # type: ignore[attr-defined]  # the sights of this kind
    assert {each.agreement for each in shown["whom-sent"]} == set(Agreement)  # type: ignore[attr-defined]  # the sights of this kind


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Так, знає", {"knows": "yes"}),
        ("  так,   ЗНАЄ. ", {"knows": "yes"}),
        ("Yes, they know", {"knows": "yes"}),
        ("Моєму родичу", {"who": "relative"}),
        ("родич", {}),
        ("", {}),
    ],
)
def test_a_typed_label_names_its_option_in_any_language(typed: str, named: dict[str, str]) -> None:
    assert options_named(typed, WORDING) == named


def test_labels_of_a_form_are_told_apart() -> None:
    for form in WIDEST:
        spoken = [label for (of, _), words in FORM_WORDS.items() if of == form for label in words.options.values()]
        for language in LANGUAGES:
            said = [label(WORDING.to(language)) for label in spoken]
            assert len(said) == len(set(said))
