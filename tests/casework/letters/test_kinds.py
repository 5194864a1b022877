"""Letters are ids and plain facts, and come back from the outbox as what they were."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from casework.letters.kinds import KINDS, Letter
from casework.letters.policies import Form, Nature, Policy, Priority
from tests.casework.letters.samples import sample


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_comes_back_as_it_was(kind: str) -> None:
    letter = sample(KINDS[kind])
    facts = json.loads(json.dumps(letter.facts()))
    assert Letter.restore(kind, facts) == letter
    assert Letter.restore(kind, facts | {"of_a_later_version": 1}) == letter


@pytest.mark.parametrize("kind", KINDS)
def test_its_facts_are_ids_and_words_of_ours(kind: str) -> None:
    assert all(isinstance(value, int | bool) or len(value) < 20 for value in sample(KINDS[kind]).facts().values())


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        Letter.restore("love-letter", {})


def test_two_kinds_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError, match="two kinds of letter are called welcome"):

        @dataclass(frozen=True, slots=True)
        class Again(Letter):
            """Never registered."""

            kind = "welcome"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_slot_and_comes_from_a_message_is_written_once(kind: str) -> None:
    policy = KINDS[kind].policy
    carries = {"message_id", "topic"} & sample(KINDS[kind]).facts().keys()
    slot = policy.form in (Form.SCREEN, Form.CARD, Form.TOPIC, Form.RECORD)
    assert policy.once or slot or not carries


def test_danger_leaves_first() -> None:
    assert KINDS["hotlines"].policy.priority is Priority.CRISIS
    assert {kind for kind, cls in KINDS.items() if cls.policy.priority is Priority.CRISIS} == {
        "hotlines", "alarm-raised", "alarm-step", "alarm-confirmed", "alarm-mistaken", "answer-late",
    }  # fmt: skip
    assert sorted(Priority) == [
        Priority.CRISIS, Priority.SCREEN, Priority.CASE, Priority.REMINDER, Priority.BROADCAST, Priority.PAID,
    ]  # fmt: skip


def test_by_default_a_letter_is_an_answer_and_a_new_message() -> None:
    policy = Policy()
    assert (policy.nature, policy.form, policy.priority) == (Nature.ANSWER, Form.MESSAGE, Priority.CASE)
    assert (policy.once, policy.opt_out, policy.quiet_hours, policy.protected) == (False, False, False, False)
