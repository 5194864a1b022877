"""What the data of every button is made of: the parent class and the types of its fields."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from aiogram.filters.callback_data import CallbackData
from pydantic import ConfigDict, Field

CaseId = Annotated[int, Field(ge=1, le=2**63 - 1)]
DraftId = Annotated[int, Field(ge=0, le=2**63 - 1)]
Day = Annotated[int, Field(ge=0, le=3_652_059)]
Tries = Annotated[int, Field(ge=0, le=9_999)]
Page = Annotated[int, Field(ge=0, le=999)]
Katottg = Annotated[str, Field(max_length=19, pattern=r"^UA\d{17}$")]
Slug = Annotated[str, Field(max_length=28, pattern=r"^[A-Za-z0-9_.+-]*$")]


class ButtonData(CallbackData, prefix="-"):
    """The parent of all buttons: a prefix that two classes share is an error when the second one is read."""

    # What checks the data of a button is made when the first of its kind is used: a start waits for all of them.
    model_config = ConfigDict(defer_build=True)

    taken: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        prefix = kwargs["prefix"]
        owner = ButtonData.taken.setdefault(prefix, cls.__qualname__)
        if owner != cls.__qualname__:
            raise TypeError(f"the prefix {prefix!r} of {cls.__qualname__} belongs to {owner}")
        super().__init_subclass__(**kwargs)
