"""Where somebody stands in a form: conditions, rounds, back, what a changed form keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.forms import FORMS, SUMMARY, Answer, Choice, Form, Option, Text, every_step, options_of
from rules.forms.for_whom import FOR_WHOM
from tests.rules.forms.trial import FILLED, TRIAL

TODAY = date(2026, 11, 26)


def keys(answers: dict[str, Answer]) -> list[str]:
    return [place.key for place in TRIAL.walk(answers)]


def test_a_form_that_is_filled_in_has_nothing_open_and_asks_all_of_it() -> None:
    assert TRIAL.next_open(FILLED) == SUMMARY
    assert keys(FILLED) == list(FILLED)
    assert TRIAL.asked(FILLED) == FILLED


def test_from_nothing_it_asks_one_after_another() -> None:
    answers: dict[str, Answer] = {}
    asked = []
    while (key := TRIAL.next_open(answers)) != SUMMARY:
        asked.append(key)
        answers[key] = FILLED[key]
    assert asked == list(FILLED)


def test_without_children_nothing_is_asked_about_them_and_old_answers_do_not_count() -> None:
    without = FILLED | {"children": "no"}
    assert TRIAL.next_open(without) == SUMMARY
    assert not any(key.startswith("kids") for key in TRIAL.asked(without))


def test_a_condition_inside_of_a_round_looks_at_that_round() -> None:
    assert "kids/0/milk" in keys(FILLED)
    assert "kids/1/milk" not in keys(FILLED)


def test_after_the_last_round_nobody_is_asked_for_another() -> None:
    third = FILLED | {"kids/1/more": "yes", "kids/2/kid": "Іван", "kids/2/age": "3"}
    assert keys(third)[-1] == "kids/2/age"
    assert TRIAL.next_open(third) == SUMMARY


def test_rounds_are_counted_from_one() -> None:
    rounds = {place.key: place.round for place in TRIAL.walk(FILLED)}
    assert (rounds["name"], rounds["kids/0/kid"], rounds["kids/1/kid"]) == (None, 1, 2)


@pytest.mark.parametrize(
    ("key", "before"), [("name", None), ("tax", "name"), ("kids/1/kid", "kids/0/more"), (SUMMARY, "kids/1/more")]
)
def test_back_is_to_the_question_that_was_asked_before(key: str, before: str | None) -> None:
    assert TRIAL.before(key, FILLED) == before


def test_a_changed_form_keeps_the_answers_that_still_fit() -> None:
    changed = replace(
        TRIAL,
        version=2,
        steps=(
            Text(slug="name", least=10),
            Choice(slug="new", options=(Option("a"), Option("b"))),
            *TRIAL.steps[2:7],
            Choice(slug="children", options=(Option("yes"), Option("no"), Option("soon"))),
            *TRIAL.steps[8:],
        ),
    )
    kept = changed.still_fitting(FILLED, TODAY)
    assert "name" not in kept, "it is too short now"
    assert "tax" not in kept, "it is not asked any more"
    assert kept == {key: value for key, value in FILLED.items() if key not in ("name", "tax")}
    assert changed.next_open(kept) == "name"


def test_an_unchanged_form_keeps_everything() -> None:
    assert TRIAL.still_fitting(FILLED, TODAY) == FILLED


@given(
    st.dictionaries(
        st.sampled_from([*FILLED, "gone", "kids/7/kid"]),
        st.none() | st.text(max_size=5) | st.lists(st.sampled_from(["food", "x"]), max_size=3),
    )
)
def test_whatever_was_kept_is_brought_to_the_present_form(answers: dict[str, Answer]) -> None:
    kept = TRIAL.still_fitting(answers, TODAY)
    assert all(answers[key] == value for key, value in kept.items())
    assert set(kept) <= {place.key for place in TRIAL.walk(kept)}
    assert TRIAL.next_open(kept) == SUMMARY or TRIAL.place(TRIAL.next_open(kept), kept) is not None


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_the_questions_of_a_form_are_told_apart_and_their_keys_fit(form: Form) -> None:
    slugs = [step.slug for step in every_step(form)]
    assert len(slugs) == len(set(slugs))
    assert all(len(slug) <= 28 for slug in slugs)


def test_for_whom_a_parent_is_asked_for_no_agreement() -> None:
    answers: dict[str, Answer] = {"who": "child", "name": "Марко", "born": "5", "phone": None}
    assert FOR_WHOM.next_open(answers) == SUMMARY


def test_for_whom_a_call_is_offered_only_with_a_phone() -> None:
    answers: dict[str, Answer] = {"who": "relative", "name": None, "born": None, "knows": "yes", "phone": None}
    place = FOR_WHOM.place("agree", answers)
    assert place is not None
    assert [option.slug for option in options_of(place, answers)] == ["code"]
    assert [option.slug for option in options_of(place, answers | {"phone": "+380501234567"})] == ["call", "code"]


@pytest.mark.parametrize("answers", [{"who": "report"}, {"who": "neighbour", "knows": "no"}])
def test_for_whom_a_report_asks_where_and_whether_the_reporter_may_be_seen(answers: dict[str, Answer]) -> None:
    asked = [place.key for place in FOR_WHOM.walk(answers)]
    assert asked[-2:] == ["where", "reporter"]
    assert "agree" not in asked
