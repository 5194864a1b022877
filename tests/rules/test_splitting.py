"""Long texts in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.splitting import split, units

FAMILY = "👩‍👩‍👧‍👦"
FLAG = "🇺🇦"
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from([*" \n.!?…абвґєії'", *FAMILY, *FLAG, "👍", "🏽", "\u0301"]),
    ),
    max_size=300,
)
LIMITS = st.integers(2, 60)


@pytest.mark.parametrize(("text", "length"), [("", 0), ("абв", 3), ("👍", 2), (FAMILY, 11), ("e\u0301", 2)])
def test_a_text_is_as_long_as_telegram_counts_it(text: str, length: int) -> None:
    assert units(text) == length == len(text.encode("utf-16-le")) // 2


def test_a_text_that_fits_stays_whole() -> None:
    assert split("Добрий день. Як справи?", 4096) == ("Добрий день. Як справи?",)


@pytest.mark.parametrize("blank", ["", " ", "\n\n \t"])
def test_a_blank_text_has_no_parts(blank: str) -> None:
    assert split(blank, 10) == ()


def test_a_cut_stands_at_a_paragraph_if_it_can() -> None:
    assert split("Перше речення. Друге.\n\nДругий абзац. Ще", 30) == ("Перше речення. Друге.", "Другий абзац. Ще")


def test_else_at_a_sentence() -> None:
    assert split("Живемо тут. Нас троє в одній кімнаті", 20) == ("Живемо тут.", "Нас троє в одній", "кімнаті")


def test_a_short_first_paragraph_does_not_waste_a_part() -> None:
    assert split("Так\n\nслово слово слово слово", 20) == ("Так\n\nслово слово", "слово слово")


def test_else_at_a_space_even_one_right_behind_the_limit() -> None:
    assert split("а слово друге", 7) == ("а слово", "друге")


def test_a_word_longer_than_a_part_is_cut() -> None:
    assert split("а" * 25, 10) == ("а" * 10, "а" * 10, "а" * 5)


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("ааа" + FAMILY, 11, ("ааа", FAMILY)),
        (FLAG * 3, 6, (FLAG, FLAG, FLAG)),
        ("ааа👍🏽", 6, ("ааа", "👍🏽")),
        ("ааае\u0301", 4, ("ааа", "е\u0301")),
        ("аа❤\ufe0f", 3, ("аа", "❤\ufe0f")),
    ],
)
def test_a_cut_stands_between_what_people_see_as_one_character(text: str, limit: int, parts: tuple[str, ...]) -> None:
    assert split(text, limit) == parts


def test_a_character_longer_than_a_part_is_cut_rather_than_lost() -> None:
    assert "".join(split(FAMILY, 2)) == FAMILY


def test_a_limit_in_which_no_emoji_fits_is_refused() -> None:
    with pytest.raises(ValueError, match="two units"):
        split("👍", 1)


@given(text=TEXTS, limit=LIMITS)
def test_no_part_is_too_long_or_blank(text: str, limit: int) -> None:
    assert all(0 < units(part) <= limit and part.strip() for part in split(text, limit))


@given(text=TEXTS, limit=LIMITS)
def test_nothing_but_blanks_at_the_cuts_is_lost(text: str, limit: int) -> None:
    rest = text
    for part in split(text, limit):
        before, found, rest = rest.partition(part)
        assert found
        assert not before.strip()
    assert not rest.strip()


@given(text=TEXTS)
def test_words_that_fit_are_never_cut(text: str) -> None:
    longest = max((units(word) for word in text.split()), default=0)
    parts = split(text, max(2, longest))
    assert " ".join(parts).split() == text.split()
