"""Whether words ask something."""

import pytest

from rules.questions import asks


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("Скільки вас у сім’ї?", True),
        ("Надішліть довідку. Коли зможете?", True),
        ("Готово, документи прийнято.", False),
        ("Подивіться https://example.org/a?b=c", False),
        ("Це те? https://example.org/a?b=c", True),
        ("", False),
    ],
)
def test_a_question_mark_asks_unless_it_stands_in_an_address(words: str, does: bool) -> None:
    assert asks(words) is does
