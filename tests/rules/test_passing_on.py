"""What somebody without Telegram must be told: nothing that a human wrote or decided is left to history."""

from __future__ import annotations

import pytest

from rules.passing_on import INSTEAD, Instead, instead_of

MUST_BE_TOLD = (
    "staff-reply",
    "staff-file",
    "info-page",
    "documents-asked",
    "document-returned",
    "document-returned-in-words",
    "dates-changed",
    "case-closed",
    "case-refused",
    "case-step",
    "deadline-extended",
    "complaint-answered",
    "return-restored",
    "remind-document",
    "remind-question",
)


@pytest.mark.parametrize("kind", MUST_BE_TOLD)
def test_what_a_human_wrote_or_decided_is_told(kind: str) -> None:
    assert instead_of(kind) is Instead.TOLD


@pytest.mark.parametrize("kind", ["case-received", "case-taken", "promise-late", "tidy-files", "call-unanswered"])
def test_what_the_machine_says_in_passing_is_history(kind: str) -> None:
    assert instead_of(kind) is Instead.HISTORY


def test_what_nobody_decided_about_is_told_rather_than_lost() -> None:
    assert "a-letter-of-tomorrow" not in INSTEAD
    assert instead_of("a-letter-of-tomorrow") is Instead.TOLD
