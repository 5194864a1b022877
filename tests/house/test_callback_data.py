"""Buttons stay tellable apart and fit into Telegram's 64 bytes."""

from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

import pytest
from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from tests.house.callback_data import LARGEST_ID, SMALLEST_ID, doubled_prefixes, load_all, longest_data, too_big


@pytest.fixture(scope="module")
def classes() -> list[type[CallbackData]]:
    return load_all("bot", "handlers")


def test_a_prefix_stands_for_one_class(classes: list[type[CallbackData]]) -> None:
    assert classes, "no callback data found: the rule would hold for nothing"
    assert doubled_prefixes(classes) == []


def test_every_button_fits_with_the_largest_ids(classes: list[type[CallbackData]]) -> None:
    assert too_big(classes) == []


class _Verb(StrEnum):
    TAKE = "take"
    HAND_OVER = "hand_over"


class _Fits(CallbackData, prefix="fits"):
    verb: _Verb
    case_id: int
    session: Annotated[int, Field(ge=0)] | None


class _SamePrefix(CallbackData, prefix="fits"):
    page: Annotated[int, Field(ge=0, le=999)]
    order: Literal["new", "old"]


class _TwoIdsTooMany(CallbackData, prefix="wide"):
    first: int
    second: int
    session: UUID


class _FreeText(CallbackData, prefix="free"):
    words: str


class _BoundText(CallbackData, prefix="bound"):
    code: Annotated[str, Field(max_length=58)]


class _BoundTextByOne(CallbackData, prefix="bound1"):
    code: Annotated[str, Field(max_length=58)]


def test_a_planted_second_use_of_a_prefix_is_caught() -> None:
    assert len(doubled_prefixes([_Fits, _SamePrefix, _TwoIdsTooMany])) == 1
    assert doubled_prefixes([_Fits, _TwoIdsTooMany]) == []


@pytest.mark.parametrize("planted", [_TwoIdsTooMany, _FreeText, _BoundTextByOne])
def test_planted_data_that_may_outgrow_the_button_is_caught(planted: type[CallbackData]) -> None:
    assert len(too_big([planted])) == 1


@pytest.mark.parametrize("good", [_Fits, _SamePrefix, _BoundText])
def test_data_with_bounds_passes(good: type[CallbackData]) -> None:
    assert too_big([good]) == []


def test_what_is_measured_is_what_aiogram_packs() -> None:
    packed = _Fits(verb=_Verb.HAND_OVER, case_id=SMALLEST_ID, session=LARGEST_ID).pack()
    assert longest_data(_Fits) == len(packed)
    with pytest.raises(ValueError, match="too long"):
        _TwoIdsTooMany(first=SMALLEST_ID, second=SMALLEST_ID, session=UUID(int=0)).pack()
